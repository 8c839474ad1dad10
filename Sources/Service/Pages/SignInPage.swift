import Diagnostics
import HTTPTypes
import Hummingbird
import NIOCore
import Pages
import Serialization

/// Coming in and going out, the language, and what the pages are made with.
struct SignInPage: SitePage {
    static let declaration = PageDeclaration(
        path: "/sign-in", title: "title_sign_in", template: "sign-in", right: nil)

    struct Content: Codable, Sendable {
        let action: String
        /// Where to go then.
        let next: String
        let name: String
        let error: FaultNotice?
    }

    let state: ServiceState

    func add(to routes: PageRoutes) {
        routes.get(use: ask)
        routes.post(use: signIn)
        let router = routes.router
        router.get("/", use: start)
        router.post("/sign-out", use: signOut)
        router.post("/settings/language", use: language)
        router.get("/assets/:name", use: asset)
    }

    @Sendable private func start(_ request: Request, context: ServiceContext) async throws -> Response {
        guard let first = PageController(state: state, request: request, context: context).navigation.first else { throw Problem.forbidden }
        return PageController.go(first.href)
    }

    @Sendable private func ask(_ request: Request, context: ServiceContext) async throws -> Response {
        page(request, context, next: request.uri.queryParameters.get("to") ?? "/", name: "", error: nil)
    }

    @Sendable private func signIn(_ request: Request, context: ServiceContext) async throws -> Response {
        let browser = Browser(request: request)
        guard browser.isOwn else { throw Problem.foreignForm }
        let fields = try await request.form(state.settings.limits)
        let (name, next) = (fields.first("name"), PageController.local(fields.first("next")))
        if let wait = state.signIns.take(name, from: context.network) { throw Problem.tooMany(wait) }
        guard let person = try await state.people.person(name, password: fields.first("password"), from: context.network) else {
            let wrong = Wording("名前かパスワードが違います", "the name or the password is wrong")
            let advice = Wording("続けて何度も違うと、しばらく受け付けません", "after several wrong ones you have to wait")
            return page(request, context, next: next, name: name, error: (wrong, advice))
        }
        if let old = browser.session { state.sessions.end(old) }
        let secret = state.sessions.begin(person.caller.name, hash: person.hash)
        return PageController.go(next, cookies: [browser.cookie(browser.sessionCookie, secret)])
    }

    @Sendable private func signOut(_ request: Request, context: ServiceContext) async throws -> Response {
        let controller = PageController(state: state, request: request, context: context)
        _ = try await controller.form()
        if let secret = controller.browser.session { state.sessions.end(secret) }
        return PageController.go(Self.declaration.path, cookies: [controller.browser.cookie(controller.browser.sessionCookie, "", seconds: 0)])
    }

    /// The choice of a language does no harm to anyone: it needs no session.
    @Sendable private func language(_ request: Request, context: ServiceContext) async throws -> Response {
        let fields = try await request.form(state.settings.limits)
        let language = MessageLanguage(rawValue: fields.first("lang")) ?? .japanese
        let cookie = Browser(request: request).cookie("lang", language.rawValue, seconds: 365 * 86_400)
        return PageController.go(PageController.local(fields.first("return")), cookies: [cookie])
    }

    @Sendable private func asset(_ request: Request, context: ServiceContext) async throws -> Response {
        guard let asset = state.settings.pages.asset(context.parameter("name") ?? "") else { throw Problem.unknown }
        // Only an address that names the content may be kept for ever.
        let kept = request.uri.queryParameters["v"].map { $0 == asset.version } ?? false ? "public, max-age=31536000, immutable" : "no-cache"
        let headers: HTTPFields = [.contentType: asset.mediaType, .eTag: "\"\(asset.version)\"", .cacheControl: kept]
        if request.headers[.ifNoneMatch] == "\"\(asset.version)\"" { return Response(status: .notModified, headers: headers) }
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: asset.bytes)))
    }

    private func page(_ request: Request, _ context: ServiceContext, next: String, name: String, error: (Wording, Wording)?) -> Response {
        let controller = PageController(state: state, request: request, context: context)
        let content = Content(
            action: Self.declaration.path, next: PageController.local(next), name: name,
            error: error.map { FaultNotice(message: $0.0(controller.language), advice: $0.1(controller.language)) })
        return controller.page(Self.self, content, status: error == nil ? .ok : .unprocessableContent)
    }
}
