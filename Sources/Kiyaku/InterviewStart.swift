import Decisions
package import Documents
package import Facts
package import Interviews
package import Runtime
package import Values
package import Vocabulary

/// What an interview begins with.
package struct InterviewStart: Sendable {
    package internal(set) var frame: FactFrame
    /// Where the facts come from that it begins with.
    package internal(set) var given: [GivenValue]
    /// The questions that were answered with わからない before the interview was broken off.
    package let skipped: [String]

    /// Nothing is known but the day or the moment to judge by.
    package init(_ edition: Edition, asOf: Instant) {
        frame = FactFrame(edition.plan, asOf: Int64(asOf.date.dayNumber), time: asOf.time.map { Int64($0.minutes) })
        (given, skipped) = ([], [])
    }

    /// A document of facts, or of an interview that was broken off.
    ///
    /// - Parameter reading: what was read of it, without a fault.
    package init(_ document: DocumentNode, _ reading: FactReading) {
        (frame, given) = (reading.frame, reading.given)
        if case .array(let nodes)? = document["id"]?.value { skipped = nodes.compactMap(\.string) } else { skipped = [] }
    }
}

extension Edition {
    /// An interview about what a start leaves open.
    package func interview(_ decision: Place<Decision>, _ start: InterviewStart) -> Interview {
        Interview(plan, decision: decision, frame: start.frame, skipped: start.skipped)
    }

    /// Whether there is a question of that id.
    package func asks(_ id: String) -> Bool { plan.asks(id) }

    /// An interview as a document of facts that can be read again: the answers, what was given before, and the questions that were passed over.
    package func document(_ interview: Interview, given: [GivenValue]) -> JSONValue {
        let document = FactWriter(plan).document(interview.frame, given: given)
        guard case .object(let members) = document, !interview.skipped.isEmpty else { return document }
        return .object(members + [("id", .array(interview.skipped.map { .string($0) }))])
    }
}
