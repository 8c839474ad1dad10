import Documents
import HTTPTypes
import Vocabulary

/// All that programs can ask of the service.
struct Operations {
    let all: [Operation]

    init(_ vocabulary: ContractVocabulary) {
        let names = vocabulary.decisions.map(\.name)
        all = Self.cases(names) + Self.texts + Self.contract(vocabulary.title.name, vocabulary.clauses.prefix(3).map(\.id)) + Self.records + Self.upkeep
    }

    private static func cases(_ decisions: [String]) -> [Operation] {
        let one = Operation.inQuery("decision", Shape.one(of: decisions), "判定の名前。なければ主な判定")
        let any = Operation.inQuery("decision", Shape.one(of: decisions + ["all"]), "判定の名前。なければ主な判定、all ですべて")
        return [
            Operation(
                method: .post, path: "/v1/decisions", id: "decide", summary: "一件を判定し、記録してから答える", parameters: [any],
                body: ("application/json", Shape.named("Facts")), reply: Shape.named("RecordedAnswer"),
                replyHeaders: [("Location", ["description": "記録の場所", "required": true, "schema": Shape.text])], problems: [403, 408, 413, 422, 503]),
            Operation(
                method: .post, path: "/v1/decisions:batch", id: "decideBatch",
                summary: "一行に一件の JSON を判定し、一行に一件の答えを返す。読めない行は problem で知らせ、ほかの行を続ける", parameters: [any],
                body: ("application/x-ndjson", Shape.any), isBodyOptional: true, type: "application/x-ndjson", reply: Shape.any, problems: [403]),
            Operation(
                method: .post, path: "/v1/interview", id: "interview", summary: "次に尋ねることを答える。尋ねることがなくなれば、判定して記録する",
                parameters: [one], body: ("application/json", Shape.named("Interview")), reply: Shape.named("InterviewState"),
                problems: [403, 408, 413, 422, 503]),
        ]
    }

    private static let texts = [
        Operation(
            method: .post, path: "/v1/extract", id: "extract", summary: "自由文から事実を見つける", body: ("application/json", Shape.named("Text")),
            reply: Shape.named("Extraction"), problems: [403, 408, 413, 422]),
        Operation(
            method: .post, path: "/v1/route", id: "route", summary: "自由文が尋ねている判定を選ぶ", body: ("application/json", Shape.named("Words")),
            reply: Shape.named("Routing"), problems: [403, 408, 413, 422]),
        Operation(
            method: .post, path: "/v1/detect", id: "detect", summary: "端末の OS とブラウザを見分ける", body: ("application/json", Shape.named("Device")),
            reply: Shape.named("Environment"), problems: [403, 408, 413, 422, 503]),
    ]

    private static func contract(_ name: String, _ clauses: [String]) -> [Operation] {
        let contract = Operation.inPath("contract", Shape.one(of: [name]), "規約の名前")
        let number: JSONValue = .object([("type", "string"), ("examples", .array(clauses.map { .string($0) }))])
        let clause = Operation.inPath("clause", number, "条項の番号。どの書き方でもよい")
        let place = "/v1/contracts/{contract}"
        return [
            Operation(
                method: .get, path: "/v1/contracts", id: "contracts", summary: "規約の名前、版、指紋、判定と結果", reply: Shape.named("Contracts"), problems: [400]),
            Operation(
                method: .get, path: place + "/facts", id: "facts", summary: "語彙", parameters: [contract], reply: Shape.named("Vocabulary"),
                problems: [400, 404]),
            Operation(
                method: .get, path: place + "/decisions", id: "decisions", summary: "判定できること: 問い、尋ね方、結果、読む事実", parameters: [contract],
                reply: Shape.named("Decisions"), problems: [400, 404]),
            Operation(
                method: .get, path: place + "/schema", id: "schema", summary: "事実の文書の JSON Schema", parameters: [contract],
                type: "application/schema+json", reply: Shape.object, problems: [400, 404]),
            Operation(
                method: .get, path: place + "/interpretations", id: "interpretations", summary: "解釈", parameters: [contract],
                reply: Shape.named("Interpretations"), problems: [400, 404]),
            Operation(
                method: .get, path: place + "/clauses/{clause}", id: "clause", summary: "条項の要旨・規則・解釈",
                parameters: [contract, clause], reply: Shape.named("Clause"), problems: [400, 404]),
        ]
    }

    private static let positive: JSONValue = ["type": "integer", "minimum": 1, "maximum": .integer(.max)]
    private static let number = Operation.inPath("number", positive, "記録の番号")

    private static let records = [
        Operation(
            method: .get, path: "/v1/records", id: "records", summary: "記録の一覧",
            parameters: [Operation.inQuery("from", positive, "この番号から"), Operation.inQuery("limit", positive, "件数（1000 まで。なければ 100）")],
            reply: Shape.named("Records"), problems: [400, 403, 503]),
        Operation(
            method: .get, path: "/v1/records/{number}", id: "record", summary: "一件の事実と判定",
            parameters: [number, Operation.inQuery("personal", Shape.flag, "個人情報の事実も見る")], reply: Shape.named("Record"),
            problems: [400, 403, 404, 503]),
        Operation(
            method: .post, path: "/v1/records/{number}/replay", id: "replay", summary: "判定をやり直して比べる", parameters: [number],
            reply: Shape.named("Replay"), problems: [400, 403, 404, 503]),
    ]

    private static let upkeep = [
        Operation(
            method: .get, path: "/healthz", id: "health", summary: "動いているか", isOpen: true,
            reply: Shape.closed([("status", ["const": "ok"])])),
        Operation(
            method: .get, path: "/readyz", id: "ready", summary: "答えられるか", isOpen: true,
            reply: Shape.closed([("status", ["const": "ready"]), ("rules_digest", Shape.text)]), problems: [503]),
        Operation(
            method: .get, path: "/metrics", id: "metrics", summary: "計測（Prometheus の文字形式）", type: "text/plain", reply: Shape.text, problems: [403]),
        Operation(
            method: .post, path: "/v1/rules:reload", id: "reload", summary: "規則を読み直す", reply: Shape.named("Reload"), problems: [403, 422, 503]),
        Operation(method: .get, path: "/openapi.json", id: "openapi", summary: "この文書", reply: Shape.object),
    ]
}
