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
        guard let decision = plan.decisionsInMenu.first else { throw Problem.unknown }
        let form = CaseForm([], plan)
        let desk = PageDesk(state: state, request: request, context: context)
        let (day, time) = now(context)
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
        guard let decision = form.decision.flatMap({ edition.decisions(named: $0)?.first }) ?? plan.decisionsInMenu.first else {
            throw Problem.unknown
        }
        let today = now(context)
        let (day, time) = (form.day.isEmpty ? today.day : form.day, form.time)
        let extraction = form.text.isEmpty ? nil : edition.extract(form.text, asOf: Instant(day) ?? context.moment.today)
        let facts = CaseFacts(form, extraction, plan)
        let found = try decide(facts, decision, asOf: time.isEmpty ? day : "\(day)T\(time)", edition)
        var shown: JSONValue = .null
        if let report = found.answer.reports.first {
            let draft = RecordDraft(
                found.answer, of: edition, facts: found.document, by: caller.name, at: context.moment.timestamp, request: context.requestID,
                program: state.settings.program)
            let number = try await state.queue.append([draft]).first ?? 0
            let frame = found.answer.reading.frame
            let view = AnswerView(plan, language: desk.language) { ContractPlaces.clause($0) }
            shown = view.json(
                report, frame, Proof(plan, frame, report, origins: words(facts, desk.language)),
                kept: .init(number: number, href: "/records/\(number)", link: desk.browser.link("/records/\(number)")))
        }
        let content = InquiryView(plan, language: desk.language).json(
            form, facts, decision: decision, day: day, time: time, report: found.answer.reports.first, answer: shown, faults: found.faults, action: "/inquiry")
        return desk.page(.inquiry, title: "title_inquiry", content, status: found.faults.isEmpty ? .ok : .unprocessableContent)
    }

    /// Decides on all that can be read; what cannot be is left out and told.
    private func decide(
        _ facts: CaseFacts, _ decision: Place<Decision>, asOf: String, _ edition: Edition
    ) throws -> (document: DocumentNode, answer: Edition.Answer, faults: [FactFault]) {
        var faults: [FactFault] = []
        var left: Set<Place<Fact>> = []
        for _ in 0..<2 {
            let document = try JSONReader.read(Array(facts.document(asOf: asOf, without: left).text().utf8))
            let answer = edition.answer(document, decisions: [decision])
            faults += answer.reading.faults
            let more = Set(answer.reading.faults.compactMap { edition.plan.fact(at: $0.path) }).subtracting(left)
            if answer.reading.faults.isEmpty || more.isEmpty { return (document, answer, faults) }
            left.formUnion(more)
        }
        let document = try JSONReader.read(Array(facts.document(asOf: asOf, without: left).text().utf8))
        return (document, edition.answer(document, decisions: [decision]), faults)
    }

    /// The words of the customer that gave a fact.
    private func words(_ facts: CaseFacts, _ language: MessageLanguage) -> [Place<Fact>: String] {
        var origins: [Place<Fact>: String] = [:]
        for one in facts.known {
            if let found = one.found { origins[one.fact] = Wording("お客様の言葉「\(found.words)」", "the customer's words `\(found.words)`")(language) }
        }
        return origins
    }

    /// The day and the time in Japan.
    private func now(_ context: ServiceContext) -> (day: String, time: String) {
        let parts = context.moment.timestamp.split(separator: "T")
        return (parts.first.map(String.init) ?? "", parts.count > 1 ? String(parts[1].prefix(5)) : "")
    }
}
