import Foundation

/// The words that ask for a decision.
package struct DecisionWords: Sendable {
    /// 尋ね方.
    let phrases: [String]
    let question: String
    let outcomes: [String]
    /// The headings and gists of the clauses whose rules decide it.
    let clauses: [String]
    /// The names of its rules.
    let rules: [String]
    /// What the facts are called that its rules read.
    let facts: [String]
    /// What is asked about these facts.
    let questions: [String]

    package init(
        phrases: [String], question: String, outcomes: [String], clauses: [String] = [], rules: [String] = [], facts: [String] = [], questions: [String] = []
    ) {
        (self.phrases, self.question, self.outcomes) = (phrases, question, outcomes)
        (self.clauses, self.rules, self.facts, self.questions) = (clauses, rules, facts, questions)
    }

    /// All that is said of it, and how much a word there counts. What callers say and the question itself are compared as wholes too.
    var lines: [(text: String, weight: Double, isWhole: Bool)] {
        (phrases + [question]).map { ($0, 1, true) } + (outcomes + clauses).map { ($0, 0.4, false) } + rules.map { ($0, 0.3, false) }
            + facts.map { ($0, 0.2, false) } + questions.map { ($0, 0.1, false) }
    }
}

/// The terms of all decisions, to look up by the terms of a text.
struct DecisionProfiles: Sendable {
    /// A line of a decision: a phrase, its question, an outcome or the name of a fact.
    struct Line {
        let decision: Int
        /// How much a word of it counts.
        let weight: Double
        /// Whether it is compared as a whole too.
        let isWhole: Bool
        let terms: Set<String>
    }

    struct Phrase: Sendable {
        let decision: Int
        /// What all its terms weigh together.
        let total: Double
    }

    /// What a term says: how rare it is among decisions, which have it, and which phrases.
    struct Posting: Sendable {
        var rarity = 0.0
        var decisions: [(decision: Int, weight: Double)] = []
        var phrases: [Int] = []
    }

    let count: Int
    let postings: [String: Posting]
    let phrases: [Phrase]

    /// Two words in a row are rarer than they are telling.
    private static let pairWeight = 0.7
    /// Words that only sound alike may be others.
    private static let readingWeight = 0.6
    private static let kanjiWeight = 0.3
    /// That several lines of a decision have a word says a little more.
    private static let repetitionWeight = 0.3

    init(count: Int, lines: [Line]) {
        self.count = count
        var weights: [String: [Int: (best: Double, sum: Double)]] = [:]
        for line in lines {
            for term in line.terms {
                let old = weights[term]?[line.decision] ?? (0, 0)
                weights[term, default: [:]][line.decision] = (max(old.best, line.weight), old.sum + line.weight)
            }
        }
        var postings = weights.mapValues { decisions -> Posting in
            let spread = decisions.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value.best }
            var posting = Posting()
            posting.rarity = log(1 + Double(count) / max(spread, 1))
            posting.decisions = decisions.sorted { $0.key < $1.key }.map { ($0.key, $0.value.best * (1 + Self.repetitionWeight * log(max(1, $0.value.sum)))) }
            return posting
        }
        for term in postings.keys {
            let kind = Term(key: term, range: 0..<0)
            postings[term]?.rarity *= kind.isPair ? Self.pairWeight : kind.isReading ? Self.readingWeight : kind.isKanji ? Self.kanjiWeight : 1
        }
        var phrases: [Phrase] = []
        for line in lines where line.isWhole {
            let total = line.terms.sorted().reduce(0) { $0 + (postings[$1]?.rarity ?? 0) }
            for term in line.terms { postings[term]?.phrases.append(phrases.count) }
            phrases.append(Phrase(decision: line.decision, total: total))
        }
        self.postings = postings
        self.phrases = phrases
    }
}
