import Foundation
import Vocabulary

/// Ranks the decisions for the sentences of a text.
struct QuestionRanking {
    private let profiles: DecisionProfiles
    private let main: Place<Decision>?
    /// What a word weighs that one decision alone has: scores are told in it.
    private let unit: Double

    init(_ profiles: DecisionProfiles, main: Place<Decision>?) {
        self.profiles = profiles
        self.main = main
        unit = max(log(1 + Double(profiles.count)), 1)
    }

    // Weights that were tried on the inquiries of the tuning part (docs/decisions/routing.md).

    /// What a sentence counts that asks nothing.
    private static let contextWeight = 0.7
    /// What a phrase counts that is found as a whole, beside its words.
    private static let phraseWeight = 0.3
    /// What speaks for the main decision without a word.
    private static let mainBonus = 0.65
    /// The lead with which the first is gone on with, and how many times the second it must be. The main decision takes up the words of
    /// whatever else is asked, so more must speak for it.
    private static let (clearLead, mainClearLead, clearRatio) = (4.0, 7.0, 1.5)
    /// How steeply shares fall with the lead.
    private static let shareScale = 0.85
    private static let mostWords = 4

    /// The decisions that some sentences ask for, the best first, and the lead of the first, in words that one decision alone has.
    struct Ranked {
        let candidates: [RoutedDecision]
        let lead: Double
        /// What speaks for the first, in words.
        let strength: Double
        /// It can be gone on with.
        let isClear: Bool
    }

    /// Ranks what some sentences ask; each is weighed by whether it asks.
    func rank(_ sentences: [AskedSentence]) -> Ranked {
        var weights: [String: Double] = [:]
        for sentence in sentences {
            let weight = sentence.isAsking ? 1 : Self.contextWeight
            for term in sentence.terms { weights[term.key] = max(weights[term.key] ?? 0, weight) }
        }
        let scores = scores(weights).map { $0 / unit }
        let order = scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
        guard let first = order.first else { return Ranked(candidates: [], lead: 0, strength: 0, isClear: false) }
        let second = order.count > 1 ? scores[order[1]] : 0
        let isMain = main?.value == first
        let total = scores.reduce(0) { $0 + exp(($1 - scores[first]) / Self.shareScale) }
        let candidates = order.prefix(RoutedQuestion.mostCandidates).filter { scores[$0] > 0 }.map { number in
            RoutedDecision(
                decision: Place(number), share: exp((scores[number] - scores[first]) / Self.shareScale) / total, words: words(number, sentences, weights))
        }
        return Ranked(
            candidates: candidates.isEmpty ? [RoutedDecision(decision: Place(first), share: 0, words: [])] : candidates, lead: scores[first] - second,
            strength: scores[first] - (isMain ? Self.mainBonus : 0),
            isClear: scores[first] - second >= (isMain ? Self.mainClearLead : Self.clearLead) && scores[first] >= Self.clearRatio * second)
    }

    private func scores(_ weights: [String: Double]) -> [Double] {
        var scores = [Double](repeating: 0, count: profiles.count)
        var hits: [Int: Double] = [:]
        // In one order, so that sums are the same each time.
        for (term, weight) in weights.sorted(by: { $0.key < $1.key }) {
            guard let posting = profiles.postings[term] else { continue }
            for (decision, own) in posting.decisions { scores[decision] += weight * posting.rarity * own }
            for phrase in posting.phrases { hits[phrase, default: 0] += weight * posting.rarity }
        }
        var best = [Double](repeating: 0, count: profiles.count)
        for (number, hit) in hits {
            let phrase = profiles.phrases[number]
            best[phrase.decision] = max(best[phrase.decision], hit * hit / phrase.total)
        }
        for decision in scores.indices { scores[decision] += Self.phraseWeight * best[decision] }
        if let main { scores[main.value] += Self.mainBonus * unit }
        return scores
    }

    /// The words that say most for a decision, each once.
    private func words(_ decision: Int, _ sentences: [AskedSentence], _ weights: [String: Double]) -> [SpokenWord] {
        var gains: [Range<Int>: Double] = [:]
        var seen: Set<String> = []
        for term in sentences.flatMap(\.terms) where !term.isPair && seen.insert(term.key).inserted {
            guard let posting = profiles.postings[term.key], let own = posting.decisions.first(where: { $0.decision == decision }) else { continue }
            gains[term.range] = max(gains[term.range] ?? 0, (weights[term.key] ?? 0) * posting.rarity * own.weight)
        }
        return gains.sorted { ($1.value, $0.key.lowerBound) < ($0.value, $1.key.lowerBound) }.prefix(Self.mostWords).map { SpokenWord(range: $0.key) }
    }
}
