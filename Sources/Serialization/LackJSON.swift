import Decisions
import Diagnostics
import Documents
import Explanation
import Outlook
import Plans
import Proofs
import Runtime
import Vocabulary

/// What the nearest rules lack, for programs.
struct LackJSON {
    private let plan: Plan
    private let words: AnswerWords

    init(_ plan: Plan) {
        self.plan = plan
        words = AnswerWords(plan, language: .japanese)
    }

    func rules(_ answer: Answer) -> [JSONValue] {
        guard !answer.shortfall.rules.isEmpty else { return [] }
        var prover = Prover(plan, answer)
        var found: [JSONValue] = []
        for near in answer.shortfall.rules { found.append(rule(near, answer, &prover)) }
        return found
    }

    private func rule(_ near: NearestRule, _ answer: Answer, _ prover: inout Prover) -> JSONValue {
        let (rule, declared) = (plan.rules[near.rule], plan.decisions[answer.decision])
        let clause = rule.clause.map { plan.clauses[$0] }
        var unmet: [JSONValue] = []
        for lack in near.lacks {
            var ways: [JSONValue] = []
            for test in lack.tests { ways.append(way(test, &prover)) }
            unmet.append(.object([("any_of", .array(ways)), ("known", .bool(!lack.isOpen))]))
        }
        return .object([
            ("rule", .string(rule.name)), ("clause", clause.map { .string($0.id) } ?? .null), ("cite", clause.map { .string($0.citation) } ?? .null),
            ("outcome", .string(declared.outcomes[rule.outcome].name)),
            ("side", declared.side(of: OutcomeSet(rule.outcome)).map { .string(declared.sides[$0].name) } ?? .null), ("unmet", .array(unmet)),
            ("last_days", .array(near.lastDays.map(day))), ("in_words", .string(words.lacking(near, &prover))),
        ])
    }

    private func way(_ test: NearestRule.Test, _ prover: inout Prover) -> JSONValue {
        let facts = prover.test(of: test.condition)?.facts(plan) ?? []
        return .object([
            ("condition", .string(words.needed(test, &prover))), ("facts", .array(facts.sorted().map { .string(plan.facts[$0].name) })),
        ])
    }

    private func day(_ last: LastDay) -> JSONValue {
        .object([
            ("fact", .string(plan.facts[last.fact].name)), ("day", .string(words.values.name(last.day, .date))), ("passed", .bool(last.hasPassed)),
        ])
    }
}
