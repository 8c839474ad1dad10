import Decisions
import Diagnostics
import Documents
import Facts
import Forms
import Kiyaku
import Proofs
import Serialization
import Vocabulary

/// What comes of the facts of a form. What cannot be read is left out and told.
struct CaseJudgement {
    let edition: Edition
    let document: DocumentNode
    let judged: Edition.Judged
    let faults: [FactFault]

    /// - Parameter document: the facts, without what cannot be read.
    init(_ edition: Edition, _ decision: Place<Decision>, _ document: (_ without: Set<CasePlace>) -> JSONValue) {
        var faults: [FactFault] = []
        var left: Set<CasePlace> = []
        func judge() -> (document: DocumentNode, judged: Edition.Judged) {
            let document = DocumentNode(document(left))
            return (document, edition.judge(document, decisions: [decision]))
        }
        var judged = judge()
        // What is left out can bring out another fault: a fact that does not fit without it.
        for _ in 0..<2 where !judged.judged.reading.faults.isEmpty {
            faults += judged.judged.reading.faults
            left.formUnion(judged.judged.reading.faults.compactMap { edition.plan.place(at: $0.path) })
            judged = judge()
        }
        (self.edition, self.faults) = (edition, faults)
        (self.document, self.judged) = judged
    }

    /// Nil where even so the facts could not be read.
    var answer: Answer? { judged.answers.first }

    /// The answer as pages show it; nil where there is none.
    ///
    /// - Parameter origins: the words that gave a fact.
    func shown(_ language: MessageLanguage, origins: [Place<Fact>: String] = [:], kept: AnswerView.Kept?) -> AnswerContent? {
        guard let answer else { return nil }
        let plan = edition.plan
        return AnswerView(plan, language: language) { ContractPaths.clause($0) }
            .content(answer, Proof(plan, answer, origins: origins), kept: kept)
    }
}
