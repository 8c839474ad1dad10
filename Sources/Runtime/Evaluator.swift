package import Plans
import Values
package import Vocabulary

/// Runs a plan on the facts of a case in strong Kleene logic: fast and sound, though it may leave open what a search would settle.
///
/// Total: nodes refer only to earlier nodes, premises do not go in circles, and lists are finite.
package struct Evaluator<Trace: Tracer> {
    package let plan: Plan
    package var tracer: Trace
    /// Whether each rule's condition is true, and whether the rule applies; filled in by `run`.
    package private(set) var holds: [Truth]
    package private(set) var applies: [Truth]
    private var frame: FactFrame
    /// The record in view of each list.
    private var records: [Int]

    package init(_ plan: Plan, _ frame: FactFrame, tracer: Trace) {
        self.plan = plan
        self.frame = frame
        self.tracer = tracer
        holds = Array(repeating: .unknown, count: plan.rules.count)
        applies = holds
        records = Array(repeating: 0, count: plan.lists.count)
    }

    /// Takes the facts of another case; the memory is kept.
    package mutating func load(_ frame: FactFrame) { self.frame = frame }

    /// Evaluates what a decision needs; then `holds`, `applies` and `outcomes(of:)` answer.
    package mutating func run(_ decision: Place<Decision>) {
        for step in plan.programs[decision.value].steps {
            switch step {
            case .holds(let rule):
                let result = truth(plan.conditions[rule.value])
                holds[rule.value] = result
                tracer.step(step, result)
            case .applies(let rule):
                var result = holds[rule.value]
                if result != .no {
                    for defeater in plan.defeaters[rule.value] {
                        let defeat = applies[defeater.rule.value]
                        if defeat == .yes {
                            result = .no
                            break
                        }
                        if defeat == .unknown { result = .unknown }
                    }
                }
                applies[rule.value] = result
                tracer.step(step, result)
            }
        }
    }

    /// The outcomes that are still possible after `run`, a bit for each; the bit after the last is a conflict.
    package func outcomes(of decision: Place<Decision>) -> UInt64 {
        let declared = plan.decisions[decision]
        var certain: UInt64 = 0
        var possible: UInt64 = 0
        for rule in plan.programs[decision.value].rules {
            let bit: UInt64 = 1 << UInt64(plan.rules[rule].outcome)
            switch applies[rule.value] {
            case .yes: certain |= bit
            case .unknown: possible |= bit
            case .no: break
            }
        }
        return declared.possible(certain: certain, open: possible)
    }

    // MARK: Facts

    @inline(__always)
    private func stored(_ fact: Int) -> Reading {
        guard let list = plan.facts[fact].list else { return frame.readings[fact] }
        let own = frame.lists[list.value]
        let record = records[list.value]
        return record < own.recordCount ? own[record, plan.fieldNumbers[fact]] : .unknown
    }

    private func excludedMembers(_ fact: Int) -> UInt64 {
        guard let list = plan.facts[fact].list else { return frame.excluded[fact] }
        let own = frame.lists[list.value]
        let record = records[list.value]
        return record < own.recordCount ? own.excluded[record * own.fieldCount + plan.fieldNumbers[fact]] : 0
    }

    /// A fact that is not asked, because its premise is false, does not apply.
    private mutating func reading(of fact: Int) -> Reading {
        let reading = stored(fact)
        if reading.state == .unknown, let premise = plan.premises[fact], truth(premise) == .no { return Reading(.inapplicable) }
        return reading
    }

    // MARK: Conditions

    /// The truth of a condition.
    package mutating func truth(_ id: NodeID) -> Truth {
        let node = plan.nodes[id.value]
        switch node.operation {
        case .constantTruth: return Truth(node.immediate == 1)
        case .and:
            var result = Truth.yes
            for child in Int(node.second)..<Int(node.second) + Int(node.first) {
                let part = truth(plan.children[child])
                if part == .no { return .no }
                if part == .unknown { result = .unknown }
            }
            return result
        case .or:
            var result = Truth.no
            for child in Int(node.second)..<Int(node.second) + Int(node.first) {
                let part = truth(plan.children[child])
                if part == .yes { return .yes }
                if part == .unknown { result = .unknown }
            }
            return result
        case .not: return !truth(NodeID(Int(node.first)))
        case .isCase:
            let reading = reading(of: Int(node.first))
            switch reading.state {
            case .known: return Truth(plan.contains(node.second, reading.value))
            case .unknown, .pending: return .unknown
            case .inapplicable, .unexercised: return .no
            }
        case .hasAny, .hasAll: return membership(node)
        case .compareFact:
            return compare(node.second, reading(of: Int(node.first)), Reading(.known, node.immediate))
        case .compare:
            let left = value(NodeID(Int(node.first)))
            let right = value(NodeID(Int(node.second)))
            return compare(Int32(truncatingIfNeeded: node.immediate), left, right)
        case .isPending:
            let state = reading(of: Int(node.first)).state
            return state == .unknown ? .unknown : Truth(state == .pending)
        case .isInapplicable:
            let state = reading(of: Int(node.first)).state
            return state == .unknown ? .unknown : Truth(state == .inapplicable)
        case .holds: return holds[Int(node.first)]
        case .applies: return applies[Int(node.first)]
        case .outcome:
            let possible = outcomes(of: Place(Int(node.first)))
            let wanted = UInt64(bitPattern: node.immediate)
            if possible & ~wanted == 0 { return .yes }
            return possible & wanted == 0 ? .no : .unknown
        case .reading:
            let reading = frame.interpretations[Int(node.first)]
            return reading == FactFrame.anyReading ? .unknown : Truth(reading == Int(node.second))
        case .some, .every: return quantified(node)
        default: return .unknown
        }
    }

    /// The truth of a condition about one record of a list.
    package mutating func truth(_ id: NodeID, record: Int, of list: Place<RecordList>) -> Truth {
        let outer = records[list.value]
        defer { records[list.value] = outer }
        records[list.value] = record
        return truth(id)
    }

    private mutating func membership(_ node: Node) -> Truth {
        let fact = Int(node.first)
        let mask = UInt64(bitPattern: node.immediate)
        let reading = reading(of: fact)
        switch reading.state {
        case .inapplicable, .unexercised: return .no
        case .unknown, .pending: return mask == 0 ? Truth(node.operation == .hasAll) : .unknown
        case .known: break
        }
        let yes = UInt64(bitPattern: reading.value)
        let no = excludedMembers(fact)
        if node.operation == .hasAny { return yes & mask != 0 ? .yes : no & mask == mask ? .no : .unknown }
        return no & mask != 0 ? .no : yes & mask == mask ? .yes : .unknown
    }

    private mutating func quantified(_ node: Node) -> Truth {
        let list = Int(node.first)
        let body = NodeID(Int(node.second))
        let outer = records[list]
        defer { records[list] = outer }
        let deciding: Truth = node.operation == .some ? .yes : .no
        var isOpen = !frame.lists[list].isComplete
        for record in 0..<frame.lists[list].recordCount {
            records[list] = record
            let result = truth(body)
            if result == deciding { return deciding }
            if result == .unknown { isOpen = true }
        }
        return isOpen ? .unknown : !deciding
    }

    private func compare(_ relation: Int32, _ left: Reading, _ right: Reading) -> Truth {
        comparison(Relation(rawValue: UInt8(truncatingIfNeeded: relation)) ?? .equal, left, right, asOf: frame.readings[0].value)
    }

    // MARK: Values

    /// What is known of a value.
    package mutating func value(_ id: NodeID) -> Reading {
        let node = plan.nodes[id.value]
        switch node.operation {
        case .constantValue: return Reading(.known, node.immediate)
        case .fact: return reading(of: Int(node.first))
        case .sum, .difference, .product:
            let left = value(NodeID(Int(node.first)))
            let right = value(NodeID(Int(node.second)))
            return arithmetic(node.operation, left, right)
        case .addDays, .addMonths, .weekday: return calendar(node, value(NodeID(Int(node.first))))
        case .count, .total: return aggregate(node)
        case .lookup: return lookup(node)
        case .choice:
            for number in 0..<Int(node.first) {
                switch truth(plan.children[Int(node.second) + 2 * number]) {
                case .yes: return value(plan.children[Int(node.second) + 2 * number + 1])
                case .unknown: return .unknown
                case .no: break
                }
            }
            return .unknown
        default: return .unknown
        }
    }

    private mutating func aggregate(_ node: Node) -> Reading {
        let list = Int(node.first)
        let body = NodeID(Int(node.second))
        guard frame.lists[list].isComplete else { return .unknown }
        let outer = records[list]
        defer { records[list] = outer }
        var sum = FixedDecimal.zero
        for record in 0..<frame.lists[list].recordCount {
            records[list] = record
            let part: FixedDecimal
            if node.operation == .count {
                let result = truth(body)
                if result == .unknown { return .unknown }
                part = FixedDecimal(micros: result == .yes ? FixedDecimal.one : 0)
            } else {
                let reading = value(body)
                switch reading.state {
                case .known: part = FixedDecimal(micros: reading.value)
                case .inapplicable: part = .zero
                default: return .unknown
                }
            }
            guard let next = sum.adding(part) else { return .unknown }
            sum = next
        }
        return Reading(.known, sum.micros)
    }

    private mutating func lookup(_ node: Node) -> Reading {
        let table = plan.tables[Int(node.first)]
        var keys: [Int64] = []
        keys.reserveCapacity(table.keys.count)
        for number in table.keys.indices {
            let reading = value(plan.children[Int(node.second) + number])
            guard reading.state == .known else { return reading.state == .pending ? .unknown : Reading(reading.state) }
            keys.append(reading.value)
        }
        let row = table.row(for: keys)
        tracer.lookup(Place(Int(node.first)), row: row, column: Int(node.immediate))
        guard let row, let value = table.rows[row].values[Int(node.immediate)] else { return .unknown }
        return Reading(.known, value)
    }
}
