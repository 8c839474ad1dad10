import Diagnostics
import Forms
import Hummingbird
import Kiyaku
import Pages
import Vocabulary

/// 申込チェック: the form of a decision, with the records of its lists.
struct ApplicationPage: SitePage {
    static let declaration = PageDeclaration(
        path: "/applications", title: "title_applications", template: "applications", right: .answerInquiries, isInMenu: true, keepsForms: true)

    struct Content: Codable, Sendable {
        let application: ApplicationContent
        let fleet: FleetEntrance
    }

    let state: ServiceState

    func add(to routes: PageRoutes) {
        routes.get(use: empty)
        routes.post(use: answer)
    }

    @Sendable private func empty(_ request: Request, context: ServiceContext) async throws -> Response {
        let caller = try context.signedIn()
        let edition = state.edition
        let controller = PageController(state: state, request: request, context: context)
        let held = controller.held()
        let form = CaseForm(held ?? [], edition.plan)
        let decision = try decision(form.decision ?? request.uri.queryParameters.get("decision"), edition)
        let today = context.moment.parts
        let (day, time) = held == nil ? today : (form.day.isEmpty ? today.day : form.day, form.time)
        let content = ApplicationView(edition.plan, language: controller.language).content(
            form, CaseFacts(form, nil, edition.plan), CaseRecords(held ?? [], form, edition.plan), decision: decision, day: day, time: time,
            action: Self.declaration.path, isHeld: held != nil)
        return controller.page(Self.self, Content(application: content, fleet: fleet(caller, edition, day)))
    }

    @Sendable private func answer(_ request: Request, context: ServiceContext) async throws -> Response {
        let caller = try context.signedIn()
        let controller = PageController(state: state, request: request, context: context)
        let edition = state.edition
        let fields = try await controller.form()
        let form = CaseForm(fields.pairs, edition.plan)
        let decision = try decision(form.decision, edition)
        let (day, time) = (form.day.isEmpty ? context.moment.parts.day : form.day, form.time)
        let facts = CaseFacts(form, nil, edition.plan)
        let records = CaseRecords(fields.pairs, form, edition.plan)
        let judge = CaseController(controller, caller: caller, edition, isPreview: fields.isPreview)
        let found = try await judge.answer(decision) { without in
            facts.document(asOf: time.isEmpty ? day : "\(day)T\(time)", records: records, without: without)
        }
        let content = ApplicationView(edition.plan, language: controller.language).content(
            form, facts, records, decision: decision, day: day, time: time, answer: found.answer, shown: found.shown, faults: found.faults,
            action: Self.declaration.path)
        return controller.page(
            Self.self, Content(application: content, fleet: fleet(caller, edition, day)),
            status: found.faults.isEmpty ? .ok : .unprocessableContent)
    }

    private func fleet(_ caller: Caller, _ edition: Edition, _ day: String) -> FleetEntrance {
        FleetView.entrance(state.fleets.jobs(of: caller.name), edition, day: day)
    }

    /// The decision of that name, else the one that the contract names for applications.
    private func decision(_ name: String?, _ edition: Edition) throws -> Place<Decision> {
        guard let decision = name.flatMap({ edition.decisions(named: $0)?.first }) ?? edition.vocabulary.menu(.application).first else { throw Problem.unknown }
        return decision
    }
}
