package import Decisions
package import Documents
package import Plans
package import Runtime
package import Vocabulary

/// Why an answer is what it is: the rules that speak, each with its condition down to the facts.
package struct Proof: Sendable {
    /// A condition and how it came out.
    package struct Part: Sendable {
        package enum Kind: String, Sendable { case all, any, not, atom }

        package let kind: Kind
        /// What an atom asks, and what the facts say to it; empty for the others.
        package let text: String
        package let truth: Truth
        /// Who said the facts that an atom looks at, where that was recorded.
        package let given: [String]
        package let parts: [Part]
    }

    /// A rule that applies, or that holds and gives way.
    package struct Line: Sendable {
        package let rule: Place<Rule>
        package let by: [Defeated]
        package let condition: Part
    }

    package let applying: [Line]
    package let defeated: [Line]

    /// - Parameter given: where facts come from, in words.
    package init(_ plan: Plan, _ frame: FactFrame, _ report: DecisionReport, given: [Place<Fact>: String]) {
        var reasons = Reasons(plan, frame, decision: report.decision)
        var applying: [Line] = []
        for rule in report.grounds.compactMap(\.rule) {
            applying.append(Line(rule: rule, by: [], condition: reasons.part(plan.conditions[rule.value], given)))
        }
        var defeated: [Line] = []
        for rule in report.defeated.map(\.rule) where !defeated.contains(where: { $0.rule == rule }) {
            let by = report.defeated.filter { $0.rule == rule }
            defeated.append(Line(rule: rule, by: by, condition: reasons.part(plan.conditions[rule.value], given)))
        }
        self.applying = applying
        self.defeated = defeated
    }
}

extension Reasons {
    /// A condition with its parts. Depth is that of the rule's text.
    fileprivate mutating func part(_ id: NodeID, _ given: [Place<Fact>: String]) -> Proof.Part {
        let node = plan[id]
        let truth = evaluator.truth(id)
        switch node.operation {
        case .and, .or, .not:
            let kind: Proof.Part.Kind = node.operation == .and ? .all : node.operation == .or ? .any : .not
            let children = node.operation == .not ? [NodeID(Int(node.first))] : (0..<Int(node.first)).map { plan.children[Int(node.second) + $0] }
            var parts: [Proof.Part] = []
            for child in children { parts.append(part(child, given)) }
            return Proof.Part(kind: kind, text: "", truth: truth, given: [], parts: parts)
        default:
            var reach = Reach()
            reach.add(id, of: plan)
            return Proof.Part(kind: .atom, text: text(id), truth: truth, given: reach.facts.sorted().compactMap { given[$0] }, parts: [])
        }
    }
}

extension Proof {
    /// The proof for programs.
    package func json(_ plan: Plan) -> JSONValue {
        .object([("applying", .array(applying.map { line($0, plan) })), ("defeated", .array(defeated.map { line($0, plan) }))])
    }

    private func line(_ line: Line, _ plan: Plan) -> JSONValue {
        let clause = plan.rules[line.rule].clause
        return .object([
            ("rule", .string(plan.rules[line.rule].name)), ("clause", clause.map { .string(plan.clauses[$0].id) } ?? .null),
            ("cite", clause.map { .string(plan.clauses[$0].citation) } ?? .null),
            ("by", .array(line.by.map { .string(plan.rules[$0.by].name) })), ("condition", part(line.condition)),
        ])
    }

    private func part(_ part: Part) -> JSONValue {
        let truth: JSONValue =
            switch part.truth {
            case .yes: true
            case .no: false
            case .unknown: .null
            }
        var entries: [(String, JSONValue)] = [("kind", .string(part.kind.rawValue)), ("holds", truth)]
        if part.kind == .atom { entries += [("text", .string(part.text)), ("given", .array(part.given.map { .string($0) }))] }
        if !part.parts.isEmpty { entries.append(("parts", .array(part.parts.map { self.part($0) }))) }
        return .object(entries)
    }
}
