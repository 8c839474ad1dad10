import Digests
import Synchronization

/// Who is signed in. Kept in memory only: a start of the service signs everyone out.
package final class Sessions: Sendable {
    /// One person in one browser.
    package struct Session: Sendable {
        package let name: String
        /// The hash of the password that was given: another password ends the session.
        let hash: String
        /// What each form carries, so that no other site can send one.
        let token: String
        fileprivate let began: Duration
        fileprivate var used: Duration
    }

    /// After so long without a request, and after so long at all, one signs in again.
    static let idle = Duration.seconds(8 * 3600)
    static let longest = Duration.seconds(24 * 3600)
    /// More than these are not kept; the one that was used longest ago goes.
    static let most = 10_000

    private let now: @Sendable () -> Duration
    private let sessions = Mutex<[Digest: Session]>([:])

    private let tokens: FormTokens?

    /// - Parameters:
    ///   - tokens: makes those of the forms; nil where nobody asks whose they are later.
    ///   - now: time that only goes forward.
    package init(tokens: FormTokens? = nil, now: @escaping @Sendable () -> Duration) { (self.tokens, self.now) = (tokens, now) }

    /// Begins a session.
    ///
    /// - Returns: the secret for the browser; only its digest is kept.
    package func begin(_ name: String, hash: String) -> String {
        let secret = randomBytes(32).hexadecimal
        let now = now()
        let session = Session(name: name, hash: hash, token: tokens?.make(for: name) ?? randomBytes(16).hexadecimal, began: now, used: now)
        sessions.withLock { sessions in
            sessions = sessions.filter { Self.isGood($0.value, now) }
            if sessions.count >= Self.most, let oldest = sessions.min(by: { $0.value.used < $1.value.used })?.key { sessions[oldest] = nil }
            sessions[sha256(secret)] = session
        }
        return secret
    }

    /// The session of a secret, which is used by that.
    package func session(_ secret: String) -> Session? {
        let now = now()
        let digest = sha256(secret)
        return sessions.withLock { sessions in
            guard var session = sessions[digest], Self.isGood(session, now) else {
                sessions[digest] = nil
                return nil
            }
            session.used = now
            sessions[digest] = session
            return session
        }
    }

    /// Ends a session.
    package func end(_ secret: String) { sessions.withLock { $0[sha256(secret)] = nil } }

    private static func isGood(_ session: Session, _ now: Duration) -> Bool { now - session.used < idle && now - session.began < longest }
}
