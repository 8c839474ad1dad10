internal import Clauses

/// Where a number belongs: of the lists that are open, the one that it goes on with, or a new one within them.
extension OutlineReader {
    /// A line that begins with a number.
    struct MarkedLine {
        let index: Int
        /// Where the words begin behind the number.
        let rest: Int
        /// How far the number is indented; `nil` where it does not begin the line.
        let indent: Int?
        /// What follows goes on with a reference or makes the number a quantity.
        let isReference: Bool
    }

    /// Where a number belongs.
    struct Placement {
        var mark: ListMark
        /// How much of the stack stays open.
        var keep: Int
        var findings: [TermsFinding] = []
        /// It may as well belong elsewhere.
        var isDoubtful = false
        var isAutomatic = false
        var restartDue: Int?
        var isBesideBullets = false
    }

    /// Where one of the readings of a number belongs; `nil` where the line goes on with the text after all.
    mutating func place(_ readings: [ListMark], _ line: MarkedLine) -> Placement? {
        let isComplete = isComplete(before: line.index)
        if let first = readings.first, let found = dotted(first, line) { return mayBegin(first, line, isComplete, isDue: true) ? found : nil }
        if let automatic = automatic(readings, line, isComplete) { return automatic }
        let due = readings.flatMap { mark in stack.indices.filter { isDue(mark, in: stack[$0]) }.map { (mark, $0) } }
        if let placement = proceed(due, line) { return mayBegin(placement.mark, line, isComplete, isDue: true) ? placement : nil }
        for mark in readings where mark.number == 1 && mark.branches.isEmpty && mark.path.isEmpty {
            if let placement = begin(mark, line) { return mayBegin(mark, line, isComplete, isDue: false) ? placement : nil }
        }
        return readings.first.flatMap { misnumbered($0, line, isComplete) }
    }

    // MARK: - The list that goes on

    /// Of the lists in which a number is due, the one that it goes on with.
    private mutating func proceed(_ due: [(ListMark, Int)], _ line: MarkedLine) -> Placement? {
        let same = due.filter { stack[$0.1].shape == $0.0.shape }
        let candidates = same.isEmpty ? due : same
        guard let first = candidates.first else { return nil }
        var placement = Placement(mark: first.0, keep: first.1)
        if candidates.count > 1 {
            let near = candidates.filter { isNear(stack[$0.1], line) }
            if let only = near.first, near.count == 1, candidates.allSatisfy({ stack[$0.1].indent != nil }) {
                placement = Placement(mark: only.0, keep: only.1)
            } else {
                let (place, finding) = choose(candidates.map(\.1), first.0, line)
                placement = Placement(mark: candidates.last { $0.1 == place }?.0 ?? first.0, keep: place, findings: finding.map { [$0] } ?? [])
            }
        } else if let indent = line.indent, let own = stack[first.1].indent, abs(own - indent) >= 2,
            stack[..<first.1].contains(where: { isCounted($0, by: first.0.style) && $0.shape == first.0.shape && isNear($0, line) })
        {
            // By its number it goes on with the inner list, by its place with the outer one.
            placement.isDoubtful = true
        }
        let open = stack[placement.keep]
        placement.isBesideBullets = open.isBesideBullets
        placement.isAutomatic = open.isAutomatic && placement.mark.number == 1
        if open.restartDue == placement.mark.number { placement.isDoubtful = true } else { placement.restartDue = open.restartDue }
        return placement
    }

    private func isNear(_ open: Open, _ line: MarkedLine) -> Bool {
        guard let indent = line.indent, let own = open.indent else { return false }
        return abs(own - indent) <= 1
    }

    /// Whether a number is the next one of a list. An article's only paragraph counts as its first.
    func isDue(_ mark: ListMark, in open: Open) -> Bool {
        guard case .list(let style) = open.level, mark.path.isEmpty, mark.follows(open.number, open.branches) else { return false }
        return style.family == mark.style.family || style == .implied && mark.style.family == .decimal
    }

    func isCounted(_ open: Open, by style: ListStyle) -> Bool {
        if case .list(let own) = open.level { own.family == style.family } else { false }
    }

    /// Of several lists in which a number is due, the outer one where the line is a heading, else the inner one.
    private func choose(_ due: [Int], _ mark: ListMark, _ line: MarkedLine) -> (Int, TermsFinding?) {
        let (outer, inner) = (due.first ?? 0, due.last ?? 0)
        if outer > 0, isItemHeading(line.index, from: line.rest, mark.style, under: stack[outer - 1].draft) { return (outer, nil) }
        // The members of the outer list have headings, and this line is none.
        if !drafts[stack[outer].draft].heading.isEmpty, !isHeadingLike(text.lines[line.index].scalars[line.rest...]) { return (inner, nil) }
        return (inner, .ambiguous(mark.number, text.lines[line.index].number))
    }

    /// 1. again and again: Markdown counts the items of a list itself.
    private mutating func automatic(_ readings: [ListMark], _ line: MarkedLine, _ isComplete: Bool) -> Placement? {
        guard layout.isMarkdown, var mark = readings.first, mark.style == .decimal, mark.number == 1, mark.shape == .point || mark.shape == .half,
            let place = stack.lastIndex(where: { isCounted($0, by: .decimal) && $0.shape == mark.shape && isNear($0, line) }),
            stack[place].isAutomatic || stack[place].number == 1
        else { return nil }
        mark.number = stack[place].number + 1
        var placement = Placement(mark: mark, keep: place, isAutomatic: true)
        if !hasAutomaticNumbers { placement.findings = [.automatic(text.lines[line.index].number)] }
        hasAutomaticNumbers = true
        return placement
    }

    // MARK: - A list that begins

    /// A new list within what is open; `nil` where it would be one of its own kind, not set apart.
    private func begin(_ mark: ListMark, _ line: MarkedLine) -> Placement? {
        guard let last = stack.last else { return nil }
        var placement = Placement(mark: mark, keep: stack.count)
        let isWithin = isIndented(line, below: last)
        if isCounted(last, by: mark.style), last.shape == mark.shape, !isWithin { return nil }
        if last.level == .bullet, !isWithin {
            (placement.isBesideBullets, placement.isDoubtful) = (true, true)
            placement.keep -= 1
        } else {
            placement.isDoubtful = !isWithin && isWithinItsLike(mark)
        }
        return placement
    }

    /// Whether a line is indented below the number or the bullet that is open.
    private func isIndented(_ line: MarkedLine, below open: Open) -> Bool {
        guard let indent = line.indent, let own = open.indent else { return false }
        return indent >= own + 2
    }

    /// Whether a list begins in one of the same form, which its numbers may as well repeat.
    private func isWithinItsLike(_ mark: ListMark) -> Bool {
        stack.contains { isCounted($0, by: mark.style) && $0.shape == mark.shape && drafts[$0.draft].heading.isEmpty }
    }

    // MARK: - Numbers that name what they are in

    /// 3.1 in article 3, 2.1.1 in 2.1, 1.1 in paragraph 1.
    private func dotted(_ mark: ListMark, _ line: MarkedLine) -> Placement? {
        guard let last = mark.path.last else { return nil }
        let outer = stack.indices.last { place in
            let open = stack[place]
            if open.path + [open.number] == mark.path, case .list = open.level { return true }
            return mark.path.count == 1 && open.number == last && (open.level == .article || isCounted(open, by: .decimal))
        }
        guard let outer else { return nil }
        let below = stack.index(after: outer)
        if let sibling = stack[below...].firstIndex(where: { $0.path == mark.path }) {
            return mark.number == stack[sibling].number + 1 ? Placement(mark: mark, keep: sibling) : nil
        }
        let isImplied = stack[below...].first?.level == .list(.implied)
        if mark.number == 1 { return Placement(mark: mark, keep: isImplied ? below + 1 : below) }
        // The only paragraph of the article is its first.
        return isImplied && mark.number == 2 ? Placement(mark: mark, keep: below) : nil
    }

    // MARK: - Numbers that are not due

    /// A number that nothing is before, but that can be nothing else.
    private func misnumbered(_ mark: ListMark, _ line: MarkedLine, _ isComplete: Bool) -> Placement? {
        guard mark.isStrong, isComplete || !lastLineIsFull, mayBegin(mark, line, isComplete, isDue: false) else { return nil }
        var placement = Placement(mark: mark, keep: stack.count)
        let place = stack.lastIndex { isCounted($0, by: mark.style) && $0.shape == mark.shape } ?? stack.lastIndex { isCounted($0, by: mark.style) }
        let expected = place.map { stack[$0].number + 1 } ?? 1
        if let place {
            if mark.number <= stack[place].number { placement.restartDue = stack[place].restartDue ?? expected }
            placement.keep = place
        }
        let container = stack[..<placement.keep].last.map { drafts[$0.draft].id } ?? ""
        placement.findings = [.numbering(mark.number, expected: expected, in: container, text.lines[line.index].number)]
        return placement
    }

    /// Whether a number may begin something where it stands.
    private func mayBegin(_ mark: ListMark, _ line: MarkedLine, _ isComplete: Bool, isDue: Bool) -> Bool {
        if mark.isQuantity, !isDue || !isComplete { return false }
        if mark.shape == .word || mark.shape == .space && !mark.branches.isEmpty, !isDue && mark.number > 1 { return false }
        if isComplete { return true }
        if mark.isStrong, isDue || mark.number == 1, layout.marksParagraphEnds || isSpaced { return true }
        if layout.marksParagraphEnds || isSpaced { return mark.style != .bare && !lastLineIsFull }
        if lastLineIsFull, !mark.isStrong || !isDue && mark.number > 1 { return false }
        switch ending(before: line.index) {
        case .closed: return true
        case .open: return mark.style != .bare || isDue && mark.number > 1 && !layout.isWrapped
        case .dangling: return mark.isStrong && !line.isReference
        case .cut, .wrapped: return false
        }
    }
}
