import Calendar
package import Plans
package import Runtime
import Values
package import Vocabulary

/// Tells why a condition is true: the parts that make it so, in words.
package struct Reasons: ~Copyable {
    let plan: Plan
    private let values: ValueText
    var evaluator: Evaluator<NoTracer>
    private let frame: FactFrame

    package init(_ plan: Plan, _ frame: FactFrame, decision: Place<Decision>) {
        self.plan = plan
        self.frame = frame
        values = ValueText(plan)
        evaluator = Evaluator(plan, frame, tracer: NoTracer())
        evaluator.run(decision)
    }

    /// The parts that make the rule's condition true, without repetition; empty where it is not true.
    package mutating func why(_ rule: Place<Rule>) -> [String] {
        var lines: [String] = []
        let waived = waived(rule)
        explain(plan.conditions[rule.value], wanted: .yes, without: Set(waived.map(\.condition)), into: &lines)
        for requirement in waived {
            let by = requirement.by.map { plan.clauses[$0].citation }.joined(separator: "・")
            lines.append("「\(requirement.name)」の要件は\(by)により外れる")
        }
        var seen: Set<String> = []
        return lines.filter { seen.insert($0).inserted }
    }

    /// A requirement that is not met and not needed.
    struct Waived {
        let name: String
        let condition: NodeID
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
            result.append(Waived(name: requirement.name, condition: requirement.whole, by: clauses))
        }
        return result
    }

    /// What a part that is not made of others asks, and what the facts say to it.
    mutating func text(_ id: NodeID) -> String {
        let node = plan[id]
        let wanted: Truth = evaluator.truth(id) == .no ? .no : .yes
        switch node.operation {
        case .some, .every: return quantified(node, wanted)
        case .reading:
            let interpretation = plan.interpretations[Int(node.first)]
            return "解釈 \(interpretation.name) = \(interpretation.readings[Int(node.second)].name)"
        case .outcome: return atom(node, wanted) ?? plan.decisions[Int(node.first)].label ?? plan.decisions[Int(node.first)].name
        case .constantTruth: return "条件なし"
        default: return atom(node, wanted) ?? ""
        }
    }

    /// Walks to the atoms that have the wanted truth. Depth is that of the rule's text.
    private mutating func explain(_ id: NodeID, wanted: Truth, without waived: Set<NodeID> = [], into lines: inout [String]) {
        guard evaluator.truth(id) == wanted, !waived.contains(id) else { return }
        let node = plan[id]
        switch node.operation {
        case .and, .or:
            let children = (0..<Int(node.first)).map { plan.children[Int(node.second) + $0] }
            // All parts of a true conjunction count; of a true disjunction the first that is true says enough.
            let needsAll = (node.operation == .and) == (wanted == .yes)
            for child in children where evaluator.truth(child) == wanted {
                explain(child, wanted: wanted, without: waived, into: &lines)
                if !needsAll { break }
            }
        case .not: explain(NodeID(Int(node.first)), wanted: !wanted, without: waived, into: &lines)
        case .some, .every: lines.append(quantified(node, wanted))
        default: if let line = atom(node, wanted) { lines.append(line) }
        }
    }

    private mutating func quantified(_ node: Node, _ wanted: Truth) -> String {
        let list = plan.lists[Int(node.first)].caption
        switch (node.operation, wanted) {
        case (.some, .yes): return "\(list)のいずれかが当てはまる"
        case (.some, _): return "\(list)のどれも当てはまらない"
        case (.every, .yes): return "\(list)のすべてが当てはまる"
        default: return "\(list)に当てはまらないものがある"
        }
    }

    private mutating func atom(_ node: Node, _ wanted: Truth) -> String? {
        switch node.operation {
        case .isCase, .isPending, .isInapplicable:
            let fact = Place<Fact>(Int(node.first))
            return line(fact)
        case .hasAny, .hasAll: return members(node, wanted)
        case .compareFact:
            let fact = Place<Fact>(Int(node.first))
            let type = plan.facts[fact].type
            return "\(line(fact))（\(values.text(node.immediate, type)) \(relation(Int64(node.second), wanted, type))）"
        case .compare: return comparison(node, wanted)
        case .outcome:
            let decision = plan.decisions[Int(node.first)]
            let possible = evaluator.outcomes(of: Place(Int(node.first)))
            guard possible.nonzeroBitCount == 1, possible.trailingZeroBitCount < decision.outcomes.count else { return nil }
            return "\(decision.label ?? decision.name): \(decision.outcomes[possible.trailingZeroBitCount].caption)"
        case .holds, .applies:
            let rule = plan.rules[Int(node.first)]
            let cite = rule.clause.map { plan.clauses[$0].citation } ?? rule.name
            return "\(cite)に\(wanted == .yes ? "当たる" : "当たらない")"
        default: return nil
        }
    }

    private mutating func line(_ fact: Place<Fact>) -> String {
        if fact == .asOf { return "基準日: \(values.text(frame[fact], .date))" }
        if fact == .asOfTime { return "基準時刻: \(values.text(frame[fact], .time))" }
        let reading = plan.facts[fact].list == nil ? frame[fact] : .unknown
        let effective = reading.state == .unknown && plan.premises[fact.value] != nil ? Reading(.inapplicable) : reading
        return "\(plan.facts[fact].caption): \(values.text(effective, plan.facts[fact].type))"
    }

    private mutating func members(_ node: Node, _ wanted: Truth) -> String? {
        let fact = Place<Fact>(Int(node.first))
        guard case .set(let of) = plan.facts[fact].type else { return nil }
        guard frame[fact].state == .known, wanted == .yes else { return line(fact) }
        let mask = frame[fact].value & node.immediate
        return "\(plan.facts[fact].caption): \(values.text(mask, .set(of)))"
    }

    private mutating func comparison(_ node: Node, _ wanted: Truth) -> String? {
        let (left, right) = (NodeID(Int(node.first)), NodeID(Int(node.second)))
        if plan[left].operation == .calendar, plan[left].calendarStep == .isHoliday { return holiday(plan[left]) }
        let type = type(of: left) ?? type(of: right) ?? .integer
        return "\(side(left, type)) が \(side(right, type)) \(relation(node.immediate, wanted, type))"
    }

    private mutating func holiday(_ node: Node) -> String? {
        guard let day = CivilDate(dayNumber: Int(clamping: evaluator.value(NodeID(Int(node.first))).value)) else { return nil }
        let certainty = Holidays.isPredicted(day) ? "、予測" : ""
        return Holidays.name(of: day).map { "\(day.japanese)は祝日（\($0)\(certainty)）" } ?? "\(day.japanese)は祝日でない\(certainty.isEmpty ? "" : "（予測）")"
    }

    private mutating func side(_ id: NodeID, _ type: FactType) -> String {
        let node = plan[id]
        let reading = evaluator.value(id)
        switch node.operation {
        case .fact: return line(Place(Int(node.first)))
        case .lookup:
            let table = plan.tables[Int(node.first)]
            return "\(table.label ?? table.name)（\(values.text(reading, type))）"
        default: return values.text(reading, type)
        }
    }

    /// The type of a value; `nil` for a constant, which is of the type it is compared with.
    private func type(of id: NodeID) -> FactType? {
        let node = plan[id]
        switch node.operation {
        case .fact: return plan.facts[Int(node.first)].type
        case .days: return .number(unit: Units.day)
        case .rounded: return (0..<Int(node.first)).compactMap { type(of: plan.children[Int(node.second) + $0]) }.first { $0 != .number(unit: Units.day) }
        case .calendar: return type(after: node.calendarStep)
        case .lookup: return plan.tables[Int(node.first)].columns[Int(node.immediate)].type
        case .sum, .difference, .product: return type(of: NodeID(Int(node.first))) ?? type(of: NodeID(Int(node.second)))
        case .choice:
            for number in 0..<Int(node.first) {
                if let type = type(of: plan.children[Int(node.second) + 2 * number + 1]) { return type }
            }
            return nil
        case .count: return .integer
        case .total: return type(of: NodeID(Int(node.second)))
        default: return nil
        }
    }

    private func type(after step: CalendarStep) -> FactType? {
        switch step {
        case .month: .month
        case .weekday: plan.enumerations.firstIndex { $0.name == "曜日" }.map { .enumeration(Place($0)) }
        case .isHoliday: .bool
        default: .date
        }
    }

    private func relation(_ raw: Int64, _ wanted: Truth, _ type: FactType) -> String {
        let isInTime = [.date, .month, .time].contains(type)
        switch (Relation(rawValue: UInt8(truncatingIfNeeded: raw)) ?? .equal, wanted == .yes) {
        case (.equal, true), (.notEqual, false): return "と同じ"
        case (.notEqual, true), (.equal, false): return "と違う"
        case (.less, true), (.greaterOrEqual, false): return isInTime ? "より前" : "未満"
        case (.lessOrEqual, true), (.greater, false): return isInTime ? "以前" : "以下"
        case (.greater, true), (.lessOrEqual, false): return isInTime ? "より後" : "超"
        case (.greaterOrEqual, true), (.less, false): return isInTime ? "以降" : "以上"
        }
    }
}
