import HTTPTypes
import Hummingbird
import Kiyaku

/// A page of the site. What others need to know of it stands in its declaration: routes, rights, the menu and the title come from there.
protocol SitePage: Sendable {
    /// What its template is filled with.
    associatedtype Content: Codable & Sendable

    static var declaration: PageDeclaration { get }

    init(state: ServiceState)

    /// Adds its routes; one that another page shows in its own place has none.
    func add(to routes: PageRoutes)
}

extension SitePage {
    func add(to routes: PageRoutes) {}
}

/// Where a page stands, what it is called, and who may see it.
struct PageDeclaration: Sendable {
    let path: String
    /// The key of its name among the texts.
    let title: String
    let template: String
    /// What one must be allowed to do; nil where anyone may see it, signed in or not.
    let right: AccessRole.Right?
    var isInMenu = false
    /// Whether people write at length in its form: what is sent after the end of a session waits for its sender.
    var keepsForms = false
    /// Whether an edition of the rules has it.
    var isThere: @Sendable (Edition) -> Bool = { _ in true }
}

/// Adds the routes of a page: whoever comes has its right, and the rules have the page.
struct PageRoutes {
    typealias Handler = @Sendable (Request, ServiceContext) async throws -> Response

    let router: Router<ServiceContext>
    let state: ServiceState
    let declaration: PageDeclaration

    /// - Parameter below: what follows the path of the page.
    func get(_ below: String = "", use handler: @escaping Handler) { on(.get, below, handler) }

    func post(_ below: String = "", use handler: @escaping Handler) { on(.post, below, handler) }

    private func on(_ method: HTTPRequest.Method, _ below: String, _ handler: @escaping Handler) {
        let (state, declaration) = (state, declaration)
        router.on(RouterPath(declaration.path + below), method: method) { request, context in
            if let right = declaration.right { _ = try context.caller(right) }
            guard declaration.isThere(state.edition) else { throw Problem.unknown }
            return try await handler(request, context)
        }
    }
}

/// The pages that there are.
enum Site {
    /// In the order of the menu. A page gets into the service by its line here.
    static let pages: [any SitePage.Type] = [
        InquiryPage.self, ApplicationPage.self, FleetPage.self, EnvironmentPage.self, EnvironmentCodesPage.self, ContractPage.self, ContractSearchPage.self,
        ContractClausePage.self, SupportPage.self, WorkbenchPage.self, RecordListPage.self, RecordPage.self, SignInPage.self,
    ]

    private static let declarations = pages.map { $0.declaration }
    static let menu = declarations.filter(\.isInMenu)
    /// What a person sees who has not signed in.
    static let open = Set(declarations.filter { $0.right == nil }.map(\.path))
    static let longForms = Set(declarations.filter(\.keepsForms).map(\.path))

    static func add(to router: Router<ServiceContext>, _ state: ServiceState) {
        for page in pages { page.init(state: state).add(to: PageRoutes(router: router, state: state, declaration: page.declaration)) }
    }
}
