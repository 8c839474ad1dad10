internal import Clauses
internal import Values

/// Annexes before their first section: a preamble, and tables whose rows data names.
extension OutlineReader {
    /// A line of an annex that begins nothing.
    mutating func goOnAnnex(_ index: Int, _ piece: LinePart) {
        guard let annex = stack.last?.draft else { return }
        let line = text.lines[index].scalars
        if drafts[annex].heading.isEmpty, isHeading(index, from: piece.range.lowerBound), !isRow(line) {
            drafts[annex].heading = [piece]
        } else if line.contains("。") || line.contains("、") {
            add("preamble", .paragraph, under: annex, marker: [], text: [piece])
        } else {
            beginRows(index, piece, annex)
        }
    }

    /// Whether a line has cells, one of them a figure: a heading has none.
    private func isRow(_ line: [Unicode.Scalar]) -> Bool {
        let cells = line.split(whereSeparator: isSpace)
        return cells.count > 1 && cells.dropFirst().contains { $0.contains { KanjiNumeral.digit($0) != nil } || KanjiNumeral.scan(Array($0), from: 0) != nil }
    }

    /// More of a preamble, or the first row behind it.
    mutating func goOnPreamble(_ index: Int, _ piece: LinePart, _ preamble: Int, _ annex: Int) {
        if isComplete(before: index), !text.lines[index].scalars.contains("。") {
            beginRows(index, piece, annex)
        } else {
            drafts[preamble].text.append(piece)
        }
    }

    /// Rows without names: those of a table with a head, or line by line.
    private mutating func beginRows(_ index: Int, _ piece: LinePart, _ annex: Int) {
        let words = text.lines[index].scalars[piece.range].split(whereSeparator: isSpace)
        if words.count >= 3 {
            let container = add("table1", .row, under: annex, marker: [], text: [piece])
            table = Table(parent: container, owner: container, prefix: "", kind: .row)
            return
        }
        table = Table(parent: annex, owner: annex, prefix: "row", kind: .row)
        findings.append(.table(text.lines[index].number...text.lines[index].number))
        _ = readTable(index, piece)
    }

    /// A row, or a group of rows, that data names by the heading that stands here; false where none does.
    mutating func readNamed(_ index: Int) -> Bool {
        if index < namedEnd { return true }
        guard !stack.contains(where: { $0.level == .section }), stack.contains(where: { $0.level == .root || $0.level == .article }) else { return false }
        if isReference(index), let open = stack.last, open.level == .named, drafts[open.draft].text.isEmpty, table?.row == nil {
            drafts[open.draft].heading.append(whole(index, from: 0))
            return true
        }
        for place in stack.indices.reversed() where stack[place].level == .named || stack[place].level == .root {
            for name in names[drafts[stack[place].draft].id] {
                guard let (heading, rest) = match(name.heading, index) else { continue }
                stack.removeSubrange((place + 1)...)
                let draft = add(name.segment, .row, under: stack[place].draft, marker: [])
                drafts[draft].heading = heading
                if let rest { drafts[draft].text = [rest] }
                stack.append(Open(draft: draft, level: .named, number: 0))
                table = Table(parent: draft, owner: draft, prefix: "", kind: .row)
                namedEnd = (heading.last?.line ?? index) + 1
                return true
            }
        }
        if let open = stack.last, open.level == .named, table == nil, Head(text.lines[index].scalars).mark() == nil, target == open.draft {
            table = Table(parent: open.draft, owner: open.draft, prefix: "", kind: .row)
        }
        return false
    }

    /// ※1 alone on its line.
    private func isReference(_ index: Int) -> Bool {
        let head = Head(text.lines[index].scalars)
        guard head[0] == "※", head.count <= 3 else { return false }
        return head.count == 1 || head.number(at: 1)?.next == head.count
    }

    /// A heading at the beginning of a line, or over several short ones, and the rest of the last.
    private func match(_ heading: [Unicode.Scalar], _ index: Int) -> ([LinePart], LinePart?)? {
        var remaining = heading[...]
        var pieces: [LinePart] = []
        for line in index..<min(index + 4, text.lines.count) {
            let scalars = text.lines[line].scalars
            var place = 0
            while place < scalars.count, let next = remaining.first {
                if !isSpace(scalars[place]) {
                    guard TextForm.folded(scalars[place]) == next else { return nil }
                    remaining.removeFirst()
                }
                place += 1
            }
            pieces.append(LinePart(line: line, range: 0..<place))
            guard remaining.isEmpty else { continue }
            if place == scalars.count { return (pieces, nil) }
            return isSpace(scalars[place]) || scalars[place] == "※" ? (pieces, LinePart(line: line, range: place..<scalars.count)) : nil
        }
        return nil
    }
}
