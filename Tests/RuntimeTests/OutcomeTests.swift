import Plans
import Runtime
import Samples
import Testing
import Vocabulary

/// What rules that are given, may be given or are not given make possible, against all ways to settle what is open.
@Suite("Outcomes that are possible")
struct OutcomeTests {
    /// How a decision is declared: its outcomes, and what it falls back to.
    struct Kind: Sendable, CustomTestStringConvertible {
        let isRanked: Bool
        let fallback: String
        var testDescription: String { "\(isRanked ? "ranked" : "unranked"), else \(fallback)" }

        static let all = [true, false].flatMap { isRanked in ["なし", "一", "二", "三"].map { Kind(isRanked: isRanked, fallback: $0) } }
    }

    private static let names = ["一", "二", "三"]

    private func sample(_ kind: Kind) throws -> Sample {
        try Sample(
            """
            規約 見本 { 当事者 甲, 乙 }
            事実 物 「物」 { 一 : 真偽 「一」 問 「一ですか」 ; 二 : 真偽 「二」 問 「二ですか」 ; 三 : 真偽 「三」 問 「三ですか」 }
            判定 何 { 結果 一, 二, 三 ; \(kind.isRanked ? "順位 ; " : "")既定 \(kind.fallback) }
            第1条 「見本」
            規則 一 { もし 物.一 ならば 何 = 一 }
            規則 二 { もし 物.二 ならば 何 = 二 }
            規則 三 { もし 物.三 ならば 何 = 三 }

            """)
    }

    /// What comes out when these are given and no others: the definition of ranked and unranked decisions.
    private func outcome(_ given: [String], _ kind: Kind) -> String {
        guard let first = given.first else { return kind.fallback }
        return kind.isRanked || given.count == 1 ? first : "抵触"
    }

    @Test("They are those of all completions", arguments: Kind.all, KleeneNumbers.assignments(3))
    func possible(kind: Kind, numbers: [Int]) throws {
        var expected: Set<String> = []
        for completion in KleeneNumbers.assignments(3) where !completion.contains(1) {
            guard zip(numbers, completion).allSatisfy({ $0 == 1 || $0 == $1 }) else { continue }
            expected.insert(outcome(zip(Self.names, completion).filter { $1 == 2 }.map(\.0), kind))
        }
        let sample = try sample(kind)
        #expect(try sample.outcomes(of: "何", sample.run("何", KleeneNumbers.facts("物", Self.names, numbers))) == expected)
    }

    @Test("Rules that give the same outcome are no conflict, and before a run everything is possible")
    func same() throws {
        let sample = try Sample(
            """
            規約 見本 { 当事者 甲, 乙 }
            事実 物 「物」 { 赤 : 真偽 「赤」 問 「赤ですか」 }
            判定 何 { 結果 一, 二, 三 ; 既定 なし }
            第1条 「見本」
            規則 甲 { もし 物.赤 ならば 何 = 一 }
            規則 乙 { ならば 何 = 一 }
            規則 丙 { もし 物.赤 でない かつ 物.赤 ならば 何 = 二 }

            """)
        #expect(try sample.outcomes(of: "何", sample.run("何", #""物": {"赤": true}"#)) == ["一"])
        let fresh = Evaluator(sample.plan, try sample.dated(""), tracer: NoTracer())
        // No rule gives 三.
        #expect(try sample.outcomes(of: "何", fresh) == ["一", "二", "なし", "抵触"])
        #expect(sample.plan.rules.indices.allSatisfy { fresh.applies[$0] == .unknown && fresh.holds[$0] == .unknown })
    }
}
