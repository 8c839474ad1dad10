package import Diagnostics
package import Documents
package import Routing
package import Vocabulary

/// What a text asks, in words and as JSON.
package struct RoutedText: Bilingual {
    private let vocabulary: ContractVocabulary
    package let language: MessageLanguage

    package init(_ vocabulary: ContractVocabulary, _ language: MessageLanguage = .japanese) {
        self.vocabulary = vocabulary
        self.language = language
    }

    /// The question of a decision.
    package func question(_ place: Place<Decision>) -> String { vocabulary.decisions[place].label ?? vocabulary.decisions[place].name }

    /// Why it may be meant: 「解約」「やめる」.
    package func reason(_ candidate: RoutedDecision, in text: String) -> String? {
        let words = candidate.words.map { "「\($0.text(in: text))」" }
        return words.isEmpty ? nil : words.joined()
    }

    /// `kiyaku.routing/1`: for each thing that is asked the decision that is clear, or null, and the candidates with the words that spoke for them.
    package func json(_ routing: Routing, of text: String, dictionary: String?) -> JSONValue {
        var members: [(String, JSONValue)] = [
            ("schema", "kiyaku.routing/1"), ("contract", .string(vocabulary.title.name)), ("dictionary", dictionary.map { .string($0) } ?? .null),
            ("questions", .array(routing.questions.map { json($0, of: text) })),
        ]
        if let fault = routing.fault {
            members.append(("faults", [["message": .string(fault.wording.japanese), "message_en": .string(fault.wording.english)]]))
        }
        return .object(members)
    }

    private func json(_ question: RoutedQuestion, of text: String) -> JSONValue {
        .object([
            ("text", .string(SpokenWord(range: question.range).text(in: text))), ("span", Self.span(question.range, of: text)),
            ("decision", question.decision.map { .string(vocabulary.decisions[$0].name) } ?? .null),
            (
                "candidates",
                .array(
                    question.candidates.map { candidate in
                        .object([
                            ("decision", .string(vocabulary.decisions[candidate.decision].name)), ("question", .string(self.question(candidate.decision))),
                            ("percent", .integer(Int64((candidate.share * 100).rounded()))),
                            (
                                "words",
                                .array(
                                    candidate.words.map { .object([("words", .string($0.text(in: text))), ("span", Self.span($0.range, of: text))]) })
                            ),
                        ])
                    })
            ),
        ])
    }

    /// Bytes of a text as Unicode scalars, as facts that were found have them.
    private static func span(_ range: Range<Int>, of text: String) -> JSONValue {
        var (bytes, scalars) = (0, 0)
        var ends: [Int64] = []
        for wanted in [range.lowerBound, range.upperBound] {
            for scalar in text.unicodeScalars.dropFirst(scalars) {
                guard bytes < wanted else { break }
                bytes += UTF8.width(scalar)
                scalars += 1
            }
            ends.append(Int64(scalars))
        }
        return .array(ends.map { .integer($0) })
    }
}
