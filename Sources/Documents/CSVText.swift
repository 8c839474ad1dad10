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
        return "\"" + safe.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
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
