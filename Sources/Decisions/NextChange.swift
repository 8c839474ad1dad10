import Plans
import Runtime
import Values
package import Vocabulary

/// When an answer next changes by itself, all facts staying as they are.
package struct NextChange: Sendable, Hashable {
    /// A day, or a minute of one where the case is judged by an instant.
    package struct Moment: Sendable, Hashable, CustomStringConvertible {
        package let day: Int64
        package let minute: Int64?

        /// As programs write it: a day, or an instant in Japan.
        package var description: String {
            guard let date = CivilDate(dayNumber: Int(day)) else { return "" }
            return Instant(date: date, time: minute.flatMap { TimeOfDay(minutes: Int($0)) }).description
        }
    }

    /// What the decision comes to from then on.
    package struct Outcome: Sendable, Hashable {
        package let moment: Moment
        package let status: DecisionStatus
        /// Where it is determined.
        package let outcome: Int?
        /// The outcomes that are possible then.
        package let possible: OutcomeSet
    }

    /// The first moment at which other outcomes are possible.
    package let outcome: Outcome?
    /// The first moment at which the outcome rests on other rules, where that comes earlier and is found within the searches.
    package let grounds: Moment?
    /// The last day that was looked at; `nil` where no day can change the answer.
    package let until: Int64?

    /// No day changes the answer.
    static var never: Self { Self(outcome: nil, grounds: nil, until: nil) }
}

/// How far ahead changes are looked for.
package enum Horizon {
    /// Days ahead: thirty years.
    package static let days: Int64 = 10_958
    /// The last day of the calendar, 9999-12-31.
    static let lastDay: Int64 = 2_932_896
    /// Exact searches for one answer; beyond them the day that was reached is said. Of what is open now, the day that matters is the one on
    /// which the missing facts are known: little is looked for.
    static func searches(isOpen: Bool) -> Int { isOpen ? 4 : 24 }
}

extension Decider {
    /// When the answer next changes, the facts staying as they are: first what can turn and when is collected, then these moments are tried.
    func nextChange(_ decision: Place<Decision>, _ frame: FactFrame, _ now: Finding) -> NextChange {
        let day = frame[.asOf].value
        let last = min(day + Horizon.days, Horizon.lastDay)
        let points = ChangePoints(plan, frame, decision, last: last)
        guard !points.isEmpty, last > day else { return .never }
        // Where every day must be looked at only to find other grounds of what stays as it is, they are not worth it.
        if points.isDaily, now.possible.only != nil, points.outcomes(of: decision) == now.possible { return .never }
        var walk = ChangeWalk(self, decision, frame, points: points, last: last, possible: now.possible, grounds: primary(now.possible, now.applying))
        return walk.run()
    }

    /// The rules that an outcome rests on.
    func primary(_ possible: OutcomeSet, _ applying: [Place<Rule>]) -> [Place<Rule>] {
        guard let outcome = possible.only else { return [] }
        return applying.filter { plan.rules[$0].outcome == outcome || outcome == plan.decisions[plan.rules[$0].decision].conflict }
    }
}

/// Tries the moments at which something can turn, in order.
private struct ChangeWalk: ~Copyable {
    private let decider: Decider
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
    private let grounds: [Place<Rule>]
    private var evaluator: Evaluator<NoTracer>
    /// What a day can turn of the decision.
    private let rerun: Rerun
    /// The last answer that needed no search, with the rules from which it came.
    private var settled: (applies: RuleStates, found: Found)?
    private var searches = 0
    private let mostSearches: Int
    private var groundsChange: NextChange.Moment?
    /// Days on which nothing changes, by what can turn on them.
    private var quiet: Set<Key> = []

    /// What a moment comes to.
    private struct Found {
        let possible: OutcomeSet
        let grounds: [Place<Rule>]
    }

    private struct Key: Hashable {
        /// How many turns have passed.
        let turns: Int
        let daily: [Reading]
    }

    init(
        _ decider: Decider, _ decision: Place<Decision>, _ frame: FactFrame, points: borrowing ChangePoints, last: Int64, possible: OutcomeSet,
        grounds: [Place<Rule>]
    ) {
        self.decider = decider
        self.decision = decision
        self.frame = frame
        self.last = last
        self.possible = possible
        self.grounds = grounds
        mostSearches = Horizon.searches(isOpen: possible.only == nil)
        let day = frame[.asOf].value
        self.day = day
        minute = frame[.asOfTime].state == .known ? frame[.asOfTime].value : nil
        self.turns = points.days.filter { $0 > day && $0 <= last }.sorted()
        daily = points.daily
        isRestless = points.isRestless
        minutes = points.minutes.filter { (1..<1440).contains($0) }.sorted()
        timed = points.timed
        evaluator = Evaluator(decider.plan, frame, tracer: NoTracer())
        evaluator.run(decision)
        rerun = points.rerun(evaluator, decision, decider.masks)
    }

    mutating func run() -> NextChange {
        let isTimed = !minutes.isEmpty || !timed.isEmpty
        if isTimed, let minute, let found = look(on: day, after: minute) { return change(found) }
        if !isTimed { quiet.insert(key(on: day, turns: 0)) }
        var passed = 0
        var next = day + 1
        while next <= last {
            while passed < turns.count, turns[passed] <= next { passed += 1 }
            let key = key(on: next, turns: passed)
            if isRestless || !quiet.contains(key) {
                if let found = look(on: next, after: -1) { return change(found) }
                if searches > mostSearches { return NextChange(outcome: nil, grounds: groundsChange, until: next - 1) }
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
        return NextChange(outcome: nil, grounds: groundsChange, until: last)
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

    /// The first change on a day after a minute of it.
    private mutating func look(on day: Int64, after before: Int64) -> (moment: NextChange.Moment, possible: OutcomeSet)? {
        let starts = minute == nil ? [-1] : (before < 0 ? [0] : []) + turns(on: day).filter { $0 > before }
        for start in starts {
            let moment = NextChange.Moment(day: day, minute: minute == nil ? nil : start)
            guard let now = found(at: moment) else { return nil }
            if now.possible != possible { return (moment, now.possible) }
            if groundsChange == nil, now.grounds != grounds { groundsChange = moment }
        }
        return nil
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
        let rules = decider.plan.deciding[decision.value]
        let possible = evaluator.outcomes(of: decision)
        if rules.allSatisfy({ evaluator.applies[$0.value] != .unknown }) {
            let found = Found(possible: possible, grounds: decider.primary(possible, rules.filter { evaluator.applies[$0.value] == .yes }))
            settled = (evaluator.applies, found)
            return found
        }
        // Where the outcome is settled only the grounds are searched for, and only as long as there is something to find.
        let isSettled = possible.only != nil
        if isSettled, groundsChange != nil || searches >= mostSearches { return Found(possible: possible, grounds: grounds) }
        searches += 1
        guard searches <= mostSearches else { return nil }
        frame[.asOf] = Reading(.known, moment.day)
        if let minute = moment.minute { frame[.asOfTime] = Reading(.known, minute) }
        let finding = decider.finding(decision, frame)
        return Found(possible: finding.possible, grounds: decider.primary(finding.possible, finding.applying))
    }

    private func change(_ found: (moment: NextChange.Moment, possible: OutcomeSet)) -> NextChange {
        let outcome = decider.plan.decisions[decision].settled(found.possible)
        let status: DecisionStatus = found.possible.only == nil ? .undetermined : outcome == nil ? .conflict : .determined
        return NextChange(
            outcome: .init(
                moment: found.moment, status: status, outcome: outcome, possible: found.possible),
            grounds: groundsChange, until: found.moment.day)
    }
}
