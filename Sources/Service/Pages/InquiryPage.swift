import Diagnostics
import Facts
import Forms
import Hummingbird
import Kiyaku
import Pages
import Records
import Values
import Vocabulary

/// 照会: what the customer said, the facts in it, what is still to be asked, and the answer.
struct InquiryPage: SitePage {
    typealias Content = InquiryContent

    static let declaration = PageDeclaration(
        path: "/inquiry", title: "title_inquiry", template: "inquiry", right: .answerInquiries, isInMenu: true, keepsForms: true)

    let state: ServiceState

    func add(to routes: PageRoutes) {
        routes.get(use: empty)
        routes.post(use: answer)
    }

    @Sendable private func empty(_ request: Request, context: ServiceContext) async throws -> Response {
        let edition = state.edition
        let plan = edition.plan
        let controller = PageController(state: state, request: request, context: context)
        let held = controller.held()
        let form = CaseForm(held ?? [], plan)
        guard let question = InquiryQuestion(form, edition, controller.language) else { throw Problem.unknown }
        let today = context.moment.parts
        let (day, time) = held == nil ? today : (form.day.isEmpty ? today.day : form.day, form.time)
        let content = InquiryView(plan, language: controller.language).content(
            form, facts(form, day, context, edition), decision: question.decision, day: day, time: time, asked: question.asked,
            action: Self.declaration.path, isHeld: held != nil)
        return controller.page(Self.self, content)
    }

    /// What a form tells, with what its words give.
    private func facts(_ form: CaseForm, _ day: String, _ context: ServiceContext, _ edition: Edition) -> CaseFacts {
        CaseFacts(form, form.text.isEmpty ? nil : edition.extract(form.text, asOf: Instant(day) ?? context.moment.today), edition.plan)
    }

    @Sendable private func answer(_ request: Request, context: ServiceContext) async throws -> Response {
        let caller = try context.signedIn()
        let controller = PageController(state: state, request: request, context: context)
        let edition = state.edition
        let plan = edition.plan
        let fields = try await controller.form()
        let form = CaseForm(fields.pairs, plan)
        guard let question = InquiryQuestion(form, edition, controller.language) else { throw Problem.unknown }
        let today = context.moment.parts
        let (day, time) = (form.day.isEmpty ? today.day : form.day, form.time)
        let facts = facts(form, day, context, edition)
        if question.isOpen {
            let content = InquiryView(plan, language: controller.language).content(
                form, facts, decision: question.decision, day: day, time: time, asked: question.asked, action: Self.declaration.path)
            return controller.page(Self.self, content)
        }
        let judge = CaseController(controller, caller: caller, edition, isPreview: fields.isPreview)
        let found = try await judge.answer(question.decision, origins: words(facts, controller.language)) { without in
            facts.document(asOf: time.isEmpty ? day : "\(day)T\(time)", without: without)
        }
        let content = InquiryView(plan, language: controller.language).content(
            form, facts, decision: question.decision, day: day, time: time, answer: found.answer, shown: found.shown, faults: found.faults,
            asked: question.asked, action: Self.declaration.path)
        return controller.page(Self.self, content, status: found.faults.isEmpty ? .ok : .unprocessableContent)
    }

    /// The words of the customer that gave a fact.
    private func words(_ facts: CaseFacts, _ language: MessageLanguage) -> [Place<Fact>: String] {
        var origins: [Place<Fact>: String] = [:]
        for one in facts.known {
            if let found = one.found { origins[one.fact] = Wording("お客様の言葉「\(found.words)」", "the customer's words `\(found.words)`")(language) }
        }
        return origins
    }
}
