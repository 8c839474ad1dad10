import Documents
import Encodings

/// The notation of a file of cases.
package enum CaseNotation: String, Sendable, CaseIterable {
    /// A table with dotted names in its header.
    case csv
    /// A JSON document on each line.
    case ndjson
}

/// One case as it came in.
struct RawCase: Sendable {
    enum Content: Sendable {
        case row(CSVRow)
        case document([UInt8])
        case broken(DocumentError)
    }

    /// Its first line, from 1.
    let line: Int
    let content: Content

    /// Nothing stands in it.
    fileprivate var isBlank: Bool {
        switch content {
        case .row(let row): row.fields.allSatisfy { $0.allSatisfy(\.isWhitespace) }
        case .document(let bytes): bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
        case .broken: false
        }
    }
}

/// Cuts a file into cases while its bytes come in.
struct CaseReader {
    private var decoder: TextDecoder
    private var scanner: any CaseScanner
    /// Lines and rows in which nothing stands.
    private(set) var blanks = 0

    init(_ notation: CaseNotation, _ encoding: TextEncoding?) {
        decoder = TextDecoder(encoding)
        scanner = notation == .csv ? CSVScanner() : LineScanner()
    }

    /// How the file is written; `nil` while everything has been ASCII.
    var encoding: RecognisedEncoding? { decoder.recognised }

    /// The next case that is not blank; `nil` at the end.
    /// - Parameter read: the next bytes of the file; `nil` at its end.
    mutating func next(_ read: () throws -> [UInt8]?) throws -> RawCase? {
        while true {
            switch scanner.step() {
            case .found(let found):
                if !found.isBlank { return found }
                blanks += 1
            case .needsMore:
                if let bytes = try read() {
                    scanner.feed(decoder.decode(bytes))
                } else {
                    scanner.feed(decoder.finish())
                    scanner.finish()
                }
            case .end: return nil
            }
        }
    }
}

private enum CaseStep {
    case found(RawCase)
    case needsMore, end
}

private protocol CaseScanner {
    mutating func feed(_ more: [UInt8])
    mutating func finish()
    mutating func step() -> CaseStep
}

extension CSVScanner: CaseScanner {
    fileprivate mutating func step() -> CaseStep {
        switch next() {
        case .row(let row): .found(RawCase(line: row.line, content: .row(CSVRow(line: row.line, fields: row.fields.map(CSVText.content)))))
        case .fault(let error): .found(RawCase(line: error.position.line, content: .broken(error)))
        case .needsMore: .needsMore
        case .end: .end
        }
    }
}

extension LineScanner: CaseScanner {
    fileprivate mutating func step() -> CaseStep {
        switch next() {
        case .line(let number, let bytes): .found(RawCase(line: number, content: .document(bytes)))
        case .fault(let error): .found(RawCase(line: error.position.line, content: .broken(error)))
        case .needsMore: .needsMore
        case .end: .end
        }
    }
}
