import Vocabulary

/// Tells how many things a text asks, and which sentences ask each.
struct QuestionSplitting {
    private let ranking: QuestionRanking

    init(_ ranking: QuestionRanking) { self.ranking = ranking }

    /// What a sentence must say for itself to ask another thing without saying so.
    private static let ownStrength = 2.0
    private static let ownLead = 0.5
    /// More things than these nobody asks at once.
    private static let mostQuestions = 4

    /// The things that a text asks, in its order: one at least.
    func questions(_ sentences: [AskedSentence], whole: Range<Int>) -> [RoutedQuestion] {
        let parts = parts(sentences)
        guard parts.count > 1 else { return [question(ranking.rank(sentences), whole)] }
        let questions = parts.map { question(ranking.rank($0.sentences), $0.range) }
        // Parts that all ask one thing are one question.
        let firsts = Set(questions.compactMap { $0.candidates.first?.decision })
        return firsts.count > 1 ? questions : [question(ranking.rank(sentences), whole)]
    }

    private func question(_ ranked: QuestionRanking.Ranked, _ range: Range<Int>) -> RoutedQuestion {
        RoutedQuestion(range: range, candidates: ranked.candidates, isClear: ranked.isClear)
    }

    private struct Part {
        var sentences: [AskedSentence]
        var range: Range<Int> { (sentences.first?.range.lowerBound ?? 0)..<(sentences.last?.range.upperBound ?? 0) }
        var isAsking: Bool { sentences.contains(where: \.isAsking) }
    }

    /// The sentences that belong together: a new part begins with a sentence that says so, or that asks for quite another decision. What asks
    /// nothing belongs to what it leads to.
    private func parts(_ sentences: [AskedSentence]) -> [Part] {
        var parts: [Part] = []
        var current = Part(sentences: [])
        for sentence in sentences {
            if current.isAsking, sentence.isAnother || sentence.isAsking && isOther(sentence, than: current), parts.count + 1 < Self.mostQuestions {
                parts.append(current)
                current = Part(sentences: [])
            }
            current.sentences.append(sentence)
        }
        if !current.sentences.isEmpty {
            if current.isAsking || parts.isEmpty { parts.append(current) } else { parts[parts.count - 1].sentences += current.sentences }
        }
        return parts
    }

    /// Whether a sentence and what goes before each speak clearly for a decision, and not for the same.
    private func isOther(_ sentence: AskedSentence, than part: Part) -> Bool {
        let (own, before) = (ranking.rank([sentence]), ranking.rank(part.sentences))
        guard own.strength >= Self.ownStrength, before.strength >= Self.ownStrength, own.lead >= Self.ownLead, before.lead >= Self.ownLead,
            let first = own.candidates.first?.decision
        else { return false }
        return !before.candidates.contains { $0.decision == first }
    }
}
