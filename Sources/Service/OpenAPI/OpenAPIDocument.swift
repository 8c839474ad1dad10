package import Documents
package import Kiyaku
import HTTPTypes
import Vocabulary

/// What programs can ask for, for programs: OpenAPI 3.1, with the vocabulary of an edition.
package struct OpenAPIDocument {
    package let json: JSONValue

    /// - Parameter program: the version of the program.
    package init(_ edition: Edition, program: String) {
        var paths: [(String, [(String, JSONValue)])] = []
        for operation in Operations(edition.vocabulary).all {
            let own = (operation.method.rawValue.lowercased(), operation.json)
            if let place = paths.firstIndex(where: { $0.0 == operation.path }) { paths[place].1.append(own) } else { paths.append((operation.path, [own])) }
        }
        let schemas = FactsShape(edition).components + AnswerShapes(edition.vocabulary).components + ReplyShapes.components
        json = .object([
            ("openapi", "3.1.0"),
            (
                "info",
                [
                    "title": .string("\(edition.vocabulary.title.title ?? edition.vocabulary.title.name)の判定"), "version": .string(program),
                    "description": "説明と例は docs/api.md にあります。誤りはすべて RFC 9457 の形です。",
                ]
            ),
            ("servers", [["url": "/"]]), ("security", [["token": []]]), ("paths", .object(paths.map { ($0.0, .object($0.1)) })),
            (
                "components",
                [
                    "securitySchemes": ["token": ["type": "http", "scheme": "bearer"]], "schemas": .object(schemas),
                    "responses": .object(Self.problems.map { ("\($0.status)", Self.problem($0.status, $0.description)) }),
                ]
            ),
        ])
    }

    private static let problems: [(status: Int, description: String)] = [
        (400, "JSON として読めない、引数が違う"), (401, "合言葉がないか違う"), (403, "役割が足りない"), (404, "その場所や番号には何もない"),
        (408, "本文が時間内に届かない"), (413, "本文が大きすぎる"), (415, "本文が JSON でない"), (422, "事実や規則に誤りがある"), (429, "要求が多すぎる"),
        (503, "いまは答えられない"),
    ]

    private static func problem(_ status: Int, _ description: String) -> JSONValue {
        var headers = [Operation.requestID]
        if status == 401 { headers.append(("WWW-Authenticate", ["required": true, "schema": Shape.text])) }
        if status == 429 { headers.append(("Retry-After", ["required": true, "schema": Shape.whole])) }
        return [
            "description": .string(description), "headers": .object(headers),
            "content": .object([("application/problem+json", .object([("schema", Shape.named("Problem"))]))]),
        ]
    }
}
