/// What the document is.
package struct ContractTitle: Sendable, Hashable {
    package let name: String
    package let title: String?
    package let edition: String?
    /// The day from which this edition is in force, as a day number since 1970-01-01.
    package let effective: Int64?
    package let parties: [Party]
    /// The name of the party that answers: "we" in its letters.
    package let answering: String?

    package init(name: String, title: String?, edition: String?, effective: Int64?, parties: [Party], answering: String? = nil) {
        self.name = name
        self.title = title
        self.edition = edition
        self.effective = effective
        self.parties = parties
        self.answering = answering
    }
}

/// 当事者.
package struct Party: Sendable, Hashable {
    package let name: String
    package let label: String?

    package init(name: String, label: String?) {
        self.name = name
        self.label = label
    }
}

/// A provision: an article, paragraph, item, a row or a note.
package struct Clause: Sendable, Hashable {
    /// `40.1.3`
    package let id: String
    /// How people cite it.
    package var citation: String
    package var heading: String?
    /// What it says, in our own words.
    package var gist: String?
    /// Why it decides nothing, where it does not.
    package var nonoperative: String?
    /// Another ID that it answers under, with all below it, as a section does that two numbers share.
    package var also: String?
    /// Its wording, where the contract's document is attached and has it as it was when the rules were written.
    package var wording: String?

    package init(id: String, citation: String, heading: String?, gist: String?, nonoperative: String?) {
        self.id = id
        self.citation = citation
        self.heading = heading
        self.gist = gist
        self.nonoperative = nonoperative
    }
}

extension Collection<Clause> {
    /// The ID under which the clause stands that answers under an ID.
    package func primary(_ id: String) -> String {
        for clause in self {
            guard let also = clause.also, id == also || id.hasPrefix(also + ".") else { continue }
            return clause.id + id.dropFirst(also.count)
        }
        return id
    }
}

/// 判定: a question with listed answers.
package struct Decision: Sendable, Hashable {
    package struct Outcome: Sendable, Hashable {
        package let name: String
        package let label: String?
        /// 有利: the name of the party that is better off with it; it colours, and decides nothing.
        package var favours: String?

        package init(name: String, label: String?, favours: String? = nil) {
            self.name = name
            self.label = label
            self.favours = favours
        }

        /// The label, or the name where there is none.
        package var caption: String { label ?? name }
    }

    package let name: String
    package let label: String?
    /// 尋ね方: short phrases in which callers ask for it.
    package let askedAs: [String]
    /// All outcomes; where `isRanked`, the first wins.
    package let outcomes: [Outcome]
    package let isRanked: Bool
    /// The outcome when no rule applies.
    package let fallback: Int
    /// The clause that gives the fallback.
    package var ground: Place<Clause>?
    /// The sides on which its outcomes lie, an outer one before those inside it; every outcome lies on one.
    package let sides: [Side]

    /// - Parameter sides: those that are declared; an outcome on none of them is one by itself.
    package init(
        name: String, label: String?, askedAs: [String] = [], outcomes: [Outcome], isRanked: Bool, fallback: Int, ground: Place<Clause>?, sides: [Side] = []
    ) {
        self.name = name
        self.label = label
        self.askedAs = askedAs
        self.outcomes = outcomes
        self.isRanked = isRanked
        self.fallback = fallback
        self.ground = ground
        let alone = outcomes.indices.filter { outcome in !sides.contains { $0.outcomes.contains(outcome) } }
        self.sides = sides + alone.map { Side(name: outcomes[$0].name, text: outcomes[$0].caption, outcomes: OutcomeSet($0), isDeclared: false) }
    }

    /// The code of a conflict, one past the outcomes.
    package var conflict: Int { outcomes.count }
    /// How outcomes are weighed against each other, without their words.
    package var order: OutcomeOrder {
        OutcomeOrder(isRanked: isRanked, fallback: fallback, conflict: conflict)
    }
    /// With the conflict the codes must fit a 64-bit word.
    package static let mostOutcomes = 62
}

/// How the outcomes of a decision are weighed against each other.
package struct OutcomeOrder: Sendable, Hashable {
    /// The first outcome that is given wins; otherwise different outcomes are a conflict.
    package let isRanked: Bool
    package let fallback: Int
    package let conflict: Int
}

/// 規則, apart from its condition.
package struct Rule: Sendable, Hashable {
    package let name: String
    package let clause: Place<Clause>?
    package let decision: Place<Decision>
    package let outcome: Int

    package init(name: String, clause: Place<Clause>?, decision: Place<Decision>, outcome: Int) {
        self.name = name
        self.clause = clause
        self.decision = decision
        self.outcome = outcome
    }
}

/// In which words a rule gives way.
package enum PrecedenceForm: String, Sendable, Hashable {
    case proviso, overrides, notwithstanding
}

/// 義務, 禁止, 権利, 免責, 費用, apart from the condition.
package struct Norm: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable { case duty, prohibition, power, disclaimer, charge }

    package let kind: Kind
    package let name: String
    package let clause: Place<Clause>?
    package let bearer: String?
    package let counterparty: String?
    package let content: String
    /// A deadline given in words.
    package let deadline: String?
    /// The unit of what is to be paid.
    package let unit: String?
    /// 定めなし: where the amount must be looked up, which the contract does not state.
    package let unstated: String?
    /// 算定: by which provisions the amount or the deadline is worked out.
    package let computed: String?

    package init(
        kind: Kind, name: String, clause: Place<Clause>?, bearer: String?, counterparty: String?, content: String, deadline: String?,
        unit: String? = nil, unstated: String? = nil, computed: String? = nil
    ) {
        self.kind = kind
        self.name = name
        self.clause = clause
        self.bearer = bearer
        self.counterparty = counterparty
        self.content = content
        self.deadline = deadline
        self.unit = unit
        self.unstated = unstated
        self.computed = computed
    }
}

/// 解釈: an open point of the text.
package struct Interpretation: Sendable, Hashable {
    /// A duty or a charge that a reading brings: its number among the norms, and its name.
    package struct Burden: Sendable, Hashable {
        package let norm: Int
        package let name: String

        package init(norm: Int, name: String) {
            self.norm = norm
            self.name = name
        }
    }

    package struct Reading: Sendable, Hashable {
        package let name: String
        package let label: String?
        package let reason: String?
        /// 負担: the duties and charges that it brings; empty where it brings none, nil where it does not say.
        package var bears: [Burden]?

        package init(name: String, label: String?, reason: String?, bears: [Burden]? = nil) {
            self.name = name
            self.label = label
            self.reason = reason
            self.bears = bears
        }
    }

    package let name: String
    package let issue: String
    package let clauses: [Place<Clause>]
    package var readings: [Reading]
    /// The reading that answers follow.
    package let adopted: Int

    package init(name: String, issue: String, clauses: [Place<Clause>], readings: [Reading], adopted: Int) {
        self.name = name
        self.issue = issue
        self.clauses = clauses
        self.readings = readings
        self.adopted = adopted
    }
}
