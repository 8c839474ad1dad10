package import Decisions
package import Diagnostics
import Documents
package import Plans
package import Vocabulary

/// Puts a norm that applies into words and JSON.
package struct NormWords: Bilingual, Sendable {
    private let plan: Plan
    package let language: MessageLanguage
    private let values: ValueText

    package init(_ plan: Plan, language: MessageLanguage) {
        self.plan = plan
        self.language = language
        values = ValueText(plan, language: language)
    }

    // MARK: JSON

    /// What it comes to, under stable keys.
    func entries(_ inForce: NormInForce) -> [(String, JSONValue)] {
        let norm = plan.norms[inForce.norm].norm
        var entries: [(String, JSONValue)] = [
            ("kind", .string(norm.kind.rawValue)), ("name", .string(norm.name)), ("who", text(norm.bearer)), ("to", text(norm.counterparty)),
            ("what", .string(norm.content)), ("by", text(inForce.deadline.map { values.name($0, .date) } ?? norm.deadline)),
        ]
        if norm.kind == .charge { entries.append(("amount", text(inForce.amount.map { values.name($0, .number(unit: norm.unit)) }))) }
        if let recurrence = inForce.recurrence {
            entries.append(
                (
                    "recurs",
                    .object([
                        ("every", "month"), ("from", month(recurrence.from)), ("to", month(recurrence.through)), ("next", month(recurrence.next)),
                    ])
                ))
        }
        if !inForce.waiting.isEmpty { entries.append(("missing", .array(waiting(inForce.waiting, \.name, \.name).map { .string($0) }))) }
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

    // MARK: Words

    /// What kind of norm it is.
    func kind(_ inForce: NormInForce) -> String { name(plan.norms[inForce.norm].norm.kind) }

    /// What people call the kind.
    package func name(_ kind: Norm.Kind) -> String {
        switch kind {
        case .duty: word("義務", "duty")
        case .prohibition: word("禁止", "prohibited")
        case .power: word("権利", "power")
        case .disclaimer: word("免責", "disclaimed")
        case .charge: word("費用", "charge")
        }
    }

    /// Who does what to whom, with the amount and the deadline, and the clause.
    package func sentence(_ inForce: NormInForce) -> String {
        let norm = plan.norms[inForce.norm].norm
        let who = norm.bearer.map { "\($0)\(norm.counterparty.map { word("→", " to ") + $0 } ?? "")\(word(" ", ": "))" } ?? ""
        let cite = norm.clause.map { word("　\(plan.clauses[$0].citation)", ", \(plan.clauses[$0].citation) (\(plan.clauses[$0].id))") } ?? ""
        return who + norm.content + details(inForce) + cite
    }

    /// The amount, the deadline and the months of a norm, and what they wait for.
    func details(_ inForce: NormInForce) -> String {
        let norm = plan.norms[inForce.norm].norm
        var details: [String] = []
        if let amount = inForce.amount.map({ values.text($0, .number(unit: norm.unit)) }) { details.append(word("額: \(amount)", amount)) }
        if let deadline = inForce.deadline.map({ values.text($0, .date) }) ?? norm.deadline { details.append(word("期限: \(deadline)", "by \(deadline)")) }
        if let recurrence = inForce.recurrence {
            let span = [recurrence.from, recurrence.through].map { $0.map { values.text($0, .month) } ?? "?" }.joined(separator: word("〜", " to "))
            let next = recurrence.next.map { values.text($0, .month) }
            details.append(word("毎月: \(span)", "monthly: \(span)") + (next.map { word("、次は\($0)", ", next \($0)") } ?? ""))
        }
        let waiting = waiting(inForce.waiting, \.caption, \.caption)
        if !waiting.isEmpty { details.append(word("まだ分からないもの: \(listed(waiting))", "waits for \(listed(waiting))")) }
        return details.isEmpty ? "" : aside(details.joined(separator: word("、", ", ")))
    }

    /// Those differences that another outcome does not bring by itself.
    func telling(_ differences: [NormDifference], otherOutcome: Bool) -> [String] {
        differences.filter { if case .changed = $0 { true } else { !otherOutcome } }.map { difference($0) }
    }

    /// What a norm would come to otherwise, and comes to now.
    private func difference(_ difference: NormDifference) -> String {
        let content = plan.norms[difference.norm].norm.content
        switch difference {
        case .added(let then): return word("「\(content)」が加わります\(details(then))", "`\(content)` comes in addition\(details(then))")
        case .removed: return word("「\(content)」はありません", "`\(content)` falls away")
        case .opened: return word("「\(content)」が当てはまるかは、事実によります", "whether `\(content)` applies depends on facts")
        case .changed(let now, let then):
            let (now, then) = (details(now), details(then))
            return word("「\(content)」は\(then.isEmpty ? "期限も額もなく" : then)、いまの答えでは\(now.isEmpty ? "どちらもありません" : now)", "`\(content)`\(then), now\(now)")
        }
    }

    /// What something waits for, by the names or the captions of facts and lists.
    func waiting(_ subjects: [Missing.Subject], _ fact: (Fact) -> String, _ list: (RecordList) -> String) -> [String] {
        subjects.compactMap { subject in
            switch subject {
            case .fact(let place, _, _), .event(let place): fact(plan.facts[place])
            case .list(let place): list(plan.lists[place])
            case .reference: nil
            }
        }
    }
}
