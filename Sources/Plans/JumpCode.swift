/// Turns conditions into tests that jump: `and`, `or` and `not` become the order of the tests.
struct JumpCode {
    private let plan: Plan
    private(set) var jumps: [DecisionIndex.Jump] = []
    /// How many tests of a condition are written out; what is below a test that comes later is left to the tree.
    private static let most = 60

    init(_ plan: Plan) { self.plan = plan }

    /// Writes down that all of these are true, and returns where to begin.
    mutating func add(_ parts: [ConditionID]) -> Int {
        var next = DecisionIndex.Jump.isTrue
        let end = jumps.count + Self.most
        // From the last test to the first, since each must know where it leads.
        for part in parts.reversed() { next = add(part, yes: next, no: DecisionIndex.Jump.isFalse, end) }
        return next
    }

    private mutating func add(_ id: ConditionID, yes: Int, no: Int, _ end: Int) -> Int {
        let node = plan[id]
        if case .constant(let value) = node { return value ? yes : no }
        if jumps.count < end {
            switch node {
            case .and(let parts): return plan[parts].reversed().reduce(yes) { add($1, yes: $0, no: no, end) }
            case .or(let parts): return plan[parts].reversed().reduce(no) { add($1, yes: yes, no: $0, end) }
            case .not(let part): return add(part, yes: no, no: yes, end)
            case .constant, .isCase, .hasAny, .hasAll, .compare, .compareFact, .isPending, .isInapplicable, .holds, .applies, .outcome, .reading, .some,
                .every:
                break
            }
        }
        jumps.append(DecisionIndex.Jump(node, yes: yes, no: no))
        return jumps.count - 1
    }
}
