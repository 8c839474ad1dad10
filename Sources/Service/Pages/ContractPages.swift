import Diagnostics
import Hummingbird
import Kiyaku
import Pages
import Serialization
import Values

/// 規約: the outline, what is found in it, its clauses, and until when things are supported.
struct ContractPages {
    let state: ServiceState

    func add(to router: Router<ServiceContext>) {
        router.get("/contract", use: outline)
        router.get("/contract/clauses/:clause", use: clause)
        router.get("/contract/support", use: support)
    }

    @Sendable private func outline(_ request: Request, context: ServiceContext) async throws -> Response {
        let controller = try controller(request, context)
        let view = ContractView(state.edition.book, language: controller.language, href: { ContractPaths.clause($0) })
        let text = try FormFields(Array((request.uri.query ?? "").utf8)).first("q")
        if text.allSatisfy(\.isWhitespace) { return controller.page(.contract, title: "title_contract", view.outline) }
        if let id = view.clause(numbered: text), let href = ContractPaths.clause(id) { return PageController.go(href) }
        return controller.page(.contractSearch, title: "title_search", view.results(text))
    }

    @Sendable private func clause(_ request: Request, context: ServiceContext) async throws -> Response {
        let controller = try controller(request, context)
        let written = context.parameter("clause") ?? ""
        let book = state.edition.book
        let view = ClauseView(book, language: controller.language, href: { ContractPaths.clause($0) })
        if let content = view.content(written, outline: ContractPaths.outline) { return controller.page(.clause, title: "title_contract", content) }
        // Another spelling has its page under the ID.
        let outline = ContractView(book, language: controller.language, href: { ContractPaths.clause($0) })
        guard let id = outline.clause(numbered: written), id != written, let href = ContractPaths.clause(id) else { throw Problem.unknown }
        return PageController.go(href)
    }

    @Sendable private func support(_ request: Request, context: ServiceContext) async throws -> Response {
        let controller = try controller(request, context)
        let asked = try FormFields(Array((request.uri.query ?? "").utf8)).first("day")
        guard let day = asked.isEmpty ? context.moment.today?.date : CivilDate(asked) else { throw Problem.notDay }
        return controller.page(
            .support, title: "title_support", SupportView(state.edition.plan, language: controller.language).content(day, action: ContractPaths.support))
    }

    private func controller(_ request: Request, _ context: ServiceContext) throws -> PageController {
        _ = try context.caller(.readContract)
        return PageController(state: state, request: request, context: context)
    }
}
