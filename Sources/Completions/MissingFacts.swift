import Diagrams
import Plans
import Runtime
import Vocabulary

/// What would have to be known: the exact search tells which unknown facts can change the outcome, or the clause that is cited.
extension Solver {
    /// What is missing after a search, which settles the finding.
    func missing(
        _ search: inout CompletionSearch, _ finding: inout Finding, _ order: QuestionOrder
    ) throws(BudgetExceeded) -> [Missing] {
        let diagram = search.diagram
        let allowed = search.constraint
        try search.find(&finding)
        let within = try search.outcomesWithin()
        let deciding = finding.possible.count > 1 ? try deciding(within, free: try search.outcomes(of: search.decision), search) : []
        let sides = try sides(&search, finding)
        let sideDeciding = try sides.map { sides throws(BudgetExceeded) in try self.deciding(sides.within, free: sides.free, search) } ?? deciding
        var citing: Set<Int> = []
        for rule in finding.open {
            let here = try diagram.and(allowed, search.applies[rule.value])
            try collect(try diagram.and(allowed, try diagram.not(here)), here, in: search, into: &citing)
        }
        let missing = try missing(&search, sideDeciding, deciding.union(sideDeciding), citing)
        guard case .weighed(let weight) = order else { return missing }
        // Where weighing them takes too much they stand as the vocabulary has them.
        do throws(BudgetExceeded) {
            let side = try bestFirst(missing.filter(\.decidesSide), sides?.within ?? within, search, weight)
            let rest = sides == nil ? [] : try bestFirst(missing.filter { $0.decides && !$0.decidesSide }, within, search, weight)
            return side + rest + missing.filter { !$0.decides }
        } catch {
            return missing
        }
    }

    /// Under which completions the decision lies on each of the sides that are still told apart, with and without the constraints; nil where every
    /// outcome is a side by itself. None where only the outcome on one side is open.
    private func sides(
        _ search: inout CompletionSearch, _ finding: Finding
    ) throws(BudgetExceeded) -> (within: [DiagramNode], free: [DiagramNode])? {
        let declared = plan.decisions[search.decision]
        guard finding.possible.count > 1, declared.sides.contains(where: \.isDeclared) else { return nil }
        let certain = declared.side(of: plan.outcomes(finding, of: search.decision))
        let branches = declared.branches(of: certain)
        // On a side that holds no others what is left is the clause.
        if certain != nil, branches.allSatisfy({ $0.count == 1 }) { return ([], []) }
        let free = try search.outcomes(within: branches)
        return (try free.map { part throws(BudgetExceeded) in try search.diagram.and(search.constraint, part) }, free)
    }

    /// The variables that can change in which of some parts a completion lies.
    ///
    /// - Parameter free: the parts without the constraints.
    private func deciding(
        _ parts: [DiagramNode], free: [DiagramNode], _ search: borrowing CompletionSearch
    ) throws(BudgetExceeded) -> Set<Int> {
        let diagram = search.diagram
        var deciding: Set<Int> = []
        for here in parts where here != .no {
            try collect(try diagram.and(search.constraint, try diagram.not(here)), here, in: search, into: &deciding)
        }
        // Where constraints tie facts together so that none can change alone: those that would matter without the constraints.
        if deciding.isEmpty {
            for (here, part) in zip(parts, free) where here != .no { try collect(try diagram.not(part), here, in: search, into: &deciding) }
        }
        return deciding
    }

    /// A variable matters where changing it alone leads from a completion inside to one outside.
    private func collect(_ outside: DiagramNode, _ inside: DiagramNode, in search: borrowing CompletionSearch, into found: inout Set<Int>)
        throws(BudgetExceeded)
    {
        let diagram = search.diagram
        diagram.crossings(inside, outside, into: &found)
        if search.constraint != .yes { try collectTogether(outside, inside, in: search, into: &found) }
    }

    /// Where constraints forbid to change one member of a set alone, or one thing about further records, all of them are changed at once.
    private func collectTogether(
        _ outside: DiagramNode, _ inside: DiagramNode, in search: borrowing CompletionSearch, into found: inout Set<Int>
    ) throws(BudgetExceeded) {
        let diagram = search.diagram
        var groups: [Missing.Subject: [Int]] = [:]
        for variable in diagram.support(inside).union(diagram.support(outside)).sorted() {
            if let subject = subject(of: search.variables[variable], search.frame) { groups[subject, default: []].append(variable) }
        }
        for (_, group) in groups where group.count > 1 && found.isDisjoint(with: group) {
            var (left, right) = (inside, outside)
            for variable in group { (left, right) = (try diagram.exists(variable, left), try diagram.exists(variable, right)) }
            if diagram.meets(left, right) { found.formUnion(group) }
        }
    }

    /// What a variable belongs to; `nil` where it stands for no one fact.
    func subject(of source: VariableSource, _ frame: FactFrame) -> Missing.Subject? {
        switch source {
        case .fact(let fact, let record), .member(let fact, let record, _): subject(fact, record, frame)
        case .further(let list, _), .others(let list, _, _): .list(list)
        case .order: nil
        }
    }

    private func missing(
        _ search: inout CompletionSearch, _ sideDeciding: Set<Int>, _ deciding: Set<Int>, _ citing: Set<Int>
    ) throws(BudgetExceeded) -> [Missing] {
        var order: [Missing.Subject] = []
        var members: [Missing.Subject: [Int]] = [:]
        var (decides, decidesSide): (Set<Missing.Subject>, Set<Missing.Subject>) = ([], [])
        for variable in deciding.union(citing).sorted() {
            var subjects: [Missing.Subject]
            switch search.variables[variable] {
            case .fact(let fact, let record): subjects = [subject(fact, record, search.frame)]
            case .member(let fact, let record, let code):
                subjects = [subject(fact, record, search.frame)]
                members[subjects[0], default: []].append(code)
            case .further(let list, _): subjects = [.list(list)]
            case .others(let list, let id, let records): subjects = [.list(list)] + plan.lookedAt(id, records, search.frame)
            case .order(let order):
                let askers = search.askers[order] ?? []
                subjects = askers.flatMap { plan.calculatedWith($0.condition, $0.records, search.frame) }
                if subjects.isEmpty { subjects = askers.flatMap { plan.eventsToCome($0.condition, search.frame) } }
                if subjects.isEmpty || order.distance.values.contains(where: { plan.isGap($0, search.frame) }) { subjects.append(.reference) }
            }
            for subject in subjects {
                if !order.contains(subject) { order.append(subject) }
                if deciding.contains(variable) { decides.insert(subject) }
                if sideDeciding.contains(variable) { decidesSide.insert(subject) }
            }
        }
        // What is known of a list is settled before more of it is asked for.
        order = order.filter { !$0.isList } + order.filter(\.isList)
        let found = try order.map { subject throws(BudgetExceeded) in
            let (decides, decidesSide) = (decides.contains(subject), decidesSide.contains(subject))
            guard case .fact(let fact, let record, _) = subject else {
                return Missing(subject: subject, decides: decides, decidesSide: decidesSide, isAsked: true)
            }
            return Missing(
                subject: .fact(fact, record: record, members: members[subject] ?? []), decides: decides, decidesSide: decidesSide,
                isAsked: try search.isAsked(fact, record: record) == .yes)
        }
        return found.filter(\.decidesSide) + found.filter { $0.decides && !$0.decidesSide } + found.filter { !$0.decides }
    }

    /// A fact; of a record that nobody has named, the list.
    func subject(_ fact: Place<Fact>, _ record: Int?, _ frame: FactFrame) -> Missing.Subject {
        if let list = plan.facts[fact].list, let record, record >= frame.lists[list.value].recordCount { return .list(list) }
        return .fact(fact, record: record, members: [])
    }

    /// Beyond the budget: every unknown fact that the decision can look at and that its premise does not rule out.
    func unsettled(_ decision: Place<Decision>, _ frame: FactFrame) -> [Missing] {
        let program = plan.program(decision)
        var evaluator = Evaluator(plan, frame, tracer: NoTracer())
        evaluator.run(decision)
        var found: [Missing] = []
        for fact in program.facts.sorted() {
            let records: [Int?] = plan.facts[fact].list.map { Array(0..<frame.lists[$0.value].recordCount) } ?? [nil]
            for record in records where plan.isOpen(fact, record, frame) {
                let premise = plan.premises[fact.value].map { premise in
                    if let list = plan.facts[fact].list, let record { evaluator.truth(premise, record: record, of: list) } else { evaluator.truth(premise) }
                }
                if premise == .no { continue }
                found.append(Missing(subject: .fact(fact, record: record, members: []), decides: true, decidesSide: true, isAsked: premise != .unknown))
            }
        }
        return found
            + program.lists.sorted().filter { !frame.lists[$0.value].isComplete }
            .map { Missing(subject: .list($0), decides: true, decidesSide: true, isAsked: true) }
    }
}
