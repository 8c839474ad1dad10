import Extraction
import Testing
import Values
import Vocabulary

@Suite("Facts found by patterns of their own")
struct ValueTests {
    private static func day(_ text: String) -> Int64 { Int64(CivilDate(text)?.dayNumber ?? 0) }

    @Test(
        "The first group is read as a value of the fact's type",
        arguments: [
            ("OS 8.1です", "端末.版 \(Version("8.1")?.packed ?? 0)"),
            ("ＯＳ ８．１", "端末.版 \(Version("8.1")?.packed ?? 0)"),
            ("メモリは512MB", "端末.メモリ 512000000"),
            ("メモリ2gb", "端末.メモリ 2048000000"),
            ("１２台", "端末.台数 12000000"),
            ("受付は2026-03-01", "依頼.受付日 \(day("2026-03-01"))"),
            ("受付は2026年3月1日", "依頼.受付日 \(day("2026-03-01"))"),
            ("受付は令和8年3月1日", "依頼.受付日 \(day("2026-03-01"))"),
            ("作業は「障害の復旧」", "端末.作業 0 (reserved)"),
            ("範囲外", "判断.範囲外 1 (reserved)"),
        ])
    func value(text: String, expected: String) { #expect(Sample.summary(text).filter { !$0.hasPrefix("依頼.作業") } == [expected]) }

    @Test("Words that are no value of the type are nothing", arguments: ["OS 8..1", "メモリは512km", "受付はあした", "受付は2026年2月30日", "作業は「なにか」"])
    func unreadable(text: String) { #expect(Sample.summary(text).isEmpty) }

    @Test("A day without its year is taken near the day to judge by, with doubt; without that day it is nothing")
    func guessedYear() {
        #expect(Sample.summary("受付は12月28日", asOf: Self.day("2026-01-10")) == ["依頼.受付日 \(Self.day("2025-12-28")) (guessed)"])
        #expect(Sample.summary("受付は12月28日").isEmpty)
    }

    @Test("Two versions for one fact are both told, and both doubted")
    func rivals() { #expect(Sample.extractor.extract("OS 8 から OS 10 へ").found.map(\.doubts) == [[.rivals], [.rivals]]) }
}
