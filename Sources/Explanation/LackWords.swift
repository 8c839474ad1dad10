import Completions
package import Decisions
import Diagnostics
package import Outlook
import Plans
package import Proofs
import Runtime
import Vocabulary

/// What the nearest rules lack, what powers do together, and what was not looked through, in words.
extension AnswerWords {
    /// What a rule lacks, each in one phrase.
    package func lacks(_ rule: NearestRule, _ prover: inout Prover) -> [String] {
        var told: [String] = []
        for lack in rule.lacks {
            var ways: [String] = []
            for test in lack.tests { ways.append(needed(test, &prover)) }
            let open = lack.isOpen ? aside(word("まだ分かりません", "not known yet")) : ""
            told.append(ways.joined(separator: word("、または ", ", or ")) + open)
        }
        return told
    }

    /// One test as it would have to come out.
    package func needed(_ test: NearestRule.Test, _ prover: inout Prover) -> String {
        guard let atom = prover.test(of: test.condition) else { return "" }
        return TestText(plan, language: language, showsFacts: false).needed(atom, test.wanted)
    }

    /// Until when it could be done: 「2026年4月30日まで」.
    package func lastDay(_ last: LastDay) -> String {
        let day = values.text(last.day, .date)
        let passed = last.hasPassed ? word("で、すでに過ぎています", ", which has passed") : ""
        if last.fact == .asOf { return word("\(day)まで", "by \(day)") + passed }
        let name = plan.facts[last.fact].caption
        return word("「\(name)」は\(day)まで", "`\(name)` no later than \(day)") + passed
    }

    /// What would have to be so, and until when.
    package func lacking(_ rule: NearestRule, _ prover: inout Prover) -> String {
        let days = rule.lastDays.map(lastDay)
        return lacks(rule, &prover).joined(separator: word("、かつ ", "; and ")) + (days.isEmpty ? "" : aside(days.joined(separator: word("、", ", "))))
    }

    /// The rule, what it would bring, and what it lacks.
    package func nearest(_ rule: NearestRule, _ answer: Answer, _ prover: inout Prover) -> String {
        let then = outcome(plan.rules[rule.rule].outcome, of: answer.decision)
        return word("\(cite(rule.rule))「\(then)」には、", "\(cite(rule.rule)) `\(then)` needs: ") + lacking(rule, &prover)
    }

    /// The parts of the answer that were not all looked through, as people call them.
    package func notLookedThrough(_ answer: Answer) -> [String] {
        var parts: [String] = []
        func note(_ isCut: Bool, _ japanese: String, _ english: String) { if isCut { parts.append(word(japanese, english)) } }
        note(!answer.nextChange.isComplete, "この答えが変わる日", "when it changes by itself")
        note(answer.counterfactuals.isApproximate && !answer.counterfactuals.isOpen, "変えられること", "what would change it")
        note(answer.shortfall.isCut, "足りないこと", "what is lacking")
        note(!answer.readingsAreComplete, "別の読み方", "other readings")
        note(!answer.reservedIsComplete, "留保する裁量", "reserved powers")
        note(!answer.usualIsComplete, "通例による答え", "usual circumstances")
        return parts
    }

    /// The same in one line; nil where all was looked through.
    package func cutShort(_ answer: Answer) -> String? {
        let parts = notLookedThrough(answer)
        return parts.isEmpty ? nil : listed(parts) + aside(word("途中までしか調べていません。ほかにもありえます", "looked through only in part; there may be more"))
    }

    /// The other powers that must be exercised too.
    func together(_ exercises: [Exercise]) -> String {
        exercises.map { exercise in
            let fact = plan.facts[exercise.power]
            return fact.type == .bool
                ? word("「\(fact.caption)」", "`\(fact.caption)`")
                : word(
                    "「\(fact.caption)」を「\(values.member(exercise.value, of: fact.type))」", "`\(fact.caption)` = \(values.member(exercise.value, of: fact.type))"
                )
        }.joined(separator: word("と", " and "))
    }
}
