/// Whose question something is.
package struct AskedOf: Sendable, Hashable {
    package let party: String
    /// Only a responsible person of the party may answer.
    package let isResponsible: Bool

    package init(party: String, isResponsible: Bool = false) {
        self.party = party
        self.isResponsible = isResponsible
    }
}

extension Fact {
    /// Whose question it is: of the party that is named, or of the responsible person who finds or decides it. Nil where nobody is named.
    package var askedOf: AskedOf? {
        switch kind {
        case .plain: askedParty.map { AskedOf(party: $0) }
        case .discretion(let by), .finding(let by): AskedOf(party: by, isResponsible: true)
        case .judgement: nil
        }
    }
}

/// Who is asked what, as the party sees it that answers.
package struct Asking: Sendable {
    package enum Role: String, Sendable {
        /// The other side, who wants to know.
        case caller
        /// The party that answers: its records tell.
        case us
        /// A responsible person, of whichever party.
        case responsible
        /// A party, of a contract that does not say who answers.
        case party
    }

    /// The party that answers: the one that the header names, else the only one to which the contract leaves decisions.
    package let answering: String?
    private let facts: [Fact]

    package init(_ title: ContractTitle, _ facts: [Fact]) {
        let deciding = Set(facts.compactMap { $0.askedOf.flatMap { $0.isResponsible ? $0.party : nil } })
        answering = title.answering ?? (deciding.count == 1 ? deciding.first : nil)
        self.facts = facts
    }

    package func role(_ asked: AskedOf) -> Role {
        if asked.isResponsible { return .responsible }
        guard let answering else { return .party }
        return asked.party == answering ? .us : .caller
    }

    /// Whether it is for the party that answers to find out, and no question to put to the other side.
    package func isOurs(_ asked: AskedOf?) -> Bool { asked.map { $0.party == answering } ?? false }

    /// Who is asked about a group: a responsible person as soon as one of its facts is theirs. Nil where its facts are of several parties, or
    /// of none.
    package func askedOf(_ group: FactGroup) -> AskedOf? {
        let asked = group.members.map { facts[$0].askedOf }
        guard let party = asked.first??.party, asked.allSatisfy({ $0?.party == party }) else { return nil }
        return AskedOf(party: party, isResponsible: asked.contains { $0?.isResponsible == true })
    }
}
