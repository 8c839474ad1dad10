/// A node of a diagram: 0 is false, 1 is true.
package struct DiagramNode: Hashable, Sendable {
    let number: Int32

    package static let no = DiagramNode(number: 0)
    package static let yes = DiagramNode(number: 1)
}

/// More nodes were needed than the budget allows.
package struct BudgetExceeded: Error {
    package init() {}
}

/// Conditions over variables with finitely many values as reduced, ordered, shared diagrams: equal conditions are the same node, so
/// that "can this still be true?" is a comparison of numbers.
///
/// Source: R. E. Bryant, Graph-Based Algorithms for Boolean Function Manipulation, IEEE Transactions on Computers C-35(8), 1986;
/// with many-valued variables as in Srinivasan et al., Algorithms for Discrete Function Manipulation, ICCAD 1990.
package final class DecisionDiagram {
    private var pool: DiagramPool

    /// - Parameter budget: how many nodes may be made; beyond them operations throw.
    package init(budget: Int) { pool = DiagramPool(budget: budget) }

    /// The condition that a variable has one of the values whose flags are set.
    package func literal(_ variable: Int, _ flags: [Bool]) throws(BudgetExceeded) -> DiagramNode { try pool.literal(variable, flags) }

    package func and(_ left: DiagramNode, _ right: DiagramNode) throws(BudgetExceeded) -> DiagramNode { try pool.apply(.and, left, right) }

    /// Whether two conditions can be true together: what `and` says, for less.
    package func meets(_ left: DiagramNode, _ right: DiagramNode) -> Bool { pool.meets(left, right) }

    /// Whether the second condition is true wherever the first is.
    package func isWithin(_ inner: DiagramNode, _ outer: DiagramNode) throws(BudgetExceeded) -> Bool { !pool.meets(inner, try pool.not(outer)) }

    /// Adds the variables of which changing one alone leads from somewhere where the first condition is true to where the second is.
    ///
    /// - Precondition: The conditions are never true together.
    package func crossings(_ left: DiagramNode, _ right: DiagramNode, into found: inout Set<Int>) { pool.crossings(left, right, into: &found) }

    package func or(_ left: DiagramNode, _ right: DiagramNode) throws(BudgetExceeded) -> DiagramNode { try pool.apply(.or, left, right) }

    /// That one of several conditions is true of which no two ever are.
    package func any(ofDisjoint nodes: [DiagramNode]) throws(BudgetExceeded) -> DiagramNode { try pool.any(ofDisjoint: nodes) }

    package func not(_ node: DiagramNode) throws(BudgetExceeded) -> DiagramNode { try pool.not(node) }

    /// True where some value of the variable makes the condition true.
    package func exists(_ variable: Int, _ node: DiagramNode) throws(BudgetExceeded) -> DiagramNode { try pool.exists(variable, node) }

    /// The condition with some variables settled.
    package func restrict(_ node: DiagramNode, _ values: [Int: Int]) throws(BudgetExceeded) -> DiagramNode { try pool.restrict(node, values) }

    /// The variables that a condition looks at.
    package func support(_ node: DiagramNode) -> Set<Int> { pool.support(node) }

    /// The values of some variables, other than their first, of which the fewest make a condition true; nil where nothing does.
    package func fewest(of counted: Set<Int>, for node: DiagramNode) -> [Int: Int]? { pool.fewest(of: counted, for: node) }
}
