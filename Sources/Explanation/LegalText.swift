package import Decisions
package import Diagnostics
package import Plans
package import Runtime
import Vocabulary

/// An answer for those who check it: the whole proof, and everything that was assumed.
package struct LegalText {
    private let plan: Plan
    private let language: MessageLanguage

    package init(_ plan: Plan, language: MessageLanguage) {
        self.plan = plan
        self.language = language
    }

    private func word(_ japanese: String, _ english: String) -> String { language == .japanese ? japanese : english }

    /// The staff's text, then the proof and the readings with their reasons, without a line break at the end.
    package func render(_ report: DecisionReport, _ frame: FactFrame, _ proof: Proof) -> String {
        var lines = [DecisionText(plan, language: language).render(report, frame), "", word("■ 証明", "Proof")]
        if proof.applying.isEmpty { lines.append(word("  適用される規則はない", "  no rule applies")) }
        for line in proof.applying { lines += self.lines(line, word("適用", "applies")) }
        for line in proof.defeated { lines += self.lines(line, word("成立するが退く", "holds but gives way")) }
        lines += readings(report, frame)
        if !report.reserved.isEmpty {
            lines += ["", word("■ 使われていない裁量", "Discretion not exercised")]
            for power in report.reserved {
                let cite = power.clause.map { plan.clauses[$0].citation } ?? ""
                lines.append("  \(cite) \(plan.facts[power.fact].caption) → \(plan.decisions[report.decision].outcomes[power.outcome].caption)")
            }
        }
        lines += ["", word("■ 数え方", "Counting")]
        lines.append(
            word(
                "  期間は民法138条から143条による（初日不算入、応当日、末日が休日なら翌日）。規則がほかの数え方を定めるときは、上の条件に現れる",
                "  periods follow articles 138 to 143 of the Civil Code; where rules count otherwise the conditions above show it"))
        return lines.joined(separator: "\n")
    }

    private func lines(_ line: Proof.Line, _ how: String) -> [String] {
        let rule = plan.rules[line.rule]
        let cite = rule.clause.map { plan.clauses[$0].citation } ?? ""
        let outcome = plan.decisions[rule.decision].outcomes[rule.outcome].caption
        var lines = ["  \(cite) \(word("規則", "rule"))「\(rule.name)」→ \(outcome)（\(how)）"]
        for defeat in line.by {
            let by = plan.rules[defeat.by]
            lines.append("    \(word("退けた規則", "defeated by")): \(by.clause.map { plan.clauses[$0].citation } ?? "") 「\(by.name)」")
        }
        return lines + self.lines(line.condition, "    ")
    }

    private func lines(_ part: Proof.Part, _ indent: String) -> [String] {
        let mark =
            switch part.truth {
            case .yes: word("真", "true")
            case .no: word("偽", "false")
            case .unknown: word("不明", "unknown")
            }
        let head: String
        switch part.kind {
        case .all: head = word("次のすべて", "all of")
        case .any: head = word("次のいずれか", "any of")
        case .not: head = word("次でない", "not")
        case .atom: head = part.text + (part.given.isEmpty ? "" : word("〔\(part.given.joined(separator: "、"))〕", " [\(part.given.joined(separator: "; "))]"))
        }
        return ["\(indent)[\(mark)] \(head)"] + part.parts.flatMap { lines($0, indent + "  ") }
    }

    private func readings(_ report: DecisionReport, _ frame: FactFrame) -> [String] {
        let places = Set(report.interpretations.map(\.interpretation)).sorted()
        guard !places.isEmpty else { return [] }
        var lines = ["", word("■ 採った読み方", "Readings adopted")]
        for place in places {
            let declared = plan.interpretations[place]
            let cites = declared.clauses.map { plan.clauses[$0].citation }.joined(separator: "・")
            let adopted = declared.readings[frame.interpretations[place.value]]
            lines.append("  \(declared.name)（\(cites)）: \(declared.issue)")
            lines.append("    \(word("採用", "adopted")): \(adopted.name) \(adopted.label ?? "")")
            if let reason = adopted.reason { lines.append("    \(word("理由", "reason")): \(reason)") }
        }
        return lines
    }
}
