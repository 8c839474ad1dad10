internal import Clauses
internal import Values

/// What a line begins with that says where it belongs.
enum Mark: Equatable {
    /// 第1編, 第1章, 第1節, 第1款, 第1目: the unit's rank and the number with its branches.
    case division(rank: Int, number: String)
    /// 第1条, or 第5条から第7条まで.
    case article(ArticleNumber, last: ArticleNumber?)
    /// 別紙1, 別表第一: the prefix of the ID and the number where there is one.
    case annex(prefix: String, number: Int?)
    /// 附則.
    case supplement
    /// Ⅰ. or 【Ⅱ.…、Ⅲ.…】.
    case section([Int], isBracketed: Bool)
    case list(ListMark)
    /// ・
    case bullet
    /// ※ or ※1.
    case note(Int?)
    /// 以上
    case closing
}

/// The number of an article with its branches: 31 の 2.
struct ArticleNumber: Equatable {
    let value: Int
    let branches: [Int]

    init(_ value: Int, _ branches: [Int] = []) {
        self.value = value
        self.branches = branches
    }

    /// From the segment of an ID: `31_2`.
    init?(segment: Substring) {
        let numbers = segment.split(separator: "_", omittingEmptySubsequences: false).map { Int($0) }
        guard let first = numbers.first, let value = first, !numbers.contains(nil) else { return nil }
        self.init(value, numbers.dropFirst().compactMap { $0 })
    }

    var segment: String { ([value] + branches).map(String.init).joined(separator: "_") }

    /// 第31条の2
    var citation: String { "第\(value)条" + branches.map { "の\($0)" }.joined() }

    /// Whether this is the number after another one.
    func follows(_ other: ArticleNumber) -> Bool {
        if branches.isEmpty { return value == other.value + 1 }
        guard value == other.value, let last = branches.last else { return false }
        let before = branches.dropLast()
        if last == 2, other.branches == Array(before) { return true }
        return other.branches.count >= branches.count && Array(other.branches.prefix(branches.count - 1)) == Array(before)
            && other.branches[branches.count - 1] + 1 == last
    }

    static func < (left: ArticleNumber, right: ArticleNumber) -> Bool {
        ([left.value] + left.branches).lexicographicallyPrecedes([right.value] + right.branches)
    }
}

/// One way of counting within a provision.
enum ListStyle: Hashable {
    case decimal, bare, kanji, parenthesized, circled, iroha, letter, roman, dotted
    /// The one paragraph of an article that does not number it.
    case implied
}

/// The number that a line begins with.
struct ListMark: Equatable {
    let style: ListStyle
    let number: Int
    /// Nothing but a list begins so. The other marks count only where their number is due.
    let isStrong: Bool
    /// The article that 3.1 names.
    var article: Int?
}

/// A mark, and the element of the head behind it.
struct MarkReading {
    let mark: Mark
    let next: Int
    /// It is set off from what follows as a heading is: by the end of the line, a bracket or a space.
    var isSetOff = true
}

extension Head {
    /// The mark that the line begins with; `nil` for a line that only goes on.
    func mark() -> MarkReading? {
        guard let first = self[0] else { return nil }
        if has("以上", at: 0), count == 2 || count == 3 && self[2] == "。" { return MarkReading(mark: .closing, next: count) }
        switch first {
        case "第": return division() ?? article()
        case "附", "付": return supplement() ?? annex()
        case "別", "添": return annex()
        case "※", "注": return note()
        default: break
        }
        if Self.bullets.contains(first) || (first == "-" || first == "*") && gap(before: 1) > 0 && self[1] != first {
            return count > 1 ? MarkReading(mark: .bullet, next: 1) : nil
        }
        if first == "【" || first == "(" || first == "[" || first == "<" { return bracketedAnnex() ?? bracketedSection() ?? list() }
        return section() ?? list()
    }

    private static let bullets: Set<Unicode.Scalar> = ["・", "●", "○", "■", "□", "◆", "◇", "◎", "▪", "•", "‣", "▶", "►", "➢"]

    /// 第1章
    private func division() -> MarkReading? {
        guard let (value, next) = number(at: 1), let unit = self[next], let rank = ["編", "章", "節", "款", "目"].firstIndex(of: unit) else { return nil }
        var (behind, segment) = (next + 1, String(value))
        if self[behind] == "の", let (branch, after) = number(at: behind + 1) { (behind, segment) = (after, "\(value)_\(branch)") }
        guard let isSetOff = headingFollows(behind) else { return nil }
        return MarkReading(mark: .division(rank: rank, number: segment), next: behind, isSetOff: isSetOff)
    }

    /// 第1条, 第31条の2, 第5条から第7条まで
    private func article() -> MarkReading? {
        guard let (first, next) = articleNumber(at: 0) else { return nil }
        for word in ["から", "~", "-", "乃至", "ないし"] where has(word, at: next) {
            guard let (last, end) = articleNumber(at: next + word.unicodeScalars.count), first < last else { return nil }
            let behind = has("まで", at: end) ? end + 2 : end
            guard has("削除", at: behind) || has("(削除)", at: behind) else { return nil }
            return MarkReading(mark: .article(first, last: last), next: behind)
        }
        guard let isSetOff = headingFollows(next) else { return nil }
        return MarkReading(mark: .article(first, last: nil), next: next, isSetOff: isSetOff)
    }

    /// An article's number without paragraph or item, as references write it.
    private func articleNumber(at index: Int) -> (ArticleNumber, Int)? {
        guard self[index] == "第", let (id, end) = ClauseReference.scanPrefix(scalars, from: index) else { return nil }
        let segments = id.segments
        guard segments.count == 1, var number = ArticleNumber(segment: segments[0]) else { return nil }
        // A space behind a branch ends it, whatever character comes next.
        if self[end] == "の", let (branch, next) = self.number(at: end + 1), gap(before: next) > 0 || next == count {
            number = ArticleNumber(number.value, number.branches + [branch])
            return (number, next)
        }
        // 第1条本文 names the article only, and 本文 may as well be the first word of its text.
        return (number, has("本文", at: end - 2) ? end - 2 : end)
    }

    /// Whether a heading or a text follows a number, and whether it is set off; `nil` where a sentence about the provision goes on.
    private func headingFollows(_ index: Int) -> Bool? {
        guard let next = self[index] else { return true }
        if let behind = Self.brackets.contains(where: { $0.0 == next }) ? closing(of: index) : nil {
            guard let after = self[behind], gap(before: behind) == 0 else { return true }
            return isHiragana(after) || "、。,第及又並・各".unicodeScalars.contains(after) ? nil : true
        }
        if "、。,.第項号~・及又並若乃各但".unicodeScalars.contains(next) { return nil }
        if gap(before: index) > 0 { return !isHiragana(next) }
        if next == ":" || Self.brackets.contains(where: { $0.0 == next }) { return true }
        return isHiragana(next) ? nil : false
    }

    /// 附則
    private func supplement() -> MarkReading? {
        guard has("附則", at: 0) || has("付則", at: 0) else { return nil }
        guard let isSetOff = headingFollows(2), isSetOff else { return nil }
        return MarkReading(mark: .supplement, next: 2)
    }

    /// 別紙1, 別表第一, and words of the same kind.
    private func annex(from index: Int = 0) -> MarkReading? {
        for (word, prefix) in [("別紙", "app"), ("別表", "table"), ("別添", "attachment"), ("添付資料", "attachment"), ("附属書", "attachment"), ("付属書", "attachment")]
        where has(word, at: index) {
            var next = index + word.unicodeScalars.count
            var value: Int?
            if let (number, behind) = number(at: self[next] == "第" ? next + 1 : next) { (value, next) = (number, behind) }
            if self[next] == "-" || self[next] == "の" { return nil }
            guard let isSetOff = headingFollows(next), isSetOff else { return nil }
            return MarkReading(mark: .annex(prefix: prefix, number: value), next: next)
        }
        return nil
    }

    /// （別紙1） or 【別紙】, alone or with a title behind it.
    private func bracketedAnnex() -> MarkReading? {
        guard let end = closing(of: 0), let reading = annex(from: 1), reading.next == end - 1 else { return nil }
        if let after = self[end], isHiragana(after) || after == "、" || after == "。" { return nil }
        return MarkReading(mark: reading.mark, next: end)
    }

    /// Ⅰ. or Ⅰ with a space
    private func section() -> MarkReading? {
        guard let value = self[0].flatMap({ ClauseMarks.roman($0) }) else { return nil }
        if self[1] == "." || self[1] == "、" || self[1] == "," { return count > 2 ? MarkReading(mark: .section([value], isBracketed: false), next: 2) : nil }
        return gap(before: 1) > 0 ? MarkReading(mark: .section([value], isBracketed: false), next: 1) : nil
    }

    /// 【Ⅱ．…、Ⅲ．…】: all numbers within the brackets.
    private func bracketedSection() -> MarkReading? {
        guard self[0] == "【" || self[0] == "[", let end = closing(of: 0), end == count else { return nil }
        var numbers: [Int] = []
        for index in 1..<end {
            let isFirst = index == 1 || self[index - 1] == "、" || self[index - 1] == "," || self[index - 1] == "・"
            if isFirst, let value = self[index].flatMap({ ClauseMarks.roman($0) }) { numbers.append(value) }
        }
        return numbers.isEmpty || ClauseMarks.roman(self[1] ?? " ") == nil ? nil : MarkReading(mark: .section(numbers, isBracketed: true), next: 0)
    }

    /// ※, ※1. or 注1
    private func note() -> MarkReading? {
        var next = 1
        var value: Int?
        if let (number, behind) = number(at: 1), KanjiNumeral.digit(scalars[1]) != nil { (value, next) = (number, behind) }
        if self[0] == "注", value == nil || self[next].map(isHiragana) == true { return nil }
        if value != nil, self[next] == "." || self[next] == ":" { next += 1 }
        guard let after = self[next], !")）」、。,".unicodeScalars.contains(after) else { return nil }
        return MarkReading(mark: .note(value), next: next)
    }
}
