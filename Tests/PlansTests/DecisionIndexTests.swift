import Plans
import Runtime
import Samples
import Testing
import Vocabulary

@Suite("The index of a decision")
struct DecisionIndexTests {
    private static let head = """
        規約 見本 { 当事者 甲, 乙 }
        列挙 種 { 赤 ; 青 ; 黄 }
        事実 物 「物」 { a : 真偽 「a」 問 「a」 ; b : 真偽 「b」 問 「b」 ; 色 : 種 「色」 問 「色」 }
        判定 可否 { 結果 否, 別 ; 順位 ; 既定 可 }
        第1条 「一」

        """

    /// What is known: a, b and the color.
    private struct Facts {
        let a: Bool
        let b: Bool
        let color: Int
        static let all = [false, true].flatMap { a in [false, true].flatMap { b in (0..<3).map { Facts(a: a, b: b, color: $0) } } }
    }

    /// Whether a condition on these facts is true, from the tree.
    private func isTrue(_ node: ConditionNode, _ plan: Plan, _ facts: Facts) -> Bool {
        switch node {
        case .constant(let value): value
        case .and(let parts): plan[parts].allSatisfy { isTrue(plan[$0], plan, facts) }
        case .or(let parts): plan[parts].contains { isTrue(plan[$0], plan, facts) }
        case .not(let part): !isTrue(plan[part], plan, facts)
        case .isCase(let fact, let cases, _):
            plan.caseSets[cases].contains(plan.facts[fact].name == "物.a" ? (facts.a ? 1 : 0) : plan.facts[fact].name == "物.b" ? (facts.b ? 1 : 0) : facts.color)
        case .hasAny, .hasAll, .compare, .compareFact, .isPending, .isInapplicable, .holds, .applies, .outcome, .reading, .some, .every: false
        }
    }

    private func isSet(_ step: Int, _ blocks: some RandomAccessCollection<DecisionIndex.Block>) -> Bool {
        guard step >> 8 < blocks.count else { return false }
        return blocks[blocks.index(blocks.startIndex, offsetBy: step >> 8)][step >> 6 & 3] >> UInt64(step & 63) & 1 == 1
    }

    /// Which entries the index and the tests after it say to be true.
    private func held(_ index: DecisionIndex, _ plan: Plan, _ facts: Facts) -> [Bool] {
        index.entries.indices.map { step in
            let entry = index.entries[step]
            guard entry.condition != nil, isSet(step, index.all) else { return false }
            for field in index.fields {
                let value: Int =
                    switch field.kind {
                    case .condition: isTrue(plan[ConditionID(Int(field.number))], plan, facts) ? 1 : 0
                    case .interpretation: 0
                    case .fact:
                        switch plan.facts[Int(field.number)].name {
                        case "物.a": facts.a ? 1 : 0
                        case "物.b": facts.b ? 1 : 0
                        default: facts.color
                        }
                    }
                let start = Int(field.start) + (1 + value) * index.all.count
                if !isSet(step, index.rows[start..<start + index.all.count]) { return false }
            }
            var place = Int(entry.code)
            while place >= 0 {
                let jump = index.code[place]
                place = Int(isTrue(jump.node, plan, facts) ? jump.yes : jump.no)
            }
            return place == DecisionIndex.Jump.isTrue
        }
    }

    private static let conditions: [(text: String, isTrue: @Sendable (Facts) -> Bool)] = [
        ("物.a", { $0.a }), ("物.a でない", { !$0.a }), ("物.a かつ 物.色 = 赤", { $0.a && $0.color == 0 }), ("物.a または 物.色 = 青", { $0.a || $0.color == 1 }),
        ("物.色 ≠ 赤", { $0.color != 0 }), ("(物.色 = 赤) でない", { $0.color != 0 }), ("物.色 = 赤 または 物.色 = 黄", { $0.color != 1 }),
        ("(物.a または 物.b) かつ 物.色 = 赤", { ($0.a || $0.b) && $0.color == 0 }), ("(物.a または 物.b) かつ 物.色 = 青", { ($0.a || $0.b) && $0.color == 1 }),
        ("(物.a かつ 物.b) でない", { !($0.a && $0.b) }), ("((物.a または 物.色 = 赤) かつ 物.b) でない かつ 物.色 ≠ 黄", { !(($0.a || $0.color == 0) && $0.b) && $0.color != 2 }),
        ("物.a または 物.b かつ (物.色 = 赤) でない", { $0.a || $0.b && $0.color != 0 }), ("真", { _ in true }), ("物.a かつ 物.a でない", { _ in false }),
    ]

    @Test("What the index leaves and the tests confirm are the rules that hold, whatever the facts")
    func holds() throws {
        let rules = Self.conditions.enumerated().map { "規則 r\($0.offset) { もし \($0.element.text) ならば 可否 = 否 }" }.joined(separator: "\n")
        let sample = try Sample(Self.head + rules)
        let index = sample.plan.program(try sample.decision("可否")).table
        #expect(index.entries.count == Self.conditions.count)
        for facts in Facts.all {
            let held = held(index, sample.plan, facts)
            for (step, entry) in index.entries.enumerated() {
                #expect(held[step] == Self.conditions[Int(entry.rule)].isTrue(facts), "\(Self.conditions[Int(entry.rule)].text) \(facts)")
            }
        }
    }

    @Test("Where a fact does not apply only conditions that are true without it are left")
    func absent() throws {
        let sample = try Sample(Self.head + "規則 い { もし 物.色 = 赤 ならば 可否 = 否 }\n規則 ろ { もし (物.色 = 赤) でない ならば 可否 = 否 }\n規則 は { もし 物.a ならば 可否 = 否 }")
        let index = sample.plan.program(try sample.decision("可否")).table
        let color = try sample.fact("物.色")
        let field = try #require(index.fields.first { $0.kind == .fact && Int($0.number) == color.value })
        #expect(field.caseCount == 3)
        func rules(_ row: Int) -> Set<Int32> {
            let start = Int(field.start) + row * index.all.count
            return Set(index.entries.indices.filter { isSet($0, index.rows[start..<start + index.all.count]) }.map { index.entries[$0].rule })
        }
        // First those that the field can rule out, then those that each value leaves, last those that are left without one.
        #expect(rules(0) == [0, 1] && rules(1) == [0, 2] && rules(2) == [1, 2] && rules(3) == [1, 2] && rules(4) == [1, 2])
    }

    @Test("A rule that yields is one entry behind what defeats it; where someone asks whether it holds it is two")
    func defeated() throws {
        let rules = "規則 本 { もし 物.a ならば 可否 = 否 }\n規則 但 { もし 物.b ならば 可否 = 別 ; 優先 規則 本 }\n"
        func rulesOf(_ more: String) throws -> [[Int]] {
            let sample = try Sample(Self.head + rules + more)
            let index = sample.plan.program(try sample.decision("可否")).table
            for entry in index.entries where entry.defeaterCount > 0 {
                #expect(entry.isApplied && index.defeaters[Int(entry.firstDefeater)..<Int(entry.firstDefeater + entry.defeaterCount)] == [1])
            }
            return index.entries.map { [Int($0.rule), $0.condition == nil ? 0 : 1, $0.isApplied ? 1 : 0] }
        }
        #expect(try rulesOf("") == [[1, 1, 1], [0, 1, 1]])
        let asked = try rulesOf("規則 問 { もし 規則 本 が 成立 ならば 可否 = 別 }")
        #expect(asked.filter { $0[0] == 0 } == [[0, 1, 0], [0, 0, 1]])
    }

    @Test("What can never hold has no entry, but its decision is settled all the same")
    func never() throws {
        let sample = try Sample(Self.head + "規則 い { もし 偽 ならば 可否 = 否 }")
        let index = sample.plan.program(try sample.decision("可否")).table
        #expect(index.entries.isEmpty && index.all.isEmpty && index.decisions == [0] && index.held == [1] && index.applied == [1])
    }

    @Test("More rules than a block has bits are in several", arguments: [256, 257])
    func blocks(count: Int) throws {
        let rules = (0..<count).map { "規則 r\($0) { もし 物.色 = \($0 % 2 == 0 ? "赤" : "青") ならば 可否 = 否 }" }.joined(separator: "\n")
        let sample = try Sample(Self.head + rules)
        let index = sample.plan.program(try sample.decision("可否")).table
        #expect(index.all.count == (count == 256 ? 1 : 2))
        let held = held(index, sample.plan, Facts(a: false, b: false, color: 1))
        #expect(held.enumerated().allSatisfy { $0.element == !index.entries[$0.offset].rule.isMultiple(of: 2) } && held.count == count)
    }
}
