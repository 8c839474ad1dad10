import Diagnostics
import Digests
import Foundation

/// The key of a record: a file beside the database that only its owner reads.
struct RecordKeyFile {
    let path: String

    private static let head = "kiyaku-key/1 "

    var exists: Bool { FileManager.default.fileExists(atPath: path) }

    /// Reads the key.
    ///
    /// - Throws: `RecordFault` where it is missing, malformed, or open to others.
    func read() throws(RecordFault) -> SecretKey {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw .key(
                Wording("記録の鍵「\(path)」を読めません", "the key of the record, `\(path)`, cannot be read"),
                help: Wording("控えから鍵を戻すか、読む権限を確かめてください", "restore the key from a backup, or check its permissions"))
        }
        let mode = (try? FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int) ?? 0o777
        guard mode & 0o077 == 0 else {
            throw .key(
                Wording("記録の鍵「\(path)」を、持ち主のほかの人も読めます", "others than its owner can read the key of the record, `\(path)`"),
                help: Wording("chmod 600 \(path) としてください", "run chmod 600 \(path)"))
        }
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.hasPrefix(Self.head), let digest = Digest("sha256:" + text.dropFirst(Self.head.count).prefix { $0 != "\n" }),
            let key = SecretKey(bytes: digest.bytes)
        else {
            throw .key(
                Wording("「\(path)」は記録の鍵ではありません", "`\(path)` is no key of a record"),
                help: Wording("控えから鍵を戻してください", "restore the key from a backup"))
        }
        return key
    }

    /// Writes a new key, readable by its owner only.
    func create() throws(RecordFault) -> SecretKey {
        guard let key = SecretKey.random(), let digest = Digest(bytes: key.bytes) else { throw unwritable }
        // The mode is given at creation: the key is never open to others, not for a moment.
        let file = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw unwritable }
        let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
        do {
            try handle.write(contentsOf: Data("\(Self.head)\(digest.hexadecimal)\n".utf8))
            try handle.synchronize()
        } catch {
            throw unwritable
        }
        return key
    }

    /// Gives the file its final name.
    func move(to other: RecordKeyFile) throws(RecordFault) {
        guard unsafe rename(path, other.path) == 0 else { throw unwritable }
    }

    private var unwritable: RecordFault {
        .unusable(
            Wording("記録の鍵「\(path)」を書けません", "the key of the record, `\(path)`, cannot be written"),
            help: Wording("空きと権限を確かめてください", "check the space and the permissions"))
    }
}
