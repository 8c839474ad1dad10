import Completions
import Diagrams
import Plans
import Runtime
import Vocabulary

/// What unknown facts are compared with, and when that makes a difference.
extension ChangePoints {
    /// What an unknown ordered fact is compared with.
    struct Bounds {
        var constants: Set<Int64> = []
        /// Values that move with the day, and by how much the fact is moved itself.
        var moving: [(value: ValueID, distance: Int64)] = []
        var hasSteps = false
        /// It is looked at in other ways too.
        var isEntangled = false
    }

    /// A comparison with something unknown.
    mutating func open(_ id: ConditionID, _ left: ValueID, _ right: ValueID) {
        let sides = [(left, right), (right, left)]
        if !isForSearch {
            for (one, other) in sides {
                if isUnknown(one), plan.moved(other) != nil { return }
                // What hangs on no moment is as it is now.
                guard hangs.needs(.value(other)).isDisjoint(with: .moment) else { continue }
                let value = evaluator.value(other)
                guard value.state == .known, !isUnknown(one) else { return }
                if hangs.needs(.value(one)).isDisjoint(with: [.unknown, .pending]), hangs.direction(one) != 0 { return turn(one, [value.value]) }
            }
        }
        for (one, other) in sides where hangs.mayPend(one) { event(comparedWith: other) }
        for (one, other) in sides where hangs.needs(.value(one)).contains(.unknown) && !hangs.needs(.value(other)).contains(.unknown) {
            if let moved = plan.moved(one), let distance = moved.distance, bound(moved.fact, distance, other) { return }
        }
        for (one, other) in sides where hangs.needs(.value(one)).isDisjoint(with: [.unknown, .pending]) && hangs.direction(one) != 0 {
            guard hangs.needs(.value(other)).isDisjoint(with: [.day, .pending]), !hangs.moves(other) else { continue }
            if hangs.needs(.value(other)).contains(.ordered) { entangle(.condition(id)) }
            guard let possible = values(other) else { return isRestless = true }
            return turn(one, possible)
        }
        let needs = hangs.needs(.condition(id))
        if needs.contains(.ordered) { entangle(.condition(id)) }
        if needs.isDisjoint(with: .moment) { return }
        if !needs.isDisjoint(with: [.ordered, .pending]) { return isRestless = true }
        for part in hangs.parts(.condition(id)) { watch(part, hangs.needs(part)) }
    }

    /// Whether a value is an unknown fact, moved or not: three values tell nothing of a comparison with it, on no day on which it is asked for.
    private func isUnknown(_ id: ValueID) -> Bool {
        plan.moved(id).map { plan.facts[$0.fact].list == nil && frame[$0.fact].state == .unknown } ?? false
    }

    /// What an unknown fact is compared with, where that is a bound of it; false where it is more than that.
    mutating func bound(_ fact: Place<Fact>, _ distance: Int64, _ other: ValueID) -> Bool {
        let needs = hangs.needs(.value(other))
        if needs.contains(.pending) { return false }
        if !needs.contains(.day) {
            let value = evaluator.value(other)
            if value.state == .known { bounds[fact, default: Bounds()].constants.insert(value.value &- distance) }
        } else if let found = steps(.value(other)) {
            days.formUnion(found)
            bounds[fact, default: Bounds()].hasSteps = true
        } else if hangs.direction(other) != 0 {
            bounds[fact, default: Bounds()].moving.append((other, distance))
        } else {
            return false
        }
        return true
    }

    /// An unknown event may be still to come; then it lies behind every day up to the day to judge by.
    mutating func event(comparedWith other: ValueID) {
        let needs = hangs.needs(.value(other))
        if needs.isDisjoint(with: [.day, .time, .pending, .unknown]) {
            let value = evaluator.value(other)
            if value.state == .known { add(value.value) }
        } else if needs != .day || plan.moved(other)?.distance == nil {
            isRestless = true
        }
    }

    /// All that a value can be; `nil` where that cannot be told.
    mutating func values(_ id: ValueID) -> Set<Int64>? {
        do throws(BudgetExceeded) {
            let possible = try possible.values(id)
            return possible.contains { $0.state == .unknown } ? nil : Set(possible.filter { $0.state == .known }.map(\.value))
        } catch {
            return nil
        }
    }

    mutating func entangle(_ id: NodeID) {
        var reach = Reach()
        reach.add(id, of: plan)
        for fact in reach.facts where fact != .asOf && fact != .asOfTime && frame[fact].state == .unknown { bounds[fact, default: Bounds()].isEntangled = true }
    }

    /// An unknown fact can tell apart how its bounds lie to each other: in order, the same, next to each other, or with room between.
    mutating func settle(_ bounds: Bounds, of fact: Place<Fact>) {
        guard !bounds.moving.isEmpty else { return }
        let areInStep = bounds.moving.allSatisfy { plan.moved($0.value)?.distance != nil }
        if bounds.isEntangled || bounds.hasSteps || !areInStep && bounds.moving.count > 1 { return isRestless = true }
        let unit: Int64 = plan.facts[fact].type == .integer ? 1_000_000 : 1
        for constant in bounds.constants {
            let values = Set((-2...2).map { constant &+ $0 * unit })
            for (value, distance) in bounds.moving { turn(value, Set(values.map { $0 &+ distance })) }
        }
    }
}
