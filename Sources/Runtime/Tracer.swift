import Calendar
import Plans
package import Values
package import Vocabulary

/// Looks on while rules are evaluated. It is a generic parameter: where nobody looks on, nothing is left of it.
package protocol Tracer {
    /// Whether it wants to see anything; then also the steps are taken that the index rules out.
    static var looksOn: Bool { get }
    mutating func step(_ step: Step, _ truth: Truth)
    mutating func lookup(_ table: Place<ReferenceTable>, row: Int?, column: Int)
    /// A known day from which a step is taken.
    mutating func calendar(_ step: CalendarStep, _ day: Int64)
}

/// Nobody looks on.
package struct NoTracer: Tracer {
    package static var looksOn: Bool { false }
    package init() {}
    @inline(__always)
    package mutating func step(_ step: Step, _ truth: Truth) {}
    @inline(__always)
    package mutating func lookup(_ table: Place<ReferenceTable>, row: Int?, column: Int) {}
    @inline(__always)
    package mutating func calendar(_ step: CalendarStep, _ day: Int64) {}
}

/// Keeps every step, every row of a reference table that was looked up, and the days of which only predicted holidays could tell something.
package struct StepTracer: Tracer, Sendable {
    /// A row of a reference table; `row` is `nil` where no row answers.
    package struct Lookup: Hashable, Sendable {
        package let table: Place<ReferenceTable>
        package let row: Int?
    }

    package static var looksOn: Bool { true }
    package private(set) var steps: [(step: Step, truth: Truth)] = []
    package private(set) var lookups: Set<Lookup> = []
    /// Days behind those whose holidays are announced.
    package private(set) var predicted: Set<CivilDate> = []

    package init() {}

    package mutating func step(_ step: Step, _ truth: Truth) { steps.append((step, truth)) }

    package mutating func lookup(_ table: Place<ReferenceTable>, row: Int?, column: Int) {
        lookups.insert(Lookup(table: table, row: row))
    }

    package mutating func calendar(_ step: CalendarStep, _ day: Int64) {
        guard step.traits.asksHolidays, let date = CivilDate(dayNumber: Int(day)) else { return }
        if Holidays.isPredicted(date) { predicted.insert(date) }
    }
}
