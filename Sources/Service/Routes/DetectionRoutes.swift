import Detection
import Diagnostics
import Documents
import Hummingbird
import Kiyaku

/// What a device says of itself.
struct DetectionRoutes {
    /// What `systeminfo` prints is some 4 KiB.
    private static let longest = 32 << 10

    let state: ServiceState

    func add(to router: Router<ServiceContext>) { router.post("/v1/detect", use: detect) }

    /// The system and the browser by a user agent, or by what Windows says of itself.
    @Sendable private func detect(_ request: Request, context: ServiceContext) async throws -> Response {
        _ = try context.caller(.decide)
        _ = try request.query([])
        let edition = state.edition
        let (text, hints) = try Self.read(try await request.document(state.settings.limits))
        guard text.utf8.count <= Self.longest else {
            throw Problem(.contentTooLarge, Wording("文は \(Self.longest) バイトまでです", "the text may have \(Self.longest) bytes"))
        }
        do {
            guard let finding = try state.environments.detect(text, hints: hints) else { throw Problem.broken }
            return Response(json: edition.json(finding))
        } catch let fault as ServiceFault {
            throw Problem(
                .serviceUnavailable, fault.message,
                help: Wording("systeminfo・ver・winver の表示なら、そのまま読めます", "what systeminfo, ver and winver show can be read all the same"))
        }
    }

    /// The text, and the client hints among the header fields.
    private static func read(_ document: DocumentNode) throws(Problem) -> (text: String, hints: ClientHints) {
        guard case .object(let members) = document.value else { throw wrong }
        var text: String?
        var headers: [(name: String, value: String)] = []
        for member in members {
            switch (member.key, member.value.value) {
            case ("text", .string(let given)): text = given
            case ("headers", .object(let fields)):
                for field in fields {
                    guard let value = field.value.string else { throw wrong }
                    headers.append((field.key, value))
                }
            default: throw wrong
            }
        }
        guard let text else { throw wrong }
        return (text, ClientHints(headers: headers))
    }

    private static let wrong = Problem(
        .unprocessableContent,
        Wording(
            "本文は {\"text\": \"Mozilla/5.0 …\", \"headers\": {\"Sec-CH-UA-Platform\": \"…\"}} の形です",
            "the body is {\"text\": \"Mozilla/5.0 …\", \"headers\": {\"Sec-CH-UA-Platform\": \"…\"}}"),
        help: Wording("text は必ず、headers はなくても構いません。ほかの項目は使えません", "text is needed, headers may be left out; nothing else is taken"))
}
