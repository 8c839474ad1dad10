import ArgumentParser
import Decisions
import Diagnostics
import Explanation
import Facts
import Kiyaku
import Plans
import Proofs
import Runtime
import Values
import Vocabulary

/// For whom an answer is written.
enum Audience: String, ExpressibleByArgument, CaseIterable {
    /// One screen, to read out.
    case staff
    /// A polite reply.
    case customer
    /// The proof, with everything that was assumed.
    case legal

    /// An answer in the words for these readers.
    func text(_ answer: Answer, _ given: [GivenValue], _ rules: LoadedRules, _ language: MessageLanguage) -> String {
        let plan = rules.plan
        let proof = Proof(plan, answer, origins: Self.origins(given))
        return switch self {
        case .staff: DecisionText(plan, language: language).render(answer, proof)
        case .customer: CustomerReply(plan, language: language).render(answer, proof)
        case .legal: LegalText(plan, language: language, digest: rules.files.digest).render(answer, proof)
        }
    }

    /// How much is said of obligations that may come in addition.
    var detail: ObligationText.Detail {
        switch self {
        case .staff: .counted
        case .customer: .none
        case .legal: .named
        }
    }

    /// Where facts come from, in words, as far as that was recorded.
    static func origins(_ given: [GivenValue]) -> [Place<Fact>: String] {
        var origins: [Place<Fact>: String] = [:]
        for value in given where !value.provenance.isEmpty {
            let provenance = value.provenance
            origins[value.fact] = [provenance.source, provenance.by, provenance.at?.description, provenance.reason].compactMap { $0 }.joined(separator: " ")
        }
        return origins
    }
}

/// The choice of readers.
struct AudienceOption: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("だれに向けて書くか: staff（一画面）・customer（お客様への返信）・legal（証明つき）", valueName: "WHO"))
    var audience: Audience = .staff
}
