/// The nodes of diagrams in flat arrays, with the operations on them.
///
/// As is usual, results of operations are kept in a table that forgets: an operation may be done twice, but never wrongly.
struct DiagramPool {
    enum Connective: UInt64 { case and, or }

    /// The variable of each node; the two constants lie below all variables.
    private var variables: [Int32] = [.max, .max]
    /// Where each node's children begin in `children`; one more entry than nodes.
    private var starts: [Int32] = [0, 0, 0]
    private var children: [DiagramNode] = []
    private var unique = NodeTable()
    private var applications = OperationCache()
    private var negations: [DiagramNode?] = [.yes, .no]
    /// The children of the nodes that are being made.
    private var stack: [DiagramNode] = []
    /// What `exists` has found in this round.
    private var found: [DiagramNode] = []
    private var rounds: [UInt32] = []
    /// The rounds in which `crossings` went through two conditions.
    private var crossed = OperationCache()
    private var round: UInt32 = 0
    private let budget: Int

    init(budget: Int) { self.budget = budget }

    private func span(_ node: DiagramNode) -> Range<Int> { Int(starts[Int(node.number)])..<Int(starts[Int(node.number) + 1]) }

    func variable(of node: DiagramNode) -> Int { Int(variables[Int(node.number)]) }

    func children(of node: DiagramNode) -> ArraySlice<DiagramNode> { children[span(node)] }

    mutating func literal(_ variable: Int, _ flags: [Bool]) throws(BudgetExceeded) -> DiagramNode {
        let base = stack.count
        for flag in flags { stack.append(flag ? .yes : .no) }
        return try make(Int32(variable), base)
    }

    /// The node of a variable with the children on the stack from a place on, which are taken off.
    private mutating func make(_ variable: Int32, _ base: Int) throws(BudgetExceeded) -> DiagramNode {
        defer { stack.removeLast(stack.count - base) }
        guard base < stack.count else { return .no }
        let first = stack[base]
        var areEqual = true
        var hash = UInt64(UInt32(bitPattern: variable)) &* 0x9E37_79B9_7F4A_7C15
        for place in base..<stack.count {
            let child = stack[place]
            if child != first { areEqual = false }
            hash = (hash ^ UInt64(UInt32(bitPattern: child.number))) &* 0xBF58_476D_1CE4_E5B9 &+ (hash >> 29)
        }
        if areEqual { return first }
        if let known = unique.find(hash, where: { isNode($0, variable, base) }) { return DiagramNode(number: known) }
        guard variables.count < budget else { throw BudgetExceeded() }
        let node = DiagramNode(number: Int32(variables.count))
        variables.append(variable)
        for place in base..<stack.count { children.append(stack[place]) }
        starts.append(Int32(children.count))
        negations.append(nil)
        unique.insert(hash, node.number)
        return node
    }

    private func isNode(_ number: Int32, _ variable: Int32, _ base: Int) -> Bool {
        guard variables[Int(number)] == variable else { return false }
        let own = span(DiagramNode(number: number))
        guard own.count == stack.count - base else { return false }
        for place in 0..<own.count where children[own.lowerBound + place] != stack[base + place] { return false }
        return true
    }

    mutating func not(_ node: DiagramNode) throws(BudgetExceeded) -> DiagramNode {
        if let known = negations[Int(node.number)] { return known }
        let base = stack.count
        for place in span(node) {
            let part = try not(children[place])
            stack.append(part)
        }
        let result = try make(variables[Int(node.number)], base)
        negations[Int(node.number)] = result
        negations[Int(result.number)] = node
        return result
    }

    /// The recursion is as deep as there are variables, which the vocabulary bounds.
    mutating func apply(_ connective: Connective, _ left: DiagramNode, _ right: DiagramNode) throws(BudgetExceeded) -> DiagramNode {
        let neutral: DiagramNode = connective == .and ? .yes : .no
        let absorbing: DiagramNode = connective == .and ? .no : .yes
        if left == absorbing || right == absorbing { return absorbing }
        if left == neutral || left == right { return right }
        if right == neutral { return left }
        let key = key(connective, left, right)
        if let known = applications[key] { return DiagramNode(number: known) }
        let (first, second) = (variables[Int(left.number)], variables[Int(right.number)])
        let variable = min(first, second)
        let (mine, other) = (span(left), span(right))
        let base = stack.count
        for value in 0..<(first == variable ? mine.count : other.count) {
            let part = try apply(
                connective, first == variable ? children[mine.lowerBound + value] : left,
                second == variable ? children[other.lowerBound + value] : right)
            stack.append(part)
        }
        let result = try make(variable, base)
        applications[key] = result.number
        return result
    }

    /// Whether two conditions can be true together. No node is made, and what is found first ends the search; that two exclude each other is kept
    /// as what their conjunction is.
    mutating func meets(_ left: DiagramNode, _ right: DiagramNode) -> Bool {
        if left == .no || right == .no { return false }
        // Whatever is not the node of falsehood is true somewhere.
        if left == .yes || right == .yes || left == right { return true }
        let key = key(.and, left, right)
        if let known = applications[key] { return DiagramNode(number: known) != .no }
        let (first, second) = (variables[Int(left.number)], variables[Int(right.number)])
        let (mine, other) = (span(left), span(right))
        for value in 0..<(first <= second ? mine.count : other.count) {
            let own = first <= second ? children[mine.lowerBound + value] : left
            if meets(own, second <= first ? children[other.lowerBound + value] : right) { return true }
        }
        applications[key] = DiagramNode.no.number
        return false
    }

    /// Adds the variables of which changing one alone leads from somewhere where the first condition is true to where the second is.
    ///
    /// - Precondition: The conditions are never true together.
    mutating func crossings(_ left: DiagramNode, _ right: DiagramNode, into found: inout Set<Int>) {
        round &+= 1
        collectCrossings(left, right, into: &found)
    }

    /// A variable that only one of them looks at cannot lead across, since what the other is true of would then be true of both; so constants and
    /// conditions that meet no more end the search, and each pair is gone through once for all variables.
    private mutating func collectCrossings(_ left: DiagramNode, _ right: DiagramNode, into found: inout Set<Int>) {
        if left.number <= 1 || right.number <= 1 { return }
        // Which side is which matters here.
        let key = UInt64(UInt32(bitPattern: left.number)) << 32 | UInt64(UInt32(bitPattern: right.number))
        if let seen = crossed[key], UInt32(bitPattern: seen) == round { return }
        crossed[key] = Int32(bitPattern: round)
        let (first, second) = (variables[Int(left.number)], variables[Int(right.number)])
        let (mine, other) = (span(left), span(right))
        if first == second, !found.contains(Int(first)) {
            search: for one in mine {
                for next in other where one - mine.lowerBound != next - other.lowerBound && meets(children[one], children[next]) {
                    found.insert(Int(first))
                    break search
                }
            }
        }
        for value in 0..<(first <= second ? mine.count : other.count) {
            let own = first <= second ? children[mine.lowerBound + value] : left
            collectCrossings(own, second <= first ? children[other.lowerBound + value] : right, into: &found)
        }
    }

    private func key(_ connective: Connective, _ left: DiagramNode, _ right: DiagramNode) -> UInt64 {
        let (low, high) = left.number < right.number ? (left, right) : (right, left)
        return connective.rawValue << 63 | UInt64(UInt32(bitPattern: low.number)) << 32 | UInt64(UInt32(bitPattern: high.number))
    }

    /// That one of several conditions is true of which no two ever are. All at once: one after the other would go through the whole result
    /// again for each.
    mutating func any(ofDisjoint nodes: [DiagramNode]) throws(BudgetExceeded) -> DiagramNode {
        if nodes.contains(.yes) { return .yes }
        let open = nodes.filter { $0 != .no }
        guard open.count > 2 else { return try open.count == 2 ? apply(.or, open[0], open[1]) : open.first ?? .no }
        let variable = open.reduce(Int32.max) { min($0, variables[Int($1.number)]) }
        var parts: [[DiagramNode]] = []
        for node in open where variables[Int(node.number)] == variable {
            let own = span(node)
            if parts.isEmpty { parts = Array(repeating: open.filter { variables[Int($0.number)] != variable }, count: own.count) }
            for place in own where children[place] != .no { parts[place - own.lowerBound].append(children[place]) }
        }
        let base = stack.count
        for nodes in parts {
            let part = try any(ofDisjoint: nodes)
            stack.append(part)
        }
        return try make(variable, base)
    }

    /// True where some value of the variable makes the condition true.
    mutating func exists(_ variable: Int, _ node: DiagramNode) throws(BudgetExceeded) -> DiagramNode {
        round &+= 1
        return try exists(Int32(variable), node)
    }

    private mutating func exists(_ variable: Int32, _ node: DiagramNode) throws(BudgetExceeded) -> DiagramNode {
        let (number, own) = (Int(node.number), variables[Int(node.number)])
        if own > variable { return node }
        while rounds.count <= number {
            rounds.append(0)
            found.append(.no)
        }
        if rounds[number] == round { return found[number] }
        var result = DiagramNode.no
        if own == variable {
            for place in span(node) where result != .yes { result = try apply(.or, result, children[place]) }
        } else {
            let base = stack.count
            for place in span(node) {
                let part = try exists(variable, children[place])
                stack.append(part)
            }
            result = try make(own, base)
        }
        rounds[number] = round
        found[number] = result
        return result
    }

    /// The condition with some variables settled.
    mutating func restrict(_ node: DiagramNode, _ values: [Int: Int]) throws(BudgetExceeded) -> DiagramNode {
        guard let last = values.keys.max() else { return node }
        round &+= 1
        return try restrict(node, values, Int32(last))
    }

    private mutating func restrict(_ node: DiagramNode, _ values: [Int: Int], _ last: Int32) throws(BudgetExceeded) -> DiagramNode {
        let (number, own) = (Int(node.number), variables[Int(node.number)])
        if own > last { return node }
        while rounds.count <= number {
            rounds.append(0)
            found.append(.no)
        }
        if rounds[number] == round { return found[number] }
        let result: DiagramNode
        if let value = values[Int(own)] {
            result = try restrict(children[span(node).lowerBound + value], values, last)
        } else {
            let base = stack.count
            for place in span(node) {
                let part = try restrict(children[place], values, last)
                stack.append(part)
            }
            result = try make(own, base)
        }
        rounds[number] = round
        found[number] = result
        return result
    }

    /// The variables that a condition looks at.
    func support(_ node: DiagramNode) -> Set<Int> {
        var seen = Array(repeating: false, count: variables.count)
        var variablesSeen: Set<Int> = []
        var waiting = [node]
        while let next = waiting.popLast() {
            guard next.number > 1, !seen[Int(next.number)] else { continue }
            seen[Int(next.number)] = true
            variablesSeen.insert(Int(variables[Int(next.number)]))
            waiting += children[span(next)]
        }
        return variablesSeen
    }
}
