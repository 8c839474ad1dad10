package import Clauses
package import Diagnostics
import Digests
import Documents
import Encodings
import Foundation
import SystemPackage
package import Terms

/// What the folder of the rules has for the contract's document.
package enum TermsFiles {
    /// Reads a contract's document, in whatever encoding, with the names that the folder of the rules has for its tables.
    ///
    /// - Throws: `TermsFileError` where `headings.csv` is there and cannot be used.
    package static func outline(_ bytes: [UInt8], _ folder: String) throws(TermsFileError) -> Outline {
        let names = try rowNames(folder)
        // What is larger is refused unread.
        return Outline.parse(bytes.count > TermsText.largest * 2 ? bytes : WholeText.decode(bytes).text, names: names)
    }

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

    /// The chapters of the contract: `chapters.csv`, with the columns `from` (the first clause of it) and `heading`.
    ///
    /// - Throws: `TermsFileError` where the file is there and cannot be used.
    package static func chapters(_ folder: String) throws(TermsFileError) -> [(from: ClauseID, heading: String)] {
        var chapters: [(from: ClauseID, heading: String)] = []
        for row in try table("chapters.csv", in: folder, columns: ["from", "heading"]) {
            guard let from = ClauseID(row.fields[0]), chapters.last.map({ $0.from < from }) ?? true else {
                throw TermsFileError(
                    path: "chapters.csv", line: row.line,
                    wording: Wording("章の初めの条項の ID が読めないか、前の章より前にあります", "the ID of the chapter's first clause cannot be read, or is before the last one's"))
            }
            chapters.append((from, row.fields[1]))
        }
        return chapters
    }

    /// The digests of the contract's provisions: `digests.csv`; `nil` where there is none.
    package static func digests(_ folder: String) throws(TermsFileError) -> ClauseDigests? {
        let rows = try table("digests.csv", in: folder, columns: columns)
        var entries: [ClauseDigests.Entry] = []
        for row in rows {
            guard let digest = Digest(row.fields[4]), ClauseID(row.fields[0]) != nil, ["leaf", "lead"].contains(row.fields[3]) else {
                throw TermsFileError(
                    path: "digests.csv", line: row.line,
                    wording: Wording(
                        "ID・役割・要約値のどれかが読めません。kiyaku terms digest FILE --write で作り直してください",
                        "an ID, a role or a digest cannot be read; write the file anew by kiyaku terms digest FILE --write"))
            }
            entries.append(
                .init(
                    id: row.fields[0], also: row.fields[1].split(separator: " ").map(String.init), parent: row.fields[2].isEmpty ? nil : row.fields[2],
                    isLeaf: row.fields[3] == "leaf", digest: digest))
        }
        return entries.isEmpty ? nil : ClauseDigests(entries)
    }

    private static let columns = ["clause", "also", "parent", "role", "digest"]

    /// `digests.csv` as it is written.
    package static func text(_ digests: ClauseDigests) -> String {
        let rows = digests.entries.map { entry in
            [entry.id, entry.also.joined(separator: " "), entry.parent ?? "", entry.isLeaf ? "leaf" : "lead", entry.digest.description].joined(separator: ",")
        }
        return ([columns.joined(separator: ",")] + rows).joined(separator: "\n") + "\n"
    }

    /// Writes `digests.csv`; false where that fails.
    package static func write(_ digests: ClauseDigests, _ folder: String) -> Bool {
        FileManager.default.createFile(atPath: FilePath(folder).appending("digests.csv").string, contents: Data(text(digests).utf8))
    }

    /// The rows of a table with exactly these columns; none where the file is not there.
    private static func table(_ name: String, in folder: String, columns: [String]) throws(TermsFileError) -> [CSVRow] {
        let path = FilePath(folder).appending(name).string
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
