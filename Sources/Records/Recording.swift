import Completions
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
        _ judged: Edition.Judged, of edition: Edition, facts: DocumentNode, by: String, at: String, request: String? = nil, program: String
    ) {
        let plan = edition.plan
        self.init(
            by: by, at: at, request: request, program: program, contract: plan.title.name, edition: plan.title.edition, rulesDigest: edition.digest,
            dataDigest: edition.dataDigest, asOf: judged.reading.asOf?.description ?? "",
            results: judged.answers.map { answer in
                let decision = plan.decisions[answer.decision]
                let clause = answer.grounds.first { $0.isPrimary }?.clause
                return Result(
                    decision: decision.name, status: answer.status.rawValue, outcome: answer.outcome.map { decision.outcomes[$0].name },
                    side: answer.side.map { .certain(decision.sides[$0].name) } ?? .open, clause: clause.map { plan.clauses[$0].id })
            },
            facts: Array(JSONValue(facts).text().utf8), decision: Array(edition.json(judged).text().utf8))
    }
}
