import Diagnostics
import Documents
import Explanation
import Norms
import Plans
import Vocabulary

/// Norms that apply, for programs.
struct NormJSON {
    private let plan: Plan
    private let values: ValueText
    private let words: NormWords

    init(_ plan: Plan) {
        self.plan = plan
        values = ValueText(plan, language: .japanese)
        words = NormWords(plan, language: .japanese)
    }

    /// What it comes to, under stable keys.
    func entries(_ inForce: NormInForce) -> [(String, JSONValue)] {
        let norm = plan.norms[inForce.norm].norm
        var entries: [(String, JSONValue)] = [
            ("kind", .string(norm.kind.rawValue)), ("name", .string(norm.name)), ("who", text(norm.bearer)), ("to", text(norm.counterparty)),
            ("what", .string(norm.content)), ("by", text(inForce.deadline.map { values.name($0, .date) } ?? norm.deadline)),
        ]
        if norm.kind == .charge { entries.append(("amount", text(inForce.amount.map { values.name($0, .number(unit: norm.unit)) }))) }
        if let place = norm.unstated { entries += [("amount_stated", false), ("look_up", .string(place))] }
        if let recurrence = inForce.recurrence {
            entries.append(
                (
                    "recurs",
                    .object([
                        ("every", "month"), ("from", month(recurrence.from)), ("to", month(recurrence.through)), ("next", month(recurrence.next)),
                    ])
                ))
        }
        if !inForce.waiting.isEmpty { entries.append(("missing", .array(words.waiting(inForce.waiting, \.name, \.name).map { .string($0) }))) }
        return entries
    }

    private func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

    private func month(_ month: Int64?) -> JSONValue { text(month.map { values.name($0, .month) }) }

    /// What differs: each with what it comes to now and then, and apart the deadlines and the amounts.
    func differences(_ differences: [NormDifference]) -> [(String, JSONValue)] {
        func pair(_ difference: NormDifference, _ now: (String, JSONValue), _ then: (String, JSONValue)) -> JSONValue {
            let norm = plan.norms[difference.norm].norm
            return .object([("name", .string(norm.name)), ("what", .string(norm.content)), now, then])
        }
        func by(_ inForce: NormInForce) -> JSONValue {
            text(inForce.deadline.map { values.name($0, .date) } ?? plan.norms[inForce.norm].norm.deadline)
        }
        func amount(_ inForce: NormInForce) -> JSONValue {
            text(inForce.amount.map { values.name($0, .number(unit: plan.norms[inForce.norm].norm.unit)) })
        }
        let both = differences.compactMap { difference in difference.now.flatMap { now in difference.then.map { (difference, now, $0) } } }
        return [
            ("deadlines", .array(both.filter { by($1) != by($2) }.map { pair($0, ("by", by($1)), ("other_by", by($2))) })),
            ("amounts", .array(both.filter { amount($1) != amount($2) }.map { pair($0, ("amount", amount($1)), ("other_amount", amount($2))) })),
            (
                "duties",
                .array(
                    differences.map { difference in
                        func duty(_ inForce: NormInForce?) -> JSONValue { inForce.map { .object(entries($0)) } ?? .null }
                        return .object([("now", duty(difference.now)), ("then", duty(difference.then))])
                    })
            ),
        ]
    }
}
