import Synchronization
import Testing

import Digests
import Service

/// A clock that goes where it is told.
private final class TestClock: Sendable {
    private let time = Mutex(Duration.zero)

    var now: @Sendable () -> Duration { { self.time.withLock { $0 } } }

    func forward(_ duration: Duration) { time.withLock { $0 += duration } }
}

@Suite("Sessions and rates")
struct AccessTests {
    @Test("A session ends when it is not used, when it is old, and when it is ended")
    func sessions() {
        let clock = TestClock()
        let sessions = Sessions(now: clock.now)
        let secret = sessions.begin("a", hash: "h")
        #expect(sessions.session(secret)?.name == "a")
        #expect(sessions.session(secret + "0") == nil)
        clock.forward(.seconds(8 * 3600 - 1))
        #expect(sessions.session(secret) != nil)
        clock.forward(.seconds(8 * 3600))
        #expect(sessions.session(secret) == nil)
        let other = sessions.begin("a", hash: "h")
        for _ in 0..<4 {
            clock.forward(.seconds(6 * 3600 - 1))
            #expect(sessions.session(other) != nil)
        }
        clock.forward(.seconds(5))
        #expect(sessions.session(other) == nil)
        let third = sessions.begin("a", hash: "h")
        sessions.end(third)
        #expect(sessions.session(third) == nil)
    }

    @Test("So many at once, then so many a minute; keys do not pile up")
    func rates() {
        let clock = TestClock()
        let limit = RateLimit(most: 2, perMinute: 6, keys: 2, now: clock.now)
        #expect(limit.take("a") == nil)
        #expect(limit.take("a") == nil)
        #expect(limit.take("a") == 10)
        #expect(limit.take("b") == nil)
        #expect(limit.take("c") == 60)
        clock.forward(.seconds(10))
        #expect(limit.take("a") == nil)
        #expect(limit.take("c") == nil)
    }
}

@Suite("Whose something is")
struct OwnerTests {
    private let key = SecretKey.random()

    @Test("An address in IPv6 counts as its network, and one of IPv4 as itself however it is written")
    func addresses() {
        #expect(AddressKey.key("2001:db8:1:2:3:4:5:6") == AddressKey.key("2001:DB8:1:2::1"))
        #expect(AddressKey.key("2001:db8:1:2::1") != AddressKey.key("2001:db8:1:3::1"))
        #expect(AddressKey.key("::ffff:192.0.2.7") == "192.0.2.7" && AddressKey.key("192.0.2.7") == "192.0.2.7")
        for strange in ["", "x", "192.0.2.7:80", "2001:db8::1%eth0", "[::1]"] { #expect(AddressKey.key(strange) == strange) }
    }

    @Test("The token of a form says whose it is, and nobody else can make one")
    func tokens() throws {
        let key = try #require(key)
        let tokens = FormTokens(key)
        let (one, other) = (tokens.make(for: "a"), tokens.make(for: "a"))
        #expect(one != other && one.wholeMatch(of: /[0-9a-f]+/) != nil)
        #expect(tokens.isMade(one, for: "a") && FormTokens(key).isMade(other, for: "a"))
        #expect(!tokens.isMade(one, for: "b"))
        #expect(!FormTokens(try #require(.random())).isMade(one, for: "a"))
        for forged in ["", "0", String(one.dropLast()), String(one.reversed()), String(other.prefix(32) + one.dropFirst(32))] as [String] {
            #expect(!tokens.isMade(forged, for: "a"), "\(forged)")
        }
    }

    @Test("Who tries the passwords of another is stopped at their address; the other comes in from elsewhere")
    func signIns() {
        let limits = SignInLimits(now: TestClock().now)
        for _ in 0..<5 { #expect(limits.take("a", from: "192.0.2.1") == nil) }
        for _ in 0..<50 { #expect(limits.take("a", from: "192.0.2.1") != nil) }
        #expect(limits.take("a", from: "192.0.2.2") == nil)
        // From many addresses a name can be tried so often in all.
        let taken = (0..<300).count { limits.take("b", from: "10.0.\($0).1") == nil }
        #expect(taken == 100)
    }
}

@Suite("What was sent without a session")
struct HeldFormTests {
    private let fields = [(name: "text", value: "言葉"), (name: "fact:依頼.夜間", value: "はい")]

    @Test("It is given once, to the person and the browser that sent it, for an hour")
    func owner() throws {
        let clock = TestClock()
        let held = HeldForms(now: clock.now)
        let secret = try #require(held.keep(fields, of: "a", path: "/inquiry", secret: nil))
        #expect(held.take("/inquiry", of: "b", secret: secret) == nil)
        #expect(held.take("/inquiry", of: "a", secret: secret + "0") == nil)
        #expect(held.take("/applications", of: "a", secret: secret) == nil)
        clock.forward(.seconds(60 * 60 - 1))
        #expect(held.take("/inquiry", of: "a", secret: secret)?.map(\.value) == ["言葉", "はい"])
        #expect(held.take("/inquiry", of: "a", secret: secret) == nil)
        let later = try #require(held.keep(fields, of: "a", path: "/inquiry", secret: nil))
        clock.forward(.seconds(60 * 60))
        #expect(held.take("/inquiry", of: "a", secret: later) == nil)
    }

    @Test("A browser keeps its secret, and what it sends again from a page takes the place of what it sent; a secret that nobody gave is not taken up")
    func secrets() throws {
        let held = HeldForms(now: TestClock().now)
        let secret = try #require(held.keep([("text", "1")], of: "a", path: "/inquiry", secret: "made up"))
        #expect(secret != "made up" && secret.count == 64)
        #expect(held.keep([("text", "2")], of: "a", path: "/inquiry", secret: secret) == secret)
        #expect(held.keep([("text", "3")], of: "a", path: "/applications", secret: secret) == secret)
        #expect(held.take("/inquiry", of: "a", secret: secret)?.map(\.value) == ["2"])
        #expect(held.take("/inquiry", of: "a", secret: secret) == nil)
        #expect(held.take("/applications", of: "a", secret: secret)?.map(\.value) == ["3"])
    }

    @Test("So many of one person and so large: the person's own oldest goes, and nobody else's")
    func bounds() throws {
        let held = HeldForms(now: TestClock().now)
        #expect(held.keep([("text", String(repeating: "x", count: HeldForms.mostBytes))], of: "a", path: "/inquiry", secret: nil) == nil)
        let other = try #require(held.keep(fields, of: "b", path: "/inquiry", secret: nil))
        let secrets = try (0..<9).map { _ in try #require(held.keep(fields, of: "a", path: "/inquiry", secret: nil)) }
        #expect(secrets.map { held.take("/inquiry", of: "a", secret: $0) != nil } == Array(repeating: false, count: 5) + Array(repeating: true, count: 4))
        #expect(held.take("/inquiry", of: "b", secret: other) != nil)
    }
}

@Suite("Codes of the environment check")
struct EnvironmentCodeTests {
    private static let mostOfOne = 25
    private let found = EnvironmentCodes.Found(facts: [.init(name: "fact:端末.OS", value: "旧版")], agent: "agent", at: "2026-11-24T10:00:00+09:00")

    @Test("A code gives back what was found, however it is written, for half an hour")
    func codes() throws {
        let clock = TestClock()
        let codes = EnvironmentCodes(now: clock.now, most: 20 * Self.mostOfOne, mostOfOne: Self.mostOfOne)
        let code = codes.add(found, from: "192.0.2.1")
        #expect(code.wholeMatch(of: /[2-9A-HJ-NP-TV-Z]{3}-[2-9A-HJ-NP-TV-Z]{3}/) != nil)
        #expect(codes.found(code) == found)
        #expect(codes.found(" " + code.lowercased().replacing("-", with: "") + " ") == found)
        #expect(codes.found("222-222") == nil && codes.found("") == nil)
        clock.forward(.seconds(30 * 60 - 1))
        #expect(codes.found(code) == found)
        clock.forward(.seconds(1))
        #expect(codes.found(code) == nil)
    }

    @Test("An address pushes out its own codes, the oldest first, and nobody else's")
    func ownBound() {
        let codes = EnvironmentCodes(now: TestClock().now, most: 20 * Self.mostOfOne, mostOfOne: Self.mostOfOne)
        let other = codes.add(found, from: "192.0.2.1")
        let first = codes.add(found, from: "198.51.100.1")
        let second = codes.add(found, from: "198.51.100.1")
        for _ in 2..<Self.mostOfOne { _ = codes.add(found, from: "198.51.100.1") }
        #expect(codes.found(first) != nil)
        for _ in 0..<2 * Self.mostOfOne { _ = codes.add(found, from: "198.51.100.1") }
        #expect(codes.found(first) == nil && codes.found(second) == nil)
        #expect(codes.found(other) != nil)
    }

    @Test("So many codes are kept in all: where there are too many, who has most loses the oldest")
    func bound() {
        let codes = EnvironmentCodes(now: TestClock().now, most: 20 * Self.mostOfOne, mostOfOne: Self.mostOfOne)
        let real = codes.add(found, from: "192.0.2.1")
        let first = codes.add(found, from: "10.0.0.1")
        // Each of 50 addresses fills its shelf twice over.
        for _ in 0..<2 { for address in 1...50 { for _ in 0..<Self.mostOfOne { _ = codes.add(found, from: "10.0.0.\(address)") } } }
        #expect(codes.found(first) == nil)
        #expect(codes.found(real) == found)
    }

    @Test("What has expired makes room for its address")
    func expiry() {
        let clock = TestClock()
        let codes = EnvironmentCodes(now: clock.now, most: 20 * Self.mostOfOne, mostOfOne: Self.mostOfOne)
        for _ in 0..<Self.mostOfOne { _ = codes.add(found, from: "192.0.2.1") }
        clock.forward(.seconds(30 * 60))
        let later = (0..<Self.mostOfOne).map { _ in codes.add(found, from: "192.0.2.1") }
        #expect(later.allSatisfy { codes.found($0) != nil })
    }
}
