import Clauses
package import Diagnostics
import Documents
import Foundation
package import Terms

/// What the folder of the rules has for the contract's document.
package enum TermsFiles {
    /// The names of tables and rows: `headings.csv`, with the columns `place`, `heading` and `segment`.
    ///
    /// - Throws: `TermsFileError` where the file is there and cannot be used.
    package static func rowNames(_ folder: String) throws(TermsFileError) -> RowNames {
        let rows = try table("headings.csv", in: folder, columns: ["place", "heading", "segment"])
        for row in rows where ClauseID("\(row.fields[0]).\(row.fields[2])") == nil {
            throw TermsFileError(path: "headings.csv", line: row.line, wording: Wording("ID に使えない字があります", "there is a character that no ID has"))
        }
        return RowNames(rows.map { ($0.fields[0], $0.fields[1], $0.fields[2]) })
    }

    /// The rows of a table with exactly these columns; none where the file is not there.
    static func table(_ name: String, in folder: String, columns: [String]) throws(TermsFileError) -> [CSVRow] {
        let path = (folder as NSString).appendingPathComponent(name)
        guard let bytes = FileManager.default.contents(atPath: path) else { return [] }
        let table: CSVTable
        do throws(DocumentError) {
            table = try CSVReader.read([UInt8](bytes))
        } catch {
            throw TermsFileError(path: path, line: error.position.line, wording: Wording(error.japanese, error.english))
        }
        guard table.header == columns else {
            let wanted = columns.joined(separator: ",")
            throw TermsFileError(path: path, line: 1, wording: Wording("見出しの行は \(wanted) と書いてください", "the head must be \(wanted)"))
        }
        return table.rows
    }
}

/// Why a file beside the rules cannot be used.
package struct TermsFileError: Error, Sendable {
    package let path: String
    package let line: Int
    package let wording: Wording
}
