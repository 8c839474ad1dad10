/// A condition or a value, as written.
package struct Expression: Sendable {
    package let kind: Kind
    package let span: TokenSpan

    package indirect enum Kind: Sendable {
        case or([ExpressionID])
        case and([ExpressionID])
        case not(ExpressionID)
        case comparison(Comparison, ExpressionID, ExpressionID)
        /// `a が 未到来`, `a が 該当なし`.
        case state(ValueState, ExpressionID)
        /// `第15条第2項 が 成立`.
        case status(Target, RuleStatus)
        case interpretation(Name, reading: Name)
        case arithmetic(ArithmeticOperator, ExpressionID, ExpressionID)
        /// A fact, a definition, a decision, a case, an outcome: told apart by the checker.
        case path([Name])
        case literal(Literal)
        case set([ExpressionID], only: Bool)
        case call(Name, [ExpressionID], column: Name?)
        case quantifier(Quantifier, Name, ExpressionID)
        /// A list of records, in tests.
        case records([[Assignment]], complete: Bool)
        /// Something was expected here; the finding says what.
        case missing
    }
}

/// How two values are compared. The same comparison may be written with a sign or with words.
package enum Comparison: UInt8, Sendable, CaseIterable {
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
    case atLeast, atMost, lessThan, moreThan, onOrAfter, onOrBefore, laterThan, earlierThan
    case oneOf, series, includes, includesAny, includesAll
}

/// A state that a value can be in besides being known.
package enum ValueState: UInt8, Sendable {
    case pending, inapplicable
}

/// Whether a rule's condition is true, or the rule also stands undefeated.
package enum RuleStatus: UInt8, Sendable {
    case holds, applies
}

/// What is asked of a list of records.
package enum Quantifier: UInt8, Sendable {
    case any, all, count, sum
}

/// Arithmetic on numbers and dates.
package enum ArithmeticOperator: UInt8, Sendable {
    case plus, minus, times
    /// Only in what is rounded.
    case dividedBy
}

/// A value written out. Numbers keep their text, as 5.0 may be a number or a version.
package enum Literal: Sendable, Hashable {
    case bool(Bool)
    case number(String, unit: String?)
    case date(String)
    case month(String)
    case time(String)
    case string(String)
    case unknown, pending, inapplicable
    /// The day, or the time of day, to judge by.
    case asOf, asOfTime
}

/// `path = value`, in tests.
package struct Assignment: Sendable {
    package let path: [Name]
    package let value: ExpressionID
    package let span: TokenSpan
}
