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
    private var pool: DiagramPool

    init(budget: Int) { pool = DiagramPool(budget: budget) }

    /// The condition that a variable has one of the values whose flags are set.
    func literal(_ variable: Int, _ flags: [Bool]) throws(BudgetExceeded) -> DiagramNode { try pool.literal(variable, flags) }

    func and(_ left: DiagramNode, _ right: DiagramNode) throws(BudgetExceeded) -> DiagramNode { try pool.apply(.and, left, right) }

    func or(_ left: DiagramNode, _ right: DiagramNode) throws(BudgetExceeded) -> DiagramNode { try pool.apply(.or, left, right) }

    /// That one of several conditions is true of which no two ever are.
    func any(ofDisjoint nodes: [DiagramNode]) throws(BudgetExceeded) -> DiagramNode { try pool.any(ofDisjoint: nodes) }

    func not(_ node: DiagramNode) throws(BudgetExceeded) -> DiagramNode { try pool.not(node) }

    /// True where some value of the variable makes the condition true.
    func exists(_ variable: Int, _ node: DiagramNode) throws(BudgetExceeded) -> DiagramNode { try pool.exists(variable, node) }

    /// The condition with some variables settled.
    func restrict(_ node: DiagramNode, _ values: [Int: Int]) throws(BudgetExceeded) -> DiagramNode { try pool.restrict(node, values) }

    /// The variables that a condition looks at.
    func support(_ node: DiagramNode) -> Set<Int> { pool.support(node) }
}
