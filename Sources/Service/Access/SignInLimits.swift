/// How often a password may be tried. Who tries those of another from elsewhere does not lock that one out: a name has a small number of tries
/// at each address, and a larger one at all of them.
package struct SignInLimits: Sendable {
    private let byAddress: RateLimit
    private let byNameThere: RateLimit
    private let byName: RateLimit

    /// - Parameter now: time that only goes forward.
    package init(now: @escaping @Sendable () -> Duration) {
        byAddress = RateLimit(most: 30, perMinute: 20, now: now)
        byNameThere = RateLimit(most: 5, perMinute: 2, now: now)
        byName = RateLimit(most: 100, perMinute: 20, now: now)
    }

    /// Takes one try; the seconds to wait where there is none.
    package func take(_ name: String, from address: String) -> Int? {
        let name = String(name.prefix(64))
        return byAddress.take(address) ?? byNameThere.take("\(address) \(name)") ?? byName.take(name)
    }
}
