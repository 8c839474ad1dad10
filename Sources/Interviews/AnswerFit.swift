import Values
import Vocabulary

extension Question {
    /// Why an answer does not fit the question; `nil` where it does.
    func fault(of answer: Response) -> AnswerFault? {
        switch (answer, kind) {
        case (.unknown, _): nil
        case (.pending, .date), (.inapplicable, _): isEvent ? nil : .wrongKind(self)
        case (.text, .text), (.record, .list), (.complete, .list): nil
        case (.members(let yes, let no), .multiple): yes & no == 0 && (yes | no) & ~mask == 0 ? nil : .wrongKind(self)
        case (.members(let yes, let no), .group): yes != 0 && no == 0 && yes & ~mask == 0 ? nil : .wrongKind(self)
        case (.value(let value), .choice(let options)): options.contains { Int64($0.code) == value } ? nil : .wrongKind(self)
        case (.value(let value), _): isPossible(value) ? nil : .wrongKind(self)
        default: .wrongKind(self)
        }
    }

    /// The options of a set, a bit for each.
    var mask: UInt64 { options.reduce(0) { $0 | 1 << UInt64($1.code) } }

    /// Whether an answer leaves some of the options open.
    func isPartial(_ answer: Response) -> Bool {
        if case .multiple = kind, case .members(let yes, let no) = answer { mask & ~(yes | no) != 0 } else { false }
    }

    /// Only facts of the case can fail to come or to apply; neither the day to judge by nor a list can.
    private var isEvent: Bool {
        guard case .fact(let fact, _) = subject else { return false }
        return fact != .asOf && fact != .asOfTime
    }

    private func isPossible(_ value: Int64) -> Bool {
        switch kind {
        case .bool, .group: value == 0 || value == 1
        case .date: CivilDate(dayNumber: Int(value)) != nil
        case .month: YearMonth(monthNumber: Int(value)) != nil
        case .time: TimeOfDay(minutes: Int(value)) != nil
        case .version: Version(packed: value) != nil
        case .integer: FixedDecimal(micros: value).whole != nil
        case .number: true
        case .choice, .multiple, .text, .list: false
        }
    }
}
