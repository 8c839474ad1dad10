import Diagnostics
import Interviews
import Runtime
import Testing
import Values
import Vocabulary

@Suite("Reading what people answer")
struct ParsingTests {
    /// One fact of each type, and a rule that asks for it alone.
    private func ask(_ type: String, _ condition: String) throws -> (Interview, Question) {
        let talk = interview(
            try plan(
                """
                規約 t { }
                列挙 種 { 障害復旧 「障害の復旧」 ; 障害調査 「調べること」 ; 問合せ 「使い方の質問」 ; 「Windows 8」 ; なし 「契約なし」 }
                事実 物 「物」 { 値 : \(type) 「値」 問 「値は」 }
                判定 可否 { 結果 否, 可 ; 順位 ; 既定 可 }
                第1条 一
                規則 一 { もし \(condition) ならば 可否 = 否 }
                """))
        let question = talk.next
        return (talk, try #require(question))
    }

    private func check(_ type: String, _ condition: String, _ input: String, _ expected: Response) throws {
        let (talk, question) = try ask(type, condition)
        let answer = try talk.parse(input, for: question).get()
        #expect(answer == expected)
    }

    private func fault(_ type: String, _ condition: String, _ input: String) throws -> AnswerFault? {
        let (talk, question) = try ask(type, condition)
        return talk.parse(input, for: question).fault
    }

    @Test(
        "A choice is answered with a number, a name, a label, or a beginning of one",
        arguments: [
            ("1", .value(0)), ("３", .value(2)), ("障害調査", .value(1)), ("障害の", .value(0)), ("問", .value(2)), ("windows 8", .value(3)),
            ("Ｗｉｎｄｏｗｓ", .value(3)), ("なし", .value(4)), ("契約なし", .value(4)), ("?", .unknown), ("？", .unknown), ("わからない", .unknown), (" 2 ", .value(1)),
            ("該当なし", .inapplicable),
        ] as [(String, Response)])
    func choice(input: String, expected: Response) throws { try check("種", "物.値 = 問合せ", input, expected) }

    @Test(
        "A choice that cannot be read says what is accepted",
        arguments: [
            ("障害", AnswerFault.Kind.ambiguous), ("9", .outOfRange), ("0", .outOfRange), ("猫", .notUnderstood), ("", .notUnderstood), ("1,2", .notUnderstood),
        ])
    func choiceFault(input: String, kind: AnswerFault.Kind) throws {
        let fault = try #require(try fault("種", "物.値 = 問合せ", input))
        #expect(fault.kind == kind)
        #expect(fault.wording(.japanese).contains("番号"))
        #expect(fault.wording(.english).contains("number"))
    }

    @Test(
        "Several options are numbers or names with commas; the others are out unless they are said to be unknown",
        arguments: [
            ("1,3", .members(yes: 0b101, no: 0b11010)), ("１、３", .members(yes: 0b101, no: 0b11010)), ("1 3", .members(yes: 0b101, no: 0b11010)),
            ("障害復旧、Windows 8", .members(yes: 0b1001, no: 0b10110)), ("0", .members(yes: 0, no: 0b11111)), ("どれでもない", .members(yes: 0, no: 0b11111)),
            ("該当なし", .members(yes: 0, no: 0b11111)), ("すべて", .members(yes: 0b11111, no: 0)), ("2,?", .members(yes: 0b10, no: 0)),
            ("2、他は不明", .members(yes: 0b10, no: 0)), ("わからない", .unknown), ("なし", .members(yes: 0b10000, no: 0b01111)),
        ] as [(String, Response)])
    func multiple(input: String, expected: Response) throws { try check("集合 種", "物.値 に 問合せ を含む", input, expected) }

    @Test("Several options with one that is none are not taken", arguments: ["1,9", "1,猫", "障害"])
    func multipleFault(input: String) throws { #expect(try fault("集合 種", "物.値 に 問合せ を含む", input) != nil) }

    @Test(
        "Yes and no in their spellings",
        arguments: [
            ("はい", 1), ("y", 1), ("YES", 1), ("ｙ", 1), ("1", 1), ("真", 1), ("いいえ", 0), ("n", 0), ("No", 0), ("2", 0), ("偽", 0),
        ] as [(String, Int64)])
    func bool(input: String, expected: Int64) throws { try check("真偽", "物.値", input, .value(expected)) }

    @Test(
        "Days in their spellings; one without its year is the nearest",
        arguments: [
            ("2026-03-01", "2026-03-01"), ("2026/3/1", "2026-03-01"), ("2026.3.1", "2026-03-01"), ("２０２６年３月１日", "2026-03-01"), ("令和8年3月1日", "2026-03-01"),
            ("R8.3.1", "2026-03-01"), ("令和元年5月1日", "2019-05-01"), ("平成31年4月30日", "2019-04-30"), ("昭和64年1月7日", "1989-01-07"), ("20260301", "2026-03-01"),
            ("二〇二六年三月一日", "2026-03-01"), ("3/1", "2026-03-01"), ("12/28", "2025-12-28"), ("12月28日", "2025-12-28"), ("昨日", "2026-01-09"),
            ("2028/2/29", "2028-02-29"),
        ])
    func date(input: String, expected: String) throws { try check("日付", "物.値 が 2026-05-05 以降", input, .value(day(expected))) }

    @Test("A day may not have come, or not apply", arguments: [("未到来", Response.pending), ("まだ", .pending), ("該当なし", .inapplicable), ("不明", .unknown)])
    func event(input: String, expected: Response) throws { try check("日付", "物.値 が 2026-05-05 以降", input, expected) }

    @Test(
        "What is no day is refused with the forms that are accepted",
        arguments: ["2026-02-30", "2026-13-01", "13/1", "2026年", "26/3/1", "2026-3/1", "令和0年1月1日", "明日の朝", "2026-03-01-02", "3"])
    func dateFault(input: String) throws {
        let fault = try fault("日付", "物.値 が 2026-05-05 以降", input)
        #expect(fault?.kind == .notUnderstood)
        #expect(fault?.wording(.japanese).contains("2026-03-01") == true)
    }

    @Test(
        "Numbers with their unit or another of the kind",
        arguments: [
            ("512", 512_000_000), ("512MB", 512_000_000), ("1GB", 1_024_000_000), ("１ｇｂ", 1_024_000_000), ("1,024", 1_024_000_000), ("0.5 gb", 512_000_000),
            ("五百", 500_000_000), ("1万", 10_000_000_000),
        ] as [(String, Int64)])
    func number(input: String, expected: Int64) throws { try check("数 MB", "物.値 ≥ 3", input, .value(expected)) }

    @Test("A number of another kind is refused", arguments: ["5km", "1,2", "12,34", "MB", "1..2", "ABC"])
    func numberFault(input: String) throws { #expect(try fault("数 MB", "物.値 ≥ 3", input)?.kind == .notUnderstood) }

    @Test("A whole number may be counted; a broken one is refused", arguments: [("3", 3_000_000), ("三台", 3_000_000), ("１２件", 12_000_000)] as [(String, Int64)])
    func integer(input: String, expected: Int64) throws {
        try check("整数", "物.値 ≥ 3", input, .value(expected))
        #expect(try fault("整数", "物.値 ≥ 3", "2.5")?.kind == .outOfRange)
    }

    @Test(
        "Months, times and versions",
        arguments: [
            ("年月", "物.値 が 2026-05 以降", "令和8年3月", Int64(2026 * 12 + 2)), ("年月", "物.値 が 2026-05 以降", "2026/3", Int64(2026 * 12 + 2)),
            ("時刻", "物.値 が 9:00 以降", "午後3時15分", Int64(915)), ("時刻", "物.値 が 9:00 以降", "9時半", Int64(570)), ("時刻", "物.値 が 9:00 以降", "09:05", Int64(545)),
            ("時刻", "物.値 が 9:00 以降", "正午", Int64(720)), ("版", "物.値 が 5.0 以上", "v8.1", Version("8.1")?.packed ?? 0),
            ("版", "物.値 が 5.0 以上", "８．１", Version("8.1")?.packed ?? 0),
        ])
    func others(type: String, condition: String, input: String, expected: Int64) throws { try check(type, condition, input, .value(expected)) }

    @Test(
        "Lists take a record with or without a name, or their end",
        arguments: [
            ("追加", Response.record(label: nil)), ("追加 山田", .record(label: "山田")), ("y", .record(label: nil)), ("1", .record(label: nil)),
            ("以上", .complete), ("いいえ", .complete), ("2", .complete), ("?", .unknown),
        ])
    func list(input: String, expected: Response) throws {
        let talk = interview(
            try plan(
                """
                規約 t { }
                一覧 者 「者」 問 「者は」 { 悪 : 真偽 「悪」 問 「悪ですか」 }
                判定 可否 { 結果 否, 可 ; 順位 ; 既定 可 }
                第1条 一
                規則 一 { もし 者 のいずれかで (者.悪) ならば 可否 = 否 }
                """))
        let question = try #require(talk.next)
        #expect(try talk.parse(input, for: question).get() == expected)
        #expect(talk.parse("猫", for: question).fault?.kind == .notUnderstood)
    }
}
