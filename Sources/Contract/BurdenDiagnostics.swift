import Diagnostics
import Vocabulary

/// Findings on what readings bring in duties and charges.
extension ContractDiagnostics {
    static func readingWithoutBurden(_ range: SourceRange, _ reading: String, _ rule: CheckedRule) -> Diagnostic {
        Diagnostic(
            .readingWithoutBurden, at: range,
            Wording(
                "案「\(reading)」で、どの義務や費用が生じるかが書かれていません（規則「\(rule.rule.name)」の結果には義務や費用が伴います）",
                "reading `\(reading)` does not say which duty or charge it brings (one follows from the outcome of rule `\(rule.rule.name)`)"),
            help: Wording(
                "案に「負担 費用 名」か「負担 義務 名」を、どれも生じなければ「負担 なし」を書いてください",
                "write `bears charge NAME` or `bears duty NAME` on it, or `bears none` where it brings none"),
            labels: [DiagnosticLabel(rule.range, Wording("義務や費用を伴う規則", "the rule that brings one"))])
    }

    static func burdenOfAnother(_ range: SourceRange, _ norm: String, _ reading: String) -> Diagnostic {
        Diagnostic(
            .contradictoryBurden, at: range,
            Wording("「\(norm)」は案「\(reading)」のときだけのものです", "`\(norm)` is one of reading `\(reading)` only"),
            help: Wording("この案の負担から外すか、「\(norm)」の解釈を直してください", "take it out of this reading, or mend the reading of `\(norm)`"))
    }

    static func burdenOfNothing(_ range: SourceRange, _ reading: String, _ norm: CheckedNorm) -> Diagnostic {
        Diagnostic(
            .contradictoryBurden, at: range,
            Wording(
                "案「\(reading)」は負担なしと書かれていますが、「\(norm.norm.name)」はこの案のときに生じます",
                "reading `\(reading)` is said to bring none, but `\(norm.norm.name)` is one of it"),
            help: Wording("「負担」にその名を書いてください", "name it after `bears`"),
            labels: [DiagnosticLabel(norm.range, Wording("この案のときに生じるもの", "what it brings"))])
    }
}
