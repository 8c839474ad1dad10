import Completions
import Decisions
import Outlook
import Plans
import Runtime
import Samples
import Testing
import Values
import Vocabulary

@Suite("Days that a business calendar designates")
struct BusinessCalendarTests {
    private static let rules = """
        規約 見本 { 当事者 甲 「客」, 乙 「店」 ; 回答者 乙 }
        事実 日 「日」 尋ねる相手 乙 { 指定日 : 真偽 「指定日」 問 「その日は指定日ですか」 }
        事実 依頼 「依頼」 尋ねる相手 甲 { 急ぎ : 真偽 「急ぎ」 問 「急ぎですか」 }
        営業暦 日.指定日 「店の暦」 元 「calendar.csv」
        判定 受付 { 結果 休み 「休みです」, 可 「受けます」 ; 既定 可 }
        第1条 「指定日は、急ぎでなければ受けない」
        規則 休み { もし 日.指定日 = 真 かつ 依頼.急ぎ でない ならば 受付 = 休み }

        """

    private static func csv(_ range: String, _ days: [String]) -> String {
        "種別,始,終,出典,備考\n範囲,\(range),,\n" + days.map { "指定日,\($0)\n" }.joined()
    }

    private static let days = csv("2026-04-01,2027-03-31", ["2026-12-29,2027-01-03,社内掲示,年末年始", "2026-05-07,,,"])

    private static func answer(_ sample: Sample, _ day: String, _ facts: String = "\"依頼\": {\"急ぎ\": false}") throws -> Answer {
        try sample.answer("受付", "{\"as_of\": \"\(day)\", \(facts)}")
    }

    private static func outcome(_ answer: Answer, _ sample: Sample) -> String? { answer.outcome.map { sample.plan.decisions[0].outcomes[$0].name } }

    @Test(
        "Both ends of a stretch and of the range are in; outside the range the fact is asked",
        arguments: [
            ("2026-03-31", nil), ("2026-04-01", "可"), ("2026-05-06", "可"), ("2026-05-07", "休み"), ("2026-05-08", "可"), ("2026-12-28", "可"), ("2026-12-29", "休み"),
            ("2027-01-03", "休み"), ("2027-01-04", "可"), ("2027-03-31", "可"), ("2027-04-01", nil),
        ])
    func days(day: String, expected: String?) throws {
        let sample = try Sample(Self.rules, data: ["calendar.csv": Self.days])
        let answer = try Self.answer(sample, day)
        #expect(Self.outcome(answer, sample) == expected)
        let fact = try sample.fact("日.指定日")
        #expect(answer.missing.map(\.subject) == (expected == nil ? [.fact(fact, record: nil, members: [])] : []))
    }

    @Test("Without a calendar the fact is asked on every day")
    func without() throws {
        let sample = try Sample(Self.rules)
        let answer = try Self.answer(sample, "2026-12-29")
        #expect(answer.status == .undetermined && answer.missing.count == 1 && answer.sources.isEmpty)
    }

    @Test("The answer names the row of the calendar, where it is from, and its range")
    func source() throws {
        let sample = try Sample(Self.rules, data: ["calendar.csv": Self.days])
        let source = try #require(try Self.answer(sample, "2026-12-30").sources.first)
        let table = sample.plan.tables[source.table]
        let row = table.rows[try #require(source.row)]
        #expect(table.label == "店の暦" && row.values == [1])
        #expect(row.provenance == .init(row: "2026-12-30", source: "社内掲示", retrieved: nil, certainty: "2026-04-01〜2027-03-31", note: "年末年始"))
    }

    @Test("A fact that is stated against the calendar is refused with its name; outside its range, and where it agrees, it is taken")
    func stated() throws {
        let sample = try Sample(Self.rules, data: ["calendar.csv": Self.days])
        func state(_ day: String, _ value: Bool) throws -> Answer { try Self.answer(sample, day, "\"依頼\": {\"急ぎ\": false}, \"日\": {\"指定日\": \(value)}") }
        #expect { try state("2026-12-29", false) } throws: { "\($0)".contains("店の暦") }
        #expect(Self.outcome(try state("2026-12-29", true), sample) == "休み")
        #expect(Self.outcome(try state("2027-04-01", true), sample) == "休み")
        // Of another day than the stated one the calendar tells.
        #expect(try state("2026-12-29", true).nextChange.outcome?.moment.description == "2027-01-04")
    }

    @Test("Calendars at random: each day is as if it were stated, and the next change is the first day that differs", arguments: 0..<25)
    func random(seed: Int) throws {
        var state = UInt64(seed) &* 2_862_933_555_777_941_757 &+ 3_037_000_493
        func below(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        let first = try #require(CivilDate("2026-06-01")?.adding(days: below(20)))
        let length = 10 + below(60)
        let last = try #require(first.adding(days: length))
        var designated: Set<Int> = []
        var rows: [String] = []
        for _ in 0..<below(5) {
            let start = below(length)
            let end = min(length, start + below(6))
            designated.formUnion(start...end)
            let dates = [start, end].compactMap { first.adding(days: $0)?.description }
            rows.append(dates.joined(separator: ",") + ",,")
        }
        let sample = try Sample(Self.rules, data: ["calendar.csv": Self.csv("\(first),\(last)", rows)])
        let plain = try Sample(Self.rules)
        func isOff(_ day: Int) -> Bool? { 0...length ~= day ? designated.contains(day) : nil }
        for day in -2...(length + 2) {
            let date = try #require(first.adding(days: day))
            let answer = try Self.answer(sample, date.description)
            let stated = isOff(day).map { ", \"日\": {\"指定日\": \($0)}" } ?? ""
            let same = try Self.answer(plain, date.description, "\"依頼\": {\"急ぎ\": false}" + stated)
            #expect(answer.status == same.status && answer.outcome == same.outcome && answer.missing.map(\.subject) == same.missing.map(\.subject))
            guard isOff(day) != nil else { continue }
            let next = (day + 1...length + 1).first { isOff($0) != isOff(day) }
            #expect(answer.nextChange.outcome?.moment.description == next.flatMap { first.adding(days: $0)?.description }, "\(date)")
        }
    }
}
