package import Morphology
import Sentences
import Synchronization
package import Vocabulary

/// Finds which decisions a text asks for, from how callers ask, the questions and outcomes, and the facts that are read (docs/decisions/routing.md).
/// The same text and rules give the same answer.
package final class QuestionRouter: Sendable {
    private let dictionary: Result<MorphologicalDictionary, MorphologyError>
    private let profiles: DecisionProfiles
    private let main: Place<Decision>?
    /// Analyzers that are not in use.
    private let idle = Mutex<[Analyzer]>([])

    /// An analyzer that one thread uses at a time.
    private struct Analyzer: @unchecked Sendable { let analyzer: MorphologicalAnalyzer }

    /// - Parameters:
    ///   - words: of each decision, in the order of the vocabulary.
    ///   - main: the decision that is meant where nothing else is said.
    package init(_ words: [DecisionWords], main: Place<Decision>?, dictionary: Result<MorphologicalDictionary, MorphologyError>) {
        self.main = main
        self.dictionary = dictionary
        var lines: [DecisionProfiles.Line] = []
        if case .success(let dictionary) = dictionary, let analyzer = try? MorphologicalAnalyzer(dictionary) {
            for (number, words) in words.enumerated() {
                for (text, weight, isWhole) in words.lines {
                    let terms = Self.keys(text, analyzer)
                    if !terms.isEmpty { lines.append(.init(decision: number, weight: weight, isWhole: isWhole, terms: terms)) }
                }
            }
        }
        profiles = DecisionProfiles(count: words.count, lines: lines)
    }

    private static func keys(_ line: String, _ analyzer: MorphologicalAnalyzer) -> Set<String> {
        if EnglishTerms.isEnglish(line) { return Set(EnglishTerms.sentences(line).flatMap(\.terms).map(\.key)) }
        return Set(((try? analyzer.analyze(line)).map { QuestionTerms.terms($0[...]) } ?? []).map(\.key))
    }

    /// What a text asks.
    package func route(_ text: String) -> Routing {
        let whole = 0..<text.utf8.count
        guard profiles.count > 0 else { return Routing(questions: [], fault: nil) }
        do throws(MorphologyError) {
            guard whole.count <= MorphologicalAnalyzer.longestText else { throw .tooLong(bytes: whole.count) }
            let sentences = try read(text)
            let splitting = QuestionSplitting(QuestionRanking(profiles, main: main))
            return Routing(questions: splitting.questions(sentences, whole: whole), fault: nil)
        } catch {
            let candidates = [main ?? Place(0)].map { RoutedDecision(decision: $0, share: 0, words: []) }
            return Routing(questions: [RoutedQuestion(range: whole, candidates: candidates, isClear: false)], fault: RoutingFault(error))
        }
    }

    private func read(_ text: String) throws(MorphologyError) -> [AskedSentence] {
        let dictionary = try dictionary.get()
        if EnglishTerms.isEnglish(text) { return EnglishTerms.sentences(text) }
        let used = idle.withLock { $0.popLast() }
        let analyzer = if let used { used.analyzer } else { try MorphologicalAnalyzer(dictionary) }
        defer { idle.withLock { $0.append(Analyzer(analyzer: analyzer)) } }
        return QuestionTerms.sentences(try analyzer.analyze(text), writer: .caller)
    }
}
