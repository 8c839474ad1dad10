import Detection
import Diagnostics
import Facts
import Forms
import HTTPTypes
import Hummingbird
import Kiyaku
import Pages
import Values
import Vocabulary

/// 環境チェック: what a customer opens on the device in question; it shows a code for support.
///
/// What a customer sees is not recorded: nobody has answered anybody yet. It is when support ask with the facts of the code.
struct EnvironmentPage: SitePage {
    typealias Content = EnvironmentContent

    static let declaration = PageDeclaration(
        path: "/environment", title: "title_environment", template: "environment", right: nil, isThere: { $0.environmentDecision != nil })

    /// Longer ones are no user agents of browsers.
    private static let longestAgent = 2_000
    /// What a browser tells of the system only when it is asked to.
    private static let hints = "Sec-CH-UA-Platform-Version, Sec-CH-UA-Full-Version-List"

    let state: ServiceState

    func add(to routes: PageRoutes) {
        routes.get(use: look)
        routes.post(use: answer)
    }

    @Sendable private func look(_ request: Request, context: ServiceContext) async throws -> Response {
        try await page(request, context, [])
    }

    @Sendable private func answer(_ request: Request, context: ServiceContext) async throws -> Response {
        guard Browser(request: request).isOwn else { throw Problem.foreignForm }
        return try await page(request, context, try await request.form(state.settings.limits).pairs)
    }

    /// The page, when the turn of its address comes. Anyone may ask for it, so it is made beside what is done for those who are signed in.
    private func page(_ request: Request, _ context: ServiceContext, _ posted: [(name: String, value: String)]) async throws -> Response {
        let edition = state.edition
        let decision = try edition.checkedDecision()
        let address = context.network
        if let wait = state.checks.take(address) { throw Problem.tooMany(wait) }
        let made = await state.checkLine.run(address) { Result { try page(request, context, posted, decision, edition) } }
        guard let made else { throw Problem.tooMany(1) }
        return try made.get()
    }

    private func page(
        _ request: Request, _ context: ServiceContext, _ posted: [(name: String, value: String)], _ decision: Place<Decision>, _ edition: Edition
    ) throws -> Response {
        let controller = PageController(state: state, request: request, context: PageController.anonymous(context))
        let plan = edition.plan
        let environment = detected(request)
        // What a person says goes before what the browser does.
        let said = EnvironmentView.accepted(posted, decision, plan)
        let told = Set(said.map(\.name))
        let found = environment.map { edition.facts($0) } ?? []
        var fields = said + found.map { ("fact:\($0.fact)", $0.value) }.filter { !told.contains($0.0) }
        let day = context.moment.today?.date.description ?? ""
        let facts = { CaseFacts(CaseForm(fields, plan), nil, plan) }
        let checked = try state.checked.answer(edition, decision, controller.language) { [facts = facts()] in facts.document(asOf: day, without: $0) }
        // What could not be read is asked again.
        let wrong = Set(checked.faults.compactMap { plan.fact(at: $0.path).map { "fact:\(edition.vocabulary.facts[$0].name)" } })
        fields.removeAll { wrong.contains($0.name) }
        let view = EnvironmentView(plan, language: controller.language)
        let content = view.content(
            CaseForm(fields, plan), facts(), answer: checked.answer, checked: checked.checked, day: day, detected: rows(environment, controller.language),
            code: code(facts().pairs(plan), request, context, controller.language), faults: checked.faults, action: Self.declaration.path)
        var response = controller.page(Self.self, content)
        response.headers[.acceptCH] = Self.hints
        response.headers[.criticalCH] = Self.hints
        response.headers[.vary] = Self.hints
        return response
    }

    /// The system and the browser, as far as the headers tell; nil where nothing can be read.
    private func detected(_ request: Request) -> Detection.Environment? {
        guard let agent = request.headers[.userAgent], agent.utf8.count <= Self.longestAgent else { return nil }
        let headers = request.headers.filter { $0.name.canonicalName.hasPrefix("sec-ch-ua") }.map { ($0.name.canonicalName, $0.value) }
        return try? state.environments.detect(agent, hints: ClientHints(headers: headers))?.environment
    }

    private func rows(_ environment: Detection.Environment?, _ language: MessageLanguage) -> [EnvironmentContent.Detected] {
        func row(_ label: Wording, _ product: Detection.Environment.Product?) -> EnvironmentContent.Detected {
            guard let product else { return .init(label: label(language), value: Wording("分かりません", "not known")(language), isSure: false) }
            let name = product.alternatives.isEmpty ? product.name : product.alternatives.joined(separator: Wording("か", " or ")(language))
            let words = [name, product.version, product.release, product.edition].compactMap(\.self).joined(separator: " ")
            return .init(label: label(language), value: words, isSure: product.alternatives.isEmpty)
        }
        return [row(Wording("OS", "System"), environment?.system), row(Wording("ブラウザ", "Browser"), environment?.browser)]
    }

    /// A code for what is known; none where nothing is.
    private func code(
        _ pairs: [(name: String, value: String)], _ request: Request, _ context: ServiceContext, _ language: MessageLanguage
    ) -> EnvironmentContent.Code? {
        guard !pairs.isEmpty else { return nil }
        let found = EnvironmentCodes.Found(
            facts: pairs.map { .init(name: $0.name, value: $0.value) }, agent: String((request.headers[.userAgent] ?? "").prefix(300)),
            at: context.moment.timestamp)
        return .init(code: state.codes.add(found, from: context.network), expires: found.expires(language))
    }
}

extension Edition {
    /// The decision that the contract names for environments.
    var environmentDecision: Place<Decision>? { vocabulary.purposes[.environment] }

    /// The same; where there is none there is no check.
    func checkedDecision() throws(Problem) -> Place<Decision> {
        guard let decision = environmentDecision else { throw Problem.unknown }
        return decision
    }
}

extension EnvironmentCodes.Found {
    /// Until when its code holds.
    func expires(_ language: MessageLanguage) -> String {
        let minutes = EnvironmentCodes.minutes
        let end = Instant(at)?.time.map { TimeOfDay(minutes: (Int($0.minutes) + minutes) % 1440)?.description ?? "" } ?? ""
        return Wording("\(end) まで（\(minutes) 分）", "until \(end) (\(minutes) minutes)")(language)
    }
}

extension HTTPField.Name {
    /// Client hints (RFC 8942), and those without which the page is not what it should be.
    fileprivate static let acceptCH = Self("Accept-CH") ?? .server
    fileprivate static let criticalCH = Self("Critical-CH") ?? .server
}
