import Completions
import Decisions
import Norms
import Plans
import Samples
import Testing
import Vocabulary

@Suite("Powers that were not exercised")
struct ReservedPowerTests {
    private static let rules = """
        規約 見本 { 当事者 甲, 乙 }
        列挙 扱い { 断る ; 延ばす ; 放置 }
        事実 物 「物」 { い : 真偽 「い」 問 「い」 ; ろ : 真偽 「ろ」 問 「ろ」 ; は : 真偽 「は」 問 「は」 ; に : 真偽 「に」 問 「に」 }
        事実 判断 「判断」 {
          拒絶 : 真偽 「拒絶」 問 「拒絶」 裁量 乙
          扱い : 扱い 「扱い」 問 「扱い」 裁量 乙
          猶予 : 真偽 「猶予」 問 「猶予」 裁量 乙
          余分 : 真偽 「余分」 問 「余分」 裁量 乙
          逆 : 真偽 「逆」 問 「逆」 裁量 乙
          一 : 真偽 「一」 問 「一」 裁量 乙 ; 二 : 真偽 「二」 問 「二」 裁量 乙
          三 : 真偽 「三」 問 「三」 裁量 乙 前提 物.は
          四 : 真偽 「四」 問 「四」 裁量 乙 ; 五 : 真偽 「五」 問 「五」 裁量 甲
        }
        判定 何 { 結果 否, 延期, 可 ; 順位 ; 既定 なし }
        判定 逆 { 結果 可 ; 既定 否 }
        判定 合 { 結果 可, 別 ; 順位 ; 既定 否 }
        第1条 「受ける」
        規則 受ける { もし 物.い ならば 何 = 可 }
        費用 料金 { 者 甲 ; 内容 「支払う」 ; 額 100円 × 1 ; もし 何 = 可 かつ 判断.猶予 でない }
        第2条 「拒める」
        規則 拒絶 { もし 判断.拒絶 かつ 物.ろ でない ならば 何 = 否 }
        第3条 「扱い」
        規則 断る { もし 判断.扱い = 断る ならば 何 = 否 }
        規則 延ばす { もし 判断.扱い = 延ばす ならば 何 = 延期 }
        規則 余分 { もし 判断.余分 かつ 物.い かつ 物.い でない ならば 何 = 否 }
        第4条 「逆」
        規則 表 { もし 物.い かつ 判断.逆 でない ならば 逆 = 可 }
        規則 裏 { もし 物.い でない かつ 判断.逆 ならば 逆 = 可 }
        第5条 「合わせて」
        規則 合わせて { もし 物.い かつ 判断.一 かつ 判断.二 ならば 合 = 可 }
        規則 外に { もし 物.は かつ 判断.三 ならば 合 = 別 }
        費用 割増 { 者 甲 ; 内容 「割増」 ; 額 10円 × 1 ; もし 物.に かつ 判断.四 かつ 判断.五 }
        規則 同じ { もし 物.に かつ 物.に でない ならば 合 = 別 }

        """
    private let sample: Sample

    init() throws { sample = try Sample(Self.rules) }

    /// Each as `fact=value outcomes clause`.
    private func told(_ decision: String, _ facts: String) throws -> [String] {
        let answer = try sample.say(decision, facts, .powers)
        return answer.reserved.map { power in
            let then = sample.names(power.possible, answer.decision).sorted().joined(separator: "・")
            #expect((power.outcome == nil) == (power.possible.count > 1))
            return "\(sample.plan.facts[power.fact].name)=\(power.value) \(then) \(sample.clause(power.clause) ?? "-")"
        }
    }

    @Test("Those are told whose exercise changes the outcome or an amount, each way of it, with the clause that speaks of it")
    func changing() throws {
        #expect(
            try told("何", #""物": {"い": true, "ろ": false}"#) == ["判断.拒絶=1 否 2", "判断.扱い=0 否 3", "判断.扱い=1 延期 3", "判断.猶予=1 可 1"])
        // Where the contract does not take the exercise as a reason it changes nothing.
        #expect(try told("何", #""物": {"い": true, "ろ": true}"#) == ["判断.扱い=0 否 3", "判断.扱い=1 延期 3", "判断.猶予=1 可 1"])
        // No charge follows, so nothing is to be respited.
        #expect(try told("何", #""物": {"い": false, "ろ": true}"#) == ["判断.扱い=0 否 3", "判断.扱い=1 延期 3"])
    }

    @Test("Where facts leave it open, all outcomes that it may lead to are told")
    func open() throws {
        #expect(try told("何", #""物": {"い": true}"#).first == "判断.拒絶=1 可・否 2")
    }

    @Test("A charge that would fall away is told with what it is now")
    func norms() throws {
        let respite = try #require(try sample.say("何", #""物": {"い": true, "ろ": true}"#, .powers).reserved.last)
        #expect(respite.norms.map { $0.now?.amount } == [100_000_000])
        #expect(respite.norms.map { $0.then == nil } == [true])
    }

    @Test("Which outcome comes out under which completion counts, not only which are possible")
    func turned() throws {
        #expect(try told("逆", "") == ["判断.逆=1 可・否 4"])
        #expect(try told("逆", #""物": {"い": true}"#) == ["判断.逆=1 否 4"])
    }

    @Test("A power that changes something only together with others is listed, with those and with all that it leads to")
    func together() throws {
        let answer = try sample.say("合", #""物": {"い": true, "は": false, "に": true}"#, .powers)
        func names(_ exercises: [Exercise]) -> [String] { exercises.map { sample.plan.facts[$0.power].name } }
        let outcomes = answer.reserved.filter { $0.norms.isEmpty }
        #expect(outcomes.map { sample.plan.facts[$0.fact].name } == ["判断.一", "判断.二"])
        #expect(outcomes.map { names($0.with) } == [["判断.二"], ["判断.一"]])
        #expect(outcomes.map { sample.names($0.possible, answer.decision) } == [["可"], ["可"]])
        // Alone it leaves the outcome as it is; with the other it is 可.
        #expect(outcomes.map { $0.leads.map { [String($0.outcome)] + names($0.with) } } == [[["0", "判断.二"], ["2"]], [["0", "判断.一"], ["2"]]])
        // A charge that takes two.
        let charges = answer.reserved.filter { !$0.norms.isEmpty }
        #expect(charges.map { names($0.with) } == [["判断.五"], ["判断.四"]] && answer.reservedIsComplete)
    }

    @Test("A charge that a power brings only where an open fact is so is told to hang on facts")
    func hanging() throws {
        let answer = try sample.say("合", #""物": {"い": false, "は": false}"#, .powers)
        #expect(answer.reserved.map { sample.plan.facts[$0.fact].name } == ["判断.四", "判断.五"] && answer.reservedIsComplete)
        #expect(answer.reserved.allSatisfy { if case .hanging = $0.norms.first { $0.norms.count == 1 } else { false } })
        // Whatever is open, it does not come about.
        #expect(try sample.say("合", #""物": {"い": false, "は": false, "に": false}"#, .powers).reserved.isEmpty)
    }

    @Test("What cannot be exercised, as it is not asked, is not listed")
    func premise() throws {
        func powers(_ facts: String) throws -> [String] { try sample.say("合", facts, .powers).reserved.map { sample.plan.facts[$0.fact].name } }
        #expect(try powers(#""物": {"い": false, "は": true, "に": false}"#) == ["判断.三"])
        #expect(try powers(#""物": {"い": false, "は": false, "に": false}"#) == [])
    }

    @Test("Beyond the budget powers are rather listed, and that not all was looked through is said")
    func budget() throws {
        let frame = try sample.frame(#"{"as_of": "2026-07-01"}"#)
        let answer = Decider(sample.plan, budget: 0).answer(try sample.decision("逆"), frame, .powers)
        #expect(answer.reserved.map { sample.plan.facts[$0.fact].name } == ["判断.逆"] && !answer.reservedIsComplete)
    }

    @Test("A power that was exercised is a fact like others")
    func exercised() throws {
        let decided = #""物": {"い": true, "ろ": false}, "判断": {"拒絶": {"value": true, "by": "乙 山田", "at": "2026-06-30", "reason": "見本"}}"#
        #expect(sample.outcome(try sample.say("何", decided)) == "否")
        #expect(try told("何", decided).allSatisfy { !$0.hasPrefix("判断.拒絶") })
    }
}
