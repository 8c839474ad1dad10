import Diagnostics
import Documents
import Facts
import Hummingbird
import Kiyaku
import Plans
import Vocabulary

/// The contract as it is written down in rules.
struct ContractRoutes {
    let state: ServiceState

    func add(to router: Router<ServiceContext>) {
        router.get("/v1/contracts", use: list)
        router.get("/v1/contracts/:contract/facts", use: facts)
        router.get("/v1/contracts/:contract/schema", use: schema)
        router.get("/v1/contracts/:contract/interpretations", use: interpretations)
        router.get("/v1/contracts/:contract/clauses/:clause", use: clause)
    }

    @Sendable private func list(_ request: Request, context: ServiceContext) async throws -> Response {
        _ = try context.caller(.readContract)
        _ = try request.query([])
        let edition = state.edition
        let title = edition.plan.title
        return Response(
            json: [
                "contracts": [
                    [
                        "contract": .string(title.name), "title": .string(title.title ?? title.name), "edition": title.edition.map { .string($0) } ?? .null,
                        "rules_digest": .string(edition.digest), "data_digest": .string(edition.dataDigest),
                        "decisions": .array(
                            edition.plan.decisions.map { decision in
                                ["decision": .string(decision.name), "outcomes": .array(decision.outcomes.map { .string($0.name) })]
                            }),
                    ]
                ]
            ])
    }

    @Sendable private func facts(_ request: Request, context: ServiceContext) async throws -> Response {
        Response(json: VocabularyJSON.of(try plan(request, context)))
    }

    @Sendable private func schema(_ request: Request, context: ServiceContext) async throws -> Response {
        Response(json: JSONSchema.of(try plan(request, context)), type: "application/schema+json")
    }

    @Sendable private func interpretations(_ request: Request, context: ServiceContext) async throws -> Response {
        Response(json: try plan(request, context).interpretationsJSON)
    }

    @Sendable private func clause(_ request: Request, context: ServiceContext) async throws -> Response {
        guard let page = ClausePage(context.parameter("clause") ?? "", in: try plan(request, context)) else { throw Problem.unknown }
        return Response(json: page.json)
    }

    /// The plan of the contract that is named.
    private func plan(_ request: Request, _ context: ServiceContext) throws -> Plan {
        _ = try context.caller(.readContract)
        _ = try request.query([])
        let plan = state.edition.plan
        guard context.parameter("contract") == plan.title.name else { throw Problem.unknown }
        return plan
    }
}
