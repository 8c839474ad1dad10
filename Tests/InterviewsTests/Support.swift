import Contract
import Decisions
import Diagnostics
import Interviews
import Planning
import Plans
import Runtime
import Syntax
import Testing
import Values
import Vocabulary

/// A plan from the text of rules; the findings are the failure.
func plan(_ text: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) throws -> Plan {
    let file = SourceFile(path: "t.kiyaku", bytes: Array(text.utf8))
    let checked = CheckedContract.check([.parse(file, id: SourceID(0))], data: [:])
    let errors = checked.diagnostics.filter { $0.severity == .error }
    let findings = DiagnosticText(files: [file], language: .japanese).render(errors)
    return Plan(try #require(checked.contract, "\(findings)", sourceLocation: sourceLocation))
}

func day(_ text: String) -> Int64 { Int64(CivilDate(text)?.dayNumber ?? 0) }

/// An interview about the first decision of a plan, judged as of 2026-01-10.
func interview(_ plan: Plan, _ known: [String: Reading] = [:], skipped: [String] = [], budget: Int = 200_000) -> Interview {
    var frame = FactFrame(plan, asOf: day("2026-01-10"), time: 600)
    for (name, reading) in known {
        if let fact = plan.facts.firstIndex(where: { $0.name == name }) { frame[Place(fact)] = reading }
    }
    return Interview(plan, decision: Place(0), frame: frame, skipped: skipped, budget: budget)
}

extension Interview {
    /// Answers in words; stops at the first that is not taken.
    mutating func say(_ words: String..., sourceLocation: Testing.SourceLocation = #_sourceLocation) throws {
        for word in words {
            let question = try #require(next, "nothing is asked, but the answer is \(word)", sourceLocation: sourceLocation)
            try answer(parse(word, for: question).get()).get()
        }
    }

    /// The outcome in words.
    var outcome: String? { verdict.outcome.map { plan.decisions[decision].outcomes[$0].name } }

    func fact(_ name: String) -> Reading? {
        plan.facts.firstIndex { $0.name == name }.map { frame[Place($0)] }
    }
}

/// Help with repairs: covered unless a virus was there; a visit only abroad from the office; parties must be clean.
let repairs = """
    規約 t { 当事者 甲 「客」, 乙 「店」 }
    列挙 作業 { 障害復旧 「障害の復旧」 ; 障害調査 ; 問合せ 「使い方の質問」 }
    列挙 起因 { ウイルス感染 ; 不正アクセス ; 天災 }
    事実 依頼 「依頼」 {
      作業 : 作業 「作業」 問 「どのような作業ですか」
      受付日 : 日付 「受付の日」 問 「いつですか」
      無関係 : 真偽 「無関係」 問 「無関係ですか」
    }
    事実 障害 「障害」 {
      起因 : 集合 起因 「原因」 問 「原因は」 前提 依頼.作業 = 障害復旧
    }
    事実 判断 「判断」 { 理由あり : 真偽 「理由」 問 「理由がありますか」 認定 乙 ; 範囲外 : 真偽 「範囲外」 問 「範囲外ですか」 裁量 乙 }
    判定 対象可否 「対象か」 { 結果 適用外, 対象 ; 順位 ; 既定 要協議 }
    第1条 対象
    規則 問合せは対象 { もし 依頼.作業 が {障害復旧, 問合せ} のいずれか ならば 対象可否 = 対象 }
    規則 ウイルス { もし 障害.起因 に {ウイルス感染, 不正アクセス} のいずれかを含む ならば 対象可否 = 適用外 }
    規則 期限 { もし 依頼.作業 = 問合せ かつ 依頼.受付日 が 2025-01-01 より前 ならば 対象可否 = 適用外 }
    規則 理由 { もし 依頼.作業 = 障害調査 かつ 判断.理由あり ならば 対象可否 = 適用外 }
    規則 乙の判断 { もし 判断.範囲外 ならば 対象可否 = 適用外 }
    """
