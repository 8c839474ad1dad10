package import Diagnostics
import Documents

/// The file of what is wrong: a table for people, or a document on each line.
package struct RefusalTable: Sendable {
    private let isTable: Bool
    private let language: MessageLanguage

    /// - Parameter isTable: a table; otherwise a JSON document on each line.
    package init(isTable: Bool, language: MessageLanguage) {
        self.isTable = isTable
        self.language = language
    }

    /// What the file begins with.
    package var head: String {
        guard isTable else { return "" }
        let japanese = ["行", "列", "値", "内容", "対処", "コード"]
        return CSVText.byteOrderMark + CSVText.row(language == .japanese ? japanese : ["line", "column", "value", "message", "help", "code"])
    }

    /// One line.
    package func line(_ refusal: Refusal) -> String {
        if isTable {
            return CSVText.row([
                String(refusal.line), refusal.column, refusal.value, refusal.message(language), refusal.help(language), refusal.code,
            ])
        }
        let entries: [(String, JSONValue)] = [
            ("line", .integer(Int64(refusal.line))), ("column", .string(refusal.column)), ("value", .string(refusal.value)),
            ("message", .string(refusal.message.japanese)), ("message_en", .string(refusal.message.english)),
            ("help", .string(refusal.help.japanese)), ("help_en", .string(refusal.help.english)), ("code", .string(refusal.code)),
        ]
        return JSONValue.object(entries).text() + "\n"
    }
}

extension Refusal {
    /// The refusal on two lines, as faults of facts are shown.
    package func text(in file: String, _ language: MessageLanguage) -> String {
        let place = column.isEmpty ? "" : "\(column): "
        let severity = language == .japanese ? "誤り" : "error"
        return "\(file):\(line): \(severity)[\(code)] \(place)\(message(language))\n\(language == .japanese ? "  対処: " : "  help: ")\(help(language))"
    }
}
