import Diagnostics
import Documents
import HTTPTypes
import Hummingbird

/// Every request comes in here: its moment and its caller are found out, what went wrong becomes a problem document, and a line goes to the log.
struct Reception: RouterMiddleware {
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
        context.caller = caller(request)
        var response: Response
        var fault: String?
        do {
            guard context.caller != nil || Self.open.contains(request.uri.path) else { throw Problem.signIn }
            response = try await next(request, context)
        } catch let problem as Problem {
            response = problem.response(context.requestID)
            fault = problem.code?.rawValue
        } catch let error as HTTPError {
            response = problem(error, request).response(context.requestID)
        } catch {
            response = Problem.broken.response(context.requestID)
            fault = "\(type(of: error))"
        }
        for (name, value) in Self.headers { response.headers[name] = value }
        response.headers[.requestID] = context.requestID
        let spent = (clock.now - start).components
        note(request, context, response.status, seconds: Double(spent.seconds) + Double(spent.attoseconds) / 1e18, fault)
        return response
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

    private static let headers: [(HTTPField.Name, String)] = [
        (.xContentTypeOptions, "nosniff"), (.cacheControl, "no-store"), (.contentSecurityPolicy, "default-src 'none'; frame-ancestors 'none'"),
        (.referrerPolicy, "no-referrer"),
    ]
}

extension HTTPField.Name {
    static let requestID = Self("X-Request-Id") ?? .server
    static let referrerPolicy = Self("Referrer-Policy") ?? .server
}
