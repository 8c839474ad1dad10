import Extraction
import Testing
import Vocabulary

@Suite("Facts found by the patterns of cases")
struct CaseTests {
    @Test(
        "Cases are found whatever the width and case of the letters",
        arguments: [
            ("ウイルスです", ["障害.起因 +0"]),
            ("ウィルスと火事", ["障害.起因 +0", "障害.起因 +1"]),
            ("vpnの設定", ["依頼.作業 3"]),
            ("ＶＰＮの設定", ["依頼.作業 3"]),
            ("何もありません", []),
            ("", []),
        ] as [(String, [String])])
    func found(text: String, expected: [String]) { #expect(Sample.summary(text) == expected) }

    @Test("A full-width pattern finds half-width words, and its signs stand for themselves")
    func folding() {
        let letters = Enumeration(
            name: "字", label: nil,
            cases: ["（ＬＡＮ）", "a\\（b", "[ｖＶ][8８][.．][1１]", "v[０-９][－＋][０-９]"].map { .init(name: $0, label: nil, patterns: [$0]) })
        let extractor = Extractor(enumerations: [letters], facts: [Fact(name: "字.字", type: .set(Place(0)))])
        #expect(extractor.extract("(lan)").found.map(\.content) == [.member(0, isIn: true)])
        #expect(extractor.extract("lan").found.isEmpty)
        #expect(extractor.extract("a（b").found.map(\.content) == [.member(1, isIn: true)])
        #expect(extractor.extract("v８．１").found.map(\.content) == [.member(2, isIn: true)])
        #expect(extractor.extract("v8-1").found.map(\.content) == [.member(3, isIn: true)])
        #expect(extractor.extract("A").faults.isEmpty)
    }

    @Test("Of overlapping cases the longest wins, wherever it begins")
    func longest() { #expect(Sample.summary("データの復旧") == ["依頼.作業 1"]) }

    @Test("Two cases for one value are both told, and both doubted")
    func rivals() { #expect(Sample.summary("復旧か、修理") == ["依頼.作業 0 (rivals,unsure)", "依頼.作業 2 (rivals)"]) }

    @Test("Several members of a set do not contradict each other")
    func members() { #expect(Sample.summary("火災で浸水した") == ["障害.起因 +1", "障害.起因 +2"]) }

    @Test("Where two facts have the type, both are told and neither is certain")
    func shared() { #expect(Sample.summary("英語") == ["依頼.話す言語 0 (shared)", "依頼.書く言語 0 (shared)"]) }

    @Test("Facts of lists and facts that only a party can answer are no targets of cases")
    func targets() {
        #expect(Sample.extractor.extract("火災").found.map(\.fact) == [Sample.cause])
        #expect(Sample.extractor.extract("修理").found.map(\.fact) == [Sample.work])
    }

    @Test("The same thing said twice is told once, where it is said plainly")
    func once() {
        let found = Sample.extractor.extract("火災かも。やはり火災です").found
        #expect(found.map(\.isPlain) == [true])
        #expect(found.first?.span == 8..<10)
    }

    @Test(
        "Words are given in bytes and in scalars of the text as it was written",
        arguments: [("ＰＣが火災で", 3..<5), ("a𠮷火災", 2..<4), ("か\u{3099}火災", 2..<4), ("　ＯＳ　火災", 4..<6)])
    func spans(text: String, span: Range<Int>) throws {
        let found = try #require(Sample.extractor.extract(text).found.first)
        #expect(found.span == span)
        let bytes = Array(text.utf8)
        #expect(String(decoding: bytes[found.words], as: UTF8.self) == "火災")
        #expect(found.pattern == "火災|火事")
    }

    @Test("What is found stands in the order of the text")
    func order() {
        let spans = Sample.extractor.extract("祝日に修理、火災、OS 8.1").found.map(\.span.lowerBound)
        #expect(spans == [0, 3, 6, 9])
    }

    @Test("Half-width kana are read with their voicing marks", arguments: ["ｳｨﾙｽ", "ｳｲﾙｽ"])
    func halfWidthKana(text: String) { #expect(Sample.summary(text) == ["障害.起因 +0"]) }

    @Test("Kana with a voicing mark of its own are one letter")
    func voicing() {
        let letters = Enumeration(name: "字", label: nil, cases: [.init(name: "字", label: nil, patterns: ["ビスタが"])])
        let found = Extractor(enumerations: [letters], facts: [Fact(name: "字.字", type: .set(Place(0)))]).extract("旧ﾋﾞｽﾀか\u{3099}").found
        #expect(found.map(\.span) == [1..<7])
    }

    @Test("Where facts of an enumeration say in which words they are spoken of, each case is said of the one whose words it stands in")
    func windows() {
        #expect(Sample.summary("業者が作業し、自分が運んだ") == ["作業.人 +1", "輸送.人 +0"])
        #expect(Sample.summary("業者に売った").isEmpty)
    }

    @Test("A fallback counts only where no other value is said")
    func fallback() {
        #expect(Sample.summary("動かない") == ["依頼.作業 4 (inferred)"])
        #expect(Sample.summary("動かないので修理を") == ["依頼.作業 2"])
        #expect(Sample.summary("動かない。修理ではない") == ["依頼.作業 4 (inferred)", "依頼.作業 2 (denied)"])
    }
}
