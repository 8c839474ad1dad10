import Digests
import Documents
import Foundation
import GRDB

/// Every entry and part, looked at in one state of the database. Nothing that the database promises is relied on.
package struct RecordVerification: Sendable {
    /// The entries that were looked at.
    package private(set) var entries: Int64 = 0
    /// The answers whose facts were erased, as the record says.
    package private(set) var erasures: Int64 = 0
    /// All that is wrong.
    package private(set) var faults: [RecordFault] = []
    /// The end of the chain, to be noted elsewhere.
    package private(set) var end: RecordEnd

    /// Digests of the sealed facts that are gone; they must have been erased.
    private var absent: Set<Int64> = []
    private var erased: Set<Int64> = []

    /// - Parameter noted: an end that was noted earlier; the record must still contain it.
    init(_ database: Database, _ key: SecretKey, noted: RecordEnd?) throws {
        var chain = RecordChain.start
        var isLinked = true
        let rows = try Row.fetchCursor(database, sql: "SELECT number, body, hash FROM entry ORDER BY number")
        end = RecordEnd(number: 0, hash: chain.hash)
        while let row = try rows.next() {
            let number: Int64 = row["number"]
            if number != chain.number + 1 {
                faults.append(.missing(chain.number + 1...max(number - 1, chain.number + 1)))
                isLinked = false
            }
            let body = row["body"] as String? ?? ""
            let stored = Digest(bytes: [UInt8](row["hash"] as Data? ?? Data())) ?? RecordChain.start.hash
            let document = try? JSONReader.read(Array(body.utf8))
            let own = document?["number"]?.number
            if let own, own != number {
                faults.append(.moved(number, from: own))
            } else {
                if document == nil || isLinked && chain.adding(body).hash != stored { faults.append(.altered(number)) }
                if let document { try look(at: document, number, database) }
            }
            if let noted, noted.number == number, noted.hash != stored { faults.append(.otherEnd(number)) }
            entries += 1
            // What follows a line that belongs elsewhere was linked to another one.
            isLinked = own == number
            chain = RecordChain(number: number, hash: stored)
        }
        try close(chain, database, key)
        for number in absent.subtracting(erased).sorted() { faults.append(.contentMissing(number, .facts)) }
        if let noted, noted.number > chain.number { faults.append(.missing(chain.number + 1...noted.number)) }
        end = RecordEnd(number: chain.number, hash: chain.hash)
        erasures = Int64(erased.count)
    }

    private mutating func look(at body: DocumentNode, _ number: Int64, _ database: Database) throws {
        if let number = body["erases"]?.number { erased.insert(number) }
        guard body["kind"]?.string == "answer" else { return }
        for part in RecordPart.allCases {
            let sealed = try Data.fetchOne(
                database.cachedStatement(sql: "SELECT sealed FROM part WHERE number = ? AND name = ?"), arguments: [number, part.rawValue])
            switch (sealed, part) {
            case (nil, .facts): absent.insert(number)
            case (nil, .decision): faults.append(.contentMissing(number, part))
            case (let sealed?, _):
                if sha256([UInt8](sealed)).description != body[part.rawValue]?.string { faults.append(.contentAltered(number, part)) }
            }
        }
    }

    /// The head must be marked with the key, and be the end of the entries.
    private mutating func close(_ chain: RecordChain, _ database: Database, _ key: SecretKey) throws {
        let row = try Row.fetchOne(database, sql: "SELECT number, hash, mark FROM head WHERE place = 0")
        guard let row, let hash = Digest(bytes: [UInt8](row["hash"] as Data? ?? Data())) else { return faults.append(.head) }
        let head = RecordChain(number: row["number"] as Int64? ?? 0, hash: hash)
        guard head.isMarked(row["mark"] as Data? ?? Data(), key) else { return faults.append(.head) }
        if head.number > chain.number {
            faults.append(.missing(chain.number + 1...head.number))
        } else if head != chain, faults.isEmpty {
            // Every link fits, and still it is not the chain that was written.
            faults.append(.head)
        }
    }
}

/// The end of the chain at some time: `12:sha256:…`. Noted elsewhere, it shows later that an old copy took the place of the record.
package struct RecordEnd: Sendable, Hashable, CustomStringConvertible {
    package let number: Int64
    let hash: Digest

    init(number: Int64, hash: Digest) {
        self.number = number
        self.hash = hash
    }

    /// Reads what `description` writes.
    package init?(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, let number = Int64(parts[0]), let hash = Digest(String(parts[1])) else { return nil }
        self.init(number: number, hash: hash)
    }

    package var description: String { "\(number):\(hash)" }
}

extension DocumentNode {
    /// A whole number; nil for anything else.
    var number: Int64? {
        if case .number(let literal) = value { Int64(literal) } else { nil }
    }
}
