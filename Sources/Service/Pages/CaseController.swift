import Decisions
import Documents
import Facts
import Forms
import Kiyaku
import Records
import Serialization
import Vocabulary

/// Decides on the facts of a form, keeps the record unless it is a preview, and puts the answer into the parts of a page.
struct CaseController {
    let controller: PageController
    let caller: Caller
    let edition: Edition
    /// Whether it is only shown what the answer would be: nothing is recorded.
    let isPreview: Bool

    init(_ controller: PageController, caller: Caller, _ edition: Edition, isPreview: Bool) {
        self.controller = controller
        self.caller = caller
        self.edition = edition
        self.isPreview = isPreview
    }

    /// What came of a form; nil where nothing could be decided.
    struct Found {
        let answer: Answer?
        let shown: AnswerContent?
        let faults: [FactFault]
    }

    /// - Parameters:
    ///   - origins: the words that gave a fact.
    ///   - document: the facts, without what cannot be read.
    func answer(
        _ decision: Place<Decision>, origins: [Place<Fact>: String] = [:], document: (_ without: Set<CasePlace>) -> JSONValue
    ) async throws -> Found {
        let judged = CaseJudgement(edition, decision, document)
        guard let answer = judged.answer else { return Found(answer: nil, shown: nil, faults: judged.faults) }
        if isPreview {
            var shown = judged.shown(controller.language, origins: origins, kept: nil)
            shown?.isPreview = true
            return Found(answer: answer, shown: shown, faults: judged.faults)
        }
        let draft = RecordDraft(
            judged.judged, of: edition, facts: judged.document, by: caller.name, at: controller.context.moment.timestamp, request: controller.context.requestID,
            program: controller.state.settings.program)
        let number = try await controller.state.record([draft]).first ?? 0
        let kept = AnswerView.Kept(number: number, href: "/records/\(number)", link: controller.browser.link("/records/\(number)"))
        return Found(answer: answer, shown: judged.shown(controller.language, origins: origins, kept: kept), faults: judged.faults)
    }
}
