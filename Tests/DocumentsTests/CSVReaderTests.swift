import Documents
import Testing

@Suite("Reading CSV")
struct CSVReaderTests {
    /// The error of reading; nil when it was read.
    private func failure(_ text: String, limits: CSVLimits = .standard) -> DocumentError? {
        do throws(DocumentError) {
            _ = try CSVReader.read(Array(text.utf8), limits: limits)
            return nil
        } catch {
            return error
        }
    }

    @Test(
        "Rows keep their fields and lines",
        arguments: [
            ("a,b\n1,2\n3,4", ["a", "b"], [(2, ["1", "2"]), (3, ["3", "4"])]),
            ("a,b\r\n1,2\r\n", ["a", "b"], [(2, ["1", "2"])]), ("a,b\r1,2\r\r3,4", ["a", "b"], [(2, ["1", "2"]), (4, ["3", "4"])]),
            ("\u{FEFF}依頼.作業,障害.起因\n障害復旧,\"ウイルス,感染\"\n", ["依頼.作業", "障害.起因"], [(2, ["障害復旧", "ウイルス,感染"])]),
            (
                "a,b\n\"x\r\ny\",\"say \"\"hi\"\"\"\n1,2\n", ["a", "b"],
                [(2, ["x\r\ny", "say \"hi\""]), (4, ["1", "2"])]
            ),
            ("a,b\n,\n\"\",\n", ["a", "b"], [(2, ["", ""]), (3, ["", ""])]),
            ("a,b\n\n1,2\r\n\r\n", ["a", "b"], [(3, ["1", "2"])]), ("a\n\nx\n", ["a"], [(2, [""]), (3, ["x"])]),
            ("a,b", ["a", "b"], []), ("a,b\n1,", ["a", "b"], [(2, ["1", ""])]), (" a , b \n", [" a ", " b "], []),
            ("\"a\n\",b\n1,2", ["a\n", "b"], [(3, ["1", "2"])]),
        ] as [(String, [String], [(Int, [String])])])
    func rows(text: String, header: [String], rows: [(Int, [String])]) throws {
        let table = try CSVReader.read(Array(text.utf8))
        #expect(table == CSVTable(header: header, rows: rows.map { CSVRow(line: $0.0, fields: $0.1) }))
    }

    @Test(
        "Broken rows are refused with their kind and line",
        arguments: [
            ("", DocumentError.Kind.empty, 1), ("a,a\n", .duplicateKey, 1), ("a,b\n1\n", .fieldCount, 2),
            ("a,b\n1,2,3\n", .fieldCount, 2),
            ("a,b\n\"x\n\n\",2\n\"\"\n", .fieldCount, 5), ("a,b\n1,\"2", .unterminatedString, 2),
            ("a,b\n1,x\"y\"\n", .unexpectedByte, 2),
            ("a,b\n1,\"x\"y\n", .unexpectedByte, 2), ("a,b\n1,x\ry\n", .fieldCount, 3), ("a,b\n1,\u{0}\n", .controlCharacter, 2),
        ])
    func broken(text: String, kind: DocumentError.Kind, line: Int) {
        let error = failure(text)
        #expect(error?.kind == kind)
        #expect(error?.position.line == line)
    }

    @Test("Too many bytes, rows, fields or characters are refused")
    func limits() {
        #expect(failure("a\n1\n2", limits: CSVLimits(rows: 2)) == nil)
        #expect(failure("a\n1\n2", limits: CSVLimits(rows: 1))?.kind == .tooLarge)
        #expect(failure("a,b,c", limits: CSVLimits(fields: 2))?.kind == .tooLarge)
        #expect(failure("abcd", limits: CSVLimits(fieldBytes: 3))?.kind == .tooLarge)
        #expect(failure("abcd", limits: CSVLimits(bytes: 3))?.kind == .tooLarge)
        #expect(failure(String(repeating: ",", count: 100_000))?.kind == .tooLarge)
    }

    @Test("Bytes that are not UTF-8, as in Shift_JIS, are refused")
    func shiftJIS() {
        #expect(throws: DocumentError(.invalidUTF8, at: DocumentPosition(line: 2, column: 1, offset: 2))) {
            try CSVReader.read([0x61, 0x0A, 0x8E, 0x64, 0x97, 0x6C])
        }
    }
}
