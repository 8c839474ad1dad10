internal import Clauses
internal import Values

/// The numbers of paragraphs, items and what is below them.
extension Head {
    /// The number that the line begins with.
    func list(from index: Int = 0) -> MarkReading? {
        guard let first = self[index], let (mark, next) = circled(index) ?? enclosed(index) ?? ordinal(index) ?? digits(index) ?? counted(index) else {
            return nil
        }
        // A list goes on with words. （3）の and （1）、（2） are references that happened to begin a line.
        if let after = self[next] {
            if "、。,)".unicodeScalars.contains(after) || (gap(before: next) == 0 && Self.particles.contains(after) && first != "①") { return nil }
        } else if !mark.isStrong {
            return nil
        }
        return MarkReading(mark: .list(mark), next: next)
    }

    /// What goes on with a reference.
    private static let particles = Set("にのをはがともへや".unicodeScalars)

    /// ①
    private func circled(_ index: Int) -> (ListMark, Int)? {
        guard let value = self[index].flatMap({ ClauseMarks.circled($0) }) else { return nil }
        return (ListMark(style: .circled, number: value, isStrong: true), index + 1)
    }

    /// （1）, （一）, （イ）, （a）, （i）, ⑴
    private func enclosed(_ index: Int) -> (ListMark, Int)? {
        if let next = self[index], (0x2474...0x2487).contains(next.value) {
            return (ListMark(style: .parenthesized, number: Int(next.value) - 0x2474 + 1, isStrong: true), index + 1)
        }
        guard self[index] == "(" else { return nil }
        if let (value, next) = number(at: index + 1), self[next] == ")" {
            let style: ListStyle = KanjiNumeral.digit(scalars[index + 1]) == nil ? .kanji : .parenthesized
            return (ListMark(style: style, number: value, isStrong: true), next + 1)
        }
        guard let inner = self[index + 1], self[index + 2] == ")" else { return nil }
        if let value = ClauseMarks.iroha(inner) { return (ListMark(style: .iroha, number: value, isStrong: true), index + 3) }
        if let value = letter(inner) { return (ListMark(style: .letter, number: value, isStrong: true), index + 3) }
        return ClauseMarks.roman(inner).map { (ListMark(style: .roman, number: $0, isStrong: true), index + 3) }
    }

    /// 第1項, 第1号 with a space behind it
    private func ordinal(_ index: Int) -> (ListMark, Int)? {
        guard self[index] == "第", let (value, next) = number(at: index + 1), self[next] == "項" || self[next] == "号", gap(before: next + 1) > 0 else {
            return nil
        }
        return (ListMark(style: self[next] == "項" ? .decimal : .kanji, number: value, isStrong: false), next + 1)
    }

    /// 1., 1), 1、, 1 with a space, 3.1
    private func digits(_ index: Int) -> (ListMark, Int)? {
        guard let first = self[index], KanjiNumeral.digit(first) != nil, let (value, next) = number(at: index) else { return nil }
        // Digits are set together; 9 月 and 30 分 are no marks, 1． and ２　 are.
        for place in index + 1..<max(next, index + 1) where gap(before: place) > 0 { return nil }
        guard let after = self[next] else { return nil }
        if after == "." || after == "-", gap(before: next) == 0, let (below, behind) = number(at: next + 1), KanjiNumeral.digit(scalars[next + 1]) != nil {
            guard after == ".", gap(before: next + 1) == 0, gap(before: behind) > 0 || self[behind] == "." && gap(before: behind + 1) > 0 else { return nil }
            let end = self[behind] == "." ? behind + 1 : behind
            return (ListMark(style: .dotted, number: below, isStrong: false, article: value), end)
        }
        if after == "." || after == ")" || after == "\\" && self[next + 1] == "." {
            return (ListMark(style: .decimal, number: value, isStrong: after != ")"), next + (after == "\\" ? 2 : 1))
        }
        if after == "、" || after == ":" && gap(before: next + 1) > 0 { return (ListMark(style: .decimal, number: value, isStrong: false), next + 1) }
        guard gap(before: next) > 0, isJapanese(after), !"ヶケカか月日年時分円条項号章％".unicodeScalars.contains(after) else { return nil }
        // Statutes set the number off by a full-width space.
        return (ListMark(style: isWide(gapBefore: next) ? .decimal : .bare, number: value, isStrong: false), next)
    }

    /// 一、, イ．, a. and ⅰ., or with a space
    private func counted(_ index: Int) -> (ListMark, Int)? {
        guard let first = self[index] else { return nil }
        if let (value, next) = number(at: index), separates(next) != nil || gap(before: next) > 0 {
            return (ListMark(style: .kanji, number: value, isStrong: false), separates(next) ?? next)
        }
        let style: ListStyle
        let value: Int
        if let number = ClauseMarks.iroha(first) {
            (style, value) = (.iroha, number)
        } else if let number = ClauseMarks.roman(first) {
            (style, value) = (.roman, number)
        } else if let number = letter(first), self[index + 1] == "." || self[index + 1] == ")" {
            (style, value) = (.letter, number)
        } else {
            return nil
        }
        guard separates(index + 1) != nil || gap(before: index + 1) > 0 else { return nil }
        return (ListMark(style: style, number: value, isStrong: false), separates(index + 1) ?? index + 1)
    }

    /// The element behind the point, comma or bracket that ends a mark.
    private func separates(_ index: Int) -> Int? { self[index].flatMap { ".、)".unicodeScalars.contains($0) ? index + 1 : nil } }

    /// a is 1, A is 1
    private func letter(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar.value {
        case 0x61...0x7A: Int(scalar.value) - 0x60
        case 0x41...0x5A: Int(scalar.value) - 0x40
        default: nil
        }
    }
}
