import Diagnostics
import Forms
import Hummingbird
import Kiyaku
import Pages
import Serialization
import Values
import Vocabulary

/// 環境の番号: what support get by the code that a customer reads out.
struct EnvironmentCodesPage: SitePage {
    typealias Content = EnvironmentCodesContent

    static let declaration = PageDeclaration(
        path: "/environment/codes", title: "title_codes", template: "environment-codes", right: .answerInquiries, isInMenu: true,
        isThere: { $0.environmentDecision != nil })

    let state: ServiceState

    func add(to routes: PageRoutes) {
        routes.get(use: ask)
        routes.post(use: show)
    }

    @Sendable private func ask(_ request: Request, context: ServiceContext) async throws -> Response {
        return codes(request, context, code: "", found: nil, error: nil)
    }

    @Sendable private func show(_ request: Request, context: ServiceContext) async throws -> Response {
        let caller = try context.signedIn()
        let edition = state.edition
        let decision = try edition.checkedDecision()
        let controller = PageController(state: state, request: request, context: context)
        let code = String(try await controller.form().first("code").prefix(12))
        if let wait = state.codeTries.take(caller.name) { throw Problem.tooMany(wait) }
        guard let found = state.codes.found(code) else {
            let error = (
                Wording("その番号はないか、期限が切れています", "there is no such code, or it has expired"),
                Wording("お客様に画面を開き直していただいてください", "ask the customer to open the page again")
            )
            return codes(request, context, code: code, found: nil, error: error)
        }
        return codes(request, context, code: "", found: try content(found, code, decision, edition, controller.language, context), error: nil)
    }

    private func content(
        _ found: EnvironmentCodes.Found, _ code: String, _ decision: Place<Decision>, _ edition: Edition, _ language: MessageLanguage,
        _ context: ServiceContext
    ) throws -> EnvironmentCodesContent.Found {
        let plan = edition.plan
        let facts = CaseFacts(CaseForm(found.facts.map { ($0.name, $0.value) }, plan), nil, plan)
        let day = context.moment.today?.date.description ?? ""
        let checked = try state.checked.answer(edition, decision, language) { facts.document(asOf: day, without: $0) }.checked
        return .init(
            verdict: checked?.verdict, code: code, rows: EnvironmentView(plan, language: language).rows(facts), checked: RecordMoment(found.at).short,
            expires: found.expires(language), agent: found.agent,
            inquiry: .init(action: InquiryPage.declaration.path, fields: found.facts.map { HiddenField(name: $0.name, value: $0.value) }))
    }

    private func codes(
        _ request: Request, _ context: ServiceContext, code: String, found: EnvironmentCodesContent.Found?, error: (message: Wording, advice: Wording)?
    ) -> Response {
        let controller = PageController(state: state, request: request, context: context)
        let check = EnvironmentPage.declaration.path
        let content = EnvironmentCodesContent(
            action: Self.declaration.path, link: controller.browser.link(check) ?? check, code: code, found: found,
            error: error.map { FaultNotice(message: $0.message(controller.language), advice: $0.advice(controller.language)) })
        return controller.page(Self.self, content, status: error == nil ? .ok : .notFound)
    }
}
