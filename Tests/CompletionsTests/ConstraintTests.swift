import Completions
import Plans
import Runtime
import Samples
import Testing
import Vocabulary

@Suite("Completions that keep the constraints")
struct ConstraintTests {
    private static let rules = """
        規約 見本 { 当事者 甲, 乙 }
        事実 物 「物」 { 訪問 : 真偽 「訪問」 問 「訪問しますか」 ; 復旧 : 真偽 「復旧」 問 「復旧ですか」 ; 遠い : 真偽 「遠い」 問 「遠いですか」 }
        制約 「訪問は復旧だけ」 { もし 物.訪問 ならば 物.復旧 }
        制約 「遠ければ訪問」 { もし 物.遠い ならば 物.訪問 }
        判定 無理 { 結果 可 ; 既定 否 }
        判定 復旧 { 結果 可 ; 既定 否 }
        第1条 「見本」
        規則 訪問だけ { もし 物.訪問 かつ 物.復旧 でない ならば 無理 = 可 }
        規則 復旧 { もし 物.復旧 ならば 復旧 = 可 }

        """
    private let sample: Sample

    init() throws { sample = try Sample(Self.rules) }

    @Test("What no allowed completion gives is not possible")
    func impossible() throws {
        let settled = try sample.settle("無理", "")
        #expect(settled.outcomes == ["否"] && settled.open.isEmpty && settled.missing.isEmpty)
    }

    @Test("Constraints settle facts through each other")
    func chain() throws {
        #expect(try sample.settle("復旧", "").outcomes == ["可", "否"])
        let visit = try sample.settle("復旧", #""物": {"訪問": true}"#)
        #expect(visit.outcomes == ["可"] && visit.applying == ["復旧"] && visit.missing.isEmpty)
        // Far away, so a visit, so a repair.
        #expect(try sample.settle("復旧", #""物": {"遠い": true}"#).outcomes == ["可"])
        #expect(try sample.settle("復旧", #""物": {"遠い": false}"#).outcomes == ["可", "否"])
    }

    @Test("Known facts that break a constraint are named, and leave the answer of three values")
    func contradictory() throws {
        var frame = try sample.dated("")
        let solver = Solver(sample.plan, budget: 1_000)
        #expect(solver.violations(frame).isEmpty)
        frame[try sample.fact("物.訪問")] = Reading(.known, 1)
        #expect(solver.violations(frame).isEmpty, "it may still be kept")
        frame[try sample.fact("物.復旧")] = Reading(.known, 0)
        #expect(solver.violations(frame).map(\.label) == ["訪問は復旧だけ"])
        // Three values settle what only known facts decide, and nothing is searched for.
        let settled = try sample.settle("復旧", frame)
        #expect(settled.outcomes == ["否"] && !settled.isContradictory)
    }

    @Test("A search that finds no completion at all says so")
    func noCompletion() throws {
        // The repair that the decision asks for is open; far away and no visit contradict each other.
        var frame = try sample.dated("")
        frame[try sample.fact("物.遠い")] = Reading(.known, 1)
        frame[try sample.fact("物.訪問")] = Reading(.known, 0)
        let settled = try sample.settle("復旧", frame)
        #expect(settled.isContradictory)
        #expect(settled.outcomes == ["可", "否"])
    }

    @Test("Where no fact can change alone, those that would matter without the constraints are missing")
    func tied() throws {
        let tied = try Sample(
            """
            規約 見本 { 当事者 甲, 乙 }
            事実 物 「物」 { 左 : 真偽 「左」 問 「左ですか」 ; 右 : 真偽 「右」 問 「右ですか」 }
            制約 「左なら右」 { もし 物.左 ならば 物.右 }
            制約 「右なら左」 { もし 物.右 ならば 物.左 }
            判定 何 { 結果 一 ; 既定 なし }
            第1条 「見本」
            規則 左 { もし 物.左 ならば 何 = 一 }

            """)
        let settled = try tied.settle("何", "")
        #expect(settled.outcomes == ["一", "なし"])
        #expect(settled.missing == ["物.左"])
    }
}
