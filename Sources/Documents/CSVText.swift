/// Writes comma-separated values that open right in a spreadsheet: CRLF, quotation marks where they are needed, and no cell
/// that a spreadsheet would calculate.
package enum CSVText {
    /// What a file begins with, so that Excel knows it to be UTF-8.
    package static let byteOrderMark = "\u{FEFF}"

    /// One row with its line end.
    package static func row(_ cells: some Sequence<String>) -> String { cells.map(cell).joined(separator: ",") + "\r\n" }

    /// One cell. What begins like a formula gets an apostrophe in front, unless it is a plain number such as -5: otherwise whoever
    /// wrote the input could make the reader's spreadsheet run something.
    package static func cell(_ text: String) -> String {
        let safe = isFormula(text) ? "'" + text : text
        let needsMarks = safe.unicodeScalars.contains { $0 == "," || $0 == "\"" || $0 == "\r" || $0 == "\n" } || safe.first == " " || safe.last == " "
        guard needsMarks else { return safe }
        // By bytes: a quotation mark with a combining mark behind it is another character to Swift, and the same to a reader of CSV.
        let parts = safe.utf8.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false).map { String(Substring($0)) }
        return "\"" + parts.joined(separator: "\"\"") + "\""
    }

    /// What was written as such a cell: results can be read again, and say the same.
    package static func content(of cell: String) -> String {
        guard cell.utf8.first == UInt8(ascii: "'") else { return cell }
        let text = String(cell.unicodeScalars.dropFirst())
        return isFormula(text) ? text : cell
    }

    private static func isFormula(_ text: String) -> Bool {
        switch text.unicodeScalars.first {
        case "=", "@", "\t", "\r", "＝", "＠": true
        case "+", "-", "＋", "－": !isNumber(text)
        default: false
        }
    }

    /// A sign, digits, at most one point.
    private static func isNumber(_ text: String) -> Bool {
        let digits = text.utf8.dropFirst()
        return !digits.isEmpty && digits.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E } && digits.count { $0 == 0x2E } <= 1 && digits.last != 0x2E
    }
}
