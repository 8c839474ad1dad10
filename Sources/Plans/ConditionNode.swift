package import Vocabulary

/// The number of a condition in a plan.
package typealias ConditionID = Place<ConditionNode>

/// What a condition of a plan asks: true, false or unknown on some facts. 24 bytes, no references.
package enum ConditionNode: Hashable, Sendable {
    case constant(Bool)
    case and(Operands<ConditionID>)
    case or(Operands<ConditionID>)
    case not(ConditionID)
    /// A yes/no fact or a listed one is one of these cases; `low` has the first 64 of them.
    case isCase(Place<Fact>, Place<CaseSet>, low: UInt64)
    /// A set has one of these members, or all of them; a bit for each case.
    case hasAny(Place<Fact>, UInt64)
    case hasAll(Place<Fact>, UInt64)
    case compare(ValueID, Relation, ValueID)
    /// The usual comparison: a fact with a constant.
    case compareFact(Place<Fact>, Relation, Int64)
    case isPending(Place<Fact>)
    case isInapplicable(Place<Fact>)
    case holds(Place<Rule>)
    case applies(Place<Rule>)
    /// The decision's outcome is one of these.
    case outcome(Place<Decision>, OutcomeSet)
    case reading(Place<Interpretation>, Int32)
    case some(Place<RecordList>, ConditionID)
    case every(Place<RecordList>, ConditionID)
}
