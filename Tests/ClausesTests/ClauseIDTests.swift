import Clauses
import Testing

@Suite("Clause IDs")
struct ClauseIDTests {
    @Test(
        "An ID is segments of ASCII with single dots between them",
        arguments: ["40", "40.1.3", "15.2.proviso", "app2.os.pc.1", "38_2_2.1", String(repeating: "a", count: 64)])
    func accepted(text: String) {
        #expect(ClauseID(text)?.text == text)
    }

    @Test(
        "Anything else is refused",
        arguments: ["", ".", ".1", "1.", "1..2", "App1", "40-1", "４０", "第40条", "1 2", String(repeating: "a", count: 65)])
    func refused(text: String) {
        #expect(ClauseID(text) == nil)
    }

    @Test("The parent is one segment shorter")
    func parent() {
        #expect(ClauseID("40.1.3")?.parent == ClauseID("40.1"))
        #expect(ClauseID("40")?.parent == nil)
    }

    @Test(
        "Descent goes by whole segments and is strict",
        arguments: [
            ("40.1.3", "40", true), ("40.1.3", "40.1", true), ("40.1", "40.1", false), ("40.10", "40.1", false), ("40", "40.1", false),
            ("4.1", "40", false),
        ])
    func descent(child: String, ancestor: String, expected: Bool) throws {
        #expect(try #require(ClauseID(child)).isDescendant(of: try #require(ClauseID(ancestor))) == expected)
    }

    @Test("A proviso knows what it is the proviso of")
    func proviso() {
        #expect(ClauseID("15.2.proviso")?.isProviso == true)
        #expect(ClauseID("15.2.proviso")?.body == ClauseID("15.2"))
        #expect(ClauseID("15.2")?.isProviso == false)
        #expect(ClauseID("15.2")?.body == nil)
        #expect(ClauseID("15.2.proviso.1")?.isProviso == false)
    }

    @Test("IDs order as the document does")
    func order() {
        let sorted = [
            "3", "9", "9.1", "9.2", "9.10", "9.10.1", "9_2", "9_10", "10", "10.1.3", "10.1.proviso", "38", "38_2.1", "38_2_2",
            "app1.5.3", "app1.5.12", "app2", "app2.note1", "app2.note10", "app10", "suppl.2", "table1",
        ]
        #expect(sorted.reversed().compactMap { ClauseID($0) }.sorted().map(\.text) == sorted)
    }

    @Test("Different IDs never count as equal in order", arguments: [("01", "1"), ("1", "1.0"), ("a1b", "a01b"), ("0", "00")])
    func strictOrder(left: String, right: String) throws {
        let (left, right) = (try #require(ClauseID(left)), try #require(ClauseID(right)))
        #expect((left < right) != (right < left))
    }

    @Test(
        "A clause is cited as people cite it",
        arguments: [
            ("40", "第40条"), ("40.1.3", "第40条第1項第3号"), ("40.1.1.3", "第40条第1項第1号③"), ("3.2.1.1.1", "第3条第2項第1号①(1)"),
            ("15.2.proviso", "第15条第2項ただし書"), ("12.1.first", "第12条第1項前段"), ("12.1.latter.proviso", "第12条第1項後段ただし書"),
            ("12.1.nao", "第12条第1項なお書"), ("31_2.1", "第31条の2第1項"), ("38_2_2.1.3_2", "第38条の2の2第1項第3号の2"), ("40.1.1.51", "第40条第1項第1号(51)"),
            ("app2", "別紙2"), ("app1.5.3.3", "別紙1 Ⅴ（3）3"), ("app1.5.3.4.1", "別紙1 Ⅴ（3）4(1)"), ("app1.5.3.1.nao", "別紙1 Ⅴ（3）1なお書"),
            ("app2.note1", "別紙2 ※1"), ("app1.13.2", "別紙1 13（2）"), ("app2.os.pc.1", "別紙2 os.pc.1"), ("app1.2.3.5.row1", "別紙1 Ⅱ（3）5 row1"),
            ("3.def.1", "第3条 def.1"), ("table1", "別表第1"), ("suppl", "附則"), ("suppl.2.1", "附則第2条第1項"),
            ("15.2.proviso.1", "第15条第2項ただし書(1)"), ("app1_2.5_2", "別紙1の2 Ⅴの2"),
        ])
    func citation(text: String, citation: String) throws {
        let id = try #require(ClauseID(text))
        #expect(id.citation == citation)
        #expect(ClauseReference.parse(citation)?.id == id, "the citation reads back")
    }

    @Test(
        "IDs without any wording are cited by their text",
        arguments: ["preamble", "app", "appendix.1", "40_", "99999999999999999999", "_", "04.1"])
    func bareCitation(text: String) {
        #expect(ClauseID(text)?.citation == text)
    }

    @Test(
        "A sole paragraph is left out of the citation",
        arguments: [("7.1", "第7条"), ("7.1.2", "第7条第2号"), ("7.1.proviso", "第7条ただし書"), ("7.2", "第7条第2項")])
    func sole(text: String, citation: String) {
        #expect(ClauseID(text)?.citation(sole: true) == citation)
    }
}
