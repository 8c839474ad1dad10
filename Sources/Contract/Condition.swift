package import Vocabulary

/// A checked condition: true, false or unknown on some facts.
package indirect enum Condition: Hashable, Sendable {
    case constant(Bool)
    case and([Condition])
    case or([Condition])
    case not(Condition)
    /// A yes/no fact (codes 0 and 1) or a listed one is one of these.
    case isCase(Place<Fact>, CaseSet)
    /// A set has one of these members, a bit for each case.
    case hasAny(Place<Fact>, UInt64)
    case hasAll(Place<Fact>, UInt64)
    case compare(Relation, Value, Value)
    case isPending(Place<Fact>)
    case isInapplicable(Place<Fact>)
    case holds(Place<Rule>)
    case applies(Place<Rule>)
    /// The decision's outcome is one of these, a bit for each.
    case outcome(Place<Decision>, UInt64)
    case reading(Place<Interpretation>, Int)
    case some(Place<RecordList>, Condition)
    case every(Place<RecordList>, Condition)
    case definition(Place<Definition>)
}

/// A checked value: every type is kept in a 64-bit integer. Numbers are millionths, dates are days, months are months since
/// year 0, times are minutes, versions are packed, cases are their codes.
package indirect enum Value: Hashable, Sendable {
    case constant(Int64)
    case fact(Place<Fact>)
    case sum(Value, Value)
    case difference(Value, Value)
    case product(Value, Value)
    /// The days from one date to another, the first not counted.
    case days(from: Value, to: Value)
    /// The product of some numbers divided by others, brought to a multiple of a step in millionths; exact until then.
    case rounded(Rounding, [Value], over: [Value], to: Int64)
    case calendar(CalendarStep, Value, count: Int64)
    case count(Place<RecordList>, Condition)
    case total(Place<RecordList>, Value)
    case lookup(Place<ReferenceTable>, [Value], column: Int)
    case definition(Place<Definition>)
    /// The value of the first condition that is true.
    case choice([Choice])

    package struct Choice: Hashable, Sendable {
        package let condition: Condition
        package let value: Value

        package init(condition: Condition, value: Value) {
            self.condition = condition
            self.value = value
        }
    }
}

/// 定義: a name for a condition or a value.
package struct Definition: Sendable {
    package enum Body: Sendable {
        case condition(Condition)
        case value(Value, FactType)
    }
    package let name: String
    package let label: String?
    package var body: Body
    /// The clause under which it stands.
    package var clause: Place<Clause>?
}
