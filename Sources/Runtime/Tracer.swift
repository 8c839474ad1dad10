import Plans
package import Vocabulary

/// Looks on while rules are evaluated. It is a generic parameter: where nobody looks on, nothing is left of it.
package protocol Tracer {
    /// Whether it wants to see anything; then also the steps are taken that the index rules out.
    static var looksOn: Bool { get }
    mutating func step(_ step: Step, _ truth: Truth)
    mutating func lookup(_ table: Place<ReferenceTable>, row: Int?, column: Int)
}

/// Nobody looks on.
package struct NoTracer: Tracer {
    package static var looksOn: Bool { false }
    package init() {}
    @inline(__always)
    package mutating func step(_ step: Step, _ truth: Truth) {}
    @inline(__always)
    package mutating func lookup(_ table: Place<ReferenceTable>, row: Int?, column: Int) {}
}

/// Keeps every step, and every row of a reference table that was looked up.
package struct StepTracer: Tracer, Sendable {
    /// A row of a reference table; `row` is `nil` where no row answers.
    package struct Lookup: Hashable, Sendable {
        package let table: Place<ReferenceTable>
        package let row: Int?
    }

    package static var looksOn: Bool { true }
    package private(set) var steps: [(step: Step, truth: Truth)] = []
    package private(set) var lookups: Set<Lookup> = []

    package init() {}

    package mutating func step(_ step: Step, _ truth: Truth) { steps.append((step, truth)) }

    package mutating func lookup(_ table: Place<ReferenceTable>, row: Int?, column: Int) {
        lookups.insert(Lookup(table: table, row: row))
    }
}
