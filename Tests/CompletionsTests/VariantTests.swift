import Completions
import Plans
import Runtime
import Samples
import Testing
import Vocabulary

@Suite("The case, changed here and there")
struct VariantTests {
    private static let rules = """
        規約 見本 { 当事者 甲, 乙 }
        列挙 色 { 赤 ; 青 }
        事実 物 「物」 { 赤 : 真偽 「赤」 問 「赤ですか」 ; 青 : 真偽 「青」 問 「青ですか」 }
        事実 判断 「判断」 {
          逆 : 真偽 「逆」 問 「逆にしますか」 裁量 乙
          塗り : 集合 色 「塗り」 問 「どの色ですか」 裁量 乙
          無駄 : 真偽 「無駄」 問 「無駄ですか」 裁量 乙
        }
        解釈 幅 { 論点 「広く読むか」 ; 条項 第1条 ; 案 狭い 採用 理由 「見本」 ; 案 広い }
        解釈 隣 { 論点 「ほか」 ; 条項 第1条 ; 案 一 採用 理由 「見本」 ; 案 二 }
        判定 何 { 結果 可 ; 既定 否 }
        判定 次 { 結果 可 ; 既定 否 }
        第1条 「見本」
        規則 赤 { もし 物.赤 かつ 判断.逆 でない ならば 何 = 可 }
        規則 逆 { もし 物.赤 でない かつ 判断.逆 ならば 何 = 可 }
        規則 広い { もし 物.青 かつ 解釈 幅 = 広い ならば 何 = 可 }
        規則 塗り { もし 判断.塗り に 青 を含む ならば 何 = 可 }
        規則 次 { もし 何 = 可 ならば 次 = 可 }

        """
    private let sample: Sample

    init() throws { sample = try Sample(Self.rules) }

    /// What the decision comes to under changes, from one search that is varied and from a search of its own.
    private func outcomes(_ variants: Variants, _ changes: [Change], _ frame: FactFrame, _ solver: Solver) throws -> Set<String> {
        let decision = try sample.decision("何")
        var changed = frame
        for change in changes { change.apply(to: &changed, sample.plan) }
        let finding = variants.finding(changes)
        #expect(finding.possible == solver.finding(decision, changed).possible)
        return sample.names(finding.possible, decision)
    }

    @Test("Each change is looked at by itself and leaves the case as it was", arguments: [100_000, 0])
    func findings(budget: Int) throws {
        let solver = Solver(sample.plan, budget: budget)
        let frame = try sample.dated(#""物": {"赤": false}"#)
        let reverse = Change.exercise(try sample.fact("判断.逆"), 1)
        let (red, blue) = (Change.exercise(try sample.fact("判断.塗り"), 0), Change.exercise(try sample.fact("判断.塗り"), 1))
        let wide = Change.reading(Place(0), 1)
        let variants = Variants(solver, try sample.decision("何"), frame, [reverse, red, blue, wide])
        for _ in 0..<2 {
            #expect(try outcomes(variants, [], frame, solver) == ["否"])
            #expect(try outcomes(variants, [reverse], frame, solver) == ["可"])
            #expect(try outcomes(variants, [wide], frame, solver) == ["可", "否"])
            // One member is decided; the others are open.
            #expect(try outcomes(variants, [red], frame, solver) == ["可", "否"])
            #expect(try outcomes(variants, [blue], frame, solver) == ["可"])
            #expect(try outcomes(variants, [wide, blue], frame, solver) == ["可"])
        }
    }

    @Test("An interpretation may matter where a rule that looks at it is open once the reading is")
    func mattering() throws {
        let solver = Solver(sample.plan, budget: 100_000)
        let decision = try sample.decision("何")
        let (width, other) = (Place<Interpretation>(0), Place<Interpretation>(1))
        #expect(solver.mattering(decision, try sample.dated("")).contains(width))
        #expect(solver.mattering(decision, try sample.dated(#""物": {"青": true}"#)).contains(width))
        #expect(!solver.mattering(decision, try sample.dated(#""物": {"青": false}"#)).contains(width))
        #expect(!solver.mattering(decision, try sample.dated("")).contains(other))
        // Through the decision that another reads.
        #expect(solver.mattering(try sample.decision("次"), try sample.dated("")).contains(width))
    }

    @Test("What can change a condition is known with and without the rules that it names")
    func masks() throws {
        let masks = ChangeMasks(sample.plan)
        func condition(_ rule: String) throws -> ConditionID { sample.plan.conditions[try sample.rule(rule).value] }
        let (width, reverse) = (ChangeMasks.bit(Place<Interpretation>(0)), ChangeMasks.bit(try sample.fact("判断.逆")))
        #expect(masks.own[try condition("広い")] == width)
        #expect(masks.own[try condition("赤")] == reverse)
        #expect(masks.own[try condition("次")] == 0)
        #expect(masks.all[try condition("次")] & (width | reverse) == width | reverse)
        #expect(masks.all[try condition("広い")] == width)
    }

    @Test("What is opened is a reading that is any, or a discretion of which nothing is known")
    func opened() throws {
        var frame = try sample.dated("")
        let reverse = try sample.fact("判断.逆")
        Change.reading(Place(0), 1).open(in: &frame)
        Change.exercise(reverse, 1).open(in: &frame)
        #expect(frame.interpretations == [FactFrame.anyReading, 0] && frame[reverse] == .unknown)
        let paint = try sample.fact("判断.塗り")
        Change.exercise(paint, 1).apply(to: &frame, sample.plan)
        #expect(frame[paint] == Reading(.known, 2) && frame.excluded[paint.value] == 0)
    }
}
