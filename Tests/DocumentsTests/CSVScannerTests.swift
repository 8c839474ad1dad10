import Documents
import Testing

@Suite("Reading CSV as it comes in")
struct CSVScannerTests {
    /// Rows as their fields, faults as kind and line.
    private func scan(_ pieces: [[UInt8]], _ limits: CSVLimits = .standard) -> [String] {
        var scanner = CSVScanner(limits: limits)
        var found: [String] = []
        func drain() {
            while true {
                switch scanner.next() {
                case .row(let row): found.append("\(row.line): " + row.fields.joined(separator: "|"))
                case .fault(let error): found.append("\(error.position.line)! \(error.kind.rawValue)")
                case .needsMore, .end: return
                }
            }
        }
        for piece in pieces {
            scanner.feed(piece)
            drain()
        }
        scanner.finish()
        drain()
        return found
    }

    private func scan(_ text: String, _ limits: CSVLimits = .standard) -> [String] { scan([Array(text.utf8)], limits) }

    private static let sample = "a,b\r\n\"x\r\ny\",\"say \"\"hi\"\"\"\n1,\"2\n3,4\r5,6\n\"q\"z,7\n8,9\r\n"

    @Test("Line ends of every kind end a row, and lines are counted through quoted ones")
    func lineEnds() { #expect(scan("a\r\nb\rc\n\"d\r\n\re\"\nf") == ["1: a", "2: b", "3: c", "4: d\r\n\re", "7: f"]) }

    @Test("A quotation mark that is never closed costs its own line only")
    func unclosed() { #expect(scan("a,b\n1,\"2\n3,4\n5,6") == ["1: a|b", "2! unterminated-string", "3: 3|4", "4: 5|6"]) }

    @Test("So does one that another's opening mark seems to close")
    func closedByAnother() { #expect(scan("1,\"2\n3,4\n\"5\",6\n7,8") == ["3! unexpected-byte", "2: 3|4", "3: 5|6", "4: 7|8"]) }

    @Test("A row with a control character or bytes that are no text is refused, and the next is read")
    func notText() {
        #expect(scan("1,\u{0}\n2,3") == ["1! control-character", "2: 2|3"])
        #expect(scan([[0x31, 0x2C, 0xFF, 0x0A, 0x32]]) == ["1! invalid-utf8", "2: 2"])
        #expect(scan("\"a\nb\",\u{1}\r\n2") == ["2! control-character", "3: 2"])
    }

    @Test("A row with more combining marks than any language has is refused, and the next is read")
    func marks() {
        let marks = String(repeating: "\u{3099}", count: 31)
        #expect(scan("1,か\(marks.dropScalar)\n1,か\(marks)\n2") == ["1: 1|か\(marks.dropScalar)", "2! too-many-marks", "3: 2"])
    }

    @Test("A field, a row or a number of fields beyond the limits is refused without being kept")
    func limits() {
        let limits = CSVLimits(fields: 3, fieldBytes: 8, rowBytes: 16)
        #expect(scan("123456789\na", limits) == ["1! too-large", "2: a"])
        #expect(scan("1,2,3,4\na", limits) == ["1! too-large", "2: a"])
        #expect(scan("1234567,1234567,1234567\na", limits) == ["1! too-large", "2: a"])
        #expect(scan("\"1234\n567890\nx", limits) == ["1! unterminated-string", "2: 567890", "3: x"])
    }

    @Test("Where the file is cut into pieces makes no difference", arguments: 1...12)
    func pieces(size: Int) {
        let bytes = Array(Self.sample.utf8)
        let pieces = stride(from: 0, to: bytes.count, by: size).map { Array(bytes[$0..<min($0 + size, bytes.count)]) }
        #expect(scan(pieces) == scan(Self.sample))
        #expect(scan(Self.sample).count > 5)
    }

    @Test("Random changes of a file give the same in one piece and in many", arguments: 0..<200 as Range<UInt64>)
    func mutated(seed: UInt64) {
        var dice = Seeded(state: seed)
        let bytes = dice.mutation(of: Array(Self.sample.utf8))
        let size = Int.random(in: 1...7, using: &dice)
        let pieces = stride(from: 0, to: bytes.count, by: size).map { Array(bytes[$0..<min($0 + size, bytes.count)]) }
        #expect(scan(pieces) == scan([bytes]))
    }

    @Test("Lines are cut likewise, and one that is too long is passed over")
    func lines() {
        var scanner = LineScanner(limit: 4)
        var found: [String] = []
        for piece in ["ab\r", "\ncdef", "ghi", "j\nk\n\nl"] {
            scanner.feed(Array(piece.utf8))
            loop: while true {
                switch scanner.next() {
                case .line(let number, let bytes): found.append("\(number): \(String(decoding: bytes, as: UTF8.self))")
                case .fault(let error): found.append("\(error.position.line)! \(error.kind.rawValue)")
                case .needsMore, .end: break loop
                }
            }
        }
        scanner.finish()
        if case .line(let number, let bytes) = scanner.next() { found.append("\(number): \(String(decoding: bytes, as: UTF8.self))") }
        #expect(found == ["1: ab", "2! too-large", "3: k", "4: ", "5: l"])
    }

    @Test(
        "Cells are written so that a spreadsheet neither splits nor calculates them",
        arguments: [
            ("a", "a"), ("a,b", "\"a,b\""), ("say \"hi\"", "\"say \"\"hi\"\"\""), ("a\nb", "\"a\nb\""), (" a", "\" a\""), ("", ""),
            ("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"), ("-2+3", "'-2+3"), ("-5", "-5"),
            ("+81", "+81"), ("-0.5", "-0.5"), ("-", "'-"), ("-1.2.3", "'-1.2.3"), ("\tx", "'\tx"), ("＝1", "'＝1"),
            ("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""), ("x\"\u{301},=1", "\"x\"\"\u{301},=1\""), ("'a'", "'a'"), ("''=1", "''=1"),
        ])
    func cells(text: String, written: String) {
        #expect(scan(written + "\n").map { CSVText.content(of: String($0.dropFirst(3))) } == [text])
        #expect(CSVText.cell(text) == written)
        #expect(CSVText.row([text, "x"]) == written + ",x\r\n")
    }
}

extension String {
    /// Without the last scalar.
    fileprivate var dropScalar: String { String(unicodeScalars.dropLast()) }
}
