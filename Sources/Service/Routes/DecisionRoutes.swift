import Diagnostics
import Documents
import Facts
import HTTPTypes
import Hummingbird
import Kiyaku
import NIOCore
import Records
import Values
import Vocabulary

/// Deciding: one case, or many.
struct DecisionRoutes {
    let state: ServiceState

    func add(to router: Router<ServiceContext>) {
        router.post("/v1/decisions", use: decide)
        router.post("/v1/decisions:batch", use: batch)
    }

    /// One case. The answer is on record before it is given.
    @Sendable private func decide(_ request: Request, context: ServiceContext) async throws -> Response {
        let caller = try context.caller(.decide)
        let controller = try DecisionController(state, request, context, caller)
        let document = try await request.document(state.settings.limits)
        let draft = try controller.draft(document)
        let number = try await controller.record([draft]).get().first ?? 0
        return Response(
            status: .ok, headers: [.contentType: "application/json", .location: "/v1/records/\(number)"],
            body: .init(byteBuffer: ByteBuffer(bytes: Array("{\"record\":\(number),".utf8) + draft.decision.dropFirst() + [0x0A])))
    }

    /// Many cases, a line each; the answers come while the cases still go out. A block of what came is in memory at a time.
    /// A client that is too slow with a line is told so in its place, and nothing more is read.
    @Sendable private func batch(_ request: Request, context: ServiceContext) async throws -> Response {
        let caller = try context.caller(.decide)
        guard request.isJSON(["application/x-ndjson", "application/jsonl"]) else { throw Problem.notJSON }
        let controller = try DecisionController(state, request, context, caller)
        let limits = state.settings.limits
        return Response(
            status: .ok, headers: [.contentType: "application/x-ndjson"],
            body: .init { writer in
                var lines = LineScanner(limit: limits.bodyBytes)
                let body = TimedBody(request.body, seconds: limits.seconds)
                var fault: (any Error)?
                do {
                    for try await buffer in body.buffers {
                        body.watch.pause()
                        lines.feed(Array(buffer.readableBytesView))
                        if let answers = await controller.answers(&lines) { try await writer.write(answers) }
                        body.watch.resume(afresh: buffer.readableBytesView.contains(UInt8(ascii: "\n")))
                    }
                    lines.finish()
                    if let answers = await controller.answers(&lines) { try await writer.write(answers) }
                } catch {
                    fault = error
                }
                await body.end()
                switch fault {
                case let problem as Problem: try await writer.write(controller.line(problem, lines.line))
                case let fault?: throw fault
                case nil: break
                }
                try await writer.finish(nil)
            })
    }
}
