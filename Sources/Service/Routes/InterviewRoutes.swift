import Diagnostics
import Documents
import Hummingbird
import Kiyaku
import NIOCore
import Records

/// Asking, a question at a time: the caller keeps the facts and sends them back with one more.
struct InterviewRoutes {
    let state: ServiceState

    func add(to router: Router<ServiceContext>) { router.post("/v1/interview", use: interview) }

    /// What to ask next. Where nothing is left to be asked the case is decided on, and the answer is on record before it is given.
    @Sendable private func interview(_ request: Request, context: ServiceContext) async throws -> Response {
        let caller = try context.caller(.decide)
        let controller = try DecisionController(state, request, context, caller)
        let (document, skipped) = try Self.parted(try await request.document(state.settings.limits))
        let interview = try controller.interview(document, skipped: skipped)
        let open = Array(interview.json.text().utf8)
        let end: [UInt8]
        if interview.isOver {
            let draft = try controller.draft(document)
            let number = try await controller.record([draft]).get().first ?? 0
            end = Array(",\"record\":\(number),\"answer\":".utf8) + draft.decision + Array("}\n".utf8)
        } else {
            end = Array(",\"record\":null,\"answer\":null}\n".utf8)
        }
        return Response(
            status: .ok, headers: [.contentType: "application/json"], body: .init(byteBuffer: ByteBuffer(bytes: open.dropLast() + end)))
    }

    /// The facts, and what the caller does not know.
    private static func parted(_ document: DocumentNode) throws(Problem) -> (facts: DocumentNode, skipped: [String]) {
        guard case .object(let members) = document.value, let skipped = document["skipped"] else { return (document, []) }
        guard case .array(let nodes) = skipped.value, nodes.allSatisfy({ $0.string != nil }) else {
            throw Problem(
                .unprocessableContent, Wording("skipped は質問の id の配列です", "`skipped` is an array of ids of questions"),
                help: Wording("わからないと答えた質問の id を [\"…\"] のように並べてください", "list the ids of the questions that were answered with unknown"))
        }
        let facts = DocumentNode(value: .object(members.filter { $0.key != "skipped" }), position: document.position)
        return (facts, nodes.compactMap(\.string))
    }
}
