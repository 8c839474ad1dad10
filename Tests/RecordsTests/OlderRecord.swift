import Documents
import Foundation
import Kiyaku
import Records
import Testing
import Values

/// A copy of the record that the program of commit a969ad2 wrote (Tests/Records/a969ad2). It goes with its owner.
final class OlderRecord {
    private static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

    let log: RecordLog
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("kiyaku-older-\(UUID().uuidString)")
        try shell("./unpack.sh '\(folder.path)'", in: Self.tests.appendingPathComponent("Records/a969ad2").path)
        log = try RecordLog(RecordFiles(folder: folder.path))
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// The text of a recorded answer.
    func answer(_ number: Int64) throws -> String { String(decoding: try #require(try log.part(.decision, of: number)), as: UTF8.self) }

    /// The same answer as this program gives it.
    func again(_ number: Int64) throws -> String {
        let entry = try log.entry(number)
        let edition = try log.files.editions.edition(try #require(entry.text("rules_digest")))
        let facts = try JSONReader.read(try #require(try log.part(.facts, of: number)))
        let decisions = entry.results.flatMap { edition.decisions(named: $0.decision) ?? [] }
        return edition.json(edition.judge(facts, decisions: decisions, asOf: entry.text("as_of").flatMap { Instant($0) })).text()
    }

    /// Puts an answer on record with another text in it, as if its program had given that.
    func add(_ answer: String, of number: Int64, form: Int64, _ from: String, _ to: String) throws -> RecordEntry {
        let entry = try log.entry(number)
        try #require(answer.contains(from), "\(from) is not in \(answer)")
        func text(_ key: String) -> String { entry.text(key) ?? "" }
        let draft = RecordDraft(
            by: text("by"), at: text("at"), request: nil, program: text("program"), form: form, contract: text("contract"), edition: entry.text("edition"),
            rulesDigest: text("rules_digest"), dataDigest: text("data_digest"), asOf: text("as_of"), results: entry.results,
            facts: try #require(try log.part(.facts, of: number)), decision: Array(answer.replacingOccurrences(of: from, with: to).utf8))
        return try log.entry(try #require(try log.append([draft]).first))
    }
}
