import Contract
import Decisions
import Diagnostics
import Explanation
import Foundation
import Kiyaku
import Norms
import PlanFiles
import Plans
import Proofs
import RuleTesting
import Runtime
import Testing
import Vocabulary

/// Plans that are kept as bytes.
@Suite("Kept plans")
struct PlanFileTests {
    private static let programs = CorpusTests.good.map { Program(file: $0) }

    @Test("A plan comes back as it was, and answers as it did", arguments: programs)
    func sameAnswers(program: Program) throws {
        let compilation = program.compiled()
        let (plan, contract) = (try #require(compilation.plan), try #require(compilation.contract))
        let bytes = PlanFile.bytes(plan)
        let again = try PlanFile.plan(bytes)
        #expect(PlanFile.bytes(again) == bytes)
        let failures = RuleTestRunner(Decider(again)).run(contract.tests).filter { !$0.isPassed }.map(\.label)
        #expect(failures == [])
    }

    @Test("Bytes that end too early are no plan")
    func cutShort() throws {
        let plan = try #require(Self.programs.lazy.compactMap { $0.compiled().plan }.first)
        let bytes = PlanFile.bytes(plan)
        for count in 0..<bytes.count { #expect(throws: PlanFileError.self) { try PlanFile.plan(Array(bytes.prefix(count))) } }
        #expect(throws: PlanFileError.self) { try PlanFile.plan(bytes + [0]) }
    }

    @Test("Whatever is done to the bytes of a plan, they are refused or they are a plan that can be asked", .timeLimit(.minutes(10)))
    func damaged() throws {
        let seed = ProcessInfo.processInfo.environment["KIYAKU_SEED"].flatMap { UInt64($0) } ?? 0x706C_616E
        print("plan mutation seed: \(seed)")
        var random = SeededGenerator(seed: seed)
        let plans = Self.programs.compactMap { $0.compiled().plan }.map { PlanFile.bytes($0) }.filter { $0.count < 20_000 }
        try #require(!plans.isEmpty)
        var (refused, asked) = (0, 0)
        for _ in 0..<30_000 {
            guard var bytes = plans.randomElement(using: &random) else { return }
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let place = Int.random(in: bytes.indices, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
                case 2: bytes[place] &+= 2
                default: bytes.swapAt(place, Int.random(in: bytes.indices, using: &random))
                }
            }
            guard let plan = try? PlanFile.plan(bytes) else {
                refused += 1
                continue
            }
            // Names and texts may be damaged; what is asked of the plan must not end the program.
            asked += 1
            let decider = Decider(plan, budget: 2_000)
            let frame = FactFrame(plan, asOf: 20_700, time: 600)
            for decision in plan.decisions.places {
                let answer = decider.answer(decision, frame)
                _ = DecisionText(plan, language: .japanese).render(answer, Proof(plan, answer))
            }
            _ = decider.norms.obligations(frame)
        }
        // Both happen often, or the test would show nothing.
        #expect(refused > 3_000 && asked > 3_000, "\(refused) refused, \(asked) asked")
    }

    /// What a plan is damaged in, and what is said of it.
    private static let faults: [(what: String, damage: @Sendable (inout Plan) -> Void)] = [
        ("lacks the clause", { $0.clauses = [] }), ("lacks the day to judge by", { $0.facts.removeFirst() }),
        ("has a condition that comes before its part", { $0.conditionNodes[0] = .not(ConditionID(0)) }),
        ("has a condition made of itself", { $0.conditionNodes[1] = .not(ConditionID(1)) }),
        ("has operands outside", { $0.conditionNodes.append(.and(Operands(start: $0.conditionOperands.count, count: 2))) }),
        ("asks for a rule that there is not", { $0.conditionNodes.append(.holds(Place(99))) }),
        ("asks for members of no set", { $0.conditionNodes.append(.hasAny(.asOf, 1)) }),
        ("asks for outcomes that there are not", { $0.conditionNodes.append(.outcome(Place(0), OutcomeSet(40))) }),
        (
            "says cases twice",
            { plan in
                for (place, node) in plan.conditionNodes.enumerated() {
                    if case .isCase(let fact, let cases, let low) = node { plan.conditionNodes[place] = .isCase(fact, cases, low: ~low) }
                }
            }
        ),
        ("steps too far", { $0.valueNodes += [.fact(.asOf), .calendar(.addDays, ValueID($0.valueNodes.count), count: .max)] }),
        (
            "rounds to nothing",
            { plan in
                plan.valueNodes.append(.constant(0))
                plan.valueOperands.append(ValueID(plan.valueNodes.count - 1))
                plan.valueNodes.append(.rounded(Quotient(.half, factorCount: 0, parts: Operands(start: plan.valueOperands.count - 1, count: 1))))
            }
        ),
        (
            "has a premise that hangs on itself",
            { plan in
                plan.conditionNodes.append(.isPending(Place(2)))
                plan.premises[2] = ConditionID(plan.conditionNodes.count - 1)
            }
        ),
        (
            "is too deep",
            { plan in
                for _ in 0...PlanCheck.deepest { plan.conditionNodes.append(.not(ConditionID(plan.conditionNodes.count - 1))) }
            }
        ),
        ("lacks a step", { $0.evaluationOrder.removeLast() }), ("has its steps the wrong way round", { $0.evaluationOrder.reverse() }),
        ("has a step twice", { $0.evaluationOrder[1] = $0.evaluationOrder[0] }),
        ("lacks a rule's condition", { $0.conditions.removeLast() }),
        (
            "has a rule with no outcome of its decision",
            { plan in
                let rule = plan.rules[0]
                plan.rules[0] = Rule(name: rule.name, clause: rule.clause, decision: rule.decision, outcome: 7)
            }
        ),
        ("has a fact of no enumeration", { $0.enumerations = [] }),
        ("has a list without its field", { $0.lists.append(RecordList(name: "空", label: nil, question: nil, fields: [Place(2)])) }),
    ]

    @Test("A plan is refused that", arguments: faults.indices)
    func unsound(number: Int) throws {
        let rule = "規則 乙も否 { もし 物.種 = 乙 かつ 基準日 ≥ 2026-01-01 ならば 可否 = 否 }\n"
        var plan = try #require(Compilation(Self.files(rule)).plan)
        try PlanCheck(plan).run()
        Self.faults[number].damage(&plan)
        #expect(throws: PlanFault.self, "\(Self.faults[number].what)") { try PlanCheck(plan).run() }
    }

    private static func files(_ more: String = "") -> RuleFiles {
        let text = "規約 t { }\n列挙 種 { 甲 ; 乙 }\n事実 物 { 種 : 種 問 「種は」 }\n判定 可否 { 結果 否 ; 既定 可 }\n第1条 一\n規則 甲は否 { もし 物.種 = 甲 ならば 可否 = 否 }\n" + more
        return RuleFiles(sources: [SourceFile(path: "t.kiyaku", bytes: Array(text.utf8))])
    }

    @Test("A kept plan is found for the same files and the same program only, and no more once it is damaged")
    func shelf() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("kiyaku-plans-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let shelf = PlanShelf(folder: folder, program: "1")
        let plan = try #require(Compilation(Self.files()).plan)
        #expect(shelf.plan(for: Self.files()) == nil)
        shelf.keep(plan, for: Self.files())
        #expect(shelf.plan(for: Self.files()).map(PlanFile.bytes) == PlanFile.bytes(plan))
        #expect(shelf.plan(for: Self.files("// 一字")) == nil)
        #expect(PlanShelf(folder: folder, program: "2").plan(for: Self.files()) == nil)
        let name = try #require(FileManager.default.contentsOfDirectory(atPath: folder).first)
        let file = URL(fileURLWithPath: folder).appendingPathComponent(name)
        var content = try Data(contentsOf: file)
        content[content.count / 2] ^= 1
        try content.write(to: file)
        #expect(shelf.plan(for: Self.files()) == nil)
    }

    @Test("A shelf does not grow without end")
    func bounded() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("kiyaku-plans-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let plan = try #require(Compilation(Self.files()).plan)
        for number in 0..<40 { PlanShelf(folder: folder, program: "\(number)").keep(plan, for: Self.files()) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 32)
        #expect(PlanShelf(folder: folder, program: "39").plan(for: Self.files()) != nil)
    }
}
