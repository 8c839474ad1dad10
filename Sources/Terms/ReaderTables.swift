internal import Clauses
internal import Values

/// Tables, as far as plain text keeps them.
extension OutlineReader {
    /// A table whose rows are being read.
    struct Table {
        /// What rows are numbered under.
        let parent: Int
        /// The provision that the table is part of.
        let owner: Int
        /// What stands before the number of a row in its ID.
        let prefix: String
        let kind: Outline.Kind
        var count = 0
        var row: Int?
        /// The first row has figures: one without goes on in the next line.
        var hasFigures = false
        /// The heading of a group, for the row that comes next.
        var group: [LinePart] = []
        /// It is a table of Markdown.
        var isPipes = false
    }

    /// Reads a line as a row of the table that is open, or of one that begins here; false where there is none.
    mutating func readTable(_ index: Int, _ piece: LinePart) -> Bool {
        if table == nil, beginTable(index, piece) { return true }
        guard var table else { return false }
        let line = text.lines[index].scalars[piece.range]
        if table.kind == .definition { return readDefinition(index, piece, table) }
        if line.last == "。", table.row.map({ isWhole($0, table, index) }) ?? true, table.prefix == "row" {
            // The text goes on behind the table.
            self.table = nil
            target = table.owner
            drafts[table.owner].text.append(piece)
            return true
        }
        if let row = table.row, !isWhole(row, table, index) {
            drafts[row].text.append(piece)
            return true
        }
        if let (group, rest) = groupHeading(index, piece) {
            table.group = [group]
            guard let rest else {
                self.table = table
                return true
            }
            addRow(rest, &table)
        } else {
            addRow(piece, &table)
        }
        return true
    }

    private mutating func addRow(_ piece: LinePart, _ table: inout Table) {
        table.count += 1
        self.table = nil
        let row = add("\(table.prefix)\(table.count)", table.kind, under: table.parent, marker: [], text: [piece])
        drafts[row].parent = table.owner
        drafts[row].heading = table.group
        table.group = []
        table.row = row
        if table.count == 1, table.prefix == "row" { table.hasFigures = hasFigures(drafts[row]) }
        self.table = table
        target = row
    }

    /// Whether a row is not to go on with the next line.
    private func isWhole(_ row: Int, _ table: Table, _ index: Int) -> Bool {
        if layout.marksParagraphEnds, index > 0, !text.lines[index - 1].endsInSpace { return false }
        return !table.hasFigures || drafts[row].text.count > 4 || hasFigures(drafts[row])
    }

    private func hasFigures(_ draft: Draft) -> Bool {
        draft.text.contains { piece in text.lines[piece.line].scalars[piece.range].contains { KanjiNumeral.digit($0) != nil } }
    }

    /// Ⅰ. at the beginning of a row: the heading of a group, and the cells behind it.
    private func groupHeading(_ index: Int, _ piece: LinePart) -> (LinePart, LinePart?)? {
        let line = text.lines[index].scalars
        guard case .section? = Head(line, from: piece.range.lowerBound).mark()?.mark else { return nil }
        guard let cut = cellEnd(line, piece.range) else { return (piece, nil) }
        return (LinePart(line: index, range: piece.range.lowerBound..<cut), LinePart(line: index, range: cut..<piece.range.upperBound))
    }

    /// The first space between Japanese characters: those beside Latin words do not part cells.
    private func cellEnd(_ line: [Unicode.Scalar], _ range: Range<Int>, within limit: Int = .max) -> Int? {
        for place in range.dropFirst().prefix(limit) where isSpace(line[place]) {
            guard let next = line[place..<range.upperBound].first(where: { !isSpace($0) }) else { return nil }
            if isJapanese(line[place - 1]), isJapanese(next) || next == "※" { return place }
            if place + 1 < range.upperBound, isSpace(line[place + 1]) || line[place] == "\u{3000}" || line[place] == "\t" { return place }
        }
        return nil
    }

    // MARK: - Where tables begin

    /// Begins a table where the open text announces one, or an article defines its terms in one; true where the line was its head.
    private mutating func beginTable(_ index: Int, _ piece: LinePart) -> Bool {
        guard let target, let open = stack.last, open.draft == target, let last = text.last(drafts[target].text), "。：:".unicodeScalars.contains(last) else {
            return false
        }
        let line = text.lines[index].scalars[piece.range]
        if let article = stack.last(where: { $0.level == .article }), definesTerms(article.draft), case .list(.implied) = open.level {
            if isTermsHeader(line) {
                let container = add("def", .definition, under: article.draft, marker: [], text: [piece])
                drafts[container].parent = target
                table = Table(parent: container, owner: container, prefix: "", kind: .definition)
                return true
            } else if let first = line.first, first == "「" || first == "『" || first == "“" || colon(index, piece.range) != nil {
                let container = article.draft
                table = Table(parent: container, owner: target, prefix: "def.", kind: .definition)
            }
        } else if line.last != "。", announcesTable(drafts[target].text) {
            table = Table(parent: target, owner: target, prefix: "row", kind: .row)
        }
        return false
    }

    /// Whether the end of a text says that a table follows.
    private func announcesTable(_ pieces: [LinePart]) -> Bool {
        let tail = pieces.suffix(2).flatMap { text.lines[$0.line].scalars[$0.range].suffix(60) }.filter { !isSpace($0) }
        let words = String(String.UnicodeScalarView(tail))
        return ["下表", "次表", "次の表", "以下の表", "下記の表", "表のとおり", "表の通り"].contains { words.contains($0) }
    }

    // MARK: - Definitions

    private func definesTerms(_ article: Int) -> Bool {
        text.joined(drafts[article].heading).contains("定義")
    }

    /// 用語 用語の意味
    private func isTermsHeader(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
        let words = String(String.UnicodeScalarView(line.filter { !isSpace($0) }))
        return words.count <= 20 && isHeadingLike(line) && ["用語", "語句", "名称", "言葉"].contains { words.hasPrefix($0) }
            && ["意味", "意義", "定義", "内容", "説明"].contains { words.hasSuffix($0) }
    }

    /// A term with its meaning, a term alone, or more of a meaning.
    private mutating func readDefinition(_ index: Int, _ piece: LinePart, _ table: Table) -> Bool {
        var table = table
        let line = text.lines[index].scalars
        let hasRow = table.row != nil
        if let row = table.row, drafts[row].text.isEmpty {
            drafts[row].text.append(piece)
            return true
        }
        guard let cut = termEnd(index, piece.range), isWholeMeaning(table, index) else {
            guard hasRow, let row = table.row else { return false }
            drafts[row].text.append(piece)
            return true
        }
        addRow(LinePart(line: index, range: cut..<piece.range.upperBound), &table)
        guard let row = table.row else { return true }
        drafts[row].heading = [LinePart(line: index, range: piece.range.lowerBound..<cut)]
        if line[cut..<piece.range.upperBound].allSatisfy(isSpace) { drafts[row].text = [] }
        return true
    }

    /// Whether the meaning before has ended.
    private func isWholeMeaning(_ table: Table, _ index: Int) -> Bool {
        guard let row = table.row, let last = text.last(drafts[row].text) else { return true }
        if layout.marksParagraphEnds { return index == 0 || text.lines[index - 1].endsInSpace }
        return "。」）".unicodeScalars.contains(last) || !lastLineIsFull
    }

    /// The place behind the colon that sets a term off from its meaning: 会員：会費を納めた者をいいます。
    private func colon(_ index: Int, _ range: Range<Int>) -> Int? {
        let line = text.lines[index].scalars
        guard let place = line[range].prefix(25).firstIndex(where: { $0 == "：" || $0 == ":" }), place > range.lowerBound, place + 1 < range.upperBound,
            isHeadingLike(line[range.lowerBound..<place]), line[range.upperBound - 1] == "。" || line[range.upperBound - 1] == "．"
        else { return nil }
        return place + 1
    }

    /// Where the term ends that a line begins with; `nil` where it begins none.
    private func termEnd(_ index: Int, _ range: Range<Int>) -> Int? {
        let line = text.lines[index].scalars
        let head = Head(line, from: range.lowerBound)
        if let colon = colon(index, range) { return colon }
        if let end = head.closing(of: 0), line[range.lowerBound] == "「" || line[range.lowerBound] == "『" { return head.place(end - 1) + 1 }
        let isPhrase = isHeadingLike(line[range])
        // In a cell of its own the term stands right above its meaning.
        if isPhrase, layout.isDoubleSpaced, index + 1 < text.lines.count, !text.lines[index + 1].followsBlank { return range.upperBound }
        if let cut = cellEnd(line, range, within: 24), isHeadingLike(line[range.lowerBound..<cut]) { return cut }
        if let cut = line[range].prefix(25).firstIndex(where: isSpace), isHeadingLike(line[range.lowerBound..<cut]) { return cut }
        return isPhrase && !layout.isDoubleSpaced && line[range].count <= 16 ? range.upperBound : nil
    }
}
