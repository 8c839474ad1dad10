package import Runtime
package import Values
package import Vocabulary

/// Whether a decision is settled.
package enum DecisionStatus: String, Sendable, Hashable {
    /// Every completion of the unknown facts gives the same outcome.
    case determined
    case undetermined
    /// Rules that apply give different outcomes, and nothing says which wins.
    case conflict
}

/// The answer to one question about one case, before it is put into words.
package struct DecisionReport: Sendable {
    package let decision: Place<Decision>
    package let status: DecisionStatus
    /// The outcome where it is determined.
    package let outcome: Int?
    /// The outcomes that remain, in the order of the decision; a conflict is one past the last.
    package let possible: [Int]
    package let grounds: [Ground]
    /// Rules that may apply: what is missing says.
    package let open: [Place<Rule>]
    /// Where the outcome is settled but not by which clause: the clauses that may give it.
    package let openGrounds: [Place<Clause>]
    package let defeated: [Defeated]
    package let missing: [Missing]
    package let reserved: [ReservedPower]
    package let interpretations: [InterpretationEffect]
    /// Several other readings together change the outcome though none does alone.
    package let readingsMatterTogether: Bool
    package let sources: [StepTracer.Lookup]
    /// Days that were asked about and whose holidays are not announced yet.
    package let predicted: [CivilDate]
    package let norms: [NormInForce]
    package let nextChange: NextChange
    /// What else it could come to, and what would have to change.
    package let counterfactuals: Counterfactuals
    /// The search had to stop early: `possible` and `missing` may name too much, never too little.
    package let isApproximate: Bool
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

/// Something that is not known and matters.
package struct Missing: Sendable, Hashable {
    package enum Subject: Sendable, Hashable {
        /// A fact; `record` counts the records of its list from 0, `members` are the undecided members of a set.
        case fact(Place<Fact>, record: Int?, members: [Int])
        /// Whether a list has further records.
        case list(Place<RecordList>)
        /// An event that has not come yet and that is calculated with; no question fills it.
        case event(Place<Fact>)
        /// A row of reference data; no question fills it.
        case reference

        /// Whether an answer can fill it.
        package var isAsked: Bool {
            switch self {
            case .fact, .list: true
            case .event, .reference: false
            }
        }

        /// Whether it asks for more of a list.
        package var isList: Bool { if case .list = self { true } else { false } }
    }
    package let subject: Subject
    /// It can change the outcome; otherwise only the clause that is cited.
    package let decides: Bool
    /// Whether the fact's premise is true under every completion: only then can it be asked. For others than facts always true.
    package let isAsked: Bool
}

/// A discretion that has not been exercised, and what its exercise would bring.
package struct ReservedPower: Sendable, Hashable {
    package let fact: Place<Fact>
    /// The value that would be decided.
    package let value: Int64
    /// The outcomes that are possible then, in the order of the decision; a conflict is one past the last.
    package let possible: [Int]
    /// What comes out then; `nil` where that is open.
    package let outcome: Int?
    package let clause: Place<Clause>?
    /// What duties and charges come to then, where that differs.
    package let norms: [NormDifference]
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
