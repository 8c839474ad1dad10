import Digests
import Facts
import Plans
import Runtime
import Values
import Vocabulary

/// SplitMix64 (G. L. Steele et al., Fast splittable pseudorandom number generators, OOPSLA 2014).
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    mutating func pick<Element>(_ choices: [Element]) -> Element { choices[Int.random(in: 0..<choices.count, using: &self)] }
}

/// Makes cases for a decision out of those of the corpus: a few facts dropped, turned, moved across a bound, known otherwise; lists open and
/// closed; other readings.
final class MutationSource: Sendable {
    /// A mutated case and what was done to which.
    struct Mutant {
        let seed: UInt64
        let story: String
        let frame: FactFrame
    }

    private let plan: Plan
    private let name: String
    private let bases: [World.Case]
    private let facts: [Place<Fact>]
    private let lists: [Place<RecordList>]
    private let interpretations: [Place<Interpretation>]
    /// What conditions compare each fact with.
    private let bounds: [Place<Fact>: [Int64]]

    init(_ decision: Place<Decision>, _ plan: Plan, _ cases: [World.Case]) {
        (self.plan, name) = (plan, plan.decisions[decision].name)
        let own = cases.filter { $0.decisions.contains(decision) }
        bases = own.isEmpty ? cases : own
        let program = plan.program(decision)
        (facts, lists, interpretations) = (program.facts.sorted(), program.lists.sorted(), program.interpretations.sorted())
        var bounds: [Place<Fact>: Set<Int64>] = [:]
        for node in plan.conditionNodes {
            if case .compareFact(let fact, _, let constant) = node { bounds[fact, default: []].insert(constant) }
        }
        self.bounds = bounds.mapValues { $0.sorted() }
    }

    /// - Parameter number: which of the mutants of the decision; it always gives the same.
    func mutant(_ number: Int) -> Mutant {
        let seed = sha256("\(name) \(number)").bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        var dice = Dice(seed: seed)
        let base = dice.pick(bases)
        var frame = base.reading.frame
        var story = [base.name]
        for _ in 0..<Int.random(in: 1...4, using: &dice) { story.append(mutate(&frame, &dice)) }
        return Mutant(seed: seed, story: story.joined(separator: ", "), frame: frame)
    }

    private func mutate(_ frame: inout FactFrame, _ dice: inout Dice) -> String {
        switch Int.random(in: 0..<20, using: &dice) {
        case 0 where !interpretations.isEmpty:
            let place = dice.pick(interpretations)
            frame.interpretations[place.value] = Int.random(in: plan.interpretations[place].readings.indices, using: &dice)
            return "\(plan.interpretations[place].name) read \(frame.interpretations[place.value])"
        case 1...2 where !lists.isEmpty:
            let list = dice.pick(lists)
            frame.change(list) { $0.isComplete.toggle() }
            return "\(plan.lists[list].name) opened or closed"
        case 3 where !lists.isEmpty:
            let list = dice.pick(lists)
            let fields = plan.lists[list].fields.map { plan.facts[$0] }
            guard frame.lists[list.value].recordCount < 4 else { return "nothing" }
            frame.change(list) { $0.addRecord(fields) }
            return "\(plan.lists[list].name) has a further record"
        default:
            guard !facts.isEmpty else { return "nothing" }
            let fact = dice.pick(facts)
            guard let list = plan.facts[fact].list else {
                let change = change(fact, frame[fact], frame.excluded[fact.value], &dice)
                if case .set = plan.facts[fact].type, change.reading.state == .known {
                    frame.set(fact, yes: UInt64(bitPattern: change.reading.value), no: change.excluded)
                } else {
                    frame[fact] = change.reading
                }
                return "\(plan.facts[fact].name) \(change.told)"
            }
            let count = frame.lists[list.value].recordCount
            guard count > 0 else { return "nothing" }
            let (record, field) = (Int.random(in: 0..<count, using: &dice), plan.fieldNumbers[fact.value])
            let own = frame.lists[list.value]
            let change = change(fact, own[record, field], own.excluded[record * own.fieldCount + field], &dice)
            frame.change(list) { records in
                if case .set = plan.facts[fact].type, change.reading.state == .known {
                    records.set(record, field, yes: UInt64(bitPattern: change.reading.value), no: change.excluded)
                } else {
                    records[record, field] = change.reading
                }
            }
            return "\(plan.facts[fact].name)[\(record)] \(change.told)"
        }
    }

    /// Another reading of a fact.
    private func change(_ fact: Place<Fact>, _ old: Reading, _ excluded: UInt64, _ dice: inout Dice) -> (reading: Reading, excluded: UInt64, told: String) {
        let declared = plan.facts[fact]
        // The day to judge by is always known.
        if fact == .asOf {
            let days = bounds[fact, default: []] + [old.value]
            let day = dice.pick(days) + Int64.random(in: -1...1, using: &dice)
            return (Reading(.known, min(max(day, 10_000), 40_000)), 0, "= \(day)")
        }
        if Int.random(in: 0..<3, using: &dice) == 0 {
            var states: [KnowledgeState] = [.unknown, .inapplicable]
            if declared.type == .date || declared.type == .month { states.append(.pending) }
            if declared.isDiscretion { states = [.unexercised, .unknown] }
            let state = dice.pick(states)
            return (Reading(state), 0, "\(state)")
        }
        switch declared.type {
        case .bool:
            let value: Int64 = old.state == .known && old.value == 1 ? 0 : 1
            return (Reading(.known, value), 0, "= \(value)")
        case .enumeration(let of):
            let value = Int.random(in: plan.enumerations[of].cases.indices, using: &dice)
            return (Reading(.known, Int64(value)), 0, "= case \(value)")
        case .set(let of):
            let bit: UInt64 = 1 << UInt64(Int.random(in: plan.enumerations[of].cases.indices, using: &dice))
            let isKnown = old.state == .known
            let (yes, no) = (isKnown ? UInt64(bitPattern: old.value) : 0, isKnown ? excluded : 0)
            switch Int.random(in: 0..<4, using: &dice) {
            case 0: return (Reading(.known, Int64(bitPattern: yes & ~bit)), no | bit, "without bit \(bit)")
            case 1: return (Reading(.known, Int64(bitPattern: yes & ~bit)), no & ~bit, "bit \(bit) open")
            case 2:
                let all: UInt64 = ~0 >> UInt64(64 - plan.enumerations[of].cases.count)
                return (Reading(.known, Int64(bitPattern: yes)), all & ~yes, "closed")
            default: return (Reading(.known, Int64(bitPattern: yes | bit)), no & ~bit, "with bit \(bit)")
            }
        case .number, .integer:
            let values = bounds[fact, default: []] + [old.state == .known ? old.value : 0, 0]
            let value = dice.pick(values) + Int64.random(in: -1...1, using: &dice) * 1_000_000
            return (Reading(.known, value), 0, "= \(value)")
        case .date, .month, .time, .version:
            let day: Int64 = declared.type == .date ? 20_700 : declared.type == .month ? 680 : 600
            let values = bounds[fact, default: []] + [old.state == .known ? old.value : day, day]
            let value = max(0, dice.pick(values) + Int64.random(in: -1...1, using: &dice))
            return (Reading(.known, declared.type == .time ? min(value, 1439) : value), 0, "= \(value)")
        case .text: return (.unknown, 0, "unknown")
        }
    }
}
