import Diagnostics
import Hummingbird
import Kiyaku
import Pages
import Serialization
import Values

/// 規約: the outline.
struct ContractPage: SitePage {
    typealias Content = OutlineContent

    static let declaration = PageDeclaration(
        path: "/contract", title: "title_contract", template: "contract", right: .readContract, isInMenu: true)

    let state: ServiceState

    func add(to routes: PageRoutes) { routes.get(use: look) }

    @Sendable private func look(_ request: Request, context: ServiceContext) async throws -> Response {
        let controller = PageController(state: state, request: request, context: context)
        let view = ContractView(state.edition.book, language: controller.language, href: { ContractPaths.clause($0) })
        let text = try FormFields(Array((request.uri.query ?? "").utf8)).first("q")
        if text.allSatisfy(\.isWhitespace) { return controller.page(Self.self, view.outline) }
        if let id = view.clause(numbered: text), let href = ContractPaths.clause(id) { return PageController.go(href) }
        return controller.page(ContractSearchPage.self, view.results(text))
    }
}

/// What is found in the contract; the outline shows it.
struct ContractSearchPage: SitePage {
    typealias Content = SearchContent

    static let declaration = PageDeclaration(
        path: ContractPage.declaration.path, title: "title_search", template: "contract-search", right: .readContract)

    let state: ServiceState
}

/// One clause.
struct ContractClausePage: SitePage {
    typealias Content = ClauseContent

    static let declaration = PageDeclaration(path: "/contract/clauses", title: "title_contract", template: "clause", right: .readContract)

    let state: ServiceState

    func add(to routes: PageRoutes) { routes.get("/:clause", use: look) }

    @Sendable private func look(_ request: Request, context: ServiceContext) async throws -> Response {
        let controller = PageController(state: state, request: request, context: context)
        let written = context.parameter("clause") ?? ""
        let book = state.edition.book
        let view = ClauseView(book, language: controller.language, href: { ContractPaths.clause($0) })
        if let content = view.content(written, outline: ContractPage.declaration.path) { return controller.page(Self.self, content) }
        // Another spelling has its page under the ID.
        let outline = ContractView(book, language: controller.language, href: { ContractPaths.clause($0) })
        guard let id = outline.clause(numbered: written), id != written, let href = ContractPaths.clause(id) else { throw Problem.unknown }
        return PageController.go(href)
    }
}

/// Until when things are supported.
struct SupportPage: SitePage {
    typealias Content = SupportContent

    static let declaration = PageDeclaration(path: "/contract/support", title: "title_support", template: "support", right: .readContract)

    let state: ServiceState

    func add(to routes: PageRoutes) { routes.get(use: look) }

    @Sendable private func look(_ request: Request, context: ServiceContext) async throws -> Response {
        let controller = PageController(state: state, request: request, context: context)
        let asked = try FormFields(Array((request.uri.query ?? "").utf8)).first("day")
        guard let day = asked.isEmpty ? context.moment.today?.date : CivilDate(asked) else { throw Problem.notDay }
        let view = SupportView(state.edition.plan, language: controller.language)
        return controller.page(Self.self, view.content(day, action: Self.declaration.path))
    }
}
