import Completions
import Contract
import Decisions
import Diagnostics
import Planning
import Plans
import Runtime
import Testing
import Values
import Vocabulary

/// Faults that random rules once found, small enough to read.
@Suite("The exact search where it once went wrong")
struct FoundTests {
    private func plan(_ body: String) throws -> Plan {
        let result = RuleText.check(["規約 t { 当事者 甲, 乙 }\n判定 主 { 結果 否, 可 ; 順位 ; 既定 他 }\n第1条 一 「」\n" + body])
        return Plan(try #require(result.contract, "\(RuleText.findings(result))"))
    }

    private let day = Int64(CivilDate("2026-01-31")?.dayNumber ?? 0)

    private func verdict(_ plan: Plan, _ change: (inout FactFrame) -> Void = { _ in }) -> (outcomes: [String], verdict: Answer) {
        var frame = FactFrame(plan, asOf: day, time: 600)
        change(&frame)
        let verdict = Decider(plan).answer(Place(0), frame, [], order: .vocabulary)
        return (verdict.possible.filter { $0 < 3 }.map { plan.decisions[0].outcomes[$0].name }, verdict)
    }

    @Test("A constraint bears on the facts behind the definitions that it names")
    func constraintThroughDefinition() throws {
        let plan = try plan(
            """
            事実 物 「物」 { 一 : 真偽 「一」 問 「一」 }
            定義 一つ = 物.一
            制約 「一」 { ならば 一つ }
            規則 r { もし 物.一 ならば 主 = 可 }
            """)
        #expect(verdict(plan).outcomes == ["可"])
    }

    @Test("A further record of an open list must meet the rest of the condition too")
    func furtherRecord() throws {
        let plan = try plan(
            """
            事実 物 「物」 { 一 : 真偽 「一」 問 「一」 }
            一覧 者 「者」 問 「者」 { 悪 : 真偽 「悪」 問 「悪」 }
            規則 r { もし 者 のいずれかで (者.悪 かつ 物.一) ならば 主 = 可 }
            """)
        #expect(verdict(plan) { $0[Place(2)] = Reading(.known, 0) }.outcomes == ["他"])
        #expect(verdict(plan) { $0[Place(2)] = Reading(.known, 1) }.outcomes == ["可", "他"])
    }

    @Test("Two questions about an open list are answered by two further records")
    func twoFurtherRecords() throws {
        let plan = try plan(
            """
            一覧 者 「者」 問 「者」 { 悪 : 真偽 「悪」 問 「悪」 }
            規則 r { もし 者 のいずれかで (者.悪) かつ 者 のいずれかで (者.悪 でない) ならば 主 = 可 }
            規則 s { もし 者 のいずれかで (者.悪) かつ (者 のいずれかで (者.悪)) でない ならば 主 = 否 }
            """)
        let (outcomes, verdict) = verdict(plan)
        #expect(outcomes == ["可", "他"])
        #expect(!verdict.isApproximate)
    }

    @Test("Unknown days a period apart can lie on both sides of it")
    func daysApart() throws {
        let plan = try plan(
            """
            事実 時 「時」 { 始 : 日付 「始」 問 「始」 ; 終 : 日付 「終」 問 「終」 }
            規則 r { もし 時.始 > 基準日 かつ 時.始 + 30日 ≤ 時.終 かつ (時.終 が 未到来) でない ならば 主 = 可 }
            規則 s { もし 時.終 が 未到来 ならば 主 = 否 }
            """)
        let (outcomes, verdict) = verdict(plan)
        #expect(outcomes == ["否", "可", "他"])
        #expect(!verdict.isApproximate)
    }

    @Test("Three unknown numbers find room in a row")
    func threeInARow() throws {
        let plan = try plan(
            """
            事実 量 「量」 { 一 : 整数 「一」 問 「一」 ; 二 : 整数 「二」 問 「二」 ; 三 : 整数 「三」 問 「三」 }
            規則 r { もし 量.一 > 5 かつ 量.一 < 量.二 かつ 量.二 < 量.三 ならば 主 = 可 }
            """)
        let (outcomes, verdict) = verdict(plan)
        #expect(outcomes == ["可", "他"])
        #expect(!verdict.isApproximate)
    }

    @Test("Months are of different lengths: unknown days that they lie between are looked at roughly, not wrongly")
    func monthsBetween() throws {
        let plan = try plan(
            """
            事実 時 「時」 { 始 : 日付 「始」 問 「始」 ; 終 : 日付 「終」 問 「終」 }
            規則 r { もし 時.終 が 未到来 または 時.始 ≥ 時.終 または 時.終 - 1か月 ≤ 時.始 ならば 主 = 可 }
            """)
        let (outcomes, verdict) = verdict(plan)
        #expect(outcomes == ["可", "他"])
        #expect(verdict.isApproximate)
    }

    @Test("An unknown day after the day to judge by may lie on either side of one that is still to come")
    func pendingAgainstUnknown() throws {
        let plan = try plan(
            """
            事実 時 「時」 { 始 : 日付 「始」 問 「始」 ; 終 : 日付 「終」 問 「終」 }
            規則 r { もし 時.始 が 未到来 ならば 主 = 否 }
            規則 s { もし 時.始 < 時.終 ならば 主 = 可 }
            """)
        #expect(verdict(plan) { $0[Place(3)] = Reading(.pending) }.outcomes == ["否", "可", "他"])
    }

    @Test("Of weekdays, and of months that are moved by months, the search knows all")
    func weekdays() throws {
        let plan = try plan(
            """
            事実 時 「時」 { 始 : 日付 「始」 問 「始」 ; 期 : 年月 「期」 問 「期」 }
            規則 r { もし 曜日(時.始 + 1日) = 月 かつ 時.始 > 基準日 かつ 時.期 + 1か月 = 2026-03 ならば 主 = 可 }
            規則 s { もし (時.始 が 未到来) でない かつ 曜日(時.始) = 月 かつ 曜日(時.始 + 1日) = 月 ならば 主 = 否 }
            """)
        let (outcomes, verdict) = verdict(plan)
        #expect(outcomes == ["可", "他"])
        #expect(!verdict.isApproximate)
    }

    @Test("A fact that stands beside an open list in a condition is missing even where the list is looked at roughly")
    func missingBesideList() throws {
        let plan = try plan(
            """
            事実 物 「物」 { 一 : 真偽 「一」 問 「一」 }
            一覧 者 「者」 問 「者」 { 悪 : 真偽 「悪」 問 「悪」 ; 歳 : 整数 「歳」 問 「歳」 }
            規則 r { もし 者 のいずれかで (者.悪 かつ 物.一) ならば 主 = 可 }
            規則 s { もし 者 のいずれかで (者.歳 > 1) かつ 者 のいずれかで (者.歳 < 1) かつ 者 のすべてで (者.歳 = 1) ならば 主 = 否 }
            """)
        let missing = verdict(plan).verdict.missing.filter(\.decides).map(\.subject)
        #expect(missing.contains(.fact(Place(2), record: nil, members: [])))
        #expect(missing.contains(.list(Place(0))))
    }

    @Test("What is counted in an open list is missing record by record")
    func countedInOpenList() throws {
        let plan = try plan(
            """
            一覧 者 「者」 問 「者」 { 悪 : 真偽 「悪」 問 「悪」 }
            規則 r { もし 者 の件数 (者.悪) ≥ 2 ならば 主 = 可 }
            """)
        let (outcomes, verdict) = verdict(plan) { frame in frame.change(Place(0)) { list in list.addRecord([plan.facts[2]]) } }
        #expect(outcomes == ["可", "他"])
        #expect(verdict.isApproximate)
        #expect(verdict.missing.map(\.subject).contains(.fact(Place(2), record: 0, members: [])))
    }

    @Test("Where constraints let no fact change alone, there is still something to ask")
    func tiedTogether() throws {
        let plan = try plan(
            """
            事実 物 「物」 { 一 : 真偽 「一」 問 「一」 ; 二 : 真偽 「二」 問 「二」 }
            制約 「一」 { もし 物.二 ならば 物.一 }
            制約 「二」 { もし 物.一 ならば 物.二 }
            規則 r { もし 物.二 ならば 主 = 可 }
            """)
        let (outcomes, verdict) = verdict(plan)
        #expect(outcomes == ["可", "他"])
        #expect(verdict.missing.filter(\.decides).map(\.subject) == [.fact(Place(3), record: nil, members: [])])
    }

    @Test("Members of a set that a constraint ties together matter together")
    func tiedMembers() throws {
        let plan = try plan(
            """
            列挙 因 { 火 ; 水 }
            事実 物 「物」 { 因 : 集合 因 「因」 問 「因」 ; 一 : 真偽 「一」 問 「一」 }
            制約 「一」 { もし 物.因 に 火 を含む ならば 物.因 に 水 を含む }
            制約 「二」 { もし 物.因 に 水 を含む ならば 物.因 に 火 を含む }
            規則 r { もし 物.因 に 火 を含む かつ 物.一 ならば 主 = 可 }
            """)
        #expect(
            verdict(plan).verdict.missing.filter(\.decides).map(\.subject) == [
                .fact(Place(2), record: nil, members: [0, 1]), .fact(Place(3), record: nil, members: []),
            ])
    }

    @Test(
        "What cannot be evaluated is refused",
        arguments: [
            ("事実 物 「物」 { 日 : 日付 「日」 問 「日」 前提 翌日 ≥ 基準日 }\n定義 翌日 = 物.日 + 1日", DiagnosticCode.cyclicDefinition),
            ("一覧 者 「者」 問 「者」 { 悪 : 真偽 「悪」 問 「悪」 前提 者 の件数 (者.悪) ≥ 1 }", .cyclicDefinition),
            ("事実 物 「物」 { 一 : 真偽 「一」 問 「一」 前提 主 = 可 }", .unsupportedNesting),
            ("制約 「一」 { ならば 主 = 可 }", .unsupportedNesting),
        ])
    func refused(text: String, code: DiagnosticCode) {
        let result = RuleText.check(["規約 t { }\n判定 主 { 結果 否, 可 ; 順位 ; 既定 他 }\n第1条 一 「」\n" + text])
        #expect(result.diagnostics.filter { $0.severity == .error }.map(\.code) == [code])
    }

    @Test("Steps along the calendar are exact: month ends, periods and days carried over turn where their days do")
    func alongTheCalendar() throws {
        let steps = "満了日(時.始, 1か月) < 2026-03-31 かつ 休日送り(月末(時.始)) ≥ 2026-03-02"
        func plan(_ condition: String) throws -> Plan {
            try self.plan(
                """
                事実 時 「時」 { 始 : 日付 「始」 問 「始」 }
                規則 r { もし \(condition) ならば 主 = 可 }
                規則 s { もし 年月(時.始) = 2026-02 かつ 時.始 < 2026-02-28 かつ 休日送り(月末(時.始)) < 2026-03-01 ならば 主 = 否 }
                """)
        }
        // February 2026 ends on a Saturday, which is not carried over, so the month's end is 2 March or later only for days in March and after;
        // and a period of a month from 1 March ends on 1 April. So no day that has come is both.
        let (outcomes, verdict) = verdict(try plan("(時.始 が 未到来) でない かつ " + steps))
        #expect(outcomes == ["否", "他"])
        #expect(!verdict.isApproximate)
        // Of a day still to come it is only known that it lies after the day to judge by, 31 January: each comparison is open.
        #expect(self.verdict(try plan(steps)).outcomes == ["否", "可", "他"])
    }

    @Test("Whether an unknown day is a holiday is left open, and said to be")
    func unknownHoliday() throws {
        let plan = try plan(
            """
            事実 時 「時」 { 始 : 日付 「始」 問 「始」 }
            規則 r { もし 祝日(時.始) ならば 主 = 可 }
            """)
        let (outcomes, verdict) = verdict(plan)
        #expect(outcomes == ["可", "他"])
        #expect(verdict.isApproximate)
        #expect(verdict.missing.map(\.decides) == [true])
    }

    @Test("What is counted of records that nobody has named may hang on facts outside the list")
    func countedOutside() throws {
        let plan = try plan(
            """
            事実 物 「物」 { 一 : 真偽 「一」 問 「一」 }
            一覧 者 「者」 問 「者」 { 悪 : 真偽 「悪」 問 「悪」 }
            規則 r { もし 者 の件数 (者.悪 または 物.一) ≥ 1 ならば 主 = 可 }
            """)
        let (_, verdict) = verdict(plan)
        #expect(verdict.missing.contains { $0.subject == .fact(Place(2), record: nil, members: []) })
    }

    /// Five questions about one open list, more than are tried record by record.
    private func questions(_ last: String) -> String {
        """
        列挙 因 { 火 ; 水 ; 風 ; 土 }
        事実 物 「物」 { 一 : 真偽 「一」 問 「一」 }
        一覧 者 「者」 問 「者」 { 因 : 集合 因 「因」 問 「因」 ; 悪 : 真偽 「悪」 問 「悪」 }
        規則 a { もし 者 のいずれかで (者.因 に 火 を含む) かつ (者 のいずれかで (者.因 に 水 を含む)) でない ならば 主 = 可 }
        規則 b { もし 者 のいずれかで (者.因 に 風 を含む) かつ 者 のすべてで (者.因 に 土 を含む でない) かつ 者 のいずれかで (\(last)) ならば 主 = 否 }

        """
    }

    @Test("However much is asked of the records of an open list: where each question can be settled by itself the search is exact")
    func symmetricRecords() throws {
        let (outcomes, verdict) = verdict(try plan(questions("者.悪")))
        #expect(outcomes == ["否", "可", "他"])
        #expect(!verdict.isApproximate)
        #expect(verdict.missing.map(\.subject) == [.list(Place(0))])
    }

    @Test(
        "Where one question settles another, or hangs on a fact outside the list, the search says that it is rough",
        arguments: ["者.因 に 風 を含む かつ 者.悪", "者.悪 かつ 物.一"])
    func dependentRecords(last: String) throws { #expect(verdict(try plan(questions(last))).verdict.isApproximate) }
}
