import Plans
import Values
import Vocabulary

extension Plan {
    /// The type of a value; `nil` for a constant, which is of the type that it is compared with.
    func type(of id: NodeID) -> FactType? {
        let node = self[id]
        switch node.operation {
        case .fact: return facts[Int(node.first)].type
        case .days: return .number(unit: Units.day)
        case .rounded: return (0..<Int(node.first)).compactMap { type(of: children[Int(node.second) + $0]) }.first { $0 != .number(unit: Units.day) }
        case .calendar: return type(after: node.calendarStep)
        case .lookup: return tables[Int(node.first)].columns[Int(node.immediate)].type
        case .sum, .difference, .product: return type(of: NodeID(Int(node.first))) ?? type(of: NodeID(Int(node.second)))
        case .choice:
            for number in 0..<Int(node.first) {
                if let type = type(of: children[Int(node.second) + 2 * number + 1]) { return type }
            }
            return nil
        case .count: return .integer
        case .total: return type(of: NodeID(Int(node.second)))
        default: return nil
        }
    }

    private func type(after step: CalendarStep) -> FactType? {
        switch step {
        case .month: .month
        case .weekday: enumerations.places.first { enumerations[$0].isOfWeekdays }.map { .enumeration($0) }
        case .isHoliday: .bool
        default: .date
        }
    }
}

extension Enumeration {
    /// The days of the week, which every contract knows.
    var isOfWeekdays: Bool { cases.map(\.name) == Weekday.allCases.map(\.japanese) }
}

extension Weekday {
    /// Monday to Sunday.
    var english: String {
        switch self {
        case .monday: "Monday"
        case .tuesday: "Tuesday"
        case .wednesday: "Wednesday"
        case .thursday: "Thursday"
        case .friday: "Friday"
        case .saturday: "Saturday"
        case .sunday: "Sunday"
        }
    }
}
