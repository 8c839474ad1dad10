import Decisions
import Documents
import Plans
import Vocabulary

/// Puts a norm that applies into words and JSON.
struct NormWords {
    private let plan: Plan
    private let values: ValueText

    init(_ plan: Plan) {
        self.plan = plan
        values = ValueText(plan)
    }

    // MARK: JSON

    /// What it comes to, under stable keys.
    func entries(_ inForce: NormInForce) -> [(String, JSONValue)] {
        let norm = plan.norms[inForce.norm].norm
        var entries: [(String, JSONValue)] = [
            ("kind", .string(norm.kind.rawValue)), ("name", .string(norm.name)), ("who", text(norm.bearer)), ("to", text(norm.counterparty)),
            ("what", .string(norm.content)), ("by", text(inForce.deadline.map { values.name($0, .date) } ?? norm.deadline)),
        ]
        if norm.kind == .charge { entries.append(("amount", text(amount(inForce)))) }
        if let recurrence = inForce.recurrence {
            entries.append(
                (
                    "recurs",
                    .object([
                        ("every", "month"), ("from", month(recurrence.from)), ("to", month(recurrence.through)), ("next", month(recurrence.next)),
                    ])
                ))
        }
        if !inForce.waiting.isEmpty { entries.append(("missing", .array(waiting(inForce, \.name, \.name).map { .string($0) }))) }
        return entries
    }

    private func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

    private func month(_ month: Int64?) -> JSONValue { text(month.map { values.name($0, .month) }) }

    // MARK: Words

    /// The amount with its unit.
    func amount(_ inForce: NormInForce) -> String? {
        inForce.amount.map { values.text($0, .number(unit: plan.norms[inForce.norm].norm.unit)) }
    }

    /// The deadline as a person reads it.
    func deadline(_ inForce: NormInForce) -> String? {
        inForce.deadline.map { values.text($0, .date) } ?? plan.norms[inForce.norm].norm.deadline
    }

    /// From the first to the last month, and the next.
    func months(_ recurrence: NormInForce.Recurrence) -> (span: String, next: String?) {
        let span = [recurrence.from, recurrence.through].map { $0.map { values.text($0, .month) } ?? "?" }.joined(separator: "〜")
        return (span, recurrence.next.map { values.text($0, .month) })
    }

    /// What it waits for, by the names or the captions of facts and lists.
    func waiting(_ inForce: NormInForce, _ fact: (Fact) -> String, _ list: (RecordList) -> String) -> [String] {
        inForce.waiting.compactMap { subject in
            switch subject {
            case .fact(let place, _, _): fact(plan.facts[place])
            case .list(let place): list(plan.lists[place])
            case .reference: nil
            }
        }
    }
}
