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
/// with many-valued variables as in Srinivasan et al., Algorithms for Discrete Function Manipulation, ICCAD 1990.
final class DecisionDiagram {
    private struct Body: Hashable {
        let variable: Int32
        let children: [DiagramNode]
    }

    private enum Connective: UInt8 { case and, or }

    private struct Application: Hashable {
        let connective: Connective
        let left: DiagramNode
        let right: DiagramNode
    }

    private var bodies: [Body] = [Body(variable: .max, children: []), Body(variable: .max, children: [])]
    private var known: [Body: DiagramNode] = [:]
    private var applications: [Application: DiagramNode] = [:]
    private var negations: [DiagramNode: DiagramNode] = [.no: .yes, .yes: .no]
    private let budget: Int

    init(budget: Int) { self.budget = budget }

    /// The condition that a variable has one of the values whose flags are set.
    func literal(_ variable: Int, _ flags: [Bool]) throws(BudgetExceeded) -> DiagramNode {
        try make(Int32(clamping: variable), flags.map { $0 ? .yes : .no })
    }

    private func make(_ variable: Int32, _ children: [DiagramNode]) throws(BudgetExceeded) -> DiagramNode {
        guard let first = children.first else { return .no }
        if children.allSatisfy({ $0 == first }) { return first }
        let body = Body(variable: variable, children: children)
        if let node = known[body] { return node }
        guard bodies.count < budget else { throw BudgetExceeded() }
        let node = DiagramNode(number: Int32(clamping: bodies.count))
        bodies.append(body)
        known[body] = node
        return node
    }

    func and(_ left: DiagramNode, _ right: DiagramNode) throws(BudgetExceeded) -> DiagramNode { try apply(.and, left, right) }

    func or(_ left: DiagramNode, _ right: DiagramNode) throws(BudgetExceeded) -> DiagramNode { try apply(.or, left, right) }

    func not(_ node: DiagramNode) throws(BudgetExceeded) -> DiagramNode {
        if let known = negations[node] { return known }
        let body = bodies[Int(node.number)]
        var children: [DiagramNode] = []
        children.reserveCapacity(body.children.count)
        for child in body.children { children.append(try not(child)) }
        let result = try make(body.variable, children)
        negations[node] = result
        return result
    }

    /// The recursion is as deep as there are variables, which the vocabulary bounds.
    private func apply(_ connective: Connective, _ left: DiagramNode, _ right: DiagramNode) throws(BudgetExceeded) -> DiagramNode {
        let neutral: DiagramNode = connective == .and ? .yes : .no
        let absorbing: DiagramNode = connective == .and ? .no : .yes
        if left == absorbing || right == absorbing { return absorbing }
        if left == neutral || left == right { return right }
        if right == neutral { return left }
        let key =
            left.number < right.number
            ? Application(connective: connective, left: left, right: right) : Application(connective: connective, left: right, right: left)
        if let known = applications[key] { return known }
        let (first, second) = (bodies[Int(left.number)], bodies[Int(right.number)])
        let variable = min(first.variable, second.variable)
        let width = first.variable == variable ? first.children.count : second.children.count
        var children: [DiagramNode] = []
        children.reserveCapacity(width)
        for value in 0..<width {
            children.append(
                try apply(
                    connective, first.variable == variable ? first.children[value] : left,
                    second.variable == variable ? second.children[value] : right))
        }
        let result = try make(variable, children)
        guard applications.count < 4 * budget else { throw BudgetExceeded() }
        applications[key] = result
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
        let body = bodies[Int(node.number)]
        if body.variable > variable { return node }
        if let result = known[node] { return result }
        var result: DiagramNode
        if body.variable == variable {
            result = .no
            for child in body.children { result = try or(result, child) }
        } else {
            var children: [DiagramNode] = []
            for child in body.children { children.append(try exists(variable, child, &known)) }
            result = try make(body.variable, children)
        }
        known[node] = result
        return result
    }

    /// The variables that a condition looks at.
    func support(_ node: DiagramNode) -> Set<Int> {
        var seen: Set<DiagramNode> = []
        var variables: Set<Int> = []
        var waiting = [node]
        while let next = waiting.popLast() {
            guard next.number > 1, seen.insert(next).inserted else { continue }
            let body = bodies[Int(next.number)]
            variables.insert(Int(body.variable))
            waiting += body.children
        }
        return variables
    }
}
