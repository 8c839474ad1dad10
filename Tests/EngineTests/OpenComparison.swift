import Contract
import Vocabulary

/// A comparison whose truth nothing tells, with a cell that reference data leaves empty or a day still to come: how a value lies to a number,
/// or to another value and a number more.
struct OpenComparison: Hashable {
    enum Value: Hashable {
        case event(Reference.Slot)
        case other(Contract.Value, records: [Place<RecordList>: Int], Knowledge)
    }

    /// What a completion guesses of it.
    enum Way: Int { case before = -1, same, behind }

    let value: Value
    let other: Value?
    let number: Int128

    /// Whether two guesses can be true together: the numbers lie in their order.
    func fits(_ way: Way, _ guess: OpenComparison, _ other: Way) -> Bool {
        guard value == guess.value, self.other == guess.other else { return true }
        if number == guess.number { return way == other }
        if number > guess.number { return guess.fits(other, self, way) }
        switch (way, other) {
        case (.before, .before), (.same, .before): return true
        case (.before, _), (.same, _): return false
        // Nothing lies between two numbers next to each other.
        case (.behind, .before): return guess.number > number + 1
        case (.behind, _): return true
        }
    }

    /// What may be guessed beside other guesses.
    func ways(beside guesses: [OpenComparison: Way]) -> [Way] {
        var ways = [Way.before, .same, .behind]
        if case .other(.calendar(let step, _, _), _, _) = value, other == nil, let last: Int128 = [.weekday: 6, .isHoliday: 1][step] {
            if number <= 0 { ways.removeAll { $0 == .before } }
            if number >= last { ways.removeAll { $0 == .behind } }
        }
        return ways.filter { way in guesses.allSatisfy { fits(way, $0.key, $0.value) } }
    }
}

extension Reference {
    /// How two values lie to each other of which some are open.
    func guess(_ left: Value, _ mine: Knowledge, _ right: Value, _ other: Knowledge) -> OpenComparison.Way? {
        let (left, right) = (side(left, mine), side(right, other))
        func order(_ number: Int128) -> OpenComparison.Way { number < 0 ? .before : number > 0 ? .behind : .same }
        switch (left.value, right.value) {
        case (nil, nil): return order(left.move - right.move)
        case (let one?, let two?) where one == two: return order(left.move - right.move)
        case (let one?, let two?) where "\(one)" > "\(two)":
            return guessed(OpenComparison(value: two, other: one, number: left.move - right.move)).flatMap { .init(rawValue: -$0.rawValue) }
        case (let one?, let two): return guessed(OpenComparison(value: one, other: two, number: right.move - left.move))
        case (nil, let two?): return guessed(OpenComparison(value: two, other: nil, number: left.move - right.move)).flatMap { .init(rawValue: -$0.rawValue) }
        }
    }

    /// What is open of a value, and by how much it is moved.
    private func side(_ value: Value, _ knowledge: Knowledge) -> (value: OpenComparison.Value?, move: Int128) {
        if case .value(let known) = knowledge { return (nil, Int128(known)) }
        var (inner, move) = (value, Int128(0))
        while true {
            switch inner {
            case .fact(let fact): return (.event(slot(fact)), move)
            case .sum(let from, .constant(let count)): (inner, move) = (from, move + Int128(count))
            case .difference(let from, .constant(let count)): (inner, move) = (from, move - Int128(count))
            case .calendar(.addDays, let from, let count): (inner, move) = (from, move + Int128(count))
            default: return (.other(value, records: view.filter { mentions($0.key, value) }, knowledge), 0)
            }
        }
    }

    private func mentions(_ list: Place<RecordList>, _ value: Value) -> Bool {
        switch value {
        case .constant: false
        case .fact(let fact): contract.facts[fact].list == list
        case .sum(let left, let right), .difference(let left, let right), .product(let left, let right), .days(let left, let right):
            mentions(list, left) || mentions(list, right)
        case .calendar(_, let date, _): mentions(list, date)
        case .rounded(_, let factors, let divisors, _): (factors + divisors).contains { mentions(list, $0) }
        case .lookup(_, let keys, _): keys.contains { mentions(list, $0) }
        case .count, .total, .definition, .choice: true
        }
    }
}
