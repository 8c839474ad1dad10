import Decisions
import Diagnostics
import Documents
import Explanation
import Proofs
import Samples
import Serialization

extension Sample {
    /// The answer as JSON for programs.
    func json(_ decision: String, _ facts: String) throws -> JSONValue {
        let answer = try answer(decision, facts)
        guard case .array(let decisions)? = DecisionJSON(plan, digest: "sha256:0").document([answer], answer.frame)["decisions"] else { return .null }
        return decisions.first ?? .null
    }

    /// The answer as a person reads it.
    func text(_ decision: String, _ facts: String, letter: Bool = false, language: MessageLanguage = .japanese) throws -> String {
        let answer = try answer(decision, facts)
        let proof = Proof(plan, answer)
        return letter
            ? CustomerReply(plan, language: language).render(answer, proof) : DecisionText(plan, language: language).render(answer, proof)
    }
}
