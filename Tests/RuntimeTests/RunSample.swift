import Plans
import Runtime
import Samples
import Testing
import Values
import Vocabulary

extension Sample {
    /// A decision that was run on facts in JSON; the day to judge by is 2026-07-01.
    func run(_ decision: String, _ facts: String) throws -> Evaluator<NoTracer> {
        var evaluator = Evaluator(plan, try dated(facts), tracer: NoTracer())
        evaluator.run(try self.decision(decision))
        return evaluator
    }

    /// The facts of a case on 2026-07-01.
    func dated(_ facts: String) throws -> FactFrame {
        try frame(facts.isEmpty ? #"{"as_of": "2026-07-01"}"# : #"{"as_of": "2026-07-01", \#(facts)}"#)
    }

    /// Whether the rules hold after a run, in the order of their names. That the condition by itself comes to the same is looked at too.
    func holding(_ rules: [String], of decision: String, _ facts: String) throws -> [Truth] {
        var evaluator = try run(decision, facts)
        return try rules.map { name in
            let rule = try rule(name)
            let alone = evaluator.truth(plan.conditions[rule.value])
            #expect(alone == evaluator.holds[rule.value], "\(name): the run and the condition by itself say the same")
            return alone
        }
    }

    /// The outcomes of a decision by their names; a conflict is 抵触.
    func outcomes(of decision: String, _ evaluator: borrowing Evaluator<NoTracer>) throws -> Set<String> {
        let place = try self.decision(decision)
        let names = plan.decisions[place].outcomes.map(\.name) + ["抵触"]
        return Set(evaluator.outcomes(of: place).map { names[$0] })
    }
}

/// Kleene's truths as numbers: false, unknown and true are 0, 1 and 2. `And` is the least, `or` the greatest, `not` what is left of 2.
enum KleeneNumbers {
    static let truths: [Truth] = [.no, .unknown, .yes]

    /// All ways to give so many facts a truth.
    static func assignments(_ count: Int) -> [[Int]] {
        (0..<count).reduce([[]]) { all, _ in all.flatMap { one in (0...2).map { one + [$0] } } }
    }

    /// Yes/no facts of one record in JSON; what is unknown is left out.
    static func facts(_ record: String, _ names: [String], _ numbers: [Int]) -> String {
        let parts = zip(names, numbers).filter { $1 != 1 }.map { #""\#($0)": \#($1 == 2)"# }
        return #""\#(record)": {\#(parts.joined(separator: ", "))}"#
    }
}
