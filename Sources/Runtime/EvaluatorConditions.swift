package import Plans
package import Vocabulary

extension Evaluator {
    // MARK: Facts

    private func stored(_ fact: Place<Fact>, _ slot: FactSlot) -> Reading {
        guard let list = slot.list else { return frame.readings[Int(fact.number)] }
        let record = records[Int(list.number)]
        return record < frame.lists[Int(list.number)].recordCount ? frame.lists[Int(list.number)][record, Int(slot.field)] : .unknown
    }

    /// What is known of a fact, of a list in the record in view. A fact that is not asked, because its premise is false, does not apply.
    @inline(__always)
    mutating func reading(_ fact: Place<Fact>) -> Reading {
        // Facts of lists are never known outside their records.
        let plain = frame.readings[Int(fact.number)]
        if plain.state == .known { return plain }
        return looked(up: fact)
    }

    private mutating func looked(up fact: Place<Fact>) -> Reading {
        let slot = plan.slots[Int(fact.number)]
        let reading = stored(fact, slot)
        if reading.state == .unknown, let premise = slot.premise, truth(at: premise) == .no { return Reading(.inapplicable) }
        return reading
    }

    @inline(__always)
    private func excludedMembers(_ fact: Place<Fact>) -> UInt64 {
        let slot = plan.slots[Int(fact.number)]
        guard let list = slot.list else { return frame.excluded[Int(fact.number)] }
        let record = records[Int(list.number)]
        let own = frame.lists[Int(list.number)]
        return record < own.recordCount ? own.excluded[record * own.fieldCount + Int(slot.field)] : 0
    }

    /// What is known of a fact, of a list in the record in view.
    @specialized(where Trace == NoTracer)
    package mutating func reading(of fact: Place<Fact>) -> Reading { reading(fact) }

    /// Puts a record of a list in view.
    @specialized(where Trace == NoTracer)
    package mutating func look(at record: Int, of list: Place<RecordList>) { records[Int(list.number)] = record }

    // MARK: Nodes

    /// Nodes are read in place: a call into the room of the plan for each would take a third of an evaluation.
    @inline(__always)
    mutating func truth(at id: ConditionID) -> Truth { truth(plan.conditionNodes[Int(id.number)]) }

    @inline(__always)
    mutating func value(at id: ValueID) -> Reading { value(plan.valueNodes[Int(id.number)]) }

    /// The places of operands in the plan's lists of them.
    @inline(__always)
    func places<Element>(_ operands: Operands<Element>) -> Range<Int> { Int(operands.start)..<Int(operands.start) + Int(operands.length) }

    // MARK: Conditions

    /// The truth of a condition.
    @specialized(where Trace == NoTracer)
    package mutating func truth(_ id: ConditionID) -> Truth { truth(at: id) }

    /// The truth of a condition about one record of a list.
    @specialized(where Trace == NoTracer)
    package mutating func truth(_ id: ConditionID, record: Int, of list: Place<RecordList>) -> Truth {
        let outer = records[Int(list.number)]
        defer { records[Int(list.number)] = outer }
        records[Int(list.number)] = record
        return truth(at: id)
    }

    /// Most nodes are tests of one fact; they are looked at in place.
    @inline(__always)
    mutating func truth(_ node: ConditionNode) -> Truth {
        switch node {
        case .isCase(let fact, let cases, let low): isCase(fact, cases, low)
        case .hasAny(let fact, let mask): hasAny(fact, mask)
        case .hasAll(let fact, let mask): hasAll(fact, mask)
        case .constant, .and, .or, .not, .compare, .compareFact, .isPending, .isInapplicable, .holds, .applies, .outcome, .reading, .some, .every:
            composed(node)
        }
    }

    private mutating func composed(_ node: ConditionNode) -> Truth {
        switch node {
        case .constant(let value): return Truth(value)
        case .and(let parts):
            var result = Truth.yes
            for place in places(parts) {
                let part = truth(at: plan.conditionOperands[place])
                if part == .no { return .no }
                if part == .unknown { result = .unknown }
            }
            return result
        case .or(let parts):
            var result = Truth.no
            for place in places(parts) {
                let part = truth(at: plan.conditionOperands[place])
                if part == .yes { return .yes }
                if part == .unknown { result = .unknown }
            }
            return result
        case .not(let part): return !truth(at: part)
        case .isCase(let fact, let cases, let low): return isCase(fact, cases, low)
        case .hasAny(let fact, let mask): return hasAny(fact, mask)
        case .hasAll(let fact, let mask): return hasAll(fact, mask)
        case .compareFact(let fact, let relation, let constant): return compare(relation, reading(fact), Reading(.known, constant))
        case .compare(let left, let relation, let right):
            let first = value(at: left)
            let second = value(at: right)
            return compare(relation, first, second)
        case .isPending(let fact): return hasState(.pending, fact)
        case .isInapplicable(let fact): return hasState(.inapplicable, fact)
        case .holds(let rule): return holds[Int(rule.number)]
        case .applies(let rule): return applies[Int(rule.number)]
        case .outcome(let decision, let wanted):
            let possible = given.outcomes(Int(decision.number), plan.orders[Int(decision.number)])
            if possible & ~wanted.bits == 0 { return .yes }
            return possible & wanted.bits == 0 ? .no : .unknown
        case .reading(let interpretation, let wanted):
            let reading = frame.interpretations[Int(interpretation.number)]
            return reading == FactFrame.anyReading ? .unknown : Truth(reading == Int(wanted))
        case .some(let list, let body): return quantified(list, body, deciding: .yes)
        case .every(let list, let body): return quantified(list, body, deciding: .no)
        }
    }

    @inline(__always)
    private mutating func isCase(_ fact: Place<Fact>, _ cases: Place<CaseSet>, _ low: UInt64) -> Truth {
        let reading = reading(fact)
        switch reading.state {
        case .known:
            // The node has the first 64 cases itself.
            if reading.value >= 0, reading.value < 64 { return Truth(low >> UInt64(reading.value) & 1 == 1) }
            return Truth(plan.caseSets[Int(cases.number)].contains(reading.value))
        case .unknown, .pending: return .unknown
        case .inapplicable, .unexercised: return .no
        }
    }

    private mutating func hasAny(_ fact: Place<Fact>, _ mask: UInt64) -> Truth {
        let reading = reading(fact)
        switch reading.state {
        case .inapplicable, .unexercised: return .no
        case .unknown, .pending: return mask == 0 ? .no : .unknown
        case .known: return UInt64(bitPattern: reading.value) & mask != 0 ? .yes : excludedMembers(fact) & mask == mask ? .no : .unknown
        }
    }

    private mutating func hasAll(_ fact: Place<Fact>, _ mask: UInt64) -> Truth {
        let reading = reading(fact)
        switch reading.state {
        case .inapplicable, .unexercised: return .no
        case .unknown, .pending: return mask == 0 ? .yes : .unknown
        case .known: return excludedMembers(fact) & mask != 0 ? .no : UInt64(bitPattern: reading.value) & mask == mask ? .yes : .unknown
        }
    }

    private mutating func hasState(_ state: KnowledgeState, _ fact: Place<Fact>) -> Truth {
        let known = reading(fact).state
        return known == .unknown ? .unknown : Truth(known == state)
    }

    private mutating func quantified(_ list: Place<RecordList>, _ body: ConditionID, deciding: Truth) -> Truth {
        let outer = records[Int(list.number)]
        defer { records[Int(list.number)] = outer }
        var isOpen = !frame.lists[Int(list.number)].isComplete
        for record in 0..<frame.lists[Int(list.number)].recordCount {
            records[Int(list.number)] = record
            let result = truth(at: body)
            if result == deciding { return deciding }
            if result == .unknown { isOpen = true }
        }
        return isOpen ? .unknown : !deciding
    }

    @inline(__always)
    private mutating func compare(_ relation: Relation, _ left: Reading, _ right: Reading) -> Truth {
        comparison(relation, left, right, asOf: frame.readings[0].value)
    }
}
