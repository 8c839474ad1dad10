package import Completions
package import Norms
package import Outlook
package import Runtime
package import Values
package import Vocabulary

/// The parts that an answer may have beside its verdict; each is made for itself, and comes out the same whatever else is asked for.
package struct AnswerParts: OptionSet, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// What other readings of open points would change.
    package static let readings = Self(rawValue: 1)
    /// What discretions that were not exercised could change.
    package static let powers = Self(rawValue: 2)
    /// Duties and their kin that apply.
    package static let norms = Self(rawValue: 4)
    /// Rows of reference data that were looked up, and days whose holidays are only predicted.
    package static let sources = Self(rawValue: 8)
    /// When it changes by itself.
    package static let nextChange = Self(rawValue: 16)
    /// What would have to change for another outcome.
    package static let wouldChange = Self(rawValue: 32)

    /// What holds under usual circumstances where the answer is open.
    package static let usual = Self(rawValue: 64)
    /// What the nearest rules lack where none speaks.
    package static let lacking = Self(rawValue: 128)

    /// Everything that an answer can say.
    package static let all: Self = [.readings, .powers, .norms, .sources, .nextChange, .wouldChange, .usual, .lacking]
    /// What a table of many cases says.
    package static let conclusion: Self = [.norms, .nextChange]
    /// What rules are tested by.
    package static let tested: Self = [.readings, .powers, .norms, .sources]
}

/// The answer to one question about one case, before it is put into words: a verdict with its grounds and what is missing, and the parts that
/// were asked for.
package struct Answer: Sendable {
    package let decision: Place<Decision>
    /// The facts that it was given on.
    package private(set) var frame: FactFrame
    /// What the rules came to, in three values: explanations go on from there.
    package let results: RunResults
    package let parts: AnswerParts

    package let status: DecisionStatus
    /// The outcome where it is determined.
    package let outcome: Int?
    /// The outcomes that remain.
    package let possible: OutcomeSet
    /// The smallest side that is certain, by its number among those of the decision; nil where none is.
    package let side: Int?
    /// Rules that certainly apply.
    package let applying: [Place<Rule>]
    /// Rules that may apply: what is missing says.
    package let open: [Place<Rule>]
    package let missing: [Missing]
    /// The search had to stop early: `possible` and `missing` may name too much, never too little.
    package let isApproximate: Bool
    /// No completion keeps the constraints: the known facts contradict each other.
    package let isContradictory: Bool

    package let grounds: [Ground]
    /// Where the outcome, or the side, is settled but not by which clause: the clauses that may give it.
    package let openGrounds: [Place<Clause>]
    package let defeated: [Defeated]

    // The parts.
    let readingsPart: ReadingsPart?
    let powersPart: PowersPart?
    let normsPart: [NormInForce]?
    let sourcesPart: SourcesPart?
    let nextChangePart: NextChange?
    let wouldChangePart: Counterfactuals?
    let usualPart: UsualPart?
    let lackingPart: Shortfall?

    /// The same answer on other facts, which differ in nothing that it looks at.
    package func given(on frame: FactFrame) -> Answer {
        var other = self
        other.frame = frame
        return other
    }

    /// What another reading would change.
    package var interpretations: [InterpretationEffect] { asked(readingsPart).effects }
    /// Several other readings together change the outcome though none does alone.
    package var readingsMatterTogether: Bool { asked(readingsPart).matterTogether }
    package var reserved: [ReservedPower] { asked(powersPart).powers }
    package var norms: [NormInForce] { asked(normsPart) }
    package var sources: [StepTracer.Lookup] { asked(sourcesPart).lookups }
    /// Days that were asked about and whose holidays are not announced yet.
    package var predicted: [CivilDate] { asked(sourcesPart).predicted }
    package var nextChange: NextChange { asked(nextChangePart) }
    /// What else it could come to, and what would have to change.
    package var counterfactuals: Counterfactuals { asked(wouldChangePart) }

    /// What holds under usual circumstances; nil where the answer is settled, or they settle nothing.
    package var usual: UsualAnswer? { asked(usualPart).answer }

    /// What the nearest rules lack where none speaks.
    package var shortfall: Shortfall { asked(lackingPart) }

    /// Whether other readings, alone and together, were all looked through exactly.
    package var readingsAreComplete: Bool { !asked(readingsPart).isCut }
    /// The same of powers and what they lead to together.
    package var reservedIsComplete: Bool { !asked(powersPart).isCut }
    /// The same of usual circumstances.
    package var usualIsComplete: Bool { !asked(usualPart).isCut }

    /// That nothing was found is not the same as that nobody looked.
    private func asked<Part>(_ part: Part?) -> Part {
        guard let part else { preconditionFailure("a part of an answer is read that was not asked for: \(Part.self)") }
        return part
    }
}

/// What readings that are not followed would change.
struct ReadingsPart: Sendable {
    var effects: [InterpretationEffect] = []
    var matterTogether = false
    /// Not all was looked through exactly.
    var isCut = false
}

/// What an answer rests on beside the rules.
struct SourcesPart: Sendable {
    var lookups: [StepTracer.Lookup] = []
    var predicted: [CivilDate] = []
}

/// A clause that decides, or would decide too.
package struct Ground: Sendable, Hashable {
    /// `nil` for the fallback of the decision.
    package let rule: Place<Rule>?
    package let clause: Place<Clause>?
    /// Its outcome is the decision's.
    package let isPrimary: Bool
}

/// A rule whose condition is true but which gives way.
package struct Defeated: Sendable, Hashable {
    package let rule: Place<Rule>
    package let by: Place<Rule>
    package let form: PrecedenceForm
}

/// What another reading of an open point would change.
package struct InterpretationEffect: Sendable, Hashable {
    package let interpretation: Place<Interpretation>
    /// The reading that was tried.
    package let reading: Int
    package let changesOutcome: Bool
    package let changesGrounds: Bool
    /// What comes out under it; `nil` where that is open.
    package let outcome: Int?
    /// What duties and charges come to under it, where that differs.
    package let norms: [NormDifference]

    /// Whether the answer differs under it in anything that it says.
    package var changesAnything: Bool { changesOutcome || changesGrounds || !norms.isEmpty }
}
