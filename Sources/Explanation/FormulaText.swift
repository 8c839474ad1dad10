import Diagnostics
import Plans
import Runtime
import Vocabulary

/// Puts into words how a value is calculated. Depth is that of the rule's text.
struct FormulaText: Bilingual {
    let plan: Plan
    let language: MessageLanguage
    private let values: ValueText

    init(_ plan: Plan, language: MessageLanguage) {
        self.plan = plan
        self.language = language
        values = ValueText(plan, language: language)
    }

    /// The name of a fact, of a list with the number of its record.
    func name(_ subject: Test.Subject) -> String {
        switch subject.fact {
        case .asOf: return word("基準日", "the day to judge by")
        case .asOfTime: return word("基準時刻", "the time to judge by")
        default: break
        }
        guard let list = plan.facts[subject.fact].list else { return plan.facts[subject.fact].caption }
        let record = subject.record.map { word("［\($0 + 1)］", "[\($0 + 1)]") } ?? ""
        return word(
            "\(plan.lists[list].caption)\(record)の\(plan.facts[subject.fact].caption)",
            "\(plan.lists[list].caption)\(record), \(plan.facts[subject.fact].caption)")
    }

    /// A formula; constants are of the type that is expected.
    func text(_ id: NodeID, _ type: FactType) -> String {
        let node = plan[id]
        let (first, second) = (NodeID(Int(node.first)), NodeID(Int(node.second)))
        switch node.operation {
        case .constantValue: return values.text(node.immediate, type)
        case .fact: return name(.init(fact: Place(Int(node.first)), record: nil))
        case .sum: return word("\(text(first, type))＋\(text(second, type))", "\(text(first, type)) + \(text(second, type))")
        case .difference: return word("\(text(first, type))－\(text(second, type))", "\(text(first, type)) - \(text(second, type))")
        case .product:
            return word(
                "\(text(first, type))×\(text(second, plan.type(of: second) ?? .integer))",
                "\(text(first, type)) × \(text(second, plan.type(of: second) ?? .integer))")
        case .days: return word("\(text(first, .date))から\(text(second, .date))までの日数", "days from \(text(first, .date)) to \(text(second, .date))")
        case .rounded: return rounded(node, type)
        case .calendar: return stepped(node, text(first, .date))
        case .count: return word("当てはまる\(plan.lists[Int(node.first)].caption)の数", "number of \(plan.lists[Int(node.first)].caption) that qualify")
        case .total: return word("\(plan.lists[Int(node.first)].caption)の合計", "total over \(plan.lists[Int(node.first)].caption)")
        case .lookup:
            let table = plan.tables[Int(node.first)]
            return table.label ?? "\(table.name) \(table.columns[Int(node.immediate)].name)"
        case .choice: return word("場合に応じた値", "value for the case")
        default: return ""
        }
    }

    private func rounded(_ node: Node, _ type: FactType) -> String {
        let parts = (0..<node.roundedCount).map { plan.children[Int(node.second) + $0] }
        func text(_ id: NodeID) -> String { self.text(id, plan.type(of: id) ?? .integer) }
        let factors = parts.prefix(Int(node.first)).map(text).joined(separator: word("×", " × "))
        let divisors = parts.dropFirst(Int(node.first)).prefix(node.divisorCount).map { word("÷", " / ") + text($0) }.joined()
        let how =
            switch node.rounding {
            case .down: word("切捨て", "rounded down")
            case .up: word("切上げ", "rounded up")
            case .half: word("四捨五入", "rounded half up")
            }
        let step = parts.last.map { self.text($0, type) } ?? ""
        return factors + divisors + aside(word("\(step)単位に\(how)", "\(how) to \(step)"))
    }

    private func stepped(_ node: Node, _ day: String) -> String {
        let count = abs(node.immediate)
        let isLater = node.immediate >= 0
        switch node.calendarStep {
        case .addDays: return word("\(day)の\(count)日\(isLater ? "後" : "前")", "\(count) days \(isLater ? "after" : "before") \(day)")
        case .addMonths: return word("\(day)の\(count)か月\(isLater ? "後" : "前")", "\(count) months \(isLater ? "after" : "before") \(day)")
        case .periodEnd: return word("\(day)を初日とする\(count)か月の末日", "last day of \(count) months from \(day)")
        case .month: return word("\(day)の属する月", "month of \(day)")
        case .firstDay: return word("\(day)の初日", "first day of \(day)")
        case .monthEnd: return word("\(day)の属する月の末日", "end of the month of \(day)")
        case .carriedOver: return word("\(day)（日曜・祝日なら次の平日）", "\(day), or the next day that is no Sunday or holiday")
        case .weekday: return word("\(day)の曜日", "weekday of \(day)")
        case .isHoliday: return word("\(day)が祝日か", "whether \(day) is a holiday")
        }
    }
}
