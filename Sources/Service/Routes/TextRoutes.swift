import Diagnostics
import Documents
import Extraction
import Hummingbird
import Kiyaku
import Routing
import Values
import Vocabulary

/// What a free text says.
struct TextRoutes {
    let state: ServiceState

    func add(to router: Router<ServiceContext>) {
        router.post("/v1/extract", use: extract)
        router.post("/v1/route", use: route)
    }

    /// Which decisions a text asks for, with the words that spoke for each.
    @Sendable private func route(_ request: Request, context: ServiceContext) async throws -> Response {
        _ = try context.caller(.decide)
        _ = try request.query([])
        let edition = state.edition
        guard case .object(let members) = try await request.document(state.settings.limits).value, members.count == 1, let text = members.first?.value.string,
            members.first?.key == "text"
        else {
            throw Problem(.unprocessableContent, Wording("本文は {\"text\": \"…\"} の形です", "the body is {\"text\": \"…\"}"))
        }
        let routing = edition.route(text)
        if case .tooLong? = routing.fault, let fault = routing.fault { throw Problem(.contentTooLarge, fault.wording) }
        return Response(json: RoutedText(edition.vocabulary).json(routing, of: text, dictionary: edition.dictionaryDigest))
    }

    /// The facts that a text speaks of, each with the words that gave it.
    @Sendable private func extract(_ request: Request, context: ServiceContext) async throws -> Response {
        _ = try context.caller(.decide)
        _ = try request.query([])
        let edition = state.edition
        let (text, day, voice) = try Self.read(try await request.document(state.settings.limits), context.moment.today)
        let extraction = edition.extract(text, asOf: day, voice: voice)
        if let fault = extraction.faults.first(where: { $0.owner == .text }) { throw Problem(.contentTooLarge, fault.wording) }
        return Response(json: edition.json(extraction))
    }

    /// The text and the day that 昨日 is told from.
    private static func read(_ document: DocumentNode, _ today: Instant?) throws -> (text: String, day: Instant?, voice: Voice?) {
        guard case .object(let members) = document.value else { throw wrong }
        var (text, day): (String?, Instant?) = (nil, today)
        var voice: Voice?
        for member in members {
            switch (member.key, member.value.string) {
            case ("text", let given?): text = given
            case ("as_of", let given?):
                guard let instant = Instant(given) else { throw wrong }
                day = instant
            case ("voice", let given?):
                guard let known = Voice(rawValue: given) else { throw wrong }
                voice = known
            default: throw wrong
            }
        }
        guard let text else { throw wrong }
        return (text, day, voice)
    }

    private static let wrong = Problem(
        .unprocessableContent, Wording("本文は {\"text\": \"…\", \"as_of\": \"2026-11-24\"} の形です", "the body is {\"text\": \"…\", \"as_of\": \"2026-11-24\"}"),
        help: Wording(
            "text は必ず、as_of と voice（caller か colleague）はなくても構いません。ほかの項目は使えません",
            "text is needed, as_of and voice (caller or colleague) may be left out; nothing else is taken"))
}
