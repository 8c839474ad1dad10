package import Plans
package import Vocabulary

/// How a value is known.
package enum KnowledgeState: UInt8, Sendable {
    /// 不明.
    case unknown
    case known
    /// 未到来: it will come after the day to judge by.
    case pending
    /// 該当なし: the record does not apply.
    case inapplicable
    /// 未判断: a discretion that has not been exercised.
    case unexercised
}

/// A value and how it is known. For sets `value` has a bit for each member that is known to be in.
package struct Reading: Sendable, Hashable {
    package let state: KnowledgeState
    package let value: Int64

    @inline(__always)
    package init(_ state: KnowledgeState, _ value: Int64 = 0) {
        self.state = state
        self.value = value
    }

    /// 不明.
    package static var unknown: Reading { Reading(.unknown) }
}

/// The facts of one case, in the order of the plan's vocabulary.
package struct FactFrame: Sendable {
    /// The facts outside lists; facts of lists keep their place here unused.
    package private(set) var readings: [Reading]
    /// For sets, a bit for each member that is known to be out.
    package private(set) var excluded: [UInt64]
    package private(set) var lists: [ListFrame]
    /// The reading of each interpretation.
    package var interpretations: [Int]
    /// Facts that are said to be unknown: nothing is assumed of them.
    package var declined: Set<Place<Fact>> = []

    /// Stands for every reading of an interpretation at once: what looks at it is unknown.
    package static let anyReading = -1

    /// A case of which only the day, and perhaps the time, to judge by is known; all interpretations as adopted.
    package init(_ plan: Plan, asOf day: Int64, time: Int64?) {
        readings = plan.facts.map { $0.isDiscretion ? Reading(.unexercised) : .unknown }
        excluded = Array(repeating: 0, count: plan.facts.count)
        lists = plan.lists.map { ListFrame(fieldCount: $0.fields.count) }
        interpretations = plan.interpretations.map(\.adopted)
        readings[Place<Fact>.asOf.value] = Reading(.known, day)
        if let time { readings[Place<Fact>.asOfTime.value] = Reading(.known, time) }
    }

    package subscript(_ fact: Place<Fact>) -> Reading {
        get { readings[fact.value] }
        set { readings[fact.value] = newValue }
    }

    /// Whether an event is known to be still to come.
    package var hasPending: Bool { readings.contains { $0.state == .pending } || lists.contains { $0.readings.contains { $0.state == .pending } } }

    /// Members of a set: known to be in, known to be out.
    package mutating func set(_ fact: Place<Fact>, yes: UInt64, no: UInt64) {
        readings[fact.value] = Reading(.known, Int64(bitPattern: yes))
        excluded[fact.value] = no
    }

    /// Changes a list.
    package mutating func change(_ list: Place<RecordList>, _ body: (inout ListFrame) -> Void) { body(&lists[list.value]) }
}

/// The records of a list that are known, one after the other.
package struct ListFrame: Sendable, Hashable {
    package let fieldCount: Int
    /// No further records exist (全員).
    package var isComplete = false
    package private(set) var recordCount = 0
    package private(set) var readings: [Reading] = []
    package private(set) var excluded: [UInt64] = []

    package init(fieldCount: Int) { self.fieldCount = fieldCount }

    /// Adds a record of which nothing is known yet.
    package mutating func addRecord(_ fields: [Fact]) {
        recordCount += 1
        readings += fields.map { $0.isDiscretion ? Reading(.unexercised) : .unknown }
        excluded += Array(repeating: 0, count: fieldCount)
    }

    package subscript(_ record: Int, _ field: Int) -> Reading {
        get { readings[record * fieldCount + field] }
        set { readings[record * fieldCount + field] = newValue }
    }

    /// Members of a set: known to be in, known to be out.
    package mutating func set(_ record: Int, _ field: Int, yes: UInt64, no: UInt64) {
        readings[record * fieldCount + field] = Reading(.known, Int64(bitPattern: yes))
        excluded[record * fieldCount + field] = no
    }
}
