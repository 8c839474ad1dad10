package import Decisions
package import Diagnostics
package import Plans
package import Runtime
import Vocabulary

/// An answer as a polite reply to the customer, to be pasted into a mail.
package struct CustomerReply {
    private let plan: Plan
    private let language: MessageLanguage
    private let values: ValueText

    package init(_ plan: Plan, language: MessageLanguage) {
        self.plan = plan
        self.language = language
        values = ValueText(plan)
    }

    private func word(_ japanese: String, _ english: String) -> String { language == .japanese ? japanese : english }

    /// The reply, without a line break at the end.
    package func render(_ report: DecisionReport, _ frame: FactFrame) -> String {
        let decision = plan.decisions[report.decision]
        let title = decision.label ?? decision.name
        let day = values.text(frame[.asOf], .date)
        var lines = [
            word("お問い合わせいただき、ありがとうございます。", "Thank you for contacting us."),
            word("「\(title)」につきまして、\(day)の時点では次のとおりです。", "About `\(title)`, as of \(day):"),
        ]
        lines += section(word("ご回答", "Our answer"), answer(report))
        lines += section(word("理由", "Why"), reasons(report))
        lines += section(word("教えていただきたいこと", "What we need to know"), questions(report))
        lines += section(word("お客様にしていただけること", "What you can do"), changes(report))
        lines += section(word("ご留意いただきたいこと", "Please note"), notes(report))
        lines += ["", word("ご不明な点がございましたら、お気軽にお知らせください。", "Please let us know if anything is unclear.")]
        return lines.joined(separator: "\n")
    }

    private func section(_ title: String, _ lines: [String]) -> [String] { lines.isEmpty ? [] : ["", "■ \(title)"] + lines }

    private func outcome(_ number: Int, _ report: DecisionReport) -> String {
        let outcomes = plan.decisions[report.decision].outcomes
        return number < outcomes.count ? outcomes[number].caption : word("判断が分かれる状態", "unclear")
    }

    private func answer(_ report: DecisionReport) -> [String] {
        switch report.status {
        case .determined: return report.outcome.map { [sentence(outcome($0, report))] } ?? []
        case .conflict:
            return [word("規約の定めに食い違いがあるため、確認のうえ、あらためてご案内いたします。", "Our terms are not clear on this; we will check and come back to you.")]
        case .undetermined:
            return [word("いまうかがっている内容だけでは、まだお答えが決まりません。下の点をお知らせいただければ、あらためてご案内いたします。", "We cannot say yet; please tell us what we ask below.")]
        }
    }

    /// With the full stop that a caption lacks.
    private func sentence(_ text: String) -> String { text.hasSuffix("。") || language == .english ? text : text + "。" }

    private func reasons(_ report: DecisionReport) -> [String] {
        guard report.status == .determined else { return [] }
        var seen: Set<String> = []
        return report.grounds.filter(\.isPrimary).compactMap { ground in
            guard let clause = ground.clause.map({ plan.clauses[$0] }), seen.insert(clause.id).inserted else { return nil }
            let gist = clause.gist.map { word("「\($0)」と定めております。", ": \($0)") } ?? word("によります。", "")
            return word("利用規約の\(clause.citation)に、", "Terms, \(clause.citation)") + gist
        }
    }

    private func questions(_ report: DecisionReport) -> [String] {
        guard report.status == .undetermined else { return [] }
        let asked = report.missing.filter { $0.decides && $0.isAsked }
        return asked.prefix(3).compactMap { missing in
            switch missing.subject {
            case .fact(let fact, _, _):
                // What only a responsible person here may answer is not asked of the customer.
                if case .plain = plan.facts[fact].kind { return "・\(plan.facts[fact].question ?? plan.facts[fact].caption)" }
                return nil
            case .list(let list): return "・\(plan.lists[list].question ?? plan.lists[list].caption)"
            case .reference: return nil
            }
        }
    }

    private func changes(_ report: DecisionReport) -> [String] {
        report.counterfactuals.found.prefix(2).map { item in
            let changes = item.changes.map { change in
                let value = values.stretch(change) ?? values.text(change.value, plan.facts[change.fact].type)
                return "「\(plan.facts[change.fact].caption)」が「\(value)」"
            }
            let cite = item.clause.map { "（\(plan.clauses[$0].citation)）" } ?? ""
            let then = outcome(item.outcome, report)
            return word("・\(changes.joined(separator: "、かつ"))の場合は、「\(then)」というご案内になります\(cite)。", "- \(changes.joined(separator: ", ")): \(then)")
        }
    }

    private func notes(_ report: DecisionReport) -> [String] {
        var lines: [String] = []
        if report.status == .determined, let next = report.nextChange.outcome {
            lines.append(word("・\(values.moment(next.moment))からは、ご案内の内容が変わります。", "- This answer changes on \(values.moment(next.moment))."))
        }
        if !report.reserved.isEmpty {
            lines.append(word("・規約に基づく当社の判断により、ご案内が変わることがございます。", "- A decision that our terms leave to us may change this answer."))
        }
        return lines
    }
}
