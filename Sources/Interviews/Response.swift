package import Diagnostics

/// An answer, understood.
package enum Response: Sendable, Hashable {
    /// A value as the frame keeps it: a case, 0 or 1, a day number, millionths, a packed version.
    case value(Int64)
    /// Members of a set that are in and that are not; of the others nothing is known.
    case members(yes: UInt64, no: UInt64)
    case text(String)
    /// 未到来.
    case pending
    /// 該当なし.
    case inapplicable
    /// A list has one more record; it may be given a name to be asked about by.
    case record(label: String?)
    /// A list has no more records.
    case complete
    /// わからない: not asked again.
    case unknown
}

/// Why an answer cannot be taken.
package struct AnswerFault: Error, Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable {
        /// Nothing is being asked.
        case noQuestion
        /// The answer is of another kind than the question.
        case wrongKind
        /// The words were not understood.
        case notUnderstood
        /// The words fit several options.
        case ambiguous
        /// A number that names no option, or a value out of range.
        case outOfRange
        /// It contradicts what is known already.
        case contradiction
    }

    package let kind: Kind
    /// What is wrong, and what is accepted.
    package let wording: Wording

    package init(_ kind: Kind, _ wording: Wording) {
        self.kind = kind
        self.wording = wording
    }
}

extension AnswerFault {
    static var noQuestion: Self { Self(.noQuestion, Wording("いま尋ねていることはありません", "nothing is being asked")) }

    static func wrongKind(_ question: Question) -> Self { Self(.wrongKind, accepted(question)) }

    static func notUnderstood(_ input: String, _ question: Question) -> Self {
        let accepted = accepted(question)
        return Self(
            .notUnderstood,
            Wording("「\(input)」は読み取れません。\(accepted.japanese)", "`\(input)` was not understood; \(accepted.english)"))
    }

    static func ambiguous(_ input: String, _ options: [Question.Option]) -> Self {
        let names = options.map { "\($0.number) \($0.caption)" }
        return Self(
            .ambiguous,
            Wording(
                "「\(input)」は \(names.joined(separator: "、")) のどれにも取れます。番号で答えてください",
                "`\(input)` can mean \(names.joined(separator: ", ")); answer with the number"))
    }

    static func outOfRange(_ input: String, _ question: Question) -> Self {
        let accepted = accepted(question)
        return Self(.outOfRange, Wording("「\(input)」は範囲の外です。\(accepted.japanese)", "`\(input)` is out of range; \(accepted.english)"))
    }

    static func contradiction(_ constraints: [String]) -> Self {
        let names = constraints.map { "「\($0)」" }.joined()
        return Self(
            .contradiction,
            Wording(
                "これまでの答えと両立しません（制約\(names)）。答えを直すか、前の答えに戻ってください",
                "this contradicts what is known already (constraint \(constraints.joined(separator: ", "))); change it, or go back"))
    }

    static var tooManyRecords: Self {
        Self(
            .outOfRange,
            Wording(
                "一覧の記録は \(Interview.mostRecords) 件までです。多いときは事実のファイルで渡してください",
                "a list takes at most \(Interview.mostRecords) records here; pass more in a facts file"))
    }

    /// What a question takes, in a sentence.
    private static func accepted(_ question: Question) -> Wording {
        switch question.kind {
        case .choice(let options):
            Wording(
                "1〜\(options.count) の番号か名前、わからなければ「わからない」", "answer with a number from 1 to \(options.count) or a name, or `?` if unknown")
        case .multiple(let options):
            Wording(
                "1〜\(options.count) の番号か名前を「1,3」のように（いくつでも）、どれでもなければ「なし」、わからなければ「わからない」",
                "answer with numbers from 1 to \(options.count) or names, as in `1,3`, `none`, or `?` if unknown")
        case .group(let options):
            Wording(
                "どれでもなければ「はい」か「なし」、あれば 1〜\(options.count) の番号か名前か「いいえ」、わからなければ「わからない」",
                "answer `none` or yes if none of them is so, else with numbers from 1 to \(options.count), names or no, or `?` if unknown")
        case .bool: Wording("「はい」か「いいえ」、わからなければ「わからない」", "answer yes or no, or `?` if unknown")
        case .date:
            Wording(
                "日付を 2026-03-01、2026年3月1日、令和8年3月1日、3/1 のように、まだなら「未到来」、わからなければ「わからない」",
                "answer with a date such as 2026-03-01 or 3/1, `pending` if it has not come, or `?` if unknown")
        case .month:
            Wording("年月を 2026-03、2026年3月 のように、わからなければ「わからない」", "answer with a month such as 2026-03, or `?` if unknown")
        case .time: Wording("時刻を 9:00、午後3時 のように、わからなければ「わからない」", "answer with a time such as 9:00, or `?` if unknown")
        case .number(let unit):
            Wording(
                "数を 512\(unit ?? "") のように\(unit.map { "（単位を書かなければ \($0)）" } ?? "")、わからなければ「わからない」",
                "answer with a number\(unit.map { " (in \($0) where no unit is written)" } ?? ""), or `?` if unknown")
        case .integer: Wording("整数を 3 のように、わからなければ「わからない」", "answer with a whole number, or `?` if unknown")
        case .version: Wording("版を 8.1 のように、わからなければ「わからない」", "answer with a version such as 8.1, or `?` if unknown")
        case .text: Wording("文字で答えてください", "answer with a text")
        case .list:
            Wording(
                "「追加」（名前を続けても構いません）か「以上」、わからなければ「わからない」",
                "answer `add` (a name may follow) or `done`, or `?` if unknown")
        }
    }
}
