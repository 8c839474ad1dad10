import Completions
import Plans
import Runtime
import Vocabulary

/// Tries the moments at which something can turn, in order.
struct ChangeWalk: ~Copyable {
    private let solver: Solver
    private let decision: Place<Decision>
    private var frame: FactFrame
    private let day: Int64
    private let minute: Int64?
    private let last: Int64
    /// When three values can turn; where they settle the answer that is all.
    private var plain: Moments
    /// When what a search looks at can turn; made on the first day on which something is searched for.
    private var searched: Moments?
    /// Whether three values leave something open on the day that was looked at last, or at some minute of it.
    private var isOpen = false
    /// The answer that is to change.
    private let possible: OutcomeSet
    private let side: Int?
    private let grounds: [Place<Rule>]
    /// No day changes the outcome, only what it rests on.
    private let isFixed: Bool
    private var evaluator: Evaluator<NoTracer>
    /// What a day can turn of the decision.
    private let rerun: Rerun
    /// The last answer that needed no search, with the rules from which it came.
    private var settled: (applies: RuleStates, found: Found)?
    private var searches = 0
    /// Whether a search was given up, or was one too many; whether grounds were not searched for.
    private var isCut = false
    private var groundsAreCut = false
    private let mostSearches: Int
    private var groundsChange: NextChange.Moment?
    /// The first change; from then on only one of the side is looked for.
    private var outcomeChange: NextChange.Outcome?
    private var sideChange: NextChange.Turn?

    /// What a moment comes to.
    private struct Found {
        let possible: OutcomeSet
        let side: Int?
        let grounds: [Place<Rule>]
    }

    init(
        _ solver: Solver, _ decision: Place<Decision>, _ frame: FactFrame, points: borrowing ChangePoints, last: Int64, _ now: Finding,
        grounds: [Place<Rule>]
    ) {
        self.solver = solver
        self.decision = decision
        self.frame = frame
        self.last = last
        possible = now.possible
        side = solver.plan.decisions[decision].side(of: solver.plan.outcomes(now, of: decision))
        self.grounds = grounds
        mostSearches = Horizon.searches(isOpen: now.possible.only == nil)
        let day = frame[.asOf].value
        self.day = day
        minute = frame[.asOfTime].state == .known ? frame[.asOfTime].value : nil
        isFixed = now.possible.only != nil && points.outcomes(of: decision) == now.possible
        plain = Moments(points, after: day, through: last)
        evaluator = Evaluator(solver.plan, frame, tracer: NoTracer())
        evaluator.run(decision)
        rerun = points.rerun(evaluator, decision, solver.masks)
        isOpen = hasOpenRules
        if isOpen { search() }
    }

    private var rules: [Place<Rule>] { solver.plan.deciding[decision.value] }
    private var hasOpenRules: Bool { rules.contains { evaluator.applies[$0.value] == .unknown } }

    /// From here on what a search looks at counts too.
    private mutating func search() {
        guard searched == nil else { return }
        var asked = frame
        asked[.asOf] = Reading(.known, day)
        if let minute { asked[.asOfTime] = Reading(.known, minute) }
        let points = ChangePoints(solver.plan, asked, decision, constraints: solver.scope(decision).tied, last: last)
        searched = Moments(points, after: day, through: last)
    }

    /// Whether other grounds of what stays as it is would have to be looked for on every day: they are not worth it.
    private var isNotWorthIt: Bool { isFixed && searched?.isDaily ?? false }

    mutating func run() -> NextChange {
        if plain.isEmpty, searched?.isEmpty ?? true { return .never }
        if isFixed, plain.isDaily || searched?.isDaily ?? false { return .never(groundsAreComplete: false) }
        let isTimed = plain.isTimed || searched?.isTimed ?? false
        if isTimed, let minute, look(on: day, after: minute) { return result(upTo: day) }
        if !isTimed { keepQuiet(day) }
        // Of the first day only what is left of it was looked at.
        var (next, isWhole) = (day + 1, !isTimed)
        while let day = isWhole ? candidate(from: next) : next, day <= last {
            isWhole = true
            if !isQuiet(day) {
                if look(on: day, after: -1) { return result(upTo: day) }
                if searches > mostSearches { return result(upTo: day - 1) }
                keepQuiet(day)
            }
            next = day + 1
        }
        return result(upTo: last)
    }

    /// The next day that may be other than the one before.
    private func candidate(from day: Int64) -> Int64? {
        if isOpen, let searched { return searched.candidate(from: day) }
        return plain.candidate(from: day)
    }

    /// Whether a day is like one on which nothing changed; then it leaves as much open.
    private mutating func isQuiet(_ day: Int64) -> Bool {
        if plain.isQuiet(day, &evaluator) {
            isOpen = false
            return true
        }
        guard searched?.isQuiet(day, &evaluator) ?? false else { return false }
        isOpen = true
        return true
    }

    /// Nothing changed on a day.
    private mutating func keepQuiet(_ day: Int64) { if isOpen { searched?.keepQuiet(day, &evaluator) } else { plain.keepQuiet(day, &evaluator) } }

    /// Notes what changes first on a day after a minute of it, and says whether nothing is left to be looked for.
    private mutating func look(on day: Int64, after before: Int64) -> Bool {
        let wasOpen = isOpen
        isOpen = false
        for start in starts(on: day, after: before, areOpen: wasOpen) {
            let moment = NextChange.Moment(day: day, minute: minute == nil ? nil : start)
            guard let now = found(at: moment, mayBeOpen: wasOpen || minute == nil) else {
                // Where something is left open more minutes count.
                return isOpen && !wasOpen && minute != nil ? look(on: day, after: before) : false
            }
            if outcomeChange == nil {
                if now.possible != possible {
                    outcomeChange = change(moment, now.possible)
                } else if groundsChange == nil, now.grounds != grounds {
                    groundsChange = moment
                }
            }
            if now.side != side {
                sideChange = NextChange.Turn(moment: moment, side: now.side)
                return true
            }
        }
        return false
    }

    /// The minutes of a day at which something turns, after one of them; one that stands for the day where it is judged by days.
    private mutating func starts(on day: Int64, after before: Int64, areOpen: Bool) -> [Int64] {
        guard minute != nil else { return [-1] }
        let turns = areOpen && searched != nil ? searched?.turns(on: day, &evaluator) ?? [] : plain.turns(on: day, &evaluator)
        return (before < 0 ? [0] : []) + turns.filter { $0 > before }
    }

    /// The answer at a moment; `nil` where too much has been searched, or where something is left open and must not be.
    private mutating func found(at moment: NextChange.Moment, mayBeOpen: Bool) -> Found? {
        evaluator.judge(on: moment.day, at: moment.minute)
        evaluator.run(rerun)
        if let settled, settled.applies == evaluator.applies { return settled.found }
        let possible = evaluator.outcomes(of: decision)
        if !hasOpenRules {
            let applying = rules.filter { evaluator.applies[$0.value] == .yes }
            let found = Found(possible: possible, side: side(possible, applying), grounds: solver.primary(possible, applying))
            settled = (evaluator.applies, found)
            return found
        }
        isOpen = true
        search()
        guard mayBeOpen else { return nil }
        // Where the outcome is settled only the grounds are searched for, and only as long as there is something to find. Of a conflict the
        // rules that disagree tell the side.
        let isSettled = solver.plan.decisions[decision].settled(possible) != nil
        if isSettled, groundsChange != nil || outcomeChange != nil || searches >= mostSearches || isNotWorthIt {
            if groundsChange == nil, outcomeChange == nil { groundsAreCut = true }
            return Found(possible: possible, side: side(possible, []), grounds: grounds)
        }
        searches += 1
        guard searches <= mostSearches else {
            isCut = true
            return nil
        }
        frame[.asOf] = Reading(.known, moment.day)
        if let minute = moment.minute { frame[.asOfTime] = Reading(.known, minute) }
        let finding = solver.finding(decision, frame)
        if finding.isApproximate { if isSettled { groundsAreCut = true } else { isCut = true } }
        return Found(possible: finding.possible, side: side(finding.possible, finding.applying + finding.open), grounds: solver.primary(finding))
    }

    /// - Parameter rules: those that apply or may apply.
    private func side(_ possible: OutcomeSet, _ rules: [Place<Rule>]) -> Int? {
        solver.plan.decisions[decision].side(of: solver.plan.outcomes(possible, rules, of: decision))
    }

    private func change(_ moment: NextChange.Moment, _ possible: OutcomeSet) -> NextChange.Outcome {
        let outcome = solver.plan.decisions[decision].settled(possible)
        let status: DecisionStatus = possible.only == nil ? .undetermined : outcome == nil ? .conflict : .determined
        return NextChange.Outcome(moment: moment, status: status, outcome: outcome, possible: possible)
    }

    /// - Parameter day: the last one that was looked at.
    private func result(upTo day: Int64) -> NextChange {
        NextChange(
            outcome: outcomeChange, side: sideChange, grounds: groundsChange, until: outcomeChange?.moment.day ?? day, sideUntil: day,
            isComplete: !isCut, groundsAreComplete: !isCut && !groundsAreCut)
    }
}
