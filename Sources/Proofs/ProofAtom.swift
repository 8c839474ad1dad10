package import Plans
package import Runtime
package import Vocabulary

/// A test that a condition makes, with what it found.
package enum ProofAtom: Sendable {
    /// A fact, of a list in one of its records.
    package struct Subject: Sendable, Hashable {
        package let fact: Place<Fact>
        package let record: Int?

        package init(fact: Place<Fact>, record: Int?) { (self.fact, self.record) = (fact, record) }
    }

    /// One side of a comparison.
    package struct Side: Sendable, Hashable {
        package enum Source: Sendable, Hashable {
            case constant
            case fact(Subject)
            /// Calculated from others.
            case value(ValueID)
        }

        package let source: Source
        package let reading: Reading
        package let type: FactType
    }

    /// Whether a listed fact is one of the cases.
    case isCase(Subject, [Int64], Reading)
    /// Whether a set has one, or all, of the members.
    case members(Subject, mask: Int64, needsAll: Bool, Reading)
    /// Whether a fact is still to come, or does not apply.
    case state(Subject, KnowledgeState, Reading)
    case compare(Side, Relation, Side)
    /// Whether a value is one of several, or none of them.
    case among(Side, [Int64], isNone: Bool)
    /// Whether a day is a holiday.
    case holiday(Side)
    /// Whether some record, or every, is as the condition says; the record that decides it.
    case records(Place<RecordList>, isEvery: Bool, decides: Int?)
    /// Whether a decision comes to one of the outcomes; the outcomes that are possible.
    case outcome(Place<Decision>, wanted: OutcomeSet, possible: OutcomeSet)
    /// Whether a rule holds, or applies.
    case rule(Place<Rule>)
    /// Whether a reading is followed.
    case reading(Place<Interpretation>, Int)
    /// A requirement that is not met and that others take away.
    case waived(String, by: [Place<Clause>])
    /// Nothing is asked.
    case always
}

extension ProofAtom {
    /// The facts that it looks at.
    package func facts(_ plan: Plan) -> Set<Place<Fact>> {
        switch self {
        case .isCase(let subject, _, _), .members(let subject, _, _, _), .state(let subject, _, _): [subject.fact]
        case .compare(let left, _, let right): left.facts(plan).union(right.facts(plan))
        case .among(let side, _, _), .holiday(let side): side.facts(plan)
        default: []
        }
    }

    /// Whether it tells how the contract is read, which answers name apart.
    package var isOfReadings: Bool {
        switch self {
        case .reading, .always: true
        default: false
        }
    }

    /// Whether it tells something of the world, not of the rules or of how they are read.
    package var isOfFacts: Bool {
        switch self {
        case .isCase, .members, .state, .compare, .among, .holiday: true
        case .records, .outcome, .rule, .reading, .waived, .always: false
        }
    }
}

extension ProofAtom {
    /// That two values differ goes without saying where it is told which way.
    func isSaidBetter(_ truth: Truth, by others: [ProofAtom]) -> Bool {
        guard case .compare(let left, let relation, let right) = self, (truth == .yes ? relation : relation.negated) == .notEqual else { return false }
        return others.contains { other in
            if case .compare(left, let own, right) = other { own != .equal && own != .notEqual } else { false }
        }
    }
}

extension ProofAtom.Side {
    fileprivate func facts(_ plan: Plan) -> Set<Place<Fact>> {
        switch source {
        case .constant: return []
        case .fact(let subject): return [subject.fact]
        case .value(let id):
            var reach = Reach()
            reach.add(id, of: plan)
            return reach.facts
        }
    }
}
