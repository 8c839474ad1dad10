package import Plans
package import Runtime
package import Vocabulary

/// A fact, of a list in one of its records.
package struct FactInstance: Hashable {
    package let fact: Place<Fact>
    package let record: Int?

    package init(fact: Place<Fact>, record: Int?) { (self.fact, self.record) = (fact, record) }
}

extension FactFrame {
    /// What is known of a fact.
    package func reading(_ slot: FactInstance, _ plan: Plan) -> Reading {
        guard let list = plan.facts[slot.fact].list, let record = slot.record else { return self[slot.fact] }
        return lists[list.value][record, plan.fieldNumbers[slot.fact.value]]
    }

    /// Whether a set has a member.
    package func member(_ code: Int, of slot: FactInstance, _ plan: Plan) -> Truth {
        let reading = reading(slot, plan)
        guard reading.state == .known else { return .unknown }
        if UInt64(bitPattern: reading.value) >> UInt64(code) & 1 == 1 { return .yes }
        var out = excluded[slot.fact.value]
        if let list = plan.facts[slot.fact].list, let record = slot.record {
            let own = lists[list.value]
            out = own.excluded[record * own.fieldCount + plan.fieldNumbers[slot.fact.value]]
        }
        return out >> UInt64(code) & 1 == 1 ? .no : .unknown
    }

    /// Puts a value, of a set all members.
    package mutating func put(_ value: Reading, _ slot: FactInstance, _ plan: Plan) {
        var no: UInt64 = 0
        if let count = plan.caseCount(plan.facts[slot.fact].type), count <= 64 { no = (UInt64.max >> UInt64(64 - count)) & ~UInt64(bitPattern: value.value) }
        if let list = plan.facts[slot.fact].list, let record = slot.record {
            let field = plan.fieldNumbers[slot.fact.value]
            change(list) { own in
                if case .set = plan.facts[slot.fact].type, value.state == .known {
                    own.set(record, field, yes: UInt64(bitPattern: value.value), no: no)
                } else {
                    own[record, field] = value
                }
            }
        } else if case .set = plan.facts[slot.fact].type, value.state == .known {
            set(slot.fact, yes: UInt64(bitPattern: value.value), no: no)
        } else {
            self[slot.fact] = value
        }
    }

    /// Leaves a fact open.
    package mutating func forget(_ slot: FactInstance, _ plan: Plan) {
        if let list = plan.facts[slot.fact].list, let record = slot.record {
            let field = plan.fieldNumbers[slot.fact.value]
            change(list) { $0[record, field] = .unknown }
        } else {
            self[slot.fact] = .unknown
        }
    }
}
