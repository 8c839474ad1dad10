import Testing
import Values

@Suite("Versions")
struct VersionTests {
    @Test(
        "A version prints without the zeros that end it",
        arguments: [
            ("5", "5"), ("5.0", "5"), ("8.1", "8.1"), ("0", "0"), ("0.0.0.0", "0"), ("109.0.5414.120", "109.0.5414.120"),
            ("10.0.1", "10.0.1"), ("32767.65535.65535.65535", "32767.65535.65535.65535"), ("08.010", "8.10"),
        ])
    func prints(text: String, printed: String) {
        #expect(Version(text)?.description == printed)
    }

    @Test(
        "Text that is no version is refused",
        arguments: ["", ".", "5.", ".5", "5..1", "1.2.3.4.5", "32768", "1.65536", "5a", "v5", "-1", "５", "99999999999999999999", "5.0 "])
    func refused(text: String) {
        #expect(Version(text) == nil)
        #expect(Version.range(ofSeries: text) == nil)
        #expect(Version.componentCount(of: text) == nil)
    }

    @Test("Versions order number by number")
    func order() {
        let sorted = ["4.4.4", "5", "5.0.1", "5.1", "8", "8.1", "10", "109.0.5414.74", "109.0.5414.120", "32767"]
        #expect(sorted.reversed().compactMap { Version($0) }.sorted().map(\.description) == sorted)
        #expect(Version("5") == Version("5.0.0"))
    }

    @Test(
        "A series holds the versions that begin with it and no others",
        arguments: [
            ("6", ["6", "6.0.1", "6.65535.65535.65535"], ["5.65535", "7"]), ("8.1", ["8.1", "8.1.9"], ["8", "8.0.9", "8.2"]),
            ("1.2.3.4", ["1.2.3.4"], ["1.2.3.3", "1.2.3.5"]), ("0", ["0", "0.1"], ["1"]),
        ])
    func series(text: String, members: [String], others: [String]) throws {
        let range = try #require(Version.range(ofSeries: text))
        for member in members { #expect(range.contains(try #require(Version(member))), "\(member)") }
        for other in others { #expect(!range.contains(try #require(Version(other))), "\(other)") }
    }

    @Test("The numbers that were written can be counted", arguments: [("5", 1), ("5.0", 2), ("109.0.5414.120", 4)])
    func componentCount(text: String, count: Int) {
        #expect(Version.componentCount(of: text) == count)
    }
}
