import Diagnostics
import Documents
import HTTPTypes
import Hummingbird
import Kiyaku
import NIOCore
import Pages
import Records
import Values
import Vocabulary

/// 記録: what was answered, found again, given again, and taken away as a file.
struct RecordPages {
    /// Entries are taken from the record so many at a time.
    private static let exportLength = 500

    let state: ServiceState

    func add(to router: Router<ServiceContext>) {
        router.get("/records", use: list)
        router.get("/records.csv", use: csv)
        router.get("/records.ndjson", use: ndjson)
        router.get("/records/:number", use: show)
        router.get("/records/:number/json", use: json)
        router.post("/records/:number/replay", use: replay)
    }

    // MARK: The list

    @Sendable private func list(_ request: Request, context: ServiceContext) async throws -> Response {
        _ = try context.caller(.readRecord)
        let controller = PageController(state: state, request: request, context: context)
        let filter = filter(request)
        let last = filter.query.to ?? context.moment.today?.date
        var drawn = filter.query
        drawn.from = max(drawn.from, RecordCharts.mondays(last).first)
        let (log, query, chartQuery) = (state.log, filter.query, drawn)
        let found = try recorded { () throws(RecordFault) in
            let entries = try log.newest(query, below: filter.below, limit: RecordListView.pageLength + 1)
            var erased: Set<Int64> = []
            for entry in entries { if try log.erasure(of: entry.number) != nil { erased.insert(entry.number) } }
            return (entries, erased, try log.count(query, most: RecordListView.mostCounted), try log.tallies(chartQuery))
        }
        let charts = RecordCharts(
            found.3.filter { (query.decision == nil || $0.decision == query.decision) && (query.status == nil || $0.status == query.status) },
            last: last, language: controller.language)
        let view = RecordListView(state.edition, language: controller.language)
        return controller.page(
            .records, title: "title_records",
            view.content(filter, found.0, erased: found.1, count: found.2, charts: charts, faults: filter.faults))
    }

    private func filter(_ request: Request) -> RecordFilter {
        let pairs = request.uri.queryParameters.map { (String($0.key), String($0.value)) }
        return RecordFilter(Dictionary(pairs) { first, _ in first }, state.edition.vocabulary)
    }

    /// The later of two days, of which one may be missing.
    private func max(_ first: CivilDate?, _ second: CivilDate?) -> CivilDate? {
        guard let first, let second else { return first ?? second }
        return Swift.max(first, second)
    }

    // MARK: One record

    @Sendable private func show(_ request: Request, context: ServiceContext) async throws -> Response {
        try page(request, context, replay: nil)
    }

    @Sendable private func replay(_ request: Request, context: ServiceContext) async throws -> Response {
        _ = try context.caller(.readRecord)
        _ = try await PageController(state: state, request: request, context: context).form()
        let number = try number(context)
        let entry = try recorded { () throws(RecordFault) in try state.log.entry(number) }
        guard entry.isAnswer else { throw Problem.unknown }
        return try page(request, context, replay: outcome(entry))
    }

    /// What comes of giving an answer again.
    private func outcome(_ entry: RecordEntry) -> (isSame: Bool, text: Wording) {
        var replay = Replay(state.log)
        do throws(RecordFault) {
            switch try replay.replay(entry) {
            case .same: return (true, Wording("記録と一字一句同じ判定になりました", "the same answer, byte by byte"))
            case .changed(let differences): return (true, Self.changed(differences))
            case .erased: return (false, Wording("事実を消去したので、やり直せません", "the facts were erased, so it cannot be given again"))
            }
        } catch {
            return (false, error.message)
        }
    }

    /// That only what is beside the answer differs, and why.
    private static func changed(_ differences: [AnswerDifference]) -> Wording {
        let told = differences.byChange.map { $0.told($1) }
        return Wording(
            "結果・根拠・義務は、記録と一字一句同じになりました。" + told.map(\.japanese).joined(separator: "。"),
            "the same outcome, grounds and duties, byte by byte; " + told.map(\.english).joined(separator: "; "))
    }

    private func page(_ request: Request, _ context: ServiceContext, replay: (isSame: Bool, text: Wording)?) throws -> Response {
        let caller = try context.caller(.readRecord)
        let controller = PageController(state: state, request: request, context: context)
        let number = try number(context)
        let content = try recorded { () throws(RecordFault) in
            let detail = try RecordDetail(
                state.log, number, current: state.edition, language: controller.language, showsPersonal: caller.may(.readPersonal))
            return try detail.content(link: controller.browser.link, replay: replay)
        }
        return controller.page(.record, title: "title_record", content)
    }

    /// The same as a document for programs.
    @Sendable private func json(_ request: Request, context: ServiceContext) async throws -> Response {
        let caller = try context.caller(.readRecord)
        let number = try number(context)
        let view = try recorded { () throws(RecordFault) in try RecordView(state.log, number, showsPersonal: caller.may(.readPersonal)) }
        return file("record-\(number).json", "application/json", .init(byteBuffer: ByteBuffer(string: view.json.text() + "\n")))
    }

    private func number(_ context: ServiceContext) throws -> Int64 {
        guard let text = context.parameter("number"), text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let number = Int64(text), number > 0 else {
            throw Problem.unknown
        }
        return number
    }

    // MARK: Files

    @Sendable private func csv(_ request: Request, context: ServiceContext) async throws -> Response {
        let names = ["番号", "いつ", "だれが", "基準日", "判定", "状態", "結果", "条項", "規約", "版", "規則の指紋"]
        return try export(request, context, "records.csv", "text/csv; charset=utf-8", head: CSVText.byteOrderMark + CSVText.row(names)) { entry in
            entry.results.map { result in
                CSVText.row(
                    ["\(entry.number)", RecordMoment(entry.text("at")).text, entry.text("by") ?? "", entry.text("as_of") ?? "", result.decision, result.status]
                        + [
                            result.outcome ?? "", citation(result.clause), entry.text("contract") ?? "", entry.text("edition") ?? "",
                            entry.text("rules_digest") ?? "",
                        ])
            }.joined()
        }
    }

    @Sendable private func ndjson(_ request: Request, context: ServiceContext) async throws -> Response {
        try export(request, context, "records.ndjson", "application/x-ndjson", head: "") { JSONValue($0.body).text() + "\n" }
    }

    private func citation(_ clause: String?) -> String {
        let clauses = state.edition.vocabulary.clauses
        return clause.map { id in clauses.first { $0.id == id }?.citation ?? id } ?? ""
    }

    /// The entries that are looked for, in their order, a part at a time. Neither facts nor grounds are in them: nothing personal goes out.
    private func export(
        _ request: Request, _ context: ServiceContext, _ name: String, _ type: String, head: String, _ text: @escaping @Sendable (RecordEntry) -> String
    ) throws -> Response {
        _ = try context.caller(.readRecord)
        let (log, query) = (state.log, filter(request).query)
        let body = ResponseBody { writer in
            try await writer.write(ByteBuffer(string: head))
            var next: Int64 = 1
            while true {
                let entries = try log.oldest(query, from: next, limit: Self.exportLength)
                if !entries.isEmpty { try await writer.write(ByteBuffer(string: entries.map(text).joined())) }
                guard entries.count == Self.exportLength, let last = entries.last else { break }
                next = last.number + 1
            }
            try await writer.finish(nil)
        }
        return file(name, type, body)
    }

    private func file(_ name: String, _ type: String, _ body: ResponseBody) -> Response {
        Response(status: .ok, headers: [.contentType: type, .contentDisposition: "attachment; filename=\"\(name)\""], body: body)
    }

    private func recorded<Value>(_ body: () throws(RecordFault) -> Value) throws(Problem) -> Value {
        do throws(RecordFault) { return try body() } catch { throw Problem(error) }
    }
}
