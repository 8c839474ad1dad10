import Syntax
import Values

extension Layout {
    /// Writes pieces, on more lines than one where they are too wide or comments end the lines between them. Returns the
    /// comments that belong behind the last piece.
    mutating func write(_ pieces: [Piece], end: Int, _ indentation: Int) -> [Comment] {
        let isWide = indentation + pieces.reduce(-1) { $0 + 1 + width($1) } > WrittenLines.lineWidth
        var isBroken = false
        var carried: [Comment] = []
        for (index, piece) in pieces.enumerated() {
            if index > 0 {
                page.remark(carried, indentation + WrittenLines.step)
                carried = []
                if page.isClosed || isBroken || isWide && piece.start == .element || !fits(piece) {
                    page.open(indentation + WrittenLines.step)
                } else {
                    page.put(" ")
                }
            }
            isBroken = false
            if !piece.text.isEmpty { page.put(piece.text) }
            var behind = piece.first + 1
            if let condition = piece.condition {
                let span = tree[condition].span
                if !piece.text.isEmpty { page.put(" ") }
                carried = trivia.comments(before: behind..<span.first + 1)
                let line = page.lineCount
                // Below a condition that begins its line, its operators stand flush with it.
                let inner = piece.text.isEmpty && index > 0 && page.column == page.indentation ? page.indentation : page.indentation + WrittenLines.step
                write(condition, atLeast: .or, inner, reserve: 0, &carried)
                isBroken = page.lineCount > line
                behind = max(behind, span.last + 1)
            }
            let next = index + 1 < pieces.count ? pieces[index + 1].first + 1 : end
            carried += trivia.comments(before: behind..<max(behind, next))
        }
        return carried
    }

    private func width(_ piece: Piece) -> Int {
        guard let condition = piece.condition else { return displayWidth(piece.text) }
        return displayWidth(piece.text) + (piece.text.isEmpty ? 0 : 1) + displayWidth(speller.flat(condition))
    }

    private func fits(_ piece: Piece) -> Bool {
        page.column + 1 + width(piece) <= (piece.condition == nil ? WrittenLines.lineWidth : WrittenLines.conditionWidth)
    }
}
