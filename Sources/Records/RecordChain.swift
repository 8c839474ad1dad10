import Digests
import Foundation

/// The chain: each hash covers the one before and the bytes of the line (docs/record.md).
struct RecordChain: Hashable {
    /// The last entry; 0 where there is none.
    let number: Int64
    let hash: Digest

    /// Before the first entry.
    static let start = RecordChain(number: 0, hash: sha256("kiyaku.record/1"))

    /// The chain with one more line.
    func adding(_ body: String) -> RecordChain {
        let line = Array(body.utf8)
        var hasher = SHA256Hasher()
        hasher.update("kiyaku.record/1\n")
        hasher.update(hash.bytes)
        hasher.update("\n\(line.count)\n")
        hasher.update(line)
        return RecordChain(number: number + 1, hash: hasher.finalize())
    }

    /// The bytes of the mark at the end, which only who has the key can make.
    private var marked: [UInt8] { Array("kiyaku.record/1 head \(number) \(hash)".utf8) }

    /// The mark.
    func mark(_ key: SecretKey) -> Data { Data(key.authenticate(marked)) }

    /// Whether a mark is that of this end.
    func isMarked(_ mark: Data, _ key: SecretKey) -> Bool { key.isAuthentic([UInt8](mark), for: marked) }
}
