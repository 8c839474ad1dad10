import Batch
import Diagnostics
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Kiyaku
import Pages
import Values

/// A file of many cases: sent, watched, and taken away as results.
struct FleetPage: SitePage {
    typealias Content = FleetContent

    static let declaration = PageDeclaration(
        path: "/applications/fleet", title: "title_fleet", template: "fleet", right: .answerInquiries)

    let state: ServiceState

    func add(to routes: PageRoutes) {
        routes.post(use: send)
        routes.get("/:id", use: look)
        routes.post("/:id/stop", use: stop)
        routes.get("/:id/results", use: results)
        routes.get("/:id/errors", use: errors)
    }

    @Sendable private func send(_ request: Request, context: ServiceContext) async throws -> Response {
        let caller = try context.signedIn()
        let controller = PageController(state: state, request: request, context: context)
        let form = try await request.upload(state.settings.limits)
        try controller.confirm(form.text("csrf"))
        guard let file = form.file("file") else { throw Problem.noFile }
        let edition = state.edition
        guard let decision = edition.decisions(named: form.text("decision"))?.first else { throw Problem.unknown }
        guard let day = form.text("day").isEmpty ? context.moment.today : Instant(form.text("day")) else { throw Problem.notDay }
        let job = try state.fleets.start(
            .init(
                owner: caller, name: Self.name(file.file ?? ""), bytes: Array(file.bytes), edition: edition, decision: decision, day: day,
                language: controller.language, moment: context.moment, request: context.requestID), state)
        return PageController.go(FleetView.href(job))
    }

    @Sendable private func look(_ request: Request, context: ServiceContext) async throws -> Response {
        let job = try job(context)
        let controller = PageController(state: state, request: request, context: context)
        return controller.page(Self.self, FleetView(job, language: controller.language).content)
    }

    @Sendable private func stop(_ request: Request, context: ServiceContext) async throws -> Response {
        let job = try job(context)
        _ = try await PageController(state: state, request: request, context: context).form()
        job.stop()
        return PageController.go(FleetView.href(job))
    }

    @Sendable private func results(_ request: Request, context: ServiceContext) async throws -> Response {
        let job = try job(context)
        let isTable = job.notation == .csv
        return file(job.now.results, job, isTable ? "text/csv; charset=utf-8" : "application/x-ndjson", isTable ? "results.csv" : "results.ndjson")
    }

    @Sendable private func errors(_ request: Request, context: ServiceContext) async throws -> Response {
        let job = try job(context)
        return file(job.now.errors, job, "text/csv; charset=utf-8", "errors.csv")
    }

    /// The file of that id, for the one who sent it.
    private func job(_ context: ServiceContext) throws -> FleetJob {
        let caller = try context.signedIn()
        guard let job = state.fleets.job(context.parameter("id") ?? "", of: caller.name) else { throw Problem.noFleet }
        return job
    }

    /// Named after what was sent; programs that know no other letters than ASCII get a plain name (RFC 6266, appendix D).
    private func file(_ bytes: [UInt8], _ job: FleetJob, _ type: String, _ ending: String) -> Response {
        let stem = job.order.name.split(separator: ".").dropLast().joined(separator: ".")
        let name = "\(stem.isEmpty ? job.order.name : stem).\(ending)"
        let plain = CharacterSet.alphanumerics.intersection(CharacterSet(charactersIn: "!"..."~")).union(CharacterSet(charactersIn: ".-_"))
        let encoded = name.addingPercentEncoding(withAllowedCharacters: plain) ?? ending
        return Response(
            status: .ok, headers: [.contentType: type, .contentDisposition: "attachment; filename=\"\(ending)\"; filename*=UTF-8''\(encoded)"],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// The name of a file without a path, short enough to be shown.
    private static func name(_ written: String) -> String {
        let last = written.split { $0 == "/" || $0 == "\\" }.last ?? ""
        return String(last.filter { !$0.isNewline && $0 != "\0" }.prefix(120))
    }
}
