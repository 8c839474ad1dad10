package import Decisions
import Documents
package import Plans
package import Runtime
import Values
package import Vocabulary

/// Puts values into words, by the type of the fact.
package struct ValueText: Sendable {
    private let plan: Plan

    package init(_ plan: Plan) { self.plan = plan }

    /// A value as people write it; cases by their labels.
    package func text(_ reading: Reading, _ type: FactType) -> String {
        switch reading.state {
        case .unknown: return "不明"
        case .pending: return "未到来"
        case .inapplicable: return "該当なし"
        case .unexercised: return "未判断"
        case .known: break
        }
        return text(reading.value, type)
    }

    /// A known value.
    package func text(_ value: Int64, _ type: FactType) -> String {
        switch type {
        case .bool: return value == 1 ? "はい" : "いいえ"
        case .enumeration(let of): return caseCaption(of, value)
        case .set(let of):
            let members = plan.enumerations[of].cases.indices.filter { UInt64(bitPattern: value) >> UInt64($0) & 1 == 1 }
            return members.isEmpty ? "なし" : members.map { caseCaption(of, Int64($0)) }.joined(separator: "・")
        case .date: return CivilDate(dayNumber: Int(clamping: value))?.japanese ?? "?"
        case .month: return YearMonth(monthNumber: Int(clamping: value))?.japanese ?? "?"
        case .time: return TimeOfDay(minutes: Int(clamping: value))?.description ?? "?"
        case .version: return Version(packed: value)?.description ?? "?"
        case .number(let unit): return FixedDecimal(micros: value).description + (unit ?? "")
        case .integer, .text: return FixedDecimal(micros: value).description
        }
    }

    /// A day, or an instant, as people write it.
    package func moment(_ moment: NextChange.Moment) -> String {
        text(moment.day, .date) + (moment.minute.map { " \(text($0, .time))" } ?? "")
    }

    /// A value as facts files take it.
    func json(_ reading: Reading, _ type: FactType) -> JSONValue {
        guard reading.state == .known else { return .string(text(reading, type)) }
        switch type {
        case .bool: return .bool(reading.value == 1)
        case .set(let of):
            let cases = plan.enumerations[of].cases
            let members = cases.indices.filter { UInt64(bitPattern: reading.value) >> UInt64($0) & 1 == 1 }
            return .object([("のみ", .array(members.map { .string(cases[$0].name) }))])
        case .integer: return FixedDecimal(micros: reading.value).whole.map { .integer(Int64($0)) } ?? .string(name(reading.value, type))
        default: return .string(name(reading.value, type))
        }
    }

    /// The stretch of values that would all do; `nil` where it is one value.
    func stretch(_ change: Counterfactual.Change) -> String? {
        let type = plan.facts[change.fact].type
        let isInTime = [.date, .month, .time].contains(type)
        let least = change.least.map { name($0, type) + (isInTime || type == .version ? " 以降" : " 以上") }
        let most = change.most.map { name($0, type) + (isInTime ? " 以前" : " 以下") }
        guard change.least != change.most else { return nil }
        return [least, most].compactMap { $0 }.joined(separator: "、")
    }

    /// The label of a case, or its name.
    package func caseCaption(_ of: Place<Enumeration>, _ code: Int64) -> String {
        let cases = plan.enumerations[of].cases
        guard code >= 0, code < Int64(cases.count) else { return "?" }
        return cases[Int(code)].label ?? cases[Int(code)].name
    }

    /// A value as facts files and rules write it: cases by their names, dates as 2026-11-22.
    package func name(_ value: Int64, _ type: FactType) -> String {
        switch type {
        case .bool: return value == 1 ? "真" : "偽"
        case .enumeration(let of):
            let cases = plan.enumerations[of].cases
            return value >= 0 && value < Int64(cases.count) ? cases[Int(value)].name : "?"
        case .date: return CivilDate(dayNumber: Int(clamping: value))?.description ?? "?"
        case .month: return YearMonth(monthNumber: Int(clamping: value))?.description ?? "?"
        default: return text(value, type)
        }
    }
}
