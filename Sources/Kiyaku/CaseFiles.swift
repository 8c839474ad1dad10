package import Documents
package import Facts
import Foundation
import SystemPackage

/// The case files of a folder, in the order of their names.
package struct CaseFiles: Sendable {
    /// One file: its path, and the case or why it cannot be read.
    package struct File: Sendable {
        package let path: String
        package let content: Result<CaseFile, DocumentError>?

        package var name: String { (FilePath(path).lastComponent?.string ?? "") }
    }

    package let paths: [String]
    /// Where they were looked for; `nil` where nobody asked for any.
    package let folder: String?
    /// Whether the folder could be read.
    package let isReadable: Bool

    /// - Parameters:
    ///   - folder: the folder asked for; else the one that comes with the program, unless other rules were asked for.
    package init(_ folder: String?, rules: String?) {
        guard let folder = folder ?? (rules == nil ? Installation.find()?.path("Corpus/cases") : nil) else {
            (paths, self.folder, isReadable) = ([], nil, true)
            return
        }
        let found = try? FileManager.default.contentsOfDirectory(atPath: folder)
        (self.folder, isReadable) = (folder, found != nil)
        paths = (found ?? []).sorted().filter { $0.hasSuffix(".json") || $0.hasSuffix(".yaml") }.map { FilePath(folder).appending($0).string }
    }

    /// Reads one of them; `nil` content where the file itself cannot be read.
    package static func read(_ path: String, _ reader: FactReader) -> File {
        guard let bytes = FileManager.default.contents(atPath: path).map({ [UInt8]($0) }) else { return File(path: path, content: nil) }
        do throws(DocumentError) {
            let document = try DocumentFormat.detect(fileName: path, bytes: bytes).read(bytes)
            return File(path: path, content: .success(CaseFile(document, reader: reader)))
        } catch {
            return File(path: path, content: .failure(error))
        }
    }
}
