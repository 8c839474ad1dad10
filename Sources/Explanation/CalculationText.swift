import Calendar
package import Diagnostics
package import Plans
package import Proofs
import Runtime
import Values
package import Vocabulary

/// Puts into words how what a duty or a charge comes to was worked out: on one line for those who read it out, step by step for those who check it.
package struct CalculationText: Bilingual {
    private let plan: Plan
    package let language: MessageLanguage
    private let values: ValueText
    private let formulas: FormulaText
    private let tests: TestText

    package init(_ plan: Plan, language: MessageLanguage) {
        self.plan = plan
        self.language = language
        values = ValueText(plan, language: language)
        formulas = FormulaText(plan, language: language)
        tests = TestText(plan, language: language)
    }

    /// What is worked out.
    package func subject(_ subject: NormCalculation.Subject) -> String {
        switch subject {
        case .amount: word("額の計算", "amount")
        case .deadline: word("期限の計算", "deadline")
        case .from: word("始まる月の計算", "first month")
        case .through: word("終わる月の計算", "last month")
        }
    }

    /// A line for what is worked out of a norm, without what only passes on; and by which provisions, where the rules say.
    package func lines(_ calculation: NormCalculation) -> [String] {
        let told = calculation.parts.compactMap { subject, calculation in line(subject, calculation).map { "\(self.subject(subject)): \($0)" } }
        return told.isEmpty ? [] : told + computed(calculation)
    }

    /// Every step with its values, by what it was counted, and the clause under which it is defined; `origin` tells who said a fact.
    package func steps(_ calculation: NormCalculation, origin: (Place<Fact>) -> String?) -> [String] {
        var lines: [String] = []
        for (subject, calculation) in calculation.parts {
            lines.append(self.subject(subject) + word("", ":"))
            for (number, step) in calculation.steps.enumerated() { lines.append("  \(number + 1). \(full(step, origin))") }
        }
        for (place, reading) in calculation.readings {
            let declared = plan.interpretations[place]
            let clauses = listed(declared.clauses.map { plan.clauses[$0].citation })
            let name = declared.readings[reading].name
            lines.append(word("解釈: \(declared.name) ＝ \(name)", "reading: \(declared.name) = \(name)") + aside(clauses))
        }
        return lines + computed(calculation)
    }

    private func computed(_ calculation: NormCalculation) -> [String] {
        plan.norms[calculation.norm].norm.computed.map { [word("算定: \($0)", "worked out by: \($0)")] } ?? []
    }

    /// A fact is told where it is all that there is to an amount.
    private func line(_ subject: NormCalculation.Subject, _ calculation: Calculation) -> String? {
        let steps = calculation.steps.filter { !passesOn($0) }
        guard !steps.isEmpty else {
            guard subject == .amount, let fact = calculation.steps.first, fact.result.state == .known else { return nil }
            return word("「\(how(fact))」のとおり", "as `\(how(fact))` says")
        }
        return steps.map(short).joined(separator: word(" → ", " -> "))
    }

    private func passesOn(_ step: Calculation.Step) -> Bool {
        switch plan[step.value] {
        case .fact, .choice: true
        case .constant, .arithmetic, .rounded, .calendar, .count, .total, .lookup: false
        }
    }

    private func short(_ step: Calculation.Step) -> String { equation(step) + (convention(step).map(aside) ?? "") }

    private func full(_ step: Calculation.Step, _ origin: (Place<Fact>) -> String?) -> String {
        let name = step.definition.map { word("\($0.caption): ", "\($0.caption): ") } ?? ""
        var asides: [String] = []
        if let convention = convention(step) { asides.append(convention) }
        let reasons = because(step)
        if !reasons.isEmpty { asides.append(word("理由: ", "because ") + reasons.joined(separator: word("、", "; "))) }
        if let clause = step.definition?.clause { asides.append(plan.clauses[clause].citation) }
        if case .fact(let fact) = plan[step.value], let origin = origin(fact) { asides.append(origin) }
        return name + equation(step) + (asides.isEmpty ? "" : aside(asides.joined(separator: word("、", "; "))))
    }

    /// How a step is made of its parts, and what comes of it.
    package func equation(_ step: Calculation.Step) -> String {
        let result = step.result.state == .known ? values.text(step.result, step.type) : word("まだ計算できません", "not known yet")
        if case .choice = plan[step.value], step.definition != nil { return result }
        return word("\(how(step)) ＝ \(result)", "\(how(step)) = \(result)")
    }

    /// Why a value for the case is this one.
    package func because(_ step: Calculation.Step) -> [String] {
        step.reasons.compactMap { reason in
            if case .always = reason.test { return nil }
            return tests.reason(reason.test, reason.truth)
        }
    }

    // MARK: A step

    /// A step with the values of its parts.
    package func how(_ step: Calculation.Step) -> String {
        let parts = step.parts.map(text)
        switch plan[step.value] {
        case .constant: return ""
        case .fact(let fact): return formulas.name(.init(fact: fact, record: nil))
        case .arithmetic(let operation, _, _):
            switch operation {
            case .sum: return parts.joined(separator: word("＋", " + "))
            case .difference: return parts.joined(separator: word("－", " - "))
            case .product: return parts.joined(separator: word("×", " × "))
            case .days: return days(step, parts)
            }
        case .rounded(let quotient):
            let told = QuotientText(language: language)
            let factors = zip(step.parts, parts).map { part, text -> QuotientText.Part in
                if case .constant(let value) = plan[part.value] { return .init(text: text, type: part.type, constant: value) }
                return .init(text: text, type: part.type, constant: nil)
            }
            return told.text(quotient, factors) + word("、", ", ") + told.rounding(quotient.rounding, parts.last ?? "")
        case .calendar(let kind, _, let count): return calendar(kind, count, step, parts.first ?? "")
        case .count, .total: return formulas.text(step.value, step.type)
        case .lookup: return formulas.text(step.value, step.type) + aside(parts.joined(separator: word("、", ", ")))
        case .choice: return word("場合に応じた値", "value for the case")
        }
    }

    /// A part by its value; by its name where that is not known.
    private func text(_ part: Calculation.Part) -> String {
        part.reading.state == .known ? values.text(part.reading, part.type) : formulas.text(part.value, part.type) + aside(values.state(part.reading.state))
    }

    /// The days that count: the first does not.
    private func days(_ step: Calculation.Step, _ parts: [String]) -> String {
        guard parts.count == 2 else { return "" }
        let (from, to) = (step.parts[0].reading, step.parts[1].reading)
        guard from.state == .known, to.state == .known, from.value < to.value else {
            return word("\(parts[0])から\(parts[1])までの日数", "days from \(parts[0]) to \(parts[1])")
        }
        let first = values.text(from.value + 1, .date)
        return word("\(parts[0])の翌日の\(first)から\(parts[1])までの日数", "days from \(first), the day after \(parts[0]), to \(parts[1])")
    }

    private func calendar(_ kind: CalendarStep, _ count: Int64, _ step: Calculation.Step, _ day: String) -> String {
        switch kind {
        case .periodEnd where step.beginsNextDay:
            let start = step.parts.first.flatMap { $0.reading.state == .known ? values.text($0.reading.value + 1, .date) : nil }
            return word(
                "\(day)の翌日\(start.map { "の\($0)" } ?? "")を起算日とする\(count)か月の末日",
                "last day of \(count) months that begin on \(start.map { "\($0), " } ?? "")the day after \(day)")
        case .periodEnd: return word("\(day)を起算日とする\(count)か月の末日", "last day of \(count) months that begin on \(day)")
        case .carriedOver:
            guard let from = step.parts.first?.reading, from.state == .known, step.result.state == .known else { break }
            guard from.value != step.result.value else { return word("\(day)（日曜でも祝日でもない）", "\(day), no Sunday or holiday") }
            return word("\(day)（\(dayOff(from.value))）の次の、日曜でも祝日でもない日", "the next day after \(day) (\(dayOff(from.value))) that is no Sunday or holiday")
        case .addDays, .addMonths, .month, .firstDay, .monthEnd, .weekday, .isHoliday, .leapYearDays: break
        }
        let told = kind.traits.words((day, day), count)
        return word(told.japanese, told.english)
    }

    private func dayOff(_ day: Int64) -> String {
        let holiday = CivilDate(dayNumber: Int(day)).flatMap { Holidays.name(of: $0) }
        return holiday.map { word($0, "holiday: \($0)") } ?? word("日曜", "Sunday")
    }

    // MARK: By what it was counted

    /// The convention that a step counts by, with its article.
    package func convention(_ step: Calculation.Step) -> String? {
        switch plan[step.value] {
        case .arithmetic(.days, _, _): word("初日不算入、民法140条本文", "the first day does not count, Civil Code, art. 140")
        case .calendar(.addDays, _, let count):
            count > 0
                ? word("初日不算入、民法140条本文", "the first day does not count, Civil Code, art. 140")
                : word("当日を数えずにさかのぼる", "counted back without the day itself")
        case .calendar(.addMonths, _, _): word("応当日、なければ月の末日。民法143条2項", "the corresponding day, or the end of the month, Civil Code, art. 143(2)")
        case .calendar(.periodEnd, _, _) where step.beginsNextDay:
            word(
                "初日不算入、民法140条本文。起算日の応当日の前日に満了、143条2項",
                "the first day does not count, Civil Code, art. 140; it ends the day before the corresponding one, art. 143(2)")
        case .calendar(.periodEnd, _, _):
            word(
                "初日算入、民法140条ただし書。起算日の応当日の前日に満了、143条2項",
                "the first day counts, Civil Code, art. 140, proviso; it ends the day before the corresponding one, art. 143(2)")
        case .calendar(.carriedOver, _, _): word("民法142条", "Civil Code, art. 142")
        case .calendar(.isHoliday, _, _): word("国民の祝日に関する法律", "Holidays Act")
        case .constant, .fact, .arithmetic, .rounded, .calendar, .count, .total, .lookup, .choice: nil
        }
    }
}
