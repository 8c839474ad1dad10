import Decisions
import Documents
import Explanation
import Facts
import Forms
import Kiyaku
import Records
import Vocabulary

/// Decides on the facts of a form, keeps the record, and puts the answer into the parts of a page.
struct CaseDesk {
    let desk: PageDesk
    let caller: Caller
    let edition: Edition

    init(_ desk: PageDesk, caller: Caller, _ edition: Edition) {
        self.desk = desk
        self.caller = caller
        self.edition = edition
    }

    /// What came of a form; the report is nil, and the answer null, where nothing could be decided.
    struct Found {
        let report: DecisionReport?
        let shown: JSONValue
        let faults: [FactFault]
    }

    /// - Parameters:
    ///   - origins: the words that gave a fact.
    ///   - document: the facts, without what cannot be read.
    func answer(
        _ decision: Place<Decision>, origins: [Place<Fact>: String] = [:], document: (_ without: Set<CasePlace>) -> JSONValue
    ) async throws -> Found {
        let (document, answer, faults) = try decide(decision, document)
        guard let report = answer.reports.first else { return Found(report: nil, shown: .null, faults: faults) }
        let draft = RecordDraft(
            answer, of: edition, facts: document, by: caller.name, at: desk.context.moment.timestamp, request: desk.context.requestID,
            program: desk.state.settings.program)
        let number = try await desk.state.queue.append([draft]).first ?? 0
        let frame = answer.reading.frame
        let view = AnswerView(edition.plan, language: desk.language) { ContractPlaces.clause($0) }
        let shown = view.json(
            report, frame, Proof(edition.plan, frame, report, origins: origins),
            kept: .init(number: number, href: "/records/\(number)", link: desk.browser.link("/records/\(number)")))
        return Found(report: report, shown: shown, faults: faults)
    }

    /// Decides on all that can be read; what cannot be is left out and told.
    private func decide(
        _ decision: Place<Decision>, _ document: (Set<CasePlace>) -> JSONValue
    ) throws -> (document: DocumentNode, answer: Edition.Answer, faults: [FactFault]) {
        var faults: [FactFault] = []
        var left: Set<CasePlace> = []
        for _ in 0..<2 {
            let document = try JSONReader.read(Array(document(left).text().utf8))
            let answer = edition.answer(document, decisions: [decision])
            faults += answer.reading.faults
            let more = Set(answer.reading.faults.compactMap { edition.plan.place(at: $0.path) }).subtracting(left)
            if answer.reading.faults.isEmpty || more.isEmpty { return (document, answer, faults) }
            left.formUnion(more)
        }
        let document = try JSONReader.read(Array(document(left).text().utf8))
        return (document, edition.answer(document, decisions: [decision]), faults)
    }
}
