import Diagnostics
import Documents
import Hummingbird
import Records

/// The record of answers.
struct RecordRoutes {
    private static let mostListed = 1000

    let state: ServiceState

    func add(to router: Router<ServiceContext>) {
        router.get("/v1/records", use: list)
        router.get("/v1/records/:number", use: show)
        router.post("/v1/records/:number/replay", use: replay)
    }

    @Sendable private func list(_ request: Request, context: ServiceContext) async throws -> Response {
        _ = try context.caller(.readRecord)
        let query = try request.query(["from", "limit"])
        let first = try Self.number(query["from"] ?? "1")
        let limit = min(try Self.number(query["limit"] ?? "100"), Int64(Self.mostListed))
        let entries = try recorded { () throws(RecordFault) in try state.log.entries(from: first, limit: Int(limit)) }
        return Response(json: ["records": .array(entries.map { JSONValue($0.body) })])
    }

    /// One entry. Personal facts are shown to who may see them and asks for them.
    @Sendable private func show(_ request: Request, context: ServiceContext) async throws -> Response {
        let caller = try context.caller(.readRecord)
        let asked = try request.query(["personal"])["personal"] ?? "false"
        guard let isPersonal = Bool(asked) else {
            throw Problem(.badRequest, Wording("personal は true か false です", "`personal` is true or false"))
        }
        guard !isPersonal || caller.may(.readPersonal) else { throw Problem.forbidden }
        let number = try Self.number(context.parameter("number"))
        return Response(json: try recorded { () throws(RecordFault) in try RecordView(state.log, number, showsPersonal: isPersonal) }.json)
    }

    /// Gives an answer again and compares.
    @Sendable private func replay(_ request: Request, context: ServiceContext) async throws -> Response {
        _ = try context.caller(.readRecord)
        _ = try request.query([])
        let number = try Self.number(context.parameter("number"))
        let outcome = try recorded { () throws(RecordFault) in
            let entry = try state.log.entry(number)
            guard entry.isAnswer else { throw .unknown(number) }
            var replay = Replay(state.log)
            return try replay.replay(entry)
        }
        return Response(json: .object([("record", .integer(number))] + outcome.members))
    }

    private static func number(_ text: String?) throws(Problem) -> Int64 {
        guard let text, text.allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int64(text), number > 0 else {
            throw Problem(.badRequest, Wording("番号は 1 以上の整数です", "the number is a whole one from 1"))
        }
        return number
    }

    private func recorded<Value>(_ body: () throws(RecordFault) -> Value) throws(Problem) -> Value {
        do throws(RecordFault) { return try body() } catch { throw Problem(error) }
    }
}

extension Replay.Outcome {
    /// What came of it, and the changes that are behind a difference.
    fileprivate var members: [(String, JSONValue)] {
        switch self {
        case .same: [("outcome", "same")]
        case .erased: [("outcome", "erased")]
        case .changed(let differences):
            [("outcome", "changed"), ("changes", .array(differences.byChange.map { .object($0.members($1)) }))]
        }
    }
}
