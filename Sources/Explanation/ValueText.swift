import Completions
package import Diagnostics
package import Outlook
package import Plans
import Proofs
package import Runtime
import Values
package import Vocabulary

/// Puts values into words, by the type of the fact.
package struct ValueText: Bilingual, Sendable {
    package let plan: Plan
    package let language: MessageLanguage

    package init(_ plan: Plan, language: MessageLanguage = .japanese) {
        self.plan = plan
        self.language = language
    }

    /// A value as people write it; cases by their labels.
    package func text(_ reading: Reading, _ type: FactType) -> String {
        reading.state == .known ? text(reading.value, type) : state(reading.state)
    }

    /// Why there is no value.
    package func state(_ state: KnowledgeState) -> String {
        switch state {
        case .unknown: word("不明", "not known")
        case .known: word("判明", "known")
        case .pending: word("未到来", "still to come")
        case .inapplicable: word("該当なし", "not applicable")
        case .unexercised: word("未判断", "not exercised")
        }
    }

    /// A known value.
    package func text(_ value: Int64, _ type: FactType) -> String {
        switch type {
        case .bool: return value == 1 ? word("はい", "yes") : word("いいえ", "no")
        case .enumeration(let of): return caseCaption(of, value)
        case .set(let of):
            let members = plan.enumerations[of].cases.indices.filter { UInt64(bitPattern: value) >> UInt64($0) & 1 == 1 }
            return members.isEmpty ? word("なし", "none") : listed(members.map { caseCaption(of, Int64($0)) })
        case .date: return CivilDate(dayNumber: Int(value)).map { word($0.japanese, $0.description) } ?? "?"
        case .month: return YearMonth(monthNumber: Int(value)).map { word($0.japanese, $0.description) } ?? "?"
        case .time: return TimeOfDay(minutes: Int(value))?.description ?? "?"
        case .version: return Version(packed: value)?.description ?? "?"
        case .number(let unit): return amount(value) + (unit == Units.day ? word("日", " days") : unit ?? "")
        case .integer, .text: return FixedDecimal(micros: value).description
        }
    }

    /// A member of a listed type, or of a set.
    package func member(_ code: Int64, of type: FactType) -> String {
        switch type {
        case .bool: text(code, .bool)
        case .enumeration(let of), .set(let of): caseCaption(of, code)
        default: "?"
        }
    }

    /// 1234567.5 as 1,234,567.5.
    private func amount(_ value: Int64) -> String {
        let number = FixedDecimal(micros: value).description
        let start = number.firstIndex { $0.isNumber } ?? number.startIndex
        let end = number.firstIndex(of: ".") ?? number.endIndex
        var whole = ""
        for (place, digit) in number[start..<end].reversed().enumerated() {
            if place > 0, place % 3 == 0 { whole.append(",") }
            whole.append(digit)
        }
        return number[..<start] + String(whole.reversed()) + number[end...]
    }

    /// A day, or an instant, as people write it.
    package func moment(_ moment: NextChange.Moment) -> String {
        text(moment.day, .date) + (moment.minute.map { " \(text($0, .time))" } ?? "")
    }

    /// The stretch of values that would all do; `nil` where it is one value.
    package func stretch(_ change: Counterfactual.Change) -> String? {
        let type = plan.facts[change.fact].type
        guard change.least != change.most else { return nil }
        return [change.least.map { atLeast($0, type) }, change.most.map { atMost($0, type) }].compactMap { $0 }.joined(separator: word("、", ", "))
    }

    /// A lower bound that is in; `4 より新しい` where the bound is the first value behind 4.
    package func atLeast(_ value: Int64, _ type: FactType) -> String {
        let isAbove = roundness(type).map { Roundness.isJustAbove(value, $0) } ?? false
        let bound = text(isAbove ? value - 1 : value, type)
        switch type {
        case .date, .month, .time: return word("\(bound)以降", "\(bound) or later")
        case .version: return isAbove ? word("\(bound)より新しい", "newer than \(bound)") : word("\(bound)以降", "\(bound) or newer")
        default: return isAbove ? word("\(bound)超", "more than \(bound)") : word("\(bound)以上", "at least \(bound)")
        }
    }

    /// An upper bound that is in; `19 より前` where the bound is the last value before 19.
    package func atMost(_ value: Int64, _ type: FactType) -> String {
        let isBelow = roundness(type).map { Roundness.isJustBelow(value, $0) } ?? false
        let bound = text(isBelow ? value + 1 : value, type)
        switch type {
        case .date, .month, .time: return word("\(bound)以前", "\(bound) or earlier")
        case .version: return isBelow ? word("\(bound)より前", "older than \(bound)") : word("\(bound)以前", "\(bound) or older")
        default: return isBelow ? word("\(bound)未満", "less than \(bound)") : word("\(bound)以下", "at most \(bound)")
        }
    }

    /// How round a value of a type is; `nil` where all are alike.
    private func roundness(_ type: FactType) -> ((Int64) -> Int)? {
        switch type {
        case .version: { Version.zeros($0) }
        case .number, .integer: { Roundness.zeros($0) }
        default: nil
        }
    }

    /// The label of a case, or its name.
    package func caseCaption(_ of: Place<Enumeration>, _ code: Int64) -> String {
        let cases = plan.enumerations[of].cases
        guard code >= 0, code < Int64(cases.count) else { return "?" }
        if language == .english, plan.enumerations[of].isOfWeekdays { return Weekday.allCases[Int(code)].english }
        return cases[Int(code)].label ?? cases[Int(code)].name
    }

    /// A value as facts files and rules write it: cases by their names, dates as 2026-11-22.
    package func name(_ value: Int64, _ type: FactType) -> String {
        switch type {
        case .bool: return value == 1 ? "真" : "偽"
        case .enumeration(let of):
            let cases = plan.enumerations[of].cases
            return value >= 0 && value < Int64(cases.count) ? cases[Int(value)].name : "?"
        case .date: return CivilDate(dayNumber: Int(value))?.description ?? "?"
        case .month: return YearMonth(monthNumber: Int(value))?.description ?? "?"
        case .number(let unit): return FixedDecimal(micros: value).description + (unit ?? "")
        default: return text(value, type)
        }
    }
}
