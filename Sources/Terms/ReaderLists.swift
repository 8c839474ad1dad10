internal import Clauses

/// Paragraphs, items and what is below them.
extension OutlineReader {
    /// How many lists stand within each other at most.
    static let deepest = 12

    /// 1. or （1）: goes on with the list in which its number is due, or begins one.
    ///
    /// - Parameter readings: what the mark may be; one list counts イロハ, another アイウ.
    mutating func beginItem(_ readings: [ListMark], _ head: Head, _ reading: MarkReading, _ index: Int, from start: Int) -> Bool {
        guard let last = stack.last, !isDivision(last.level) else { return false }
        let line = MarkedLine(
            index: index, rest: head.place(reading.next), indent: isAtBeginning(index, start) ? text.lines[index].indent : nil,
            isReference: head.isReference(at: reading.next) || head.isQuantity(at: reading.next))
        guard let place = place(readings, line) else { return false }
        if place.keep == stack.count, depth >= Self.deepest {
            if !isUnsettled { findings.append(.tooDeep(text.lines[index].number)) }
            isUnsettled = true
            return false
        }
        stack.removeSubrange(place.keep...)
        findings += place.findings
        guard let parent = stack.last?.draft else { return false }
        let mark = place.mark
        let draft = add(mark.segment, kind(under: parent), under: parent, marker: marker(head, reading, index, from: start))
        stack.append(
            Open(
                draft: draft, level: .list(mark.style), number: mark.number, branches: mark.branches, path: mark.path, shape: mark.shape, indent: line.indent,
                isAutomatic: place.isAutomatic, restartDue: place.restartDue, isBesideBullets: place.isBesideBullets))
        if followsSuspect(mark) || place.isDoubtful { findings.append(.nested(text.joined(drafts[draft].marker), text.lines[index].number)) }
        takeItem(draft, mark, index, from: line.rest)
        return true
    }

    /// Takes the rest of a line as the heading of an item, its text, or the first item below it.
    private mutating func takeItem(_ draft: Int, _ mark: ListMark, _ index: Int, from rest: Int) {
        guard rest < text.lines[index].scalars.count else { return }
        let inner = Head(text.lines[index].scalars, from: rest)
        if let below = inner.list(), case .list(let first) = below.mark, first.number == 1, first.isStrong, first.style != mark.style,
            beginItem([first] + below.others, inner, below, index, from: rest)
        {
            return
        }
        let end = nextItem(behind: mark, index, from: rest)
        let parent = drafts[draft].parent ?? draft
        if mark.shape == .word, inner.closing(of: 0) == inner.count || isHeading(index, from: rest) {
            drafts[draft].heading = [whole(index, from: rest)]
        } else if end == nil, isItemHeading(index, from: rest, mark.style, under: parent) {
            drafts[draft].heading = [whole(index, from: rest)]
            if mark.style == .parenthesized, drafts[parent].kind == .section, isSection(parent) { drafts[draft].kind = .service }
        } else {
            drafts[draft].text = [LinePart(line: index, range: rest..<(end ?? text.lines[index].scalars.count))]
        }
        if let look = inner.lookalike(), [.parenthesized, .circled, .dotted].contains(look.style) { doubtRest(index, from: rest) }
        resume = end
    }

    /// Where the next item of a list begins on the line of one: （１）傘　（２）杖.
    private func nextItem(behind mark: ListMark, _ index: Int, from rest: Int) -> Int? {
        guard mark.isStrong, mark.shape == .round || mark.shape == .ring, mark.branches.isEmpty else { return nil }
        let line = text.lines[index].scalars
        for place in rest..<line.count where place > rest && (isSpace(line[place - 1]) || line[place - 1] == "。") && !isSpace(line[place]) {
            let head = Head(line, from: place, reach: 8)
            guard let reading = head.list(), case .list(let next) = reading.mark, next.style == mark.style, next.shape == mark.shape,
                next.number == mark.number + 1, !head.isReference(at: reading.next)
            else { continue }
            return place
        }
        return nil
    }

    /// Whether nothing but space and the marks of Markdown stands before a place.
    private func isAtBeginning(_ index: Int, _ start: Int) -> Bool {
        text.lines[index].scalars[..<start].allSatisfy { isSpace($0) || "#*_>".unicodeScalars.contains($0) }
    }

    /// How many lists are open within each other.
    var depth: Int { stack.count { if case .list = $0.level { true } else { $0.level == .bullet } } }

    /// Whether the rest of a line is the heading of the item that it begins: text or a finer list follows on the next line.
    func isItemHeading(_ index: Int, from rest: Int, _ style: ListStyle, under parent: Int) -> Bool {
        guard isHeading(index, from: rest), index + 1 < text.lines.count, layout.isDoubleSpaced || !text.lines[index + 1].followsBlank else { return false }
        let next = Head(text.lines[index + 1].scalars)
        guard let reading = next.mark() else { return next[0].map { !isHiragana($0) } ?? false }
        guard isSection(parent), case .list(let mark) = reading.mark else { return false }
        return mark.number == 1 && mark.style != style
    }

    /// Whether a node is a section of an annex, or an annex.
    private func isSection(_ draft: Int) -> Bool {
        stack.contains { $0.draft == draft && ($0.level == .section || $0.level == .root && drafts[draft].kind == .annex) }
    }

    func isDivision(_ level: Open.Level) -> Bool { if case .division = level { true } else { false } }

    /// What is directly under a node.
    func kind(under parent: Int) -> Outline.Kind {
        switch drafts[parent].kind {
        case .paragraph: .item
        case .item, .subitem, .row, .definition: .subitem
        default: .paragraph
        }
    }

    /// The text of an article without a number: its first paragraph.
    mutating func beginParagraph(_ index: Int, from start: Int) {
        guard let open = stack.last else { return }
        let draft = add("1", .paragraph, under: open.draft, marker: [], text: [whole(index, from: start)])
        stack.append(Open(draft: draft, level: .list(.implied), number: 1))
    }

    /// Whether the last line of what is open is about full, so that it may be wrapped.
    var lastLineIsFull: Bool {
        guard layout.isWrapped, let target, let last = drafts[target].text.last else { return false }
        return text.lines[last.line].scalars.count * 4 > layout.width * 3
    }
}
