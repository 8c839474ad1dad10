import Diagnostics
import Documents
import HTTPTypes
import Hummingbird
import Kiyaku
import NIOCore
import Records

/// For who looks after the service: is it alive, is it ready, what does it do; and new rules.
struct UpkeepRoutes {
    let state: ServiceState

    func add(to router: Router<ServiceContext>) {
        router.get("/healthz") { _, _ in Response(json: ["status": "ok"]) }
        router.get("/readyz", use: ready)
        router.get("/metrics", use: metrics)
        router.post("/v1/rules:reload", use: reload)
    }

    /// Ready is who can answer: with rules, and with a record that takes answers.
    @Sendable private func ready(_ request: Request, context: ServiceContext) async throws -> Response {
        do throws(RecordFault) {
            try state.log.check()
            return Response(json: ["status": "ready", "rules_digest": .string(state.edition.digest)])
        } catch {
            throw Problem(error)
        }
    }

    @Sendable private func metrics(_ request: Request, context: ServiceContext) async throws -> Response {
        _ = try context.caller(.readMetrics)
        return Response(
            status: .ok, headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
            body: .init(byteBuffer: ByteBuffer(string: state.metrics.text)))
    }

    @Sendable private func reload(_ request: Request, context: ServiceContext) async throws -> Response {
        _ = try context.caller(.reload)
        do {
            return Response(json: ["rules_digest": .string(try state.reload().digest)])
        } catch let fault as ServiceFault {
            throw Problem(
                .unprocessableContent, fault.message, help: Wording("いまの規則のまま動いています。\(fault.details)", "the rules stay as they were. \(fault.details)"))
        } catch let fault as RecordFault {
            throw Problem(fault)
        }
    }
}
