internal import Clauses

/// Lines that begin as a provision may, and were read as going on with the text before.
extension OutlineReader {
    /// How the text before a line ends.
    enum Ending {
        /// A sentence, a heading or a paragraph ends.
        case closed
        /// Neither: as items do that are no sentences, or a line that is wrapped anywhere.
        case open
        /// The sentence goes on: with what a particle or a comma waits for.
        case dangling
        /// The number or the bracket itself goes on.
        case cut
        /// The document marks the ends of its paragraphs, and here is none.
        case wrapped
    }

    /// The last number of its kind in an article that was read as text.
    struct Suspect {
        let number: Int
        /// What is to be said of it once the next number follows: alone it is but a word.
        var pending: TermsFinding?
    }

    /// What is in doubt about a line, or the rest of one, that is going to be read as text.
    mutating func doubts(_ index: Int, from start: Int, after ending: Ending) -> [TermsFinding] {
        let line = text.lines[index].scalars
        guard ending != .wrapped, start < line.count, !isUnsettled else { return [] }
        // What emphasises or quotes a line in Markdown stands before its number in any document.
        let begin = line[start...].firstIndex { !isSpace($0) && !"*_#>".unicodeScalars.contains($0) } ?? start
        let head = Head(line, from: begin)
        if head[0] == "第", let words = articleDoubt(head, index, ending) ?? divisionDoubt(head, index, ending) {
            return [.doubtful(words, text.lines[index].number)]
        }
        guard let look = head.lookalike(), !isContinued(look, ending) else { return [] }
        let words = String(String.UnicodeScalarView(line[begin..<min(line.count, head.place(look.next - 1) + 1)]))
        let finding = TermsFinding.stray(words, text.lines[index].number)
        let key = styles(of: look)[0]
        guard isMark(look, head, ending) else {
            let isFirst = look.number == 1 && ending == .closed && (look.form == .glued || look.form == .definite) && !head.isQuantity(at: look.next)
            if isFirst { suspects[key] = Suspect(number: 1, pending: finding) }
            return []
        }
        let before = suspects[key]
        suspects[key] = Suspect(number: look.number, pending: nil)
        return (before?.number == look.number - 1 ? [before?.pending].compactMap { $0 } : []) + [finding]
    }

    /// What is in doubt about a text that a blank line sets apart from the item before it.
    mutating func apartness(_ index: Int) -> [TermsFinding] {
        let line = text.lines[index]
        guard line.followsBlank, !layout.isDoubleSpaced, !layout.marksParagraphEnds, let open = stack.last, open.draft == target, table == nil,
            !drafts[open.draft].text.isEmpty, !lastLineIsFull, !isUnsettled
        else { return [] }
        switch open.level {
        case .list(.implied):
            // Where another article follows, it was but another sentence of this one.
            if isComplete(before: index) { pendingApart = .apart(line.number) }
            return []
        case .list, .bullet: return [.apart(line.number)]
        default: return []
        }
    }

    /// Reports what is in doubt about the rest of a line that is taken for a heading, or for the text behind a mark.
    mutating func doubtRest(_ index: Int, from start: Int) {
        findings += doubts(index, from: start, after: .closed)
    }

    /// How the text ends that a line goes on with.
    func ending(before index: Int) -> Ending {
        guard let target, ![.closing, .row].contains(drafts[target].kind), let last = text.last(drafts[target].text) else { return .closed }
        let line = text.lines[index]
        if line.followsBlank, !layout.isDoubleSpaced { return .closed }
        if layout.marksParagraphEnds, index > 0 { return text.lines[index - 1].endsInSpace ? .closed : .wrapped }
        let folded = TextForm.folded(last)
        if "第約計※(「『[<・~-+×,\"".unicodeScalars.contains(folded) { return .cut }
        if isComplete(before: index) { return .closed }
        // A number may be the version of what has a Latin name.
        let isLatin = last.isASCII && last.properties.isAlphabetic
        return ("0"..."9").contains(folded) || isLatin || isDangling(target, last) ? .dangling : .open
    }

    /// Whether a text ends in a comma or a particle. Items end in もの and こと.
    private func isDangling(_ target: Int, _ last: Unicode.Scalar) -> Bool {
        guard let piece = drafts[target].text.last else { return false }
        if "、，はをがにへやも".unicodeScalars.contains(last) { return true }
        let tail = String(String.UnicodeScalarView(text.lines[piece.line].scalars[piece.range].filter { !isSpace($0) }.suffix(5)))
        if ["及び", "又は", "および", "または", "並びに", "ならびに", "若しくは", "もしくは", "この", "その", "して", "別紙", "別表", "別添", "附属書", "様式", "図", "表"].contains(where: {
            tail.hasSuffix($0)
        }) {
            return true
        }
        return tail.hasSuffix("の") && !tail.hasSuffix("もの") || tail.hasSuffix("と") && !tail.hasSuffix("こと") || tail.hasSuffix("で")
    }

    // MARK: - Numbers

    /// Whether what looks like a number is but the rest of what the line before began.
    private func isContinued(_ look: Lookalike, _ ending: Ending) -> Bool {
        if ending == .cut { return true }
        guard let target, let piece = drafts[target].text.last else { return false }
        let before = text.lines[piece.line].scalars[piece.range]
        if look.closesBracket {
            let depth = before.reduce(0) { depth, scalar in
                switch TextForm.folded(scalar) {
                case "(": depth + 1
                case ")": max(0, depth - 1)
                default: depth
                }
            }
            if depth > 0 { return true }
        }
        // タ、 goes on with デー, and 一、 with 唯.
        if look.form == .wide || ending == .closed { return false }
        if look.style == .iroha, before.last.map({ (0x30A1...0x30FC).contains($0.value) }) == true { return !isDue(look) }
        return look.form == .comma && look.number == 1 && lastLineIsFull
    }

    /// Whether what looks like a number is likely one, where it stands.
    private func isMark(_ look: Lookalike, _ head: Head, _ ending: Ending) -> Bool {
        let isQuantity = head.isQuantity(at: look.next)
        let isReference = head.isReference(at: look.next) || look.form == .narrow && head[look.next].map { head.isParticle($0) } == true
        let isDue = isDue(look)
        switch look.form {
        case .definite: return !isReference || ending == .closed && isDue && look.number > 1
        case .wide: return isQuantity ? ending == .closed && isDue : ending != .dangling || isDue
        case .narrow:
            guard !isSpaced, ending != .dangling else { return false }
            if isQuantity || isReference { return ending == .closed && isDue && !lastLineIsFull }
            if head[look.next].map({ !isJapanese($0) }) == true { return isDue }
            return true
        case .comma: return !isQuantity && ending != .dangling
        case .glued: return !isQuantity && !isReference && ending != .dangling && isDue && look.number > 1
        case .alone: return !isSpaced && ending != .dangling
        }
    }

    /// Whether a number is the next one of a list that is open, or of one that was taken for text.
    private func isDue(_ look: Lookalike) -> Bool {
        guard look.number > 0 else { return false }
        let styles = styles(of: look)
        if suspects[styles[0]]?.number == look.number - 1 { return true }
        if look.number == 1 { return stack.last.map { open in !styles.contains { isCounted(open, by: $0) } } ?? true }
        return stack.contains { open in
            styles.contains { isDue(ListMark(style: $0, number: look.number, isStrong: false), in: open) }
        }
    }

    /// Whether an item goes on with a number that was read as text; from now on the item is what is gone on with.
    mutating func followsSuspect(_ mark: ListMark) -> Bool {
        let key: ListStyle = [.bare, .kanji, .dotted].contains(mark.style) ? .decimal : mark.style
        guard let suspect = suspects.removeValue(forKey: key), suspect.pending == nil else { return false }
        // Some count アイウ, where イ is the second.
        return suspect.number == mark.number - 1 || mark.style == .iroha && mark.number == 1
    }

    /// The lists that a number may go on with: which of 1 and 一 is meant is not always certain.
    private func styles(of look: Lookalike) -> [ListStyle] {
        [.decimal, .bare, .kanji, .dotted].contains(look.style) ? [.decimal, .kanji] : [look.style]
    }
}
