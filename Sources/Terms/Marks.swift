internal import Clauses
internal import Values

/// What a line begins with that says where it belongs.
enum Mark: Equatable {
    /// 第1編, 第1章, 第1節, 第1款, 第1目: the unit's rank and the number with its branches.
    case division(rank: Int, number: String)
    /// 第1条, or 第5条から第7条まで.
    case article(ArticleNumber, last: ArticleNumber?)
    /// 別紙1, 別表第一: the prefix of the ID and the number where there is one.
    case annex(prefix: String, number: String?)
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

/// A mark, and the element of the head behind it.
struct MarkReading {
    /// What sets a mark off from what follows.
    enum Setting {
        /// It is set off as a heading is: by the end of the line, a bracket or a space.
        case setOff
        /// Words stand right behind it, or a sentence behind a space.
        case glued
        /// What follows may begin a heading, or go on with a reference: 第2条　第三者への提供.
        case doubtful
    }

    let mark: Mark
    let next: Int
    var setting = Setting.setOff
    /// The list marks that it may be besides: イ is the first in イロハ and the second in アイウ.
    var others: [ListMark] = []

    var isSetOff: Bool { setting == .setOff }
}

extension Head {
    /// The mark that the line begins with; `nil` for a line that only goes on.
    func mark() -> MarkReading? {
        guard let first = self[0] else { return nil }
        if has("以上", at: 0), count == 2 || count == 3 && self[2] == "。" { return MarkReading(mark: .closing, next: count) }
        if "本こ上以".unicodeScalars.contains(first), isTestimonium { return MarkReading(mark: .closing, next: count) }
        switch first {
        case "第": return division() ?? article() ?? list()
        case "附", "付": return supplement() ?? annex()
        case "別", "添", "様": return annex()
        case "※", "注": return note()
        default: break
        }
        if Self.bullets.contains(first) || (first == "-" || first == "*") && gap(before: 1) > 0 && self[1] != first {
            return count > 1 ? MarkReading(mark: .bullet, next: 1) : nil
        }
        if first == "【" || first == "(" || first == "[" || first == "<" || first == "〔" { return bracketedAnnex() ?? bracketedSection() ?? list() }
        return section() ?? list()
    }

    /// この契約の成立を証するため…: the words above the signatures.
    private var isTestimonium: Bool {
        scalars.contains("証") && scalars.indices.contains { has("証するため", at: $0) || has("証として", at: $0) } && scalars.contains("通")
    }

    private static let bullets: Set<Unicode.Scalar> = ["・", "●", "○", "■", "□", "◆", "◇", "◎", "▪", "•", "‣", "▶", "►", "➢"]

    /// 第1章
    private func division() -> MarkReading? {
        guard let (value, next) = number(at: 1), let unit = self[next], let rank = ["編", "章", "節", "款", "目"].firstIndex(of: unit) else { return nil }
        var (behind, segment) = (next + 1, String(value))
        if self[behind] == "の", let (branch, after) = number(at: behind + 1) { (behind, segment) = (after, "\(value)_\(branch)") }
        guard let setting = headingFollows(behind), setting != .doubtful || gap(before: behind) > 0 else { return nil }
        return MarkReading(mark: .division(rank: rank, number: segment), next: behind, setting: setting)
    }

    /// 第1条, 第31条の2, 第5条から第7条まで
    private func article() -> MarkReading? {
        guard let (first, next) = articleNumber(at: 0) else { return nil }
        for word in ["から", "~", "-", "乃至", "ないし", "及び", "および", "・", "、"] where has(word, at: next) {
            guard let (last, end) = articleNumber(at: next + word.unicodeScalars.count), first < last else { return nil }
            if !["から", "~", "-", "乃至", "ないし"].contains(word), !last.follows(first) { return nil }
            let behind = has("まで", at: end) ? end + 2 : end
            guard has("削除", at: behind) || has("(削除)", at: behind) else { return nil }
            return MarkReading(mark: .article(first, last: last), next: behind)
        }
        if self[next] == "." || self[next] == "、", next + 1 < count { return MarkReading(mark: .article(first, last: nil), next: next + 1, setting: .doubtful) }
        guard let setting = headingFollows(next) else { return nil }
        return MarkReading(mark: .article(first, last: nil), next: next, setting: setting)
    }

    /// An article's number without paragraph or item, as references write it.
    private func articleNumber(at index: Int) -> (ArticleNumber, Int)? {
        guard self[index] == "第", let (id, end) = ClauseReference.scanPrefix(scalars, from: index) else { return nil }
        let segments = id.segments
        // 第1条　但し書 has a heading, 第1条但し書 is a reference.
        if index == 0, segments.count > 1, let (number, next) = plainArticle(), gap(before: next) > 0 { return (number, next) }
        guard segments.count == 1, var number = ArticleNumber(segment: segments[0]) else { return nil }
        // A space behind a branch ends it, whatever character comes next.
        if self[end] == "の" || self[end] == "ノ", let (branch, next) = self.number(at: end + 1), gap(before: next) > 0 || next == count {
            number = ArticleNumber(number.value, number.branches + [branch])
            return (number, next)
        }
        // 第1条本文 names the article only, and 本文 may as well be the first word of its text.
        return (number, has("本文", at: end - 2) ? end - 2 : end)
    }

    /// How a heading or a text that follows a number is set off from it; `nil` where a sentence about the provision goes on.
    private func headingFollows(_ index: Int) -> MarkReading.Setting? {
        guard let next = self[index] else { return .setOff }
        if let behind = Self.brackets.contains(where: { $0.0 == next }) ? closing(of: index) : nil {
            guard let after = self[behind], gap(before: behind) == 0 else { return .setOff }
            if isParticle(after) || "、。,第及又並・各".unicodeScalars.contains(after) || isReference(at: behind) { return nil }
            return isHiragana(after) ? .doubtful : .setOff
        }
        if gap(before: index) > 0 {
            if "、。,.~・".unicodeScalars.contains(next) || hasProvision(at: index) || has("各号", at: index) || has("各項", at: index) { return nil }
            if "第項号及又並若乃各但".unicodeScalars.contains(next) { return .doubtful }
            return isHiragana(next) ? .glued : .setOff
        }
        if "、。,.第項号~・及又並若乃各但".unicodeScalars.contains(next) { return nil }
        if next == ":" || Self.brackets.contains(where: { $0.0 == next }) { return .setOff }
        return isHiragana(next) ? nil : .glued
    }

    /// 第2項 or 第3号, as goes on with a reference to an article.
    func hasProvision(at index: Int) -> Bool {
        guard self[index] == "第", let (_, unit) = number(at: index + 1), let word = self[unit] else { return false }
        return "項号条章節編文".unicodeScalars.contains(word)
    }

    /// 附則
    private func supplement() -> MarkReading? {
        guard has("附則", at: 0) || has("付則", at: 0) else { return nil }
        guard headingFollows(2) == .setOff else { return nil }
        return MarkReading(mark: .supplement, next: 2)
    }

    /// The words that annexes begin with, and the prefixes of their IDs; the longer ones first.
    private static let annexes = [
        ("別紙様式", "form"), ("別記様式", "form"), ("様式", "form"), ("別紙", "app"), ("別表", "table"), ("別記", "schedule"), ("別添", "attachment"),
        ("添付資料", "attachment"), ("附属書", "attachment"), ("付属書", "attachment"),
    ]

    /// 別紙1, 別表第一, 別表第一の二, 様式第1号, and words of the same kind.
    private func annex(from index: Int = 0) -> MarkReading? {
        for (word, prefix) in Self.annexes where has(word, at: index) {
            var next = index + word.unicodeScalars.count
            var number: String?
            if let (value, behind) = self.number(at: self[next] == "第" ? next + 1 : next) {
                (number, next) = ("\(value)", behind)
                if self[next] == "号" { next += 1 }
                while self[next] == "の" || self[next] == "ノ", let (branch, behind) = self.number(at: next + 1) {
                    (number, next) = ("\(number ?? "")_\(branch)", behind)
                }
            }
            if self[next] == "-" || self[next] == "の" { return nil }
            guard headingFollows(next) == .setOff else { return nil }
            return MarkReading(mark: .annex(prefix: prefix, number: number), next: next)
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
