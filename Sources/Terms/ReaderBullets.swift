/// Bullets and notes; sections of annexes.
extension OutlineReader {
    /// ・: goes on with the bullets that are as far indented, or begins some within what is open.
    mutating func beginBullet(_ head: Head, _ index: Int, from start: Int) -> Bool {
        guard let last = stack.last, !isDivision(last.level) else { return false }
        let indent = text.lines[index].indent
        let form = head[0]
        let like = stack.lastIndex { $0.level == .bullet && abs(($0.indent ?? 0) - indent) <= 1 }
        let isNext = last.level == .bullet || like != nil
        guard isNext || isComplete(before: index) || !lastLineIsFull else { return false }
        var (isFlat, number) = (false, 1)
        if let like {
            isFlat = stack[like].form != form
            number = stack[like].number + 1
            stack.removeSubrange(like...)
        } else if last.level == .bullet, indent >= (last.indent ?? 0) + 2 {
            if depth >= Self.deepest {
                if !isUnsettled { findings.append(.tooDeep(text.lines[index].number)) }
                isUnsettled = true
                return false
            }
        } else if last.level == .bullet {
            // It stands farther out than any that are open.
            isFlat = true
            number = last.number + 1
            stack.removeLast()
        } else {
            isFlat = isOutdented(last.draft, index) || stack.contains { $0.isBesideBullets }
        }
        guard let parent = stack.last?.draft else { return false }
        let draft = add("\(number)", kind(under: parent), under: parent, marker: piece(index, start, head.place(0) + 1).map { [$0] } ?? [])
        drafts[draft].text = [whole(index, from: head.place(1))]
        stack.append(Open(draft: draft, level: .bullet, number: number, indent: indent, form: form))
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
            return !isBracketed
                && beginItem([ListMark(style: .roman, number: numbers.first ?? 1, isStrong: false, shape: .point)], head, reading, index, from: start)
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
}
