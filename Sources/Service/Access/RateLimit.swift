import Synchronization

/// How often somebody may do something: a bucket for each key that fills again by and by.
package final class RateLimit: Sendable {
    private struct Bucket {
        var level: Double
        var at: Duration
    }

    private let most: Double
    private let perSecond: Double
    private let keys: Int
    private let now: @Sendable () -> Duration
    private let buckets = Mutex<[String: Bucket]>([:])

    /// - Parameters:
    ///   - most: so many at once.
    ///   - keys: more keys than these are not kept; full buckets go first, and say nothing.
    ///   - now: time that only goes forward.
    package init(most: Int, perMinute: Double, keys: Int = 10_000, now: @escaping @Sendable () -> Duration) {
        (self.most, perSecond, self.keys, self.now) = (Double(most), perMinute / 60, keys, now)
    }

    /// Takes one; the seconds to wait where there is none.
    package func take(_ key: String) -> Int? {
        let now = now()
        return buckets.withLock { buckets in
            if buckets[key] == nil, buckets.count >= keys { buckets = buckets.filter { filled($0.value, now) < most } }
            if buckets[key] == nil, buckets.count >= keys { return 60 }
            let level = buckets[key].map { filled($0, now) } ?? most
            guard level >= 1 else {
                buckets[key] = Bucket(level: level, at: now)
                return max(1, Int(((1 - level) / perSecond).rounded(.up)))
            }
            buckets[key] = Bucket(level: level - 1, at: now)
            return nil
        }
    }

    private func filled(_ bucket: Bucket, _ now: Duration) -> Double {
        let spent = (now - bucket.at).components
        return min(most, bucket.level + perSecond * (Double(spent.seconds) + Double(spent.attoseconds) / 1e18))
    }
}
