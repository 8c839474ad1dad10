import Decisions
import Documents
import Facts
import Foundation
import Kiyaku
import Plans
import Runtime
import Values
import Vocabulary

/// The pinned rules and cases, and what the answers are made with.
final class World: Sendable {
    /// So many cases share a digest.
    static let blockLength = 20
    /// So many mutated cases has each decision.
    static let mutatedCount = 2_000

    /// A case of the corpus.
    struct Case: Sendable {
        let name: String
        let path: String
        let document: DocumentNode
        let reading: FactReading
        /// The decisions that it says something about.
        let decisions: [Place<Decision>]
        let note: String
    }

    let rules: String
    let program: String
    let root: String
    let edition: Edition
    let decider: Decider
    let cases: [Case]
    let mutations: OnDemand<MutationSource>

    var plan: Plan { edition.plan }

    init(rules: String, cases folder: String, program: String, root: String) throws {
        (self.rules, self.program, self.root) = (rules, program, root)
        edition = try Edition(try RuleFiles.read(rules))
        let plan = edition.plan
        decider = Decider(plan)
        let reader = FactReader(plan: plan)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted().filter { $0.hasSuffix(".json") || $0.hasSuffix(".yaml") }
        let cases = try names.map { name -> Case in
            let bytes = [UInt8](try Data(contentsOf: URL(filePath: folder + "/" + name)))
            let document = try DocumentFormat.detect(fileName: name, bytes: bytes).read(bytes)
            let file = CaseFile(document, reader: reader)
            let decisions = Set(file.expectations.map(\.decision)).sorted()
            return Case(name: name, path: folder + "/" + name, document: document, reading: file.reading, decisions: decisions, note: file.note ?? "")
        }
        self.cases = cases
        mutations = OnDemand(count: plan.decisions.count) { MutationSource(Place($0), plan, cases) }
    }

    /// The cases of a block.
    func cases(_ block: Int) -> ArraySlice<Case> { cases.dropFirst(block * Self.blockLength).prefix(Self.blockLength) }

    // MARK: Portions

    var portions: [Portion] {
        let blocks = (cases.count + Self.blockLength - 1) / Self.blockLength
        let decisions = Array(plan.decisions.places)
        let clauses = (plan.clauses.count + Self.blockLength - 1) / Self.blockLength
        return decisions.flatMap { decision in (0..<blocks).map { Portion(kind: "cases", decision: decision, number: $0) } }
            + decisions.flatMap { decision in (0..<Self.mutatedCount / Self.blockLength).map { Portion(kind: "mutated", decision: decision, number: $0) } }
            + decisions.flatMap { decision in (0..<blocks).map { Portion(kind: "table", decision: decision, number: $0) } }
            + ["obligations", "pages", "command"].flatMap { kind in (0..<blocks).map { Portion(kind: kind, decision: nil, number: $0) } }
            + (0..<clauses).map { Portion(kind: "clauses", decision: nil, number: $0) }
    }

    /// A fixed part of the portions, at least one of each kind.
    func sample(_ portions: [Portion], oneOf part: Int) -> [Portion] {
        Dictionary(grouping: portions, by: \.kind).sorted { $0.key < $1.key }.flatMap { _, portions in
            // Neither the first of each decision nor always the same cases.
            stride(from: min(part, portions.count) / 2, to: portions.count, by: part).map { portions[$0] }
        }
    }
}

/// Blocks of several forms that are made from the same answers.
struct Portion: Sendable {
    let kind: String
    let decision: Place<Decision>?
    let number: Int

    /// The forms of each kind.
    static let forms = [
        "cases": ["json", "proof"] + ["staff", "customer", "legal"].flatMap { ["\($0)-ja", "\($0)-en"] },
        "mutated": ["mutated"], "table": ["csv", "ndjson"], "obligations": ["obligations", "obligations-ja", "obligations-en"],
        "pages": ["inquiry-ja", "inquiry-en", "record-ja", "record-en"], "command": ["command"], "clauses": ["clauses-ja", "clauses-en"],
    ]

    func holds(_ block: Block, _ plan: Plan) -> Bool {
        Self.forms[kind]?.contains(block.form) == true && number == block.number && name(plan) == block.decision
    }

    private func name(_ plan: Plan) -> String { decision.map { plan.decisions[$0].name } ?? "-" }

    func digests(_ world: World) async throws -> [(Block, String)] {
        try await answers(world).map { (Block(form: $0, decision: name(world.plan), number: number), $1.digest) }
    }

    /// The answers of each form.
    func answers(_ world: World) async throws -> [(form: String, items: [Item])] {
        switch (kind, decision) {
        case ("cases", let decision?): world.texts(decision, world.cases(number))
        case ("mutated", let decision?): [("mutated", world.mutated(decision, number))]
        case ("table", let decision?): try await world.tables(decision, world.cases(number))
        case ("obligations", _): world.obligations(world.cases(number))
        case ("command", _): [("command", try world.commands(world.cases(number)))]
        case ("pages", _): try await Visit.pages(world, world.cases(number))
        default: try await Visit.clauses(world, world.plan.clauses.dropFirst(number * World.blockLength).prefix(World.blockLength).map(\.id))
        }
    }
}
