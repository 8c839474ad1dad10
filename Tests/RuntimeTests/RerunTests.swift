import Plans
import Runtime
import Samples
import Testing
import Values
import Vocabulary

@Suite("The same case on other days")
struct RerunTests {
    private static let rules = """
        規約 見本 { 当事者 甲, 乙 }
        事実 物 「物」 { 赤 : 真偽 「赤」 問 「赤ですか」 ; 期日 : 日付 「期日」 問 「いつですか」 }
        判定 可否 { 結果 否, 可 ; 順位 ; 既定 なし }
        第1条 「赤なら可」
        規則 赤 { もし 物.赤 ならば 可否 = 可 }
        第1条ただし書 「期日の後は否」
        規則 遅い { もし 基準日 が 物.期日 より後 ならば 可否 = 否 ; ただし }
        第2条 「夕方は否」
        規則 夕方 { もし 基準時刻 ≥ 17:00 ならば 可否 = 否 }

        """
    private let sample: Sample

    init() throws { sample = try Sample(Self.rules) }

    private func number(_ day: String) throws -> Int64 { Int64(try #require(CivilDate(day)).dayNumber) }

    private func evaluator() throws -> Evaluator<NoTracer> {
        let frame = try sample.frame(#"{"as_of": "2026-07-01", "as_of_time": "09:00", "物": {"赤": true, "期日": "2026-07-10"}}"#)
        var evaluator = Evaluator(sample.plan, frame, tracer: NoTracer())
        evaluator.run(try sample.decision("可否"))
        return evaluator
    }

    @Test("Only the steps that the day may turn are taken again, forwards and back")
    func days() throws {
        var evaluator = try evaluator()
        let (red, late) = (try sample.rule("赤"), try sample.rule("遅い"))
        let rerun = evaluator.rerun(try sample.decision("可否"), holds: { $0 == late }, applies: { $0 == late || $0 == red })
        for (day, expected, applies) in [("2026-07-10", "可", Truth.yes), ("2026-07-11", "否", .no), ("2026-07-09", "可", .yes), ("2027-01-01", "否", .no)] {
            evaluator.judge(on: try number(day), at: nil)
            evaluator.run(rerun)
            #expect(try sample.outcomes(of: "可否", evaluator) == [expected], "\(day)")
            #expect(evaluator.applies[red.value] == applies && evaluator.holds[red.value] == .yes)
        }
    }

    @Test("Steps that are not taken again stay as they are, and what they give stays given")
    func staying() throws {
        var evaluator = try evaluator()
        let late = try sample.rule("遅い")
        let rerun = evaluator.rerun(try sample.decision("可否"), holds: { _ in false }, applies: { _ in false })
        evaluator.judge(on: try number("2026-07-11"), at: nil)
        evaluator.run(rerun)
        #expect(evaluator.holds[late.value] == .no)
        #expect(try sample.outcomes(of: "可否", evaluator) == ["可"])
        evaluator.run(try sample.decision("可否"))
        #expect(evaluator.holds[late.value] == .yes)
        #expect(try sample.outcomes(of: "可否", evaluator) == ["否"])
    }

    @Test("Another time of the day counts where one is given")
    func times() throws {
        var evaluator = try evaluator()
        let decision = try sample.decision("可否")
        for (minute, expected) in [(1019, "可"), (1020, "否"), (nil, "否")] as [(Int64?, String)] {
            evaluator.judge(on: try number("2026-07-01"), at: minute)
            evaluator.run(decision)
            #expect(try sample.outcomes(of: "可否", evaluator) == [expected])
        }
    }
}
