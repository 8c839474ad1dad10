import Diagnostics
import Foundation
import SystemPackage

/// Where a record is: a folder that one program, or several at a time, write to.
package struct RecordFiles: Sendable {
    package let folder: String

    package init(folder: String) { self.folder = folder }

    /// The database.
    package var database: String { path("record.sqlite") }
    var key: RecordKeyFile { RecordKeyFile(path: path("record.key")) }
    /// The key while a record is being made: it takes its final name when the record is whole.
    var newKey: RecordKeyFile { RecordKeyFile(path: path("record.key.new")) }
    /// The rules, each edition in a folder named by its digest.
    package var editions: EditionShelf { EditionShelf(folder: path("editions")) }

    /// Whether there is anything of a record.
    package var isThere: Bool { key.exists || FileManager.default.fileExists(atPath: database) }

    private func path(_ name: String) -> String { FilePath(folder).appending(name).string }

    /// Makes the folder, for its owner only.
    func makeFolder() throws(RecordFault) {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw .unusable(
                Wording("フォルダ「\(folder)」を作れません", "the folder `\(folder)` cannot be made"),
                help: Wording("名前・空き・権限を確かめてください", "check its name, the space and the permissions"))
        }
    }
}
