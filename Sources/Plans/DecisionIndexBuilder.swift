import Vocabulary

/// Lowers the steps of a program to a table.
struct DecisionIndexBuilder {
    private let plan: Plan
    private var needs: NeedFinder
    /// What is to become of each step: entries are made when it is clear which facts the index has.
    private var drafts: [(rule: Int, condition: ConditionID?, isApplied: Bool)] = []
    /// What the steps ask of single facts and interpretations.
    private var asked: [Subject: [(step: Int, cases: CaseBits)]] = [:]
    private var fieldNumbers: [Subject: Int] = [:]
    /// The rules of which some condition asks whether they hold.
    private let referenced: Set<Int>

    /// How many fields a table has at most: one word says which of them are open.
    private static let most = 64

    init(_ plan: Plan) {
        self.plan = plan
        referenced = Set(plan.conditionNodes.lazy.compactMap { if case .holds(let rule) = $0 { rule.value } else { nil } })
        needs = NeedFinder(plan)
    }

    /// - Parameter settled: the decisions of whose rules the steps lack none.
    mutating func build(_ steps: [Step], settled: Set<Place<Decision>>) -> DecisionIndex {
        let held = ruleBits(steps.compactMap { if case .holds(let rule) = $0 { rule } else { nil } })
        let applied = ruleBits(steps.compactMap { if case .applies(let rule) = $0 { rule } else { nil } })
        for step in steps { draft(step, applied) }
        let all = blocks(drafts.indices)
        let (fields, rows) = index(all)
        var code = JumpCode(plan)
        var defeaters: [Int32] = []
        let entries = drafts.map { draft in
            let own = draft.isApplied ? plan.defeaters[draft.rule].map(\.rule.number) : []
            defer { defeaters += own }
            var open: UInt64 = 0
            let start = draft.condition.map { code.add(rest($0, &open)) }
            let rule = plan.rules[draft.rule]
            return DecisionIndex.Entry(
                rule: draft.rule, condition: draft.condition, code: start ?? 0, fields: open, isApplied: draft.isApplied,
                firstDefeater: defeaters.count, defeaterCount: own.count,
                decision: settled.contains(rule.decision) ? rule.decision.value : -1, outcome: 1 << UInt64(rule.outcome))
        }
        return DecisionIndex(
            entries: entries, defeaters: defeaters, code: code.jumps, fields: fields, rows: rows, all: all, held: held, applied: applied,
            decisions: settled.sorted().map(\.number))
    }

    private mutating func draft(_ step: Step, _ applied: [UInt64]) {
        let rule = step.rule.value
        let condition = plan.conditions[rule]
        // What never holds needs no step: rules do not hold until one says so.
        if plan[condition] == .constant(false) { return }
        let isDefeasible = !plan.defeaters[rule].isEmpty
        // Both steps are taken at once, the first late or the second early, unless someone asks in between whether the rule holds.
        let isOneStep = applied[rule >> 6] >> UInt64(rule & 63) & 1 == 1 && (!isDefeasible || !referenced.contains(rule))
        let isHolds = if case .holds = step { true } else { false }
        if isOneStep, isHolds == isDefeasible { return }
        let parts = self.parts(condition)
        for (subject, cases) in needs.need(condition) { asked[subject, default: []].append((drafts.count, cases)) }
        for part in parts where needs.exact(part) == nil {
            asked[Subject(kind: .condition, number: part.value), default: []].append((drafts.count, CaseBits(CaseSet([1]))))
        }
        drafts.append((rule, isOneStep || isHolds ? condition : nil, isOneStep || !isHolds))
    }

    /// What must all be true for a condition to be true.
    private func parts(_ condition: ConditionID) -> [ConditionID] {
        if case .and(let parts) = plan[condition] { Array(plan[parts]) } else { [condition] }
    }

    // MARK: The index

    private func ruleBits(_ rules: [Place<Rule>]) -> [UInt64] {
        var words = Array(repeating: UInt64(0), count: (plan.rules.count + 63) / 64)
        for rule in rules { words[rule.value >> 6] |= 1 << UInt64(rule.value & 63) }
        return words
    }

    private func blocks(_ steps: some Sequence<Int>) -> [DecisionIndex.Block] {
        var blocks = Array(repeating: DecisionIndex.Block.zero, count: (drafts.count + 255) / 256)
        for step in steps { blocks[step >> 8][step >> 6 & 3] |= 1 << UInt64(step & 63) }
        return blocks
    }

    private mutating func index(_ all: [DecisionIndex.Block]) -> (fields: [DecisionIndex.Field], rows: [DecisionIndex.Block]) {
        var fields: [DecisionIndex.Field] = []
        var rows: [DecisionIndex.Block] = []
        let useful = asked.filter { isUseful($0.key, $0.value.count) }.sorted { left, right in
            let (isLater, isEarlier) = (left.key.kind == .condition, right.key.kind == .condition)
            return isLater == isEarlier ? (right.value.count, left.key) < (left.value.count, right.key) : isEarlier
        }
        for (subject, steps) in useful.prefix(Self.most) {
            let caseCount = needs.caseCount(subject)
            fieldNumbers[subject] = fields.count
            fields.append(DecisionIndex.Field(kind: subject.kind, number: subject.number, caseCount: caseCount, start: rows.count))
            rows += blocks(steps.map(\.step))
            for value in 0...caseCount {
                let none = blocks(steps.filter { value == caseCount ? !$0.cases.isAbsent : !$0.cases.contains(value) }.map(\.step))
                rows += zip(all, none).map { $0 & ~$1 }
            }
        }
        return (fields, rows)
    }

    /// Conditions pay where several steps share them; they are judged before all steps, so they must not ask about rules.
    private func isUseful(_ subject: Subject, _ count: Int) -> Bool {
        guard subject.kind == .condition else { return true }
        guard count > 1 else { return false }
        var reach = Reach()
        reach.add(ConditionID(subject.number), of: plan)
        return reach.holds.isEmpty && reach.applies.isEmpty && reach.decisions.isEmpty
    }

    /// The parts of a condition that are not settled once the index has let the step through and the given fields are known.
    private func rest(_ condition: ConditionID, _ fields: inout UInt64) -> [ConditionID] {
        parts(condition).filter { part in
            let subject = needs.exact(part)?.0 ?? Subject(kind: .condition, number: part.value)
            guard let number = fieldNumbers[subject] else { return true }
            fields |= 1 << UInt64(number)
            return false
        }
    }
}
