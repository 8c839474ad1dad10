import Diagnostics
import Foundation
import Records
import Testing

/// One way to change a record behind its back, and the number of the entry that is named.
struct Tampering: Sendable, CustomTestStringConvertible {
    let what: String
    let sql: String
    let codes: Set<String>

    var testDescription: String { what }
}

@Suite("A record that was touched")
struct TamperingTests {
    private static let open = """
        PRAGMA foreign_keys = OFF;
        DROP TRIGGER entry_in_order; DROP TRIGGER entry_not_updated; DROP TRIGGER entry_not_deleted;
        DROP TRIGGER part_not_updated; DROP TRIGGER part_erased; DROP TRIGGER head_not_deleted;

        """

    static let ways = [
        Tampering(what: "another outcome", sql: "UPDATE entry SET body = replace(body, '対象外', '対象') WHERE number = 2", codes: ["K8001"]),
        Tampering(what: "another person", sql: "UPDATE entry SET body = replace(body, 'staff:1', 'staff:2') WHERE number = 1", codes: ["K8001"]),
        Tampering(what: "another time", sql: "UPDATE entry SET body = replace(body, 'T09:', 'T10:') WHERE number = 5", codes: ["K8001"]),
        Tampering(what: "a blank more", sql: "UPDATE entry SET body = body || ' ' WHERE number = 3", codes: ["K8001"]),
        Tampering(what: "another hash", sql: "UPDATE entry SET hash = randomblob(32) WHERE number = 3", codes: ["K8001"]),
        Tampering(what: "the first removed", sql: "DELETE FROM entry WHERE number = 1", codes: ["K8002"]),
        Tampering(what: "one in the middle removed", sql: "DELETE FROM entry WHERE number = 3", codes: ["K8002"]),
        Tampering(what: "the last removed", sql: "DELETE FROM entry WHERE number = 5", codes: ["K8002"]),
        Tampering(what: "the last two removed", sql: "DELETE FROM entry WHERE number >= 4", codes: ["K8002", "K8005"]),
        Tampering(
            what: "the last removed and the head put back",
            sql: "DELETE FROM entry WHERE number = 5; UPDATE head SET number = 4, hash = (SELECT hash FROM entry WHERE number = 4)", codes: ["K8004"]),
        Tampering(what: "all removed", sql: "DELETE FROM entry; DELETE FROM part", codes: ["K8002"]),
        Tampering(what: "all removed with the head", sql: "DELETE FROM entry; DELETE FROM part; DELETE FROM head", codes: ["K8004"]),
        Tampering(
            what: "two exchanged",
            sql: "UPDATE entry SET number = 99 WHERE number = 1; UPDATE entry SET number = 1 WHERE number = 3; UPDATE entry SET number = 3 WHERE number = 99",
            codes: ["K8003"]),
        Tampering(what: "numbers moved up", sql: "DELETE FROM entry WHERE number = 1; UPDATE entry SET number = number - 1", codes: ["K8003", "K8002"]),
        Tampering(
            what: "one added at the end",
            sql: "INSERT INTO entry (number, body, hash) SELECT 6, replace(body, '\"number\":5', '\"number\":6'), hash FROM entry WHERE number = 5",
            codes: ["K8001", "K8005"]),
        Tampering(what: "facts removed", sql: "DELETE FROM part WHERE number = 1 AND name = 'facts'", codes: ["K8005"]),
        Tampering(what: "a decision removed", sql: "DELETE FROM part WHERE number = 1 AND name = 'decision'", codes: ["K8005"]),
        Tampering(what: "other facts", sql: "UPDATE part SET sealed = randomblob(90) WHERE number = 3 AND name = 'facts'", codes: ["K8006"]),
        Tampering(
            what: "facts of another answer",
            sql: "UPDATE part SET sealed = (SELECT sealed FROM part WHERE number = 1 AND name = 'facts') WHERE number = 3 AND name = 'facts'",
            codes: ["K8006"]),
    ]

    @Test("Whatever was done to it is found", arguments: ways)
    func found(_ way: Tampering) throws {
        let record = try Record()
        _ = try record.fill()
        #expect(record.codes == [])
        try record.tamper(Self.open + way.sql)
        #expect(Set(record.codes) == way.codes)
    }

    @Test(
        "The database itself refuses what an honest program never does",
        arguments: [
            "UPDATE entry SET body = '{}' WHERE number = 1", "DELETE FROM entry WHERE number = 5", "UPDATE part SET sealed = zeroblob(9)",
            "DELETE FROM part WHERE number = 1", "DELETE FROM part WHERE number = 2", "DELETE FROM head",
            "INSERT INTO entry (number, body, hash) VALUES (9, '{}', zeroblob(32))",
        ])
    func refused(sql: String) throws {
        let record = try Record()
        _ = try record.fill()
        #expect(throws: (any Error).self) { try record.tamper(sql) }
        #expect(record.codes == [])
    }

    @Test("A record that was cut takes no more answers")
    func closed() throws {
        let record = try Record()
        let log = try record.fill()
        try record.tamper(Self.open + "DELETE FROM entry WHERE number = 5")
        let fault = #expect(throws: RecordFault.self) { try log.append([record.draft()]) }
        #expect(fault?.code == .forgedHead)
    }

    @Test("An end that was noted shows that an old copy took the place of the record")
    func restored() throws {
        let record = try Record()
        let early = try record.fill().verify().end
        let copy = RecordFiles(folder: record.files.folder + ".copy")
        try FileManager.default.copyItem(atPath: record.files.folder, toPath: copy.folder)
        defer { try? FileManager.default.removeItem(atPath: copy.folder) }
        let late = try { () throws -> RecordEnd in
            let log = try RecordLog(record.files)
            _ = try log.append([record.draft()])
            #expect(try log.verify(noted: early).faults == [])
            return try log.verify().end
        }()
        let restored = try RecordLog(copy)
        #expect(try restored.verify().faults == [])
        #expect(try restored.verify(noted: late).faults.map(\.code) == [.missingEntry])
        let other = try Record()
        #expect(try other.fill().verify(noted: early).faults.map(\.code) == [.forgedHead])
    }

    @Test("An end is written as it is read")
    func end() throws {
        let record = try Record()
        let end = try record.fill().verify().end
        #expect(RecordEnd(end.description) == end)
        #expect(RecordEnd("5") == nil)
        #expect(RecordEnd("5:sha256:00") == nil)
    }
}
