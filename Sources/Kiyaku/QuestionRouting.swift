import Digests
import Morphology
import Plans
package import Routing
import Values
import Vocabulary

extension Edition {
    /// What a text asks: for each thing the decisions that may be meant.
    package func route(_ text: String) -> Routing { router[0].router.route(text) }

    /// Whether there is more than one decision, and the rules say how callers ask for them: else the main one is meant.
    package var canRoute: Bool { vocabulary.decisions.count > 1 && vocabulary.decisions.contains { !$0.askedAs.isEmpty } }

    /// The digest of the dictionary that words are read with; nil where there is none.
    package var dictionaryDigest: String? { (try? Installation.dictionary.get())?.digest.map(\.description) }

    /// The words of the decisions, taken apart once: most editions never read a text.
    final class TextRouter: Sendable {
        let router: QuestionRouter

        init(_ plan: Plan) {
            let words = plan.decisions.places.map { place -> DecisionWords in
                let decision = plan.decisions[place]
                let rules = plan.deciding[place.value].map { plan.rules[$0] }
                let clauses = Set(rules.compactMap(\.clause)).sorted { $0.value < $1.value }.map { plan.clauses[$0] }
                var reach = Reach()
                for rule in plan.deciding[place.value] { reach.add(plan.conditions[rule.value], of: plan) }
                let facts = plan.facts.places.filter { reach.facts.contains($0) && plan.facts[$0].kind != .judgement }.map { plan.facts[$0] }
                return DecisionWords(
                    phrases: decision.askedAs, question: decision.label ?? decision.name, outcomes: decision.outcomes.map(\.caption),
                    clauses: clauses.flatMap { [$0.heading, $0.gist].compactMap { $0 } }, rules: rules.map(\.name), facts: facts.map(\.caption),
                    questions: facts.compactMap(\.question))
            }
            router = QuestionRouter(words, main: plan.vocabulary.mainDecision, dictionary: Installation.dictionary)
        }
    }
}
