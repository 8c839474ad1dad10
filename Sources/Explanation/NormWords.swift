package import Completions
package import Diagnostics
package import Norms
package import Plans
package import Vocabulary

/// Puts a norm that applies into words.
package struct NormWords: Bilingual, Sendable {
    private let plan: Plan
    package let language: MessageLanguage
    private let values: ValueText

    package init(_ plan: Plan, language: MessageLanguage) {
        self.plan = plan
        self.language = language
        values = ValueText(plan, language: language)
    }

    /// What kind of norm it is.
    package func kind(_ inForce: NormInForce) -> String { name(plan.norms[inForce.norm].norm.kind) }

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
    ///
    /// - Parameter tellsUnstated: whether it is told that the contract states no amount.
    package func details(_ inForce: NormInForce, tellsUnstated: Bool = true) -> String {
        let norm = plan.norms[inForce.norm].norm
        var details: [String] = []
        let amount = inForce.amount.map { values.text($0, .number(unit: norm.unit)) }
        if let amount { details.append(word("額: \(amount)", amount)) }
        if tellsUnstated, let place = norm.unstated {
            details.append(
                amount == nil
                    ? word("額: 規約に定めがありません。\(place)", "amount: the contract states none; see \(place)")
                    : word("規約に額の定めはありません。\(place)", "the contract states no amount; see \(place)"))
        }
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
    package func telling(_ differences: [NormDifference], otherOutcome: Bool) -> [String] {
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
            let (now, then) = (details(now, tellsUnstated: false), details(then, tellsUnstated: false))
            return word("「\(content)」は\(then.isEmpty ? "期限も額もなく" : then)、いまの答えでは\(now.isEmpty ? "どちらもありません" : now)", "`\(content)`\(then), now\(now)")
        }
    }

    /// What something waits for, by the names or the captions of facts and lists.
    package func waiting(_ subjects: [Missing.Subject], _ fact: (Fact) -> String, _ list: (RecordList) -> String) -> [String] {
        subjects.compactMap { subject in
            switch subject {
            case .fact(let place, _, _), .event(let place): fact(plan.facts[place])
            case .list(let place): list(plan.lists[place])
            case .reference: nil
            }
        }
    }
}
