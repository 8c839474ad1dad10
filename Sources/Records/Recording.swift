import Decisions
package import Documents
import Facts
package import Kiyaku
import Plans
import Values
import Vocabulary

extension RecordDraft {
    /// An answer of an edition, as it is recorded.
    ///
    /// - Parameters:
    ///   - facts: the document that was read.
    ///   - by: who asked.
    ///   - at: when, by the clock of the machine.
    package init(
        _ answer: Edition.Answer, of edition: Edition, facts: DocumentNode, by: String, at: String, request: String? = nil, program: String
    ) {
        let plan = edition.plan
        self.init(
            by: by, at: at, request: request, program: program, contract: plan.title.name, edition: plan.title.edition, rulesDigest: edition.digest,
            dataDigest: edition.dataDigest, asOf: answer.reading.asOf?.description ?? "",
            results: answer.reports.map { report in
                let decision = plan.decisions[report.decision]
                let clause = report.grounds.first { $0.isPrimary }?.clause
                return Result(
                    decision: decision.name, status: report.status.rawValue, outcome: report.outcome.map { decision.outcomes[$0].name },
                    clause: clause.map { plan.clauses[$0].id })
            },
            facts: Array(JSONValue(facts).text().utf8), decision: Array(edition.json(answer).text().utf8))
    }
}
