import Diagrams
import Testing

/// Diagrams against the tables of all assignments.
@Suite("Decision diagrams")
struct DiagramTests {
    /// How many values each variable has.
    private static let domains = [2, 3, 2, 4]
    private static let assignments: [[Int]] = domains.reduce([[]]) { all, count in all.flatMap { one in (0..<count).map { one + [$0] } } }

    /// A condition, and for which assignments it is true.
    private struct Tabled {
        var node: DiagramNode
        var table: [Bool]
    }

    /// SplitMix64 (G. L. Steele et al., OOPSLA 2014).
    private struct Dice: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
            return mixed ^ mixed >> 31
        }
    }

    private static func literal(_ diagram: DecisionDiagram, _ dice: inout Dice) throws -> Tabled {
        let variable = Int.random(in: domains.indices, using: &dice)
        let flags = (0..<domains[variable]).map { _ in Bool.random(using: &dice) }
        return Tabled(node: try diagram.literal(variable, flags), table: assignments.map { flags[$0[variable]] })
    }

    @Test("Whatever is made of conditions is true where the tables say, and equal conditions are one node", arguments: 0..<40)
    func tables(seed: Int) throws {
        var dice = Dice(state: UInt64(seed))
        let diagram = DecisionDiagram(budget: 100_000)
        var known: [Tabled] = []
        for _ in 0..<6 { known.append(try Self.literal(diagram, &dice)) }
        for _ in 0..<60 {
            let (left, right) = (known.randomElement(using: &dice), known.randomElement(using: &dice))
            guard let left, let right else { return }
            switch Int.random(in: 0..<6, using: &dice) {
            case 0: known.append(Tabled(node: try diagram.and(left.node, right.node), table: zip(left.table, right.table).map { $0 && $1 }))
            case 1: known.append(Tabled(node: try diagram.or(left.node, right.node), table: zip(left.table, right.table).map { $0 || $1 }))
            case 2: known.append(Tabled(node: try diagram.not(left.node), table: left.table.map { !$0 }))
            case 3:
                let variable = Int.random(in: Self.domains.indices, using: &dice)
                let table = Self.assignments.map { one in
                    zip(Self.assignments, left.table).contains { other, isTrue in
                        isTrue && one.indices.allSatisfy { $0 == variable || one[$0] == other[$0] }
                    }
                }
                known.append(Tabled(node: try diagram.exists(variable, left.node), table: table))
            case 4:
                let variable = Int.random(in: Self.domains.indices, using: &dice)
                let value = Int.random(in: 0..<Self.domains[variable], using: &dice)
                let table = Self.assignments.map { one in
                    zip(Self.assignments, left.table).contains { other, isTrue in
                        isTrue && other[variable] == value && one.indices.allSatisfy { $0 == variable || one[$0] == other[$0] }
                    }
                }
                known.append(Tabled(node: try diagram.restrict(left.node, [variable: value]), table: table))
            default:
                let apart = try diagram.and(right.node, try diagram.not(left.node))
                known.append(
                    Tabled(node: try diagram.any(ofDisjoint: [left.node, apart]), table: zip(left.table, right.table).map { $0 || $1 }))
            }
        }
        var nodes: [[Bool]: DiagramNode] = [:]
        for one in known {
            #expect((one.node == .yes) == one.table.allSatisfy { $0 })
            #expect((one.node == .no) == one.table.allSatisfy { !$0 })
            #expect(nodes[one.table, default: one.node] == one.node)
            nodes[one.table] = one.node
            let support = Self.domains.indices.filter { variable in
                Self.assignments.indices.contains { number in
                    Self.assignments.indices.contains { other in
                        one.table[number] != one.table[other]
                            && Self.domains.indices.allSatisfy { $0 == variable || Self.assignments[number][$0] == Self.assignments[other][$0] }
                    }
                }
            }
            #expect(diagram.support(one.node) == Set(support))
            // The fewest of two variables that must leave their first value.
            let counted: Set = [1, 3]
            let fewest = zip(Self.assignments, one.table).filter(\.1).map { assignment, _ in counted.count { assignment[$0] > 0 } }.min()
            let found = diagram.fewest(of: counted, for: one.node)
            #expect(found?.count == fewest && found?.keys.allSatisfy(counted.contains) ?? true)
            if let found {
                let fixed = found.merging(counted.subtracting(found.keys).map { ($0, 0) }) { one, _ in one }
                #expect(try diagram.restrict(one.node, fixed) != .no)
            }
        }
        // Two tables, two nodes.
        #expect(Set(nodes.values).count == nodes.count)
    }

    @Test("What meets, what lies within what and what leads across is as the tables have it", arguments: 0..<40)
    func pairs(seed: Int) throws {
        var dice = Dice(state: UInt64(seed))
        let diagram = DecisionDiagram(budget: 100_000)
        func random() throws -> Tabled {
            var one = try Self.literal(diagram, &dice)
            for _ in 0..<5 {
                let next = try Self.literal(diagram, &dice)
                if Bool.random(using: &dice) {
                    one = Tabled(node: try diagram.and(one.node, next.node), table: zip(one.table, next.table).map { $0 && $1 })
                } else {
                    one = Tabled(node: try diagram.or(one.node, next.node), table: zip(one.table, next.table).map { $0 || $1 })
                }
            }
            return one
        }
        for _ in 0..<30 {
            let (left, right) = (try random(), try random())
            #expect(diagram.meets(left.node, right.node) == zip(left.table, right.table).contains { $0 && $1 })
            #expect(try diagram.isWithin(left.node, right.node) == zip(left.table, right.table).allSatisfy { !$0 || $1 })
            // Made only after it was asked: what was kept of the question is no wrong answer to the operation.
            let both = try diagram.and(left.node, right.node)
            #expect((both != .no) == diagram.meets(left.node, right.node))
            // Two parts of the first that exclude each other.
            let apart = try diagram.and(left.node, try diagram.not(right.node))
            let (inside, outside) = (zip(left.table, right.table).map { $0 && $1 }, zip(left.table, right.table).map { $0 && !$1 })
            let crossing = Self.domains.indices.filter { variable in
                Self.assignments.indices.contains { number in
                    inside[number]
                        && Self.assignments.indices.contains { other in
                            outside[other]
                                && Self.domains.indices.allSatisfy { $0 == variable || Self.assignments[number][$0] == Self.assignments[other][$0] }
                        }
                }
            }
            var found: Set<Int> = []
            diagram.crossings(both, apart, into: &found)
            #expect(found == Set(crossing))
        }
    }

    @Test("Beyond the budget an operation throws, and what was made before stays right")
    func budget() throws {
        let diagram = DecisionDiagram(budget: 12)
        var whole = DiagramNode.yes
        var failed = false
        for variable in 0..<40 where !failed {
            do {
                whole = try diagram.and(whole, try diagram.literal(variable, [variable % 2 == 0, variable % 2 == 1]))
            } catch {
                failed = true
            }
        }
        #expect(failed)
        #expect(try diagram.and(whole, .yes) == whole)
        #expect(try diagram.or(whole, .no) == whole)
    }
}
