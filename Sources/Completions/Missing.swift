package import Plans
package import Runtime
package import Vocabulary

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
    /// It can change the side: the smallest one that is certain, or which of those inside it.
    package let decidesSide: Bool
    /// Whether the fact's premise is true under every completion: only then can it be asked. For others than facts always true.
    package let isAsked: Bool
}

extension Plan {
    /// Whose question it is; nil where no question fills it, or the rules name nobody.
    package func askedOf(_ subject: Missing.Subject) -> AskedOf? {
        switch subject {
        case .fact(let fact, _, _): facts[fact].askedOf
        case .list(let list): lists[list].askedOf
        case .event, .reference: nil
        }
    }
}

extension Plan {
    /// The group that a fact outside lists is asked with: one of which more than it is still unknown.
    package func openGroup(of fact: Place<Fact>, _ frame: FactFrame) -> Place<FactGroup>? {
        groups.places.first { group in
            let open = groups[group].members.filter { facts[$0].list == nil && !facts[$0].isDiscretion && frame[$0].state == .unknown }
            return open.count > 1 && open.contains(fact)
        }
    }

    /// The group that something is asked with.
    package func openGroup(of subject: Missing.Subject, _ frame: FactFrame) -> Place<FactGroup>? {
        if case .fact(let fact, nil, _) = subject { openGroup(of: fact, frame) } else { nil }
    }
}
