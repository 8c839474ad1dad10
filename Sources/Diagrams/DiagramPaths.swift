/// Ways through a diagram.
extension DiagramPool {
    /// The values of some variables, other than their first, of which the fewest make a condition true; nil where nothing does.
    func fewest(of counted: Set<Int>, for node: DiagramNode) -> [Int: Int]? {
        var costs: [DiagramNode: Int] = [:]
        guard cost(node, counted, &costs) != nil else { return nil }
        var (found, next): ([Int: Int], DiagramNode) = ([:], node)
        while next != .yes {
            let variable = variable(of: next)
            var best: (value: Int, cost: Int, child: DiagramNode)?
            for (value, child) in children(of: next).enumerated() {
                guard let rest = cost(child, counted, &costs) else { continue }
                let own = rest + (value > 0 && counted.contains(variable) ? 1 : 0)
                if best.map({ own < $0.cost }) ?? true { best = (value, own, child) }
            }
            guard let best else { return nil }
            if best.value > 0, counted.contains(variable) { found[variable] = best.value }
            next = best.child
        }
        return found
    }

    /// How few there are from a node on; each node is looked at once.
    private func cost(_ node: DiagramNode, _ counted: Set<Int>, _ costs: inout [DiagramNode: Int]) -> Int? {
        if node == .yes { return 0 }
        if node == .no { return nil }
        // No way to the end is kept as more than there can be.
        if let known = costs[node] { return known == .max ? nil : known }
        let isCounted = counted.contains(variable(of: node))
        var best: Int?
        for (value, child) in children(of: node).enumerated() {
            guard let rest = cost(child, counted, &costs) else { continue }
            let own = rest + (value > 0 && isCounted ? 1 : 0)
            if best.map({ own < $0 }) ?? true { best = own }
        }
        costs[node] = best ?? .max
        return best
    }
}
