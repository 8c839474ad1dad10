import Diagnostics
import Testing

@Suite("Places in a file")
struct SourceFileTests {
    private func file(_ text: String) -> SourceFile { SourceFile(path: "a.kiyaku", bytes: Array(text.utf8)) }

    /// 規 and 約 are three bytes each, 𠮷 four.
    @Test(
        "Lines and columns count from 1, columns in characters and not in bytes",
        arguments: [
            (0, 1, 1), (3, 1, 2), (6, 1, 3), (7, 2, 1), (8, 2, 2), (12, 2, 3), (13, 2, 4), (14, 3, 1),
        ])
    func positions(offset: Int, line: Int, column: Int) {
        let position = file("規約\na𠮷b\n").position(of: offset)
        #expect(position.line == line && position.column == column)
    }

    @Test("Before the beginning is the beginning, and past the end is the end")
    func outside() {
        let file = file("ab\ncd")
        #expect(file.position(of: -5) == file.position(of: 0))
        #expect(file.position(of: 99).line == 2 && file.position(of: 99).column == 3)
        #expect(self.file("").position(of: 1).line == 1 && self.file("").position(of: 1).column == 1)
    }

    @Test("A line is given without its break, whichever that is", arguments: [(1, "一"), (2, "二"), (3, ""), (4, "四"), (0, ""), (5, ""), (-1, "")])
    func lines(number: Int, text: String) {
        #expect(file("一\n二\r\n\n四").line(number) == text)
    }

    @Test("A carriage return that ends no line stays, and a last line may be empty")
    func returns() {
        #expect(file("a\rb\n").line(1) == "a\rb")
        #expect(file("a\rb\n").line(2).isEmpty)
        #expect(file("\r\n").line(1).isEmpty)
    }

    @Test("The line of each of a thousand offsets is that which one finds by counting breaks")
    func everyOffset() {
        let bytes: [UInt8] = (0..<1000).map { $0 % 7 == 3 || $0 % 11 == 0 ? 0x0A : 0x61 }
        let file = SourceFile(path: "a", bytes: bytes)
        for offset in 0...bytes.count {
            let before = bytes[..<offset]
            let line = before.count { $0 == 0x0A } + 1
            let column = offset - (before.lastIndex(of: 0x0A) ?? -1)
            let position = file.position(of: offset)
            #expect(position.line == line && position.column == column, "offset \(offset)")
        }
    }

    @Test("Text is cut by bytes; what is outside is left out and what is no UTF-8 is repaired")
    func text() {
        let file = file("規約")
        #expect(file.text(3, 6) == "約")
        #expect(file.text(-2, 3) == "規")
        #expect(file.text(3, 99) == "約")
        #expect(file.text(6, 3).isEmpty)
        #expect(SourceFile(path: "a", bytes: [0x61, 0xFF, 0x62]).text(0, 3) == "a\u{FFFD}b")
    }

    @Test("A range never ends before it begins, and stays within what a file can have")
    func ranges() {
        let reversed = SourceRange(file: SourceID(0), start: 5, end: 2)
        #expect(reversed.start == 5 && reversed.end == 5)
        let wide = SourceRange(file: SourceID(0), start: -1, end: .max)
        #expect(wide.start == 0 && wide.end == .max)
    }

    @Test("Two ranges join to the smallest that holds both, in one file only")
    func joining() {
        let (early, late) = (SourceRange(file: SourceID(1), start: 2, end: 4), SourceRange(file: SourceID(1), start: 7, end: 9))
        #expect(early.joined(late) == SourceRange(file: SourceID(1), start: 2, end: 9))
        #expect(late.joined(early) == early.joined(late))
        let wide = SourceRange(file: SourceID(1), start: 0, end: 20)
        #expect(wide.joined(early) == wide)
        #expect(early.joined(SourceRange(file: SourceID(2), start: 0, end: 20)) == early)
    }
}
