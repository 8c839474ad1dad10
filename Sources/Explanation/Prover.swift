package import Decisions
package import Plans
package import Runtime
package import Vocabulary

/// Goes through conditions on the facts of a case and keeps how each part came out.
struct Prover: ~Copyable {
    let plan: Plan
    let frame: FactFrame
    var evaluator: Evaluator<NoTracer>
    private var known: [Key: Proof.Part] = [:]
    /// The record in view of each list that is gone through.
    var records: [Place<RecordList>: Int] = [:]
    private var waived: [NodeID: Test] = [:]
    private var count = 0
    /// Conditions on records are gone through whether or not a record decides them.
    private let looksInside: Bool

    /// A node about certain records.
    private struct Key: Hashable {
        let node: NodeID
        let records: [Place<RecordList>: Int]
    }

    init(_ plan: Plan, _ frame: FactFrame, decision: Place<Decision>, looksInside: Bool = false) {
        self.plan = plan
        self.looksInside = looksInside
        self.frame = frame
        evaluator = Evaluator(plan, frame, tracer: NoTracer())
        evaluator.run(decision)
    }

    /// A requirement that is not met and not needed.
    struct Waived {
        let name: String
        /// The part of the condition that it is.
        let whole: NodeID
        /// The clauses that take it away.
        let by: [Place<Clause>]
    }

    /// The requirements of a rule that others take away where they are not met.
    mutating func waived(_ rule: Place<Rule>) -> [Waived] {
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
    mutating func part(_ id: NodeID) -> Proof.Part {
        let key = Key(node: id, records: records)
        if let part = known[key] { return part }
        let node = plan[id]
        let truth = evaluator.truth(id)
        var kind = Proof.Part.Kind.atom
        var test = waived[id]
        var parts: [Proof.Part] = []
        if test == nil {
            switch node.operation {
            case .and, .or:
                kind = node.operation == .and ? .all : .any
                for group in groups(node) { parts.append(group.count == 1 ? part(group[0]) : among(node.operation, group)) }
                // What is said by one test needs no heading.
                if parts.count == 1, parts[0].kind == .atom { (kind, test, parts) = (.atom, parts[0].test, []) }
            case .not:
                kind = .not
                parts = [part(NodeID(Int(node.first)))]
            case .some, .every:
                kind = .records
                (test, parts) = quantified(node, truth)
            default: test = self.test(node)
            }
        }
        let part = make(kind, truth, test, parts)
        known[key] = part
        return part
    }

    private mutating func make(_ kind: Proof.Part.Kind, _ truth: Truth, _ test: Test?, _ parts: [Proof.Part] = []) -> Proof.Part {
        count += 1
        return Proof.Part(number: count, kind: kind, truth: truth, test: test, parts: parts)
    }

    /// A value that is compared with one constant after the other is told once.
    private mutating func among(_ operation: Plans.Operation, _ nodes: [NodeID]) -> Proof.Part {
        let truths = nodes.map { evaluator.truth($0) }
        let deciding: Truth = operation == .or ? .yes : .no
        let truth = truths.contains(deciding) ? deciding : truths.contains(.unknown) ? .unknown : !deciding
        return make(.atom, truth, amongTest(operation, nodes))
    }

    /// The first record that settles it alone, where one does.
    private mutating func quantified(_ node: Node, _ truth: Truth) -> (Test, [Proof.Part]) {
        let list = Place<RecordList>(Int(node.first))
        let body = NodeID(Int(node.second))
        let isEvery = node.operation == .every
        if looksInside { return (.records(list, isEvery: isEvery, decides: nil), [part(body)]) }
        guard truth == (isEvery ? .no : .yes) else { return (.records(list, isEvery: isEvery, decides: nil), []) }
        let outer = records[list]
        defer {
            records[list] = outer
            evaluator.look(at: outer ?? 0, of: list)
        }
        for record in 0..<frame.lists[list.value].recordCount {
            evaluator.look(at: record, of: list)
            guard evaluator.truth(body) == truth else { continue }
            records[list] = record
            return (.records(list, isEvery: isEvery, decides: record), [part(body)])
        }
        return (.records(list, isEvery: isEvery, decides: nil), [])
    }
}

extension Proof {
    /// - Parameter origins: where facts come from, in words.
    package init(_ plan: Plan, _ frame: FactFrame, _ report: DecisionReport, origins: [Place<Fact>: String] = [:]) {
        var prover = Prover(plan, frame, decision: report.decision)
        var lines: [[Line]] = [[], [], [], []]
        for rule in report.grounds.compactMap(\.rule) { lines[0].append(prover.line(rule)) }
        for item in report.defeated where !lines[1].contains(where: { $0.rule == item.rule }) {
            lines[1].append(prover.line(item.rule, by: report.defeated.filter { $0.rule == item.rule }))
        }
        for rule in report.open { lines[2].append(prover.line(rule)) }
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
    var lines: [Line] { applying + defeated + open + supporting }
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
