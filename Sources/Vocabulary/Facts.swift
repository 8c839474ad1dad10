/// A type whose values are listed.
package struct Enumeration: Sendable, Hashable {
    package struct Case: Sendable, Hashable {
        package let name: String
        package let label: String?
        /// PCRE2 patterns that find the case in free text (表記).
        package let patterns: [String]
        /// Words that find it.
        package let phrases: [Phrase]

        package init(name: String, label: String?, patterns: [String] = [], phrases: [Phrase] = []) {
            self.name = name
            self.label = label
            self.patterns = patterns
            self.phrases = phrases
        }
    }

    package let name: String
    package let label: String?
    package let cases: [Case]

    package init(name: String, label: String?, cases: [Case]) {
        self.name = name
        self.label = label
        self.cases = cases
    }

    /// The number of a case; values of the type are these numbers.
    package func code(of name: String) -> Int? { cases.firstIndex { $0.name == name } }

    /// Sets are kept in one 64-bit word.
    package static let largestSet = 64
    /// More cases than a person can choose from.
    package static let mostCases = 255
}

/// What values a fact can take.
package enum FactType: Hashable, Sendable {
    case bool
    case enumeration(Place<Enumeration>)
    /// Yes, no or unknown for each case of an enumeration.
    case set(Place<Enumeration>)
    case date, month, time, version
    /// An exact decimal, in a unit where there is one.
    case number(unit: String?)
    case integer
    /// A text; conditions cannot look at it.
    case text
}

/// Who may answer a fact, and whether silence means that it has not happened.
package enum FactKind: Hashable, Sendable {
    /// Anyone can see it.
    case plain
    /// 裁量: a party decides it; until then it is not exercised.
    case discretion(by: String)
    /// 認定: only a responsible person of the party may answer it.
    case finding(by: String)
    /// The day or the time of day to judge by.
    case judgement
}

/// Something that can be known about a case.
package struct Fact: Sendable, Hashable {
    /// The full path: 障害.起因.
    package let name: String
    package let type: FactType
    package let label: String?
    package let question: String?
    package let kind: FactKind
    /// The party that is asked, where the rules name one; who may answer is `askedOf`.
    package let askedParty: String?
    package let isChangeable: Bool
    package let isPersonal: Bool
    /// It says what is asked about; only of such a fact can what a text says be certain.
    package let isTopic: Bool
    /// Patterns that find a value in free text.
    package let patterns: [String]
    /// Words that speak of it.
    package let phrases: [Phrase]
    /// The list whose records have this fact.
    package let list: Place<RecordList>?

    package init(
        name: String, type: FactType, label: String? = nil, question: String? = nil, kind: FactKind = .plain, askedParty: String? = nil,
        isChangeable: Bool = false, isPersonal: Bool = false, isTopic: Bool = false, patterns: [String] = [], phrases: [Phrase] = [],
        list: Place<RecordList>? = nil
    ) {
        self.name = name
        self.type = type
        self.label = label
        self.question = question
        self.kind = kind
        self.askedParty = askedParty
        self.isChangeable = isChangeable
        self.isPersonal = isPersonal
        self.isTopic = isTopic
        self.patterns = patterns
        self.phrases = phrases
        self.list = list
    }

    /// The label, or the name where there is none.
    package var caption: String { label ?? name }

    /// The last part of the path.
    package var field: String { String(name.split(separator: ".").last ?? "") }

    /// 裁量.
    package var isDiscretion: Bool {
        if case .discretion = kind { true } else { false }
    }
}

extension Place<Fact> {
    /// The day to judge by: always the first fact.
    package static var asOf: Self { Self(0) }
    /// The time of day to judge by: always the second.
    package static var asOfTime: Self { Self(1) }
}

/// A list of records: 当事者, 機器.
package struct RecordList: Sendable, Hashable {
    package let name: String
    package let label: String?
    package let question: String?
    /// The party that is asked, where the rules name one.
    package let askedParty: String?
    package let fields: [Place<Fact>]

    package init(name: String, label: String?, question: String?, askedParty: String? = nil, fields: [Place<Fact>]) {
        self.name = name
        self.label = label
        self.question = question
        self.askedParty = askedParty
        self.fields = fields
    }

    package var askedOf: AskedOf? { askedParty.map { AskedOf(party: $0) } }

    /// The label, or the name where there is none.
    package var caption: String { label ?? name }
}

/// 一括確認: facts that one question answers, all with no.
package struct FactGroup: Sendable, Hashable {
    package let name: String
    package let label: String?
    package let question: String?
    package let members: [Place<Fact>]

    package init(name: String, label: String?, question: String?, members: [Place<Fact>]) {
        self.name = name
        self.label = label
        self.question = question
        self.members = members
    }
}
