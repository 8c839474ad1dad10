import Completions
package import Contract
package import Decisions
package import Facts
package import Plans
package import Runtime
package import Vocabulary

/// A test of a rule file or a case, ready to run: the facts and what they should come to.
package struct Trial: Sendable {
    package let label: String
    package var frame: FactFrame
    package let expectations: [Expectation]
    package let norms: [ExpectedNorm]

    /// A test that stands in a rule file.
    package init(_ test: CheckedTest, _ plan: Plan) {
        label = test.label
        frame = FactFrame(plan, test)
        expectations = test.expectations.map { Expectation($0) }
        norms = test.norms
    }

    /// A case file without faults.
    package init(_ file: CaseFile, label: String) {
        self.label = label
        frame = file.reading.frame
        expectations = file.expectations.map { Expectation($0) }
        norms = file.expectations.flatMap(\.norms)
    }

    /// Where the answers differ from what is expected; empty where they do not.
    package func differences(_ decider: Decider) -> [Difference] {
        expectations.flatMap { $0.differences(from: decider.answer($0.decision, frame, $0.parts, order: .vocabulary), decider.plan) }
            + norms.flatMap { $0.differences(decider, frame) }
    }

    /// Whether some answer differs from what is expected.
    package func fails(_ decider: Decider) -> Bool {
        expectations.contains { !$0.differences(from: decider.answer($0.decision, frame, $0.parts, order: .vocabulary), decider.plan).isEmpty }
            || norms.contains { !$0.differences(decider, frame).isEmpty }
    }
}
