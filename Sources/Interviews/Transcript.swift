import Plans
import Runtime
import Values
import Vocabulary

/// One answer of an interview in words: enough for a record of it, and to see where a fact of the frame came from.
package struct TranscriptEntry: Sendable, Hashable {
    /// The id of the question.
    package let id: String
    /// The full name of the fact, the group or the list.
    package let name: String
    /// The record of a list, from 0.
    package let record: Int?
    /// The question as it was put.
    package let question: String
    /// The value as rules and facts files write it.
    package let text: String
}

extension Interview {
    /// The answers in words. To go on later, keep `frame` and `skipped`.
    package var transcript: [TranscriptEntry] {
        answers.map { question, answer in
            let (name, record, type): (String, Int?, FactType) =
                switch question.subject {
                case .fact(let fact, let record): (plan.facts[fact].name, record, plan.facts[fact].type)
                case .group(let group, let record): (plan.groups[group].name, record, .bool)
                case .list(let list): (plan.lists[list].name, nil, .text)
                }
            return TranscriptEntry(id: question.id, name: name, record: record, question: question.text, text: text(answer, type, question))
        }
    }

    private func text(_ answer: Response, _ type: FactType, _ question: Question) -> String {
        switch answer {
        case .value(let value): return text(value, type)
        case .members(let yes, _):
            let names = question.options.filter { yes >> UInt64($0.code) & 1 == 1 }.map(\.name).joined(separator: ", ")
            return "{\(names)}" + (question.isPartial(answer) ? " 他は不明" : "")
        case .text(let text): return text
        case .pending: return "未到来"
        case .inapplicable: return "該当なし"
        case .record(let label): return "追加" + (label.map { " " + $0 } ?? "")
        case .complete: return "以上"
        case .unknown: return "不明"
        }
    }

    private func text(_ value: Int64, _ type: FactType) -> String {
        switch type {
        case .bool: return value == 1 ? "真" : "偽"
        case .enumeration(let of), .set(let of):
            let cases = plan.enumerations[of].cases
            return cases.indices.contains(Int(value)) ? cases[Int(value)].name : "?"
        case .date: return CivilDate(dayNumber: Int(value))?.description ?? "?"
        case .month: return YearMonth(monthNumber: Int(value))?.description ?? "?"
        case .time: return TimeOfDay(minutes: Int(value))?.description ?? "?"
        case .version: return Version(packed: value)?.description ?? "?"
        case .number(let unit): return FixedDecimal(micros: value).description + (unit ?? "")
        case .integer, .text: return FixedDecimal(micros: value).description
        }
    }
}
