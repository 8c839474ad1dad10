import Documents

/// The schemas of all other replies and requests; they are the same for every contract.
enum ReplyShapes {
    static let components: [(String, JSONValue)] = [
        ("Problem", problem), ("Text", textBody), ("Extraction", extraction), ("Words", words), ("Routing", routing),
        ("Decisions", decisions), ("Device", device), ("Environment", environment),
        ("Contracts", contracts), ("Clause", Shape.closed(clause + [("below", Shape.list(Shape.closed(clause)))])),
        ("Interpretations", interpretations), ("Vocabulary", vocabulary), ("Records", Shape.closed([("records", Shape.objects)])),
        ("Record", record), ("Replay", replay),
        ("Reload", Shape.closed([("rules_digest", Shape.text)])),
    ]

    private static let problem = Shape.closed(
        [("type", Shape.text), ("title", Shape.text), ("title_en", Shape.text), ("status", Shape.whole)],
        optional: [
            ("detail", Shape.text), ("detail_en", Shape.text), ("instance", Shape.text), ("code", Shape.text),
            (
                "errors",
                Shape.list(
                    Shape.closed([
                        ("code", Shape.text), ("path", Shape.text), ("line", Shape.whole), ("column", Shape.whole), ("message", Shape.text),
                        ("message_en", Shape.text), ("help", Shape.text), ("help_en", Shape.text), ("suggestion", Shape.textOrNull),
                    ]))
            ),
        ])

    private static let textBody = Shape.closed(
        [("text", ["type": "string", "description": "お客様の言葉（32 KiB まで）"])],
        optional: [
            ("as_of", ["type": "string", "description": "「昨日」などを数える日", "examples": ["2026-11-24"]]),
            ("voice", ["type": "string", "enum": ["caller", "colleague"], "description": "だれが書いたか: お客様か、電話を書き留めた担当。なければ推し量る"]),
        ])

    private static let extraction = Shape.closed(
        [
            (
                "facts",
                Shape.list(
                    Shape.closed([
                        ("fact", Shape.text), ("value", Shape.text), ("negated", Shape.flag), ("span", Shape.list(Shape.whole)), ("pattern", Shape.text),
                        ("certain", Shape.flag), ("doubts", Shape.texts),
                    ]))
            ),
            ("voice", Shape.text), ("voice_guessed", Shape.flag), ("unread", Shape.list(Shape.list(Shape.whole))),
        ],
        optional: [
            ("dictionary", Shape.text), ("asked_about", Shape.closed([], optional: [("as_of", Shape.text), ("as_of_time", Shape.text)])),
            ("faults", Shape.list(Shape.closed([("message", Shape.text), ("message_en", Shape.text)]))),
        ])

    private static let words = Shape.closed([("text", ["type": "string", "description": "お客様の言葉（32 KiB まで）"])])

    private static let routing = Shape.closed(
        [
            ("schema", ["const": "kiyaku.routing/1"]), ("contract", Shape.text), ("dictionary", Shape.textOrNull),
            (
                "questions",
                Shape.list(
                    Shape.closed([
                        ("text", Shape.text), ("span", Shape.list(Shape.whole)), ("decision", Shape.textOrNull),
                        (
                            "candidates",
                            Shape.list(
                                Shape.closed([
                                    ("decision", Shape.text), ("question", Shape.text), ("percent", Shape.whole),
                                    ("words", Shape.list(Shape.closed([("words", Shape.text), ("span", Shape.list(Shape.whole))]))),
                                ]))
                        ),
                    ]))
            ),
        ],
        optional: [("faults", Shape.list(Shape.closed([("message", Shape.text), ("message_en", Shape.text)])))])

    private static let decisions = Shape.closed([
        ("schema", ["const": "kiyaku.decisions/1"]), ("contract", Shape.text),
        (
            "decisions",
            Shape.list(
                Shape.closed(
                    [
                        ("decision", Shape.text), ("question", Shape.text), ("chapter", Shape.textOrNull), ("clauses", Shape.texts),
                        ("purposes", Shape.texts), ("examples", Shape.texts),
                        ("outcomes", Shape.list(Shape.closed([("outcome", Shape.text), ("text", Shape.text)]))), ("facts", Shape.texts),
                        (
                            "asked",
                            Shape.closed([], optional: [("caller", Shape.whole), ("us", Shape.whole), ("responsible", Shape.whole), ("party", Shape.whole)])
                        ),
                    ]))
        ),
    ])

    private static let device = Shape.closed(
        [("text", ["type": "string", "description": "ユーザーエージェントか、systeminfo・ver・winver の表示（32 KiB まで）"])],
        optional: [
            (
                "headers",
                ["type": "object", "additionalProperties": Shape.text, "description": "クライアントヒント（Sec-CH-UA-…）。ほかのヘッダーは見ない"]
            )
        ])

    private static let product = Shape.orNull(
        Shape.closed([
            ("product", Shape.textOrNull), ("version", Shape.textOrNull), ("alternatives", Shape.texts), ("release", Shape.textOrNull),
            ("edition", Shape.textOrNull), ("build", Shape.textOrNull),
        ]))

    private static let environment = Shape.closed([
        ("schema", ["const": "kiyaku.environment/1"]), ("input", Shape.one(of: ["user_agent", "system"])), ("os", product), ("browser", product),
        ("uncertain", Shape.texts), ("uncertain_en", Shape.texts),
        ("facts", Shape.list(Shape.closed([("fact", Shape.text), ("value", Shape.text)]))), ("user_agent", Shape.orNull(Shape.object)),
    ])

    private static let contracts = Shape.closed([
        (
            "contracts",
            Shape.list(
                Shape.closed([
                    ("contract", Shape.text), ("title", Shape.text), ("edition", Shape.textOrNull), ("rules_digest", Shape.text),
                    ("data_digest", Shape.text), ("decisions", Shape.list(Shape.closed([("decision", Shape.text), ("outcomes", Shape.texts)]))),
                ]))
        )
    ])

    private static let clause: [(String, JSONValue)] = [
        ("id", Shape.text), ("cite", Shape.text), ("heading", Shape.textOrNull), ("gist", Shape.textOrNull), ("wording", Shape.textOrNull),
        ("rules", Shape.texts), ("decisions", Shape.texts), ("norms", Shape.texts), ("interpretations", Shape.texts),
        ("status", Shape.one(of: ["encoded", "nonoperative"])),
        ("reason", Shape.textOrNull),
    ]

    private static let interpretations = Shape.closed([
        (
            "interpretations",
            Shape.list(
                Shape.closed([
                    ("name", Shape.text), ("clauses", Shape.texts), ("issue", Shape.text), ("readings", Shape.texts), ("adopted", Shape.text),
                    ("reason", Shape.textOrNull),
                ]))
        )
    ])

    private static let vocabulary = Shape.closed([
        ("schema", ["const": "kiyaku.facts/1"]), ("contract", Shape.text), ("answering", Shape.textOrNull), ("facts", Shape.objects), ("lists", Shape.objects),
        ("groups", Shape.objects),
    ])

    private static let replay = Shape.closed(
        [("record", Shape.whole), ("outcome", Shape.one(of: ["same", "changed", "erased"]))],
        optional: [
            (
                "changes",
                Shape.list(
                    Shape.closed([
                        ("form", Shape.whole), ("name", Shape.text), ("name_en", Shape.text), ("date", Shape.text), ("parts", Shape.texts),
                    ]))
            )
        ])

    private static let record = Shape.closed(
        [("record", Shape.object), ("hash", Shape.text)],
        optional: [("decision", ["type": ["object", "null"]]), ("facts_erased", Shape.flag), ("facts", Shape.object), ("masked", Shape.texts)])
}
