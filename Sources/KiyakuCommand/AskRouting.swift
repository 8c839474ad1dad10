import Diagnostics
import Interviews
import Kiyaku
import Routing
import Values
import Vocabulary

/// Something that is asked, and the decisions that were offered for it.
struct AskedQuestion {
    var decision: Place<Decision>
    let offered: [Place<Decision>]
}

/// Which decision somebody asks for who does not name it.
extension AskSession {
    private var written: RoutedText { RoutedText(edition.vocabulary, options.language) }

    /// What a text asks, in its order: a decision that is clear is taken and said, between others the person chooses. None where nobody chose.
    mutating func questions(_ text: String) -> [AskedQuestion] {
        let routing = edition.route(text)
        if let fault = routing.fault { terminal.fail(fault.wording) }
        var asked: [AskedQuestion] = []
        for question in routing.questions {
            let offered = question.candidates.map(\.decision)
            let decision: Place<Decision>?
            if let clear = question.decision {
                say(clear, question, text)
                decision = clear
            } else {
                if routing.questions.count > 1 { terminal.write("「\(SpokenWord(range: question.range).text(in: text))」") }
                decision = choose(among: offered)
            }
            if let decision, !asked.contains(where: { $0.decision == decision }) { asked.append(AskedQuestion(decision: decision, offered: offered)) }
        }
        return asked
    }

    /// Of several things that are asked, says which comes now.
    func announce() { terminal.write("\n── \(written.question(decision))") }

    /// Says which decision is gone on with, and how to take another.
    private func say(_ decision: Place<Decision>, _ question: RoutedQuestion, _ text: String) {
        let reason = question.candidates.first.flatMap { written.reason($0, in: text) }
        let words = reason.map { options.word("\($0)から、", "from \($0): ") } ?? ""
        terminal.write(
            options.word(
                "\(words)お尋ねを「\(written.question(decision))」と受け取りました。違えば「判定」で選び直せます。",
                "\(words)taken as `\(written.question(decision))`; write `decision` to choose another."))
    }

    /// Offers some decisions, of which Enter takes the first; any other can be named. Nil where nobody chose.
    mutating func choose(among offered: [Place<Decision>]) -> Place<Decision>? {
        guard !hasEnded else { return nil }
        terminal.write(
            options.word(
                "お尋ねはどれですか（番号か判定の名前。Enter は 1。ほかは kiyaku decisions で一覧）",
                "what is asked? (a number or a name; Enter is 1; kiyaku decisions lists all)"))
        let decisions = edition.vocabulary.decisions
        for (number, place) in offered.enumerated() { terminal.write("  \(number + 1). \(written.question(place))　[\(decisions[place].name)]") }
        let choices = offered.enumerated().map { PromptLine.Choice(input: "\($0 + 1)", caption: written.question($1)) }
        while let answer = line("> ", choices: choices) {
            let said = foldWidth(answer).split(whereSeparator: \.isWhitespace).joined(separator: " ")
            if said.isEmpty { return offered.first }
            if let number = Int(said), offered.indices.contains(number - 1) { return offered[number - 1] }
            if let place = edition.vocabulary.decision(named: said) { return place }
            if AskCommandWord(answer) == .quit {
                breakOff()
                return nil
            }
            let hint = nearest(to: said, in: decisions.map(\.name)).map { options.word("「\($0)」のことですか。", "did you mean `\($0)`? ") } ?? ""
            terminal.write("  \(hint)\(options.word("番号か判定の名前を書いてください", "write a number or the name of a decision"))")
        }
        return nil
    }
}
