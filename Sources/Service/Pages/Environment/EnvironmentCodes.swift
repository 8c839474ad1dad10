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
        let address: String
    }

    /// The codes that hold.
    private struct Shelf {
        var byCode: [String: Entry] = [:]
        /// The oldest first.
        var order: [String] = []
        /// How many each address has.
        var counts: [String: Int] = [:]

        mutating func add(_ code: String, _ entry: Entry) {
            byCode[code] = entry
            order.append(code)
            counts[entry.address, default: 0] += 1
        }

        /// Takes the oldest code away whose address is one of these.
        mutating func drop(_ isOne: (_ address: String) -> Bool) {
            guard let place = order.firstIndex(where: { byCode[$0].map { isOne($0.address) } ?? true }) else { return }
            guard let entry = byCode.removeValue(forKey: order.remove(at: place)) else { return }
            let left = counts[entry.address, default: 1] - 1
            counts[entry.address] = left > 0 ? left : nil
        }
    }

    /// A code holds so long. So many are kept in all and of one address: the address's own oldest goes first, and where there are too many in
    /// all, the oldest of who has most. Nobody pushes out the codes of others.
    package static let minutes = 30
    /// No I, L, O, U, 0 or 1: they are misheard or misread. 30^6 codes, of which so few hold that guessing finds none within the limits of rate.
    private static let letters = Array("23456789ABCDEFGHJKMNPQRSTVWXYZ")

    private let now: @Sendable () -> Duration
    private let most: Int
    private let mostOfOne: Int
    private let shelf = Mutex(Shelf())

    /// - Parameters:
    ///   - now: time that only goes forward.
    ///   - most: so many codes are kept in all.
    ///   - mostOfOne: so many of one address.
    package init(now: @escaping @Sendable () -> Duration, most: Int = 10_000, mostOfOne: Int = 500) {
        (self.now, self.most, self.mostOfOne) = (now, most, mostOfOne)
    }

    /// A new code, in two groups: 7KQ-4MD.
    ///
    /// - Parameter address: whose device it is.
    package func add(_ found: Found, from address: String) -> String {
        let now = now()
        return shelf.withLock { shelf in
            while let oldest = shelf.order.first, !isGood(shelf.byCode[oldest], now) { shelf.drop { _ in true } }
            if shelf.counts[address, default: 0] >= mostOfOne { shelf.drop { $0 == address } }
            if shelf.order.count >= most {
                let fullest = shelf.counts.values.max()
                let counts = shelf.counts
                shelf.drop { counts[$0] == fullest }
            }
            var code = Self.code()
            while shelf.byCode[code] != nil { code = Self.code() }
            shelf.add(code, Entry(found: found, at: now, address: address))
            return "\(code.prefix(3))-\(code.suffix(3))"
        }
    }

    /// What stands behind a code, however it is written; nil where there is none or it holds no more.
    package func found(_ written: String) -> Found? {
        let code = String(written.uppercased().filter { Self.letters.contains($0) })
        let now = now()
        let entry = shelf.withLock { $0.byCode[code] }
        return isGood(entry, now) ? entry?.found : nil
    }

    private func isGood(_ entry: Entry?, _ now: Duration) -> Bool { entry.map { now - $0.at < .seconds(Self.minutes * 60) } ?? false }

    private static func code() -> String {
        // 240 is 8 times 30: every letter is as likely as the others.
        var code = ""
        while code.count < 6 { code += randomBytes(8).filter { $0 < 240 }.map { String(letters[Int($0) % letters.count]) }.joined().prefix(6 - code.count) }
        return code
    }
}
