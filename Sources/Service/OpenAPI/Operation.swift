import Documents
import HTTPTypes

/// One thing that programs can ask for, as OpenAPI says it.
struct Operation {
    let method: HTTPRequest.Method
    /// With parameters in braces: `/v1/records/{number}`.
    let path: String
    /// A name for it that programs can use.
    let id: String
    let summary: String
    /// Open to everybody.
    var isOpen = false
    var parameters: [JSONValue] = []
    /// The body that it takes: its type and its schema.
    var body: (type: String, schema: JSONValue)?
    /// Whether it also takes none at all.
    var isBodyOptional = false
    var type = "application/json"
    let reply: JSONValue
    var replyHeaders: [(String, JSONValue)] = []
    /// The problems that it can end with, besides those of tokens and of reading a body.
    var problems: [Int] = []

    var json: JSONValue {
        var members: [(String, JSONValue)] = [("operationId", .string(id)), ("summary", .string(summary))]
        if isOpen { members.append(("security", [])) }
        if !parameters.isEmpty { members.append(("parameters", .array(parameters))) }
        if let body {
            members.append(("requestBody", ["required": .bool(!isBodyOptional), "content": .object([(body.type, .object([("schema", body.schema)]))])]))
        }
        return .object(members + [("responses", .object([("200", success)] + all.map { ("\($0)", ["$ref": .string("#/components/responses/\($0)")]) }))])
    }

    private var success: JSONValue {
        [
            "description": "答え", "headers": .object([Self.requestID] + replyHeaders),
            "content": .object([(type, .object([("schema", reply)]))]),
        ]
    }

    /// All problems, in order.
    private var all: [Int] { Set(problems + (isOpen ? [] : [401, 429]) + (body == nil ? [] : [400, 415])).sorted() }

    /// The header that every reply has.
    static let requestID: (String, JSONValue) = (
        "X-Request-Id", ["description": "ログと記録が要求を知る番号", "required": true, "schema": Shape.text]
    )

    static func inPath(_ name: String, _ schema: JSONValue, _ description: String) -> JSONValue {
        ["name": .string(name), "in": "path", "required": true, "description": .string(description), "schema": schema]
    }

    static func inQuery(_ name: String, _ schema: JSONValue, _ description: String) -> JSONValue {
        ["name": .string(name), "in": "query", "required": false, "description": .string(description), "schema": schema]
    }
}
