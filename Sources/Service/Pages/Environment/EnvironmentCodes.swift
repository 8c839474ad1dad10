import Digests
import Synchronization

/// What a device was found to be, until support ask for it by the code that the customer reads out. Kept in memory only.
package final class EnvironmentCodes: Sendable {
    /// What stands behind a code.
    package struct Found: Sendable, Hashable {
        /// The names of facts with their values, as a form has them.
        package let facts: [Pair]
        /// What the browser says that it is.
        package let agent: String
        /// When it was found: 2026-11-24T10:35:00+09:00.
        package let at: String

        package init(facts: [Pair], agent: String, at: String) { (self.facts, self.agent, self.at) = (facts, agent, at) }
    }

    package struct Pair: Sendable, Hashable {
        package let name: String
        package let value: String

        package init(name: String, value: String) { (self.name, self.value) = (name, value) }
    }

    private struct Entry {
        let found: Found
        let at: Duration
    }

    /// A code holds so long, and so many are kept; the oldest goes.
    package static let minutes = 30
    private static let most = 10_000
    /// No I, L, O, U, 0 or 1: they are misheard or misread. 30^6 codes, of which so few hold that guessing finds none within the limits of rate.
    private static let letters = Array("23456789ABCDEFGHJKMNPQRSTVWXYZ")

    private let now: @Sendable () -> Duration
    private let entries = Mutex<(byCode: [String: Entry], order: [String])>(([:], []))

    /// - Parameter now: time that only goes forward.
    package init(now: @escaping @Sendable () -> Duration) { self.now = now }

    /// A new code, in two groups: 7KQ-4MD.
    package func add(_ found: Found) -> String {
        let now = now()
        return entries.withLock { entries in
            while let oldest = entries.order.first, entries.order.count >= Self.most || !isGood(entries.byCode[oldest], now) {
                entries.byCode[oldest] = nil
                entries.order.removeFirst()
            }
            var code = Self.code()
            while entries.byCode[code] != nil { code = Self.code() }
            entries.byCode[code] = Entry(found: found, at: now)
            entries.order.append(code)
            return "\(code.prefix(3))-\(code.suffix(3))"
        }
    }

    /// What stands behind a code, however it is written; nil where there is none or it holds no more.
    package func found(_ written: String) -> Found? {
        let code = String(written.uppercased().filter { Self.letters.contains($0) })
        let now = now()
        return entries.withLock { entries in
            let entry = entries.byCode[code]
            return isGood(entry, now) ? entry?.found : nil
        }
    }

    private func isGood(_ entry: Entry?, _ now: Duration) -> Bool { entry.map { now - $0.at < .seconds(Self.minutes * 60) } ?? false }

    private static func code() -> String {
        // 240 is 8 times 30: every letter is as likely as the others.
        var code = ""
        while code.count < 6 { code += randomBytes(8).filter { $0 < 240 }.map { String(letters[Int($0) % letters.count]) }.joined().prefix(6 - code.count) }
        return code
    }
}
