import Documents
import Testing

@Suite("Reading YAML")
struct YAMLReaderTests {
    @Test(
        "Plain words have the meaning of the core schema, and nothing else has",
        arguments: [
            ("null", "null"), ("~", "null"), ("Null", "null"), ("true", "true"), ("FALSE", "false"), ("はい", #""はい""#),
            ("いいえ", #""いいえ""#), ("yes", #""yes""#), ("off", #""off""#), ("\"true\"", #""true""#), ("'1'", #""1""#),
            ("12", "12"), ("+12", "12"), ("-0", "-0"), ("007", "7"), ("000", "0"), ("0.10", "0.10"), (".5", "0.5"),
            ("5.", "5"),
            ("-.5e+3", "-0.5e+3"), ("1E400", "1e400"), ("0x1F", "31"), ("0o17", "15"), ("0b1", #""0b1""#),
            ("1_000", #""1_000""#),
            ("1:30", #""1:30""#), ("2026-02-30", #""2026-02-30""#), ("1.2.3", #""1.2.3""#), (".", #"".""#),
            ("-", "[null]"),
            ("e3", #""e3""#), ("1e", #""1e""#), ("１２", #""１２""#), ("12345678901234567890.0", "12345678901234567890.0"),
            ("!!str 12", #""12""#), ("! 12", #""12""#), ("|\n  12\n", #""12\n""#), (">\n  a\n  b\n", #""a b\n""#),
        ])
    func scalars(text: String, expected: String) throws {
        #expect(try line(text, as: .yaml) == expected)
    }

    @Test(
        "Mappings, lists, quotation, comments and texts over lines are read",
        arguments: [
            ("依頼:\n  作業: 障害復旧 # 例\n  数: 3\n", #"{"依頼":{"作業":"障害復旧","数":3}}"#),
            ("a:\n- 1\n- b: 2\n  c: [x, {y: z}]\n", #"{"a":[1,{"b":2,"c":["x",{"y":"z"}]}]}"#),
            ("{\"a\": [1, \"b\"], 'c': null}", #"{"a":[1,"b"],"c":null}"#), ("a:\nb: ''\n", #"{"a":null,"b":""}"#),
            ("---\n\"x\\u3042\\n\"\n...\n", #""xあ\n""#),
            ("a: |\n  * one [ { \"\n  - two\n\n  & 三\nb: 1\n", #"{"a":"* one [ { \"\n- two\n\n& 三\n","b":1}"#),
            ("- |\n  [[[\n-\n  - x\n", #"["[[[\n",["x"]]"#),
            ("note: 開区間 [0, 10) と ( ' \" ) を含む\nz: 1", #"{"note":"開区間 [0, 10) と ( ' \" ) を含む","z":1}"#),
            ("a: first\n  second \"\n  - third\nb: 2", #"{"a":"first second \" - third","b":2}"#),
            ("\u{FEFF}a: 1\r\nb: 2\r\n", #"{"a":1,"b":2}"#),
            ("a & b: R&D *x*\nc: 1*2", #"{"a & b":"R&D *x*","c":"1*2"}"#),
            ("url: http://x/?a=1\ntime: 10:30", #"{"url":"http://x/?a=1","time":"10:30"}"#),
            ("- [a, b]\n- {c: d, e: [f]}\n- []\n", #"[["a","b"],{"c":"d","e":["f"]},[]]"#),
            ("[a\n \"b, {c: d\n \"e}]", #"["a \"b",{"c":"d \"e"}]"#),
            ("a: 1\rb:\r  - |\r    x\r", #"{"a":1,"b":["x\n"]}"#),
            ("null: 1\n1: x", #"{"null":1,"1":"x"}"#),
        ])
    func documents(text: String, expected: String) throws {
        #expect(try line(text, as: .yaml) == expected)
    }

    @Test(
        "What is not accepted is refused with its kind and place",
        arguments: [
            ("", DocumentError.Kind.empty, 1, 1), ("# only\n", .empty, 1, 1), ("a: 1\na: 2\n", .duplicateKey, 1, 1),
            ("x:\n  'k': 1\n  k: 2\n", .duplicateKey, 2, 3), ("a\n---\nb\n", .multipleDocuments, 2, 1),
            ("--- 1\n...\n--- 2", .multipleDocuments, 3, 1), ("a: &x 1\nb: *x\n", .aliasNotAllowed, 2, 4),
            ("a: *nowhere\n", .aliasNotAllowed, 1, 4), ("a: &x 1\n", .anchorNotAllowed, 1, 4),
            ("&x a: 1\n", .anchorNotAllowed, 1, 1),
            ("- &x [1]\n", .anchorNotAllowed, 1, 3), ("a: !!int 1\n", .tagNotAllowed, 1, 4),
            ("a: !foo {}\n", .tagNotAllowed, 1, 4),
            ("!!set {a}\n", .tagNotAllowed, 1, 1), ("!!binary x: 1\n", .tagNotAllowed, 1, 1),
            ("? [a]\n: b\n", .keyNotScalar, 1, 1),
            ("{[a]: b}", .keyNotScalar, 1, 2), ("[a]: b", .keyNotScalar, 1, 4), ("{{a: b}: c}", .keyNotScalar, 1, 2),
            ("{a: b, [c]}", .keyNotScalar, 1, 8), ("[{a: b}: c]", .keyNotScalar, 1, 8), ("{: a}", .yamlSyntax, 1, 2),
            ("!!str : a", .unexpectedByte, 1, 1),
            ("a: .inf\n", .badNumber, 1, 4), ("- .NaN\n", .badNumber, 1, 3),
            ("a: 0xFFFFFFFFFFFFFFFFFF\n", .badNumber, 1, 4),
            ("a: [1\n", .yamlSyntax, 2, 1), ("a:\n\t- b\n", .yamlSyntax, 2, 1), ("a: b: c\n", .yamlSyntax, 1, 5),
            ("@a", .yamlSyntax, 1, 1),
            ("作業: \"\\ud800\"", .yamlSyntax, 1, 8), ("作業: x\u{7}", .controlCharacter, 1, 6),
            ("\u{FEFF}a: \u{0}", .controlCharacter, 1, 4),
            ("a: x\u{2028}b", .controlCharacter, 1, 5), ("a: x\u{85}b: 1", .controlCharacter, 1, 5),
            ("a: 1\rb: .inf", .badNumber, 2, 4),
            ("%YAML 2.0\n---\na", .yamlSyntax, 1, 1),
        ])
    func refused(text: String, kind: DocumentError.Kind, line: Int, column: Int) {
        let error = failure(text, as: .yaml)
        #expect(error?.kind == kind)
        #expect(error?.position.line == line)
        #expect(error?.position.column == column)
    }

    @Test("Aliases that stand for billions of nodes are refused before they are followed", arguments: [false, true])
    func bomb(asKeys: Bool) {
        var text = "a0: &a0 [x, x]\n"
        for level in 1..<60 {
            let alias = "*a\(level - 1)"
            text += "a\(level): &a\(level) " + (asKeys ? "{\(alias) : 1, b: \(alias)}\n" : "[\(alias), \(alias)]\n")
        }
        #expect(failure(text, as: .yaml)?.kind == .aliasNotAllowed)
    }

    @Test("Places count lines, characters and bytes", arguments: ["", "\u{FEFF}"])
    func places(mark: String) throws {
        let root = try YAMLReader.read(Array((mark + "依頼:\r\n  𠮷: [x, \"y\"]\n次: 1").utf8))
        let list = try #require(root["依頼"]?["𠮷"])
        guard case .object(let members) = root.value, case .array(let items) = list.value else {
            Issue.record("not an object with a list")
            return
        }
        let start = mark.utf8.count
        #expect(list.position == DocumentPosition(line: 2, column: 6, offset: start + 17))
        #expect(items.map(\.position.offset) == [start + 18, start + 21])
        #expect(members.map(\.keyPosition.line) == [1, 3])
        #expect(members.last?.keyPosition == DocumentPosition(line: 3, column: 1, offset: start + 26))
    }
}
