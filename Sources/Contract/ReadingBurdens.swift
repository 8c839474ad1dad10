import Diagnostics
import Syntax
import Vocabulary

/// 負担: what the readings of open points bring in duties and charges (docs/decisions/results.md).
extension Checker {
    /// Reads what the readings of an interpretation say that they bring; all norms have been read.
    mutating func readBurdens(_ declaration: InterpretationDeclaration) {
        guard let place = interpretationNames[declaration.name.text], contract.interpretations[place].readings.count == declaration.readings.count
        else { return }
        for (number, reading) in declaration.readings.enumerated() {
            guard let mentions = reading.bears else { continue }
            contract.interpretations[place.value].readings[number].bears = mentions.compactMap { mention in
                norm(mention.kind, mention.name).map { .init(norm: $0, name: mention.name.text) }
            }
            let own = normsUnder(place, number)
            if mentions.isEmpty, let first = own.first {
                report(ContractDiagnostics.burdenOfNothing(range(reading.name.span), reading.name.text, contract.norms[first]))
            }
            for mention in mentions {
                guard let norm = norm(mention.kind, mention.name, reports: false),
                    let other = readingsAsked(by: contract.norms[norm].condition).first(where: { $0.interpretation == place && $0.reading != number })
                else { continue }
                let name = contract.interpretations[place].readings[other.reading].name
                report(ContractDiagnostics.burdenOfAnother(range(mention.name.span), mention.name.text, name))
            }
        }
    }

    /// Asks where an interpretation has a say in a decision, a rule under its clause gives an outcome there from which a duty or a charge
    /// follows, and a reading does not say what it brings.
    mutating func lintReadings() {
        let readers = readersOfInterpretations()
        let burdened = burdenedRules()
        eachItem { checker, item in
            guard case .interpretation(let declaration) = item, let place = checker.interpretationNames[declaration.name.text] else { return }
            let interpretation = checker.contract.interpretations[place]
            let clauses = interpretation.clauses.map { checker.contract.clauses[$0].id }
            let rule = burdened.first { number in
                let rule = checker.contract.rules[number].rule
                guard let clause = rule.clause, readers[place]?.contains(rule.decision) ?? false else { return false }
                return clauses.contains { checker.contract.clauses[clause].id.isAtOrBelow($0) }
            }
            guard let rule else { return }
            for (number, reading) in interpretation.readings.enumerated() where reading.bears == nil && checker.normsUnder(place, number).isEmpty {
                checker.report(
                    ContractDiagnostics.readingWithoutBurden(
                        checker.range(declaration.readings[number].name.span), reading.name, checker.contract.rules[rule]))
            }
        }
    }

    /// The decisions whose rules look at each interpretation.
    private func readersOfInterpretations() -> [Place<Interpretation>: Set<Place<Decision>>] {
        var readers: [Place<Interpretation>: Set<Place<Decision>>] = [:]
        for rule in contract.rules {
            var seen: Set<Place<Definition>> = []
            visit(rule.whole, &seen) { part in
                if case .reading(let place, _) = part { readers[place, default: []].insert(rule.rule.decision) }
            }
        }
        return readers
    }

    /// The rules from whose outcome, or from which themselves, a duty or a charge follows.
    private func burdenedRules() -> [Int] {
        var outcomes: [Place<Decision>: UInt64] = [:]
        var rules: Set<Place<Rule>> = []
        for norm in contract.norms where norm.norm.kind == .duty || norm.norm.kind == .charge {
            var seen: Set<Place<Definition>> = []
            visit(norm.condition, &seen) { part in
                switch part {
                case .outcome(let decision, let wanted): outcomes[decision, default: 0] |= wanted
                case .holds(let rule), .applies(let rule): rules.insert(rule)
                default: break
                }
            }
        }
        return contract.rules.indices.filter { number in
            let rule = contract.rules[number].rule
            return rules.contains(Place(number)) || (outcomes[rule.decision] ?? 0) >> UInt64(rule.outcome) & 1 == 1
        }
    }

    /// The duties and charges that stand under a reading: `解釈 名 = 案` is a part of what they need.
    private func normsUnder(_ place: Place<Interpretation>, _ reading: Int) -> [Int] {
        contract.norms.indices.filter { number in
            let norm = contract.norms[number]
            return (norm.norm.kind == .duty || norm.norm.kind == .charge)
                && readingsAsked(by: norm.condition).contains { $0.interpretation == place && $0.reading == reading }
        }
    }

    /// The readings without which a condition is not true.
    private func readingsAsked(by condition: Condition) -> [(interpretation: Place<Interpretation>, reading: Int)] {
        switch condition {
        case .reading(let place, let reading): [(place, reading)]
        case .and(let parts): parts.flatMap { readingsAsked(by: $0) }
        default: []
        }
    }
}

extension String {
    /// Whether a clause is another, or lies below it; both by their IDs.
    fileprivate func isAtOrBelow(_ top: String) -> Bool { self == top || hasPrefix(top + ".") }
}
