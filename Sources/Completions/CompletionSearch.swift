package import Diagrams
package import Plans
package import Runtime
import Values
package import Vocabulary

/// Settles what Kleene logic leaves open: every condition becomes a diagram over the unknown facts, so that "under every completion"
/// and "under some completion" are exact.
///
/// Each unknown fact is a variable. Listed facts have their cases as values, set facts a yes/no variable for each member, ordered facts
/// one value for each region between the bounds that conditions compare them with. Facts whose premise is false do not apply.
///
/// docs/decisions/exact-search.md follows one through, on a rule set of ten lines.
package struct CompletionSearch: ~Copyable {
    let plan: Plan
    private(set) var frame: FactFrame
    package let diagram: DecisionDiagram
    let decision: Place<Decision>
    let scope: SearchScope
    /// Discretions that are variables too: not exercised is one of their values, whatever their premises say.
    let powers: Set<Place<Fact>>
    /// The variables in the order of the vocabulary.
    package internal(set) var variables: [VariableSource] = []
    /// The numbers of the variables: of facts outside lists by the fact, -1 where it has none, of all others by what they stand for.
    var plainNumbers: [Int]
    var otherNumbers: [VariableSource: Int] = [:]
    /// The values of each variable, once they are asked for.
    var domains: [[Reading]?] = []
    private(set) var holds: [DiagramNode]
    private(set) var applies: [DiagramNode]
    private var outcomeDiagrams: [Place<Decision>: [DiagramNode]] = [:]
    var records: [Int]
    /// The conditions that are known, where no record is in view, and inside records.
    var known: [DiagramNode?]
    var knownInside: [Key: DiagramNode] = [:]
    var kleene: Evaluator<NoTracer>
    /// What facts can be, by their variables.
    var knownReadings: [Int: [Guarded]] = [:]
    /// The values that are known where no record is in view: a look-up in a table goes through all its keys, and several conditions ask for it.
    var knownValues: [ValueID: [Guarded]] = [:]
    var regions: Regions
    /// The facts that somebody looks at beside the constraints: the decision, and who changes the case.
    private(set) var lookedAt: Set<Place<Fact>> = []
    /// Whether something was looked at only roughly.
    var isRough = false
    /// What is asked of open values, and by whom.
    var orders: [OpenDistance: AskedDistance] = [:]
    var askers: [OpenOrder: [Key]] = [:]
    /// What `rings` found, as long as nothing else is asked of open values.
    var knownRings: DiagramNode?
    var viewedLists: [ValueID: Set<Place<RecordList>>] = [:]
    package private(set) var constraint = DiagramNode.yes
    /// What constraints come to together, by the diagram of each.
    private var projections: [[DiagramNode]: DiagramNode] = [:]
    /// Of open lists: whether what is asked of their records can be answered in every combination.
    var freeLists: [Place<RecordList>: Bool] = [:]

    /// Whether something was treated as independent that is not quite: the result may then be too open, never wrong.
    package var isApproximate: Bool {
        mutating get {
            if isRough { return true }
            do throws(BudgetExceeded) { return try rings() != .no } catch { return true }
        }
    }

    struct Key: Hashable {
        let condition: ConditionID
        let records: [Int]
    }

    /// A value under a condition.
    struct Guarded {
        var condition: DiagramNode
        var reading: Reading
        /// It stands for a whole region of an unknown fact, good only for the comparisons whose bounds made the region.
        var isSample = false
    }

    /// - Parameters:
    ///   - open: what will be changed with `vary`.
    ///   - kept: values that shall be values of their facts, not just lie in a region.
    ///   - powers: discretions that may be exercised.
    ///   - scope: what is looked at.
    ///   - lookingAt: the facts that shall be told apart under the constraints; without them those of the decision.
    package init(
        _ plan: Plan, _ frame: FactFrame, _ decision: Place<Decision>, _ scope: SearchScope, budget: Int, open: [Change] = [],
        kept: [(fact: Place<Fact>, value: Int64)] = [], powers: [Place<Fact>] = [], lookingAt: Set<Place<Fact>>? = nil
    ) throws(BudgetExceeded) {
        self.plan = plan
        self.decision = decision
        self.scope = scope
        self.powers = Set(powers)
        var frame = frame
        for power in powers { frame[power] = .unknown }
        self.frame = frame
        diagram = DecisionDiagram(budget: budget)
        plainNumbers = Array(repeating: -1, count: plan.facts.count)
        holds = Array(repeating: .no, count: plan.rules.count)
        applies = holds
        records = Array(repeating: -1, count: plan.lists.count)
        known = Array(repeating: nil, count: plan.conditionNodes.count)
        var opened = frame
        for change in open { change.open(in: &opened) }
        let connected = Self.connected(plan, scope, opened)
        regions = Regions(plan, scope, opened, connected: connected, kept: kept)
        kleene = Evaluator(plan, frame, tracer: NoTracer())
        for decision in scope.decisions { kleene.run(decision) }
        lookedAt = (lookingAt ?? plan.program(decision).facts).union(kept.map(\.fact))
        for case .exercise(let fact, _) in open { lookedAt.insert(fact) }
        numberVariables(connected)
        try run()
        try constrain()
    }

    /// Changes the case and does again what hangs on it. Regions must have been made with the changes open.
    mutating func vary(_ changes: [Change], _ masks: ChangeMasks) throws(BudgetExceeded) {
        var mask: UInt64 = 0
        for change in changes {
            change.apply(to: &frame, plan)
            mask |= change.bit
        }
        let all = masks.all
        for id in plan.conditionNodes.places where all[id] & mask != 0 { known[id.value] = nil }
        knownInside = knownInside.filter { all[$0.key.condition] & mask == 0 }
        knownValues = knownValues.filter { all[$0.key] & mask == 0 }
        outcomeDiagrams = [:]
        freeLists = [:]
        constraint = .yes
        kleene.load(frame)
        for decision in scope.decisions { kleene.run(decision) }
        try run()
        try constrain()
    }

    /// What is known of the case as it is, to go back to.
    struct Base {
        fileprivate let frame: FactFrame
        fileprivate let known: [DiagramNode?]
        fileprivate let knownInside: [Key: DiagramNode]
        fileprivate let knownValues: [ValueID: [Guarded]]
        fileprivate let holds: [DiagramNode]
        fileprivate let applies: [DiagramNode]
        fileprivate let outcomes: [Place<Decision>: [DiagramNode]]
        fileprivate let constraint: DiagramNode
    }

    var base: Base {
        Base(
            frame: frame, known: known, knownInside: knownInside, knownValues: knownValues, holds: holds, applies: applies, outcomes: outcomeDiagrams,
            constraint: constraint)
    }

    mutating func restore(_ base: Base) {
        frame = base.frame
        known = base.known
        knownInside = base.knownInside
        knownValues = base.knownValues
        holds = base.holds
        applies = base.applies
        outcomeDiagrams = base.outcomes
        constraint = base.constraint
        freeLists = [:]
        kleene.load(frame)
        for decision in scope.decisions { kleene.run(decision) }
    }

    // MARK: Steps

    private mutating func run() throws(BudgetExceeded) {
        for step in scope.decisions.flatMap({ plan.program($0).steps }) {
            switch step {
            case .holds(let rule): holds[rule.value] = try condition(plan.conditions[rule.value])
            case .applies(let rule):
                var result = holds[rule.value]
                for defeater in plan.defeaters[rule.value] where result != .no {
                    result = try diagram.and(result, try diagram.not(applies[defeater.rule.value]))
                }
                applies[rule.value] = result
            }
        }
    }

    private mutating func constrain() throws(BudgetExceeded) {
        var parts: [DiagramNode] = []
        for number in Self.connected(plan, scope, frame) { parts.append(try condition(scope.tied[number].condition)) }
        // What is varied mostly leaves the constraints alone.
        if let known = projections[parts] { constraint = known } else { constraint = try projection(of: parts) }
        projections[parts] = constraint
        // Known facts that contradict each other leave no completion, whatever is open.
        for constraint in scope.tied where kleene.truth(constraint.condition) == .no { self.constraint = .no }
    }

    /// Leaves out some completions.
    mutating func exclude(_ completions: DiagramNode) throws(BudgetExceeded) { constraint = try diagram.and(constraint, try diagram.not(completions)) }

    /// One diagram for each outcome, and last for a conflict: under which completions the decision comes out so.
    package mutating func outcomes(of decision: Place<Decision>) throws(BudgetExceeded) -> [DiagramNode] {
        if let known = outcomeDiagrams[decision] { return known }
        let declared = plan.decisions[decision]
        var given = Array(repeating: DiagramNode.no, count: declared.outcomes.count)
        for rule in plan.deciding[decision.value] {
            let outcome = plan.rules[rule].outcome
            given[outcome] = try diagram.or(given[outcome], applies[rule.value])
        }
        var result = Array(repeating: DiagramNode.no, count: declared.outcomes.count + 1)
        var none = DiagramNode.yes
        if declared.isRanked {
            for outcome in given.indices {
                result[outcome] = try diagram.and(none, given[outcome])
                none = try diagram.and(none, try diagram.not(given[outcome]))
            }
        } else {
            var atMostOne = DiagramNode.no
            for outcome in given.indices {
                // Exactly this one: it, and none of the others.
                var alone = given[outcome]
                for other in given.indices where other != outcome { alone = try diagram.and(alone, try diagram.not(given[other])) }
                result[outcome] = alone
                atMostOne = try diagram.or(atMostOne, alone)
                none = try diagram.and(none, try diagram.not(given[outcome]))
            }
            result[declared.conflict] = try diagram.not(try diagram.or(atMostOne, none))
        }
        result[declared.fallback] = try diagram.or(result[declared.fallback], none)
        outcomeDiagrams[decision] = result
        return result
    }
}
