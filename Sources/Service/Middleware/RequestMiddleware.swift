import Diagnostics
import Documents
import Foundation
import HTTPTypes
import Hummingbird
import Records

/// Every request comes in here: its moment and its caller are found out, what went wrong becomes a problem document, and a line goes to the log.
struct RequestMiddleware: RouterMiddleware {
    typealias Context = ServiceContext

    /// What anyone may ask for.
    private static let open: Set<String> = ["/healthz", "/readyz"]

    private static let methods: Set<HTTPRequest.Method> = [.get, .head, .post, .put, .patch, .delete, .options]

    let state: ServiceState
    let known: KnownRoutes

    @concurrent
    func handle(
        _ request: Request, context: ServiceContext, next: @concurrent (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        let clock = ContinuousClock()
        let start = clock.now
        var context = context
        context.moment = state.settings.now()
        if state.settings.limits.proxies.contains(context.address), let address = request.forwardedFor { context.address = address }
        let isPage = Self.isPage(request.uri.path)
        if isPage { enter(request, &context) } else { context.caller = caller(request) }
        func reply(_ problem: Problem) -> Response {
            isPage ? PageController(state: state, request: request, context: context).page(problem) : problem.response(context.requestID)
        }
        var response: Response
        var fault: String?
        do {
            if let refusal = try await refusal(request, context, isPage: isPage) { response = refusal } else { response = try await next(request, context) }
        } catch let problem as Problem {
            response = reply(problem)
            fault = problem.code?.rawValue
        } catch let error as RecordFault {
            response = reply(Problem(error))
            fault = error.code.rawValue
        } catch let error as HTTPError {
            response = reply(problem(error, request))
        } catch {
            response = reply(.broken)
            fault = "\(type(of: error))"
        }
        for (name, value) in isPage ? Self.pageHeaders : Self.headers where response.headers[name] == nil { response.headers[name] = value }
        response.headers[.requestID] = context.requestID
        let spent = (clock.now - start).components
        note(request, context, response.status, seconds: Double(spent.seconds) + Double(spent.attoseconds) / 1e18, fault)
        return response
    }

    /// What programs call; everything else is for people.
    private static func isPage(_ path: String) -> Bool { !path.hasPrefix("/v1/") && !["/healthz", "/readyz", "/metrics", "/openapi.json"].contains(path) }

    /// What anyone may ask for of the pages; the choice of a language needs no session.
    private static func isOpenPage(_ path: String) -> Bool { Site.open.contains(path) || path == "/settings/language" }

    /// Finds out who is signed in: the person must still be there, with the password that was given.
    private func enter(_ request: Request, _ context: inout ServiceContext) {
        guard let secret = Browser(request: request).session, let session = state.sessions.session(secret) else { return }
        guard let person = state.people.person(session.name), person.hash == session.hash else { return state.sessions.end(secret) }
        (context.caller, context.session) = (person.caller, session)
    }

    /// Where somebody may not go on: the way to sign in for a page, a problem for everything else.
    private func refusal(_ request: Request, _ context: ServiceContext, isPage: Bool) async throws -> Response? {
        let path = request.uri.path
        guard Self.isSafe(request.uri.string) else { throw Problem.tooManyMarks }
        guard isPage else {
            guard context.caller != nil || Self.open.contains(path) else { throw Problem.signIn }
            if let name = context.caller?.name, let wait = state.calls.take(name) { throw Problem.tooMany(wait) }
            return nil
        }
        if path.hasPrefix("/assets/") { return nil }
        if let wait = state.pages.take(context.caller.map { "name \($0.name)" } ?? "address \(context.network)") { throw Problem.tooMany(wait) }
        if context.caller != nil || Self.isOpenPage(path) { return nil }
        guard request.method == .get || request.method == .head else {
            if request.method == .post, let reply = await PageController(state: state, request: request, context: context).waiting() { return reply }
            throw Problem.entrance
        }
        let to = request.uri.string.addingPercentEncoding(withAllowedCharacters: .alphanumerics.union(CharacterSet(charactersIn: "/-._~"))) ?? "/"
        return PageController.go(path == "/" ? SignInPage.declaration.path : "\(SignInPage.declaration.path)?to=\(to)")
    }

    /// Whether an address keeps the bound of combining marks. A mark is six characters of it or more.
    private static func isSafe(_ address: String) -> Bool {
        address.utf8.count <= 6 * StreamSafeText.most || StreamSafeText.isSafe(FormFields.decoded(Array(address.utf8)[...]))
    }

    /// What the router says in its own words.
    private func problem(_ error: HTTPError, _ request: Request) -> Problem {
        guard error.status == .notFound else { return Problem(error.status, .init(error.status.reasonPhrase, error.status.reasonPhrase)) }
        let methods = known.methods(at: request.uri.path)
        return methods.isEmpty ? .unknown : .wrongMethod(methods)
    }

    private func caller(_ request: Request) -> Caller? {
        guard let header = request.headers[.authorization], header.hasPrefix("Bearer ") else { return nil }
        return state.tokens.caller(String(header.dropFirst("Bearer ".count)))
    }

    /// The log has the route, not the address, and neither bodies nor facts: nothing personal gets there.
    private func note(_ request: Request, _ context: ServiceContext, _ status: HTTPResponse.Status, seconds: Double, _ fault: String?) {
        let route = context.endpointPath ?? "-"
        // A name that the caller makes up must not become a series of its own.
        let method = Self.methods.contains(request.method) ? request.method.rawValue : "other"
        state.metrics.count("kiyaku_requests_total", ["method": method, "route": route, "status": "\(status.code)"])
        state.metrics.observe("kiyaku_request_seconds", ["route": route], seconds: seconds)
        state.settings.log(
            JSONValue.object(
                [
                    ("at", .string(context.moment.timestamp)), ("event", "request"), ("request", .string(context.requestID)),
                    ("method", .string(method)), ("route", .string(route)), ("status", .integer(Int64(status.code))),
                    ("ms", .number("\(Int(seconds * 1e6) / 1000).\((Int(seconds * 1e6) % 1000) / 100)")),
                    ("caller", context.caller.map { .string($0.name) } ?? .null),
                ] + (fault.map { [("fault", .string($0))] } ?? [])
            ).text())
    }

    private static let pageHeaders: [(HTTPField.Name, String)] = [
        (.xContentTypeOptions, "nosniff"), (.cacheControl, "no-store"), (.referrerPolicy, "same-origin"),
        (
            .contentSecurityPolicy,
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        ),
    ]

    private static let headers: [(HTTPField.Name, String)] = [
        (.xContentTypeOptions, "nosniff"), (.cacheControl, "no-store"), (.contentSecurityPolicy, "default-src 'none'; frame-ancestors 'none'"),
        (.referrerPolicy, "no-referrer"),
    ]
}

extension HTTPField.Name {
    static let requestID = Self("X-Request-Id") ?? .server
    static let referrerPolicy = Self("Referrer-Policy") ?? .server
}
