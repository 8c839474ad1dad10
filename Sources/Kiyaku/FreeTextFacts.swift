import Completions
import Decisions
package import Diagnostics
package import Extraction
import Facts
import Runtime
package import Vocabulary

/// The facts that a text speaks of, offered one after the other to who must confirm them.
///
/// What is certain comes first, and what no longer matters after what was confirmed is not offered. A discretion is left out: it counts only
/// with who exercised it, when and why, which a text does not record.
package struct FreeTextFacts {
    /// What the interview then begins with.
    package private(set) var start: InterviewStart
    /// What could not be looked for.
    package let faults: [ExtractionFault]
    /// Who was taken to write, the day that is asked about, and the dictionary: what a person has to be told first.
    package let notices: [Wording]
    /// What was found and changes nothing.
    package private(set) var idle: [FoundFact] = []
    /// The facts that were confirmed.
    package private(set) var taken: Set<Place<Fact>> = []
    /// Nothing was found.
    package let isEmpty: Bool

    private let edition: Edition
    private let decision: Place<Decision>
    private var waiting: ArraySlice<FoundFact>
    private var missing: [Missing] = []

    /// - Parameter voice: who writes; guessed without it.
    package init(_ text: String, _ edition: Edition, _ decision: Place<Decision>, _ start: InterviewStart, voice: Voice? = nil) {
        (self.edition, self.decision, self.start) = (edition, decision, start)
        let extraction = edition.extract(text, asOf: start.frame[.asOf].value, voice: voice)
        faults = extraction.faults
        notices = edition.notices(extraction)
        let facts = edition.vocabulary.facts
        // That one value of many is wrong leaves the question open.
        let found = extraction.found.filter { facts[$0.fact].list == nil && !facts[$0.fact].isDiscretion && !$0.doubts.contains(.denied) }
        isEmpty = found.isEmpty
        waiting = ArraySlice(found.filter(\.certain) + found.filter { !$0.certain })
        missing = openFacts()
    }

    /// The next fact to confirm; nil where there is none.
    package mutating func next() -> FoundFact? {
        while let found = waiting.popFirst() {
            // What has one value is settled by the first that is confirmed.
            if !found.content.isMember, taken.contains(found.fact) { continue }
            if missing.contains(where: { $0.isMet(by: found) }) { return found }
            idle.append(found)
        }
        return nil
    }

    /// Takes over a fact that was confirmed.
    package mutating func confirm(_ found: FoundFact) {
        found.store(in: &start.frame)
        taken.insert(found.fact)
        start.given.removeAll { $0.fact == found.fact }
        missing = openFacts()
    }

    /// What can still change the outcome.
    private func openFacts() -> [Missing] {
        let verdict = edition.decider.answer(decision, start.frame, [], order: .vocabulary)
        return verdict.status == .undetermined ? verdict.missing.filter(\.decides) : []
    }
}

extension Missing {
    /// Whether a fact that was found tells some of it.
    fileprivate func isMet(by found: FoundFact) -> Bool {
        guard case .fact(found.fact, _, let members) = subject else { return false }
        guard case .member(let code, _) = found.content, !members.isEmpty else { return true }
        return members.contains(code)
    }
}

extension FoundFact {
    /// Puts the fact beside what is known.
    fileprivate func store(in frame: inout FactFrame) {
        switch content {
        case .value(let value): frame[fact] = Reading(.known, value)
        case .pending: frame[fact] = Reading(.pending)
        case .member(let code, let isIn):
            let bit: UInt64 = 1 << UInt64(code)
            let old = frame[fact]
            let yes = old.state == .known ? UInt64(bitPattern: old.value) : 0
            let no = frame.excluded[fact.value]
            frame.set(fact, yes: isIn ? yes | bit : yes & ~bit, no: isIn ? no & ~bit : no | bit)
        }
    }
}
