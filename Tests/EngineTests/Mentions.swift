import Contract
import Vocabulary

/// What the rules of a decision speak of, all that they lead to included; over an inlined contract.
struct Mentions {
    let contract: CheckedContract
    private(set) var facts: Set<Place<Fact>> = []
    private(set) var lists: Set<Place<RecordList>> = []
    /// The quantifiers over each list, in other words how many further records can matter at once.
    private(set) var quantifiers: [Place<RecordList>: Set<Condition>] = [:]
    /// Lists whose records are counted or added up.
    private(set) var counted: Set<Place<RecordList>> = []
    /// The constraints that bear on the facts.
    private(set) var constraints: [Condition] = []
    private var decisions: Set<Place<Decision>> = []
    private var rules: Set<Place<Rule>> = []

    init(_ contract: CheckedContract, of decision: Place<Decision>) {
        self.contract = contract
        visit(decision)
        // A constraint that touches what is spoken of brings its other facts.
        var waiting = contract.constraints.map(\.condition)
        var grew = true
        while grew {
            grew = false
            for (number, condition) in waiting.enumerated().reversed() {
                var own = Mentions(contract)
                own.visit(condition)
                guard !own.facts.isDisjoint(with: facts) else { continue }
                waiting.remove(at: number)
                constraints.append(condition)
                visit(condition)
                grew = true
            }
        }
    }

    private init(_ contract: CheckedContract) { self.contract = contract }

    private mutating func visit(_ decision: Place<Decision>) {
        guard decisions.insert(decision).inserted else { return }
        for (number, rule) in contract.rules.enumerated() where rule.rule.decision == decision { visit(Place<Rule>(number)) }
    }

    private mutating func visit(_ rule: Place<Rule>) {
        guard rules.insert(rule).inserted else { return }
        visit(contract.rules[rule.value].condition)
        for requirement in contract.rules[rule.value].requirements {
            visit(requirement.condition)
            for waiver in requirement.waivers { visit(waiver) }
        }
        for (number, other) in contract.rules.enumerated() where other.defeats.contains(where: { $0.targets.contains { $0.value == rule.value } }) {
            visit(Place<Rule>(number))
        }
    }

    private mutating func visit(_ fact: Place<Fact>) {
        guard facts.insert(fact).inserted, let premise = contract.premises[fact.value] else { return }
        visit(premise)
    }

    private mutating func visit(_ condition: Condition) {
        switch condition {
        case .constant, .reading: break
        case .and(let parts), .or(let parts): for part in parts { visit(part) }
        case .not(let part): visit(part)
        case .isCase(let fact, _), .hasAny(let fact, _), .hasAll(let fact, _), .isPending(let fact), .isInapplicable(let fact): visit(fact)
        case .compare(_, let left, let right):
            visit(left)
            visit(right)
        case .holds(let rule), .applies(let rule): visit(rule)
        case .outcome(let decision, _): visit(decision)
        case .some(let list, let body), .every(let list, let body):
            lists.insert(list)
            quantifiers[list, default: []].insert(condition)
            visit(body)
        case .definition: break
        }
    }

    private mutating func visit(_ value: Value) {
        switch value {
        case .constant, .definition: break
        case .fact(let fact): visit(fact)
        case .sum(let left, let right), .difference(let left, let right), .product(let left, let right), .days(let left, let right):
            visit(left)
            visit(right)
        case .rounded(_, let factors, let divisors, _): for part in factors + divisors { visit(part) }
        case .calendar(_, let date, _): visit(date)
        case .count(let list, let body):
            lists.insert(list)
            counted.insert(list)
            visit(body)
        case .total(let list, let body):
            lists.insert(list)
            counted.insert(list)
            visit(body)
        case .lookup(_, let keys, _): for key in keys { visit(key) }
        case .choice(let choices):
            for choice in choices {
                visit(choice.condition)
                visit(choice.value)
            }
        }
    }
}
