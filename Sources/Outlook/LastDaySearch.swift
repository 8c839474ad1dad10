import Completions
import Plans
import Runtime
import Values
import Vocabulary

/// Finds the last days on which what a rule lacks could be done: each condition that compares a day turns where the calendar says, and the rule
/// is evaluated on both sides of all these days.
struct LastDaySearch: ~Copyable {
    private let plan: Plan
    private let decision: Place<Decision>
    private let frame: FactFrame
    private let rule: Place<Rule>
    private let lacks: [NearestRule.Lack]
    private var supposed: Supposition
    /// The conditions of which the rule is made, those of the rules that it names included.
    private var conditions: [ConditionID] = []
    /// A day that is compared in a way that may turn more than once: nothing is said of it.
    private(set) var isCut = false

    init(_ plan: Plan, _ decision: Place<Decision>, _ frame: FactFrame, _ rule: Place<Rule>, _ lacks: [NearestRule.Lack]) {
        (self.plan, self.decision, self.frame, self.rule, self.lacks) = (plan, decision, frame, rule, lacks)
        supposed = Supposition(plan, decision, frame)
    }

    mutating func run() -> [LastDay] {
        conditions = made(of: plan.conditions[rule.value])
        let today = frame[.asOf].value
        var found: [LastDay] = []
        for fact in days() {
            guard let turns = turns(of: fact) else {
                isCut = true
                continue
            }
            guard let day = last(fact, turns), fact == .asOf || again.contains(plan.record(of: fact)) || mayLimit(fact, day) else { continue }
            found.append(LastDay(fact: fact, day: day, hasPassed: day < today))
        }
        return found
    }

    /// A condition and all that it is made of, as far as it is not a test itself.
    private func made(of root: ConditionID) -> [ConditionID] {
        var (found, waiting): ([ConditionID], [ConditionID]) = ([], [root])
        var seen: Set<ConditionID> = []
        while let id = waiting.popLast() {
            guard seen.insert(id).inserted else { continue }
            found.append(id)
            switch plan[id] {
            case .and(let parts), .or(let parts): waiting += plan[parts]
            case .not(let part): waiting.append(part)
            case .holds(let rule), .applies(let rule): waiting.append(plan.conditions[rule.value])
            case .constant, .reading, .isCase, .hasAny, .hasAll, .compare, .compareFact, .isPending, .isInapplicable, .outcome, .some, .every: break
            }
        }
        return found
    }

    /// The days that the rule compares and that have to do with what it lacks: those that this looks at, and those of what would have to be done
    /// again. The day to judge by has to do with everything.
    private func days() -> [Place<Fact>] {
        var (compared, lacking) = (Reach(), Reach())
        for id in conditions where isTest(id) { compared.add(id, of: plan) }
        for test in lacks.flatMap(\.tests) { lacking.add(test.condition, of: plan) }
        return compared.facts.sorted().filter { fact in
            guard plan.facts[fact].type == .date, plan.facts[fact].list == nil else { return false }
            return fact == .asOf || lacking.facts.contains(fact) || again.contains(plan.record(of: fact))
        }
    }

    /// The records of which something that can be changed would have to be otherwise: what they tell of can be done again, on another day.
    private var again: Set<Substring> {
        let tests = lacks.flatMap(\.tests)
        return Set(tests.compactMap { plan.factLooked(at: plan[$0.condition]) }.filter { plan.facts[$0].isChangeable }.map { plan.record(of: $0) })
    }

    /// A day that has come already, and no later than this, is no day to choose any more.
    private func mayLimit(_ fact: Place<Fact>, _ day: Int64) -> Bool {
        let own = frame[fact]
        return own.state != .known || own.value > frame[.asOf].value || own.value > day
    }

    private func isTest(_ id: ConditionID) -> Bool {
        switch plan[id] {
        case .and, .or, .not, .holds, .applies, .constant, .reading: false
        case .isCase, .hasAny, .hasAll, .compare, .compareFact, .isPending, .isInapplicable, .outcome, .some, .every: true
        }
    }

    // MARK: Where comparisons turn

    /// The days after which a comparison may come out otherwise; nil where one may turn anywhere.
    private mutating func turns(of fact: Place<Fact>) -> [Int64]? {
        var days: Set<Int64> = []
        supposed.load(frame)
        for id in conditions where isTest(id) && looks(id, at: fact) {
            switch plan[id] {
            case .compareFact(fact, _, let constant): days.formUnion([constant &- 1, constant])
            case .compare(let left, _, let right):
                let (inLeft, inRight) = (looks(.value(left), at: fact), looks(.value(right), at: fact))
                guard inLeft != inRight, let moved = plan.moved(inLeft ? left : right), moved.fact == fact else { return nil }
                let bound = supposed.value(inLeft ? right : left)
                // What is not known yet settles nothing on any day.
                if bound.state == .known { days.formUnion([last(moved, below: bound.value), last(moved, below: bound.value &+ 1)].compactMap(\.self)) }
            // A day that is set has come and applies.
            case .isPending, .isInapplicable: break
            case .constant, .and, .or, .not, .isCase, .hasAny, .hasAll, .compareFact, .holds, .applies, .outcome, .reading, .some, .every: return nil
            }
        }
        return days.filter(Self.calendar.contains).sorted()
    }

    private func looks(_ id: ConditionID, at fact: Place<Fact>) -> Bool { looks(.condition(id), at: fact) }

    /// Whether a node hangs on a fact, through the decisions and rules that it reads too. What is known needs no premise.
    private func looks(_ id: NodeID, at fact: Place<Fact>) -> Bool {
        var waiting = [id]
        var seen: Set<NodeID> = []
        while let next = waiting.popLast() {
            guard seen.insert(next).inserted else { continue }
            if let looked = plan.factLooked(at: next) {
                if looked == fact { return true }
                if plan.facts[looked].list == nil, frame[looked].state != .unknown { continue }
            }
            if case .condition(let condition) = next, let read = decision(readBy: condition), plan.program(read).facts.contains(fact) { return true }
            waiting += plan.parts(of: next)
        }
        return false
    }

    private func decision(readBy id: ConditionID) -> Place<Decision>? {
        switch plan[id] {
        case .outcome(let decision, _): decision
        case .holds(let rule), .applies(let rule): plan.rules[rule].decision
        case .constant, .and, .or, .not, .isCase, .hasAny, .hasAll, .compare, .compareFact, .isPending, .isInapplicable, .reading, .some, .every: nil
        }
    }

    /// From 1600 to the end of the calendar.
    private static let calendar: ClosedRange<Int64> = -135_140...Horizon.lastDay

    /// The last day of a fact that is moved to before a bound; a later day never leads to an earlier one.
    private func last(_ moved: MovedFact, below bound: Int64) -> Int64? {
        func isBelow(_ day: Int64) -> Bool { moved.steps.reduce(day) { plan.stepped($1, $0) } < bound }
        var (low, high) = (Self.calendar.lowerBound, Self.calendar.upperBound)
        guard isBelow(low), !isBelow(high) else { return nil }
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if isBelow(middle) { low = middle } else { high = middle }
        }
        return low
    }

    // MARK: Trying days

    /// The last day on which the rule is met; nil where there is none, or no last one.
    private mutating func last(_ fact: Place<Fact>, _ turns: [Int64]) -> Int64? {
        guard let end = turns.last, !isMet(fact, end + 1) else { return nil }
        for day in turns.reversed() where isMet(fact, day) { return day }
        return nil
    }

    /// Whether the rule is met where a fact has a day, and all that it lacks and that does not ask for that day is done.
    private mutating func isMet(_ fact: Place<Fact>, _ day: Int64) -> Bool {
        var changed = frame
        changed[fact] = Reading(.known, day)
        supposed.load(changed)
        var done: [ConditionID: Truth] = [:]
        for lack in lacks where !lack.tests.contains(where: { looks($0.condition, at: fact) }) {
            // Whichever is done, the others are as they are.
            if let test = lack.tests.first { done[test.condition] = Truth(test.wanted) }
        }
        return supposed.truth(plan.conditions[rule.value], done) == .yes
    }
}

extension Plan {
    /// The record that a fact stands in: its name without the last part.
    fileprivate func record(of fact: Place<Fact>) -> Substring {
        let name = facts[fact].name
        return name.lastIndex(of: ".").map { name[..<$0] } ?? name[...]
    }
}
