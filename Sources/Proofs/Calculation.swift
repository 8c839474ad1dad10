package import Plans
package import Runtime
package import Vocabulary

/// How a value came about: the steps in which it was made, each after those that it needs, and each once.
package struct Calculation: Sendable {
    /// A fact, or a value that is made of others.
    package struct Step: Sendable {
        package let value: ValueID
        package let type: FactType
        package let result: Reading
        /// What it is made of.
        package let parts: [Part]
        /// The name that the rules give it.
        package let definition: PlannedDefinition?
        /// Of a value for the case: why it is this one.
        package let reasons: [(test: ProofAtom, truth: Truth)]
        /// Whether it begins on the day after that of its part: the first day does not count.
        package let beginsNextDay: Bool
    }

    /// A value that a step is made of.
    package struct Part: Sendable {
        package let value: ValueID
        package let type: FactType
        package let reading: Reading
    }

    package let steps: [Step]
}

/// How what a duty or a charge comes to came about.
package struct NormCalculation: Sendable {
    /// What is calculated of a norm.
    package enum Subject: String, Sendable, CaseIterable { case amount, deadline, from, through }

    package let norm: Int
    /// In the order of the cases.
    package let parts: [(subject: Subject, calculation: Calculation)]
    /// The readings of open points under which the norm stands.
    package let readings: [(interpretation: Place<Interpretation>, reading: Int)]
}

extension Prover {
    /// Goes on from facts alone.
    package init(_ plan: Plan, _ frame: FactFrame) { self.init(plan, frame, decisions: [], looksInside: false) }

    /// How the amount, the deadline and the months of a norm came about; nil where it has none that are calculated.
    package mutating func calculation(of norm: Int) -> NormCalculation? {
        let planned = plan.norms[norm]
        let values: [(NormCalculation.Subject, ValueID?, FactType)] = [
            (.amount, planned.amount, .number(unit: planned.norm.unit)), (.deadline, planned.deadline, .date),
            (.from, planned.recurrence?.from, .month), (.through, planned.recurrence?.through, .month),
        ]
        var parts: [(subject: NormCalculation.Subject, calculation: Calculation)] = []
        for (subject, value, type) in values {
            if let value { parts.append((subject, calculation(of: value, type))) }
        }
        return parts.isEmpty ? nil : NormCalculation(norm: norm, parts: parts, readings: readings(planned.condition))
    }

    /// How a value came about on the facts of the case.
    mutating func calculation(of id: ValueID, _ type: FactType) -> Calculation {
        var reach = Reach()
        reach.add(id, of: plan)
        let rules = reach.holds.union(reach.applies).map { plan.rules[$0].decision }
        for decision in reach.decisions.union(rules).sorted() { evaluator.run(decision) }
        var told: Set<ValueID> = []
        var steps: [Calculation.Step] = []
        tell(id, type, &told, &steps)
        return Calculation(steps: steps)
    }

    /// Depth is that of the rule's text.
    private mutating func tell(_ id: ValueID, _ type: FactType, _ told: inout Set<ValueID>, _ steps: inout [Calculation.Step]) {
        if case .constant = plan[id] { return }
        guard told.insert(id).inserted else { return }
        let type = plan.type(of: id) ?? type
        var beginsNextDay = false
        var reasons: [(test: ProofAtom, truth: Truth)] = []
        var inner: [(ValueID, FactType)] = []
        switch plan[id] {
        case .constant, .fact, .count, .total: break
        case .arithmetic(.days, let from, let to): inner = [(from, .date), (to, .date)]
        case .arithmetic(.sum, let left, let right), .arithmetic(.difference, let left, let right): inner = [(left, type), (right, type)]
        case .arithmetic(.product, let left, let right): inner = [(left, type), (right, .integer)]
        case .rounded(let quotient):
            let parts = plan[quotient.parts]
            inner = parts.dropLast().map { ($0, .integer) } + parts.suffix(1).map { ($0, type) }
        case .calendar(.periodEnd, let start, _):
            if case .calendar(.addDays, let day, 1) = plan[start] {
                beginsNextDay = true
                inner = [(day, .date)]
            } else {
                inner = [(start, .date)]
            }
        case .calendar(let step, let day, _): inner = [(day, step.traits.from == .month ? .month : .date)]
        case .lookup(let table, let keys, _):
            inner = Array(zip(plan[keys], plan.tables[table].keys.map(\.type)))
        case .choice(let branches):
            for branch in plan[branches] {
                let part = self.part(branch.condition)
                reasons += part.reasons
                guard part.truth == .no else {
                    if part.truth == .yes { inner = [(branch.value, type)] }
                    break
                }
            }
        }
        for (part, type) in inner { tell(part, type, &told, &steps) }
        var parts: [Calculation.Part] = []
        for (part, type) in inner {
            parts.append(.init(value: part, type: plan.type(of: part) ?? type, reading: evaluator.value(part)))
        }
        steps.append(
            .init(
                value: id, type: type, result: evaluator.value(id), parts: parts, definition: plan.definitions.first { $0.value == id }, reasons: reasons,
                beginsNextDay: beginsNextDay))
    }

    /// The readings without which a condition is not true.
    private func readings(_ id: ConditionID) -> [(interpretation: Place<Interpretation>, reading: Int)] {
        switch plan[id] {
        case .reading(let place, let reading): [(place, Int(reading))]
        case .and(let parts): plan[parts].flatMap { readings($0) }
        case .constant, .or, .not, .isCase, .hasAny, .hasAll, .compare, .compareFact, .isPending, .isInapplicable, .holds, .applies, .outcome, .some,
            .every:
            []
        }
    }
}
