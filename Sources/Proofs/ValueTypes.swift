package import Plans
import Values
package import Vocabulary

extension Plan {
    /// The type of a value; `nil` for a constant, which is of the type that it is compared with.
    package func type(of id: ValueID) -> FactType? {
        switch self[id] {
        case .constant: nil
        case .fact(let fact): facts[fact].type
        case .arithmetic(.days, _, _): .number(unit: Units.day)
        case .arithmetic(.sum, let left, let right), .arithmetic(.difference, let left, let right), .arithmetic(.product, let left, let right):
            type(of: left) ?? type(of: right)
        case .rounded(let quotient):
            self[quotient.parts].prefix(Int(quotient.factorCount)).compactMap { type(of: $0) }.first { $0 != .number(unit: Units.day) }
        case .calendar(let step, _, _): type(step.traits.to)
        case .lookup(let table, _, let column): tables[table].columns[Int(column)].type
        case .choice(let branches): self[branches].lazy.compactMap { type(of: $0.value) }.first
        case .count: .integer
        case .total(_, let body): type(of: body)
        }
    }

    private func type(_ kind: CalendarStep.Traits.Kind) -> FactType? {
        switch kind {
        case .day: .date
        case .month: .month
        case .weekday: enumerations.places.first { enumerations[$0].isOfWeekdays }.map { .enumeration($0) }
        case .truth: .bool
        case .dayCount: .number(unit: Units.day)
        }
    }
}

extension Enumeration {
    /// The days of the week, which every contract knows.
    package var isOfWeekdays: Bool { cases.map(\.name) == Weekday.allCases.map(\.japanese) }
}
