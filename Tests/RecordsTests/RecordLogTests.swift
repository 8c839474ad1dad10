import Diagnostics
import Digests
import Documents
import Foundation
import GRDB
import Kiyaku
import Records
import Testing

@Suite("The record")
struct RecordLogTests {
    @Test("Answers are numbered from one, and read as they were written")
    func numbers() throws {
        let record = try Record()
        let log = try RecordLog(record.files)
        #expect(try log.append([record.draft(), record.draft("問合せ")]) == [1, 2])
        #expect(try log.append([record.draft()]) == [3])
        let entry = try log.entry(2)
        #expect(entry.text("by") == "staff:1")
        #expect(entry.text("rules_digest") == record.edition.digest)
        let decision = try JSONReader.read(#require(try log.part(.decision, of: 2)))
        #expect(decision["decisions"].map { JSONValue($0).text() }?.contains(#""outcome":"対象外""#) == true)
        #expect(throws: RecordFault.self) { try log.entry(4) }
    }

    @Test("Answers are counted by the side that is certain; what was recorded before there were sides says so")
    func sides() throws {
        let record = try Record()
        let log = try RecordLog(record.files)
        _ = try log.append([record.draft(), record.draft("問合せ"), record.draft()])
        // Without sides each outcome is one.
        let counts = Dictionary(uniqueKeysWithValues: try log.tallies(RecordQuery()).map { ($0.side, $0.count) })
        #expect(counts == [.certain("対象"): 2, .certain("対象外"): 1])
        #expect(try log.entry(1).results.map(\.side) == [.certain("対象")])
        let older = try OlderRecord()
        let tallies = try older.log.tallies(RecordQuery())
        #expect(!tallies.isEmpty && tallies.allSatisfy { $0.side == .unsaid })
    }

    @Test("The hash of an entry is made as docs/record.md says")
    func hash() throws {
        let record = try Record()
        let log = try RecordLog(record.files)
        _ = try log.append([record.draft()])
        let queue = try DatabaseQueue(path: record.files.database)
        let row = try #require(try queue.read { try Row.fetchOne($0, sql: "SELECT body, hash FROM entry") })
        let body = row["body"] as String
        let head = Array("kiyaku.record/1\n".utf8) + sha256("kiyaku.record/1").bytes + Array("\n\(body.utf8.count)\n".utf8)
        #expect([UInt8](row["hash"] as Data) == sha256(head + Array(body.utf8)).bytes)
    }

    @Test("Neither facts nor personal information can be read without the key")
    func sealed() throws {
        let record = try Record()
        _ = try record.fill()
        for name in try FileManager.default.contentsOfDirectory(atPath: record.files.folder) where name.hasPrefix("record.sqlite") {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: record.files.folder + "/" + name))
            #expect(bytes.range(of: Data("見本一子".utf8)) == nil, "\(name)")
        }
        let key = record.files.folder + "/record.key"
        #expect(try FileManager.default.attributesOfItem(atPath: key)[.posixPermissions] as? Int == 0o600)
        #expect(try FileManager.default.attributesOfItem(atPath: record.files.folder)[.posixPermissions] as? Int == 0o700)
    }

    @Test("Facts that were erased are gone from the disk; the chain holds, and the replay says so")
    func erased() throws {
        let record = try Record()
        let log = try RecordLog(record.files)
        _ = try log.append([record.draft(), record.draft("問合せ", at: "2026-11-23T09:00:00+09:00")])
        let sealed = try DatabaseQueue(path: record.files.database).read { database in
            try #require(try Data.fetchOne(database, sql: "SELECT sealed FROM part WHERE number = 1 AND name = 'facts'"))
        }
        let order = ErasureOrder(by: "auditor:1", at: "2026-12-01T09:00:00+09:00", reason: "保存期間")
        #expect(try log.numbers(before: "2026-11-23T00:00:00+09:00").due == [1])
        #expect(try log.eraseFacts([1], order) == [1])
        #expect(try log.eraseFacts([1], order) == [])
        #expect(try log.part(.facts, of: 1) == nil)
        #expect(try log.part(.decision, of: 1) != nil)
        let found = try log.verify()
        #expect(found.faults == [])
        #expect((found.entries, found.erasures) == (3, 1))
        var replay = Replay(log)
        #expect(try replay.replay(log.entry(1)) == .erased)
        #expect(try replay.replay(log.entry(2)) == .same)
        for name in ["record.sqlite", "record.sqlite-wal"] {
            let bytes = FileManager.default.contents(atPath: record.files.folder + "/" + name) ?? Data()
            #expect(bytes.range(of: sealed.dropFirst(30).prefix(40)) == nil, "\(name)")
        }
    }

    @Test("A clock that was wrong for a while breaks no chain, and has nothing erased before its time")
    func clock() throws {
        let record = try Record()
        let log = try RecordLog(record.files)
        // The third was given after the second, whatever it says; the fourth is the future's.
        let days = ["2025-11-01", "2026-11-20", "2024-01-01", "2099-01-01", "2026-11-21", "1970-01-01"]
        _ = try log.append(days.map { try record.draft(at: "\($0)T09:00:00+09:00") })
        #expect(try log.entries().map { $0.text("at")?.prefix(10) } == days.map { $0[...] })
        #expect(record.codes == [])
        func found(_ day: String) throws -> [[Int64]] {
            let numbers = try log.numbers(before: "\(day)T00:00:00+09:00")
            return [numbers.due, numbers.doubtful]
        }
        #expect(try found("2024-01-01") == [[], [6]])
        #expect(try found("2026-01-01") == [[1], [3, 6]])
        // All before the one of the future are older; those behind it say nothing certain until it is erased itself.
        #expect(try found("2026-12-01") == [[1, 2, 3], [5, 6]])
        _ = try log.eraseFacts([1, 2, 3, 4], ErasureOrder(by: "auditor:1", at: "1999-01-01T09:00:00+09:00", reason: "保存期間"))
        #expect(try found("2026-12-01") == [[5, 6], []])
        #expect(try found("2026-11-21") == [[], [6]])
        #expect(record.codes == [])
    }

    @Test("An answer of an older edition is given again by that edition")
    func olderEdition() throws {
        let record = try Record()
        let log = try RecordLog(record.files)
        let second = try Record.edition(Record.secondEdition)
        _ = try log.append([record.draft("訪問"), record.draft("訪問", edition: second)])
        let outcomes = try [1, 2].map { try JSONValue(JSONReader.read(try #require(try log.part(.decision, of: $0)))).text() }
        #expect(outcomes[0].contains(#""outcome":"対象外""#))
        #expect(outcomes[1].contains(#""outcome":"要相談""#))
        #expect(record.codes == [])
    }

    @Test("Personal facts are masked, inside lists too; the others are shown")
    func masked() throws {
        let record = try Record()
        let log = try RecordLog(record.files)
        _ = try log.append([record.draft()])
        let masked = try RecordView(log, 1, showsPersonal: false).json
        #expect(!masked.text().contains("見本一子"))
        #expect(masked["facts"]?.text().contains(#""役員":true"#) == true)
        #expect(masked["masked"]?.text() == #"["依頼.氏名","関係者.氏名"]"#)
        #expect(try RecordView(log, 1, showsPersonal: true).json.text().contains("見本一子"))
    }

    @Test("Several writers add to one record")
    func together() async throws {
        let record = try Record()
        let draft = try record.draft()
        let files = record.files
        _ = try RecordLog(files)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    let log = try RecordLog(files)
                    for _ in 0..<25 { _ = try log.append([draft]) }
                }
            }
            try await group.waitForAll()
        }
        #expect(try RecordLog(files).verify().entries == 100)
        #expect(record.codes == [])
    }

    @Test("A record whose making was interrupted is made at the next start")
    func interrupted() throws {
        let record = try Record()
        _ = try RecordLog(record.files)
        try FileManager.default.moveItem(atPath: record.files.folder + "/record.key", toPath: record.files.folder + "/record.key.new")
        #expect(try RecordLog(record.files).append([record.draft()]) == [1])
        #expect(record.codes == [])
    }

    @Test("A key without a record, and a record without a key, are said")
    func parted() throws {
        for name in ["record.sqlite", "record.key"] {
            let record = try Record()
            try #require(try record.fill().verify().faults.isEmpty)
            for ending in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: record.files.folder + "/" + name + ending) }
            #expect(record.codes == [name == "record.key" ? "K8007" : "K8002"])
        }
    }

    @Test("A key that was exchanged opens nothing and closes nothing")
    func otherKey() throws {
        let (record, other) = (try Record(), try Record())
        _ = try record.fill()
        _ = try other.fill()
        let key = record.files.folder + "/record.key"
        try FileManager.default.removeItem(atPath: key)
        try FileManager.default.copyItem(atPath: other.files.folder + "/record.key", toPath: key)
        #expect(record.codes == ["K8004"])
        #expect(throws: RecordFault.self) { try RecordLog(record.files).part(.facts, of: 1) }
    }

    @Test("A record that another program holds is waited for, then said to be held")
    func locked() throws {
        let record = try Record()
        let log = try record.fill()
        let queue = try DatabaseQueue(path: record.files.database)
        let fault = try queue.writeWithoutTransaction { database in
            try database.execute(sql: "BEGIN IMMEDIATE")
            defer { try? database.execute(sql: "ROLLBACK") }
            return #expect(throws: RecordFault.self) { try log.append([record.draft()]) }
        }
        #expect(fault?.code == .unusableRecord)
        #expect(fault?.message.japanese.contains("使い続けています") == true)
        #expect(record.codes == [])
    }

    @Test("Hostile texts are kept as they are", arguments: ["'; DROP TABLE entry; --", "\u{0}\u{1}", "\u{202E}逆", "\\\"}{", "<script>alert(1)</script>", "😀𠮷"])
    func hostile(text: String) throws {
        let record = try Record()
        let log = try RecordLog(record.files)
        let facts = DocumentNode(value: .object([]), position: .start)
        let answer = record.edition.judge(facts)
        _ = try log.append([RecordDraft(answer, of: record.edition, facts: facts, by: text, at: text, request: text, program: text)])
        #expect(try log.entry(1).text("by") == text)
        #expect(try log.verify().faults == [])
    }
}
