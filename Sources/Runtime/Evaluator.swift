package import Plans
package import Vocabulary

/// Runs a plan on the facts of a case in strong Kleene logic: fast and sound, though it may leave open what a search would settle.
///
/// It is not copied: its memory is used again from case to case.
///
/// Total: nodes refer only to earlier nodes, premises do not go in circles, and lists are finite.
package struct Evaluator<Trace: Tracer>: ~Copyable {
    package let plan: Plan
    /// Whether each rule's condition is true, and whether the rule applies; filled in by `run`.
    package private(set) var holds: RuleStates
    package private(set) var applies: RuleStates
    package internal(set) var frame: FactFrame
    /// The record in view of each list.
    var records: [Int]
    /// The keys of the lookups under way.
    var keys: [Int64] = []
    var given: GivenOutcomes
    package var tracer: Trace
    /// The table that ran last, of which decision: to ask the plan for it takes a quarter of an evaluation.
    private var last: (decision: Int32, table: DecisionIndex)?

    @specialized(where Trace == NoTracer)
    package init(_ plan: Plan, _ frame: FactFrame, tracer: Trace) {
        self.plan = plan
        self.frame = frame
        self.tracer = tracer
        holds = RuleStates(count: plan.rules.count)
        applies = holds
        given = GivenOutcomes(plan)
        records = Array(repeating: 0, count: plan.lists.count)
    }

    /// Takes the facts of another case; the memory is kept.
    @specialized(where Trace == NoTracer)
    package mutating func load(_ frame: FactFrame) { self.frame = frame }

    /// Judges by another day, and by another time where one is given; everything else stays.
    @specialized(where Trace == NoTracer)
    package mutating func judge(on day: Int64, at minute: Int64?) {
        frame[.asOf] = Reading(.known, day)
        if let minute { frame[.asOfTime] = Reading(.known, minute) }
    }

    // MARK: Steps

    /// Evaluates what a decision needs; then `holds`, `applies` and `outcomes(of:)` answer.
    @specialized(where Trace == NoTracer)
    package mutating func run(_ decision: Place<Decision>) { run(table(of: decision)) }

    /// Evaluates what several decisions need, each step once.
    @specialized(where Trace == NoTracer)
    package mutating func run(_ program: Program) { run(program.table) }

    @inline(__always)
    private mutating func run(_ table: DecisionIndex) {
        holds.clear(table.held)
        applies.clear(table.applied)
        given.clear(table.decisions)
        for block in table.all.indices {
            let (left, open) = select(block, table)
            for word in 0..<4 {
                var steps = left[word]
                while steps != 0 {
                    take(table.entries[block << 8 | word << 6 | steps.trailingZeroBitCount], open, table)
                    steps &= steps - 1
                }
            }
        }
    }

    @inline(__always)
    private mutating func table(of decision: Place<Decision>) -> DecisionIndex {
        if let last, last.decision == decision.number { return last.table }
        let table = plan.program(decision).table
        last = (decision.number, table)
        return table
    }

    /// Takes some steps again, of rules of which nothing is known any more; the others have given these outcomes.
    @specialized(where Trace == NoTracer)
    mutating func take(_ entries: [DecisionIndex.Entry], _ table: DecisionIndex, held: [UInt64], applied: [UInt64], given: GivenOutcomes) {
        holds.clear(held)
        applies.clear(applied)
        self.given = given
        for number in entries.indices { take(entries[number], .max, table) }
    }

    /// The steps that no known field rules out, and a bit for each field that is not known.
    @inline(__always)
    private mutating func select(_ block: Int, _ table: DecisionIndex) -> (steps: DecisionIndex.Block, open: UInt64) {
        var steps = table.all[block]
        if Trace.looksOn { return (steps, .max) }
        var open: UInt64 = 0
        for number in table.fields.indices {
            let field = table.fields[number]
            let start = Int(field.start) + block
            // Asked only where a step is left that it can rule out.
            if steps & table.rows[start] == .zero { continue }
            let value = value(of: field)
            if value < 0 || value > Int(field.caseCount) {
                open |= 1 << UInt64(number)
            } else {
                steps &= table.rows[start + (value + 1) * table.all.count]
            }
        }
        return (steps, open)
    }

    /// The row of a field, -1 where it is not known.
    @inline(__always)
    private mutating func value(of field: DecisionIndex.Field) -> Int {
        let number = Int(field.number)
        switch field.kind {
        case .fact:
            let reading = frame.readings[number]
            switch reading.state {
            case .known: return Int(truncatingIfNeeded: reading.value)
            case .inapplicable, .unexercised: return Int(field.caseCount)
            case .unknown, .pending: return -1
            }
        case .interpretation: return frame.interpretations[number]
        case .condition:
            switch truth(at: ConditionID(number)) {
            case .no: return 0
            case .yes: return 1
            case .unknown: return -1
            }
        }
    }

    @inline(__always)
    private mutating func take(_ entry: DecisionIndex.Entry, _ open: UInt64, _ table: DecisionIndex) {
        let rule = Int(entry.rule)
        var result: Truth
        if let condition = entry.condition {
            result = entry.fields & open == 0 ? test(Int(entry.code), table) : .unknown
            if result == .unknown { result = truth(at: condition) }
            // What nobody says is false already.
            if result != .no { holds[rule] = result }
            if Trace.looksOn { tracer.step(.holds(Place(rule)), result) }
        } else {
            result = holds[rule]
        }
        guard entry.isApplied else { return }
        if result != .no {
            for number in Int(entry.firstDefeater)..<Int(entry.firstDefeater) + Int(entry.defeaterCount) {
                let defeat = applies[Int(table.defeaters[number])]
                if defeat == .yes {
                    result = .no
                    break
                }
                if defeat == .unknown { result = .unknown }
            }
        }
        if result != .no {
            applies[rule] = result
            if entry.decision >= 0 { given.add(entry.outcome, of: Int(entry.decision), result) }
        }
        if Trace.looksOn { tracer.step(.applies(Place(rule)), result) }
    }

    /// Goes through tests; unknown where one of them is open.
    @inline(__always)
    private mutating func test(_ start: Int, _ table: DecisionIndex) -> Truth {
        var place = start
        while place >= 0 {
            let jump = table.code[place]
            switch truth(jump.node) {
            case .yes: place = Int(jump.yes)
            case .no: place = Int(jump.no)
            case .unknown: return .unknown
            }
        }
        return place == DecisionIndex.Jump.isTrue ? .yes : .no
    }

    /// The outcomes that are still possible after `run`.
    package func outcomes(of decision: Place<Decision>) -> OutcomeSet {
        OutcomeSet(bits: given.outcomes(Int(decision.number), plan.orders[Int(decision.number)]))
    }

    /// What the decisions that were run came to.
    package var results: RunResults { RunResults(holds: holds, applies: applies, given: given) }

    /// Goes on from what the decisions that were run on these facts came to.
    package init(_ plan: Plan, _ frame: FactFrame, _ results: RunResults, tracer: Trace) {
        self.init(plan, frame, tracer: tracer)
        (holds, applies, given) = (results.holds, results.applies, results.given)
    }
}
