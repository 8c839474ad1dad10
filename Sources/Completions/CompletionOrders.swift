import Diagrams
import Plans
import Runtime
import Vocabulary

/// Comparisons that nothing settles: with an event that is still to come, or with a value that cannot be told. All comparisons of one distance
/// share what is open of it, so that those that exclude each other do so here too.
extension CompletionSearch {
    /// A side of a comparison, and by how much it is moved.
    struct Side {
        let side: OpenSide
        let move: Int128
    }

    /// What is asked of one distance.
    struct AskedDistance {
        let distance: OpenDistance
        /// In their order.
        var bounds: [Bound] = []
        /// Under which completions it is asked for.
        var condition = DiagramNode.no
    }

    /// Under which completions a distance lies below, at and above a bound; no two of them meet, and one always is.
    struct Bound {
        let bound: Int128
        var ways: [DiagramNode]
    }

    func side(_ fact: Place<Fact>, _ reading: Reading, isSample: Bool, of id: ValueID? = nil, movedBy distance: Int64 = 0) -> Side {
        let instance = FactInstance(fact: fact, record: record(of: fact))
        guard reading.state == .known else { return Side(side: .open(.event(instance)), move: Int128(distance)) }
        return isSample
            ? Side(side: .sample(instance, of: id, reading.value &- distance), move: Int128(distance)) : Side(side: .known, move: Int128(reading.value))
    }

    func known(_ value: Int64) -> (reading: Reading, side: Side) { (Reading(.known, value), Side(side: .known, move: Int128(value))) }

    mutating func side(_ id: ValueID, _ value: Guarded) -> Side {
        if let moved = plan.moved(id), let distance = moved.distance { return side(moved.fact, value.reading, isSample: value.isSample, movedBy: distance) }
        guard value.reading.state == .known else { return Side(side: .open(.value(id, records: view(of: id), value.reading.state)), move: 0) }
        guard value.isSample, let fact = plan.sampled(id) else { return Side(side: .known, move: Int128(value.reading.value)) }
        return side(fact, value.reading, isSample: true, of: id)
    }

    /// The records in view of the lists that a value looks at.
    private mutating func view(of id: ValueID) -> [Int] {
        let lists: Set<Place<RecordList>>
        if let known = viewedLists[id] {
            lists = known
        } else {
            var reach = Reach()
            reach.add(id, of: plan)
            lists = reach.lists.union(reach.facts.compactMap { plan.facts[$0].list })
            viewedLists[id] = lists
        }
        return records.indices.map { lists.contains(Place($0)) ? records[$0] : -1 }
    }

    /// Under which completions two sides of which one is open lie so to each other.
    ///
    /// - Parameter asked: when they are compared.
    mutating func order(
        _ id: ConditionID, _ left: Side, _ relation: Relation, _ right: Side, asked: DiagramNode
    ) throws(BudgetExceeded) -> DiagramNode {
        let (value, side, bound, isSwapped): (OpenValue, OpenSide, Int128, Bool)
        switch (left.side, right.side) {
        case (.open(let one), .open(let other)) where one == other: return truth(relation.holds(left.move < right.move ? 0 : left.move == right.move ? 1 : 2))
        case (.open(let one), .open(let other)) where orders[OpenDistance(value: other, side: .open(one))] == nil:
            (value, side, bound, isSwapped) = (one, right.side, right.move - left.move, false)
        case (.open(let one), .known), (.open(let one), .sample): (value, side, bound, isSwapped) = (one, right.side, right.move - left.move, false)
        case (_, .open(let other)): (value, side, bound, isSwapped) = (other, left.side, left.move - right.move, true)
        case (.known, _), (.sample, _): preconditionFailure("two values that are known lie so to each other or not")
        }
        let distance = OpenDistance(value: value, side: side)
        let bounds = try self.bound(bound, of: distance, asked: asked)
        let asker = Key(condition: id, records: records)
        let order = OpenOrder(distance: distance, bound: bound)
        if askers[order]?.contains(asker) != true { askers[order, default: []].append(asker) }
        return try diagram.any(ofDisjoint: (0...2).filter { relation.holds(isSwapped ? 2 - $0 : $0) }.map { bounds.ways[$0] })
    }

    private mutating func bound(_ bound: Int128, of distance: OpenDistance, asked: DiagramNode) throws(BudgetExceeded) -> Bound {
        var own = orders[distance] ?? AskedDistance(distance: distance)
        let before = own.condition
        own.condition = try diagram.or(own.condition, asked)
        if own.condition != before || own.bounds.isEmpty { knownRings = nil }
        defer { orders[distance] = own }
        let place = own.bounds.firstIndex { $0.bound >= bound } ?? own.bounds.count
        if place < own.bounds.count, own.bounds[place].bound == bound { return own.bounds[place] }
        let (low, high) = (place > 0 ? own.bounds[place - 1] : nil, place < own.bounds.count ? own.bounds[place] : nil)
        // What the bounds on both sides say already; the room between them is open.
        let below = try low.map { low throws(BudgetExceeded) in try diagram.or(low.ways[0], low.ways[1]) } ?? .no
        let above = try high.map { high throws(BudgetExceeded) in try diagram.or(high.ways[1], high.ways[2]) } ?? .no
        var ways = [below, .no, above]
        let room = try diagram.and(try diagram.not(below), try diagram.not(above))
        // Nothing lies between two numbers next to each other.
        let range = plan.range(of: distance)
        var open: [Int] = []
        if low?.bound != bound - 1, range.map({ bound > $0.lowerBound }) ?? true { open.append(0) }
        if range?.contains(bound) ?? true { open.append(1) }
        if high?.bound != bound + 1, range.map({ bound < $0.upperBound }) ?? true { open.append(2) }
        if room != .no, let only = open.first, open.count == 1 {
            ways[only] = try diagram.or(ways[only], room)
        } else if room != .no {
            let source = VariableSource.order(OpenOrder(distance: distance, bound: bound))
            let variable = add(source)
            domains[variable] = open.map { Reading(.known, Int64($0)) }
            for way in open {
                let own = try diagram.and(room, try diagram.literal(variable, open.map { $0 == way }))
                ways[way] = try diagram.or(ways[way], own)
            }
        }
        let result = Bound(bound: bound, ways: ways)
        own.bounds.insert(result, at: place)
        return result
    }
}

extension Relation {
    /// Whether it is true of values that lie so: before each other, the same, behind each other.
    fileprivate func holds(_ way: Int) -> Bool { rawValue >> UInt8(way) & 1 == 1 }
}

extension Plan {
    /// The fact whose regions a value shows.
    fileprivate func sampled(_ id: ValueID) -> Place<Fact>? {
        if let moved = moved(id) { return moved.fact }
        if case .calendar(_, let date, _) = self[id] { return moved(date)?.fact }
        return nil
    }

    /// Between which numbers a distance lies, where that is known.
    fileprivate func range(of distance: OpenDistance) -> ClosedRange<Int128>? {
        guard distance.side == .known, case .value(let id, _, _) = distance.value, case .calendar(let step, _, _) = self[id] else { return nil }
        switch step.traits.to {
        case .weekday: return 0...6
        case .truth: return 0...1
        case .day, .month, .dayCount: return nil
        }
    }
}
