import Decisions
import Explanation
import Outlook
import Plans
import Proofs
import Vocabulary

extension AnswerContent.Lacking {
    /// What the nearest rules lack.
    ///
    /// - Parameters:
    ///   - hidden: facts that the reader may not see; rules that look at them are left out.
    ///   - clause: where a clause is, and what it says.
    static func all(
        _ answer: Answer, _ plan: Plan, _ words: AnswerWords, without hidden: Set<Place<Fact>>, clause: (Place<Clause>) -> ClauseLink
    ) -> [Self] {
        var prover = Prover(plan, answer)
        var found: [Self] = []
        for near in answer.shortfall.rules {
            var reach = Reach()
            reach.add(plan.conditions[near.rule.value], of: plan)
            guard reach.facts.isDisjoint(with: hidden) else { continue }
            let rule = plan.rules[near.rule]
            found.append(
                .init(
                    outcome: words.outcome(rule.outcome, of: answer.decision), needs: words.lacks(near, &prover), days: near.lastDays.map(words.lastDay),
                    clause: rule.clause.map(clause)))
        }
        return found
    }
}
