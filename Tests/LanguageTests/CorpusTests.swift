import Contract
import Diagnostics
import Foundation
import Kiyaku
import Testing

/// The corpus: for each feature programs without mistakes, and programs whose mistakes are noted where they are reported.
@Suite("The corpus of small programs")
struct CorpusTests {
    static let all = Repository.files("Corpus/language", ".kiyaku")
    static let good = all.filter { $0.contains("/good/") }
    static let bad = all.filter { $0.contains("/bad/") }

    @Test("Every file is in a folder of good or of bad programs, and there are both")
    func folders() {
        #expect(good.count + bad.count == Self.all.count)
        #expect(good.count >= 18)
        #expect(bad.count >= 18)
    }

    private var good: [String] { Self.good }
    private var bad: [String] { Self.bad }

    @Test("A good program has no findings, has tests, and passes them", arguments: good)
    func accepts(_ path: String) {
        let compilation = Program(file: path).compiled()
        #expect(compilation.diagnostics.isEmpty, "\(compilation.text)")
        #expect(compilation.failures == [])
        #expect(compilation.contract?.tests.isEmpty == false)
    }

    @Test("A bad program has the findings that its comments note, each on its line and no others", arguments: bad)
    func refuses(_ path: String) throws {
        let program = Program(file: path)
        let compilation = program.compiled()
        let found = Notes(compilation)
        #expect(!compilation.diagnostics.isEmpty)
        if ProcessInfo.processInfo.environment["KIYAKU_RECORD"] == "1" {
            try Data(found.written(into: program.bytes)).write(to: Repository.root.appendingPathComponent(path))
            Issue.record("the notes of \(path) were rewritten; read them and run again")
        } else {
            #expect(Notes(noted: program.bytes).lines == found.lines, "\(compilation.text)")
        }
    }
}

/// The codes of the findings of a file by the lines where they begin. A note is `#! K2001 K3005` at the end of a line.
struct Notes {
    let lines: [Int: [String]]
    private static let mark = Array("#!".utf8)

    /// What was found.
    init(_ compilation: Compilation) {
        var lines: [Int: [String]] = [:]
        for diagnostic in compilation.diagnostics {
            guard let file = compilation.files.sources.first else { continue }
            lines[file.position(of: Int(diagnostic.range.start)).line, default: []].append(diagnostic.code.rawValue)
        }
        self.lines = lines.mapValues { $0.sorted() }
    }

    /// What a file notes.
    init(noted bytes: [UInt8]) {
        var lines: [Int: [String]] = [:]
        for (number, line) in Self.split(bytes).enumerated() {
            guard let place = Self.place(in: line) else { continue }
            let words = String(decoding: line[(place + 2)...], as: UTF8.self).split(separator: " ")
            lines[number + 1] = words.map(String.init).sorted()
        }
        self.lines = lines
    }

    /// A file with these notes in place of its own.
    func written(into bytes: [UInt8]) -> [UInt8] {
        let lines = Self.split(bytes).enumerated().map { number, line -> [UInt8] in
            var line = Array(line)
            if let place = Self.place(in: line[...]) {
                line.removeSubrange(place...)
                while line.last == 0x20 { line.removeLast() }
            }
            guard let codes = self.lines[number + 1] else { return line }
            return line + (line.isEmpty ? [] : [0x20]) + Self.mark + Array((" " + codes.joined(separator: " ")).utf8)
        }
        return Array(lines.joined(separator: [0x0A]))
    }

    private static func split(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    }

    private static func place(in line: ArraySlice<UInt8>) -> Int? {
        line.indices.last { line[$0...].starts(with: mark) }
    }
}
