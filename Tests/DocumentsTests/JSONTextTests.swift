import Documents
import Testing

@Suite("Writing JSON")
struct JSONTextTests {
    @Test(
        "Values are written on one line, members in order",
        arguments: [
            (nil, "null"), (true, "true"), (-3, "-3"), (.integer(.min), "-9223372036854775808"),
            (.number("0.10"), "0.10"),
            (.number("1e5"), "1e5"), (.number("NaN"), "\"NaN\""), (.number("01"), "\"01\""), (.number(""), "\"\""),
            ([], "[]"), ([:], "{}"),
            (["b": 1, "a": [nil, "二"]], #"{"b":1,"a":[null,"二"]}"#),
            ("\"\\/\u{8}\u{C}\n\r\t\u{1}\u{1F}\u{7F}", #""\"\\/\b\f\n\r\t\u0001\u001f"# + "\u{7F}\""),
            ("e\u{301}\r\n𠮷", "\"e\u{301}\\r\\n𠮷\""),
        ] as [(JSONValue, String)])
    func compact(value: JSONValue, expected: String) throws {
        #expect(value.text() == expected)
        #expect(try line(expected, as: .json) == expected)
    }

    @Test("Pretty text indents by two spaces and keeps empty lists short")
    func pretty() {
        let value: JSONValue = ["結果": ["a": [1, 2], "b": [], "c": [:]], "n": nil]
        #expect(
            value.text(pretty: true) == """
                {
                  "結果": {
                    "a": [
                      1,
                      2
                    ],
                    "b": [],
                    "c": {}
                  },
                  "n": null
                }
                """)
    }

    @Test("Equality looks at kind, content and order")
    func equality() {
        let value: JSONValue = ["a": 1, "b": [true]]
        #expect(value == ["a": 1, "b": [true]])
        #expect(value != ["b": [true], "a": 1])
        #expect(value != ["a": 1])
        #expect(JSONValue.integer(1) != .number("1"))
        #expect(value["b"] == [true])
        #expect(value["z"] == nil)
    }

    @Test(
        "The notation is told by the name, else by the first character",
        arguments: [
            ("facts.JSON", "a: 1", DocumentFormat.json), ("x.yml", "{}", .yaml), ("x.YAML", "", .yaml),
            (nil, " \n{", .json),
            (nil, "[1]", .json), ("facts", "\u{FEFF}\"x\"", .json), (nil, "a: 1", .yaml), (nil, "", .yaml),
            ("x.json.txt", "- a", .yaml),
        ] as [(String?, String, DocumentFormat)])
    func detect(fileName: String?, text: String, expected: DocumentFormat) {
        #expect(DocumentFormat.detect(fileName: fileName, bytes: Array(text.utf8)) == expected)
    }

    @Test(
        "Every kind of error has words in both languages that name what was found",
        arguments: DocumentError.Kind.allCases)
    func messages(kind: DocumentError.Kind) {
        let error = DocumentError(kind, at: .start, found: "※", expected: "value | ,")
        let plain = DocumentError(kind, at: .start)
        #expect(error.english.hasSuffix(".") && error.japanese.hasSuffix("。"))
        #expect(error.english != error.japanese)
        #expect(
            !error.japanese.contains(" | ") || kind == .badEscape || kind == .tooLarge || kind == .tooDeep
                || kind == .fieldCount)
        #expect(error.description.hasPrefix("1:1: \(kind.rawValue): "))
        #expect((error.english != plain.english) == (error.japanese != plain.japanese))
    }
}
