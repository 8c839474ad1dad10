package import Plans
import Runtime
import Values
package import Vocabulary

/// Which interpretations and discretions the nodes of a plan look at, and whether they look at the time.
package struct ChangeMasks: Sendable {
    /// A mask for each condition and each value.
    package final class Words: Sendable {
        private let conditions: [UInt64]
        private let values: [UInt64]

        fileprivate init(_ conditions: [UInt64], _ values: [UInt64]) { (self.conditions, self.values) = (conditions, values) }

        package subscript(_ id: ConditionID) -> UInt64 { conditions[id.value] }
        package subscript(_ id: ValueID) -> UInt64 { values[id.value] }
    }

    private let kinds: OnDemand<Words>

    package init(_ plan: Plan) {
        kinds = OnDemand(count: Kind.allCases.count) { number in
            let kind = Kind.allCases[number]
            var fold = MaskFold(plan, throughRules: kind != .own) { kind == .time ? Self.time($0, plan) : Self.change($0, plan) }
            fold.run()
            return Words(fold.conditions, fold.values)
        }
    }

    private enum Kind: Int, CaseIterable { case own, all, time }

    /// Without going into the rules that a node names.
    package var own: Words { kinds[Kind.own.rawValue] }
    /// All that can change a node.
    package var all: Words { kinds[Kind.all.rawValue] }
    /// What can make a node turn as time goes by: the day or the time to judge by, or an event that may be still to come.
    package var time: Words { kinds[Kind.time.rawValue] }
    package static let (moment, event): (UInt64, UInt64) = (1, 2)

    package static func bit(_ place: Place<Interpretation>) -> UInt64 { 1 << UInt64(place.value & 63) }

    package static func bit(_ fact: Place<Fact>) -> UInt64 { 1 << UInt64(63 - (fact.value & 63)) }

    private static func change(_ id: NodeID, _ plan: Plan) -> UInt64 {
        if case .condition(let condition) = id, case .reading(let interpretation, _) = plan[condition] { return bit(interpretation) }
        guard let fact = plan.factLooked(at: id), plan.facts[fact].isDiscretion else { return 0 }
        return bit(fact)
    }

    private static func time(_ id: NodeID, _ plan: Plan) -> UInt64 {
        guard let fact = plan.factLooked(at: id) else { return 0 }
        return fact == .asOf || fact == .asOfTime ? moment : plan.facts[fact].type == .date ? event : 0
    }
}
