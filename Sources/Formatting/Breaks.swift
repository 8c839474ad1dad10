import Syntax

/// An expression with the places where its line may be broken.
struct Breaks {
    /// A stretch between two such places.
    struct Segment {
        /// The operator before it, with a space; it moves to the new line with the segment.
        var lead = ""
        let content: Content
        /// The comma behind it.
        var tail = ""
        let span: TokenSpan
    }

    /// What a segment holds.
    enum Content {
        case operand(ExpressionID)
        case record([Assignment])
    }

    /// What stands before the first segment: opening parentheses, and words that belong to all.
    var head = ""
    var segments: [Segment]
    /// What stands behind the last segment.
    var foot = ""

    /// The same in other words on both sides.
    fileprivate func wrapped(_ head: String, _ foot: String) -> Breaks {
        Breaks(head: head + self.head, segments: segments, foot: self.foot + foot)
    }
}

extension Layout {
    /// Where an expression may be broken; `nil` when it stays on one line however long.
    func breaks(_ id: ExpressionID, atLeast rank: Rank = .or) -> Breaks? {
        let kind = tree[id].kind
        let breaks: Breaks? =
            switch kind {
            case .or(let operands): chain(operands, .or)
            case .and(let operands): chain(operands, .and)
            case .not(let operand): negation(operand)
            case .quantifier(let quantifier, let list, let body) where quantifier != .sum:
                self.breaks(body)?.wrapped(speller.quantified(quantifier, list) + " (", ")")
            case .records(let records, let complete): self.records(records, complete)
            default: nil
            }
        return Rank(kind) < rank ? breaks?.wrapped("(", ")") : breaks
    }

    private func chain(_ operands: [ExpressionID], _ keyword: Keyword) -> Breaks {
        let lead = speller.word(keyword) + " "
        return Breaks(
            segments: operands.enumerated().map { index, operand in
                Breaks.Segment(lead: index == 0 ? "" : lead, content: .operand(operand), span: tree[operand].span)
            })
    }

    private func negation(_ operand: ExpressionID) -> Breaks? {
        let word = speller.word(.not)
        let inner = breaks(operand, atLeast: .not)
        return speller.lexicon == .japanese ? inner?.wrapped("", " " + word) : inner?.wrapped(word + " ", "")
    }

    private func records(_ records: [[Assignment]], _ complete: Bool) -> Breaks? {
        guard !records.isEmpty else { return nil }
        var segments: [Breaks.Segment] = []
        for (index, record) in records.enumerated() {
            guard let first = record.first, let last = record.last else { return nil }
            segments.append(
                .init(
                    content: .record(record), tail: index < records.count - 1 ? "," : "",
                    span: TokenSpan(first: first.span.first, last: last.span.last)))
        }
        return Breaks(segments: segments, foot: complete ? " " + speller.word(.complete) : "")
    }
}
