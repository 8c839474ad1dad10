internal import Clauses

/// Paragraphs, items and what is below them; bullets and notes; sections of annexes.
extension OutlineReader {
    /// 1. or （1）: goes on with the list in which its number is due, or begins one.
    mutating func beginItem(_ mark: ListMark, _ head: Head, _ reading: MarkReading, _ index: Int, from start: Int) -> Bool {
        guard let last = stack.last, !isDivision(last.level) else { return false }
        if mark.style == .dotted, stack.last(where: { $0.level == .article })?.number != mark.article { return false }
        let due = stack.indices.filter { isDue(mark, in: stack[$0]) }
        let isFree = isComplete(before: index) || !lastLineIsFull
        var isBesideBullets = last.level == .bullet && mark.number == 1
        var restartDue: Int?
        var isNested = false
        if let place = due.count > 1 ? choose(due, mark, head, reading, index) : due.first {
            guard mark.isStrong || isFree, mark.style != .bare || isComplete(before: index) else { return false }
            restartDue = stack[place].restartDue
            if restartDue == mark.number { (restartDue, isNested) = (nil, true) }
            isBesideBullets = stack[place].isBesideBullets
            stack.removeSubrange(place...)
        } else if mark.number == 1, !isCounted(last, by: mark.style) {
            guard mark.isStrong || isFree, mark.style != .bare || isComplete(before: index) else { return false }
            if isBesideBullets { stack.removeLast() }
            isNested = isBesideBullets || isWithinItsLike(mark, head, reading, index)
        } else {
            guard mark.isStrong, isFree else { return false }
            let place = stack.lastIndex { isCounted($0, by: mark.style) }
            let expected = place.map { stack[$0].number + 1 } ?? 1
            if let place {
                if mark.number <= stack[place].number { restartDue = stack[place].restartDue ?? expected }
                stack.removeSubrange(place...)
            }
            let container = stack.last.map { drafts[$0.draft].id } ?? ""
            findings.append(.numbering(mark.number, expected: expected, in: container, text.lines[index].number))
        }
        guard let parent = stack.last?.draft else { return false }
        let rest = head.place(reading.next)
        let draft = add("\(mark.number)", kind(under: parent), under: parent, marker: marker(head, reading, index, from: start))
        stack.append(
            Open(draft: draft, level: .list(mark.style), number: mark.number, restartDue: restartDue, isBesideBullets: isBesideBullets))
        if followsSuspect(mark) || isNested { findings.append(.nested(text.joined(drafts[draft].marker), text.lines[index].number)) }
        guard rest < text.lines[index].scalars.count else { return true }
        let inner = Head(text.lines[index].scalars, from: rest)
        if let below = inner.list(), case .list(let first) = below.mark, first.number == 1, first.isStrong, first.style != mark.style,
            beginItem(first, inner, below, index, from: rest)
        {
            return true
        }
        if isItemHeading(index, from: rest, mark.style, under: parent) {
            drafts[draft].heading = [whole(index, from: rest)]
            if mark.style == .parenthesized, drafts[parent].kind == .section, isSection(parent) { drafts[draft].kind = .service }
        } else {
            drafts[draft].text = [whole(index, from: rest)]
        }
        if let look = inner.lookalike(), [.parenthesized, .circled, .dotted].contains(look.style) { doubtRest(index, from: rest) }
        return true
    }

    /// Whether a list begins in one of the same form, which its numbers may as well repeat.
    private func isWithinItsLike(_ mark: ListMark, _ head: Head, _ reading: MarkReading, _ index: Int) -> Bool {
        let shape = shape(head.scalars[..<min(reading.next, head.count)])
        guard let outer = stack.last(where: { isCounted($0, by: mark.style) && drafts[$0.draft].heading.isEmpty }) else { return false }
        guard let last = stack.last, let line = drafts[last.draft].marker.first?.line, text.lines[index].indent < text.lines[line].indent + 2 else {
            return false
        }
        let pieces = drafts[outer.draft].marker
        return shape == self.shape(pieces.flatMap { text.lines[$0.line].scalars[$0.range].map(TextForm.folded) }[...])
    }

    /// What stands around a number.
    private func shape(_ mark: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] { mark.filter { ".()、:[]".unicodeScalars.contains($0) } }

    /// Whether a number is the next one of a list. An article's only paragraph counts as its first.
    func isDue(_ mark: ListMark, in open: Open) -> Bool {
        guard open.number + 1 == mark.number, case .list(let style) = open.level else { return false }
        return family(style) == family(mark.style) || style == .dotted && mark.style == .dotted
            || style == .implied && [.decimal, .dotted].contains(family(mark.style))
    }

    func isCounted(_ open: Open, by style: ListStyle) -> Bool {
        if case .list(let own) = open.level { family(own) == family(style) } else { false }
    }

    /// 1. and 1 with a space count alike.
    private func family(_ style: ListStyle) -> ListStyle { style == .bare ? .decimal : style }

    /// Of several lists in which a number is due, the outer one where the line is a heading, else the inner one.
    private mutating func choose(_ due: [Int], _ mark: ListMark, _ head: Head, _ reading: MarkReading, _ index: Int) -> Int? {
        let isOuter = due.first.map { place in
            place > 0 && isItemHeading(index, from: head.place(reading.next), mark.style, under: stack[place - 1].draft)
        }
        if isOuter == true { return due.first }
        // The members of the outer list have headings, and this line is none.
        if let place = due.first, !drafts[stack[place].draft].heading.isEmpty, !isHeadingLike(text.lines[index].scalars[head.place(reading.next)...]) {
            return due.last
        }
        findings.append(.ambiguous(mark.number, text.lines[index].number))
        return due.last
    }

    /// Whether the rest of a line is the heading of the item that it begins: text or a finer list follows on the next line.
    private func isItemHeading(_ index: Int, from rest: Int, _ style: ListStyle, under parent: Int) -> Bool {
        guard isHeading(index, from: rest), index + 1 < text.lines.count else { return false }
        let next = Head(text.lines[index + 1].scalars)
        guard let reading = next.mark() else { return next[0].map { !isHiragana($0) } ?? false }
        guard isSection(parent), case .list(let mark) = reading.mark else { return false }
        return mark.number == 1 && mark.style != style
    }

    /// Whether a node is a section of an annex, or an annex.
    private func isSection(_ draft: Int) -> Bool {
        stack.contains { $0.draft == draft && ($0.level == .section || $0.level == .root && drafts[draft].kind == .annex) }
    }

    private func isDivision(_ level: Open.Level) -> Bool { if case .division = level { true } else { false } }

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

    /// ・
    mutating func beginBullet(_ head: Head, _ index: Int, from start: Int) -> Bool {
        guard let last = stack.last, !isDivision(last.level) else { return false }
        let isNext = last.level == .bullet
        guard isNext || isComplete(before: index) || !lastLineIsFull else { return false }
        let isFlat = isNext ? isSetOtherwise(last.draft, head, index) : isOutdented(last.draft, index) || stack.contains { $0.isBesideBullets }
        if isNext { stack.removeLast() }
        guard let parent = stack.last?.draft else { return false }
        let number = isNext ? last.number + 1 : 1
        let draft = add("\(number)", kind(under: parent), under: parent, marker: piece(index, start, head.place(0) + 1).map { [$0] } ?? [])
        drafts[draft].text = [whole(index, from: head.place(1))]
        stack.append(Open(draft: draft, level: .bullet, number: number))
        if isFlat { findings.append(.nested(text.joined(drafts[draft].marker), text.lines[index].number)) }
        if let look = Head(text.lines[index].scalars, from: head.place(1)).lookalike(), look.form == .definite || look.form == .wide {
            doubtRest(index, from: head.place(1))
        }
        return true
    }

    /// Whether the first of some bullets is not indented below what it is in, where others are.
    private mutating func isOutdented(_ draft: Int, _ index: Int) -> Bool {
        guard let line = drafts[draft].marker.first?.line else { return false }
        let depth = text.lines[index].indent - text.lines[line].indent
        if depth >= 2 { indentsBullets = true }
        return indentsBullets && depth <= 0
    }

    /// Whether a bullet is indented otherwise than the one before it, or has another form: it may be within that one, or outside.
    private func isSetOtherwise(_ before: Int, _ head: Head, _ index: Int) -> Bool {
        guard let piece = drafts[before].marker.first else { return false }
        let line = text.lines[piece.line]
        let form = line.scalars[piece.range].first { !isSpace($0) }.map(TextForm.folded)
        return abs(line.indent - text.lines[index].indent) >= 2 || form != head[0]
    }

    /// ※: under the provision that is open; a numbered one in an annex's table under the annex.
    mutating func beginNote(_ number: Int?, _ head: Head, _ reading: MarkReading, _ index: Int, from start: Int) -> Bool {
        guard let last = stack.last, !isDivision(last.level) else { return false }
        guard number != nil || table != nil || isComplete(before: index) || !lastLineIsFull else { return false }
        var parent = last.draft
        if let named = stack.first(where: { $0.level == .named }) { parent = named.draft }
        if number != nil, let root = stack.last(where: { $0.level == .root || $0.level == .section }),
            drafts[root.draft].kind != .section || root.level == .section
        {
            parent = root.draft
        }
        let draft = add("note\(number ?? nextNote(parent))", .note, under: parent, marker: marker(head, reading, index, from: start))
        drafts[draft].text = [whole(index, from: head.place(reading.next))]
        return true
    }

    /// 【Ⅱ．…】 of an annex. Elsewhere Roman numerals count items.
    mutating func beginSection(_ numbers: [Int], _ isBracketed: Bool, _ head: Head, _ reading: MarkReading, _ index: Int, from start: Int) -> Bool {
        guard let number = numbers.first, let root = stack.first(where: { $0.level == .root }), drafts[root.draft].kind == .annex else {
            return !isBracketed && beginItem(ListMark(style: .roman, number: numbers.first ?? 1, isStrong: false), head, reading, index, from: start)
        }
        if !isBracketed, layout.bracketsSections { return false }
        let before = stack.first { $0.level == .section }?.number ?? 0
        close { $0 == .section }
        closeLists()
        if number != before + 1 {
            findings.append(.numbering(number, expected: before + 1, in: drafts[root.draft].id, text.lines[index].number))
        }
        let draft = add("\(number)", .section, under: root.draft, also: numbers.dropFirst().map(String.init), marker: [])
        stack.append(Open(draft: draft, level: .section, number: numbers.last ?? number))
        if isBracketed {
            let (open, end) = (head.place(0), head.place(head.count - 1))
            drafts[draft].marker = [piece(index, open, open + 1), piece(index, end, end + 1)].compactMap { $0 }
            drafts[draft].heading = piece(index, open + 1, end).map { [$0] } ?? []
        } else {
            drafts[draft].marker = marker(head, reading, index, from: start)
            takeHeading(head, reading.next, index)
        }
        return true
    }

    /// Whether the last line of what is open is about full, so that it may be wrapped.
    var lastLineIsFull: Bool {
        guard let target, let last = drafts[target].text.last else { return false }
        return text.lines[last.line].scalars.count * 4 > layout.width * 3
    }
}
