import Diagrams
import Plans
import Runtime
import Vocabulary

/// Whether what is open of comparisons may be taken comparison by comparison.
extension CompletionSearch {
    /// Something that distances lie between; all known values are one.
    private enum Point: Hashable {
        case known
        case open(OpenValue)
    }

    /// Two points that have to do with each other, and under which completions.
    private struct Link {
        let points: [Point]
        let condition: DiagramNode
    }

    /// Under which completions open distances hang on each other: where they lie in a ring (a to b, b to c and a to c), each of them follows from
    /// the others. Taken one by one they then say too much to be possible.
    mutating func rings() throws(BudgetExceeded) -> DiagramNode {
        if let known = knownRings { return known }
        let found = try findRings()
        knownRings = found
        return found
    }

    private func findRings() throws(BudgetExceeded) -> DiagramNode {
        var rings = DiagramNode.no
        var links: [Set<Point>: DiagramNode] = [:]
        var inside: [OpenValue: DiagramNode] = [:]
        for asked in orders.values {
            var other = Point.known
            if case .open(let value) = asked.distance.side { other = .open(value) }
            for case .open(let value) in [.open(asked.distance.value), other] { inside[value] = try diagram.or(inside[value] ?? .no, asked.condition) }
            let points: Set = [.open(asked.distance.value), other]
            let condition = links[points] ?? .no
            rings = try diagram.or(rings, try diagram.and(condition, asked.condition))
            links[points] = try diagram.or(condition, asked.condition)
        }
        guard links.count > 1 else { return rings }
        // A value hangs on the open values that it is made of.
        for (value, condition) in inside {
            for part in openParts(of: value) where inside[part] != nil { links[[.open(value), .open(part)]] = condition }
        }
        // Too many to go round.
        guard links.count <= Self.mostLinks else {
            for condition in links.values { rings = try diagram.or(rings, condition) }
            return rings
        }
        var rest = links.map { Link(points: Array($0.key), condition: $0.value) }
        while let link = rest.popLast() { try follow(from: link.points[0], to: link.points[1], link.condition, rest, &rings) }
        return rings
    }

    private static let mostLinks = 24

    /// Adds when links lead from one point to another.
    private func follow(
        from start: Point, to end: Point, _ condition: DiagramNode, _ links: [Link], _ rings: inout DiagramNode
    ) throws(BudgetExceeded) {
        if start == end { return rings = try diagram.or(rings, condition) }
        for (number, link) in links.enumerated() where link.points.contains(start) {
            let both = try diagram.and(condition, link.condition)
            guard both != .no, let next = link.points.first(where: { $0 != start }) else { continue }
            var others = links
            others.remove(at: number)
            try follow(from: next, to: end, both, others, &rings)
        }
    }

    /// The open values that a value is made of.
    private func openParts(of value: OpenValue) -> [OpenValue] {
        guard case .value(let id, let records, _) = value else { return [] }
        return orders.keys.flatMap { distance -> [OpenValue] in
            var values = [distance.value]
            if case .open(let other) = distance.side { values.append(other) }
            return values
        }.filter { part in
            guard part != value else { return false }
            switch part {
            case .event(let instance):
                var reach = Reach()
                reach.add(id, of: plan)
                return reach.facts.contains(instance.fact) && (plan.facts[instance.fact].list.map { instance.record == records[$0.value] } ?? true)
            case .value(let own, let inner, _): return own != id && plan.contains(id, own) && zip(inner, records).allSatisfy { $0 == $1 || $0 < 0 }
            }
        }
    }
}

extension Plan {
    /// Whether a value is made of another.
    fileprivate func contains(_ whole: ValueID, _ part: ValueID) -> Bool {
        var seen = NodeSet()
        var waiting = [NodeID.value(whole)]
        while let next = waiting.popLast() {
            if next == .value(part) { return true }
            guard seen.insert(next) else { continue }
            parts(of: next).append(to: &waiting)
        }
        return false
    }
}
