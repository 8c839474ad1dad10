import Syntax
import Values

extension Layout {
    /// The rows of a table with their bars one below the other; `nil` for a block that is none.
    func tableRows(_ block: Block) throws(FormattingFault) -> [String]? {
        guard let first = block.entries.first, tree.tokens[first.first].kind == .bar else { return nil }
        var rows: [TableRow] = []
        for entry in block.entries { rows.append(try row(entry)) }
        let inputs = Self.widths(rows.map(\.inputs))
        let outputs = Self.widths(rows.map(\.outputs))
        return rows.map { row in
            let left = row.inputs.isEmpty ? "| " : "| " + Self.padded(row.inputs, inputs) + " "
            return left + "||" + (row.outputs.isEmpty ? "" : " " + Self.padded(row.outputs, outputs) + " |")
        }
    }

    /// The cells of a row before and behind the double bar.
    private struct TableRow {
        var inputs: [String] = []
        var outputs: [String] = []
    }

    private func row(_ span: TokenSpan) throws(FormattingFault) -> TableRow {
        var row = TableRow()
        var isOutput = false
        var start = span.first + 1
        var index = start
        while index <= span.last + 1 {
            let kind = index <= span.last ? tree.tokens[index].kind : .bar
            guard kind == .bar || kind == .doubleBar else {
                index = (parts.part(at: index)?.last ?? index) + 1
                continue
            }
            if start < index {
                let text = try cell(TokenSpan(first: start, last: index - 1))
                if isOutput { row.outputs.append(text) } else { row.inputs.append(text) }
            }
            isOutput = isOutput || kind == .doubleBar
            index += 1
            start = index
        }
        return row
    }

    private func cell(_ span: TokenSpan) throws(FormattingFault) -> String {
        if let (part, last) = parts.part(at: span.first), last == span.last { return speller.text(part) }
        let (pieces, _) = try pieces(span)
        return pieces.map(\.text).joined(separator: " ")
    }

    /// The widest cell of each column, as Japanese is set.
    private static func widths(_ rows: [[String]]) -> [Int] {
        let count = rows.reduce(0) { max($0, $1.count) }
        return (0..<count).map { column in
            rows.reduce(0) { max($0, column < $1.count ? displayWidth($1[column]) : 0) }
        }
    }

    private static func padded(_ cells: [String], _ widths: [Int]) -> String {
        zip(cells, widths).map { cell, width in cell + String(repeating: " ", count: width - displayWidth(cell)) }.joined(separator: " | ")
    }
}
