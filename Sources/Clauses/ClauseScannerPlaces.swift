/// Whole references: articles, supplementary provisions, annexes.
extension ClauseScanner {
    /// Reads a whole reference; false when none begins here.
    mutating func reference() -> Bool { annex() || supplement() || article() }

    /// Reads an article and what follows within it.
    private mutating func article() -> Bool {
        attempt { scanner in
            scanner.skipSpaces()
            guard scanner.isLoose || scanner.peek() == "第" || scanner.peek()?.isASCII == true, let number = scanner.ordinal("条") else {
                return nil
            }
            scanner.segments.append(number)
            scanner.articleDepth = scanner.segments.count
            _ = scanner.withinArticle()
            return true
        } ?? false
    }

    /// Reads 附則, with an article unless loose: 附則 alone is also a word of the language.
    private mutating func supplement() -> Bool {
        attempt { scanner in
            guard scanner.takeAny(["附則", "付則"]) else { return nil }
            scanner.segments = ["suppl"]
            return scanner.article() || scanner.isLoose ? true : nil
        } ?? false
    }

    /// Reads an annex (別紙2) or a table (別表第一) and what follows within it.
    private mutating func annex() -> Bool {
        attempt { scanner in
            guard let prefix = scanner.take("別紙") ? "app" : scanner.take("別表") ? "table" : nil else { return nil }
            _ = scanner.take("第")
            guard let number = scanner.number() else { return nil }
            scanner.segments = [prefix + scanner.branches(of: number)]
            if let section = scanner.roman() { scanner.segments.append(section) }
            while let mark = scanner.parenthesized() ?? scanner.circled() ?? scanner.iroha() ?? scanner.ordinal("項") ?? scanner.ordinal("号") ?? scanner.digits()
            {
                scanner.segments.append(mark)
            }
            scanner.endings()
            return true
        } ?? false
    }

    /// Reads paragraph, item, marks and parts of a provision; false when nothing is there. An item, a mark or a part right
    /// under the article is in its first paragraph: an article of one paragraph does not number it.
    mutating func withinArticle() -> Bool {
        guard let depth = articleDepth else { return false }
        let start = position
        if let paragraph = ordinal("項") { segments = segments.prefix(depth) + [paragraph] }
        if let item = ordinal("号") ?? (segments.count <= depth + 1 ? parenthesized() : nil) {
            segments = paragraph(depth) + [item]
        }
        if segments.count == depth {
            if let part = provisionPart() { segments = paragraph(depth) + (part.isEmpty ? [] : [part]) }
        } else {
            while let mark = parenthesized() ?? circled() ?? (segments.count >= depth + 2 ? iroha() : nil) { segments.append(mark) }
        }
        endings()
        return position > start
    }

    /// The segments down to the paragraph, which is the first one unless it was named.
    private func paragraph(_ depth: Int) -> [String] {
        guard segments.count > depth, segments[depth].utf8.first.map({ $0 <= 0x39 }) == true else { return segments.prefix(depth) + ["1"] }
        return Array(segments.prefix(depth + 1))
    }

    /// Reads notes, and parts of a provision with the marks below them.
    private mutating func endings() {
        while true {
            if let note = note() {
                segments.append(note)
            } else if let part = provisionPart() {
                if !part.isEmpty { segments.append(part) }
                while let mark = parenthesized() ?? circled() { segments.append(mark) }
            } else {
                return
            }
        }
    }
}
