import Patterns
import Testing

/// The texts of the ranges of a match in a subject.
private func texts(_ ranges: [Range<Int>?], in subject: String) -> [String?] {
    let bytes = Array(subject.utf8)
    return ranges.map { range in range.map { String(decoding: bytes[$0], as: UTF8.self) } }
}

@Suite("Matching")
struct MatchingTests {
    @Test(
        "A match gives the bytes of the whole and of each group",
        arguments: [
            ("Windows NT 10.0; Win64", #"Windows NT (\d+)\.(\d+)"#, ["Windows NT 10.0", "10", "0"]),
            ("機種はＷｉｎ１１です", #"Ｗｉｎ(\d+)"#, ["Ｗｉｎ１１", "１１"]),
            ("ab", #"(x)?(b)"#, ["b", nil, "b"]),
            ("", #"^(z)?$"#, ["", nil]),
            ("𠮷野家", #"^(.)野"#, ["𠮷野", "𠮷"]),
        ] as [(String, String, [String?])])
    func groups(subject: String, source: String, expected: [String?]) throws {
        let scratch = MatchScratch()
        let match = try #require(try Pattern(source).firstMatch(in: Array(subject.utf8), scratch: scratch))
        #expect(texts(match.groups, in: subject) == expected)
        #expect(match.range == match.group(0))
        #expect(match.group(99) == nil)
    }

    @Test("A pattern that is not there gives no match")
    func absent() throws {
        #expect(try Pattern("東京").firstMatch(in: Array("京都".utf8), scratch: MatchScratch()) == nil)
    }

    @Test(
        "Letters of either case match when asked for, full-width and accented ones too",
        arguments: [("LINUX", "linux"), ("ＭＡＣ", "ｍａｃ"), ("ÉTÉ", "été")])
    func caseInsensitive(subject: String, source: String) throws {
        let bytes = Array(subject.utf8)
        #expect(try Pattern(source, caseInsensitive: true).firstMatch(in: bytes, scratch: MatchScratch()) != nil)
        #expect(try Pattern(source).firstMatch(in: bytes, scratch: MatchScratch()) == nil)
    }

    @Test("The search begins at the byte asked for, and sees what is before it")
    func fromOffset() throws {
        let scratch = MatchScratch()
        let bytes = Array("aXbX".utf8)
        #expect(try Pattern("X").firstMatch(in: bytes, from: 2, scratch: scratch)?.range == 3..<4)
        #expect(try Pattern("^X").firstMatch(in: bytes, from: 1, scratch: scratch) == nil)
        #expect(try Pattern("(?<=b)X").firstMatch(in: bytes, from: 3, scratch: scratch)?.range == 3..<4)
        #expect(try Pattern("$").firstMatch(in: bytes, from: 4, scratch: scratch)?.range == 4..<4)
    }

    @Test(
        "All matches are found, empty ones once at each place",
        arguments: [
            ("axb", "x*", [0..<0, 1..<2, 2..<2, 3..<3]),
            ("あい", "", [0..<0, 3..<3, 6..<6]),
            ("一二一", "一", [0..<3, 6..<9]),
            ("ab", "(?=b)|b", [1..<1, 1..<2]),
            ("", "a*", [0..<0]),
            ("foobar", #"foo\Kbar"#, [3..<6]),
        ])
    func all(subject: String, source: String, expected: [Range<Int>]) throws {
        #expect(try Pattern(source).allMatches(in: Array(subject.utf8)).map(\.range) == expected)
    }

    @Test("No more matches are given than asked for", arguments: [0, 1, 7])
    func limited(limit: Int) throws {
        let subject = [UInt8](repeating: 0x61, count: 50)
        #expect(try Pattern("a").allMatches(in: subject, limit: limit).count == limit)
    }

    @Test(
        "Short and long subjects give the same matches",
        arguments: ["x*", #"(\d+)(年)?"#, "(?=x)", "[^、]+", #"(.)\1"#, "(?i)OS", #"\bx"#, "(?<!x)x"])
    func shortAndLong(source: String) throws {
        let pattern = Pattern(source)
        let scratch = MatchScratch()
        let short = Array("os x、2026年12月xx 一一、Os".utf8)
        let long = short + [UInt8](repeating: 0x7E, count: PatternLimits.standard.uncountedBytes)
        var from = 0
        for match in try pattern.allMatches(in: short, scratch: scratch) {
            #expect(try pattern.firstMatch(in: short, from: match.range.lowerBound, scratch: scratch) == match)
            #expect(
                try pattern.firstMatch(in: long, from: match.range.lowerBound, scratch: scratch)?.range.lowerBound
                    == match.range.lowerBound)
            #expect(match.range.lowerBound >= from)
            from = match.range.upperBound
        }
        #expect(from > 0)
    }

    @Test("One scratch serves patterns with few and with many groups")
    func scratchGrows() throws {
        let scratch = MatchScratch()
        let many = Pattern(String(repeating: "(a)", count: 40))
        let subject = [UInt8](repeating: 0x61, count: 40)
        #expect(try Pattern("(a)").firstMatch(in: subject, scratch: scratch)?.groups.count == 2)
        let match = try #require(try many.firstMatch(in: subject, scratch: scratch))
        #expect(match.groups.count == 41 && match.group(40) == 39..<40)
        #expect(try Pattern("a").firstMatch(in: subject, scratch: scratch)?.groups == [0..<1])
    }

    @Test("Workers share a pattern that none has used before")
    func shared() async {
        let pattern = Pattern(#"(\d+)円"#)
        let counts = await withTaskGroup(of: Int?.self) { group in
            for worker in 0..<16 {
                group.addTask {
                    let subject = Array(String(repeating: "金\(worker)円", count: 100).utf8)
                    return try? pattern.allMatches(in: subject).count
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(counts == Array(repeating: 100, count: 16))
    }
}
