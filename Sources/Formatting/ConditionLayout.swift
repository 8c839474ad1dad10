import Syntax
import Values

extension Layout {
    /// Writes a condition: on the line where it fits, otherwise broken before its operators.
    ///
    /// `carried` are the comments to write at the next break; those that find none are the caller's. `reserve` are the columns
    /// that its surroundings still need on its last line.
    mutating func write(
        _ id: ExpressionID, atLeast rank: Rank, _ indentation: Int, reserve: Int, _ carried: inout [Comment]
    ) {
        let span = tree[id].span
        let flat = speller.flat(id, atLeast: rank)
        let fits = page.column + displayWidth(flat) + reserve <= WrittenLines.conditionWidth
        guard let breaks = breaks(id, atLeast: rank), !fits || hasCommentAtBreak(breaks) else {
            page.put(flat)
            carried += trivia.comments(before: span.first + 1..<span.last + 1)
            return
        }
        page.put(breaks.head)
        var behind = span.first + 1
        for (index, segment) in breaks.segments.enumerated() {
            carried += trivia.comments(before: behind..<max(behind, segment.span.first + 1))
            if index > 0 {
                page.remark(carried, indentation)
                carried = []
                page.open(indentation)
            }
            page.put(segment.lead)
            let isLast = index == breaks.segments.count - 1
            write(segment, indentation + WrittenLines.step, reserve: isLast ? displayWidth(breaks.foot) + reserve : 0, &carried)
            behind = max(behind, segment.span.last + 1)
        }
        page.put(breaks.foot)
        carried += trivia.comments(before: behind..<max(behind, span.last + 1))
    }

    private mutating func write(_ segment: Breaks.Segment, _ indentation: Int, reserve: Int, _ carried: inout [Comment]) {
        switch segment.content {
        case .operand(let id): write(id, atLeast: .operand, indentation, reserve: reserve, &carried)
        case .record(let fields):
            page.put(speller.record(fields) + segment.tail)
            carried += trivia.comments(before: segment.span.first + 1..<segment.span.last + 1)
        }
    }

    /// Whether a comment would end the line at one of the breaks, so that there is no way to do without them.
    private func hasCommentAtBreak(_ breaks: Breaks) -> Bool {
        guard let first = breaks.segments.first, let last = breaks.segments.last else { return false }
        if first.span.first < last.span.first, trivia.hasComment(before: first.span.first + 1..<last.span.first + 1) { return true }
        guard case .operand(let id) = last.content, let inner = self.breaks(id, atLeast: .operand) else { return false }
        return hasCommentAtBreak(inner)
    }
}
