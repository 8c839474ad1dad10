import Diagnostics
import Foundation
package import Kiyaku
import SystemPackage

/// The editions of the rules that answers were given by: each in a folder named by its digest, as it was.
package struct EditionShelf: Sendable {
    package let folder: String

    /// Puts an edition there, whole or not at all; one that is there already stays.
    package func keep(_ edition: Edition) throws(RecordFault) {
        let files = FileManager.default
        let place = path(edition.digest)
        guard !files.fileExists(atPath: place) else { return }
        let draft = place + ".\(ProcessInfo.processInfo.processIdentifier)"
        do {
            try? files.removeItem(atPath: draft)
            for (name, bytes) in edition.files.digested {
                let file = URL(fileURLWithPath: FilePath(draft).appending(name).string)
                try files.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(bytes).write(to: file)
            }
            try files.moveItem(atPath: draft, toPath: place)
        } catch {
            try? files.removeItem(atPath: draft)
            // Another program may have put it there meanwhile.
            guard !files.fileExists(atPath: place) else { return }
            throw .unusable(
                Wording("規則の版を「\(place)」に残せません", "the edition of the rules cannot be kept in `\(place)`"),
                help: Wording("空きと権限を確かめてください", "check the space and the permissions"))
        }
    }

    /// An edition as it was.
    ///
    /// - Throws: `RecordFault` where it is not there, or not as it was.
    package func edition(_ digest: String, for number: Int64? = nil) throws(RecordFault) -> Edition {
        do {
            let edition = try Edition(try RuleFiles.read(path(digest)))
            guard edition.digest == digest else { throw RecordFault.edition(number, digest) }
            return edition
        } catch {
            throw .edition(number, digest)
        }
    }

    private func path(_ digest: String) -> String {
        FilePath(folder).appending(digest.replacingOccurrences(of: ":", with: "-").replacingOccurrences(of: "/", with: "-")).string
    }
}
