import RuleTesting
import Testing

@Suite("Where duties and charges are not as expected")
struct ExpectedNormTests {
    /// 30 days after 15 June is 15 July; 1000 yen and a tenth is 1100.
    private static let red = #"{"物": {"赤": true, "日": "2026-06-15", "値": 1000}}"#

    private func differences(_ duties: String, on facts: String = red) throws -> [Difference] {
        try TestedRules().differences(facts, expect: #"[{"decision": "色", "duties": \#(duties)}]"#)
    }

    @Test("A deadline and an amount that are as expected differ in nothing")
    func same() throws {
        #expect(try differences(#"[{"name": "届け", "by": "2026-07-15"}, {"name": "代金", "amount": "1100円"}]"#).isEmpty)
    }

    @Test("Another day or amount is named beside the one that came")
    func other() throws {
        let found = try differences(#"[{"name": "届け", "by": "2026-07-16"}, {"name": "代金", "amount": "1100.5円"}]"#)
        let expected = [
            Difference(what: "届け by", expected: "2026-07-16", found: "2026-07-15"), Difference(what: "代金 amount", expected: "1100.5円", found: "1100円"),
        ]
        #expect(found == expected)
    }

    @Test("What is not expected of a norm is not looked at")
    func unsaid() throws {
        #expect(try differences(#"[{"name": "届け"}, {"name": "代金"}]"#).isEmpty)
    }

    @Test("A deadline that cannot be computed yet is expected by null, and by nothing else")
    func open() throws {
        let unknown = #"{"物": {"赤": true}}"#
        #expect(try differences(#"[{"name": "届け", "by": null}, {"name": "代金", "amount": null}]"#, on: unknown).isEmpty)
        #expect(
            try differences(#"[{"name": "届け", "by": "2026-07-15"}]"#, on: unknown) == [Difference(what: "届け by", expected: "2026-07-15", found: "-")])
        #expect(try differences(#"[{"name": "代金", "amount": null}]"#) == [Difference(what: "代金 amount", expected: "-", found: "1100円")])
    }

    @Test(
        "Whether it applies is compared before all else; unknown is neither yes nor no",
        arguments: [
            (#"{"物": {"赤": true}}"#, true, nil), (#"{"物": {"赤": true}}"#, false, "yes"), (#"{"物": {"赤": false}}"#, false, nil),
            (#"{"物": {"赤": false}}"#, true, "no"), ("{}", true, "unknown"), ("{}", false, "unknown"),
        ] as [(String, Bool, String?)])
    func applies(facts: String, expected: Bool, found: String?) throws {
        let differences = try differences(#"[{"name": "届け", "applies": \#(expected)}]"#, on: facts)
        #expect(differences == (found.map { [Difference(what: "届け applies", expected: expected ? "yes" : "no", found: $0)] } ?? []))
    }

    @Test("Of a norm that does not apply neither day nor amount is told")
    func notApplying() throws {
        let found = try differences(#"[{"name": "届け", "by": "2026-07-16"}]"#, on: #"{"物": {"赤": false, "日": "2026-06-15"}}"#)
        #expect(found == [Difference(what: "届け applies", expected: "yes", found: "no")])
    }
}
