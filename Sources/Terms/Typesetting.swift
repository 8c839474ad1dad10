internal import Clauses

/// How a document is set, as far as that helps to read it.
struct Typesetting {
    /// A blank line stands between most lines.
    let isDoubleSpaced: Bool
    /// White space at the end of a line marks the end of a paragraph, and lines that go on have none.
    let marksParagraphEnds: Bool
    let isMarkdown: Bool
    /// How many characters a full line has.
    let width: Int
    /// Sentences go on from full lines to the next ones.
    let isWrapped: Bool
    /// Page numbers and running heads, by the indices of their lines.
    let furniture: Set<Int>
    /// The bracketed form 【Ⅰ.…】 is used for sections, so that a bare Ⅰ. is a row of a table.
    let bracketsSections: Bool

    init(_ text: TermsText) {
        let lines = text.lines
        isDoubleSpaced = lines.count > 4 && lines.filter(\.followsBlank).count * 10 > lines.count * 6
        let ends = lines.filter { $0.scalars.last == "。" }
        marksParagraphEnds =
            lines.count > 20 && ends.filter(\.endsInSpace).count * 10 > ends.count * 8 && lines.filter { !$0.endsInSpace }.count * 10 > lines.count
        isMarkdown = Self.isMarkdown(text)
        let widths = lines.map(\.scalars.count).sorted()
        width = widths.isEmpty ? 0 : widths[min(widths.count - 1, widths.count * 9 / 10)]
        isWrapped = marksParagraphEnds || Self.isWrapped(lines, width, isDoubleSpaced)
        furniture = Self.furniture(lines)
        bracketsSections = lines.contains { if case .section(_, isBracketed: true)? = Head($0.scalars).mark()?.mark { true } else { false } }
    }

    static func isMarkdown(_ text: TermsText) -> Bool { text.lines.contains { markdownHeading($0.scalars) != nil } }

    /// How many characters of a line `## Heading` make it one.
    static func markdownHeading(_ line: [Unicode.Scalar]) -> Int? {
        let level = line.prefix(8).prefix { $0 == "#" }.count
        guard (1...6).contains(level), level < line.count else { return nil }
        return isSpace(line[level]) || "第別附付（(".unicodeScalars.contains(line[level]) ? level : nil
    }

    /// Whether full lines that end no sentence are followed by lines that begin nothing.
    private static func isWrapped(_ lines: [TermsText.Line], _ width: Int, _ isDoubleSpaced: Bool) -> Bool {
        var (goingOn, ended) = (0, 0)
        for (line, next) in zip(lines, lines.dropFirst()) {
            guard line.scalars.count * 4 > width * 3, line.scalars.count >= 8, let last = line.scalars.last, !"。」）)：:|．".unicodeScalars.contains(last) else {
                continue
            }
            // The heading of an article ends where its line does.
            switch Head(line.scalars).mark()?.mark {
            case .article, .division, .annex, .supplement: continue
            default: break
            }
            let isNew = next.followsBlank && !isDoubleSpaced || Head(next.scalars).beginsAnew
            (goingOn, ended) = (goingOn + (isNew ? 0 : 1), ended + (isNew ? 1 : 0))
        }
        return goingOn > 0 && goingOn * 2 >= ended
    }

    /// Where a line of Markdown begins behind #, > and the emphasis around a number. Emphasis in a sentence stays.
    static func markdownPrefix(_ line: [Unicode.Scalar]) -> Int {
        var place = markdownHeading(line) ?? 0
        while place < line.count, line[place] == ">" || isSpace(line[place]) { place += 1 }
        for mark in ["**", "__"] where place < line.count && line[place...].starts(with: mark.unicodeScalars) && Head(line, from: place + 2).mark() != nil {
            place += 2
        }
        return place
    }

    /// Page numbers beside a page break, and what stands at the head or foot of three pages.
    private static func furniture(_ lines: [TermsText.Line]) -> Set<Int> {
        var result = counted(lines)
        var repeated: [String: [Int]] = [:]
        for (index, line) in lines.enumerated() where line.scalars.count <= 40 {
            let isHead = line.followsPageBreak
            let isFoot = index + 1 < lines.count && lines[index + 1].followsPageBreak
            let isPageNumber = isPageNumber(line.scalars)
            if isPageNumber, isHead || isFoot || index + 1 == lines.count || line.scalars.first == "-" || line.scalars.first == "－" { result.insert(index) }
            guard isHead || isFoot, Head(line.scalars).mark() == nil else { continue }
            let words = String(String.UnicodeScalarView(line.scalars.filter { !isSpace($0) && !("0"..."9").contains($0) }))
            if !words.isEmpty, line.scalars.last != "。" { repeated[words, default: []].append(index) }
        }
        for places in repeated.values where places.count >= 3 { result.formUnion(places) }
        return result
    }

    /// 2 / 3 in the order of pages, and what stands beside each of them.
    private static func counted(_ lines: [TermsText.Line]) -> Set<Int> {
        let pages = lines.indices.filter { index in
            let words = lines[index].scalars.filter { !isSpace($0) }.map(TextForm.folded)
            return words.contains("/") && isPageNumber(lines[index].scalars)
        }
        func numbers(_ index: Int) -> [Int] {
            lines[index].scalars.filter { !isSpace($0) }.map(TextForm.folded).split(separator: "/").compactMap { Int(String(String.UnicodeScalarView($0))) }
        }
        let counts = pages.map(numbers)
        guard counts.count >= 2, counts.allSatisfy({ $0.count == 2 && $0[1] == counts[0][1] && $0[0] <= $0[1] }),
            zip(counts, counts.dropFirst()).allSatisfy({ $1[0] == $0[0] + 1 })
        else { return [] }
        var result = Set(pages)
        for step in [-1, 1] {
            let beside = pages.map { $0 + step }.filter { lines.indices.contains($0) && lines[$0].scalars.count <= 40 && lines[$0].scalars.last != "。" }
            let groups = Dictionary(grouping: beside) { String(String.UnicodeScalarView(lines[$0].scalars.filter { !isSpace($0) })) }
            for group in groups.values where group.count >= 2 && Head(lines[group[0]].scalars).mark() == nil { result.formUnion(group) }
        }
        return result
    }

    /// 3, - 3 -, 3/12, P.3
    private static func isPageNumber(_ line: [Unicode.Scalar]) -> Bool {
        let folded = line.filter { !isSpace($0) }.map(TextForm.folded)
        guard folded.count <= 9, folded.contains(where: { ("0"..."9").contains($0) }) else { return false }
        return folded.allSatisfy { ("0"..."9").contains($0) || "-/.Pp頁ページ".unicodeScalars.contains($0) }
    }
}
