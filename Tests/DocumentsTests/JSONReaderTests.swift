import Documents
import Testing

@Suite("Reading JSON")
struct JSONReaderTests {
    @Test(
        "What RFC 8259 allows is read, numbers digit by digit",
        arguments: [
            ("null", "null"), (" true ", "true"), ("false\r\n", "false"), ("\"\"", "\"\""), ("0", "0"), ("-0", "-0"),
            ("1E+400", "1E+400"), ("0.1000", "0.1000"),
            ("123456789012345678901234567890.5", "123456789012345678901234567890.5"),
            ("[]", "[]"), ("[ ]", "[]"), ("{}", "{}"), ("{ }", "{}"), ("[1,2]", "[1,2]"), ("[[],{}]", "[[],{}]"),
            (#"{"":0,"a":{"b":[null]}}"#, #"{"":0,"a":{"b":[null]}}"#), ("\t[\n1\r,\n2 ]", "[1,2]"),
            (#""\"\\\/\b\f\n\r\t""#, #""\"\\/\b\f\n\r\t""#), (#""\u0041\u3042\u0000""#, #""Aあ\u0000""#),
            (#""\uD842\uDFB7\ud83d\ude00""#, #""𠮷😀""#), ("\"\u{7F}\u{2028}\"", "\"\u{7F}\u{2028}\""),
            ("\u{FEFF}{\"依頼\":\"障害復旧\"}", #"{"依頼":"障害復旧"}"#), (#""\\u0041""#, #""\\u0041""#),
        ])
    func valid(text: String, expected: String) throws {
        #expect(try line(text, as: .json) == expected)
    }

    @Test(
        "What RFC 8259 does not allow is refused with its kind and place",
        arguments: [
            ("", DocumentError.Kind.empty, 0), (" \n", .empty, 2), ("\u{FEFF}", .empty, 3), ("nul", .unexpectedByte, 0),
            ("True", .unexpectedByte, 0), ("NaN", .unexpectedByte, 0), ("[", .unexpectedEnd, 1),
            ("[1", .unexpectedEnd, 2),
            ("[1,]", .unexpectedByte, 3), ("[,1]", .unexpectedByte, 1), ("[1 2]", .unexpectedByte, 3),
            ("]", .unexpectedByte, 0),
            ("[1}", .unexpectedByte, 2), ("{", .unexpectedEnd, 1), (#"{"a"}"#, .unexpectedByte, 4),
            (#"{"a":}"#, .unexpectedByte, 5),
            (#"{"a":1,}"#, .unexpectedByte, 7), (#"{a:1}"#, .unexpectedByte, 1), (#"{1:1}"#, .unexpectedByte, 1),
            (#"{"a" 1}"#, .unexpectedByte, 5), (#"{"a":1 "b":2}"#, .unexpectedByte, 7), ("'a'", .unexpectedByte, 0),
            ("// c\n1", .unexpectedByte, 0), ("[1/**/]", .unexpectedByte, 2), ("\u{A0}1", .unexpectedByte, 0),
            ("1 2", .trailingContent, 2), ("nullx", .trailingContent, 4), ("{}[]", .trailingContent, 2),
            ("[]\u{FEFF}", .trailingContent, 2), ("\u{FEFF}\u{FEFF}1", .unexpectedByte, 3),
            ("1\u{0}", .trailingContent, 1),
            ("\"abc", .unterminatedString, 0), ("[\"a\\", .unexpectedEnd, 4), ("\"a\\\"", .unterminatedString, 0),
            ("\"a\nb\"", .controlCharacter, 2), ("\"\t\"", .controlCharacter, 1), ("\"\u{0}\"", .controlCharacter, 1),
            (#""\x41""#, .badEscape, 1), (#""\'""#, .badEscape, 1), (#""\u12""#, .badEscape, 1),
            (#""\u12G4""#, .badEscape, 1),
            (#""\u+123""#, .badEscape, 1), (#""\u-000""#, .badEscape, 1), (#""\U0041""#, .badEscape, 1),
            (#""\u"#, .badEscape, 1),
            (#""\ud800""#, .loneSurrogate, 1), (#""\udc00""#, .loneSurrogate, 1),
            (#""\ud800\ud800""#, .loneSurrogate, 1),
            (#""\ud800\u0041""#, .loneSurrogate, 1), (#""a\udc00\ud800""#, .loneSurrogate, 2),
            (#""\ud800\n""#, .loneSurrogate, 1),
            ("01", .badNumber, 0), ("-", .badNumber, 0), ("+1", .unexpectedByte, 0), (".5", .unexpectedByte, 0),
            ("1.", .badNumber, 0), ("1.e3", .badNumber, 0), ("1e", .badNumber, 0), ("1e+", .badNumber, 0),
            ("0x10", .badNumber, 0),
            ("1_000", .badNumber, 0), ("-Infinity", .badNumber, 0), ("[-01]", .badNumber, 1), ("1.2.3", .badNumber, 0),
            ("1é", .badNumber, 0), ("１", .unexpectedByte, 0), (#"{"a":1,"a":2}"#, .duplicateKey, 7),
            (#"{"a":1,"\u0061":2}"#, .duplicateKey, 7), (#"[{"x":{"k":1,"k":1}}]"#, .duplicateKey, 13),
        ])
    func invalid(text: String, kind: DocumentError.Kind, offset: Int) {
        let error = failure(text, as: .json)
        #expect(error?.kind == kind)
        #expect(error?.position.offset == offset)
    }

    @Test(
        "Bytes that are not UTF-8 are refused at the first of them",
        arguments: [
            ([0x22, 0xFF, 0x22], 1), ([0x22, 0xC0, 0xAF, 0x22], 1), ([0x22, 0xED, 0xA0, 0x80, 0x22], 1),
            ([0x22, 0xE3, 0x81], 1),
            ([0x22, 0xE3, 0x81, 0x82, 0x80, 0x22], 4), ([0xFF, 0xFE, 0x31, 0x00], 0),
            ([0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], 1),
        ] as [([UInt8], Int)])
    func notUTF8(bytes: [UInt8], offset: Int) {
        let error = failure(bytes, as: .json)
        #expect(error?.kind == .invalidUTF8)
        #expect(error?.position.offset == offset)
    }

    @Test("Places count lines, characters and bytes")
    func places() throws {
        let text = "{\"依頼\": {\n  \"𠮷\": [true,\r\n null]}}"
        let root = try JSONReader.read(Array(text.utf8))
        let inner = try #require(root["依頼"])
        let list = try #require(inner["𠮷"])
        guard case .object(let members) = inner.value, case .array(let items) = list.value else {
            Issue.record("not an object with a list")
            return
        }
        #expect(root.position == DocumentPosition(line: 1, column: 1, offset: 0))
        #expect(inner.position == DocumentPosition(line: 1, column: 8, offset: 11))
        #expect(members.map(\.keyPosition) == [DocumentPosition(line: 2, column: 3, offset: 15)])
        #expect(items.map(\.position.line) == [2, 3])
        #expect(items.map(\.position.column) == [9, 2])
    }
}
