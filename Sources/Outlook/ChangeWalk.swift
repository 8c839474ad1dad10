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
    private let turns: [Int64]
    private let daily: [NodeID]
    private let isRestless: Bool
    private let minutes: [Int64]
    private let timed: [NodeID]
    /// The answer that is to change.
    private let possible: OutcomeSet
    private let side: Int?
    private let grounds: [Place<Rule>]
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
    /// Days on which nothing that is looked for changes, by what can turn on them.
    private var quiet: Set<Key> = []

    /// What a moment comes to.
    private struct Found {
        let possible: OutcomeSet
        let side: Int?
        let grounds: [Place<Rule>]
    }

    private struct Key: Hashable {
        /// How many turns have passed.
        let turns: Int
        let daily: [Reading]
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
        self.turns = points.days.filter { $0 > day && $0 <= last }.sorted()
        daily = points.daily
        isRestless = points.isRestless
        minutes = points.minutes.filter { (1..<1440).contains($0) }.sorted()
        timed = points.timed
        evaluator = Evaluator(solver.plan, frame, tracer: NoTracer())
        evaluator.run(decision)
        rerun = points.rerun(evaluator, decision, solver.masks)
    }

    mutating func run() -> NextChange {
        let isTimed = !minutes.isEmpty || !timed.isEmpty
        if isTimed, let minute, look(on: day, after: minute) { return result(upTo: day) }
        if !isTimed { quiet.insert(key(on: day, turns: 0)) }
        var passed = 0
        var next = day + 1
        while next <= last {
            while passed < turns.count, turns[passed] <= next { passed += 1 }
            let key = key(on: next, turns: passed)
            if isRestless || !quiet.contains(key) {
                if look(on: next, after: -1) { return result(upTo: next) }
                if searches > mostSearches { return result(upTo: next - 1) }
                quiet.insert(key)
            }
            if isRestless || !daily.isEmpty {
                next += 1
            } else if passed < turns.count {
                next = turns[passed]
            } else {
                break
            }
        }
        return result(upTo: last)
    }

    private mutating func key(on day: Int64, turns: Int) -> Key {
        if daily.isEmpty { return Key(turns: turns, daily: []) }
        evaluator.judge(on: day, at: nil)
        return Key(turns: turns, daily: daily.map { reading($0) })
    }

    private mutating func reading(_ id: NodeID) -> Reading {
        switch id {
        case .condition(let id): Reading(.known, Int64(evaluator.truth(id).rawValue))
        case .value(let id): evaluator.value(id)
        }
    }

    /// Notes what changes first on a day after a minute of it, and says whether nothing is left to be looked for.
    private mutating func look(on day: Int64, after before: Int64) -> Bool {
        let starts = minute == nil ? [-1] : (before < 0 ? [0] : []) + turns(on: day).filter { $0 > before }
        for start in starts {
            let moment = NextChange.Moment(day: day, minute: minute == nil ? nil : start)
            guard let now = found(at: moment) else { return false }
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

    /// The minutes of a day at which something turns.
    private mutating func turns(on day: Int64) -> [Int64] {
        guard !timed.isEmpty else { return minutes }
        var found = Set(minutes)
        evaluator.judge(on: day, at: 0)
        var before = timed.map { reading($0) }
        for minute in 1..<1440 as Range<Int64> {
            evaluator.judge(on: day, at: minute)
            let now = timed.map { reading($0) }
            if now != before { found.insert(minute) }
            before = now
        }
        return found.sorted()
    }

    /// The answer at a moment; `nil` where too much has been searched.
    private mutating func found(at moment: NextChange.Moment) -> Found? {
        evaluator.judge(on: moment.day, at: moment.minute)
        evaluator.run(rerun)
        if let settled, settled.applies == evaluator.applies { return settled.found }
        let rules = solver.plan.deciding[decision.value]
        let possible = evaluator.outcomes(of: decision)
        if rules.allSatisfy({ evaluator.applies[$0.value] != .unknown }) {
            let applying = rules.filter { evaluator.applies[$0.value] == .yes }
            let found = Found(possible: possible, side: side(possible, applying), grounds: solver.primary(possible, applying))
            settled = (evaluator.applies, found)
            return found
        }
        // Where the outcome is settled only the grounds are searched for, and only as long as there is something to find. Of a conflict the
        // rules that disagree tell the side.
        let isSettled = solver.plan.decisions[decision].settled(possible) != nil
        if isSettled, groundsChange != nil || outcomeChange != nil || searches >= mostSearches {
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
