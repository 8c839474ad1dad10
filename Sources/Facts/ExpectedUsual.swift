package import Completions
package import Vocabulary

/// What a test or a case says that should hold under usual circumstances. What is `nil` is not looked at.
package struct ExpectedUsual: Sendable, Hashable {
    package let status: DecisionStatus?
    package let outcome: Int?
    /// The number of the side that is certain then, or nil where none is.
    package let side: Int??
    /// The facts that are taken for so, exactly.
    package let assumed: [Place<Fact>]?

    package init(status: DecisionStatus? = nil, outcome: Int? = nil, side: Int?? = nil, assumed: [Place<Fact>]? = nil) {
        self.status = status
        self.outcome = outcome
        self.side = side
        self.assumed = assumed
    }
}
