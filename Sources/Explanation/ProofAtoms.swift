import Plans
import Runtime
import Vocabulary

/// What the nodes of a plan ask: the atoms of a proof.
extension Prover {
    mutating func test(_ node: Node) -> Test {
        let number = Int(node.first)
        switch node.operation {
        case .isCase: return .isCase(subject(number), cases(of: node), evaluator.reading(of: Place(number)))
        case .hasAny, .hasAll:
            return .members(subject(number), mask: node.immediate, needsAll: node.operation == .hasAll, evaluator.reading(of: Place(number)))
        case .isPending: return .state(subject(number), .pending, evaluator.reading(of: Place(number)))
        case .isInapplicable: return .state(subject(number), .inapplicable, evaluator.reading(of: Place(number)))
        case .compareFact:
            let side = factSide(number)
            let bound = Test.Side(source: .constant, reading: Reading(.known, node.immediate), type: side.type)
            return .compare(side, Relation(stored: Int64(node.second)), bound)
        case .compare:
            let (left, right) = (NodeID(number), NodeID(Int(node.second)))
            if plan[left].operation == .calendar, plan[left].calendarStep == .isHoliday { return holiday(plan[left], node) }
            let type = plan.type(of: left) ?? plan.type(of: right) ?? .integer
            return .compare(side(left, type), Relation(stored: node.immediate), side(right, type))
        case .outcome:
            return .outcome(Place(number), wanted: UInt64(bitPattern: node.immediate), possible: evaluator.outcomes(of: Place(number)))
        case .holds, .applies: return .rule(Place(number))
        case .reading: return .reading(Place(number), Int(node.second))
        default: return .always
        }
    }

    private func subject(_ number: Int) -> Test.Subject {
        Test.Subject(fact: Place(number), record: plan.facts[number].list.flatMap { records[$0] })
    }

    private func cases(of node: Node) -> [Int64] {
        let count = plan.caseCount(plan.facts[Int(node.first)].type) ?? 0
        return (0..<Int64(count)).filter { plan.contains(node.second, $0) }
    }

    private mutating func factSide(_ number: Int) -> Test.Side {
        Test.Side(source: .fact(subject(number)), reading: evaluator.reading(of: Place(number)), type: plan.facts[number].type)
    }

    private mutating func side(_ id: NodeID, _ type: FactType) -> Test.Side {
        switch plan[id].operation {
        case .fact: factSide(Int(plan[id].first))
        case .constantValue: Test.Side(source: .constant, reading: evaluator.value(id), type: type)
        default: Test.Side(source: .node(id), reading: evaluator.value(id), type: type)
        }
    }

    /// `祝日(日)` stands in plans as a comparison with 1.
    private mutating func holiday(_ step: Node, _ node: Node) -> Test { .holiday(side(NodeID(Int(step.first)), .date)) }

    /// The parts of a conjunction or disjunction; those that compare the same value with constants are together.
    func groups(_ node: Node) -> [[NodeID]] {
        var groups: [[NodeID]] = []
        var places: [Compared: Int] = [:]
        for child in (0..<Int(node.first)).map({ plan.children[Int(node.second) + $0] }) {
            guard let own = compared(child, node.operation == .or ? .equal : .notEqual) else {
                groups.append([child])
                continue
            }
            if let place = places[own] {
                groups[place].append(child)
            } else {
                places[own] = groups.count
                groups.append([child])
            }
        }
        return groups
    }

    /// What is compared with a constant: a fact, or a value.
    private struct Compared: Hashable {
        let operation: Plans.Operation
        let first: Int32
    }

    private func compared(_ id: NodeID, _ relation: Relation) -> Compared? {
        let node = plan[id]
        let isMeant =
            switch node.operation {
            case .compare: node.immediate == Int64(relation.rawValue) && plan[NodeID(Int(node.second))].operation == .constantValue
            case .compareFact: node.second == Int32(relation.rawValue)
            default: false
            }
        return isMeant ? Compared(operation: node.operation, first: node.first) : nil
    }

    /// Whether a value is one of the constants, or none of them.
    mutating func amongTest(_ operation: Plans.Operation, _ nodes: [NodeID]) -> Test? {
        guard let first = nodes.first else { return nil }
        let node = plan[first]
        let isFact = node.operation == .compareFact
        let values = nodes.map { isFact ? plan[$0].immediate : plan[NodeID(Int(plan[$0].second))].immediate }
        let left = NodeID(Int(node.first))
        return .among(isFact ? factSide(Int(node.first)) : side(left, plan.type(of: left) ?? .integer), values, isNone: operation == .and)
    }
}

extension Relation {
    /// As it stands in the nodes of a plan.
    fileprivate init(stored: Int64) { self = Relation(rawValue: UInt8(truncatingIfNeeded: stored)) ?? .equal }
}
