package import Vocabulary

/// Some operands of a node: where they stand in the plan's list of such operands.
package struct Operands<Element: Hashable & Sendable>: Hashable, Sendable {
    package let start: Int32
    package let length: Int32

    package init(start: Int, count: Int) { (self.start, length) = (Int32(start), Int32(count)) }

    package var count: Int { Int(length) }

    /// The places in the list.
    package var range: Range<Int> { Int(start)..<Int(start) + Int(length) }
}

/// A condition or a value of a plan.
package enum NodeID: Hashable, Sendable {
    case condition(ConditionID)
    case value(ValueID)
}

/// The conditions and values that a node is made of, in order. Nothing is copied.
package enum NodeParts: RandomAccessCollection, Sendable {
    case none
    case one(NodeID)
    case two(NodeID, NodeID)
    case conditions(ArraySlice<ConditionID>)
    case values(ArraySlice<ValueID>)
    /// Each branch is two parts.
    case branches(ArraySlice<Branch>)

    package var startIndex: Int { 0 }

    package var endIndex: Int {
        switch self {
        case .none: 0
        case .one: 1
        case .two: 2
        case .conditions(let parts): parts.count
        case .values(let parts): parts.count
        case .branches(let branches): 2 * branches.count
        }
    }

    package subscript(_ number: Int) -> NodeID {
        precondition(indices.contains(number), "a node has no such part")
        switch self {
        case .none: preconditionFailure("a node has no such part")
        case .one(let part): return part
        case .two(let first, let second): return number == 0 ? first : second
        case .conditions(let parts): return .condition(parts[parts.startIndex + number])
        case .values(let parts): return .value(parts[parts.startIndex + number])
        case .branches(let branches):
            let branch = branches[branches.startIndex + number / 2]
            return number % 2 == 0 ? .condition(branch.condition) : .value(branch.value)
        }
    }
}

extension NodeParts {
    /// Puts the parts behind what waits already: what `+=` does, at half the price.
    package func append(to waiting: inout [NodeID]) {
        switch self {
        case .none: break
        case .one(let part): waiting.append(part)
        case .two(let first, let second):
            waiting.append(first)
            waiting.append(second)
        case .conditions(let parts): for part in parts { waiting.append(.condition(part)) }
        case .values(let parts): for part in parts { waiting.append(.value(part)) }
        case .branches(let branches):
            for branch in branches {
                waiting.append(.condition(branch.condition))
                waiting.append(.value(branch.value))
            }
        }
    }
}

/// A set of nodes.
package struct NodeSet: Sendable {
    /// Conditions by their numbers, values by the complement of theirs.
    private var numbers: Set<Int32> = []

    package init() {}

    /// Whether the node was not there yet.
    package mutating func insert(_ id: NodeID) -> Bool {
        switch id {
        case .condition(let id): numbers.insert(id.number).inserted
        case .value(let id): numbers.insert(~id.number).inserted
        }
    }
}

extension Plan {
    package subscript(_ id: ConditionID) -> ConditionNode { conditionNodes[Int(id.number)] }
    package subscript(_ id: ValueID) -> ValueNode { valueNodes[Int(id.number)] }

    package subscript(_ operands: Operands<ConditionID>) -> ArraySlice<ConditionID> { conditionOperands[operands.range] }
    package subscript(_ operands: Operands<ValueID>) -> ArraySlice<ValueID> { valueOperands[operands.range] }
    package subscript(_ operands: Operands<Branch>) -> ArraySlice<Branch> { branches[operands.range] }

    /// What a node is made of, without going into rules; facts bring their premises.
    package func parts(of id: NodeID) -> NodeParts {
        switch id {
        case .condition(let id): parts(of: self[id])
        case .value(let id): parts(of: self[id])
        }
    }

    package func parts(of node: ConditionNode) -> NodeParts {
        switch node {
        case .constant, .holds, .applies, .outcome, .reading: .none
        case .and(let parts), .or(let parts): .conditions(self[parts])
        case .not(let part), .some(_, let part), .every(_, let part): .one(.condition(part))
        case .compare(let left, _, let right): .two(.value(left), .value(right))
        case .isCase(let fact, _, _), .hasAny(let fact, _), .hasAll(let fact, _), .compareFact(let fact, _, _), .isPending(let fact),
            .isInapplicable(let fact):
            premise(of: fact)
        }
    }

    package func parts(of node: ValueNode) -> NodeParts {
        switch node {
        case .constant: .none
        case .fact(let fact): premise(of: fact)
        case .arithmetic(_, let left, let right): .two(.value(left), .value(right))
        case .rounded(let quotient): .values(self[quotient.parts])
        case .calendar(_, let date, _): .one(.value(date))
        case .count(_, let body): .one(.condition(body))
        case .total(_, let body): .one(.value(body))
        case .lookup(_, let keys, _): .values(self[keys])
        case .choice(let branches): .branches(self[branches])
        }
    }

    private func premise(of fact: Place<Fact>) -> NodeParts { premises[fact.value].map { .one(.condition($0)) } ?? .none }

    /// The fact that a node looks at itself.
    package func factLooked(at id: NodeID) -> Place<Fact>? {
        switch id {
        case .condition(let id): factLooked(at: self[id])
        case .value(let id): factLooked(at: self[id])
        }
    }

    package func factLooked(at node: ConditionNode) -> Place<Fact>? {
        switch node {
        case .isCase(let fact, _, _), .hasAny(let fact, _), .hasAll(let fact, _), .compareFact(let fact, _, _), .isPending(let fact),
            .isInapplicable(let fact):
            fact
        case .constant, .and, .or, .not, .compare, .holds, .applies, .outcome, .reading, .some, .every: nil
        }
    }

    package func factLooked(at node: ValueNode) -> Place<Fact>? {
        switch node {
        case .fact(let fact): fact
        case .constant, .arithmetic, .rounded, .calendar, .count, .total, .lookup, .choice: nil
        }
    }
}
