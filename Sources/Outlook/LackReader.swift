import Completions
import Plans
import Runtime
import Values
import Vocabulary

/// Reads from the condition of a rule the fewest tests that would have to come out otherwise.
struct LackReader: ~Copyable {
    /// Tests that together meet a condition.
    private typealias Way = Set<NearestRule.Test>

    private let plan: Plan
    private let frame: FactFrame
    private var supposed: Supposition
    private var known: [NearestRule.Test: [Way]] = [:]
    /// There were more ways to meet a condition than are kept.
    private(set) var isCut = false

    /// Ways to meet a condition that are kept, those with fewer tests first.
    private static let mostWays = 128

    init(_ plan: Plan, _ decision: Place<Decision>, _ frame: FactFrame) {
        (self.plan, self.frame) = (plan, frame)
        supposed = Supposition(plan, decision, frame)
    }

    /// What a rule lacks, as few as there can be: whichever of its tests meets each lack, the rule is met. Nil where no fact could make it so.
    mutating func lacks(_ rule: Place<Rule>) -> [NearestRule.Lack]? {
        let condition = plan.conditions[rule.value]
        var ways = ways(NearestRule.Test(condition: condition, wanted: true))
        let count = ways.count
        // What is done for one part of the condition may undo another that is met now.
        var possible: [Way] = []
        for way in ways {
            let done = Dictionary(way.map { ($0.condition, Truth($0.wanted)) }, uniquingKeysWith: { one, _ in one })
            if supposed.truth(condition, done) == .yes { possible.append(way) }
        }
        ways = possible
        isCut = isCut || ways.count < count
        guard let least = ways.first else { return nil }
        let tests = least.sorted { ($0.condition, $0.wanted ? 1 : 0) < ($1.condition, $1.wanted ? 1 : 0) }
        let all = Set(ways)
        // What would do in the place of each test, and whether that is so whatever is done of the others.
        var choices = tests.map { test in
            [test]
                + ways.compactMap { way in
                    way.count == least.count && way.isSuperset(of: least.subtracting([test])) && way != least ? way.subtracting(least).first : nil
                }
        }
        if !Self.isEveryChoice(of: choices, among: all) { choices = tests.map { [$0] } }
        var found: [NearestRule.Lack] = []
        for tests in choices {
            var isOpen = true
            for test in tests where supposed.truth(test.condition) != .unknown { isOpen = false }
            found.append(.init(tests: tests, isOpen: isOpen))
        }
        return found
    }

    /// Whether one of each is among some ways, whichever they are.
    private static func isEveryChoice(of choices: [[NearestRule.Test]], among ways: Set<Way>) -> Bool {
        guard choices.reduce(1, { min($0 * $1.count, mostWays + 1) }) <= mostWays else { return false }
        let products = choices.reduce([Way()]) { products, own in products.flatMap { product in own.map { product.union([$0]) } } }
        return products.allSatisfy(ways.contains)
    }

    // MARK: Conditions

    /// The ways to meet a condition, fewest tests first; none where no fact could. Depth is that of the rules' text: rules do not go in circles.
    private mutating func ways(_ test: NearestRule.Test) -> [Way] {
        if let known = known[test] { return known }
        let ways = least(read(test))
        known[test] = ways
        return ways
    }

    private mutating func read(_ test: NearestRule.Test) -> [Way] {
        let truth = supposed.truth(test.condition)
        if truth == Truth(test.wanted) { return [[]] }
        switch plan[test.condition] {
        case .and(let parts): return test.wanted ? all(plan[parts], true) : any(plan[parts], false)
        case .or(let parts): return test.wanted ? any(plan[parts], true) : all(plan[parts], false)
        case .not(let part): return ways(NearestRule.Test(condition: part, wanted: !test.wanted))
        // How the contract is read is not for the parties to change.
        case .constant, .reading: return []
        case .holds(let rule), .applies(let rule):
            let condition = plan.conditions[rule.value]
            // A rule that holds and gives way lacks nothing of its own.
            return test.wanted && supposed.truth(condition) != .yes ? ways(NearestRule.Test(condition: condition, wanted: true)) : [[test]]
        // What has come, or is there, cannot be made not to be.
        case .isPending(let fact), .isInapplicable(let fact): return test.wanted && !isOpen(fact) ? [] : [[test]]
        case .isCase, .hasAny, .hasAll, .compare, .compareFact, .outcome, .some, .every: return [[test]]
        }
    }

    private func isOpen(_ fact: Place<Fact>) -> Bool { plan.facts[fact].list != nil || frame[fact].state == .unknown }

    private mutating func all(_ parts: ArraySlice<ConditionID>, _ wanted: Bool) -> [Way] {
        var found: [Way] = [[]]
        for part in parts {
            let own = ways(NearestRule.Test(condition: part, wanted: wanted))
            found = least(found.flatMap { way in own.map { way.union($0) } })
        }
        return found
    }

    /// Another rule that would do instead, or take a requirement away, is gone into only where there is no other way.
    private mutating func any(_ parts: ArraySlice<ConditionID>, _ wanted: Bool) -> [Way] {
        var (found, others): ([Way], [Way]) = ([], [])
        for part in parts {
            let own = ways(NearestRule.Test(condition: part, wanted: wanted))
            if namesRule(part) { others += own } else { found += own }
        }
        return found.isEmpty ? others : found
    }

    private func namesRule(_ id: ConditionID) -> Bool {
        switch plan[id] {
        case .holds, .applies: true
        case .constant, .and, .or, .not, .isCase, .hasAny, .hasAll, .compare, .compareFact, .isPending, .isInapplicable, .outcome, .reading, .some,
            .every:
            false
        }
    }

    /// Ways that do not contradict themselves, without those that hold another, fewest tests first.
    private mutating func least(_ ways: [Way]) -> [Way] {
        let possible = ways.filter { way in !way.contains { way.contains(NearestRule.Test(condition: $0.condition, wanted: !$0.wanted)) } }
        var kept: [Way] = []
        for way in possible.enumerated().sorted(by: { ($0.element.count, $0.offset) < ($1.element.count, $1.offset) }).map(\.element) {
            if kept.contains(where: { $0.isSubset(of: way) }) { continue }
            guard kept.count < Self.mostWays else {
                isCut = true
                break
            }
            kept.append(way)
        }
        return kept
    }
}

/// A case in which some conditions are supposed to come out so.
struct Supposition: ~Copyable {
    private let plan: Plan
    private let decision: Place<Decision>
    private var evaluator: Evaluator<NoTracer>

    init(_ plan: Plan, _ decision: Place<Decision>, _ frame: FactFrame) {
        (self.plan, self.decision) = (plan, decision)
        evaluator = Evaluator(plan, frame, tracer: NoTracer())
        evaluator.run(decision)
    }

    /// The same on other facts.
    mutating func load(_ frame: FactFrame) {
        evaluator.load(frame)
        evaluator.run(decision)
    }

    /// Nothing supposed.
    mutating func truth(_ id: ConditionID) -> Truth { evaluator.truth(id) }

    mutating func value(_ id: ValueID) -> Reading { evaluator.value(id) }

    /// A condition where some are supposed; what these would change of rules that other decisions read is not gone into.
    mutating func truth(_ id: ConditionID, _ supposed: [ConditionID: Truth]) -> Truth {
        if let truth = supposed[id] { return truth }
        switch plan[id] {
        case .and(let parts): return conjunction(plan[parts], supposed, .yes)
        case .or(let parts): return conjunction(plan[parts], supposed, .no)
        case .not(let part): return !truth(part, supposed)
        case .holds(let rule), .applies(let rule):
            let condition = plan.conditions[rule.value]
            return evaluator.truth(condition) == .yes ? evaluator.truth(id) : truth(condition, supposed)
        case .constant, .isCase, .hasAny, .hasAll, .compare, .compareFact, .isPending, .isInapplicable, .outcome, .reading, .some, .every:
            return evaluator.truth(id)
        }
    }

    /// That all parts are so; of a disjunction the opposite of all.
    private mutating func conjunction(_ parts: ArraySlice<ConditionID>, _ supposed: [ConditionID: Truth], _ wanted: Truth) -> Truth {
        var result = wanted
        for part in parts {
            let truth = truth(part, supposed)
            if truth == !wanted { return truth }
            if truth == .unknown { result = .unknown }
        }
        return result
    }
}
