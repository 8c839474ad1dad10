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
        package let test: ProofAtom?
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
    package func origins(of test: ProofAtom, _ plan: Plan) -> [String] { test.facts(plan).sorted().compactMap { origins[$0] } }
}

extension Proof.Part {
    /// The tests that make it come out so, each once. Of a true disjunction the first true part says enough.
    package var reasons: [(test: ProofAtom, truth: Truth)] {
        var found: [(test: ProofAtom, truth: Truth)] = []
        var seen: Set<Int> = []
        collect(truth, &seen, into: &found)
        return found.filter { reason in !reason.test.isSaidBetter(reason.truth, by: found.map(\.test)) }
    }

    private func collect(_ wanted: Truth, _ seen: inout Set<Int>, into found: inout [(test: ProofAtom, truth: Truth)]) {
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
