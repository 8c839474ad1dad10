import Contract
import Vocabulary

/// All completions of a case, each judged by the reference interpreter with two-valued logic.
struct Completions {
    /// Something that is not known.
    enum Unknown: Hashable {
        case fact(Reference.Slot)
        /// The records that nobody has named.
        case records(Place<RecordList>)
    }

    /// What comes of one completion under some guesses of what nothing can tell.
    struct Branch {
        let guesses: [OpenComparison: OpenComparison.Way]
        let outcome: Int
        let applying: Set<Place<Rule>>

        /// Whether one completion may have both.
        func agrees(with other: Branch) -> Bool {
            guesses.allSatisfy { own in other.guesses.allSatisfy { own.key.fits(own.value, $0.key, $0.value) } }
        }
    }

    let contract: CheckedContract
    let decision: Place<Decision>
    let world: World
    private let mentions: Mentions
    private let defeaters: [Place<Rule>: [Place<Rule>]]
    /// Each unknown with what it may be.
    private(set) var unknowns: [(subject: Unknown, options: [[[Place<Fact>: Knowledge]]])] = []
    /// A completion asked for more guesses than are tried: not all that may come is known.
    private(set) var isCutShort = false
    private static let mostGuesses = 6
    /// By the number of the completion, the first unknown fastest; none where the constraints do not allow it.
    private(set) var branches: [[Branch]] = []

    /// - Parameter contract: inlined.
    init(_ contract: CheckedContract, _ world: World, _ decision: Place<Decision>) {
        self.contract = contract
        self.world = world
        self.decision = decision
        mentions = Mentions(contract, of: decision)
        defeaters = Reference.defeaters(contract)
        for fact in mentions.facts.sorted() {
            if let list = contract.facts[fact].list {
                for (record, row) in (world.lists[list]?.rows ?? []).enumerated() { add(fact, row[fact] ?? .unknown, record: record) }
            } else {
                add(fact, world.facts[fact] ?? .unknown, record: nil)
            }
        }
        for list in mentions.lists.sorted() where world.lists[list]?.isComplete == false {
            unknowns.append((.records(list), further(list)))
        }
    }

    /// How many completions there are.
    var count: Int {
        unknowns.reduce(1) { $0.multipliedReportingOverflow(by: $1.options.count).overflow ? .max / 1_000 : min($0 * $1.options.count, .max / 1_000) }
    }

    private mutating func add(_ fact: Place<Fact>, _ knowledge: Knowledge, record: Int?) {
        let options = options(contract.facts[fact], knowledge)
        if options.count > 1 { unknowns.append((.fact(.init(fact: fact, record: record)), options.map { [[fact: $0]] })) }
    }

    private func options(_ fact: Fact, _ knowledge: Knowledge) -> [Knowledge] {
        var fixed: (yes: UInt64, no: UInt64) = (0, 0)
        switch knowledge {
        case .unknown: break
        case .members(let yes, let no): fixed = (yes, no)
        case .value, .pending, .inapplicable, .unexercised: return [knowledge]
        }
        guard case .set(let of) = fact.type else {
            return Grid.values(fact.type, contract).map { .value($0) } + (fact.type == .date ? [.pending] : [])
        }
        let all = RandomWorlds.members(of, contract)
        return (0...all).filter { $0 & fixed.yes == fixed.yes && $0 & fixed.no == 0 }.map { .members(yes: $0, no: all & ~$0) }
    }

    /// No further records, or as many as there are quantifiers, with anything in the fields that matter.
    private func further(_ list: Place<RecordList>) -> [[[Place<Fact>: Knowledge]]] {
        var records: [[Place<Fact>: Knowledge]] = [[:]]
        for field in contract.lists[list].fields where mentions.facts.contains(field) {
            let options = options(contract.facts[field], World.silence(contract.facts[field]))
            records = records.flatMap { record in options.map { record.merging([field: $0]) { $1 } } }
            guard records.count <= 200 else { break }
        }
        var options: [[[Place<Fact>: Knowledge]]] = [[]]
        for _ in 0..<max(mentions.quantifiers[list]?.count ?? 0, mentions.counted.contains(list) ? 2 : 0) {
            options += options.filter { $0.count == options.last?.count }.flatMap { before in records.map { before + [$0] } }
            guard options.count <= 2_000 else { break }
        }
        return options
    }

    // MARK: Judging

    /// Judges every completion.
    mutating func judge() {
        branches = []
        for number in 0..<count where !isCutShort { branches.append(judge(number)) }
    }

    private mutating func judge(_ number: Int) -> [Branch] {
        var rest = number
        var completed = world
        var assumed: [Reference.Slot: Knowledge] = [:]
        for (subject, options) in unknowns {
            let option = options[rest % options.count]
            rest /= options.count
            switch subject {
            case .fact(let slot): assumed[slot] = option[0][slot.fact]
            case .records(let list):
                let known = completed.lists[list]?.rows.count ?? 0
                for (place, fields) in option.enumerated() {
                    let silent = contract.lists[list].fields.map { ($0, World.silence(contract.facts[$0])) }
                    completed.lists[list]?.rows.append(Dictionary(uniqueKeysWithValues: silent))
                    for (fact, knowledge) in fields { assumed[.init(fact: fact, record: known + place)] = knowledge }
                }
                completed.lists[list]?.isComplete = true
            }
        }
        return branches(completed, assumed, [:])
    }

    /// Guesses one comparison after the other, as far as the completion asks for them.
    private mutating func branches(
        _ world: World, _ assumed: [Reference.Slot: Knowledge], _ guesses: [OpenComparison: OpenComparison.Way]
    ) -> [Branch] {
        let reference = Reference(contract, world, defeaters: defeaters)
        reference.assumed = assumed
        reference.guesses = guesses
        let isAllowed = mentions.constraints.allSatisfy { reference.truth($0) == true }
        let outcomes = reference.possible(decision)
        let rules = contract.rules.indices.map { Place<Rule>($0) }.filter { contract.rules[$0.value].rule.decision == decision }
        let applying = Set(rules.filter { reference.applies($0) == true })
        if let open = reference.unguessed {
            if guesses.count == Self.mostGuesses { isCutShort = true }
            return isCutShort ? [] : open.ways(beside: guesses).flatMap { branches(world, assumed, guesses.merging([open: $0]) { $1 }) }
        }
        return isAllowed ? outcomes.map { Branch(guesses: guesses, outcome: $0, applying: applying) } : []
    }

    // MARK: What comes of it

    /// The outcomes that some completion gives.
    var possible: Set<Int> { Set(branches.joined().map(\.outcome)) }

    /// The rules that apply under every completion.
    var certain: Set<Place<Rule>> {
        var branches = branches.joined().map(\.applying)[...]
        guard let first = branches.popFirst() else { return [] }
        return branches.reduce(first) { $0.intersection($1) }
    }

    /// Whether something was guessed.
    var hasGuesses: Bool { branches.contains { $0.contains { !$0.guesses.isEmpty } } }

    /// Whether some completion of the others makes something about the answer depend on an unknown.
    func matters(_ subject: Unknown, _ differ: (Branch, Branch) -> Bool) -> Bool {
        var stride = 1
        for (own, options) in unknowns {
            if own == subject {
                return branches.indices.contains { number in
                    guard number / stride % options.count == 0 else { return false }
                    let neighbours = (0..<options.count).map { branches[number + $0 * stride] }
                    return neighbours.indices.contains { one in
                        neighbours[one].contains { left in
                            neighbours[(one + 1)...].contains { $0.contains { differ(left, $0) && left.agrees(with: $0) } }
                        }
                    }
                }
            }
            stride *= options.count
        }
        return false
    }
}

extension Completions {
    /// What may come of all completions, and the outcomes behind conflicts; nil where there are too many.
    static func possible(_ contract: CheckedContract, _ world: World, atMost most: Int) -> (codes: Set<Int>, outcomes: Set<Int>)? {
        var completions = Completions(contract, world, Place(0))
        guard completions.count <= most else { return nil }
        completions.judge()
        guard !completions.isCutShort else { return nil }
        let conflict = contract.decisions[0].outcomes.count
        let outcomes = completions.branches.joined().reduce(into: Set<Int>()) { all, branch in
            all.formUnion(branch.outcome == conflict ? Set(branch.applying.map { contract.rules[$0.value].rule.outcome }) : [branch.outcome])
        }
        return (completions.possible, outcomes)
    }
}
