package import Decisions
package import Diagnostics
package import Documents
import Explanation
package import Facts
package import Norms
import Plans
import Proofs
package import Runtime
import Serialization
import Vocabulary

/// For whom an answer is written.
package enum Audience: String, Sendable, CaseIterable {
    /// One screen, to read out.
    case staff
    /// A polite reply.
    case customer
    /// The proof, with everything that was assumed.
    case legal

    /// How much is said of obligations that may come in addition.
    fileprivate var detail: ObligationText.Detail {
        switch self {
        case .staff: .counted
        case .customer: .none
        case .legal: .named
        }
    }
}

/// Answers in words and as documents.
extension Edition {
    /// An answer in the words for some readers.
    ///
    /// - Parameter given: the facts with where they come from.
    package func text(_ answer: Answer, for audience: Audience, given: [GivenValue], _ language: MessageLanguage) -> String {
        let proof = Proof(quoting, answer, origins: given.origins)
        return switch audience {
        case .staff: DecisionText(quoting, language: language).render(answer, proof)
        case .customer: CustomerReply(quoting, language: language).render(answer, proof)
        case .legal: LegalText(quoting, language: language, digest: digest).render(answer, proof)
        }
    }

    /// What is certain of an answer that is still open, and what is left to be asked: 「お受けできません」 and 「あとは、どの条項によるかだけです」.
    /// Nil where no side is certain.
    package func certain(_ answer: Answer, _ language: MessageLanguage) -> (text: String, left: String)? {
        let words = AnswerWords(plan, language: language)
        guard let side = words.side(answer), let left = words.left(answer) else { return nil }
        return (side.text, left)
    }

    /// What everyone owes, in the words for some readers.
    package func text(_ obligations: Obligations, _ frame: FactFrame, for audience: Audience, _ language: MessageLanguage) -> String {
        ObligationText(quoting, language: language).render(obligations, frame, audience.detail)
    }

    /// Answers on one case as a document: `kiyaku.decision/1`, with proofs for legal readers.
    package func document(
        _ answers: [Answer], _ reading: FactReading, for audience: Audience = .staff, obligations: Obligations? = nil
    ) -> JSONValue {
        let origins = reading.given.origins
        let proofs = audience == .legal ? answers.map { Proof(quoting, $0, origins: origins) } : []
        return DecisionJSON(quoting, digest: digest).document(answers, reading.frame, proofs: proofs, obligations: obligations)
    }

    /// What documents of facts may contain, as a JSON Schema.
    package var factsSchema: JSONValue { JSONSchema.of(plan) }

    /// The facts, lists and enumerations as a document.
    package var vocabularyJSON: JSONValue {
        let words = RuleWords(plan, language: .japanese)
        let premises = plan.facts.places.map { ($0, words.premise(of: $0)) }
        return VocabularyJSON.of(plan, premises: Dictionary(uniqueKeysWithValues: premises).compactMapValues { $0 })
    }

    /// Every norm that applies to a case, or may.
    package func obligations(_ frame: FactFrame) -> Obligations { decider.norms.obligations(frame) }
}
