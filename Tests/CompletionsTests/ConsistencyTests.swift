import Completions
import Plans
import Runtime
import Samples
import Testing
import Vocabulary

@Suite("Facts that only several constraints together exclude")
struct ConsistencyTests {
    /// A chain of three, with a constraint beside it that has nothing to do with it.
    private static let chain = """
        規約 見本 { 当事者 甲, 乙 }
        事実 物 「物」 {
          甲 : 真偽 「甲」 問 「甲ですか」 ; 乙 : 真偽 「乙」 問 「乙ですか」 ; 丙 : 真偽 「丙」 問 「丙ですか」 ; 丁 : 真偽 「丁」 問 「丁ですか」
          戊 : 真偽 「戊」 問 「戊ですか」 ; 己 : 真偽 「己」 問 「己ですか」
        }
        制約 「甲なら乙」 { もし 物.甲 ならば 物.乙 }
        制約 「乙なら丙」 { もし 物.乙 ならば 物.丙 }
        制約 「丁なら丙でない」 { もし 物.丁 ならば 物.丙 でない }
        制約 「戊なら己」 { もし 物.戊 ならば 物.己 }
        判定 可否 { 結果 可 ; 既定 否 }
        第1条 「見本」
        規則 丙 { もし 物.丙 または 物.己 ならば 可否 = 可 }

        """

    private func check(_ rules: String, _ facts: String, budget: Int = 50_000) throws -> (sample: Sample, found: Consistency) {
        let sample = try Sample(rules)
        // The reader of facts would refuse what is looked for here.
        var frame = try sample.dated("")
        for part in facts.split(separator: " ") {
            let (name, value) = (String(part.dropLast(2)), part.hasSuffix("1"))
            frame[try sample.fact(name)] = Reading(.known, value ? 1 : 0)
        }
        #expect(Solver(sample.plan, budget: 1_000).violations(frame).isEmpty, "each constraint may still be kept")
        return (sample, ConsistencyCheck(sample.plan, budget: budget).check(frame))
    }

    private func contradiction(_ rules: String, _ facts: String) throws -> (facts: Set<String>, constraints: [String])? {
        let (sample, found) = try check(rules, facts)
        guard case .contradictory(let contradiction) = found else { return nil }
        return (Set(contradiction.facts.map { sample.plan.facts[$0].name }), contradiction.constraints)
    }

    @Test("They are found, with the constraints that exclude them and nothing else")
    func chain() throws {
        let found = try #require(try contradiction(Self.chain, "物.甲=1 物.丁=1 物.戊=1"))
        #expect(found.facts == ["物.甲", "物.丁"])
        #expect(found.constraints == ["甲なら乙", "乙なら丙", "丁なら丙でない"])
    }

    @Test("The longer way is not named where a shorter one does")
    func shorter() throws {
        let found = try #require(try contradiction(Self.chain, "物.甲=1 物.乙=1 物.丁=1"))
        #expect(found.facts == ["物.乙", "物.丁"])
        #expect(found.constraints == ["乙なら丙", "丁なら丙でない"])
    }

    @Test("What some completion allows is possible", arguments: ["", "物.甲=1", "物.丁=1", "物.甲=1 物.丁=0", "物.甲=0 物.丁=1", "物.戊=1 物.丁=1"])
    func possible(facts: String) throws {
        #expect(try check(Self.chain, facts).found == .possible)
    }

    @Test("Without any one of the facts and constraints that are named the others go together", arguments: 0..<64)
    func irreducible(bits: Int) throws {
        let names = ["甲", "乙", "丙", "丁", "戊", "己"]
        let facts = names.indices.filter { bits >> $0 & 1 == 1 }.map { "物.\(names[$0])=\($0 == 2 ? 0 : 1)" }
        let sample = try Sample(Self.chain)
        var frame = try sample.dated("")
        for part in facts { frame[try sample.fact(String(part.dropLast(2)))] = Reading(.known, part.hasSuffix("1") ? 1 : 0) }
        // What the constraints say, written out.
        let (first, second, third, fourth) = (bits & 1 == 1, bits >> 1 & 1 == 1, bits >> 2 & 1 == 1, bits >> 3 & 1 == 1)
        let isExcluded = (first || second) && (third || fourth)
        guard case .contradictory(let found) = ConsistencyCheck(sample.plan).check(frame) else {
            #expect(!isExcluded)
            return
        }
        #expect(isExcluded)
        for fact in found.facts {
            var fewer = try sample.dated("")
            for other in found.facts where other != fact { fewer[other] = frame[other] }
            #expect(ConsistencyCheck(sample.plan).check(fewer) == .possible, "\(sample.plan.facts[fact].name)")
        }
    }

    @Test("Days exclude each other through a day that is not known")
    func days() throws {
        let rules = """
            規約 見本 { 当事者 甲, 乙 }
            事実 物 「物」 {
              出した : 日付 「出した日」 問 「いつ出しましたか」 ; 届いた : 日付 「届いた日」 問 「いつ届きましたか」 ; 読んだ : 真偽 「読んだ」 問 「読みましたか」
            }
            制約 「届くのは出した後」 { もし 物.出した が 基準日 より後 ならば 物.届いた が 基準日 以前 でない }
            制約 「読んだなら届いている」 { もし 物.読んだ ならば 物.届いた が 基準日 以前 }
            判定 可否 { 結果 可 ; 既定 否 }
            第1条 「見本」
            規則 読んだ { もし 物.読んだ ならば 可否 = 可 }

            """
        let sample = try Sample(rules)
        var frame = try sample.dated("")
        frame[try sample.fact("物.読んだ")] = Reading(.known, 1)
        #expect(ConsistencyCheck(sample.plan).check(frame) == .possible)
        frame[try sample.fact("物.出した")] = Reading(.pending)
        guard case .contradictory(let found) = ConsistencyCheck(sample.plan).check(frame) else {
            Issue.record("what was not sent was not read")
            return
        }
        #expect(found.facts == [try sample.fact("物.出した"), try sample.fact("物.読んだ")])
        #expect(found.constraints == ["届くのは出した後", "読んだなら届いている"])
    }

    @Test("Where the bound is reached that is said, and nothing is refused")
    func bound() throws {
        #expect(try check(Self.chain, "物.甲=1 物.丁=1", budget: 2).found == .unsettled)
        #expect(try check(Self.chain, "物.甲=1 物.丁=0", budget: 2).found == .unsettled)
    }
}
