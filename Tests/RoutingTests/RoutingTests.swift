import Morphology
import Routing
import Testing
import Vocabulary

@Suite("Which decision a text asks for")
struct RoutingTests {
    private static let words = [
        DecisionWords(phrases: ["機械が動かない", "見に来てほしい"], question: "この依頼は対象か", outcomes: ["対象です"], facts: []),
        DecisionWords(phrases: ["途中で解約できますか", "契約をやめたい", "cancel my contract"], question: "お客様は契約を解約できるか", outcomes: ["解約できます"], facts: ["解約の希望日"]),
        DecisionWords(phrases: ["何時までやっていますか", "土曜も営業していますか"], question: "いまは提供時間か", outcomes: ["提供時間の外です"], facts: []),
    ]

    private let router: QuestionRouter

    init() throws { router = QuestionRouter(Self.words, main: Place(0), dictionary: .success(try MorphologicalDictionary())) }

    private func first(_ text: String) -> Int? { router.route(text).questions.first?.candidates.first?.decision.value }

    @Test(
        "Whatever the ending, politeness or language, the words of a phrase lead to its decision",
        arguments: [
            ("三月で契約をやめたいんですけど", 1), ("途中の解約ってでけますか", 1), ("I would like to cancel the contract.", 1), ("土曜日も営業しとる?", 2), ("機械が動きません", 0),
        ] as [(String, Int)])
    func words(text: String, decision: Int) { #expect(first(text) == decision) }

    @Test("Where no word is known, the main decision is offered, and never gone on with")
    func nothing() throws {
        let question = try #require(router.route("よろしく").questions.first)
        #expect(question.candidates.first?.decision.value == 0)
        #expect(question.decision == nil)
    }

    @Test("The words that spoke for a decision are named where they stand")
    func reasons() throws {
        let text = "契約をやめたい"
        let candidate = try #require(router.route(text).questions.first?.candidates.first)
        #expect(Set(candidate.words.map { $0.text(in: text) }) == ["契約", "やめ"])
    }

    @Test(
        "Two things that are asked are two questions, also where only one is recognised",
        arguments: [
            ("契約をやめたいのですが、途中で解約できますか。あと、土曜も営業していますか。", [1, 2]), ("(1)途中で解約できますか。(2)例の青いやつはどうですか。", [1, 0]),
            ("途中で解約できますか。契約をやめたいのです。", [1]), ("機械が動かない。見に来てほしいです。", [0]),
        ] as [(String, [Int])])
    func several(text: String, decisions: [Int]) {
        let questions = router.route(text).questions
        #expect(questions.map { $0.candidates.first?.decision.value } == decisions)
        // Each stands where the text asks it.
        #expect(questions.count == 1 || zip(questions, questions.dropFirst()).allSatisfy { $0.range.upperBound <= $1.range.lowerBound })
    }

    @Test("The same text has the same answer, whatever was read before")
    func same() {
        let text = "途中で解約すると、土曜でもお金は取られますか"
        let first = router.route(text)
        _ = router.route("機械")
        #expect(router.route(text) == first)
    }

    @Test("Without a dictionary, or with a text that is too long, the main decision stands alone and the reason is said")
    func faults() {
        let blind = QuestionRouter(Self.words, main: Place(1), dictionary: .failure(.noDictionary(["/nowhere"])))
        for (routing, main) in [(blind.route("解約したい"), 1), (router.route(String(repeating: "解約", count: 6_000)), 0)] {
            #expect(routing.fault != nil)
            #expect(routing.questions.map { $0.candidates.map(\.decision.value) } == [[main]])
            #expect(routing.questions.allSatisfy { $0.decision == nil })
        }
    }
}
