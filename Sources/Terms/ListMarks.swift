internal import Clauses
internal import Values

/// One way of counting within a provision.
enum ListStyle: Hashable {
    case decimal, bare, kanji, parenthesized, circled, iroha, syllabary, letter, roman, dotted
    /// The one paragraph of an article that does not number it.
    case implied

    /// 1. and 1 with a space count alike.
    var family: ListStyle { self == .bare ? .decimal : self }
}

/// What stands around a number: lists of one style and other shapes are other lists.
enum MarkShape: Hashable {
    case space, point, comma, half, round, square, ring, word
}

/// The number that a line begins with.
struct ListMark: Equatable {
    let style: ListStyle
    var number: Int
    /// Nothing but a list begins so. The other marks count only where their number is due.
    let isStrong: Bool
    var shape = MarkShape.space
    /// 一の二 is the second after 一.
    var branches: [Int] = []
    /// What 3.1.2 is below: 3, 1.
    var path: [Int] = []
    /// A unit follows, so that it may as well be a quantity: ３　年末の.
    var isQuantity = false

    var segment: String { ([number] + branches).map(String.init).joined(separator: "_") }

    /// Whether this is the number after another one.
    func follows(_ number: Int, _ branches: [Int]) -> Bool { ArticleNumber(self.number, self.branches).follows(ArticleNumber(number, branches)) }
}

/// The numbers of paragraphs, items and what is below them.
extension Head {
    /// The number that the line begins with.
    func list(from index: Int = 0) -> MarkReading? {
        guard let first = self[index],
            let (mark, next) = symbol(index) ?? enclosed(index) ?? ordinal(index) ?? digits(index) ?? counted(index) ?? letterMarks(index)
        else { return nil }
        // A list goes on with words. （3）の and （1）、（2） are references that happened to begin a line.
        if let after = self[next] {
            if "、。,)".unicodeScalars.contains(after) || (gap(before: next) == 0 && Self.particles.contains(after) && first != "①") { return nil }
        } else if !mark.isStrong {
            return nil
        }
        var reading = MarkReading(mark: .list(mark), next: next)
        reading.others = otherReadings(of: mark, index)
        return reading
    }

    /// What goes on with a reference.
    private static let particles = Set("にのをはがともへや".unicodeScalars)

    /// The other counts that a letter may belong to.
    private func otherReadings(of mark: ListMark, _ index: Int) -> [ListMark] {
        guard let letter = mark.shape == .round || mark.shape == .square ? self[index + 1] : self[index] else { return [] }
        func other(_ style: ListStyle, _ number: Int?) -> [ListMark] {
            number.map { [ListMark(style: style, number: $0, isStrong: mark.isStrong, shape: mark.shape)] } ?? []
        }
        switch mark.style {
        case .iroha: return other(.syllabary, ClauseMarks.syllabary(letter))
        case .syllabary where mark.shape != .ring: return other(.iroha, ClauseMarks.iroha(letter))
        case .roman where letter.isASCII && mark.number < 11: return other(.letter, [1, 5, 10].contains(mark.number) ? self.letter(letter) : nil)
        default: return []
        }
    }

    // MARK: - Numbers that are one character, or stand in brackets

    /// ①, ❶, ⑴, ⒈, ㋐, ⓐ, ㈠
    private func symbol(_ index: Int) -> (ListMark, Int)? {
        guard let scalar = self[index] else { return nil }
        func mark(_ style: ListStyle, _ number: Int, _ shape: MarkShape = .ring) -> (ListMark, Int) {
            (ListMark(style: style, number: number, isStrong: true, shape: shape), index + 1)
        }
        if let value = ClauseMarks.circled(scalar) { return mark(.circled, value) }
        let value = Int(scalar.value)
        switch value {
        case 0x2474...0x2487: return mark(.parenthesized, value - 0x2473, .round)
        case 0x2488...0x249B: return mark(.decimal, value - 0x2487, .point)
        case 0x24D0...0x24E9: return mark(.letter, value - 0x24CF)
        case 0x2776...0x277F: return mark(.circled, value - 0x2775, .square)
        case 0x3220...0x3229: return mark(.kanji, value - 0x321F, .round)
        case 0x32D0...0x32FE: return mark(.syllabary, value - 0x32CF)
        default: return nil
        }
    }

    /// （1）, （一）, （イ）, （a）, （iv）, [1]
    private func enclosed(_ index: Int) -> (ListMark, Int)? {
        guard let open = self[index], open == "(" || open == "[" || open == "〔", let close = Self.brackets.first(where: { $0.0 == open })?.1 else { return nil }
        let shape: MarkShape = open == "(" ? .round : .square
        if let (value, next) = number(at: index + 1) {
            var (end, branches) = (next, [Int]())
            while self[end] == "の", let (branch, behind) = number(at: end + 1) { (end, branches) = (behind, branches + [branch]) }
            guard self[end] == close else { return nil }
            let style: ListStyle = KanjiNumeral.digit(scalars[index + 1]) == nil ? .kanji : .parenthesized
            return (ListMark(style: style, number: value, isStrong: true, shape: shape, branches: branches), end + 1)
        }
        guard open == "(" else { return nil }
        var letters: [Unicode.Scalar] = []
        while letters.count < 6, let letter = self[index + 1 + letters.count], letter != close { letters.append(letter) }
        guard self[index + 1 + letters.count] == close, let (style, value) = counting(letters) else { return nil }
        return (ListMark(style: style, number: value, isStrong: true, shape: shape), index + 2 + letters.count)
    }

    /// How letters count: i as a Roman numeral, ア as the first of アイウ, イ as the first of イロハ.
    private func counting(_ letters: [Unicode.Scalar]) -> (ListStyle, Int)? {
        if let value = ClauseMarks.smallRoman(letters) { return (.roman, value) }
        guard letters.count == 1, let first = letters.first else { return nil }
        if first == "ア" { return (.syllabary, 1) }
        if let value = ClauseMarks.iroha(first) { return (.iroha, value) }
        if let value = letter(first) { return (.letter, value) }
        return ClauseMarks.roman(first).map { (.roman, $0) }
    }

    /// 第1項, 第1号 with a space or a heading behind it, or alone
    private func ordinal(_ index: Int) -> (ListMark, Int)? {
        guard self[index] == "第", let (value, next) = number(at: index + 1), self[next] == "項" || self[next] == "号" else { return nil }
        let isAlone = next + 1 == count || closing(of: next + 1) == count
        guard isAlone || gap(before: next + 1) > 0 else { return nil }
        return (ListMark(style: self[next] == "項" ? .decimal : .kanji, number: value, isStrong: isAlone, shape: .word), next + 1)
    }

    // MARK: - Numbers

    /// 1., 1), 1、, 1 with a space, 3.1, 1の2 with a space
    private func digits(_ index: Int) -> (ListMark, Int)? {
        guard let first = self[index], KanjiNumeral.digit(first) != nil, let (value, next) = number(at: index) else { return nil }
        // Digits are set together; 9 月 and 30 分 are no marks, 1． and ２　 are.
        for place in index + 1..<max(next, index + 1) where gap(before: place) > 0 { return nil }
        guard let after = self[next] else { return nil }
        if let dotted = dotted(value, next) { return dotted }
        if after == "." || after == "-", gap(before: next) == 0, number(at: next + 1) != nil, KanjiNumeral.digit(scalars[next + 1]) != nil,
            gap(before: next + 1) == 0
        {
            return nil
        }
        if after == "." || after == ")" || after == "\\" && (self[next + 1] == "." || self[next + 1] == ")") {
            let shape: MarkShape = after == ")" || self[next + 1] == ")" && after == "\\" ? .half : .point
            return (ListMark(style: .decimal, number: value, isStrong: shape == .point, shape: shape), next + (after == "\\" ? 2 : 1))
        }
        if after == "、" || after == ":" && gap(before: next + 1) > 0 {
            return (ListMark(style: .decimal, number: value, isStrong: false, shape: .comma), next + 1)
        }
        var (end, branches) = (next, [Int]())
        while self[end] == "の", gap(before: end) == 0, let (branch, behind) = number(at: end + 1), gap(before: end + 1) == 0 {
            (end, branches) = (behind, branches + [branch])
        }
        if !branches.isEmpty {
            guard isWide(gapBefore: end) else { return nil }
            return (ListMark(style: .decimal, number: value, isStrong: false, branches: branches), end)
        }
        // Statutes set the number off by a full-width space.
        if isWide(gapBefore: next) {
            guard isJapanese(after) || after.properties.isAlphabetic || after == "(" else { return nil }
            return (ListMark(style: .decimal, number: value, isStrong: false, isQuantity: isQuantity(at: next)), next)
        }
        guard gap(before: next) > 0, isJapanese(after), !"ヶケカか月日年時分円条項号章％".unicodeScalars.contains(after) else { return nil }
        return (ListMark(style: .bare, number: value, isStrong: false), next)
    }

    /// 3.1 or 2.1.1, with a point or a space behind it
    private func dotted(_ value: Int, _ index: Int) -> (ListMark, Int)? {
        var (path, next) = ([value], index)
        while self[next] == ".", gap(before: next) == 0, let (below, behind) = number(at: next + 1), KanjiNumeral.digit(scalars[next + 1]) != nil,
            gap(before: next + 1) == 0, path.count < 6
        { (path, next) = (path + [below], behind) }
        guard path.count > 1, let number = path.popLast() else { return nil }
        let end = self[next] == "." ? next + 1 : next
        guard gap(before: end) > 0 else { return nil }
        return (ListMark(style: .dotted, number: number, isStrong: false, shape: .point, path: path), end)
    }

    /// 一、, イ．, ⅰ. or with a space, 一の二 with a space
    private func counted(_ index: Int) -> (ListMark, Int)? {
        guard let first = self[index] else { return nil }
        if let (value, next) = number(at: index) {
            var (end, branches) = (next, [Int]())
            while self[end] == "の", gap(before: end) == 0, let (branch, behind) = number(at: end + 1), gap(before: end + 1) == 0 {
                (end, branches) = (behind, branches + [branch])
            }
            guard branches.isEmpty ? separates(end) != nil || gap(before: end) > 0 : gap(before: end) > 0 else { return nil }
            return (ListMark(style: .kanji, number: value, isStrong: false, shape: shape(end), branches: branches), separates(end) ?? end)
        }
        guard let (style, value) = counting([first]), !first.isASCII, separates(index + 1) != nil || gap(before: index + 1) > 0 else { return nil }
        return (ListMark(style: style, number: value, isStrong: false, shape: shape(index + 1)), separates(index + 1) ?? index + 1)
    }

    /// a., b), iv)
    private func letterMarks(_ index: Int) -> (ListMark, Int)? {
        guard let first = self[index], first.isASCII, letter(first) != nil else { return nil }
        var letters = [first]
        while letters.count < 5, let next = self[index + letters.count], next.isASCII, letter(next) != nil { letters.append(next) }
        let end = index + letters.count
        guard self[end] == "." || self[end] == ")", let (style, value) = counting(letters) else { return nil }
        return (ListMark(style: style, number: value, isStrong: false, shape: shape(end)), end + 1)
    }

    /// The element behind the point, comma or bracket that ends a mark.
    private func separates(_ index: Int) -> Int? { self[index].flatMap { ".、)".unicodeScalars.contains($0) ? index + 1 : nil } }

    private func shape(_ index: Int) -> MarkShape {
        switch self[index] {
        case ".": .point
        case "、": .comma
        case ")": .half
        default: .space
        }
    }

    /// a is 1, A is 1
    private func letter(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar.value {
        case 0x61...0x7A: Int(scalar.value) - 0x60
        case 0x41...0x5A: Int(scalar.value) - 0x40
        default: nil
        }
    }
}
