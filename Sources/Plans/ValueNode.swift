package import Vocabulary

/// The number of a value in a plan.
package typealias ValueID = Place<ValueNode>

/// How a value of a plan is made: a reading on some facts. 24 bytes, no references.
package enum ValueNode: Hashable, Sendable {
    case constant(Int64)
    case fact(Place<Fact>)
    case arithmetic(Arithmetic, ValueID, ValueID)
    case rounded(Quotient)
    case calendar(CalendarStep, ValueID, count: Int64)
    /// How many records satisfy the condition, in millionths.
    case count(Place<RecordList>, ConditionID)
    case total(Place<RecordList>, ValueID)
    case lookup(Place<ReferenceTable>, keys: Operands<ValueID>, column: Int32)
    /// The value of the first branch whose condition is true.
    case choice(Operands<Branch>)
}

/// What is made of two values.
package enum Arithmetic: UInt8, Sendable {
    case sum, difference, product
    /// From the first date to the second.
    case days
}

/// A product of factors divided by divisors, brought to a multiple of a step; exact until then. The parts stand one after the other.
package struct Quotient: Hashable, Sendable {
    package let rounding: Rounding
    package let factorCount: Int32
    /// The factors, the divisors, and last the step.
    package let parts: Operands<ValueID>

    package init(_ rounding: Rounding, factorCount: Int, parts: Operands<ValueID>) {
        self.rounding = rounding
        self.factorCount = Int32(factorCount)
        self.parts = parts
    }

    /// How many divisors there are.
    package var divisorCount: Int { parts.count - Int(factorCount) - 1 }
}

/// A value under a condition.
package struct Branch: Hashable, Sendable {
    package let condition: ConditionID
    package let value: ValueID

    package init(condition: ConditionID, value: ValueID) {
        self.condition = condition
        self.value = value
    }
}
