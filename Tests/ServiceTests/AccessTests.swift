import Synchronization
import Testing

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

@Suite("Codes of the environment check")
struct EnvironmentCodeTests {
    private let found = EnvironmentCodes.Found(facts: [.init(name: "fact:端末.OS", value: "旧版")], agent: "agent", at: "2026-11-24T10:00:00+09:00")

    @Test("A code gives back what was found, however it is written, for half an hour")
    func codes() throws {
        let clock = TestClock()
        let codes = EnvironmentCodes(now: clock.now)
        let code = codes.add(found)
        #expect(code.wholeMatch(of: /[2-9A-HJ-NP-TV-Z]{3}-[2-9A-HJ-NP-TV-Z]{3}/) != nil)
        #expect(codes.found(code) == found)
        #expect(codes.found(" " + code.lowercased().replacing("-", with: "") + " ") == found)
        #expect(codes.found("222-222") == nil && codes.found("") == nil)
        clock.forward(.seconds(30 * 60 - 1))
        #expect(codes.found(code) == found)
        clock.forward(.seconds(1))
        #expect(codes.found(code) == nil)
    }

    @Test("So many codes are kept; the oldest goes")
    func bound() {
        let codes = EnvironmentCodes(now: TestClock().now)
        let first = codes.add(found)
        let second = codes.add(found)
        for _ in 0..<9_999 { _ = codes.add(found) }
        #expect(codes.found(first) == nil)
        #expect(codes.found(second) != nil)
    }
}
