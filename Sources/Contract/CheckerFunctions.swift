import Diagnostics
import Syntax
import Values
import Vocabulary

extension Checker {
    /// A call of something that the language itself calculates.
    mutating func call(_ function: Function, _ arguments: [ExpressionID], at range: SourceRange) -> TypedValue? {
        let count =
            switch function {
            case .expiry, .expiryCountingFirstDay, .days, .leapYearDays, .roundedDown, .roundedUp, .rounded: 2
            default: 1
            }
        guard arguments.count == count else {
            report(ContractDiagnostics.wrongArguments(range, function.keyword.japanese, expected: count, found: arguments.count))
            return nil
        }
        switch function {
        case .weekday: return date(arguments[0]).map { TypedValue(value: .calendar(.weekday, $0, count: 0), type: .enumeration(weekdays())) }
        case .isHoliday: return date(arguments[0]).map { TypedValue(value: .calendar(.isHoliday, $0, count: 0), type: .bool) }
        case .carriedOver: return date(arguments[0]).map { TypedValue(value: .calendar(.carriedOver, $0, count: 0), type: .date) }
        case .month: return date(arguments[0]).map { TypedValue(value: .calendar(.month, $0, count: 0), type: .month) }
        case .monthStart:
            return month(arguments[0]).map { TypedValue(value: .calendar(.firstDay, $0, count: 0), type: .date) }
        case .monthEnd:
            return dayOfMonth(arguments[0]).map { TypedValue(value: .calendar(.monthEnd, $0, count: 0), type: .date) }
        case .expiry, .expiryCountingFirstDay:
            guard let start = date(arguments[0]), let period = period(arguments[1], atLeast: 1) else { return nil }
            return TypedValue(value: expiry(start, period, countsFirstDay: function == .expiryCountingFirstDay), type: .date)
        case .days:
            guard let from = date(arguments[0]), let to = date(arguments[1]) else { return nil }
            return TypedValue(value: .days(from: from, to: to), type: .number(unit: Units.day))
        case .leapYearDays:
            guard let from = date(arguments[0]), let to = date(arguments[1]) else { return nil }
            let counts = [to, from].map { Value.calendar(.leapYearDays, $0, count: 0) }
            return TypedValue(value: .difference(counts[0], counts[1]), type: .number(unit: Units.day))
        case .roundedDown: return rounded(.down, arguments[0], to: arguments[1])
        case .roundedUp: return rounded(.up, arguments[0], to: arguments[1])
        case .rounded: return rounded(.half, arguments[0], to: arguments[1])
        }
    }

    private mutating func date(_ id: ExpressionID) -> Value? { value(id, expecting: .date).flatMap { matched($0, to: .date, at: range(id)) } }

    /// A month, or the month of a date.
    mutating func month(_ id: ExpressionID) -> Value? {
        guard let typed = value(id, expecting: .date) else { return nil }
        if typed.type == .month { return typed.value }
        return matched(typed, to: .date, at: range(id)).map { .calendar(.month, $0, count: 0) }
    }

    /// A date, or the first day of a month.
    private mutating func dayOfMonth(_ id: ExpressionID) -> Value? {
        guard let typed = value(id, expecting: .date) else { return nil }
        if typed.type == .month { return .calendar(.firstDay, typed.value, count: 0) }
        return matched(typed, to: .date, at: range(id))
    }

    // MARK: Periods

    /// A period as written: so many days, or so many months.
    struct Period {
        let days: Int64
        let months: Int64
    }

    /// A period is written out: 30日, 2か月, 1年.
    mutating func period(_ id: ExpressionID, atLeast least: Int64) -> Period? {
        guard case .literal(.number(let text, let unit?)) = expression(id).kind, let count = Int64(text), let period = Units.period(unit),
            (least...100_000).contains(count)
        else {
            report(
                ContractDiagnostics.mismatch(
                    range(id), expected: Wording("期間（30日・2か月・1年）", "a period (30日, 2か月, 1年)"), found: Wording("別の値", "another value")))
            return nil
        }
        return Period(days: period == .days ? count : 0, months: period == .days ? 0 : period == .years ? count * 12 : count)
    }

    /// The last day of a period (Civil Code, art. 140, 141 and 143). Where the first day is not counted, the period begins with the next.
    private func expiry(_ start: Value, _ period: Period, countsFirstDay: Bool) -> Value {
        guard period.months > 0 else { return .calendar(.addDays, start, count: countsFirstDay ? period.days - 1 : period.days) }
        return .calendar(.periodEnd, countsFirstDay ? start : .calendar(.addDays, start, count: 1), count: period.months)
    }

    /// The weekdays are a built-in enumeration, made on first use.
    private mutating func weekdays() -> Place<Enumeration> {
        let name = Keyword.weekday.japanese
        if let known = enumerationNames[name] { return known }
        let place = Place<Enumeration>(contract.enumerations.count)
        enumerationNames[name] = place
        contract.enumerations.append(
            Enumeration(name: name, label: nil, cases: Weekday.allCases.map { .init(name: $0.japanese, label: $0.japanese + "曜日", patterns: []) }))
        return place
    }

    // MARK: Rounding

    /// A product of numbers, divided by others, brought to a multiple of a step that is written out.
    private mutating func rounded(_ rounding: Rounding, _ quotient: ExpressionID, to stepID: ExpressionID) -> TypedValue? {
        var parts = QuotientParts()
        gather(quotient, isDivisor: false, into: &parts)
        guard !parts.isWrong else { return nil }
        guard case .literal(.number) = expression(stepID).kind else {
            let wanted = Wording("数と単位（1円）", "a number with its unit (1円)")
            report(ContractDiagnostics.mismatch(range(stepID), expected: wanted, found: Wording("別の値", "another value")))
            return nil
        }
        guard let step = value(stepID, expecting: parts.type), case .constant(let micros)? = matched(step, to: parts.type, at: range(stepID))
        else { return nil }
        guard micros > 0 else {
            report(ContractDiagnostics.impossible(range(stepID), currentTree.file.text(range(stepID)), Wording("端数の単位", "a unit to round to")))
            return nil
        }
        return TypedValue(value: .rounded(rounding, parts.factors, over: parts.divisors, to: micros), type: parts.units.isEmpty ? step.type : parts.type)
    }

    /// What a quotient is made of.
    private struct QuotientParts {
        var factors: [Value] = []
        var divisors: [Value] = []
        /// The units of the factors, without those of the divisors.
        var units: [String] = []
        var isWrong = false

        /// Days count for nothing beside another unit.
        var type: FactType { .number(unit: units.first { $0 != Units.day } ?? units.first) }
    }

    private mutating func gather(_ id: ExpressionID, isDivisor: Bool, into parts: inout QuotientParts) {
        if case .arithmetic(let sign, let left, let right) = expression(id).kind, sign == .times || sign == .dividedBy, !isDivisor {
            gather(left, isDivisor: false, into: &parts)
            return gather(right, isDivisor: sign == .dividedBy, into: &parts)
        }
        guard let typed = value(id, expecting: nil) else { return parts.isWrong = true }
        switch typed.type {
        case .number, .integer: break
        default:
            report(ContractDiagnostics.mismatch(range(id), expected: Wording("数", "a number"), found: name(typed.type)))
            return parts.isWrong = true
        }
        guard case .number(let unit?) = typed.type else {
            if isDivisor { parts.divisors.append(typed.value) } else { parts.factors.append(typed.value) }
            return
        }
        // A percentage is so many hundredths.
        let hundredths: [Value] = unit == Units.percent ? [.constant(100_000_000)] : []
        if isDivisor {
            parts.divisors.append(typed.value)
            parts.factors += hundredths
            cancel(unit, at: range(id), in: &parts)
        } else {
            parts.factors.append(typed.value)
            parts.divisors += hundredths
            if hundredths.isEmpty { parts.units.append(unit) }
        }
    }

    /// What is divided by a quantity of its own unit has that unit no more.
    private mutating func cancel(_ unit: String, at range: SourceRange, in parts: inout QuotientParts) {
        if let place = parts.units.firstIndex(of: unit) {
            parts.units.remove(at: place)
        } else if let other = parts.units.first(where: { Units.ratio(from: unit, to: $0) != nil }) {
            report(ContractDiagnostics.unitMismatch(range, expected: other, found: unit))
            parts.isWrong = true
        }
    }
}
