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
    static let mostCompletions = 1_500

    @Test("Outcomes, grounds and what matters are those of all completions", arguments: parts)
    func exact(part: UInt64) throws {
        try check("exactness", Seeds.first + part * Self.size..<Seeds.first + (part + 1) * Self.size) {
            RandomRules(seed: $0, fields: 2...4, arithmetic: 3)
        }
    }

    @Test("They are so too where unknown numbers and days are compared with each other", arguments: parts)
    func linked(part: UInt64) throws {
        let size = Self.size / 3
        try check("linked", Seeds.first + part * size..<Seeds.first + (part + 1) * size) {
            RandomRules(seed: $0, fields: 2...3, arithmetic: 0, linked: 60, kinds: $0 % 2 == 0 ? [.integer] : [.date, .bool])
        }
    }

    private func check(_ name: String, _ seeds: Range<UInt64>, _ make: (UInt64) -> RandomRules) throws {
        var (cases, open, approximate) = (0, 0, 0)
        for seed in seeds {
            var rules = make(seed)
            let text = rules.rules().text
            guard let contract = RuleText.check([text]).contract else { continue }
            let (plan, inlined) = (Plan(contract), contract.inlined)
            var worlds = RandomWorlds(inlined, seed: seed)
            for number in 0..<3 {
                guard let completions = completions(inlined, &worlds) else { continue }
                let verdict = Decider(plan).verdict(Place(0), completions.world.frame(plan))
                cases += 1
                if completions.count > 1 { open += 1 }
                if verdict.isApproximate { approximate += 1 }
                compare(verdict, completions, plan) { "seed \(seed), case \(number): \($0)\n\(completions.world)\n\(text)" }
            }
        }
        print("\(name): seeds \(seeds), \(cases) cases, \(open) with something unknown, \(approximate) approximate")
        #expect(approximate * 4 < cases)
    }

    /// A case with few enough completions, all of them judged.
    private func completions(_ contract: CheckedContract, _ worlds: inout RandomWorlds) -> Completions? {
        attempts: for _ in 0..<6 {
            var world = worlds.world(unknown: 55, days: 0..<3)
            for _ in 0..<10 {
                var completions = Completions(contract, world, Place(0))
                if completions.count <= Self.mostCompletions {
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

    private func compare(_ verdict: Decider.Verdict, _ completions: Completions, _ plan: Plan, _ comment: (String) -> String) {
        let possible = completions.possible
        // Known facts that break a constraint: nothing follows.
        guard !possible.isEmpty else { return }
        let said = Set((0..<64).filter { verdict.possible >> UInt64($0) & 1 == 1 })
        if verdict.isApproximate {
            #expect(said.isSuperset(of: possible), "\(comment("possible outcomes \(said), not \(possible)"))")
        } else {
            #expect(said == possible, "\(comment("possible outcomes \(said), not \(possible)"))")
            #expect(Set(verdict.applying) == completions.certain, "\(comment("grounds \(verdict.applying), not \(completions.certain)"))")
        }
        let conflict = plan.decisions[0].conflict
        switch verdict.status {
        case .determined: #expect(verdict.outcome.map { said == [$0] } == true && !said.contains(conflict), "\(comment("determined"))")
        case .conflict: #expect(said == [conflict], "\(comment("conflict"))")
        case .undetermined: #expect(said.count > 1, "\(comment("undetermined"))")
        }
        let deciding = missing(verdict) { $0.decides }
        let wanted = mattering(completions) { $0.outcome != $1.outcome }
        let cited = missing(verdict) { _ in true }
        let wantedToo = mattering(completions) { $0.outcome != $1.outcome || $0.applying != $1.applying }
        if verdict.isApproximate {
            #expect(deciding.isSuperset(of: wanted), "\(comment("matters \(deciding), not \(wanted)"))")
        } else if completions.hasGuesses {
            // What nothing can tell may stand for a fact in the answer.
            #expect(deciding.isSuperset(of: wanted), "\(comment("matters, with guesses, \(deciding), not \(wanted)"))")
        } else {
            #expect(deciding == wanted, "\(comment("matters \(deciding), not \(wanted)"))")
            #expect(cited == wantedToo, "\(comment("is cited \(cited), not \(wantedToo)"))")
        }
    }

    private func missing(_ verdict: Decider.Verdict, _ isWanted: (Missing) -> Bool) -> Set<Completions.Unknown> {
        Set(
            verdict.missing.filter(isWanted).compactMap { missing in
                switch missing.subject {
                case .fact(let fact, let record, _): .fact(.init(fact: fact, record: record))
                case .list(let list): .records(list)
                case .reference: nil
                }
            })
    }

    private func mattering(_ completions: Completions, _ differ: (Completions.Branch, Completions.Branch) -> Bool) -> Set<Completions.Unknown> {
        Set(completions.unknowns.map(\.subject).filter { completions.matters($0, differ) })
    }
}
