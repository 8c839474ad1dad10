import Completions
import Contract
import Decisions
import Planning
import Plans
import Testing
import Vocabulary

@Suite("The exact search against all completions")
struct ExactnessTests {
    /// Rule sets in one run, in parts so that they run side by side.
    static let (parts, size): (Range<UInt64>, UInt64) = (0..<20, 30)

    @Test("Outcomes, grounds and what matters are those of all completions", arguments: parts)
    func exact(part: UInt64) throws {
        try check("exactness", mostCompletions: 1_500, Seeds.first + part * Self.size..<Seeds.first + (part + 1) * Self.size) {
            RandomRules(seed: $0, fields: 2...4, arithmetic: 3)
        }
    }

    @Test("They are so too where unknown numbers and days are compared with each other", arguments: parts)
    func linked(part: UInt64) throws {
        let size = Self.size / 3
        try check("linked", mostCompletions: 3_000, Seeds.first + part * size..<Seeds.first + (part + 1) * size) {
            RandomRules(seed: $0, fields: 2...3, arithmetic: 0, linked: 60, kinds: $0 % 2 == 0 ? [.integer] : [.date, .bool])
        }
    }

    private func check(_ name: String, mostCompletions: Int, _ seeds: Range<UInt64>, _ make: (UInt64) -> RandomRules) throws {
        var (cases, open, approximate) = (0, 0, 0)
        for seed in seeds {
            var rules = make(seed)
            let text = rules.rules().text
            guard let contract = RuleText.check([text]).contract else { continue }
            let (plan, inlined) = (Plan(contract), contract.inlined)
            var worlds = RandomWorlds(inlined, seed: seed)
            for number in 0..<3 {
                guard let completions = completions(inlined, &worlds, atMost: mostCompletions) else { continue }
                let verdict = Decider(plan).answer(Place(0), completions.world.frame(plan), [], order: .vocabulary)
                cases += 1
                if completions.count > 1 { open += 1 }
                if verdict.isApproximate { approximate += 1 }
                let faults = faults(verdict, completions, plan)
                #expect(faults.isEmpty, "seed \(seed), case \(number)")
                if !faults.isEmpty { print(faults.joined(separator: "\n"), completions.world, text, separator: "\n") }
            }
        }
        print("\(name): seeds \(seeds), \(cases) cases, \(open) with something unknown, \(approximate) approximate")
        #expect(approximate * 4 < cases)
    }

    /// A case with few enough completions, all of them judged.
    private func completions(_ contract: CheckedContract, _ worlds: inout RandomWorlds, atMost most: Int) -> Completions? {
        attempts: for _ in 0..<6 {
            var world = worlds.world(unknown: 55, days: 0..<3)
            for _ in 0..<10 {
                var completions = Completions(contract, world, Place(0))
                if completions.count <= most {
                    completions.judge()
                    if completions.isCutShort { continue attempts }
                    return completions
                }
                switch worlds.dice.pick(completions.unknowns.map(\.subject)) {
                case .records(let list): world.lists[list]?.isComplete = true
                case .fact(let slot):
                    let value = worlds.value(contract.facts[slot.fact].type)
                    if let list = contract.facts[slot.fact].list, let record = slot.record {
                        world.lists[list]?.rows[record][slot.fact] = value
                    } else {
                        world.facts[slot.fact] = value
                    }
                }
            }
        }
        return nil
    }

    /// What the search says wrongly.
    private func faults(_ verdict: Answer, _ completions: Completions, _ plan: Plan) -> [String] {
        let possible = completions.possible
        // Known facts that break a constraint: nothing follows.
        guard !possible.isEmpty else { return [] }
        var faults: [String] = []
        func check(_ what: String, _ isRight: Bool) { if !isRight { faults.append(what) } }
        let said = Set(verdict.possible)
        check("possible: \(said), not \(possible)", verdict.isApproximate ? said.isSuperset(of: possible) : said == possible)
        let conflict = plan.decisions[0].conflict
        switch verdict.status {
        case .determined: check("determined", verdict.outcome.map { said == [$0] && $0 != conflict } == true)
        case .conflict: check("conflict", said == [conflict])
        case .undetermined: check("undetermined", said.count > 1)
        }
        let certain = completions.certain
        let applying = Set(verdict.applying)
        check("applying: \(applying), not \(certain)", verdict.isApproximate ? applying.isSubset(of: certain) : applying == certain)
        let deciding = missing(verdict) { $0.decides }
        let wanted = mattering(completions) { $0.outcome != $1.outcome }
        // What nothing can tell may stand for a fact in the answer; and constraints may tie facts together so that none can change alone.
        let isRough = verdict.isApproximate || completions.hasGuesses || said.count > 1 && wanted.isEmpty
        check("deciding: \(deciding), not \(wanted)", isRough ? deciding.isSuperset(of: wanted) : deciding == wanted)
        check("nothing to ask", said.count == 1 || verdict.missing.contains(where: \.decides))
        let named = missing(verdict) { _ in true }
        let mattering = mattering(completions) { $0.outcome != $1.outcome || $0.applying != $1.applying }
        check("missing: \(named), not \(mattering)", isRough || named == mattering)
        return faults + sideFaults(verdict, completions, plan, isRough: isRough)
    }

    /// What is wrong with the side: the smallest that holds all that may come, and what may change where on it the answer lies.
    private func sideFaults(_ verdict: Answer, _ completions: Completions, _ plan: Plan, isRough: Bool) -> [String] {
        let declared = plan.decisions[0]
        // Outcomes that disagree are all of them what it may come to.
        func outcomes(_ branch: Completions.Branch) -> Set<Int> {
            branch.outcome == declared.conflict ? Set(branch.applying.map { plan.rules[$0].outcome }) : [branch.outcome]
        }
        let all = completions.branches.joined().reduce(into: Set<Int>()) { $0.formUnion(outcomes($1)) }
        let smallest = declared.sides.map { Set($0.outcomes) }.filter { all.isSubset(of: $0) }.min { $0.count < $1.count }
        let said = verdict.side.map { Set(declared.sides[$0].outcomes) }
        var faults: [String] = []
        // Which outcomes may disagree is known only roughly: a side may then be too wide, never wrong.
        let isExact = !isRough && !completions.possible.contains(declared.conflict)
        if isExact ? said != smallest : said.map({ !all.isSubset(of: $0) }) ?? false { faults.append("side: \(said ?? []), not \(smallest ?? [])") }
        guard completions.possible.count > 1 else { return faults }
        let inner = declared.sides.filter { side in side.isDeclared && (said.map { Set(side.outcomes).isStrictSubset(of: $0) } ?? true) }
        let parts = inner.map { Set($0.outcomes) }.filter { one in !inner.contains { one.isStrictSubset(of: Set($0.outcomes)) } }
        let alone = (said ?? Set(declared.outcomes.indices)).filter { outcome in !parts.contains { $0.contains(outcome) } }.map { Set([$0]) }
        let deciding = missing(verdict) { $0.decidesSide }
        if said != nil, parts.isEmpty {
            if !deciding.isEmpty, !verdict.isApproximate { faults.append("asked for a side: \(deciding)") }
            return faults
        }
        let branches = parts + alone
        func place(_ branch: Completions.Branch) -> Int? { branches.firstIndex { outcomes(branch).isSubset(of: $0) } }
        let wanted = mattering(completions) { place($0) != place($1) }
        let isOpen = isRough || wanted.isEmpty
        if isOpen ? !deciding.isSuperset(of: wanted) : deciding != wanted { faults.append("deciding the side: \(deciding), not \(wanted)") }
        return faults
    }

    private func missing(_ verdict: Answer, _ isWanted: (Missing) -> Bool) -> Set<Completions.Unknown> {
        Set(
            verdict.missing.filter(isWanted).compactMap { missing in
                switch missing.subject {
                case .fact(let fact, let record, _): .fact(.init(fact: fact, record: record))
                case .list(let list): .records(list)
                case .event, .reference: nil
                }
            })
    }

    private func mattering(_ completions: Completions, _ differ: (Completions.Branch, Completions.Branch) -> Bool) -> Set<Completions.Unknown> {
        Set(completions.unknowns.map(\.subject).filter { completions.matters($0, differ) })
    }
}
