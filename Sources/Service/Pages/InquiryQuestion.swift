import Algorithms
import Diagnostics
import Forms
import Kiyaku
import Routing
import Vocabulary

/// What an inquiry asks: the decision that somebody chose, that its words ask for, or the main one.
struct InquiryQuestion {
    let decision: Place<Decision>
    /// Several may be meant, and nobody has chosen: nothing is decided.
    let isOpen: Bool
    /// What the words ask for, where nobody chose; nil where the rules do not say how callers ask.
    let asked: [InquiryContent.Asked]?

    /// Nil where there is no decision.
    init?(_ form: CaseForm, _ edition: Edition, _ language: MessageLanguage) {
        guard let main = edition.vocabulary.menu().first else { return nil }
        let named = form.decision.flatMap { edition.decisions(named: $0)?.first }
        guard edition.canRoute else {
            (decision, isOpen, asked) = (named ?? main, false, nil)
            return
        }
        guard named == nil, !form.text.isEmpty else {
            (decision, isOpen, asked) = (named ?? main, false, [])
            return
        }
        let routing = edition.route(form.text)
        let first = routing.questions.first
        let chosen = form.question.flatMap { edition.decisions(named: $0)?.first }
        decision = chosen ?? first?.decision ?? main
        isOpen = chosen == nil && first?.decision == nil
        let text = RoutedText(edition.vocabulary, language)
        let notice = routing.fault.map { [InquiryContent.Asked(said: $0.wording(language), choices: [])] } ?? []
        let isAlone = routing.questions.count == 1
        asked =
            notice
            + (chosen.map { [Self.content($0, of: routing, text, edition)] }
                ?? routing.questions.map { Self.content($0, isAlone: isAlone, form.text, text, edition) })
    }

    /// What was chosen, and what else the words may ask for.
    private static func content(_ chosen: Place<Decision>, of routing: Routing, _ written: RoutedText, _ edition: Edition) -> InquiryContent.Asked {
        let others = routing.questions.flatMap(\.candidates).map(\.decision).filter { $0 != chosen }.uniqued()
        let question = written.question(chosen)
        return .init(
            said: written.word("お尋ねを「\(question)」としました。違えば選び直してください", "`\(question)` was chosen; choose another if it is not"),
            choices: others.map { .init(value: edition.vocabulary.decisions[$0].name, text: written.question($0)) })
    }

    private static func content(
        _ question: RoutedQuestion, isAlone: Bool, _ text: String, _ written: RoutedText, _ edition: Edition
    ) -> InquiryContent.Asked {
        let place = isAlone ? "" : "「\(SpokenWord(range: question.range).text(in: text))」 "
        let choices = question.candidates.map { candidate in
            InquiryContent.Choice(value: edition.vocabulary.decisions[candidate.decision].name, text: written.question(candidate.decision))
        }
        guard let decision = question.decision else {
            return .init(said: place + written.word("お尋ねはどれですか", "What is asked?"), choices: choices)
        }
        let reason = question.candidates.first.flatMap { written.reason($0, in: text) }
        let words = reason.map { written.word("\($0)から、", "From \($0): ") } ?? ""
        let said = written.word(
            "\(words)お尋ねを「\(written.question(decision))」と受け取りました。違えば選び直してください", "\(words)taken as `\(written.question(decision))`; choose another if it is not")
        return .init(said: place + said, choices: Array(choices.dropFirst()))
    }
}
