package import Decisions
package import Plans
import Runtime
package import Vocabulary

/// Goes through conditions on the facts of a case and keeps how each part came out.
package struct Prover: ~Copyable {
    let plan: Plan
    let frame: FactFrame
    var evaluator: Evaluator<NoTracer>
    private var known: [Key: Proof.Part] = [:]
    /// The record in view of each list that is gone through.
    var records: [Place<RecordList>: Int] = [:]
    private var waived: [ConditionID: ProofAtom] = [:]
    private var count = 0
    /// Conditions on records are gone through whether or not a record decides them.
    private let looksInside: Bool

    /// A condition about certain records.
    private struct Key: Hashable {
        let condition: ConditionID
        let records: [Place<RecordList>: Int]
    }

    /// Goes on from what the rules came to.
    package init(_ plan: Plan, _ answer: Answer) {
        self.plan = plan
        looksInside = false
        frame = answer.frame
        evaluator = Evaluator(plan, answer.frame, answer.results, tracer: NoTracer())
    }

    init(_ plan: Plan, _ frame: FactFrame, decisions: [Place<Decision>], looksInside: Bool) {
        self.plan = plan
        self.looksInside = looksInside
        self.frame = frame
        evaluator = Evaluator(plan, frame, tracer: NoTracer())
        for decision in decisions { evaluator.run(decision) }
    }

    /// A requirement that is not met and not needed.
    package struct Waived {
        package let name: String
        /// The part of the condition that it is.
        let whole: ConditionID
        /// The clauses that take it away.
        package let by: [Place<Clause>]
    }

    /// The requirements of a rule that others take away where they are not met.
    package mutating func waived(_ rule: Place<Rule>) -> [Waived] {
        var result: [Waived] = []
        for requirement in plan.requirements[rule.value] where evaluator.truth(requirement.condition) != .yes {
            let by = requirement.waivers.filter { evaluator.applies[$0.value] == .yes }
            guard !by.isEmpty else { continue }
            let clauses = Set(by.compactMap { plan.rules[$0].clause }).sorted()
            result.append(Waived(name: requirement.name, whole: requirement.whole, by: clauses))
        }
        return result
    }

    /// A rule with its condition.
    mutating func line(_ rule: Place<Rule>, by: [Defeated] = []) -> Proof.Line {
        for requirement in waived(rule) { waived[requirement.whole] = .waived(requirement.name, by: requirement.by) }
        return Proof.Line(rule: rule, by: by, condition: part(plan.conditions[rule.value]))
    }

    /// A condition with its parts. Depth is that of the rule's text.
    mutating func part(_ id: ConditionID) -> Proof.Part {
        let key = Key(condition: id, records: records)
        if let part = known[key] { return part }
        let truth = evaluator.truth(id)
        let part =
            if let test = waived[id] { make(.atom, truth, test) } else { made(plan[id], truth) }
        known[key] = part
        return part
    }

    private mutating func made(_ node: ConditionNode, _ truth: Truth) -> Proof.Part {
        switch node {
        case .and(let parts): composed(.all, truth, groups(plan[parts], .notEqual))
        case .or(let parts): composed(.any, truth, groups(plan[parts], .equal))
        case .not(let part): make(.not, truth, nil, [self.part(part)])
        case .some(let list, let body): quantified(list, body, isEvery: false, truth)
        case .every(let list, let body): quantified(list, body, isEvery: true, truth)
        case .constant, .isCase, .hasAny, .hasAll, .compare, .compareFact, .isPending, .isInapplicable, .holds, .applies, .outcome, .reading:
            make(.atom, truth, test(node))
        }
    }

    private mutating func composed(_ kind: Proof.Part.Kind, _ truth: Truth, _ groups: [Group]) -> Proof.Part {
        var parts: [Proof.Part] = []
        for group in groups { parts.append(group.parts.count == 1 ? part(group.parts[0]) : among(group, isNone: kind == .all)) }
        // What is said by one test needs no heading.
        if parts.count == 1, parts[0].kind == .atom { return make(.atom, truth, parts[0].test) }
        return make(kind, truth, nil, parts)
    }

    private mutating func make(_ kind: Proof.Part.Kind, _ truth: Truth, _ test: ProofAtom?, _ parts: [Proof.Part] = []) -> Proof.Part {
        count += 1
        return Proof.Part(number: count, kind: kind, truth: truth, test: test, parts: parts)
    }

    /// A value that is compared with one constant after the other is told once.
    private mutating func among(_ group: Group, isNone: Bool) -> Proof.Part {
        let truths = group.parts.map { evaluator.truth($0) }
        let deciding: Truth = isNone ? .no : .yes
        let truth = truths.contains(deciding) ? deciding : truths.contains(.unknown) ? .unknown : !deciding
        return make(.atom, truth, group.compared.map { among($0, group.constants, isNone: isNone) })
    }

    /// The first record that settles it alone, where one does.
    private mutating func quantified(_ list: Place<RecordList>, _ body: ConditionID, isEvery: Bool, _ truth: Truth) -> Proof.Part {
        func test(_ decides: Int?) -> ProofAtom { .records(list, isEvery: isEvery, decides: decides) }
        if looksInside { return make(.records, truth, test(nil), [part(body)]) }
        guard truth == (isEvery ? .no : .yes) else { return make(.records, truth, test(nil)) }
        let outer = records[list]
        defer {
            records[list] = outer
            evaluator.look(at: outer ?? 0, of: list)
        }
        for record in 0..<frame.lists[list.value].recordCount {
            evaluator.look(at: record, of: list)
            guard evaluator.truth(body) == truth else { continue }
            records[list] = record
            return make(.records, truth, test(record), [part(body)])
        }
        return make(.records, truth, test(nil))
    }
}

extension Proof {
    /// - Parameter origins: where facts come from, in words.
    package init(_ plan: Plan, _ answer: Answer, origins: [Place<Fact>: String] = [:]) {
        var prover = Prover(plan, answer)
        var lines: [[Line]] = [[], [], [], []]
        for rule in answer.grounds.compactMap(\.rule) { lines[0].append(prover.line(rule)) }
        for item in answer.defeated where !lines[1].contains(where: { $0.rule == item.rule }) {
            lines[1].append(prover.line(item.rule, by: answer.defeated.filter { $0.rule == item.rule }))
        }
        for rule in answer.open { lines[2].append(prover.line(rule)) }
        var told = Set(lines.joined().map(\.rule))
        var waiting = lines.joined().map(\.rule)
        while !waiting.isEmpty {
            for rule in prover.bases(waiting.removeFirst()) where told.insert(rule).inserted {
                lines[3].append(prover.line(rule))
                waiting.append(rule)
            }
        }
        self.init(applying: lines[0], defeated: lines[1], open: lines[2], supporting: lines[3], origins: origins)
    }

    /// All lines.
    package var lines: [Line] { applying + defeated + open + supporting }
}

extension Prover {
    /// The rules that a rule's condition reads and that are so, or may be.
    fileprivate func bases(_ rule: Place<Rule>) -> [Place<Rule>] {
        var reach = Reach()
        reach.add(plan.conditions[rule.value], of: plan)
        let decided = reach.decisions.sorted().flatMap { plan.deciding[$0.value] }
        return reach.holds.union(reach.applies).union(decided).sorted().filter { evaluator.holds[$0.value] == .yes }
    }
}

extension Proof.Part {
    /// A condition as it stands, whatever the facts are; of each list one record is in view.
    package init(of condition: ConditionID, deciding decision: Place<Decision>, _ plan: Plan) {
        var frame = FactFrame(plan, asOf: 0, time: nil)
        for list in plan.lists.places { frame.change(list) { $0.addRecord(plan.lists[list].fields.map { plan.facts[$0] }) } }
        var prover = Prover(plan, frame, decisions: [decision], looksInside: true)
        self = prover.part(condition)
    }
}
