import Decisions
import Diagnostics
import Documents
import Explanation
import Facts
import Forms
import Hummingbird
import Kiyaku
import Pages
import Plans
import Records
import Runtime
import Values
import Vocabulary

/// 照会: what the customer said, the facts in it, what is still to be asked, and the answer.
struct InquiryPage {
    let state: ServiceState

    func add(to router: Router<ServiceContext>) {
        router.get("/inquiry", use: empty)
        router.post("/inquiry", use: answer)
    }

    @Sendable private func empty(_ request: Request, context: ServiceContext) async throws -> Response {
        _ = try context.caller(.answerInquiries)
        let plan = state.edition.plan
        guard let decision = plan.menu().first else { throw Problem.unknown }
        let form = CaseForm([], plan)
        let desk = PageDesk(state: state, request: request, context: context)
        let (day, time) = context.moment.parts
        let content = InquiryView(plan, language: desk.language).json(
            form, CaseFacts(form, nil, plan), decision: decision, day: day, time: time, report: nil, answer: .null, faults: [], action: "/inquiry")
        return desk.page(.inquiry, title: "title_inquiry", content)
    }

    @Sendable private func answer(_ request: Request, context: ServiceContext) async throws -> Response {
        let caller = try context.caller(.answerInquiries)
        let desk = PageDesk(state: state, request: request, context: context)
        let edition = state.edition
        let plan = edition.plan
        let form = CaseForm(try await desk.form().pairs, plan)
        guard let decision = form.decision.flatMap({ edition.decisions(named: $0)?.first }) ?? plan.menu().first else {
            throw Problem.unknown
        }
        let today = context.moment.parts
        let (day, time) = (form.day.isEmpty ? today.day : form.day, form.time)
        let extraction = form.text.isEmpty ? nil : edition.extract(form.text, asOf: Instant(day) ?? context.moment.today)
        let facts = CaseFacts(form, extraction, plan)
        let found = try await CaseDesk(desk, caller: caller, edition).answer(decision, origins: words(facts, desk.language)) { without in
            facts.document(asOf: time.isEmpty ? day : "\(day)T\(time)", without: without)
        }
        let content = InquiryView(plan, language: desk.language).json(
            form, facts, decision: decision, day: day, time: time, report: found.report, answer: found.shown, faults: found.faults, action: "/inquiry")
        return desk.page(.inquiry, title: "title_inquiry", content, status: found.faults.isEmpty ? .ok : .unprocessableContent)
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
