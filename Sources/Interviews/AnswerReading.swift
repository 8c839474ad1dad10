import Runtime
import Values
import Vocabulary

extension Interview {
    /// Reads what a person typed. Either width and case; days without a year are taken near the day to judge by.
    package func parse(_ input: String, for question: Question) -> Result<Response, AnswerFault> {
        let today = CivilDate(dayNumber: Int(frame[.asOf].value))
        return AnswerReader(question: question, today: today).read(input)
    }
}

/// Reads answers to one question.
struct AnswerReader {
    let question: Question
    let today: CivilDate?

    func read(_ input: String) -> Result<Response, AnswerFault> {
        let words = foldWidth(input).trimmed
        guard !words.isEmpty, words.utf8.count <= 10_000 else { return .failure(.notUnderstood(String(words.prefix(40)), question)) }
        // A case may well be called 不明 or なし.
        if case .choice(let options) = question.kind, let option = options.first(where: { $0.isCalled(words) }) {
            return .success(.value(Int64(option.code)))
        }
        if Words.unknown.contains(words.lowercased()) { return .success(.unknown) }
        if question.kind == .text { return .success(.text(input.trimmed)) }
        return special(words).map { .success($0) } ?? value(words)
    }

    /// 未到来 and 該当なし, where the question takes them. Of several options 該当なし means none.
    private func special(_ words: String) -> Response? {
        switch question.kind {
        case .multiple, .group: return nil
        default: break
        }
        for (answer, spellings) in [(Response.pending, Words.pending), (.inapplicable, Words.inapplicable)]
        where spellings.contains(words.lowercased()) && question.fault(of: answer) == nil {
            return answer
        }
        return nil
    }

    private func value(_ words: String) -> Result<Response, AnswerFault> {
        let value: Int64?
        switch question.kind {
        case .choice(let options): return option(words, options).map { .value(Int64($0.code)) }
        case .multiple(let options): return members(words, options)
        case .group(let options): return group(words, options)
        case .list: return list(words)
        case .bool: value = Words.yes.contains(words.lowercased()) ? 1 : Words.no.contains(words.lowercased()) ? 0 : nil
        case .date: value = CivilDate(written: words, near: today).map { Int64($0.dayNumber) }
        case .month: value = YearMonth(written: words).map { Int64($0.monthNumber) }
        case .time: value = TimeOfDay(written: words).map { Int64($0.minutes) }
        case .version: value = Version(written: words)?.packed
        case .number(let unit): value = FixedDecimal(written: words, unit: unit)?.micros
        case .integer:
            let number = FixedDecimal(written: words, unit: nil)
            if let number, number.whole == nil { return .failure(.outOfRange(words, question)) }
            value = number?.micros
        case .text: value = nil
        }
        return value.map { .success(.value($0)) } ?? .failure(.notUnderstood(words, question))
    }

    private func list(_ words: String) -> Result<Response, AnswerFault> {
        let lower = words.lowercased()
        if Words.complete.contains(lower) || Words.no.contains(lower) { return .success(.complete) }
        if Words.yes.contains(lower) { return .success(.record(label: nil)) }
        for word in ["追加", "add"] where lower.hasPrefix(word) {
            let rest = String(words.dropFirst(word.count)).trimmed
            return .success(.record(label: rest.isEmpty ? nil : rest))
        }
        return .failure(.notUnderstood(words, question))
    }
}

/// The words that mean the same to every question.
enum Words {
    static let unknown: Set<String> = [
        "?", "わからない", "分からない", "わかりません", "分かりません", "不明", "unknown", "don't know", "dk",
    ]
    static let yes: Set<String> = ["はい", "y", "yes", "真", "true", "1", "ある", "あります", "そうです"]
    static let no: Set<String> = ["いいえ", "n", "no", "偽", "false", "2", "0", "ない", "ありません", "違います"]
    /// What a group is answered with: its question is whether none of it is so.
    static let noneOfGroup = none.union(["はい", "y", "yes", "真", "true"])
    static let someOfGroup: Set<String> = ["いいえ", "n", "no", "偽", "false", "ある", "あります", "違います"]
    static let pending: Set<String> = ["未到来", "まだ", "pending"]
    static let inapplicable: Set<String> = ["該当なし", "inapplicable", "n/a"]
    static let none: Set<String> = ["なし", "該当なし", "どれでもない", "いずれでもない", "ない", "ありません", "0", "none"]
    static let all: Set<String> = ["すべて", "全て", "全部", "all"]
    static let rest: Set<String> = ["他は不明", "他はわからない", "他は分からない"]
    static let complete: Set<String> = ["以上", "終わり", "おわり", "これで全員", "全員", "なし", "done", "complete"]
}
