import Decisions
import Diagnostics
import Documents
import Facts
import Forms
import Kiyaku
import Synchronization
import Vocabulary

/// What comes of the facts of devices, kept: many devices are alike, and what is asked first is asked of all.
final class EnvironmentAnswers: Sendable {
    /// What decides an answer: the rules, the words and the facts with the day.
    private struct Key: Hashable {
        let digest: String
        let language: MessageLanguage
        let document: String
    }

    struct Found: Sendable {
        /// Nil where the facts could not be read.
        let answer: Answer?
        /// What the pages of the check show.
        let checked: CheckedEnvironment?
        let faults: [FactFault]
    }

    /// So many are kept; the one that was asked for longest ago goes.
    private static let most = 500

    private let kept = Mutex<(answers: [Key: (found: Found, used: Int)], uses: Int)>(([:], 0))

    /// - Parameter document: the facts, without what cannot be read.
    func answer(
        _ edition: Edition, _ decision: Place<Decision>, _ language: MessageLanguage, _ document: (_ without: Set<CasePlace>) -> JSONValue
    ) throws -> Found {
        let key = Key(digest: edition.digest, language: language, document: document([]).text())
        if let found = kept.withLock({ Self.use(key, &$0) }) { return found }
        let judged = CaseJudgement(edition, decision, document)
        let shown = judged.shown(language, kept: nil)
        let checked = judged.answer.flatMap { answer in shown.map { EnvironmentView(edition.plan, language: language).checked(answer, $0) } }
        let found = Found(answer: judged.answer, checked: checked, faults: judged.faults)
        kept.withLock { kept in
            if kept.answers.count >= Self.most, let oldest = kept.answers.min(by: { $0.value.used < $1.value.used })?.key { kept.answers[oldest] = nil }
            kept.uses += 1
            kept.answers[key] = (found, kept.uses)
        }
        return found
    }

    private static func use(_ key: Key, _ kept: inout (answers: [Key: (found: Found, used: Int)], uses: Int)) -> Found? {
        guard let found = kept.answers[key] else { return nil }
        kept.uses += 1
        kept.answers[key] = (found.found, kept.uses)
        return found.found
    }
}
