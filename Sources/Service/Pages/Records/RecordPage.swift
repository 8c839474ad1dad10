import Diagnostics
import Documents
import HTTPTypes
import Hummingbird
import Kiyaku
import NIOCore
import Pages
import Records

/// One record: what was answered, and the same given again.
struct RecordPage: SitePage {
    typealias Content = RecordDetailContent

    static let declaration = PageDeclaration(
        path: "/records/:number", title: "title_record", template: "record", right: .readRecord)

    let state: ServiceState

    func add(to routes: PageRoutes) {
        routes.get(use: show)
        routes.get("/json", use: json)
        routes.post("/replay", use: replay)
    }

    @Sendable private func show(_ request: Request, context: ServiceContext) async throws -> Response {
        try page(request, context, replay: nil)
    }

    @Sendable private func replay(_ request: Request, context: ServiceContext) async throws -> Response {
        _ = try await PageController(state: state, request: request, context: context).form()
        let number = try number(context)
        let entry = try Problem.recorded { () throws(RecordFault) in try state.log.entry(number) }
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
        let caller = try context.signedIn()
        let controller = PageController(state: state, request: request, context: context)
        let number = try number(context)
        let content = try Problem.recorded { () throws(RecordFault) in
            let detail = try RecordDetail(
                state.log, number, current: state.edition, language: controller.language, showsPersonal: caller.may(.readPersonal))
            return try detail.content(link: controller.browser.link, replay: replay)
        }
        return controller.page(Self.self, content)
    }

    /// The same as a document for programs.
    @Sendable private func json(_ request: Request, context: ServiceContext) async throws -> Response {
        let caller = try context.signedIn()
        let number = try number(context)
        let view = try Problem.recorded { () throws(RecordFault) in try RecordView(state.log, number, showsPersonal: caller.may(.readPersonal)) }
        return .file("record-\(number).json", "application/json", .init(byteBuffer: ByteBuffer(string: view.json.text() + "\n")))
    }

    private func number(_ context: ServiceContext) throws -> Int64 {
        guard let text = context.parameter("number"), text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let number = Int64(text), number > 0 else {
            throw Problem.unknown
        }
        return number
    }
}

extension Response {
    /// A file to take away.
    static func file(_ name: String, _ type: String, _ body: ResponseBody) -> Response {
        Response(status: .ok, headers: [.contentType: type, .contentDisposition: "attachment; filename=\"\(name)\""], body: body)
    }
}

extension Problem {
    /// What the record gives; what is wrong with it is a problem.
    static func recorded<Value>(_ body: () throws(RecordFault) -> Value) throws(Problem) -> Value {
        do throws(RecordFault) { return try body() } catch { throw Problem(error) }
    }
}
