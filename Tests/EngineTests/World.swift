import Contract
import Plans
import Runtime
import Vocabulary

/// What is known of one fact, in the words of docs/language.md §10.
enum Knowledge: Hashable {
    case unknown
    case value(Int64)
    case members(yes: UInt64, no: UInt64)
    case pending, inapplicable, unexercised
}

/// The facts of one case, in dictionaries.
struct World {
    struct Records {
        var rows: [[Place<Fact>: Knowledge]] = []
        var isComplete = false
    }

    var facts: [Place<Fact>: Knowledge]
    var lists: [Place<RecordList>: Records]
    var readings: [Place<Interpretation>: Int]
    /// The day to judge by.
    let asOf: Int64
    let time: Int64?

    /// Nothing is known but the day.
    init(_ contract: CheckedContract, asOf: Int64, time: Int64?) {
        self.asOf = asOf
        self.time = time
        facts = [:]
        for fact in contract.facts.places where contract.facts[fact].list == nil { facts[fact] = Self.silence(contract.facts[fact]) }
        facts[.asOf] = .value(asOf)
        if let time { facts[.asOfTime] = .value(time) }
        lists = Dictionary(uniqueKeysWithValues: contract.lists.places.map { ($0, Records()) })
        readings = Dictionary(uniqueKeysWithValues: contract.interpretations.places.map { ($0, contract.interpretations[$0].adopted) })
    }

    /// What is known of a fact that nobody has spoken about.
    static func silence(_ fact: Fact) -> Knowledge { fact.isDiscretion ? .unexercised : .unknown }

    /// The same case as the engine takes it.
    func frame(_ plan: Plan) -> FactFrame {
        var frame = FactFrame(plan, asOf: asOf, time: time)
        for (fact, knowledge) in facts {
            if case .members(let yes, let no) = knowledge { frame.set(fact, yes: yes, no: no) } else { frame[fact] = knowledge.reading }
        }
        for (list, records) in lists {
            let fields = plan.lists[list].fields
            frame.change(list) { own in
                own.isComplete = records.isComplete
                for (record, row) in records.rows.enumerated() {
                    own.addRecord(fields.map { plan.facts[$0] })
                    for (field, place) in fields.enumerated() {
                        let knowledge = row[place] ?? .unknown
                        if case .members(let yes, let no) = knowledge {
                            own.set(record, field, yes: yes, no: no)
                        } else {
                            own[record, field] = knowledge.reading
                        }
                    }
                }
            }
        }
        for (interpretation, reading) in readings { frame.interpretations[interpretation.value] = reading }
        return frame
    }
}

extension Knowledge {
    fileprivate var reading: Reading {
        switch self {
        case .unknown, .members: .unknown
        case .value(let value): Reading(.known, value)
        case .pending: Reading(.pending)
        case .inapplicable: Reading(.inapplicable)
        case .unexercised: Reading(.unexercised)
        }
    }
}
