import Algorithms
import Documents
import Vocabulary

/// The schemas of what deciding and asking give: `kiyaku.decision/1` and `kiyaku.interview/1`.
struct AnswerShapes {
    let components: [(String, JSONValue)]

    init(_ vocabulary: ContractVocabulary) {
        let outcomes = vocabulary.decisions.flatMap { $0.outcomes.map(\.name) }
        let outcome: JSONValue = ["enum": .array(Self.each(outcomes).map { .string($0) } + [.null])]
        let sides = vocabulary.decisions.flatMap { $0.sides.map(\.name) }
        let verdict: [(String, JSONValue)] = [
            ("status", Shape.one(of: ["determined", "undetermined", "conflict"])), ("outcome", outcome),
            ("possible", Shape.list(Shape.one(of: Self.each(outcomes + ["conflict"])))),
            ("side", ["enum": .array(Self.each(sides).map { .string($0) } + [.null])]), ("side_text", Shape.textOrNull),
        ]
        let head = [("decision", Shape.one(of: vocabulary.decisions.map(\.name)))] + verdict
        let usual = Shape.closed([("fact", Shape.text), ("value", Shape.any), ("reason", Shape.text), ("approved", Shape.textOrNull)])
        components = [
            (
                "Assuming",
                Shape.closed(
                    verdict + [
                        ("grounds", Shape.objects), ("assumed", Shape.list(usual)), ("given_up", Shape.list(usual)), ("staff_only", Shape.flag),
                    ])
            ),
            ("Conclusion", Shape.closed(head + Self.conclusion)), ("Missing", Self.missing),
            ("Answer", Shape.closed(Self.answer)),
            ("RecordedAnswer", Shape.closed([("record", Shape.whole)] + Self.answer)),
            ("InterviewState", Shape.closed(Self.interview(head))), ("Question", Shape.closed(Self.question)),
        ]
    }

    /// Several decisions may have an outcome of the same name.
    private static func each(_ names: [String]) -> [String] {
        Array(names.uniqued())
    }

    private static let answer: [(String, JSONValue)] = [
        ("schema", ["const": "kiyaku.decision/1"]), ("contract", Shape.text), ("edition", Shape.textOrNull), ("effective", Shape.textOrNull),
        ("edition_assumed_in_force", Shape.flag), ("edition_in_force", Shape.flagOrNull), ("rules_digest", Shape.text), ("as_of", Shape.text),
        ("decisions", Shape.list(Shape.named("Conclusion"))),
    ]

    private static let conclusion: [(String, JSONValue)] = [
        ("next_change", Shape.textOrNull), ("next_status", Shape.textOrNull), ("next_outcome", Shape.textOrNull),
        ("next_grounds_change", Shape.textOrNull), ("next_side_change", Shape.textOrNull), ("next_side", Shape.textOrNull),
        ("next_side_change_until", Shape.textOrNull), ("next_change_until", Shape.textOrNull), ("next_change_complete", Shape.flag),
        ("next_grounds_change_complete", Shape.flag), ("grounds", Shape.objects),
        ("possible_grounds", Shape.objects), ("defeated", Shape.objects), ("missing", Shape.list(Shape.named("Missing"))), ("discretion", Shape.objects),
        ("discretion_complete", Shape.flag), ("interpretations", Shape.objects), ("interpretations_complete", Shape.flag),
        ("readings_matter_together", Shape.flag), ("sources", Shape.objects), ("duties", Shape.objects),
        ("would_change", Shape.objects), ("would_change_complete", Shape.flag), ("lacking", Shape.objects),
        ("lacking_complete", Shape.flag), ("assuming_complete", Shape.flag), ("assuming", Shape.orNull(Shape.named("Assuming"))), ("approximate", Shape.flag),
    ]

    /// What is not known and matters; a question fills it where it has one.
    private static let missing: JSONValue = Shape.closed(
        [("fact", Shape.textOrNull), ("question", Shape.textOrNull), ("decides", Shape.flag), ("decides_side", Shape.flag)] + asked + [
            ("group", Shape.textOrNull)
        ],
        optional: [("record", Shape.whole), ("members", Shape.texts), ("pending", Shape.flag), ("reference_data", Shape.flag)])

    private static func interview(_ head: [(String, JSONValue)]) -> [(String, JSONValue)] {
        let endings = ["determined", "conflict", "unanswered", "unanswerable", "contradiction"]
        return [("schema", ["const": "kiyaku.interview/1"]), ("contract", Shape.text), ("rules_digest", Shape.text), ("as_of", Shape.text)] + head + [
            ("left", Shape.textOrNull), ("left_en", Shape.textOrNull), ("approximate", Shape.flag), ("ending", Shape.orNull(Shape.one(of: endings))),
            ("remaining", Shape.whole),
            ("questions", Shape.list(Shape.named("Question"))), ("assuming", Shape.orNull(Shape.object)), ("record", Shape.wholeOrNull),
            ("answer", Shape.orNull(Shape.named("Answer"))),
        ]
    }

    private static let question: [(String, JSONValue)] =
        [
            ("id", Shape.text),
            (
                "kind",
                Shape.one(of: ["choice", "multiple", "bool", "date", "month", "time", "number", "integer", "version", "text", "list", "group"])
            ),
            ("question", Shape.text), ("fact", Shape.textOrNull), ("label", Shape.textOrNull), ("unit", Shape.textOrNull), ("personal", Shape.flag),
            ("options", Shape.list(Shape.closed([("value", Shape.text), ("label", Shape.text)]))), ("record", Shape.wholeOrNull),
            ("record_label", Shape.textOrNull), ("note", Shape.textOrNull), ("note_en", Shape.textOrNull), ("items", Shape.texts),
            ("members", Shape.list(Shape.named("Question"))), ("none", Shape.orNull(Shape.object)),
        ] + asked

    /// Whose question it is.
    private static let asked: [(String, JSONValue)] = [
        ("asked_of", Shape.orNull(Shape.one(of: ["caller", "us", "responsible", "party"]))), ("asked_party", Shape.textOrNull),
    ]
}
