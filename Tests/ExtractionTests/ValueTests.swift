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

    @Test(
        "Days are read as people name them, by the day to judge by",
        arguments: [
            ("令和8年12月31日で解約", "2026-12-31", false), ("R8.12.31で解約", "2026-12-31", false), ("2027/1/5で解約", "2027-01-05", false),
            ("二〇二六年十二月一日で解約", "2026-12-01", false), ("12/5で解約", "2026-12-05", true), ("1月4日で解約", "2027-01-04", true),
            ("今月末で解約", "2026-11-30", false), ("来月末で解約", "2026-12-31", false), ("来月の5日で解約", "2026-12-05", false),
            ("令和9年2月末で解約", "2027-02-28", false), ("2月末で解約", "2027-02-28", true), ("来年3月31日で解約", "2027-03-31", false),
            ("昨日で解約", "2026-11-19", false), ("一昨日で解約", "2026-11-18", false), ("明後日で解約", "2026-11-22", false),
            ("先週の金曜で解約", "2026-11-13", false), ("来週の火曜日で解約", "2026-11-24", false), ("今度の月曜で解約", "2026-11-23", true),
            ("来年3月いっぱいで解約", "2027-03-31", false), ("3日前で解約", "2026-11-17", false), ("2週間後で解約", "2026-12-04", false), ("１か月後で解約", "2026-12-20", false),
        ] as [(String, String, Bool)])
    func spokenDay(text: String, day: String, isGuessed: Bool) {
        // A Friday.
        let found = Sample.summary(text, asOf: Self.day("2026-11-20"))
        #expect(found == ["契約.終わり \(Self.day(day))" + (isGuessed ? " (guessed)" : "")])
    }

    @Test("Of several days all are told, the one nearest to the other words of the pattern first, and all are doubted")
    func nearestDay() {
        let day = Self.day("2026-11-20")
        let both = ["2026-12-31", "2026-11-19"].map { "契約.終わり \(Self.day($0)) (rivals)" }
        #expect(Sample.summary("昨日の話のとおり来月末で解約", asOf: day) == both)
        #expect(Sample.summary("解約は来月末と、昨日話した", asOf: day) == both)
    }

    @Test("Days that do not exist, or that nothing can be counted from, are nothing", arguments: ["13月1日で解約", "昨日で解約", "令和8年2月30日で解約"])
    func noDay(text: String) { #expect(Sample.summary(text).isEmpty) }

    @Test(
        "Numbers are read as people say them",
        arguments: [
            ("額は35,000円", "支払.額 35000000000"), ("額は8万8千円", "支払.額 88000000000"), ("額は三百万円", "支払.額 3000000000000"), ("額は1億円", "支払.額 100000000000000"),
            ("片道2時間半", "訪問.時間 2500000"), ("メモリは2ギガ", "端末.メモリ 2048000000"),
        ])
    func spokenNumber(text: String, expected: String) { #expect(Sample.summary(text) == [expected]) }

    @Test("A number said roughly is to be confirmed")
    func rough() { #expect(Sample.summary("片道2時間くらい") == ["訪問.時間 2000000 (unsure)"]) }

    @Test("Words in the group of that name say no, and their denial says yes")
    func no() {
        #expect(Sample.summary("海外です") == ["場所.国内 0"])
        #expect(Sample.summary("海外ではない") == ["場所.国内 1"])
    }
}
