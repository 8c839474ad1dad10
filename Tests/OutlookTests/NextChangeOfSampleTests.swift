import Completions
import Outlook
import Plans
import Runtime
import Samples
import Testing
import Values
import Vocabulary

/// Days counted on the calendar. 2026-07-01 is a Wednesday.
@Suite("When an answer next changes by itself")
struct NextChangeOfSampleTests {
    private static func contract(_ rules: String) -> String {
        """
        規約 見本 { 当事者 甲, 乙 }
        事実 物 「物」 { 赤 : 真偽 「赤」 問 「赤ですか」 ; 期日 : 日付 「期日」 問 「いつですか」 }
        参照表 料率 「料率」 { 元 「rate.csv」 ; 直近 始 ; 列 率 : 整数 ; 期末 2026-12-31 }
        判定 何 { 結果 可, 別 ; 既定 否 }
        判定 次 { 結果 可 ; 既定 否 }
        第1条 「見本」
        \(rules)

        """
    }

    private static let data = ["rate.csv": "始,率,出典,取得日\n2026-01-01,3,見本,2026-01-01\n2026-09-15,5,見本,2026-01-01\n"]

    private func change(_ rules: String, _ facts: String, of name: String = "何") throws -> (sample: Sample, change: NextChange) {
        let sample = try Sample(Self.contract(rules), data: Self.data)
        let frame = try sample.frame(
            facts.contains("as_of") ? "{\(facts)}" : facts.isEmpty ? #"{"as_of": "2026-07-01"}"# : #"{"as_of": "2026-07-01", \#(facts)}"#)
        let (solver, decision) = (Solver(sample.plan, budget: 100_000), try sample.decision(name))
        return (sample, solver.nextChange(decision, frame, solver.finding(decision, frame)))
    }

    /// The moment, and the outcomes that are possible from then on; a conflict is 抵触.
    private func told(_ rules: String, _ facts: String, of name: String = "何") throws -> String? {
        let (sample, change) = try change(rules, facts, of: name)
        let names = sample.plan.decisions[try sample.decision(name)].outcomes.map(\.name) + ["抵触"]
        return change.outcome.map { "\($0.moment.description) \($0.possible.map { names[$0] }.joined(separator: "・"))" }
    }

    @Test(
        "It is the first day on which another outcome is possible",
        arguments: [
            ("基準日 が 2026-07-31 以前", "", "2026-08-01 否"), ("基準日 が 2026-08-01 以降", "", "2026-08-01 可"), ("基準日 = 2026-07-02", "", "2026-07-02 可"),
            ("基準日 ≠ 2026-07-02", "", "2026-07-02 否"), ("物.期日 + 30日 が 基準日 以降", #""物": {"期日": "2026-06-15"}"#, "2026-07-16 否"),
            ("月末(物.期日 + 1か月) が 基準日 以降", #""物": {"期日": "2026-06-15"}"#, "2026-08-01 否"),
            // 2026-07-11 is a Saturday, 2026-07-12 a Sunday: the last day is carried over to Monday.
            ("休日送り(物.期日) が 基準日 以降", #""物": {"期日": "2026-07-12"}"#, "2026-07-14 否"),
            ("日数(物.期日, 基準日) が 10日 以上", #""物": {"期日": "2026-06-25"}"#, "2026-07-05 可"), ("曜日(基準日) = 月", "", "2026-07-06 可"),
            ("曜日(基準日) = 水", "", "2026-07-02 否"), ("祝日(基準日)", "", "2026-07-20 可"), ("基準日 + 1か月 が 2026-08-31 以降", "", "2026-07-31 可"),
            // A month after the last day of January is the last day of February: the first day from which it is reached counts.
            ("基準日 + 1か月 が 2027-02-28 以降", #""as_of": "2027-01-01""#, "2027-01-28 可"), ("料率(基準日).率 = 3", "", "2026-09-15 否"),
            ("料率(基準日).率 = 3", #""as_of": "2026-10-01""#, "2027-01-01 可・否"),
            // Of an event that is still to come more is known when the other day has come.
            ("物.期日 が 2026-08-01 より前", #""物": {"期日": "未到来"}"#, "2026-08-01 否"),
            ("物.赤 かつ 基準日 が 2026-07-10 以前", "", "2026-07-11 否"), ("物.赤 または 基準日 が 2026-07-10 以降", "", "2026-07-10 可"),
        ])
    func outcomes(condition: String, facts: String, expected: String) throws {
        #expect(try told("規則 可 { もし \(condition) ならば 何 = 可 }", facts) == expected)
    }

    @Test("Where no day has a say it never changes, and no day was looked at", arguments: ["物.赤", "物.期日 が 2026-06-30 以前", "物.赤 または 物.赤 でない"])
    func never(condition: String) throws {
        let facts = #""物": {"赤": true, "期日": "2026-06-30"}"#
        let change = try change("規則 可 { もし \(condition) ならば 何 = 可 }", facts).change
        #expect(change.outcome == nil && change.grounds == nil && change.until == nil)
    }

    @Test("Where nothing changes any more thirty years are looked at, and no day behind the last of the calendar")
    func horizon() throws {
        let rule = "規則 可 { もし 基準日 が 2026-06-30 以前 ならば 何 = 可 }"
        let last = Int64(try #require(CivilDate("2056-07-01")).dayNumber)
        let change = try change(rule, "").change
        #expect(change.outcome == nil && change.until == last)
        // A day later it is found from a day later only.
        let far = "規則 可 { もし 基準日 が 2056-07-02 以降 ならば 何 = 可 }"
        #expect(try told(far, "") == nil)
        #expect(try told(far, #""as_of": "2026-07-02""#) == "2056-07-02 可")
        #expect(try self.change(rule, #""as_of": "9999-12-31""#).change.until == nil)
    }

    @Test(
        "With a time of the day it is a minute, that of another day where the day must turn first",
        arguments: [
            ("基準時刻 ≥ 17:00", "09:00", 1, 1020, "可"), ("基準時刻 ≥ 17:00", "18:00", 2, 0, "否"), ("基準時刻 = 12:00", "12:00", 1, 721, "否"),
            ("基準時刻 ≥ 9:00 かつ 基準時刻 < 17:00 かつ 曜日(基準日) = 月", "12:00", 6, 540, "可"), ("基準日 が 2026-07-10 以前", "12:00", 11, 0, "否"),
        ])
    func times(condition: String, time: String, day: Int, minute: Int64, expected: String) throws {
        let (sample, change) = try change("規則 可 { もし \(condition) ならば 何 = 可 }", #""as_of": "2026-07-01", "as_of_time": "\#(time)""#)
        let found = try #require(change.outcome)
        #expect(found.moment.day == Int64(try #require(CivilDate(year: 2026, month: 7, day: day)).dayNumber) && found.moment.minute == minute)
        #expect(found.outcome.map { sample.plan.decisions[Place(0)].outcomes[$0].name } == expected)
    }

    @Test("Other grounds for the same outcome are told where they come earlier, and only then")
    func grounds() throws {
        let rules = """
            規則 初め { もし 基準日 が 2026-07-10 以前 ならば 何 = 可 }
            規則 後 { もし 基準日 が 2026-07-05 以降 かつ 基準日 が 2026-07-20 以前 ならば 何 = 可 }
            """
        let change = try change(rules, "").change
        #expect(change.grounds?.description == "2026-07-05")
        #expect(change.outcome?.moment.description == "2026-07-21")
        let alone = try self.change("規則 初め { もし 基準日 が 2026-07-10 以前 ならば 何 = 可 }", "").change
        #expect(alone.grounds == nil && alone.outcome?.moment.description == "2026-07-11")
    }

    @Test("What comes out then may be settled, open or a conflict")
    func statuses() throws {
        let conflict = try change(
            "規則 可 { もし 基準日 が 2026-07-10 以前 ならば 何 = 可 }\n規則 別 { もし 基準日 が 2026-07-05 以降 ならば 何 = 別 }", ""
        ).change
        #expect(conflict.outcome?.moment.description == "2026-07-05")
        #expect(conflict.outcome?.status == .conflict && conflict.outcome?.outcome == nil)
        let open = try change("規則 可 { もし 基準日 が 2026-07-10 以前 または 物.赤 ならば 何 = 可 }", "").change
        #expect(open.outcome?.moment.description == "2026-07-11")
        #expect(open.outcome?.status == .undetermined && open.outcome?.outcome == nil && open.outcome?.possible.count == 2)
    }

    @Test("Rules that give way, and decisions that others read, turn with what they hang on")
    func through() throws {
        let rules = """
            規則 可 { ならば 何 = 可 }
            第1条ただし書 「後は別」
            規則 別 { もし 基準日 が 2026-07-05 以降 ならば 何 = 別 ; ただし }
            第2条 「続き」
            規則 次 { もし 何 = 可 ならば 次 = 可 }
            """
        #expect(try told(rules, "") == "2026-07-05 別")
        #expect(try told(rules, "", of: "次") == "2026-07-05 否")
        #expect(try told(rules, #""as_of": "2026-07-05""#, of: "次") == nil)
    }

    @Test("An unknown day is compared with others: the outcome is open until all of them give the same")
    func unknown() throws {
        func rule(_ day: String) -> String { "規則 可 { もし 物.期日 が \(day) 以前 かつ 物.期日 が 基準日 以降 ならば 何 = 可 }" }
        #expect(try told(rule("2026-07-02"), "") == "2026-07-03 否")
        // Few days are searched while the answer is open; the day that was reached is no further than it may be.
        let far = try change(rule("2026-07-31"), "").change
        #expect(far.outcome?.moment.description ?? "2026-08-01" == "2026-08-01")
        let august = Int64(try #require(CivilDate("2026-08-01")).dayNumber)
        #expect(far.outcome != nil || (far.until ?? august) < august)
    }
}
