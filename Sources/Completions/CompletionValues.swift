import Diagrams
import Plans
import Runtime
import Vocabulary

extension CompletionSearch {
    /// A fact compared with one value.
    mutating func comparing(
        _ id: ConditionID, _ fact: Place<Fact>, _ relation: Relation, _ other: (reading: Reading, side: Side), isSwapped: Bool = false
    ) throws(BudgetExceeded) -> DiagramNode {
        let asOf = frame[.asOf].value
        let isSample = plan.caseCount(plan.facts[fact].type) == nil
        // What stays open is a point of its own for each value.
        let sorts = try readings(of: fact) { reading -> Compared in
            let truth = isSwapped ? comparison(relation, other.reading, reading, asOf: asOf) : comparison(relation, reading, other.reading, asOf: asOf)
            return Compared(truth: truth, open: truth == .unknown ? reading : nil)
        }
        var cases: [DiagramNode] = []
        for (sort, condition) in sorts where sort.truth != .no {
            guard let open = sort.open else {
                cases.append(condition)
                continue
            }
            let own = side(fact, open, isSample: isSample)
            let (left, right) = isSwapped ? (other.side, own) : (own, other.side)
            cases.append(try diagram.and(condition, try order(id, left, relation, right, asked: condition)))
        }
        return try diagram.any(ofDisjoint: cases)
    }

    /// What a comparison comes to; where that is open, with which value.
    private struct Compared: Hashable {
        let truth: Truth
        let open: Reading?
    }

    private mutating func comparing(
        _ id: ConditionID, _ first: ValueID, _ left: [Guarded], _ relation: Relation, _ second: ValueID, _ right: [Guarded]
    ) throws(BudgetExceeded) -> DiagramNode {
        guard left.count * right.count <= 100_000 else { throw BudgetExceeded() }
        // A side has one value under each completion, so no two of these meet.
        var cases: [DiagramNode] = []
        for one in left {
            for other in right {
                let truth = comparison(relation, one.reading, other.reading, asOf: frame[.asOf].value)
                guard truth != .no else { continue }
                var both = try diagram.and(one.condition, other.condition)
                if truth == .unknown, both != .no {
                    both = try diagram.and(both, try order(id, side(first, one), relation, side(second, other), asked: both))
                }
                cases.append(both)
            }
        }
        return try diagram.any(ofDisjoint: cases)
    }

    /// Values that may be compared: a region's sample only where the comparison was asked about when the regions were made.
    mutating func comparable(_ id: ValueID, with other: ValueID? = nil) throws(BudgetExceeded) -> [Guarded] {
        let values = try values(id)
        return plan.isDirect(id) && other.map({ areInStep(id, $0) }) ?? true ? values : try blurred(values)
    }

    /// Two values compared of which one may be an unknown fact as it is, and the other a value that is the same under every completion.
    mutating func comparing(_ id: ConditionID, _ left: ValueID, _ right: ValueID, _ relation: Relation) throws(BudgetExceeded) -> DiagramNode {
        let (mine, other) = (openFact(left, right), openFact(right, left))
        if let mine, other == nil {
            let values = try comparable(right, with: left)
            if values.count == 1, values[0].condition == .yes { return try comparing(id, mine, relation, (values[0].reading, side(right, values[0]))) }
        } else if let other, mine == nil {
            let values = try comparable(left, with: right)
            if values.count == 1, values[0].condition == .yes {
                return try comparing(id, other, relation, (values[0].reading, side(left, values[0])), isSwapped: true)
            }
        }
        return try comparing(id, left, try comparable(left, with: right), relation, right, try comparable(right, with: left))
    }

    /// The fact that a side of a comparison is, where it is unknown and its regions are made for the other side.
    private func openFact(_ id: ValueID, _ other: ValueID) -> Place<Fact>? {
        guard case .fact(let fact) = plan[id], areInStep(id, other) else { return nil }
        return isStored(fact) ? nil : fact
    }

    /// Whether regions are made for a comparison of two values: steps along the calendar are of different lengths, so that two open days must
    /// not be moved by them.
    private func areInStep(_ id: ValueID, _ other: ValueID) -> Bool {
        guard let one = plan.moved(id), let other = plan.moved(other), Self.openCount(other.fact, plan, frame) > 0 else { return true }
        return one.distance != nil && other.distance != nil
    }

    /// Samples are no values to calculate with: what comes of them is not known.
    private mutating func blurred(_ values: [Guarded]) throws(BudgetExceeded) -> [Guarded] {
        guard values.contains(where: \.isSample) else { return values }
        isRough = true
        return try merged(values.map { $0.isSample ? Guarded(condition: $0.condition, reading: .unknown) : $0 })
    }

    private mutating func values(_ id: ValueID) throws(BudgetExceeded) -> [Guarded] {
        switch plan[id] {
        case .constant(let value): return [Guarded(condition: .yes, reading: Reading(.known, value))]
        case .fact(let fact): return try readings(of: fact)
        case .arithmetic(let operation, let first, let second):
            var (left, right) = (try values(first), try values(second))
            if !plan.isDirect(id) { (left, right) = (try blurred(left), try blurred(right)) }
            return try pairs(left, right) { arithmetic(operation, $0, $1) }
        case .rounded(let quotient): return try combined(plan[quotient.parts]) { rounded(quotient, $0) }
        case .calendar(let step, let date, let count):
            let dates = try values(date)
            return try merged(
                (plan.isDirect(id) ? dates : try blurred(dates)).map {
                    Guarded(condition: $0.condition, reading: stepped($0.reading, step, count: count), isSample: $0.isSample)
                })
        case .lookup(let table, let keys, let column):
            let isOutside = records.allSatisfy { $0 < 0 }
            if isOutside, let known = knownValues[id] { return known }
            let values = try lookup(table, Array(plan[keys]), Int(column))
            if isOutside { knownValues[id] = values }
            return values
        case .choice(let branches): return try choice(plan[branches])
        case .count(let list, let body):
            return try sum(over: list) { search throws(BudgetExceeded) in
                let counted = try search.condition(body)
                return [
                    Guarded(condition: counted, reading: Reading(.known, 1_000_000)),
                    Guarded(condition: try search.diagram.not(counted), reading: Reading(.known, 0)),
                ]
            }
        case .total(let list, let body):
            return try sum(over: list) { search throws(BudgetExceeded) in
                try search.blurred(try search.values(body)).map {
                    $0.reading.state == .inapplicable ? Guarded(condition: $0.condition, reading: Reading(.known, 0)) : $0
                }
            }
        }
    }

    /// Equal readings under one condition. A value has one reading under each completion, so no two conditions meet.
    private func merged(_ values: [Guarded]) throws(BudgetExceeded) -> [Guarded] {
        var places: [Reading: Int] = [:]
        var result: [Guarded] = []
        var conditions: [[DiagramNode]] = []
        for value in values where value.condition != .no {
            if let place = places[value.reading] {
                conditions[place].append(value.condition)
                result[place].isSample = result[place].isSample || value.isSample
            } else {
                places[value.reading] = result.count
                result.append(value)
                conditions.append([value.condition])
            }
        }
        for place in result.indices { result[place].condition = try diagram.any(ofDisjoint: conditions[place]) }
        return result
    }

    private func pairs(_ left: [Guarded], _ right: [Guarded], _ combine: (Reading, Reading) -> Reading) throws(BudgetExceeded) -> [Guarded] {
        guard left.count * right.count <= 100_000 else { throw BudgetExceeded() }
        var result: [Guarded] = []
        for one in left {
            for other in right {
                let both = try diagram.and(one.condition, other.condition)
                guard both != .no else { continue }
                result.append(
                    Guarded(condition: both, reading: combine(one.reading, other.reading), isSample: one.isSample || other.isSample))
            }
        }
        return try merged(result)
    }

    /// How many combinations of values are calculated with.
    static let mostCombinations = 10_000

    /// What comes of several values together; samples are no values to calculate with.
    private mutating func combined(_ parts: some Sequence<ValueID>, _ combine: ([Reading]) -> Reading) throws(BudgetExceeded) -> [Guarded] {
        var combinations: [(condition: DiagramNode, readings: [Reading])] = [(.yes, [])]
        for part in parts {
            let values = try blurred(try values(part))
            guard combinations.count * values.count <= Self.mostCombinations else { throw BudgetExceeded() }
            var next: [(condition: DiagramNode, readings: [Reading])] = []
            for combination in combinations {
                for value in values {
                    let both = try diagram.and(combination.condition, value.condition)
                    if both != .no { next.append((both, combination.readings + [value.reading])) }
                }
            }
            combinations = next
        }
        return try merged(combinations.map { Guarded(condition: $0.condition, reading: combine($0.readings)) })
    }

    private mutating func lookup(_ table: Place<ReferenceTable>, _ keys: [ValueID], _ column: Int) throws(BudgetExceeded) -> [Guarded] {
        let index = plan.tables[table].index
        func entry(_ keys: [Int64], _ open: KnowledgeState?) -> Reading {
            if let open { return Reading(open) }
            return index.row(for: keys, from: 0).flatMap { index.value($0, column) }.map { Reading(.known, $0) } ?? .unknown
        }
        /// How a key is not known; of several the first counts.
        func open(_ key: Reading) -> KnowledgeState? {
            switch key.state {
            case .known: nil
            case .pending, .unknown: .unknown
            case .inapplicable, .unexercised: key.state
            }
        }
        // Of the fact with the most values, all that lead to one entry are taken together; the values of other keys one by one.
        var most: (place: Int, fact: Place<Fact>, count: Int)?
        for (place, key) in keys.enumerated() {
            guard case .fact(let fact) = plan[key] else { continue }
            let count = try valueCount(of: fact)
            if count >= most?.count ?? 0 { most = (place, fact, count) }
        }
        var combinations: [(condition: DiagramNode, keys: [Reading])] = [(.yes, [])]
        for (place, key) in keys.enumerated() {
            let values = place == most?.place ? [Guarded(condition: .yes, reading: Reading(.known, 0))] : try comparable(key)
            guard combinations.count * values.count <= Self.mostLookups else { throw BudgetExceeded() }
            var next: [(condition: DiagramNode, keys: [Reading])] = []
            for combination in combinations {
                for value in values {
                    let both = try diagram.and(combination.condition, value.condition)
                    if both != .no { next.append((both, combination.keys + [value.reading])) }
                }
            }
            combinations = next
        }
        guard combinations.count * (most?.count ?? 1) <= Self.mostLookups else { throw BudgetExceeded() }
        var result: [Guarded] = []
        for combination in combinations {
            var keys = combination.keys.map(\.value)
            guard let most else {
                result.append(Guarded(condition: combination.condition, reading: entry(keys, combination.keys.lazy.compactMap(open).first)))
                continue
            }
            let before = combination.keys[..<most.place].lazy.compactMap(open).first
            let after = combination.keys[most.place...].lazy.compactMap(open).first
            let entries = try readings(of: most.fact) { key -> Reading in
                keys[most.place] = key.value
                return entry(keys, before ?? open(key) ?? after)
            }
            for (reading, condition) in entries { result.append(Guarded(condition: try diagram.and(combination.condition, condition), reading: reading)) }
        }
        return try merged(result)
    }

    /// How many rows are looked for in one table.
    private static let mostLookups = 50_000

    private mutating func choice(_ branches: ArraySlice<Branch>) throws(BudgetExceeded) -> [Guarded] {
        var rest = DiagramNode.yes
        var result: [Guarded] = []
        for branch in branches where rest != .no {
            let own = try condition(branch.condition)
            let here = try diagram.and(rest, own)
            if here != .no {
                for value in try values(branch.value) {
                    result.append(Guarded(condition: try diagram.and(here, value.condition), reading: value.reading, isSample: value.isSample))
                }
            }
            rest = try diagram.and(rest, try diagram.not(own))
        }
        if rest != .no { result.append(Guarded(condition: rest, reading: .unknown)) }
        return try merged(result)
    }

    /// The sum over the records of a list; what an open list comes to is not told.
    private mutating func sum(
        over list: Place<RecordList>, _ part: (inout Self) throws(BudgetExceeded) -> [Guarded]
    ) throws(BudgetExceeded) -> [Guarded] {
        guard frame.lists[list.value].isComplete else {
            isRough = true
            return [Guarded(condition: .yes, reading: .unknown)]
        }
        let outer = records[list.value]
        defer { records[list.value] = outer }
        var sums = [Guarded(condition: .yes, reading: Reading(.known, 0))]
        for record in 0..<frame.lists[list.value].recordCount {
            records[list.value] = record
            sums = try pairs(sums, try part(&self)) { arithmetic(.sum, $0, $1) }
        }
        return sums
    }
}
