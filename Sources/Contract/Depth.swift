import Diagnostics
import Vocabulary

/// How deep something is, through the definitions that it uses; what reads conditions goes down by calls.
struct Depth {
    /// Conditions and values that are made of each other.
    var nodes = 0
    /// Definitions that use each other.
    var definitions = 0

    /// More of either is refused.
    static let most = Depth(nodes: 400, definitions: 64)

    var isTooDeep: Bool { nodes > Self.most.nodes || definitions > Self.most.definitions }

    /// Of something that is made of others.
    fileprivate init(over parts: [Depth]) {
        nodes = 1 + (parts.map(\.nodes).max() ?? 0)
        definitions = parts.map(\.definitions).max() ?? 0
    }

    init(nodes: Int = 0, definitions: Int = 0) { (self.nodes, self.definitions) = (nodes, definitions) }
}

extension Checker {
    /// How deep the body of a definition is.
    func depth(_ body: Definition.Body) -> Depth {
        switch body {
        case .condition(let condition): depth(condition)
        case .value(let value, _): depth(value)
        }
    }

    func depth(_ condition: Condition) -> Depth {
        switch condition {
        case .and(let parts), .or(let parts): Depth(over: parts.map { depth($0) })
        case .not(let part), .some(_, let part), .every(_, let part): Depth(over: [depth(part)])
        case .compare(_, let left, let right): Depth(over: [depth(left), depth(right)])
        case .definition(let place): depth(of: place)
        case .constant, .isCase, .hasAny, .hasAll, .isPending, .isInapplicable, .holds, .applies, .outcome, .reading: Depth(nodes: 1)
        }
    }

    func depth(_ value: Value) -> Depth {
        switch value {
        case .constant, .fact: Depth(nodes: 1)
        case .sum(let left, let right), .difference(let left, let right), .product(let left, let right), .days(let left, let right):
            Depth(over: [depth(left), depth(right)])
        case .rounded(_, let factors, let divisors, _): Depth(over: (factors + divisors).map { depth($0) })
        case .calendar(_, let date, _): Depth(over: [depth(date)])
        case .count(_, let body): Depth(over: [depth(body)])
        case .total(_, let body): Depth(over: [depth(body)])
        case .lookup(_, let keys, _): Depth(over: keys.map { depth($0) })
        case .choice(let choices): Depth(over: choices.map { Depth(over: [depth($0.condition), depth($0.value)]) })
        case .definition(let place): depth(of: place)
        }
    }

    private func depth(of place: Place<Definition>) -> Depth { definitionDepths[place.value] }

    /// A chain of facts of which each is asked only under a condition on the one before is refused where it is too long.
    mutating func checkPremiseDepths(_ needs: [Set<Place<Fact>>]) {
        // 0 for what was not looked at.
        var depths = Array(repeating: 0, count: needs.count)
        for root in needs.indices {
            var waiting = [root]
            while let fact = waiting.last {
                let open = contract.premises[fact] == nil ? [] : needs[fact].filter { depths[$0.value] == 0 }.map(\.value)
                if depths[fact] == 0, open.isEmpty {
                    let own = contract.premises[fact].map { depth($0).nodes + (needs[fact].map { depths[$0.value] }.max() ?? 0) } ?? 0
                    if own > Depth.most.nodes {
                        report(ContractDiagnostics.tooDeep(factRanges[fact], contract.facts[fact].name))
                        contract.premises[fact] = nil
                    }
                    depths[fact] = own > Depth.most.nodes ? 1 : own + 1
                }
                if depths[fact] > 0 { waiting.removeLast() } else { waiting += open }
            }
        }
    }
}
