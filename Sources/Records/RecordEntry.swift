import Diagnostics
package import Documents

/// What is kept encrypted beside an entry.
package enum RecordPart: String, Sendable, CaseIterable {
    /// The document that was decided on, as JSON on one line. It can be erased.
    case facts
    /// The answer: `kiyaku.decision/1` on one line.
    case decision

    var wording: Wording {
        switch self {
        case .facts: Wording("事実", "document of facts")
        case .decision: Wording("判定", "decision")
        }
    }
}

/// An answer that is to be recorded.
package struct RecordDraft: Sendable {
    /// What one decision came to, readable without the key: for lists and charts.
    package struct Result: Sendable, Hashable {
        package let decision: String
        package let status: String
        package let outcome: String?
        /// The side that is certain, by its name.
        package let side: Side
        package let clause: String?

        package init(decision: String, status: String, outcome: String?, side: Side, clause: String?) {
            self.decision = decision
            self.status = status
            self.outcome = outcome
            self.side = side
            self.clause = clause
        }

        package enum Side: Sendable, Hashable {
            case certain(String)
            case open
            /// The answer was recorded before there were sides.
            case unsaid

            package var name: String? { if case .certain(let name) = self { name } else { nil } }
        }
    }

    /// Who asked.
    package let by: String
    /// When, by the clock of the machine: 2026-11-24T09:00:00+09:00.
    package let at: String
    /// The request, as the caller or the server named it.
    package let request: String?
    /// The version of the program.
    package let program: String
    /// The form of the answer (`AnswerForms`).
    package let form: Int64
    package let contract: String
    package let edition: String?
    package let rulesDigest: String
    package let dataDigest: String
    /// The day, or the instant, that was judged by.
    package let asOf: String
    package let results: [Result]
    package let facts: [UInt8]
    package let decision: [UInt8]

    package init(
        by: String, at: String, request: String?, program: String, form: Int64 = AnswerForms.program.current, contract: String, edition: String?,
        rulesDigest: String, dataDigest: String, asOf: String, results: [Result], facts: [UInt8], decision: [UInt8]
    ) {
        self.by = by
        self.at = at
        self.request = request
        self.program = program
        self.form = form
        self.contract = contract
        self.edition = edition
        self.rulesDigest = rulesDigest
        self.dataDigest = dataDigest
        self.asOf = asOf
        self.results = results
        self.facts = facts
        self.decision = decision
    }
}

/// The line of an entry that stands in the chain. Its bytes are what is hashed, so they are kept as they were written.
enum RecordBody {
    /// An answer; the digests are those of its sealed parts.
    static func answer(_ number: Int64, _ draft: RecordDraft, facts: String, decision: String) -> String {
        JSONValue.object([
            ("schema", "kiyaku.record/1"), ("number", .integer(number)), ("kind", "answer"), ("at", .string(draft.at)), ("by", .string(draft.by)),
            ("request", draft.request.map { .string($0) } ?? .null), ("program", .string(draft.program)), ("form", .integer(draft.form)),
            ("contract", .string(draft.contract)), ("edition", draft.edition.map { .string($0) } ?? .null), ("rules_digest", .string(draft.rulesDigest)),
            ("data_digest", .string(draft.dataDigest)), ("as_of", .string(draft.asOf)), ("results", .array(draft.results.map(result))),
            ("facts", .string(facts)), ("decision", .string(decision)),
        ]).text()
    }

    /// That the facts of an answer were erased.
    static func erasure(_ number: Int64, of erased: Int64, _ order: ErasureOrder) -> String {
        JSONValue.object([
            ("schema", "kiyaku.record/1"), ("number", .integer(number)), ("kind", "erasure"), ("at", .string(order.at)), ("by", .string(order.by)),
            ("erases", .integer(erased)), ("reason", .string(order.reason)),
        ]).text()
    }

    private static func result(_ result: RecordDraft.Result) -> JSONValue {
        .object(
            [
                ("decision", .string(result.decision)), ("status", .string(result.status)), ("outcome", result.outcome.map { .string($0) } ?? .null),
                ("clause", result.clause.map { .string($0) } ?? .null),
            ] + (result.side == .unsaid ? [] : [("side", result.side.name.map { .string($0) } ?? .null)]))
    }
}

extension RecordDraft.Result.Side {
    /// - Parameter node: a name or null; nil where nothing is written.
    fileprivate init(_ node: DocumentNode?) { self = node.map { $0.string.map { .certain($0) } ?? .open } ?? .unsaid }
}

/// Who erases facts, when and why.
package struct ErasureOrder: Sendable {
    package let by: String
    package let at: String
    package let reason: String

    package init(by: String, at: String, reason: String) {
        self.by = by
        self.at = at
        self.reason = reason
    }
}

/// An entry as it is read.
package struct RecordEntry: Sendable {
    package let number: Int64
    /// The members of its line.
    package let body: DocumentNode
    /// The digest of the entry in the chain, hexadecimal.
    package let hash: String

    /// The text of a member; nil where there is none.
    package func text(_ key: String) -> String? { body[key]?.string }
    /// What each decision of an answer came to.
    package var results: [RecordDraft.Result] {
        guard case .array(let results)? = body["results"]?.value else { return [] }
        return results.map { result in
            RecordDraft.Result(
                decision: result["decision"]?.string ?? "", status: result["status"]?.string ?? "", outcome: result["outcome"]?.string,
                side: .init(result["side"]), clause: result["clause"]?.string)
        }
    }

    /// The form of an answer: the first where none is named, 0 where what is named is no form.
    package var form: Int64 { body["form"].map { $0.number ?? 0 } ?? 1 }

    /// The answer whose facts an erasure took away.
    package var erased: Int64? { body["erases"]?.number }

    /// Whether it is an answer, and not an erasure.
    package var isAnswer: Bool { text("kind") == "answer" }
}
