import Diagnostics
import Documents
import Hummingbird
import HummingbirdCore
package import Kiyaku
import Logging
import NIOCore
import Pages
package import Records
import ServiceLifecycle
import UnixSignals

/// The service: answers over HTTP until it is told to end.
package struct KiyakuService {
    private let state: ServiceState
    private let whenRunning: @Sendable (Int) -> Void

    /// - Parameter whenRunning: is told the port once requests are taken.
    package init(
        _ settings: ServiceSettings, _ edition: Edition, _ log: RecordLog, whenRunning: @escaping @Sendable (Int) -> Void
    ) throws(RecordFault) {
        state = try ServiceState(settings, edition, log)
        self.whenRunning = whenRunning
    }

    /// Runs until SIGTERM or SIGINT: no new request is taken then, and those under way are answered. SIGHUP has the rules read anew.
    package func run() async throws {
        let settings = state.settings
        let limits = settings.limits
        let whenRunning = whenRunning
        let application = Application(
            router: router,
            server: .http1(
                configuration: .init(
                    idleTimeout: .seconds(Int64(limits.idleSeconds)),
                    httpDecoderConfiguration: .init(maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 32 << 10, maxHeaderFieldCount: 100))),
            configuration: ApplicationConfiguration(
                address: .hostname(settings.host, port: settings.port),
                availableConnectionsDelegate: MaximumAvailableConnections(limits.connections)),
            services: [RuleReloading(state: state)],
            onServerRunning: { channel in whenRunning(channel.localAddress?.port ?? settings.port) },
            logger: Logger(label: "kiyaku") { _ in SwiftLogNoOpLogHandler() })
        try await application.runService()
    }

    /// Where there is something, with parameters in braces, and with which methods.
    package var routes: [(method: String, path: String)] {
        let plain = Router(context: ServiceContext.self)
        addRoutes(to: plain)
        return plain.routes.map { ($0.method.rawValue, "\($0.path)") }
    }

    /// The templates of the pages, and what each is filled with.
    package static var contents: [(template: String, content: any Decodable.Type)] {
        Site.pages.map { framed($0) } + [(ProblemContent.template, FramedContent<ProblemContent>.self)]
    }

    /// The keys of the pages' names among the texts.
    package static var titles: Set<String> { Set(Site.pages.map { $0.declaration.title }) }

    private static func framed<Page: SitePage>(_ page: Page.Type) -> (template: String, content: any Decodable.Type) {
        (page.declaration.template, FramedContent<Page.Content>.self)
    }

    private var router: Router<ServiceContext> {
        let router = Router(context: ServiceContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: RequestMiddleware(state: state, known: KnownRoutes(routes)))
        addRoutes(to: router)
        return router
    }

    private func addRoutes(to router: Router<ServiceContext>) {
        DecisionRoutes(state: state).add(to: router)
        InterviewRoutes(state: state).add(to: router)
        TextRoutes(state: state).add(to: router)
        DetectionRoutes(state: state).add(to: router)
        ContractRoutes(state: state).add(to: router)
        RecordRoutes(state: state).add(to: router)
        UpkeepRoutes(state: state).add(to: router)
        OpenAPIRoutes(state: state).add(to: router)
        Site.add(to: router, state)
    }
}

/// Reads the rules anew on SIGHUP.
private struct RuleReloading: Service {
    let state: ServiceState

    func run() async throws {
        for await _ in await UnixSignalsSequence(trapping: .sighup).cancelOnGracefulShutdown() {
            let at = JSONValue.string(state.settings.now().timestamp)
            do {
                let digest = try state.reload().digest
                state.settings.log(JSONValue.object([("at", at), ("event", "reload"), ("rules_digest", .string(digest))]).text())
            } catch {
                let why = (error as? ServiceFault).map { "\($0.message.japanese) \($0.details)" } ?? (error as? RecordFault)?.message.japanese ?? ""
                state.settings.log(JSONValue.object([("at", at), ("event", "reload refused"), ("why", .string(why))]).text())
            }
        }
    }
}
