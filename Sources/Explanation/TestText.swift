import Calendar
package import Diagnostics
package import Plans
package import Proofs
package import Runtime
import Values
import Vocabulary

/// Puts the tests of a proof into words.
package struct TestText: Bilingual {
    private let plan: Plan
    package let language: MessageLanguage
    private let values: ValueText
    private let formulas: FormulaText
    /// Whether what the facts say is told beside what is asked.
    private let showsFacts: Bool

    package init(_ plan: Plan, language: MessageLanguage, showsFacts: Bool = true) {
        self.plan = plan
        self.showsFacts = showsFacts
        self.language = language
        values = ValueText(plan, language: language)
        formulas = FormulaText(plan, language: language)
    }

    /// What the facts say, in a line of reasons.
    package func reason(_ test: ProofAtom, _ truth: Truth) -> String {
        switch test {
        case .isCase(let subject, _, let reading), .state(let subject, _, let reading): told(subject, reading)
        case .members(let subject, let mask, _, let reading): told(subject, truth == .yes ? Reading(.known, reading.value & mask) : reading)
        case .among(let side, _, _): name(side).map { "\($0): \(values.text(side.reading, side.type))" } ?? text(test, truth)
        default: text(test, truth)
        }
    }

    /// What is asked, so that true means yes, and what the facts say to it.
    package func asked(_ test: ProofAtom) -> String {
        if case .holiday(let side) = test, showsFacts { return text(test, .yes) + (holidayName(side).map { found($0) } ?? "") }
        return text(test, .yes)
    }

    /// What would have to be so, or not so.
    package func needed(_ test: ProofAtom, _ wanted: Bool) -> String {
        // What is asked of each record stands in the clause.
        if case .records(let list, let isEvery, _) = test {
            let name = plan.lists[list].caption
            let all = isEvery ? word("すべての\(name)が当てはまること", "each of \(name) qualifies") : word("当てはまる\(name)があること", "one of \(name) qualifies")
            return wanted ? all : word("次でない: \(all)", "not so: \(all)")
        }
        guard !wanted else { return asked(test) }
        switch test {
        case .isCase(let subject, let cases, let reading):
            let type = plan.facts[subject.fact].type
            if type == .bool, cases == [1] { return told(subject, Reading(.known, 0)) }
            let others = (0..<Int64(plan.caseCount(type) ?? 0)).filter { !cases.contains($0) }
            return others.isEmpty ? negated(asked(test), .no) : isCase(subject, others, reading)
        case .compare(let left, let relation, let right): return compared(left, relation.negated, right, .yes)
        case .among, .holiday, .rule, .reading: return text(test, .no)
        case .members, .state, .records, .outcome, .waived, .always: return negated(asked(test), .no)
        }
    }

    /// That it is so, or not so, or that this is open.
    private func text(_ test: ProofAtom, _ truth: Truth) -> String {
        switch test {
        case .isCase(let subject, let cases, let reading): return isCase(subject, cases, reading)
        case .members(let subject, let mask, let needsAll, let reading):
            let type = plan.facts[subject.fact].type
            let wanted = quoted((0..<Int64(plan.caseCount(type) ?? 0)).filter { mask >> $0 & 1 == 1 }.map { values.member($0, of: type) })
            let how = mask.nonzeroBitCount == 1 ? "" : needsAll ? word("のすべて", "all of ") : word("のいずれか", "one of ")
            let found = found(values.text(reading, type))
            return word("\(formulas.name(subject))に\(wanted)\(how)を含む", "\(formulas.name(subject)) has \(how)\(wanted)") + found
        case .state(let subject, let state, let reading):
            let found = found(values.text(reading, plan.facts[subject.fact].type))
            return word("\(formulas.name(subject))が\(values.state(state))", "\(formulas.name(subject)) is \(values.state(state))") + found
        case .compare(let left, let relation, let right): return compared(left, relation, right, truth)
        case .among(let side, let codes, let isNone): return among(side, codes, isNone ? !truth : truth)
        case .holiday(let side): return holiday(side, truth)
        case .records(let list, let isEvery, let record): return records(plan.lists[list].caption, isEvery, record, truth)
        case .outcome(let decision, let wanted, let possible): return outcome(plan.decisions[decision], wanted, possible)
        case .rule(let place): return rule(plan.rules[place], truth)
        case .reading(let place, let reading):
            let declared = plan.interpretations[place]
            let name = declared.readings[reading].name
            return truth == .yes
                ? word("解釈「\(declared.name)」は「\(name)」を採る", "`\(declared.name)` is read as `\(name)`")
                : word("解釈「\(declared.name)」は「\(name)」を採らない", "`\(declared.name)` is not read as `\(name)`")
        case .waived(let name, let clauses):
            let by = listed(clauses.map { cite(plan.clauses[$0]) })
            return word("「\(name)」の要件は\(by)により外れる", "the requirement `\(name)` is taken away by \(by)")
        case .always: return word("条件なし", "without condition")
        }
    }

    private func cite(_ clause: Clause) -> String { word(clause.citation, "clause \(clause.id)") }

    private func told(_ subject: ProofAtom.Subject, _ reading: Reading) -> String {
        "\(formulas.name(subject)): \(values.text(reading, plan.facts[subject.fact].type))"
    }

    private func found(_ text: String) -> String { showsFacts ? aside(word("事実: \(text)", "fact: \(text)")) : "" }

    private func isCase(_ subject: ProofAtom.Subject, _ cases: [Int64], _ reading: Reading) -> String {
        let type = plan.facts[subject.fact].type
        if type == .bool, cases == [1] { return told(subject, showsFacts ? reading : Reading(.known, 1)) }
        let others = (0..<Int64(plan.caseCount(type) ?? 0)).filter { !cases.contains($0) }
        let isLong = cases.count > 3 && others.count < cases.count
        let named = quoted((isLong ? others : cases).map { values.member($0, of: type) })
        let (subject, found) = (formulas.name(subject), found(values.text(reading, type)))
        if isLong { return word("\(subject)が\(named)のほか", "\(subject) is other than \(named)") + found }
        if cases.count == 1 { return word("\(subject)が\(named)", "\(subject) is \(named)") + (reading == Reading(.known, cases[0]) ? "" : found) }
        return word("\(subject)が\(named)のいずれか", "\(subject) is one of \(named)") + found
    }

    // MARK: Comparisons

    private func compared(_ left: ProofAtom.Side, _ relation: Relation, _ right: ProofAtom.Side, _ truth: Truth) -> String {
        if left.type == .version, case .constant = right.source, right.reading.state == .known, let bound = versionBound(relation, right.reading.value) {
            return negated(word("\(side(left))は\(bound)", "\(side(left)) is \(bound)"), truth)
        }
        let (one, other) = (side(left), side(right))
        let areValues = [left, right].allSatisfy { [.known, .pending].contains($0.reading.state) }
        return truth == .no && areValues ? stands(one, relation.negated, other, left.type) : negated(stands(one, relation, other, left.type), truth)
    }

    /// A bound that stands beside a version that people write: the last that begins with 6 is older than 7.
    private func versionBound(_ relation: Relation, _ value: Int64) -> String? {
        switch relation {
        case .lessOrEqual where Roundness.isJustBelow(value, Version.zeros): values.atMost(value, .version)
        case .greater where Roundness.isJustBelow(value, Version.zeros) && value < .max: values.atLeast(value + 1, .version)
        default: nil
        }
    }

    /// `基準日（2026年11月22日）は2027年1月12日より前`
    private func stands(_ one: String, _ relation: Relation, _ other: String, _ type: FactType) -> String {
        let isInTime = [.date, .month, .time].contains(type)
        switch relation {
        case .equal: return word("\(one)は\(other)と同じ", "\(one) is \(other)")
        case .notEqual: return word("\(one)は\(other)と異なる", "\(one) is not \(other)")
        case .less: return word("\(one)は\(other)\(isInTime ? "より前" : "未満")", "\(one) is \(isInTime ? "before" : "less than") \(other)")
        case .lessOrEqual: return word("\(one)は\(other)\(isInTime ? "以前" : "以下")", "\(one) is \(isInTime ? "on or before" : "at most") \(other)")
        case .greater: return word("\(one)は\(other)\(isInTime ? "より後" : "を超える")", "\(one) is \(isInTime ? "after" : "more than") \(other)")
        case .greaterOrEqual: return word("\(one)は\(other)\(isInTime ? "以降" : "以上")", "\(one) is \(isInTime ? "on or after" : "at least") \(other)")
        }
    }

    private func side(_ side: ProofAtom.Side) -> String {
        let value = values.text(side.reading, side.type)
        return name(side).map { showsFacts ? $0 + aside(value) : $0 } ?? value
    }

    /// What a side is called; nothing for a constant.
    private func name(_ side: ProofAtom.Side) -> String? {
        switch side.source {
        case .constant: nil
        case .fact(let subject): formulas.name(subject)
        case .value(let id): formulas.text(id, side.type)
        }
    }

    private func among(_ side: ProofAtom.Side, _ codes: [Int64], _ truth: Truth) -> String {
        let names = quoted(codes.map { values.text($0, side.type) })
        let whole = span(codes, side.type) ?? word("\(names)のいずれか", "one of \(names)")
        let one = self.side(side)
        return negated(word("\(one)は\(whole)", "\(one) is \(whole)"), truth)
    }

    /// Days of the week that follow each other.
    private func span(_ codes: [Int64], _ type: FactType) -> String? {
        guard case .enumeration(let of) = type, plan.enumerations[of].isOfWeekdays, let first = codes.first, let last = codes.last,
            codes == Array(first...max(first, last))
        else { return nil }
        return word("\(values.text(first, type))から\(values.text(last, type))まで", "\(values.text(first, type)) to \(values.text(last, type))")
    }

    private func holiday(_ side: ProofAtom.Side, _ truth: Truth) -> String {
        let day = showsFacts && side.reading.state == .known ? values.text(side.reading.value, .date) : self.side(side)
        let certainty = truth == .no ? holidayName(side).map(aside) ?? "" : ""
        return negated(word("\(day)は祝日", "\(day) is a holiday"), truth) + certainty
    }

    /// Which holiday it is, or that it is none, and whether that is only predicted.
    private func holidayName(_ side: ProofAtom.Side) -> String? {
        guard side.reading.state == .known, let day = CivilDate(dayNumber: Int(side.reading.value)) else { return nil }
        let name = Holidays.name(of: day) ?? word("祝日ではない", "no holiday")
        return Holidays.isPredicted(day) ? listed([name, word("予測", "predicted")]) : name
    }

    /// A statement as it came out.
    private func negated(_ text: String, _ truth: Truth) -> String {
        switch truth {
        case .yes: text
        case .no: word("\(text)ではない", "not so: \(text)")
        case .unknown: word("\(text)か", "whether \(text)")
        }
    }

    // MARK: Rules

    private func records(_ list: String, _ isEvery: Bool, _ record: Int?, _ truth: Truth) -> String {
        if let record {
            return isEvery
                ? word("\(list)［\(record + 1)］は、次に当てはまらない", "\(list)[\(record + 1)] is not so:")
                : word("\(list)［\(record + 1)］は、次に当てはまる", "\(list)[\(record + 1)] is so:")
        }
        if !showsFacts { return isEvery ? word("\(list)のすべてが、次に当てはまる", "each of \(list) is so:") : word("次に当てはまる\(list)がある", "one of \(list) is so:") }
        switch (isEvery, truth) {
        case (false, .no): return word("当てはまる\(list)はない", "none of \(list) qualifies")
        case (true, .yes): return word("\(list)のすべてが当てはまる", "all of \(list) qualify")
        case (false, _): return word("当てはまる\(list)があるか", "whether one of \(list) qualifies")
        case (true, _): return word("\(list)のすべてが当てはまるか", "whether all of \(list) qualify")
        }
    }

    private func outcome(_ decision: Decision, _ wanted: OutcomeSet, _ possible: OutcomeSet) -> String {
        func names(_ outcomes: OutcomeSet) -> [String] {
            outcomes.map { $0 < decision.outcomes.count ? decision.outcomes[$0].caption : word("抵触", "conflict") }
        }
        let title = decision.label ?? decision.name
        if showsFacts, possible.isSubset(of: wanted), possible.only != nil {
            return word("「\(title)」は\(quoted(names(possible)))", "`\(title)`: \(quoted(names(possible)))")
        }
        let found = names(possible).joined(separator: word("・", ", "))
        return word("「\(title)」が\(quoted(names(wanted)))", "`\(title)` comes to \(quoted(names(wanted)))")
            + (showsFacts ? aside(word("判定: \(found)", "decided: \(found)")) : "")
    }

    private func rule(_ rule: Rule, _ truth: Truth) -> String {
        let cite = rule.clause.map { self.cite(plan.clauses[$0]) } ?? rule.name
        switch truth {
        case .yes: return word("\(cite)に当たる", "\(cite) is met")
        case .no: return word("\(cite)に当たらない", "\(cite) is not met")
        case .unknown: return word("\(cite)に当たるか", "whether \(cite) is met")
        }
    }
}
