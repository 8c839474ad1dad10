import Completions
import Norms
import Plans
import Runtime
import Samples
import Testing
import Values
import Vocabulary

@Suite("Norms that apply, and what they come to")
struct NormInForceTests {
    private static let started = #""料金": {"開始日": "2026-05-20", "月額": 1005, "人数": 3, "検収日": "2026-01-31", "最後の月": "2026-12", "遅れ": false}"#
    private let sample: NormSample

    init() throws { sample = try NormSample() }

    private func day(_ text: String) throws -> Int64 { Int64(try #require(CivilDate(text)).dayNumber) }

    private func month(_ year: Int, _ month: Int) throws -> Int64 { Int64(try #require(YearMonth(year: year, month: month)).monthNumber) }

    @Test("Those that follow from the decision apply where it comes out so")
    func applying() throws {
        #expect(try sample.inForce("支払", Self.started).map { sample.name($0.norm) } == ["月額", "一人分", "検収", "連絡"])
        #expect(try sample.inForce("支払", #""料金": {"開始日": "2026-07-11"}"#).isEmpty)
        // What may apply does not.
        #expect(try sample.inForce("支払", "").isEmpty)
        #expect(try sample.inForce("支払", Self.started.replacing("false", with: "true")).map { sample.name($0.norm) }.last == "低い損害金")
    }

    @Test("A deadline is a day that is computed; one in words is none")
    func deadlines() throws {
        #expect(try sample.norm("月額", Self.started).deadline == day("2026-07-31"))
        // From the last day of January a month leads to the last of February.
        #expect(try sample.norm("検収", Self.started).deadline == day("2026-02-28"))
        let words = try sample.norm("連絡", Self.started)
        #expect(words.deadline == nil && words.amount == nil && words.recurrence == nil && words.waiting.isEmpty)
    }

    @Test("An amount is computed exactly, to the millionth of its unit")
    func amounts() throws {
        // 1005 × 110 % = 1105.5, cut to 1105; 1005 ÷ 3 = 335.
        #expect(try sample.norm("月額", Self.started).amount == 1_105_000_000)
        #expect(try sample.norm("一人分", Self.started).amount == 335_000_000)
        #expect(try sample.norm("検収", Self.started).amount == nil)
        // 10 % of 1005 is 100.5; nobody asked to round it.
        #expect(try sample.norm("低い損害金", Self.started.replacing("false", with: "true")).amount == 100_500_000)
    }

    @Test(
        "What is not known, or has not happened, is waited for",
        arguments: [
            (#""料金": {"開始日": "2026-05-20"}"#, "月額", ["料金.月額", "料金.最後の月"]), (#""料金": {"開始日": "2026-05-20"}"#, "検収", ["料金.検収日"]),
            (#""料金": {"開始日": "2026-05-20", "検収日": "未到来"}"#, "検収", ["料金.検収日"]),
            (#""料金": {"開始日": "2026-05-20", "月額": 1000}"#, "一人分", ["料金.人数"]),
            // Division by zero gives no amount, and nothing that anyone could say would.
            (#""料金": {"開始日": "2026-05-20", "月額": 1000, "人数": 0}"#, "一人分", []),
        ])
    func waiting(facts: String, norm: String, expected: [String]) throws {
        let found = try sample.norm(norm, facts)
        #expect(sample.names(of: found.waiting) == expected)
        #expect(found.amount == nil && (found.deadline == nil || norm == "月額"))
    }

    @Test(
        "It recurs next in the month after today's, not before its first and not after its last",
        arguments: [
            ("2026-07-10", "2026-05-20", "2026-12", 8), ("2026-07-31", "2026-05-20", "2026-08", 8), ("2026-07-10", "2026-05-20", "2026-07", nil),
            ("2026-11-30", "2026-05-20", "2026-12", 12), ("2026-12-01", "2026-05-20", "2026-12", nil), ("2026-07-10", "2026-07-10", "2026-12", 8),
            ("2026-07-10", "2026-05-20", "2026-04", nil),
        ] as [(String, String, String, Int?)])
    func recurrence(today: String, from: String, through: String, next: Int?) throws {
        let facts = #""as_of": "\#(today)", "料金": {"開始日": "\#(from)", "最後の月": "\#(through)"}"#
        let found = try #require(try sample.norm("月額", facts).recurrence)
        #expect(found.from == (try month(2026, from.hasPrefix("2026-05") ? 5 : 7)))
        #expect(found.through == (try month(2026, try #require(Int(through.suffix(2))))))
        #expect(found.next == (try next.map { try month(2026, $0) }))
    }

    @Test("With the last month open so is the next")
    func openRecurrence() throws {
        let found = try #require(try sample.norm("月額", #""料金": {"開始日": "2026-05-20"}"#).recurrence)
        #expect(found.from == (try month(2026, 5)) && found.through == nil && found.next == nil)
    }

    @Test("Of one norm it is told whether it applies, whatever decision it follows from")
    func state() throws {
        func applies(_ norm: String, _ facts: String) throws -> Truth { sample.reader.state(of: try sample.number(norm), try sample.frame(facts)).applies }
        #expect(try applies("月額", Self.started) == .yes)
        #expect(try applies("月額", #""料金": {"開始日": "未到来"}"#) == .no)
        #expect(try applies("月額", "") == .unknown)
        #expect(try applies("保守の損害", #""ほか": {"貸出": true}"#) == .yes)
        #expect(try applies("保守の損害", #""ほか": {"貸出": false}"#) == .no)
        #expect(sample.reader.state(of: try sample.number("月額"), try sample.frame(Self.started)).inForce.amount == 1_105_000_000)
    }
}
