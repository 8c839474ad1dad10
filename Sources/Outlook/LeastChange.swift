import Completions
import Plans
import Runtime
import Values
import Vocabulary

/// How much of a change something is.
extension Plan {
    /// How much of a change it is that each fact of a decision gets another value: the trouble of it, and more where other facts are details of
    /// what it says, asked only under a premise that looks at it. A newer service pack is less of a change than another system.
    func weights(of facts: [FactInstance], in decision: Place<Decision>) -> [Place<Fact>: Double] {
        var hasDetails: Set<Place<Fact>> = []
        for detail in program(decision).facts {
            guard let premise = premises[detail.value] else { continue }
            var reach = Reach()
            reach.add(premise, of: self)
            hasDetails.formUnion(reach.facts)
        }
        return Dictionary(facts.map { ($0.fact, cost($0) + (hasDetails.contains($0.fact) ? Self.whole : 0)) }, uniquingKeysWith: { first, _ in first })
    }

    /// More than any trouble of one fact (`cost`).
    private static var whole: Double { 8 }

    /// The values that facts usually have, where that is assumed of the decision: nothing is changed from them.
    func usualValues(of decision: Place<Decision>, _ frame: FactFrame) -> [Place<Fact>: Int64] {
        var evaluator = Evaluator(self, frame, tracer: NoTracer())
        var values: [Place<Fact>: Int64] = [:]
        for planned in usuals where planned.usual.decisions.isEmpty || planned.usual.decisions.contains(decision) {
            if planned.condition.map({ evaluator.truth($0) != .no }) ?? true { values[planned.usual.fact] = planned.usual.value }
        }
        return values
    }
}

extension FactType {
    /// Whether one value is closer to what is than another: of versions and of what is listed the newer ones, near ones first, then the older; of
    /// all else the nearer, and of two as near the later.
    func isCloser(_ one: Int64, than other: Int64, to present: Int64) -> Bool {
        func distance(_ value: Int64) -> UInt64 { value >= present ? present.distance(upTo: value) : value.distance(upTo: present) }
        let (left, right) = (distance(one), distance(other))
        switch self {
        case .version, .enumeration: return (one < present ? 1 : 0, left) < (other < present ? 1 : 0, right)
        case .bool, .set, .date, .month, .time, .number, .integer, .text: return (left, one < present ? 1 : 0) < (right, other < present ? 1 : 0)
        }
    }

    /// The value of a stretch that people would write; `nil` where any is as good.
    func simplest(from least: Int64?, to most: Int64?) -> Int64? {
        switch self {
        case .version: Version.simplest(from: least, to: most)
        case .number, .integer: FixedDecimal.simplest(from: least, to: most)
        case .bool, .enumeration, .set, .date, .month, .time, .text: nil
        }
    }
}

extension Int64 {
    /// To a value that is not smaller; their difference may not fit 64 bits with a sign.
    fileprivate func distance(upTo other: Int64) -> UInt64 { UInt64(bitPattern: other) &- UInt64(bitPattern: self) }
}
