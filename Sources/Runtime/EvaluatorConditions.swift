package import Plans
package import Vocabulary

extension Evaluator {
    // MARK: Facts

    private mutating func stored(_ fact: Int, _ slot: FactSlot) -> Reading {
        if slot.list < 0 { return frame.readings[fact] }
        let list = Int(slot.list)
        let record = records[list]
        return record < frame.lists[list].recordCount ? frame.lists[list][record, Int(slot.field)] : .unknown
    }

    /// A fact that is not asked, because its premise is false, does not apply.
    @inline(__always)
    mutating func reading(of fact: Int) -> Reading {
        // Facts of lists are never known outside their records.
        let plain = frame.readings[fact]
        if plain.state == .known { return plain }
        return looked(up: fact)
    }

    private mutating func looked(up fact: Int) -> Reading {
        let slot = plan.slots[fact]
        let reading = stored(fact, slot)
        if reading.state == .unknown, slot.premise >= 0, truth(Int(slot.premise)) == .no { return Reading(.inapplicable) }
        return reading
    }

    @inline(__always)
    private mutating func excludedMembers(_ fact: Int) -> UInt64 {
        let slot = plan.slots[fact]
        if slot.list < 0 { return frame.excluded[fact] }
        let (list, record) = (Int(slot.list), records[Int(slot.list)])
        return record < frame.lists[list].recordCount ? frame.lists[list].excluded[record * frame.lists[list].fieldCount + Int(slot.field)] : 0
    }

    /// What is known of a fact, of a list in the record in view.
    @specialized(where Trace == NoTracer)
    package mutating func reading(of fact: Place<Fact>) -> Reading { reading(of: fact.value) }

    /// Puts a record of a list in view.
    @specialized(where Trace == NoTracer)
    package mutating func look(at record: Int, of list: Place<RecordList>) { records[list.value] = record }

    // MARK: Conditions

    /// The truth of a condition.
    @specialized(where Trace == NoTracer)
    package mutating func truth(_ id: NodeID) -> Truth { truth(Int(id.number)) }

    /// The truth of a condition about one record of a list.
    @specialized(where Trace == NoTracer)
    package mutating func truth(_ id: NodeID, record: Int, of list: Place<RecordList>) -> Truth {
        let outer = records[Int(list.number)]
        defer { records[Int(list.number)] = outer }
        records[Int(list.number)] = record
        return truth(Int(id.number))
    }

    @inline(__always)
    mutating func truth(_ number: Int) -> Truth { truth(plan.nodes[number]) }

    /// Most nodes are tests of one fact; they are looked at in place.
    @inline(__always)
    mutating func truth(_ node: Node) -> Truth {
        switch node.operation {
        case .isCase: isCase(node)
        case .hasAny: membership(node, isAll: false)
        case .hasAll: membership(node, isAll: true)
        default: composed(node)
        }
    }

    private mutating func composed(_ node: Node) -> Truth {
        let first = Int(node.first)
        switch node.operation {
        case .constantTruth: return Truth(node.immediate == 1)
        case .and:
            var result = Truth.yes
            for child in Int(node.second)..<Int(node.second) + first {
                let part = truth(Int(plan.children[child].number))
                if part == .no { return .no }
                if part == .unknown { result = .unknown }
            }
            return result
        case .or:
            var result = Truth.no
            for child in Int(node.second)..<Int(node.second) + first {
                let part = truth(Int(plan.children[child].number))
                if part == .yes { return .yes }
                if part == .unknown { result = .unknown }
            }
            return result
        case .not: return !truth(first)
        case .compareFact: return compare(node.second, reading(of: first), Reading(.known, node.immediate))
        case .compare:
            let left = value(first)
            let right = value(Int(node.second))
            return compare(Int32(truncatingIfNeeded: node.immediate), left, right)
        case .isPending:
            let state = reading(of: first).state
            return state == .unknown ? .unknown : Truth(state == .pending)
        case .isInapplicable:
            let state = reading(of: first).state
            return state == .unknown ? .unknown : Truth(state == .inapplicable)
        case .holds: return holds[first]
        case .applies: return applies[first]
        case .outcome:
            let possible = given.outcomes(first, plan.orders[first])
            let wanted = UInt64(bitPattern: node.immediate)
            if possible & ~wanted == 0 { return .yes }
            return possible & wanted == 0 ? .no : .unknown
        case .reading:
            let reading = frame.interpretations[first]
            return reading == FactFrame.anyReading ? .unknown : Truth(reading == Int(node.second))
        case .some: return quantified(node, deciding: .yes)
        case .every: return quantified(node, deciding: .no)
        default: return .unknown
        }
    }

    @inline(__always)
    private mutating func isCase(_ node: Node) -> Truth {
        let reading = reading(of: Int(node.first))
        switch reading.state {
        case .known:
            // The node has the first 64 cases itself.
            if reading.value >= 0, reading.value < 64 { return Truth(node.immediate >> reading.value & 1 == 1) }
            return Truth(plan.contains(node.second, reading.value))
        case .unknown, .pending: return .unknown
        case .inapplicable, .unexercised: return .no
        }
    }

    private mutating func membership(_ node: Node, isAll: Bool) -> Truth {
        let fact = Int(node.first)
        let mask = UInt64(bitPattern: node.immediate)
        let reading = reading(of: fact)
        switch reading.state {
        case .inapplicable, .unexercised: return .no
        case .unknown, .pending: return mask == 0 ? Truth(isAll) : .unknown
        case .known: break
        }
        let yes = UInt64(bitPattern: reading.value)
        let no = excludedMembers(fact)
        if !isAll { return yes & mask != 0 ? .yes : no & mask == mask ? .no : .unknown }
        return no & mask != 0 ? .no : yes & mask == mask ? .yes : .unknown
    }

    private mutating func quantified(_ node: Node, deciding: Truth) -> Truth {
        let list = Int(node.first)
        let body = Int(node.second)
        let outer = records[list]
        defer { records[list] = outer }
        var isOpen = !frame.lists[list].isComplete
        for record in 0..<frame.lists[list].recordCount {
            records[list] = record
            let result = truth(body)
            if result == deciding { return deciding }
            if result == .unknown { isOpen = true }
        }
        return isOpen ? .unknown : !deciding
    }

    @inline(__always)
    private mutating func compare(_ relation: Int32, _ left: Reading, _ right: Reading) -> Truth {
        comparison(UInt8(truncatingIfNeeded: relation), left, right, asOf: frame.readings[0].value)
    }
}

extension Plan {
    /// Whether a case set contains a code.
    @inline(__always)
    package func contains(_ set: Int32, _ code: Int64) -> Bool {
        code >= 0 && code < 256 && caseSets[Int(set) * 4 + Int(code >> 6)] >> UInt64(code & 63) & 1 == 1
    }
}
