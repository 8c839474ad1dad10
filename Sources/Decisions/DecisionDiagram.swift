/// A node of a diagram: 0 is false, 1 is true.
struct DiagramNode: Hashable, Sendable {
    let number: Int32

    static let no = DiagramNode(number: 0)
    static let yes = DiagramNode(number: 1)
}

/// More nodes were needed than the budget allows.
struct BudgetExceeded: Error {}

/// Conditions over variables with finitely many values as reduced, ordered, shared diagrams: equal conditions are the same node, so
/// that "can this still be true?" is a comparison of numbers.
///
/// Source: R. E. Bryant, Graph-Based Algorithms for Boolean Function Manipulation, IEEE Transactions on Computers C-35(8), 1986;
/// with many-valued variables as in Srinivasan et al., Algorithms for Discrete Function Manipulation, ICCAD 1990. As is usual, results
/// of operations are kept in a table that forgets: an operation may be done twice, but never wrongly.
final class DecisionDiagram {
    private enum Connective: UInt64 { case and, or }

    /// The variable of each node; the two constants lie below all variables.
    private var variables: [Int32] = [.max, .max]
    /// Where each node's children begin in `children`; one more entry than nodes.
    private var starts: [Int32] = [0, 0, 0]
    private var children: [DiagramNode] = []
    private var unique: NodeTable
    private var applications = OperationCache()
    private var negations: [DiagramNode?] = [.yes, .no]
    private let budget: Int

    init(budget: Int) {
        self.budget = budget
        unique = NodeTable()
    }

    /// The condition that a variable has one of the values whose flags are set.
    func literal(_ variable: Int, _ flags: [Bool]) throws(BudgetExceeded) -> DiagramNode {
        try make(Int32(clamping: variable), flags.map { $0 ? .yes : .no })
    }

    private func span(_ node: DiagramNode) -> Range<Int> { Int(starts[Int(node.number)])..<Int(starts[Int(node.number) + 1]) }

    private func make(_ variable: Int32, _ own: [DiagramNode]) throws(BudgetExceeded) -> DiagramNode {
        guard let first = own.first else { return .no }
        if own.allSatisfy({ $0 == first }) { return first }
        var hash = UInt64(UInt32(bitPattern: variable)) &* 0x9E37_79B9_7F4A_7C15
        for child in own { hash = (hash ^ UInt64(UInt32(bitPattern: child.number))) &* 0xBF58_476D_1CE4_E5B9 &+ (hash >> 29) }
        if let known = unique.find(hash, where: { variables[Int($0)] == variable && children[span(DiagramNode(number: $0))].elementsEqual(own) }) {
            return DiagramNode(number: known)
        }
        guard variables.count < budget else { throw BudgetExceeded() }
        let node = DiagramNode(number: Int32(clamping: variables.count))
        variables.append(variable)
        children += own
        starts.append(Int32(clamping: children.count))
        negations.append(nil)
        unique.insert(hash, node.number)
        return node
    }

    func and(_ left: DiagramNode, _ right: DiagramNode) throws(BudgetExceeded) -> DiagramNode { try apply(.and, left, right) }

    func or(_ left: DiagramNode, _ right: DiagramNode) throws(BudgetExceeded) -> DiagramNode { try apply(.or, left, right) }

    func not(_ node: DiagramNode) throws(BudgetExceeded) -> DiagramNode {
        if let known = negations[Int(node.number)] { return known }
        var own: [DiagramNode] = []
        own.reserveCapacity(span(node).count)
        for place in span(node) { own.append(try not(children[place])) }
        let result = try make(variables[Int(node.number)], own)
        negations[Int(node.number)] = result
        negations[Int(result.number)] = node
        return result
    }

    /// The recursion is as deep as there are variables, which the vocabulary bounds.
    private func apply(_ connective: Connective, _ left: DiagramNode, _ right: DiagramNode) throws(BudgetExceeded) -> DiagramNode {
        let neutral: DiagramNode = connective == .and ? .yes : .no
        let absorbing: DiagramNode = connective == .and ? .no : .yes
        if left == absorbing || right == absorbing { return absorbing }
        if left == neutral || left == right { return right }
        if right == neutral { return left }
        let (low, high) = left.number < right.number ? (left, right) : (right, left)
        let key = connective.rawValue << 63 | UInt64(UInt32(bitPattern: low.number)) << 32 | UInt64(UInt32(bitPattern: high.number))
        if let known = applications[key] { return DiagramNode(number: known) }
        let (first, second) = (variables[Int(left.number)], variables[Int(right.number)])
        let variable = min(first, second)
        let (mine, other) = (span(left), span(right))
        let width = first == variable ? mine.count : other.count
        var own: [DiagramNode] = []
        own.reserveCapacity(width)
        for value in 0..<width {
            own.append(
                try apply(
                    connective, first == variable ? children[mine.lowerBound + value] : left,
                    second == variable ? children[other.lowerBound + value] : right))
        }
        let result = try make(variable, own)
        applications[key] = result.number
        return result
    }

    /// True where some value of the variable makes the condition true.
    func exists(_ variable: Int, _ node: DiagramNode) throws(BudgetExceeded) -> DiagramNode {
        var known: [DiagramNode: DiagramNode] = [:]
        return try exists(Int32(clamping: variable), node, &known)
    }

    private func exists(
        _ variable: Int32, _ node: DiagramNode, _ known: inout [DiagramNode: DiagramNode]
    ) throws(BudgetExceeded) -> DiagramNode {
        let own = variables[Int(node.number)]
        if own > variable { return node }
        if let result = known[node] { return result }
        var result: DiagramNode
        if own == variable {
            result = .no
            for place in span(node) { result = try or(result, children[place]) }
        } else {
            var parts: [DiagramNode] = []
            for place in span(node) { parts.append(try exists(variable, children[place], &known)) }
            result = try make(own, parts)
        }
        known[node] = result
        return result
    }

    /// The variables that a condition looks at.
    func support(_ node: DiagramNode) -> Set<Int> {
        var seen: Set<DiagramNode> = []
        var found: Set<Int> = []
        var waiting = [node]
        while let next = waiting.popLast() {
            guard next.number > 1, seen.insert(next).inserted else { continue }
            found.insert(Int(variables[Int(next.number)]))
            waiting += children[span(next)]
        }
        return found
    }
}
