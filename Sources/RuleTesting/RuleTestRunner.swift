import Completions
package import Contract
package import Decisions
package import Diagnostics
package import Facts
package import Plans
package import Runtime
import Vocabulary

/// How one test came out.
package struct TestResult: Sendable {
    package let label: String
    /// Where the test stands; `nil` for a case file.
    package let range: SourceRange?
    package let differences: [Difference]

    package init(label: String, range: SourceRange?, differences: [Difference]) {
        self.label = label
        self.range = range
        self.differences = differences
    }

    package var isPassed: Bool { differences.isEmpty }
}

/// Runs the tests that stand in rule files, and the invariants on the facts of every test.
package struct RuleTestRunner: Sendable {
    private let decider: Decider
    private var plan: Plan { decider.plan }

    package init(_ decider: Decider) { self.decider = decider }

    /// All tests in order.
    package func run(_ tests: [CheckedTest]) -> [TestResult] {
        tests.map { test in
            let trial = Trial(test, plan)
            return TestResult(label: test.label, range: test.range, differences: differences(trial))
        }
    }

    /// Where the answers to a trial differ from what is expected, and the constraints and invariants that its facts break.
    package func differences(_ trial: Trial) -> [Difference] {
        brokenConstraints(trial.frame) + trial.differences(decider) + brokenInvariants(trial.frame)
    }

    /// The constraints that the facts of a case break, each alone or several together.
    private func brokenConstraints(_ frame: FactFrame) -> [Difference] {
        var broken = decider.solver.violations(frame).map(\.label)
        if broken.isEmpty, case .contradictory(let contradiction) = decider.solver.consistency(frame) { broken = contradiction.constraints }
        return broken.map { Difference(what: "制約", expected: $0, found: "×") }
    }

    /// The invariants that the facts of a case break.
    private func brokenInvariants(_ frame: FactFrame) -> [Difference] {
        var evaluator = Evaluator(plan, frame, tracer: NoTracer())
        for decision in plan.decisions.places { evaluator.run(decision) }
        return plan.invariants.filter { evaluator.truth($0.condition) == .no }.map { Difference(what: "不変", expected: $0.label, found: "×") }
    }
}

extension Expectation {
    /// The expectation of a test in a rule file.
    init(_ expectation: CheckedTest.Expectation) {
        self.init(
            decision: expectation.decision, status: expectation.result?.status, outcome: expectation.result?.outcome, side: expectation.side,
            usual: expectation.usual.map { $0.map { ExpectedUsual($0) } }, grounds: expectation.grounds, allGrounds: expectation.allGrounds)
    }

    /// The expectation of a case file.
    package init(_ expectation: CaseFile.Expectation) {
        self.init(
            decision: expectation.decision, status: expectation.status, outcome: expectation.outcome, side: expectation.side, usual: expectation.usual,
            possible: expectation.possible, grounds: expectation.grounds, allGrounds: expectation.allGrounds, missing: expectation.missing)
    }
}

extension ExpectedUsual {
    fileprivate init(_ usual: CheckedTest.Expectation.Usual) {
        self.init(status: usual.result?.status, outcome: usual.result?.outcome, side: usual.side, assumed: usual.assumed)
    }
}

extension CheckedTest.Expectation.Result {
    fileprivate var status: DecisionStatus {
        switch self {
        case .outcome: .determined
        case .undetermined: .undetermined
        case .conflict: .conflict
        }
    }

    fileprivate var outcome: Int? {
        guard case .outcome(let outcome) = self else { return nil }
        return outcome
    }
}

extension FactFrame {
    /// The facts of a test in a rule file.
    package init(_ plan: Plan, _ test: CheckedTest) {
        self.init(plan, asOf: test.asOf, time: test.asOfTime)
        for (interpretation, reading) in test.readings { interpretations[interpretation.value] = reading }
        for given in test.facts {
            switch given.content {
            case .members(let yes, let no): set(given.fact, yes: yes, no: no)
            default: self[given.fact] = given.content.reading
            }
        }
        for given in test.lists {
            let fields = plan.lists[given.list].fields
            change(given.list) { list in
                list.isComplete = given.isComplete
                for record in given.records {
                    list.addRecord(fields.map { plan.facts[$0] })
                    for fact in record {
                        let field = plan.fieldNumbers[fact.fact.value]
                        if case .members(let yes, let no) = fact.content {
                            list.set(list.recordCount - 1, field, yes: yes, no: no)
                        } else {
                            list[list.recordCount - 1, field] = fact.content.reading
                        }
                    }
                }
            }
        }
    }
}

extension GivenFact.Content {
    /// The content as the runtime keeps it.
    var reading: Reading {
        switch self {
        case .value(let value): Reading(.known, value)
        case .members(let yes, _): Reading(.known, Int64(bitPattern: yes))
        case .pending: Reading(.pending)
        case .inapplicable: Reading(.inapplicable)
        case .unknown: .unknown
        }
    }
}
