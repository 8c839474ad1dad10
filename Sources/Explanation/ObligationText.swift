import Algorithms
package import Diagnostics
package import Norms
package import Plans
import Proofs
package import Runtime
import Vocabulary

/// Who owes what by when, as a person reads it: for each party what applies, the nearest day first.
package struct ObligationText: Bilingual {
    /// How much is said of what may come in addition.
    package enum Detail { case counted, named, none }

    private let plan: Plan
    package let language: MessageLanguage
    private let words: AnswerWords
    private let norms: NormWords
    private let parties: PartyNames

    package init(_ plan: Plan, language: MessageLanguage) {
        self.plan = plan
        self.language = language
        words = AnswerWords(plan, language: language)
        norms = NormWords(plan, language: language)
        parties = PartyNames(plan.title, plan.facts)
    }

    /// The text, without a line break at the end.
    package func render(_ obligations: Obligations, _ frame: FactFrame, _ detail: Detail) -> String {
        let title = word("【義務と期限】　基準日 \(words.asOf(frame))", "[Obligations], as of \(words.asOf(frame))")
        return ([title] + inForce(obligations, frame, detail) + open(obligations, detail)).joined(separator: "\n")
    }

    private func inForce(_ obligations: Obligations, _ frame: FactFrame, _ detail: Detail) -> [String] {
        let bearers = Array((plan.title.parties.map(\.name) + obligations.inForce.compactMap { plan.norms[$0.norm].norm.bearer }).uniqued())
        return (bearers.map { $0 as String? } + [nil]).flatMap { bearer -> [String] in
            let own = obligations.inForce.filter { plan.norms[$0.norm].norm.bearer == bearer }
            guard !own.isEmpty else { return [] }
            let label = bearer.map { name in parties.label(name) == name ? name : name + aside(parties.label(name)) }
            return ["  \(label ?? word("だれと定めのないもの", "no one in particular"))"]
                + sorted(own).flatMap { ["    \(norms.kind($0)): \(norms.sentence($0))"] + calculation($0, frame, detail) }
        }
    }

    /// How it was worked out, in as much detail as the reader wants; not to customers.
    private func calculation(_ inForce: NormInForce, _ frame: FactFrame, _ detail: Detail) -> [String] {
        var prover = Prover(plan, frame)
        guard detail != .none, let calculation = prover.calculation(of: inForce.norm) else { return [] }
        let texts = CalculationText(plan, language: language)
        let lines = detail == .named ? texts.steps(calculation) { _ in nil } : texts.lines(calculation)
        return lines.map { "      \($0)" }
    }

    /// What has a day comes first, the nearest before the others; the rest stays in the order of the contract.
    private func sorted(_ inForce: [NormInForce]) -> [NormInForce] {
        inForce.enumerated().sorted { ($0.element.deadline ?? .max, $0.offset) < ($1.element.deadline ?? .max, $1.offset) }.map(\.element)
    }

    private func open(_ obligations: Obligations, _ detail: Detail) -> [String] {
        guard !obligations.open.isEmpty, detail != .none else { return [] }
        let count = obligations.open.count
        let head = word("  事実によって加わりうるもの: \(count) 件", "  may come in addition, depending on facts: \(count)")
        guard detail == .named else { return [head + aside(word("--audience legal か --format json で一覧", "named with --audience legal or --format json"))] }
        return [head]
            + obligations.open.map { item in
                let norm = plan.norms[item.norm].norm
                let waiting = listed(norms.waiting(item.waiting, \.caption, \.caption) + item.undecided.map { words.title($0) })
                return "    \(words.cite(norm.clause)) \(norm.content)" + aside(word("不明: \(waiting)", "not known: \(waiting)"))
            }
    }
}
