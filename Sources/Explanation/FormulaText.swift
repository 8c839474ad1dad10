import Diagnostics
import Plans
import Proofs
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
    func name(_ subject: ProofAtom.Subject) -> String {
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
    func text(_ id: ValueID, _ type: FactType) -> String {
        switch plan[id] {
        case .constant(let value): return values.text(value, type)
        case .fact(let fact): return name(.init(fact: fact, record: nil))
        case .arithmetic(.sum, let left, let right): return word("\(text(left, type))＋\(text(right, type))", "\(text(left, type)) + \(text(right, type))")
        case .arithmetic(.difference, let left, let right):
            return word("\(text(left, type))－\(text(right, type))", "\(text(left, type)) - \(text(right, type))")
        case .arithmetic(.product, let left, let right):
            let (one, other) = (factor(left, type), factor(right, plan.type(of: right) ?? .integer))
            return word("\(one)×\(other)", "\(one) × \(other)")
        case .arithmetic(.days, let from, let to):
            return word("\(text(from, .date))から\(text(to, .date))までの日数", "days from \(text(from, .date)) to \(text(to, .date))")
        case .rounded(let quotient): return rounded(quotient, type)
        case .calendar(let step, let date, let count):
            let day = text(date, .date)
            let told = step.traits.words((day, day), count)
            return word(told.japanese, told.english)
        case .count(let list, _): return word("当てはまる\(plan.lists[list].caption)の数", "number of \(plan.lists[list].caption) that qualify")
        case .total(let list, _): return word("\(plan.lists[list].caption)の合計", "total over \(plan.lists[list].caption)")
        case .lookup(let table, _, let column):
            let table = plan.tables[table]
            return table.label ?? "\(table.name) \(table.columns[Int(column)].name)"
        case .choice: return plan.definitions.first { $0.value == id }?.caption ?? word("場合に応じた値", "value for the case")
        }
    }

    /// A part of a product: what is added up stands in parentheses.
    private func factor(_ id: ValueID, _ type: FactType) -> String {
        switch plan[id] {
        case .arithmetic(.sum, _, _), .arithmetic(.difference, _, _): word("（\(text(id, type))）", "(\(text(id, type)))")
        case .constant, .fact, .arithmetic, .rounded, .calendar, .count, .total, .lookup, .choice: text(id, type)
        }
    }

    private func rounded(_ quotient: Quotient, _ type: FactType) -> String {
        let parts = plan[quotient.parts].map { id in
            let own = plan.type(of: id) ?? .integer
            if case .constant(let value) = plan[id] { return QuotientText.Part(text: values.text(value, own), type: own, constant: value) }
            return QuotientText.Part(text: factor(id, own), type: own, constant: nil)
        }
        let step = plan[quotient.parts].last.map { text($0, type) } ?? ""
        let told = QuotientText(language: language)
        return told.text(quotient, parts) + aside(told.rounding(quotient.rounding, step))
    }
}
