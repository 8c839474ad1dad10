import Diagnostics
import Documents
import Facts
import Hummingbird
import Kiyaku
import Vocabulary

/// The contract as it is written down in rules.
struct ContractRoutes {
    let state: ServiceState

    func add(to router: Router<ServiceContext>) {
        router.get("/v1/contracts", use: list)
        router.get("/v1/contracts/:contract/facts", use: facts)
        router.get("/v1/contracts/:contract/decisions", use: decisions)
        router.get("/v1/contracts/:contract/schema", use: schema)
        router.get("/v1/contracts/:contract/interpretations", use: interpretations)
        router.get("/v1/contracts/:contract/clauses/:clause", use: clause)
    }

    @Sendable private func list(_ request: Request, context: ServiceContext) async throws -> Response {
        _ = try context.caller(.readContract)
        _ = try request.query([])
        let edition = state.edition
        let title = edition.vocabulary.title
        return Response(
            json: [
                "contracts": [
                    [
                        "contract": .string(title.name), "title": .string(title.title ?? title.name), "edition": title.edition.map { .string($0) } ?? .null,
                        "rules_digest": .string(edition.digest), "data_digest": .string(edition.dataDigest),
                        "decisions": .array(
                            edition.vocabulary.decisions.map { decision in
                                ["decision": .string(decision.name), "outcomes": .array(decision.outcomes.map { .string($0.name) })]
                            }),
                    ]
                ]
            ])
    }

    @Sendable private func facts(_ request: Request, context: ServiceContext) async throws -> Response {
        Response(json: try edition(request, context).vocabularyJSON)
    }

    @Sendable private func decisions(_ request: Request, context: ServiceContext) async throws -> Response {
        Response(json: DecisionGuide(try edition(request, context)).json())
    }

    @Sendable private func schema(_ request: Request, context: ServiceContext) async throws -> Response {
        Response(json: try edition(request, context).factsSchema, type: "application/schema+json")
    }

    @Sendable private func interpretations(_ request: Request, context: ServiceContext) async throws -> Response {
        Response(json: try edition(request, context).vocabulary.interpretationsJSON)
    }

    @Sendable private func clause(_ request: Request, context: ServiceContext) async throws -> Response {
        guard let page = ClausePage(context.parameter("clause") ?? "", in: try edition(request, context).plan) else { throw Problem.unknown }
        return Response(json: page.json)
    }

    /// The edition of the contract that is named.
    private func edition(_ request: Request, _ context: ServiceContext) throws -> Edition {
        _ = try context.caller(.readContract)
        _ = try request.query([])
        let edition = state.edition
        guard context.parameter("contract") == edition.vocabulary.title.name else { throw Problem.unknown }
        return edition
    }
}
