import Diagnostics
import Foundation
import Records
import Testing

/// The pages of the record's diagnostics: their examples are done to a record.
@Suite("The pages of the record")
struct PageTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static let codes = DiagnosticCode.allCases.map(\.rawValue).filter { $0.hasPrefix("K8") }

    /// The block of a page in a language.
    private static func block(_ code: String, _ language: String) throws -> String? {
        let page = try String(contentsOf: root.appendingPathComponent("docs/diagnostics/\(code).md"), encoding: .utf8)
        guard let start = page.range(of: "```\(language)\n"), let end = page.range(of: "\n```", range: start.upperBound..<page.endIndex) else { return nil }
        return String(page[start.upperBound..<end.lowerBound])
    }

    @Test("What the example does is found under the code, and nothing else is", arguments: codes)
    func example(code: String) throws {
        let record = try Record()
        do {
            let log = try record.fill()
            if let answer = try Self.block(code, "answer") { _ = try log.append([record.draft(answer: answer)]) }
            if let edit = try Self.block(code, "edit")?.split(separator: "\n"), let from = edit.first, let to = edit.last {
                let answer = String(decoding: try record.draft().decision, as: UTF8.self)
                try #require(answer.contains(from))
                _ = try log.append([record.draft(answer: answer.replacingOccurrences(of: from, with: to))])
            }
        }
        if let sql = try Self.block(code, "sql") { try record.tamper(sql) }
        if let script = try Self.block(code, "sh") { try shell(script, in: record.files.folder) }
        #expect(Set(record.codes) == [code])
    }
}
