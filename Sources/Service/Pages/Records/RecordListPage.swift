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

/// 記録: what was answered, found again and taken away as a file.
struct RecordListPage: SitePage {
    typealias Content = RecordListContent

    static let declaration = PageDeclaration(
        path: "/records", title: "title_records", template: "records", right: .readRecord, isInMenu: true)

    /// Entries are taken from the record so many at a time.
    private static let exportLength = 500

    let state: ServiceState

    func add(to routes: PageRoutes) {
        routes.get(use: list)
        routes.get(".csv", use: csv)
        routes.get(".ndjson", use: ndjson)
    }

    // MARK: The list

    @Sendable private func list(_ request: Request, context: ServiceContext) async throws -> Response {
        let controller = PageController(state: state, request: request, context: context)
        let filter = filter(request)
        let last = filter.query.to ?? context.moment.today?.date
        var drawn = filter.query
        drawn.from = max(drawn.from, RecordCharts.mondays(last).first)
        let (log, query, chartQuery) = (state.log, filter.query, drawn)
        let found = try Problem.recorded { () throws(RecordFault) in
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
            Self.self,
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

    // MARK: Files

    @Sendable private func csv(_ request: Request, context: ServiceContext) async throws -> Response {
        let names = ["番号", "いつ", "だれが", "基準日", "判定", "状態", "結果", "条項", "規約", "版", "規則の指紋", "側"]
        return try export(request, context, "records.csv", "text/csv; charset=utf-8", head: CSVText.byteOrderMark + CSVText.row(names)) { entry in
            entry.results.map { result in
                CSVText.row(
                    ["\(entry.number)", RecordMoment(entry.text("at")).text, entry.text("by") ?? "", entry.text("as_of") ?? "", result.decision, result.status]
                        + [
                            result.outcome ?? "", citation(result.clause), entry.text("contract") ?? "", entry.text("edition") ?? "",
                            entry.text("rules_digest") ?? "", result.side.name ?? "",
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
        return .file(name, type, body)
    }
}
