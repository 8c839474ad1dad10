import Diagnostics
import Digests
import HTTPTypes
import Hummingbird
import NIOCore
import Pages

/// Puts a content into its page, for the one who asked.
struct PageController {
    let state: ServiceState
    let request: Request
    let context: ServiceContext

    var browser: Browser { Browser(request: request) }
    var language: MessageLanguage { browser.language }
    private var library: PageLibrary { state.settings.pages }

    func text(_ key: String) -> String { library.text(key, language) }

    func page<Page: SitePage>(_ page: Page.Type, _ content: Page.Content, status: HTTPResponse.Status = .ok) -> Response {
        respond(Page.declaration.template, text(Page.declaration.title), content, status)
    }

    /// A problem as a page.
    func page(_ problem: Problem) -> Response {
        let content = ProblemContent(
            status: "\(problem.status.code)", message: problem.title(language), advice: problem.help.map { $0(language) }, code: problem.code?.rawValue,
            request: context.requestID)
        var response = respond(ProblemContent.template, problem.title(language), content, problem.status)
        response.headers.append(contentsOf: problem.headers)
        return response
    }

    private func respond(_ template: String, _ title: String, _ content: some Codable & Sendable, _ status: HTTPResponse.Status) -> Response {
        let caller = context.caller
        let reader = caller.map { PageFrame.Reader(name: $0.name, roles: $0.roles.map(\.rawValue).sorted().joined(separator: ", ")) }
        let here = request.uri.string
        let frame = PageFrame(
            language: language, title: title, reader: reader, navigation: navigation, token: context.session?.token, here: here)
        return Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8"],
            body: .init(byteBuffer: ByteBuffer(string: library.render(template, content, frame: frame))))
    }

    /// The pages that the caller may see.
    var navigation: [PageFrame.NavigationItem] {
        guard let caller = context.caller else { return [] }
        let edition = state.edition
        let shown = Site.menu.filter { page in page.right.map(caller.may) ?? true && page.isThere(edition) }
        let current = shown.filter { request.uri.path == $0.path || request.uri.path.hasPrefix($0.path + "/") }.max { $0.path.count < $1.path.count }
        return shown.map { PageFrame.NavigationItem(href: $0.path, text: text($0.title), isCurrent: $0.path == current?.path) }
    }

    /// The fields of a posted form that comes from a page of this session.
    func form() async throws -> FormFields {
        let fields = try await request.form(state.settings.limits)
        do throws(Problem) {
            try confirm(fields.first("csrf"))
        } catch {
            throw hold(fields).map { Problem.heldForm($0) } ?? error
        }
        return fields
    }

    // MARK: What was sent without a session

    /// Where somebody must sign in first who sends a long form: it waits until they have. Nil where nothing is kept.
    func waiting() async -> Response? {
        guard Site.longForms.contains(request.uri.path), let fields = try? await request.form(state.settings.limits), let cookie = hold(fields) else {
            return nil
        }
        return Self.go("\(SignInPage.declaration.path)?to=\(request.uri.path)", cookies: [cookie])
    }

    /// Keeps what was sent from a page that was made for somebody, whose session is over or another one now.
    ///
    /// - Returns: the cookie by which this browser finds it again; nil where nothing is kept, as when no page of ours sent it.
    private func hold(_ fields: FormFields) -> Cookie? {
        let path = request.uri.path
        let token = fields.first("csrf")
        guard Site.longForms.contains(path), browser.isOwn, let owner = state.people.names.first(where: { state.formTokens.isMade(token, for: $0) }),
            let secret = state.held.keep(fields.pairs.filter { $0.name != "csrf" }, of: owner, path: path, secret: browser.held)
        else { return nil }
        return browser.cookie(browser.heldCookie, secret, seconds: HeldForms.minutes * 60)
    }

    /// What the caller sent from this page before they signed in again; it is given once.
    func held() -> [(name: String, value: String)]? {
        guard request.method == .get, let caller = context.caller, let secret = browser.held else { return nil }
        return state.held.take(request.uri.path, of: caller.name, secret: secret)
    }

    /// Whether a form comes from a page of this session.
    ///
    /// - Parameter token: what the form says.
    func confirm(_ token: String) throws(Problem) {
        guard let session = context.session, browser.isOwn, areSame(token, session.token) else { throw .foreignForm }
    }

    /// A page that is for everyone is the same for everyone.
    static func anonymous(_ context: ServiceContext) -> ServiceContext {
        var context = context
        (context.caller, context.session) = (nil, nil)
        return context
    }

    /// Sends the browser elsewhere, by GET.
    static func go(_ path: String, cookies: [Cookie] = []) -> Response {
        var response = Response(status: .seeOther, headers: [.location: path])
        for cookie in cookies { response.headers.append(HTTPField(name: .setCookie, value: cookie.description)) }
        return response
    }

    /// A path of this service; anything else is the first page.
    static func local(_ path: String) -> String {
        let isLocal = path.hasPrefix("/") && !path.hasPrefix("//") && path.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }
        return isLocal ? path : "/"
    }
}

/// A problem as the content of a page.
struct ProblemContent: Codable, Sendable {
    static let template = "problem"

    let status: String
    let message: String
    let advice: String?
    let code: String?
    /// By which the log knows the request.
    let request: String
}

extension ServiceSettings.Moment {
    /// The day and the time in Japan, as forms have them.
    var parts: (day: String, time: String) {
        let parts = timestamp.split(separator: "T")
        return (parts.first.map(String.init) ?? "", parts.count > 1 ? String(parts[1].prefix(5)) : "")
    }
}
