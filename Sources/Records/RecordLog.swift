import Diagnostics
package import Digests
import Documents
import Foundation
import GRDB

/// The record of answers: entries are added at its end, and nothing else. Any number of threads and programs use it at a time.
package final class RecordLog: Sendable {
    package let files: RecordFiles
    private let key: SecretKey
    private let pool: DatabasePool

    /// A key that is derived from that of the record, for something else that is to outlast a start of the program.
    package func key(for purpose: String) -> SecretKey { key.key(for: purpose) }

    /// Opens the record of a folder, and makes it where there is none.
    ///
    /// - Throws: `RecordFault` where that is not possible.
    package convenience init(_ files: RecordFiles) throws(RecordFault) {
        try files.makeFolder()
        if files.key.exists {
            guard FileManager.default.fileExists(atPath: files.database) else { throw .removed }
            try self.init(files, key: try files.key.read())
        } else {
            try self.init(begun: files)
        }
    }

    /// Makes a record, or finishes one that was interrupted while it was made.
    private convenience init(begun files: RecordFiles) throws(RecordFault) {
        let isBegun = files.newKey.exists
        if !isBegun, FileManager.default.fileExists(atPath: files.database) { _ = try files.key.read() }
        let key = try isBegun ? files.newKey.read() : files.newKey.create()
        if !FileManager.default.fileExists(atPath: files.database) {
            // SQLite gives its other files the mode of this one.
            _ = FileManager.default.createFile(atPath: files.database, contents: nil, attributes: [.posixPermissions: 0o600])
        }
        try self.init(files, key: key)
        try write { database in
            let start = RecordChain.start
            guard try Int.fetchOne(database, sql: "SELECT count(*) FROM entry") == 0 else { throw RecordFault.head }
            try database.execute(
                sql: "INSERT OR REPLACE INTO head VALUES (0, 0, ?, ?)", arguments: [Data(start.hash.bytes), start.mark(self.key)])
        }
        try files.newKey.move(to: files.key)
    }

    private init(_ files: RecordFiles, key: SecretKey) throws(RecordFault) {
        self.files = files
        self.key = key
        pool = try RecordAccess.run(files.database) {
            var configuration = Configuration()
            configuration.busyMode = .timeout(5)
            configuration.prepareDatabase { database in
                // An answer is on the disk before it is given; what is erased is overwritten.
                try database.execute(sql: "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON")
            }
            let pool = try DatabasePool(path: files.database, configuration: configuration)
            try RecordSchema.migrator.migrate(pool)
            return pool
        }
    }

    func read<Value>(_ body: (Database) throws -> Value) throws(RecordFault) -> Value {
        try RecordAccess.run(files.database) { try pool.read(body) }
    }

    private func write<Value>(_ body: (Database) throws -> Value) throws(RecordFault) -> Value {
        try RecordAccess.run(files.database) { try pool.write(body) }
    }

    // MARK: Adding

    /// Adds answers, all of them or none; when it returns they are on the disk.
    ///
    /// - Returns: their numbers.
    /// - Throws: `RecordFault`; nothing was added then. A record whose end is not as it was written takes no more.
    package func append(_ drafts: [RecordDraft]) throws(RecordFault) -> [Int64] {
        try write { database in
            var chain = try Self.head(database, self.key)
            let numbers = try drafts.map { draft in
                let number = chain.number + 1
                let parts = [(RecordPart.facts, draft.facts), (.decision, draft.decision)].map { part, bytes in
                    (part, self.key.seal(bytes, at: Self.place(number, part)))
                }
                let digests = parts.map { sha256($0.1).description }
                chain = try Self.add(RecordBody.answer(number, draft, facts: digests[0], decision: digests[1]), to: chain, database)
                for (part, sealed) in parts {
                    try database.cachedStatement(sql: "INSERT INTO part VALUES (?, ?, ?)").execute(arguments: [number, part.rawValue, Data(sealed)])
                }
                return number
            }
            try self.close(chain, database)
            return numbers
        }
    }

    /// Erases the facts of answers. That it was done, by whom and why, is added to the record first; the chain stays whole.
    ///
    /// - Returns: the numbers whose facts were erased now.
    package func eraseFacts(_ numbers: [Int64], _ order: ErasureOrder) throws(RecordFault) -> [Int64] {
        let erased = try write { database in
            var chain = try Self.head(database, self.key)
            let present = try numbers.filter { number in
                guard let kind = try String.fetchOne(database, sql: "SELECT kind FROM entry WHERE number = ?", arguments: [number]), kind == "answer" else {
                    throw RecordFault.unknown(number)
                }
                return try Self.part(database, number, .facts) != nil
            }
            for number in present {
                chain = try Self.add(RecordBody.erasure(chain.number + 1, of: number, order), to: chain, database)
                try database.execute(sql: "DELETE FROM part WHERE number = ? AND name = 'facts'", arguments: [number])
            }
            try self.close(chain, database)
            return present
        }
        // The write-ahead log still has the pages of before.
        try RecordAccess.run(files.database) { try pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) } }
        return erased
    }

    /// The answers given before a moment whose facts are still there.
    ///
    /// - Returns: `doubtful` are those that say so and yet come behind an answer of that moment or later: the clock was wrong for a while, and what
    ///   is erased cannot be brought back.
    package func numbers(before moment: String) throws(RecordFault) -> (due: [Int64], doubtful: [Int64]) {
        let (early, late) = try read { database in
            let present = "FROM entry JOIN part USING (number) WHERE kind = 'answer' AND name = 'facts'"
            let early = try Int64.fetchAll(database, sql: "SELECT number \(present) AND at < ? ORDER BY number", arguments: [moment])
            return (early, try Int64.fetchOne(database, sql: "SELECT min(number) \(present) AND at >= ?", arguments: [moment]) ?? .max)
        }
        return (early.filter { $0 < late }, early.filter { $0 > late })
    }

    private static func add(_ body: String, to chain: RecordChain, _ database: Database) throws -> RecordChain {
        let next = chain.adding(body)
        try database.cachedStatement(sql: "INSERT INTO entry (number, body, hash) VALUES (?, ?, ?)")
            .execute(arguments: [next.number, body, Data(next.hash.bytes)])
        return next
    }

    private func close(_ chain: RecordChain, _ database: Database) throws {
        try database.cachedStatement(sql: "UPDATE head SET number = ?, hash = ?, mark = ? WHERE place = 0")
            .execute(arguments: [chain.number, Data(chain.hash.bytes), chain.mark(key)])
    }

    /// The end of the chain.
    ///
    /// - Throws: `RecordFault.head` where it is not the end that was marked.
    static func head(_ database: Database, _ key: SecretKey) throws -> RecordChain {
        guard let row = try Row.fetchOne(database.cachedStatement(sql: "SELECT number, hash, mark FROM head WHERE place = 0")),
            let hash = Digest(bytes: [UInt8](row["hash"] as Data)), let mark = row["mark"] as Data?
        else { throw RecordFault.head }
        let chain = RecordChain(number: row["number"], hash: hash)
        let last = try Row.fetchOne(database.cachedStatement(sql: "SELECT number, hash FROM entry ORDER BY number DESC LIMIT 1"))
        guard chain.isMarked(mark, key), chain.number == last?["number"] ?? 0, last.map({ $0["hash"] as Data == Data(hash.bytes) }) ?? (chain == .start)
        else { throw RecordFault.head }
        return chain
    }

    // MARK: Reading

    /// Entries in the order of their numbers, from one on.
    package func entries(from first: Int64 = 1, limit: Int = .max) throws(RecordFault) -> [RecordEntry] {
        try read { database in
            try Row.fetchAll(database, sql: "SELECT number, body, hash FROM entry WHERE number >= ? ORDER BY number LIMIT ?", arguments: [first, limit])
                .map { row in try Self.entry(row) }
        }
    }

    /// One entry.
    package func entry(_ number: Int64) throws(RecordFault) -> RecordEntry {
        guard let entry = try entries(from: number, limit: 1).first, entry.number == number else { throw .unknown(number) }
        return entry
    }

    /// Hands on the answers one after the other, or the one of a number. Few of them are in memory at a time.
    package func forEachAnswer(_ number: Int64?, _ body: (RecordEntry) throws(RecordFault) -> Void) throws(RecordFault) {
        if let number { return try body(try entry(number)) }
        var next: Int64 = 1
        while true {
            let page = try entries(from: next, limit: 500)
            for entry in page where entry.isAnswer { try body(entry) }
            guard let last = page.last else { return }
            next = last.number + 1
        }
    }

    /// A part of an answer; nil where it was erased.
    ///
    /// - Throws: `RecordFault` where it is gone without an erasure, or is not what was written.
    package func part(_ part: RecordPart, of number: Int64) throws(RecordFault) -> [UInt8]? {
        try read { database in
            guard let sealed = try Self.part(database, number, part) else {
                let isErased = try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM entry WHERE erases = ?)", arguments: [number]) ?? false
                guard isErased, part == .facts else { throw RecordFault.contentMissing(number, part) }
                return nil
            }
            guard let bytes = self.key.open([UInt8](sealed), at: Self.place(number, part)) else { throw RecordFault.contentAltered(number, part) }
            return bytes
        }
    }

    private static func part(_ database: Database, _ number: Int64, _ part: RecordPart) throws -> Data? {
        try Data.fetchOne(database, sql: "SELECT sealed FROM part WHERE number = ? AND name = ?", arguments: [number, part.rawValue])
    }

    static func entry(_ row: Row) throws -> RecordEntry {
        let (number, hash) = (row["number"] as Int64, Digest(bytes: [UInt8](row["hash"] as Data)))
        do throws(DocumentError) {
            return RecordEntry(number: number, body: try JSONReader.read(Array((row["body"] as String).utf8)), hash: hash?.hexadecimal ?? "")
        } catch {
            throw RecordFault.altered(number)
        }
    }

    /// What a sealed part is bound to.
    private static func place(_ number: Int64, _ part: RecordPart) -> String { "\(number).\(part.rawValue)" }

    /// Whether the end of the record is as it was marked, so that it takes answers.
    package func check() throws(RecordFault) { try read { database in _ = try Self.head(database, self.key) } }

    // MARK: Verifying

    /// Looks at every entry and every part.
    ///
    /// - Parameter noted: an end that was noted earlier.
    package func verify(noted: RecordEnd? = nil) throws(RecordFault) -> RecordVerification {
        try read { database in try RecordVerification(database, self.key, noted: noted) }
    }
}
