package import Clauses
package import Documents
import Plans
package import Vocabulary

/// What can be decided: each decision as people ask it, by the chapter that it stands in.
package struct DecisionGuide: Sendable {
    /// A decision as people look for it.
    package struct Entry: Sendable {
        package let decision: Place<Decision>
        package let name: String
        /// The question that it answers.
        package let question: String
        /// 尋ね方: how callers ask for it.
        package let examples: [String]
        package let outcomes: [Decision.Outcome]
        /// What the contract names it for.
        package let purposes: [DecisionPurpose]
        /// The clauses whose rules give it an outcome, in the order of the contract.
        package let clauses: [String]
        /// The facts that can change it, also by way of other decisions, in the order of the vocabulary.
        package let facts: [Fact]
        /// How many of them are put to whom.
        package let asked: [(role: Asking.Role, count: Int)]
    }

    /// The decisions of a chapter.
    package struct Chapter: Sendable {
        /// Nil where the contract has no chapters.
        package let heading: String?
        package let entries: [Entry]
    }

    package let chapters: [Chapter]
    private let contract: String

    /// The first clause of a chapter and its heading.
    package typealias ChapterStart = (from: ClauseID, heading: String)

    /// By the chapters that stand beside an edition.
    package init(_ edition: Edition) { self.init(edition, chapters: edition.chapters.map { ($0.from, $0.heading) }) }

    /// The chapters that a folder of rules names, in the order of the contract.
    ///
    /// - Throws: `TermsFileError` where they cannot be read.
    package static func chapters(_ folder: String) throws(TermsFileError) -> [ChapterStart] { try TermsFiles.chapters(folder) }

    /// - Parameter chapters: in the order of the contract.
    package init(_ edition: Edition, chapters: [ChapterStart]) {
        let plan = edition.plan
        contract = plan.title.name
        let asking = Asking(plan.title, plan.facts)
        var entries: [Int: [(first: ClauseID?, entry: Entry)]] = [:]
        for place in plan.decisions.places {
            let clauses = Set(plan.deciding[place.value].compactMap { plan.rules[$0].clause } + [plan.decisions[place].ground].compactMap { $0 })
            let ids = clauses.compactMap { clause in ClauseID(plan.clauses[clause].id).map { (id: $0, clause: clause) } }.sorted { $0.id < $1.id }
            let first = ids.first?.id
            let chapter = first.flatMap { id in chapters.lastIndex { $0.from == id || id.isDescendant(of: $0.from) } ?? chapters.lastIndex { $0.from < id } }
            entries[chapter ?? -1, default: []].append((first, Self.entry(place, plan, asking, ids.map { plan.clauses[$0.clause].citation })))
        }
        self.chapters = entries.sorted { $0.key < $1.key }.map { number, entries in
            let sorted = entries.enumerated().sorted { left, right in
                guard let one = left.element.first, let other = right.element.first, one != other else { return left.offset < right.offset }
                return one < other
            }
            return Chapter(heading: chapters.indices.contains(number) ? chapters[number].heading : nil, entries: sorted.map(\.element.entry))
        }
    }

    private static func entry(_ place: Place<Decision>, _ plan: Plan, _ asking: Asking, _ clauses: [String]) -> Entry {
        let decision = plan.decisions[place]
        let read = plan.program(place).facts
        let facts = plan.facts.places.filter { read.contains($0) && plan.facts[$0].kind != .judgement }.map { plan.facts[$0] }
        let roles = facts.compactMap { $0.question == nil ? nil : $0.askedOf.map(asking.role) }
        let asked = [Asking.Role.caller, .us, .responsible, .party].compactMap { role -> (Asking.Role, Int)? in
            let count = roles.count { $0 == role }
            return count > 0 ? (role, count) : nil
        }
        let purposes = [DecisionPurpose.main, .application, .environment].filter { plan.purposes[$0] == place }
        return Entry(
            decision: place, name: decision.name, question: decision.label ?? decision.name, examples: decision.askedAs, outcomes: decision.outcomes,
            purposes: purposes, clauses: clauses, facts: facts, asked: asked)
    }

    /// The decision of that name.
    package func entry(named name: String) -> Entry? { chapters.lazy.flatMap(\.entries).first { $0.name == name } }

    /// `kiyaku.decisions/1`, of the entries that are asked for.
    ///
    /// - Parameter isWanted: whether an entry belongs to it.
    package func json(where isWanted: (Entry) -> Bool = { _ in true }) -> JSONValue {
        .object([
            ("schema", "kiyaku.decisions/1"), ("contract", .string(contract)),
            (
                "decisions",
                .array(
                    chapters.flatMap { chapter in chapter.entries.filter(isWanted).map { Self.json($0, chapter.heading) } })
            ),
        ])
    }

    private static func json(_ entry: Entry, _ chapter: String?) -> JSONValue {
        .object([
            ("decision", .string(entry.name)), ("question", .string(entry.question)), ("chapter", chapter.map { .string($0) } ?? .null),
            ("clauses", .array(entry.clauses.map { .string($0) })), ("purposes", .array(entry.purposes.map { .string($0.name) })),
            ("examples", .array(entry.examples.map { .string($0) })),
            (
                "outcomes",
                .array(entry.outcomes.map { .object([("outcome", .string($0.name)), ("text", .string($0.caption))]) })
            ),
            ("facts", .array(entry.facts.map { .string($0.name) })),
            ("asked", .object(entry.asked.map { ($0.role.rawValue, .integer(Int64($0.count))) })),
        ])
    }
}

extension DecisionPurpose {
    /// As the English keyword of the header.
    fileprivate var name: String {
        switch self {
        case .main: "main"
        case .application: "application"
        case .environment: "environment"
        }
    }
}
