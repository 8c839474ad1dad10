import Patterns
import Testing

@Suite("Patterns that fail")
struct PatternErrorTests {
    /// The error of a piece of work; nil without one.
    private func error(_ work: () throws -> Void) -> PatternError? {
        do { try work() } catch { return error as? PatternError }
        return nil
    }

    @Test(
        "A mistake in a pattern is reported with its kind and place",
        arguments: [
            ("a(b", PatternError.Kind.syntax, 3), ("a)", .syntax, 1), ("[z-a]", .syntax, 3), ("*", .syntax, 0),
            (#"\C"#, .syntax, 2), (#"(?<=a+)b"#, .syntax, 0),
        ])
    func mistakes(source: String, kind: PatternError.Kind, offset: Int) throws {
        let found = try #require(error { try Pattern(source).compile() })
        #expect(found.kind == kind)
        #expect(found.offset == offset)
        #expect(!found.message.isEmpty)
        #expect(error { _ = try Pattern(source).firstMatch(in: [0x61], scratch: MatchScratch()) } == found)
    }

    @Test("A pattern is refused when too long, too nested or too large")
    func oversize() {
        let long = String(repeating: "a", count: Pattern.maximumSourceBytes + 1)
        let nested = String(repeating: "(", count: 101) + String(repeating: ")", count: 101)
        #expect(error { try Pattern(long).compile() }?.kind == .tooLong)
        #expect(error { try Pattern(nested).compile() }?.kind == .tooNested)
        #expect(error { try Pattern("((a{1,999}){1,999}){1,999}").compile() }?.kind == .tooLarge)
        #expect(error { try Pattern(String(long.dropLast())).compile() } == nil)
    }

    @Test(
        "A runaway pattern ends in a limit, with machine code and without",
        arguments: ["(a+)+$", "(a|aa)+$", "(?:a*)*[bc]", "(*NO_JIT)(a+)+$", "(*NO_JIT)(a|aa)+$", "^(?:a?){40}a{40}$"])
    func runaway(source: String) {
        let subject = [UInt8](repeating: 0x61, count: 50) + [0x21]
        let long = [UInt8](repeating: 0x61, count: 20_000) + [0x21]
        let scratch = MatchScratch(limits: PatternLimits(steps: 1_000_000))
        #expect(error { _ = try Pattern(source).firstMatch(in: subject, scratch: scratch) }?.kind == .limit)
        #expect(error { _ = try Pattern(source).allMatches(in: long, scratch: scratch) }?.kind ?? .limit == .limit)
        #expect((try? Pattern("a!").firstMatch(in: subject, scratch: scratch)?.range) == 49..<51)
    }

    @Test(
        "A pattern whose work grows with a power of the subject ends in a limit, or finds nothing",
        arguments: [
            "a*a*[bc]", "(*NO_JIT)a*a*[bc]", ".*a.*a.*[bc]", "a*b?a*b?[cd]", "(*NO_JIT)a*b?a*b?[cd]", "(?=a*b?a*[bc])",
            "(.*)\\1[bc]",
            "(?i)(a*)(a*)\\2[bc]", "(?<=a)a*?a*?[bc]", "(*NO_JIT)(?:a|b)*[cd]", "(?>a*b?)a?[cd]|.*?.*?[ef]",
        ])
    func polynomial(source: String) {
        let pattern = Pattern(source)
        let scratch = MatchScratch(limits: PatternLimits(steps: 1_000_000))
        for length in [200, 256, 257, 5_000, 65_536] {
            let subject = [UInt8](repeating: 0x61, count: length)
            do throws(PatternError) {
                let all = try pattern.allMatches(in: subject, scratch: scratch)
                let first = try pattern.firstMatch(in: subject, scratch: scratch)
                #expect(all.isEmpty && first == nil)
            } catch {
                #expect(error.kind == .limit)
            }
        }
    }

    @Test("The steps of a search are counted alike on every run and given anew to the next", arguments: [300, 3_000])
    func steps(length: Int) {
        let subject = [UInt8](repeating: 0x61, count: length)
        let pattern = Pattern("a*[bc]")
        func outcome(_ steps: Int) -> PatternError.Kind? {
            let scratch = MatchScratch(limits: PatternLimits(steps: steps))
            let kinds = (0..<3).map { _ in error { _ = try pattern.firstMatch(in: subject, scratch: scratch) }?.kind }
            #expect(Set(kinds).count == 1)
            return kinds[0]
        }
        #expect(outcome(length) == .limit)
        #expect(outcome(0) == .limit)
        #expect(outcome(20 * length * length) == nil)
    }

    @Test("Little heap or depth stops the interpreter")
    func interpreterLimits() {
        let subject = [UInt8](repeating: 0x61, count: 20_000)
        let pattern = Pattern("(*NO_JIT)(?:(a)|b)*[cd]")
        for limits in [PatternLimits(matchLimit: .max, depthLimit: 10), PatternLimits(matchLimit: .max, heapLimit: 1)] {
            let scratch = MatchScratch(limits: limits)
            #expect(error { _ = try pattern.firstMatch(in: subject, scratch: scratch) }?.kind == .limit)
        }
    }

    @Test("A subject longer than the limit is not searched")
    func longSubject() {
        let scratch = MatchScratch(limits: PatternLimits(subjectBytes: 4))
        let pattern = Pattern("a")
        #expect(
            error { _ = try pattern.firstMatch(in: [0x61, 0x61, 0x61, 0x61, 0x61], scratch: scratch) }?.kind == .limit)
        #expect(error { _ = try pattern.firstMatch(in: [0x61, 0x61, 0x61, 0x61], scratch: scratch) } == nil)
    }

    @Test(
        "A subject that is not UTF-8 is reported with the place",
        arguments: [
            ([0x61, 0xFF], 1), ([0xE3, 0x81], 0), ([0x61, 0xC0, 0x80], 1), ([0xED, 0xA0, 0x80], 0),
            ([0x61, 0x62, 0xF5, 0x80, 0x80, 0x80], 2),
        ] as [([UInt8], Int)])
    func invalidSubject(subject: [UInt8], offset: Int) {
        let found = error { _ = try Pattern("a").allMatches(in: subject) }
        #expect(found?.kind == .invalidUTF8)
        #expect(found?.offset == offset)
    }

    @Test("A start inside a character or outside the subject is refused")
    func badOffsets() {
        let scratch = MatchScratch()
        let subject = Array("あ".utf8)
        let kinds = [1, 2, -1, 4, .min, .max].map { from in
            error { _ = try Pattern(".").firstMatch(in: subject, from: from, scratch: scratch) }?.kind
        }
        #expect(kinds == [.invalidUTF8, .invalidUTF8, .badOffset, .badOffset, .badOffset, .badOffset])
    }
}
