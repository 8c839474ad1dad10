internal import Clauses

/// What is amiss with a text as a whole, found before it is read.
struct Suspicions {
    private(set) var findings: [TermsFinding] = []
    /// The lines of a table of contents, by index.
    private(set) var contents: Range<Int> = 0..<0

    /// An article's heading at the beginning of a line.
    private struct Heading {
        let index: Int
        let number: ArticleNumber
    }

    init(_ text: TermsText) {
        let lines = text.lines
        guard let first = lines.first?.number else { return }
        let isPDF = lines[0].scalars.starts(with: "%PDF-".unicodeScalars)
        if let line = isPDF ? first : text.undecodable { findings.append(.undecodable(line, isPDF: isPDF)) }
        let isMarkdown = Typesetting.isMarkdown(text)
        let heads = lines.map { Head($0.scalars, from: isMarkdown ? Typesetting.markdownPrefix($0.scalars) : 0).mark() }
        let headings: [Heading] = heads.enumerated().compactMap { index, reading in
            if let reading, reading.isSetOff, case .article(let number, _) = reading.mark { Heading(index: index, number: number) } else { nil }
        }
        if let line = Self.oneLine(lines, articles: headings.count) {
            findings.append(.oneLine(line))
        } else if let range = Self.columns(lines) ?? Self.alternation(headings, heads, lines) {
            findings.append(.columns(range))
        }
        if let range = Self.spaced(lines) { findings.append(.spaced(range)) }
        contents = Self.contents(lines, heads)
        if !contents.isEmpty { findings.append(.contents(lines[contents.lowerBound].number...lines[contents.upperBound - 1].number)) }
    }

    /// The line on which most articles stand.
    private static func oneLine(_ lines: [TermsText.Line], articles: Int) -> Int? {
        for line in lines where line.scalars.count > 40 {
            let numbers = inline(line.scalars) { $0 == 0 || line.scalars[$0 - 1] == "。" || isSpace(line.scalars[$0 - 1]) }.map(\.1)
            let steps = zip(numbers, numbers.dropFirst()).filter { $1.follows($0) }.count
            if steps >= 2 || steps == 1 && lines.count <= 3, numbers.count * 2 >= articles { return line.number }
        }
        return nil
    }

    /// The headings within a line and where they begin.
    private static func inline(_ line: [Unicode.Scalar], where begins: (Int) -> Bool) -> [(Int, ArticleNumber)] {
        line.indices.compactMap { place in
            guard line[place] == "第", begins(place), let reading = Head(line, from: place).mark(), reading.isSetOff,
                case .article(let number, _) = reading.mark
            else { return nil }
            return (place, number)
        }
    }

    /// Lines in which a second heading or a second column of text stands behind a gap.
    private static func columns(_ lines: [TermsText.Line]) -> ClosedRange<Int>? {
        var headed: [Int] = []
        var gapped: [Int] = []
        for line in lines {
            let second = inline(line.scalars) { $0 > 1 && isSpace(line.scalars[$0 - 1]) && isSpace(line.scalars[$0 - 2]) }
            if !second.isEmpty { headed.append(line.number) }
            if hasGap(line.scalars) || hasBar(line.scalars) { gapped.append(line.number) }
        }
        let found = headed.count >= 2 ? headed : lines.count >= 10 && gapped.count * 2 > lines.count ? gapped : []
        guard let first = found.first, let last = found.last else { return nil }
        return first...last
    }

    /// Whether three spaces, or a tab, part a line with several characters on either side.
    private static func hasGap(_ line: [Unicode.Scalar]) -> Bool {
        guard line.count >= 16 else { return false }
        var run = 0
        for place in 8..<line.count - 6 {
            run = !isSpace(line[place]) ? 0 : run + (line[place] == "\t" ? 3 : line[place] == "\u{3000}" ? 2 : 1)
            if run >= 3, !isSpace(line[place + 1]), !line[(place + 1)...].allSatisfy({ "….・0123456789".unicodeScalars.contains($0) }) { return true }
        }
        return false
    }

    /// Whether a lone | parts a line, as between two columns.
    private static func hasBar(_ line: [Unicode.Scalar]) -> Bool {
        guard line.first != "|", line.last != "|", let bar = line.firstIndex(where: isBar), bar >= 4, bar + 4 < line.count else {
            return false
        }
        return !line[(bar + 1)...].contains(where: isBar)
    }

    private static func isBar(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "|", "｜", "│", "┃": true
        default: false
        }
    }

    /// Articles that are all there but in an order of two columns read by turns: 1, 5, 2, 6, 3, 7.
    private static func alternation(_ headings: [Heading], _ heads: [MarkReading?], _ lines: [TermsText.Line]) -> ClosedRange<Int>? {
        let end = heads.firstIndex { $0.map { if case .annex = $0.mark { true } else { $0.mark == .supplement } } ?? false } ?? heads.count
        let main = headings.filter { $0.index < end }
        let values = main.map(\.number.value)
        let descents = zip(values, values.dropFirst()).filter { $1 < $0 }.count
        guard values.count >= 6, descents >= 2, descents * 4 >= values.count, Set(values).count == values.count, let first = main.first, let last = main.last
        else {
            return nil
        }
        return lines[first.index].number...lines[last.index].number
    }

    /// The lines in which a space stands behind nearly each Japanese character.
    private static func spaced(_ lines: [TermsText.Line]) -> ClosedRange<Int>? {
        var (gaps, pairs) = (0, 0)
        var affected: [Int] = []
        for line in lines {
            var (own, all) = (0, 0)
            let places = line.scalars.indices.filter { isJapanese(line.scalars[$0]) }
            for (place, next) in zip(places, places.dropFirst()) where line.scalars[(place + 1)..<next].allSatisfy(isSpace) {
                all += 1
                own += next > place + 1 ? 1 : 0
            }
            (gaps, pairs) = (gaps + own, pairs + all)
            if all > 2, own * 10 > all * 6 { affected.append(line.number) }
        }
        guard pairs >= 20, gaps * 10 > pairs * 6, let first = affected.first, let last = affected.last else { return nil }
        return first...last
    }

    /// The lines of a table of contents: behind 目次, or a row of headings that all come again.
    private static func contents(_ lines: [TermsText.Line], _ heads: [MarkReading?]) -> Range<Int> {
        let title = lines.firstIndex { line in
            let words = line.scalars.filter { !isSpace($0) && !"#【】*".unicodeScalars.contains($0) }
            return words.elementsEqual("目次".unicodeScalars)
        }
        guard let start = title ?? heads.firstIndex(where: { key($0) != nil }) else { return 0..<0 }
        var seen: Set<String> = []
        var entries = 0
        for index in start..<lines.count {
            let key = key(heads[index])
            if let key, !seen.insert(key).inserted {
                return title != nil || entries >= 3 ? start..<index : 0..<0
            }
            if lines[index].scalars.contains("。") { return title != nil && entries > 0 ? start..<index : 0..<0 }
            if key != nil { entries += 1 }
        }
        return 0..<0
    }

    /// What an entry of a table of contents is recognised by when it comes again.
    private static func key(_ reading: MarkReading?) -> String? {
        guard let reading, reading.isSetOff else { return nil }
        switch reading.mark {
        case .article(let number, _): return number.segment
        case .division(let rank, let number): return rank == 1 ? "chapter" + number : nil
        default: return nil
        }
    }
}
