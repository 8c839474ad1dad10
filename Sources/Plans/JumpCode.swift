/// Turns conditions into tests that jump: `and`, `or` and `not` become the order of the tests.
struct JumpCode {
    private let plan: Plan
    private(set) var jumps: [StepTable.Jump] = []
    /// How many tests of a condition are written out; what is below a test that comes later is left to the tree.
    private static let most = 60

    init(_ plan: Plan) { self.plan = plan }

    /// Writes down that all of these are true, and returns where to begin.
    mutating func add(_ parts: [NodeID]) -> Int {
        var next = StepTable.Jump.isTrue
        let end = jumps.count + Self.most
        // From the last test to the first, since each must know where it leads.
        for part in parts.reversed() { next = add(part, yes: next, no: StepTable.Jump.isFalse, end) }
        return next
    }

    private mutating func add(_ id: NodeID, yes: Int, no: Int, _ end: Int) -> Int {
        let node = plan[id]
        var next: Int
        switch node.operation {
        case .and where jumps.count < end:
            next = yes
            for part in plan.parts(of: node).reversed() { next = add(part, yes: next, no: no, end) }
        case .or where jumps.count < end:
            next = no
            for part in plan.parts(of: node).reversed() { next = add(part, yes: yes, no: next, end) }
        case .not where jumps.count < end: next = add(NodeID(Int(node.first)), yes: no, no: yes, end)
        case .constantTruth: next = node.immediate == 1 ? yes : no
        default:
            next = jumps.count
            jumps.append(StepTable.Jump(node, yes: yes, no: no))
        }
        return next
    }
}
