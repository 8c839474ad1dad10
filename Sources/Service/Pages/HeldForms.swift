import Digests
import Synchronization

/// What somebody sent from a page whose session was over, until they have signed in again. In memory only.
///
/// It is found by a secret of the browser that sent it, and given to the person alone for whom the page was made.
package final class HeldForms: Sendable {
    private struct Entry {
        let secret: Digest
        let path: String
        let owner: String
        let fields: [(name: String, value: String)]
        let at: Duration
    }

    /// So long, so many in all and of one person, and bytes of each.
    package static let minutes = 60
    private static let (most, mostOfOne) = (64, 4)
    package static let mostBytes = 512 << 10

    private let now: @Sendable () -> Duration
    private let entries = Mutex<[Entry]>([])

    /// - Parameter now: time that only goes forward.
    package init(now: @escaping @Sendable () -> Duration) { self.now = now }

    /// Keeps the fields of a form; what the same browser sent before from the same page goes.
    ///
    /// - Parameter secret: the one that the browser has from before.
    /// - Returns: the secret for the browser; nil where the form is too large.
    package func keep(_ fields: [(name: String, value: String)], of owner: String, path: String, secret: String?) -> String? {
        guard fields.reduce(0, { $0 + $1.name.utf8.count + $1.value.utf8.count }) <= Self.mostBytes else { return nil }
        let now = now()
        return entries.withLock { entries in
            entries.removeAll { !isGood($0, now) }
            let known = secret.map { sha256($0) }.flatMap { digest in entries.contains { $0.secret == digest } ? secret : nil }
            let secret = known ?? randomBytes(32).hexadecimal
            let digest = sha256(secret)
            entries.removeAll { $0.secret == digest && $0.path == path && $0.owner == owner }
            if entries.count(where: { $0.owner == owner }) >= Self.mostOfOne, let oldest = entries.firstIndex(where: { $0.owner == owner }) {
                entries.remove(at: oldest)
            }
            if entries.count >= Self.most { entries.removeFirst() }
            entries.append(Entry(secret: digest, path: path, owner: owner, fields: fields, at: now))
            return secret
        }
    }

    /// The fields that a person sent from a page in this browser, once; nil where there are none.
    package func take(_ path: String, of owner: String, secret: String) -> [(name: String, value: String)]? {
        let (now, digest) = (now(), sha256(secret))
        return entries.withLock { entries in
            guard let place = entries.firstIndex(where: { $0.secret == digest && $0.path == path && $0.owner == owner && isGood($0, now) }) else { return nil }
            return entries.remove(at: place).fields
        }
    }

    private func isGood(_ entry: Entry, _ now: Duration) -> Bool { now - entry.at < .seconds(Self.minutes * 60) }
}
