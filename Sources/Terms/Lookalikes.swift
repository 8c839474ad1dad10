internal import Clauses
internal import Values

/// What looks like the number of a provision at the beginning of a line, whether or not it is read as one: more than `Mark` knows.
struct Lookalike {
    /// What sets the number off from the words behind it.
    enum Form {
        /// （１）, ①, 1., a): hardly anything else begins so.
        case definite
        /// A full-width space, a tab or several spaces.
        case wide
        /// A single space, as many programs put one between digits and words.
        case narrow
        /// 1、
        case comma
        /// Nothing: words stand right behind the digits.
        case glued
        /// The end of the line.
        case alone
    }

    let form: Form
    let style: ListStyle
    /// 0 where the order of such marks is not known.
    var number = 0
    /// The element behind it.
    let next: Int
    /// It ends in a bracket that may as well close one that was opened before.
    var closesBracket = false
}

extension Head {
    /// What looks like a number at an element; `nil` where words begin there.
    func lookalike(at index: Int = 0) -> Lookalike? {
        symbol(index) ?? bracketed(index) ?? ordinalLookalike(index) ?? numeral(index) ?? counter(index)
    }

    /// Whether a line looks like the beginning of something.
    var beginsAnew: Bool { mark() != nil || lookalike() != nil || self[0] == "(" || self[0] == "#" || self[0] == "|" }

    // MARK: - Numbers that are one character, or stand in brackets

    /// ①, ⑴, ㋐ and their like.
    private func symbol(_ index: Int) -> Lookalike? {
        guard let first = self[index] else { return nil }
        switch first.value {
        case 0x2460...0x24B5, 0x24D0...0x24FF, 0x2776...0x2793, 0x3220...0x3229, 0x3251...0x325F, 0x3280...0x3289, 0x32B1...0x32BF, 0x32D0...0x32FE:
            let isBracketed = (0x2474...0x2487).contains(first.value)
            let number = ClauseMarks.circled(first) ?? (isBracketed ? Int(first.value) - 0x2473 : 0)
            return Lookalike(form: .definite, style: isBracketed ? .parenthesized : .circled, number: number, next: index + 1)
        default: return nil
        }
    }

    /// （１）, [1], （ア）, （a）, （iv）
    private func bracketed(_ index: Int) -> Lookalike? {
        guard let first = self[index], let close = Self.brackets.first(where: { $0.0 == first })?.1, first != "「", first != "『" else { return nil }
        if let (value, next) = number(at: index + 1), value <= Self.most, self[next] == close {
            return Lookalike(form: .definite, style: .parenthesized, number: value, next: next + 1)
        }
        guard first == "(" else { return nil }
        for length in 1...4 where self[index + 1 + length] == close {
            let inner = (index + 1..<index + 1 + length).compactMap { self[$0] }
            guard let letter = inner.first, inner.allSatisfy({ length == 1 ? isCounter($0) : isRomanLetter($0) }) else { return nil }
            return Lookalike(form: .definite, style: style(of: letter), number: length == 1 ? order(of: letter) : 0, next: index + 2 + length)
        }
        return nil
    }

    /// 第1項 or 第1号, set off by a space or alone.
    private func ordinalLookalike(_ index: Int) -> Lookalike? {
        guard self[index] == "第", let (value, next) = number(at: index + 1), value <= Self.most, self[next] == "項" || self[next] == "号",
            let form = closing(of: next + 1) == count ? .wide : gapForm(before: next + 1)
        else { return nil }
        return Lookalike(form: form, style: self[next] == "項" ? .decimal : .kanji, number: value, next: next + 1)
    }

    // MARK: - Numerals

    /// 1., 1), 1、, 1 with a space, 一 with a space, 3.1, 三の二 with a space, 1 right before words
    private func numeral(_ index: Int) -> Lookalike? {
        guard let first = self[index], let (value, next) = number(at: index), value <= Self.most else { return nil }
        let isDigits = KanjiNumeral.digit(first) != nil
        // Digits are set together; spaces within are those of a table or of a quantity.
        for place in index + 1..<max(next, index + 1) where gap(before: place) > 0 { return nil }
        let style: ListStyle = isDigits ? .decimal : .kanji
        guard let after = self[next] else { return Lookalike(form: .alone, style: style, number: value, next: next) }
        if let branch = branched(next) { return branch }
        let isBeforeNumber = isDigits ? self[next + 1].flatMap { KanjiNumeral.digit($0) } != nil : number(at: next + 1) != nil
        switch after {
        case ".": return isBeforeNumber && gap(before: next + 1) == 0 ? nil : Lookalike(form: .definite, style: style, number: value, next: next + 1)
        case ")": return Lookalike(form: .definite, style: style, number: value, next: next + 1, closesBracket: true)
        case "\\" where self[next + 1] == "." || self[next + 1] == ")":
            return Lookalike(form: .definite, style: style, number: value, next: next + 2)
        case "、", ":": return isBeforeNumber ? nil : Lookalike(form: .comma, style: style, number: value, next: next + 1)
        default: break
        }
        if let form = gapForm(before: next) {
            return KanjiNumeral.digit(after) != nil ? nil : Lookalike(form: form, style: style, number: value, next: next)
        }
        // 一 right before words is a word.
        guard isDigits, isHiragana(after) || (0x4E00...0x9FFF).contains(after.value) else { return nil }
        return Lookalike(form: .glued, style: style, number: value, next: next)
    }

    /// 3.1, 1-1 and 三の二, set off by a space: the order of such numbers is not followed.
    private func branched(_ index: Int) -> Lookalike? {
        var next = index
        while let joint = self[next], ".-の".unicodeScalars.contains(joint), gap(before: next) == 0, let (value, behind) = number(at: next + 1),
            value <= Self.most, gap(before: next + 1) == 0
        { next = behind }
        guard next > index else { return nil }
        if self[next] == ".", number(at: next + 1) == nil { next += 1 }
        return gapForm(before: next).map { Lookalike(form: $0, style: .dotted, next: next) }
    }

    // MARK: - Letters

    /// ア with a space, イ、, a., ii), ⅰ.
    private func counter(_ index: Int) -> Lookalike? {
        guard let first = self[index], isCounter(first) else { return nil }
        var next = index + 1
        while isRomanLetter(first), let letter = self[next], isRomanLetter(letter), next < index + 4 { next += 1 }
        let isLetter = first.isASCII
        let number = next == index + 1 ? order(of: first) : 0
        let style = style(of: first)
        switch self[next] {
        case "." where !isLetter || gap(before: next + 1) > 0 || self[next + 1].map(isJapanese) == true:
            return Lookalike(form: .definite, style: style, number: number, next: next + 1)
        case ")": return Lookalike(form: .definite, style: style, number: number, next: next + 1, closesBracket: true)
        case "、" where !isLetter: return Lookalike(form: .comma, style: style, number: number, next: next + 1)
        case nil: return nil
        default: break
        }
        // A space behind a letter, or behind the first of several, is one between words.
        guard let form = gapForm(before: next), form == .wide || !isLetter, self[next].map(isJapanese) == true else { return nil }
        return Lookalike(form: form, style: style, number: number, next: next)
    }

    private func isCounter(_ scalar: Unicode.Scalar) -> Bool {
        (0x30A2...0x30F2).contains(scalar.value) || ClauseMarks.roman(scalar) != nil || letterNumber(scalar) > 0
    }

    private func isRomanLetter(_ scalar: Unicode.Scalar) -> Bool { "ivxIVX".unicodeScalars.contains(scalar) }

    private func order(of scalar: Unicode.Scalar) -> Int { ClauseMarks.iroha(scalar) ?? ClauseMarks.roman(scalar) ?? letterNumber(scalar) }

    private func letterNumber(_ scalar: Unicode.Scalar) -> Int {
        let lower = scalar.value | 0x20
        return scalar.isASCII && (0x61...0x7A).contains(lower) ? Int(lower) - 0x60 : 0
    }

    private func style(of scalar: Unicode.Scalar) -> ListStyle {
        ClauseMarks.roman(scalar) != nil ? .roman : scalar.isASCII ? .letter : .iroha
    }

    /// What the space before an element makes of the number before it; `nil` where there is none.
    private func gapForm(before index: Int) -> Lookalike.Form? {
        guard index < count else { return .alone }
        guard gap(before: index) > 0 else { return nil }
        return gap(before: index) > 1 || isWide(gapBefore: index) || isTab(gapBefore: index) ? .wide : .narrow
    }

    /// No provision has more of anything; what is larger is a year or an amount.
    private static let most = 200
}
