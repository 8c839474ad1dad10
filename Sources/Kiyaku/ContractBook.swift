import Clauses
import Contract
package import Coverage
import Diagnostics
import Facts
package import Plans
import RuleTesting
import Syntax
import Terms
package import Vocabulary

/// The contract to read in: its clauses in order, and what the rules, tests and cases say of each. It is made of the rules as they are written.
package final class ContractBook: Sendable {
    /// A test of the rules or a case that expects a clause to decide.
    package struct Example: Sendable {
        package let name: String
        package let note: String?
        /// What is expected, where it is settled.
        package let outcome: (decision: Place<Decision>, outcome: Int)?
        let grounds: [String]
    }

    package let plan: Plan
    let supplements: ContractSupplements
    /// The cases that the contract comes with.
    package var cases: CaseFiles { supplements.cases }
    /// All clauses in the order of the contract.
    let order: [Place<Clause>]
    /// What accounts for each provision; empty where nobody says what there is.
    package let lines: [ClauseCoverage.Line]
    /// By the clause's ID.
    private let names: [String: EntryNames]
    private let ids: [ClauseID?]
    private let places: [String: Place<Clause>]
    private let sources: [String: String]
    private let examples: [Example]
    /// The numbers of the examples of each clause, and of those that it is in.
    private let examplesOf: [String: [Int]]

    init(_ files: RuleFiles, _ plan: Plan, _ supplements: ContractSupplements) {
        self.plan = plan
        self.supplements = supplements
        let ids = plan.clauses.map { ClauseID($0.id) }
        self.ids = ids
        order = plan.clauses.places.filter { ids[$0.value] != nil }.sorted { left, right in
            guard let one = ids[left.value], let other = ids[right.value] else { return false }
            return one < other
        }
        places = Dictionary(plan.clauses.places.map { (plan.clauses[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
        let written = Compilation(files)
        sources = written.ruleTexts
        guard let contract = written.contract else {
            (lines, names, examples, examplesOf) = ([], [:], [], [:])
            return
        }
        let inventory = ClauseInventory(contract, written.trees)
        lines = ClauseCoverage.account(for: supplements.provisions, inventory)
        names = Dictionary(
            plan.clauses.map { ($0.id, EntryNames(inventory.entry($0.id, parts: []), contract)) }, uniquingKeysWith: { first, _ in first })
        examples = Self.examples(contract, plan, supplements.cases)
        examplesOf = Self.index(examples)
    }

    private static func examples(_ contract: CheckedContract, _ plan: Plan, _ files: CaseFiles) -> [Example] {
        let tests = contract.tests.map { (trial: Trial($0, plan), note: String?.none) }
        let reader = FactReader(plan: plan)
        let cases = files.paths.compactMap { path -> (trial: Trial, note: String?)? in
            let file = CaseFiles.read(path, reader)
            guard case .success(let content)? = file.content, content.faults.isEmpty else { return nil }
            return (Trial(content, label: file.name), content.note)
        }
        return (tests + cases).flatMap { trial, note in
            trial.expectations.filter { !$0.namedGrounds.isEmpty }.map { expected in
                Example(name: trial.label, note: note, outcome: expected.outcome.map { (expected.decision, $0) }, grounds: expected.namedGrounds)
            }
        }
    }

    private static func index(_ examples: [Example]) -> [String: [Int]] {
        var index: [String: [Int]] = [:]
        for (number, example) in examples.enumerated() {
            var ids: Set<String> = []
            for ground in example.grounds {
                var next = ClauseID(ground)
                while let id = next {
                    ids.insert(id.text)
                    next = id.parent
                }
            }
            for id in ids { index[id, default: []].append(number) }
        }
        return index
    }

    // MARK: Clauses

    /// A clause by its ID.
    package func place(_ id: String) -> Place<Clause>? { places[id] }

    func id(_ place: Place<Clause>) -> ClauseID? { ids[place.value] }

    /// The nearest clause that a clause is in.
    func parent(_ place: Place<Clause>) -> Place<Clause>? {
        var above = id(place)?.parent
        while let id = above {
            if let place = places[id.text] { return place }
            above = id.parent
        }
        return nil
    }

    /// The chapter that a clause is in; nil where there are none.
    func chapter(_ place: Place<Clause>) -> Int? {
        guard let id = id(place) else { return nil }
        let chapters = supplements.chapters
        // A part of an annex is below its first clause; articles only follow that of their chapter.
        return chapters.lastIndex { $0.from == id || id.isDescendant(of: $0.from) } ?? chapters.lastIndex { $0.from < id }
    }

    /// The clause before and the one after among those in the same clause; at the ends what they are in, and what follows that.
    func neighbours(_ place: Place<Clause>) -> (before: Place<Clause>?, after: Place<Clause>?) {
        let above = parent(place)
        let siblings = order.filter { parent($0) == above }
        guard let number = siblings.firstIndex(of: place) else { return (nil, nil) }
        let before = number > 0 ? siblings[number - 1] : above
        let after = number + 1 < siblings.count ? siblings[number + 1] : above.flatMap { neighbours($0).after }
        return (before, after)
    }

    /// Whether a clause is another or in it.
    static func isWithin(_ id: String, _ whole: String) -> Bool { id == whole || id.hasPrefix(whole + ".") }

    // MARK: What hangs on them

    package func names(_ id: String) -> EntryNames? { names[id] }

    package func source(_ rule: String) -> String? { sources[rule] }

    /// All rules as they are written, by their names.
    var texts: [String: String] { sources }

    /// The tests and cases that expect a clause, or one in it, to decide.
    package func examples(_ id: String) -> [Example] { (examplesOf[id] ?? []).map { examples[$0] } }

    /// How many tests and cases there are that expect some clause to decide.
    package var exampleCount: Int { examples.count }

    /// What the contract's document says, where it is attached and as it was when the rules were written.
    package func wording(_ id: String) -> String? {
        guard case .verbatim(let words)? = supplements.quotations?[id] else { return nil }
        return words
    }
}
