import Decisions
import Foundation
import Kiyaku
import Norms
import Plans
import RuleTesting
import Runtime
import Testing
import Vocabulary

/// Whether the readings of the shipped rules say truly which duties and charges they bring: every test and every case is judged under every
/// reading. Where two readings lead to different answers, what applies under one of them alone is what it brings: a reading names every charge of
/// that, and of the duties at least the main one, and one that says `なし` brings nothing.
@Suite("What readings bring")
struct ReadingBurdenTests {
    /// What was seen of a reading: the sets of duties and charges that came in with another answer, each with where.
    private struct Seen {
        var brought: [Set<Int>: String] = [:]
    }

    private struct Key: Hashable {
        let interpretation: Place<Interpretation>
        let reading: Int
    }

    private let rules: CheckedRules
    private let reader: NormReader

    init() throws {
        rules = try CheckedRules(try RuleFiles.read(Repository.root.appendingPathComponent("Rules/rns").path))
        reader = NormReader(rules.plan)
    }

    private var plan: Plan { rules.plan }

    @Test("A reading brings what it names and nothing else, and each that it names was seen to come")
    func shipped() {
        let seen = lookThrough(rules.trials(CaseFiles(Repository.root.appendingPathComponent("Corpus/cases").path, rules: nil)).map(\.frame))
        if ProcessInfo.processInfo.environment["KIYAKU_SEEN"] != nil { show(seen) }
        var declared = 0
        for place in plan.interpretations.places {
            for (number, reading) in plan.interpretations[place].readings.enumerated() {
                guard let bears = reading.bears else { continue }
                declared += 1
                let name = "\(plan.interpretations[place].name) = \(reading.name)"
                let found = seen[Key(interpretation: place, reading: number)] ?? Seen()
                let wanted = Set(bears.map(\.norm))
                #expect(!found.brought.isEmpty, "\(name) was never seen to lead to another answer")
                for (brought, at) in found.brought where !isTold(brought, by: wanted) { Issue.record("\(name) brings \(names(brought)) in \(at)") }
                let missed = wanted.subtracting(found.brought.keys.reduce(into: []) { $0.formUnion($1) })
                #expect(missed.isEmpty, "\(name) was never seen to bring \(names(missed))")
            }
        }
        #expect(declared > 100, "too few readings say what they bring: \(declared)")
    }

    /// What the tests and cases show, for who writes the readings.
    private func show(_ seen: [Key: Seen]) {
        for (key, one) in seen.sorted(by: { ($0.key.interpretation, $0.key.reading) < ($1.key.interpretation, $1.key.reading) }) {
            let declared = plan.interpretations[key.interpretation]
            for (brought, at) in one.brought { print("seen", declared.name, declared.readings[key.reading].name, names(brought), at, separator: "\t") }
        }
    }

    private func isTold(_ brought: Set<Int>, by wanted: Set<Int>) -> Bool {
        guard !wanted.isEmpty else { return brought.isEmpty }
        let charges = brought.filter { plan.norms[$0].norm.kind == .charge }
        return charges.isSubset(of: wanted) && (brought.isEmpty || !brought.isDisjoint(with: wanted))
    }

    private func names(_ norms: Set<Int>) -> String { norms.sorted().map { plan.norms[$0].norm.name }.joined(separator: ", ") }

    private func lookThrough(_ frames: [FactFrame]) -> [Key: Seen] {
        var seen: [Key: Seen] = [:]
        let readers = plan.decisions.places.map { decision in
            var own = Reach()
            for norm in reader.bearing(on: decision).norms { own.add(plan.norms[norm].condition, of: plan) }
            return (decision, plan.program(decision).interpretations.union(own.interpretations).sorted())
        }
        for (number, frame) in frames.enumerated() {
            for (decision, interpretations) in readers {
                for place in interpretations where mayMatter(place, decision, frame) {
                    let readings = plan.interpretations[place].readings.indices.map { reading in
                        var read = frame
                        read.interpretations[place.value] = reading
                        return settled(decision, read)
                    }
                    for (one, own) in readings.enumerated() {
                        for other in readings {
                            guard let own, let other, own.outcome != other.outcome || own.norms != other.norms else { continue }
                            let brought = own.norms.subtracting(other.norms)
                            let at = "trial \(number), \(plan.decisions[decision].name)"
                            seen[Key(interpretation: place, reading: one), default: Seen()].brought[brought, default: at] = at
                        }
                    }
                }
            }
        }
        return seen
    }

    /// Whether something is open once the reading is, or norms look at it: where nothing is, all readings say the same.
    private func mayMatter(_ place: Place<Interpretation>, _ decision: Place<Decision>, _ frame: FactFrame) -> Bool {
        var open = frame
        open.interpretations[place.value] = FactFrame.anyReading
        var evaluator = Evaluator(plan, open, tracer: NoTracer())
        evaluator.run(decision)
        if Array(evaluator.outcomes(of: decision)).count != 1 { return true }
        let norms = reader.bearing(on: decision)
        return !norms.norms.isEmpty && norms.interpretations.contains(place)
    }

    /// The outcome where the rules settle it, with the duties and charges that bear on the decision and apply.
    private func settled(_ decision: Place<Decision>, _ frame: FactFrame) -> (outcome: Int, norms: Set<Int>)? {
        var evaluator = Evaluator(plan, frame, tracer: NoTracer())
        evaluator.run(decision)
        let outcomes = Array(evaluator.outcomes(of: decision))
        guard outcomes.count == 1 else { return nil }
        let norms = reader.inForce(decision, &evaluator).map(\.norm).filter { [.duty, .charge].contains(plan.norms[$0].norm.kind) }
        return (outcomes[0], Set(norms))
    }
}
