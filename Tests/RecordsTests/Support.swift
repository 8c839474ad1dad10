import Diagnostics
import Documents
import Foundation
import GRDB
import Kiyaku
import Records
import Testing

/// A record in a folder of its own, which goes with it.
final class Record {
    let files: RecordFiles
    let edition: Edition
    private let folder: URL

    private static let rules = """
        規約 見本 {
          当事者 甲 「利用者」, 乙 「提供者」
          主判定 対象可否
        }
        列挙 作業 { 障害復旧 ; 問合せ ; 訪問 }
        事実 依頼 「依頼」 {
          作業 : 作業 「作業」 問 「作業は」
          氏名 : 文字 「氏名」 問 「お名前は」 個人情報
        }
        一覧 関係者 「関係する者」 問 「挙げてください」 {
          氏名 : 文字 「氏名」 問 「お名前は」 個人情報
          役員 : 真偽 「役員か」 問 「役員ですか」
        }
        判定 対象可否 { 結果 対象, 要相談 ; 既定 対象外 }
        第4条 「依頼に応じる」
        規則 提供 { もし 依頼.作業 = 障害復旧 ならば 対象可否 = 対象 }
        """

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("kiyaku-record-\(UUID().uuidString)")
        files = RecordFiles(folder: folder.path)
        edition = try Self.edition()
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// The rules, or an edition in which another kind of work is for discussion.
    static func edition(_ more: String = "") throws -> Edition {
        try Edition(RuleFiles(sources: [SourceFile(path: "main.kiyaku", bytes: Array((rules + more).utf8))]))
    }

    static let secondEdition = "\n規則 訪問 { もし 依頼.作業 = 訪問 ならば 対象可否 = 要相談 }\n"

    /// An answer as it is recorded.
    func draft(_ work: String = "障害復旧", name: String = "見本一子", edition other: Edition? = nil, at: String = "2026-11-22T09:00:00+09:00") throws -> RecordDraft {
        let edition = other ?? edition
        try files.editions.keep(edition)
        let facts = try JSONReader.read(
            Array(#"{"as_of":"2026-11-22","依頼":{"作業":"\#(work)","氏名":"\#(name)"},"関係者":[{"氏名":"\#(name)","役員":true}]}"#.utf8))
        return RecordDraft(edition.judge(facts), of: edition, facts: facts, by: "staff:1", at: at, request: "r-1", program: "test")
    }

    /// An answer that the rules do not give.
    func draft(answer: String) throws -> RecordDraft {
        let draft = try draft()
        return RecordDraft(
            by: draft.by, at: draft.at, request: nil, program: draft.program, contract: draft.contract, edition: nil, rulesDigest: draft.rulesDigest,
            dataDigest: draft.dataDigest, asOf: draft.asOf, results: draft.results, facts: draft.facts, decision: Array(answer.utf8))
    }

    /// Three answers of one edition, the facts of the second erased, and an answer of another edition.
    func fill() throws -> RecordLog {
        let log = try RecordLog(files)
        _ = try log.append([draft(), draft("問合せ"), draft("訪問")])
        _ = try log.eraseFacts([2], ErasureOrder(by: "auditor:1", at: "2026-11-23T09:00:00+09:00", reason: "本人の求め"))
        _ = try log.append([draft("訪問", edition: Self.edition(Self.secondEdition))])
        return log
    }

    /// Changes the database as someone would who has it, but not the key.
    func tamper(_ sql: String) throws {
        let queue = try DatabaseQueue(path: files.database)
        try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
        try queue.close()
    }

    /// What a reader of the record is told: on opening, else on verifying, else on replaying.
    var codes: [String] {
        do throws(RecordFault) {
            let log = try RecordLog(files)
            let faults = try log.verify().faults
            guard faults.isEmpty else { return faults.map(\.code.rawValue) }
            var replay = Replay(log)
            var found: [String] = []
            try log.forEachAnswer(nil) { entry throws(RecordFault) in
                do throws(RecordFault) { _ = try replay.replay(entry) } catch { found.append(error.code.rawValue) }
            }
            return found
        } catch {
            return [error.code.rawValue]
        }
    }
}

/// Runs lines of the shell in a folder.
func shell(_ script: String, in folder: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", script]
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
}
