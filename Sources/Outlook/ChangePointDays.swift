import Completions
import Diagrams
import Plans
import Runtime
import Vocabulary

/// The days on which values turn.
extension ChangePoints {
    mutating func add(_ days: Int64...) { self.days.formUnion(days) }

    /// The first day from which a value lies at a bound or beyond it.
    mutating func day(_ id: ValueID, _ direction: Int, reaches bound: Int64) -> Int64 {
        if case .fact = plan[id] { return bound }
        var (low, high) = (first, last + 1)
        while low < high {
            let middle = low + (high - low) / 2
            evaluator.judge(on: middle, at: nil)
            let reading = evaluator.value(id)
            // Where the calendar ends nothing is known any more.
            if reading.state != .known || (direction > 0 ? reading.value >= bound : reading.value <= bound) { high = middle } else { low = middle + 1 }
        }
        evaluator.judge(on: first, at: nil)
        return low
    }

    /// The days on which a value that only rises, or only falls, comes to some bounds and leaves them.
    mutating func turn(_ id: ValueID, _ bounds: Set<Int64>) {
        let direction = hangs.direction(id)
        for bound in bounds { for next in [bound, bound &+ Int64(direction), Int64(direction) * .max] { days.insert(day(id, direction, reaches: next)) } }
    }

    /// The days on which something takes another step, where it stays the same between them; `nil` where it moves otherwise.
    mutating func steps(_ id: NodeID) -> Set<Int64>? {
        let needs = hangs.needs(id)
        if needs.isDisjoint(with: .moment) { return [] }
        guard !needs.contains(.time), !needs.contains(.unknown), case .value(let value) = id else { return nil }
        switch plan[value] {
        case .arithmetic, .rounded, .calendar:
            var found: Set<Int64> = []
            for part in plan.parts(of: id) {
                guard let own = steps(part) else { return nil }
                found.formUnion(own)
            }
            return found
        case .lookup(let place, let keys, _):
            let table = plan.tables[place]
            guard table.isLatest, let key = plan[keys].first, hangs.direction(key) == 1 else { return nil }
            var begins = Set(
                table.rows.compactMap { row -> Int64? in
                    if case .value(let day)? = row.keys.first { day } else { nil }
                })
            if let until = table.until { begins.insert(until + 1) }
            return Set(begins.map { day(key, 1, reaches: $0) })
        case .constant, .fact, .count, .total, .choice: return nil
        }
    }
}
