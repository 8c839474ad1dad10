package import Decisions
package import Plans
package import Runtime
package import Vocabulary

/// Why an answer is what it is: the rules that speak, each with its condition down to the facts.
///
/// It knows no language; the texts for all readers are written from it.
package struct Proof: Sendable {
    /// A condition and how it came out.
    package struct Part: Sendable {
        package enum Kind: String, Sendable {
            /// True where all parts are.
            case all
            /// True where one part is.
            case any
            /// True where its part is false.
            case not
            /// A test of records; its part is about the record that decides, where one does.
            case records
            /// A test of facts.
            case atom
        }

        /// Parts that stand in several places have one number: a tree of them could grow without bound.
        package let number: Int
        package let kind: Kind
        package let truth: Truth
        /// Of an atom and of records.
        package let test: Test?
        package let parts: [Part]
    }

    /// A rule with its condition.
    package struct Line: Sendable {
        package let rule: Place<Rule>
        /// What it gives way to.
        package let by: [Defeated]
        package let condition: Part
    }

    /// The grounds of the answer.
    package let applying: [Line]
    /// Rules that hold and give way.
    package let defeated: [Line]
    /// Rules that may apply: facts are missing.
    package let open: [Line]
    /// Rules that the others build on: they read whether these apply, or what these decide.
    package let supporting: [Line]
    /// The facts of which someone said where they come from, in words.
    package let origins: [Place<Fact>: String]
}

/// A test that a condition makes, with what it found.
package enum Test: Sendable {
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

extension Test {
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

extension Test {
    /// That two values differ goes without saying where it is told which way.
    fileprivate func isSaidBetter(_ truth: Truth, by others: [Test]) -> Bool {
        guard case .compare(let left, let relation, let right) = self, (truth == .yes ? relation : relation.negated) == .notEqual else { return false }
        return others.contains { other in
            if case .compare(left, let own, right) = other { own != .equal && own != .notEqual } else { false }
        }
    }
}

extension Test.Side {
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

extension Proof {
    /// Whether any of it is about one of these facts.
    package func looks(at facts: Set<Place<Fact>>, _ plan: Plan) -> Bool {
        var seen: Set<Int> = []
        func looks(_ part: Part) -> Bool {
            guard seen.insert(part.number).inserted else { return false }
            return part.test.map { !$0.facts(plan).isDisjoint(with: facts) } ?? false || part.parts.contains(where: looks)
        }
        return !facts.isEmpty && lines.contains { looks($0.condition) }
    }

    /// Where the facts that a test looks at come from.
    package func origins(of test: Test, _ plan: Plan) -> [String] { test.facts(plan).sorted().compactMap { origins[$0] } }
}

extension Proof.Part {
    /// The tests that make it come out so, each once. Of a true disjunction the first true part says enough.
    package var reasons: [(test: Test, truth: Truth)] {
        var found: [(test: Test, truth: Truth)] = []
        var seen: Set<Int> = []
        collect(truth, &seen, into: &found)
        return found.filter { reason in !reason.test.isSaidBetter(reason.truth, by: found.map(\.test)) }
    }

    private func collect(_ wanted: Truth, _ seen: inout Set<Int>, into found: inout [(test: Test, truth: Truth)]) {
        guard truth == wanted, wanted != .unknown, seen.insert(number).inserted else { return }
        switch kind {
        case .all, .any:
            let needsAll = (kind == .all) == (wanted == .yes)
            for part in parts where part.truth == wanted {
                part.collect(wanted, &seen, into: &found)
                if !needsAll { break }
            }
        case .not: for part in parts { part.collect(!wanted, &seen, into: &found) }
        case .records where !parts.isEmpty: for part in parts { part.collect(part.truth, &seen, into: &found) }
        case .records, .atom: if let test { found.append((test, truth)) }
        }
    }
}
