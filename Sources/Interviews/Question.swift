package import Diagnostics
package import Vocabulary

/// A question of an interview, with all that is needed to put it.
package struct Question: Sendable, Hashable {
    /// What a question is about; an interview asks about each at most once, unless it is reopened. Lists are asked again after each record.
    package enum Subject: Sendable, Hashable {
        /// `record` counts the records of the fact's list from 0.
        case fact(Place<Fact>, record: Int?)
        /// 一括確認, of the facts outside lists or of one record.
        case group(Place<FactGroup>, record: Int?)
        /// Whether a list has further records.
        case list(Place<RecordList>)
    }

    /// What answers look like.
    package enum Kind: Sendable, Hashable {
        case choice([Option])
        /// Any number of the options, or none of them.
        case multiple([Option])
        /// None of these (`value(1)`), some of them (`value(0)`), or which of them; those that are not named then stay open.
        case group([Option])
        case bool
        case date, month, time
        case number(unit: String?)
        case integer, version, text
        /// A further record, or that there are no more.
        case list
    }

    /// One of several answers.
    package struct Option: Sendable, Hashable {
        /// Counted from 1 in the order shown.
        package let number: Int
        /// The case.
        package let code: Int
        package let name: String
        package let label: String?

        /// The label, or the name where there is none.
        package var caption: String { label ?? name }
    }

    /// Stable within a contract: `障害.起因`, `関係者[1].該当` (records from 1), `関係者[]`, or the name of a group.
    package let id: String
    package let subject: Subject
    package let text: String
    package let kind: Kind
    /// What a group settles: the captions of its facts, each answered with no by a yes. Of a list, the records so far.
    package let items: [String]
    /// Whose question it is; nil where the rules name nobody.
    package let askedOf: AskedOf?
    /// Who may answer, or how the answer is meant.
    package let note: Wording?
    /// Which record of a list it is about.
    package let recordLabel: String?
    /// How many facts, this one included, can still change the outcome.
    package let remaining: Int

    /// The options of a choice.
    package var options: [Option] {
        switch kind {
        case .choice(let options), .multiple(let options), .group(let options): options
        default: []
        }
    }
}
