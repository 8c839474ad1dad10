import Documents
import GRDB
package import Values

/// Which entries of a record are looked for.
package struct RecordQuery: Sendable, Hashable {
    /// The first day and the last, by the clock of the machine in Japan.
    package var from: CivilDate?
    package var to: CivilDate?
    package var decision: String?
    package var status: String?
    package var by: String?
    /// Names of decisions, outcomes and sides and IDs of clauses, one of which an answer must have; nil for no matter which.
    package var names: [String]?

    package init() {}

    /// The condition with its arguments.
    fileprivate var condition: (sql: String, arguments: StatementArguments) {
        var parts = ["1"]
        var arguments = StatementArguments()
        func add(_ sql: String, _ argument: (any DatabaseValueConvertible)?) {
            guard let argument else { return }
            parts.append(sql)
            arguments += [argument]
        }
        // Days have ten places, so that texts are in the order of time.
        add("at >= ?", from?.description)
        add("at < ?", to.flatMap { $0.adding(days: 1) }?.description)
        add("json_extract(body, '$.by') = ?", by)
        let results = [("decision", decision), ("status", status)].compactMap { key, value in value.map { ("json_extract(value, '$.\(key)') = ?", $0) } }
        let names = self.names.map { JSONValue.array($0.map { .string($0) }).text() }
        if !results.isEmpty || names != nil {
            var tests = results.map(\.0)
            arguments += StatementArguments(results.map(\.1))
            if let names {
                tests.append(
                    "EXISTS (SELECT 1 FROM json_each(?) AS name WHERE name.value IN "
                        + "(json_extract(result.value, '$.decision'), json_extract(result.value, '$.outcome'), json_extract(result.value, '$.side'), "
                        + "json_extract(result.value, '$.clause')))")
                arguments += [names]
            }
            parts.append("EXISTS (SELECT 1 FROM json_each(body, '$.results') AS result WHERE \(tests.joined(separator: " AND ")))")
        }
        return (parts.joined(separator: " AND "), arguments)
    }
}

/// How many answers of a week came to the same.
package struct RecordTally: Sendable, Hashable {
    /// The Monday of the week.
    package let week: String
    package let decision: String
    package let status: String
    package let outcome: String?
    package let side: RecordDraft.Result.Side
    package let clause: String?
    package let count: Int
}

extension RecordLog {
    /// The newest entries that are looked for, newest first.
    ///
    /// - Parameter below: only numbers below this one.
    package func newest(_ query: RecordQuery, below: Int64 = .max, limit: Int) throws(RecordFault) -> [RecordEntry] {
        try find(query, "number < ?", below, "DESC", limit)
    }

    /// The entries that are looked for in the order of their numbers, from one on.
    package func oldest(_ query: RecordQuery, from first: Int64 = 1, limit: Int) throws(RecordFault) -> [RecordEntry] {
        try find(query, "number >= ?", first, "ASC", limit)
    }

    private func find(_ query: RecordQuery, _ bound: String, _ number: Int64, _ order: String, _ limit: Int) throws(RecordFault) -> [RecordEntry] {
        let condition = query.condition
        return try read { database in
            try Row.fetchAll(
                database, sql: "SELECT number, body, hash FROM entry WHERE \(condition.sql) AND \(bound) ORDER BY number \(order) LIMIT ?",
                arguments: condition.arguments + [number, limit]
            ).map { row in try Self.entry(row) }
        }
    }

    /// How many entries there are, counted up to a bound.
    package func count(_ query: RecordQuery, most: Int) throws(RecordFault) -> Int {
        let condition = query.condition
        return try read { database in
            try Int.fetchOne(
                database, sql: "SELECT count(*) FROM (SELECT 1 FROM entry WHERE \(condition.sql) LIMIT ?)", arguments: condition.arguments + [most]) ?? 0
        }
    }

    /// What the answers came to, week by week.
    package func tallies(_ query: RecordQuery) throws(RecordFault) -> [RecordTally] {
        let condition = query.condition
        // Weeks begin on Monday: back six days, then on to the next one.
        let sql = """
            SELECT date(substr(at, 1, 10), '-6 days', 'weekday 1') AS week, json_extract(result.value, '$.decision') AS decision,
              json_extract(result.value, '$.status') AS status, json_extract(result.value, '$.outcome') AS outcome,
              json_type(result.value, '$.side') AS said, json_extract(result.value, '$.side') AS side,
              json_extract(result.value, '$.clause') AS clause, count(*) AS count
            FROM entry, json_each(body, '$.results') AS result WHERE \(condition.sql) GROUP BY 1, 2, 3, 4, 5, 6, 7 ORDER BY 1
            """
        return try read { database in
            try Row.fetchAll(database, sql: sql, arguments: condition.arguments).map { row in
                let (said, side): (String?, String?) = (row["said"], row["side"])
                return RecordTally(
                    week: row["week"], decision: row["decision"], status: row["status"], outcome: row["outcome"],
                    side: said == nil ? .unsaid : side.map { .certain($0) } ?? .open, clause: row["clause"], count: row["count"])
            }
        }
    }

    /// The number of the erasure of an answer's facts; nil where they were not erased.
    package func erasure(of number: Int64) throws(RecordFault) -> RecordEntry? {
        try read { database in
            try Row.fetchOne(database, sql: "SELECT number, body, hash FROM entry WHERE erases = ?", arguments: [number]).map { row in try Self.entry(row) }
        }
    }
}
