import Diagnostics
import Foundation
import Hummingbird
import Kiyaku
import Pages

/// 作業台: rules are edited, tried and compared with those in use. Nothing gets into use from here.
struct WorkbenchPage: SitePage {
    typealias Content = WorkbenchContent

    static let declaration = PageDeclaration(
        path: "/workbench", title: "title_workbench", template: "workbench", right: .tryRules, isInMenu: true, keepsForms: true)

    /// What is pasted without belonging to a file yet.
    static let newFile = "draft.kiyaku"
    /// One draft is tried at a time: the tests take a processor for some seconds.
    private static let queue = DispatchQueue(label: "kiyaku.workbench")

    let state: ServiceState

    func add(to routes: PageRoutes) {
        routes.get(use: open)
        routes.post(use: look)
    }

    @Sendable private func open(_ request: Request, context: ServiceContext) async throws -> Response {
        let controller = PageController(state: state, request: request, context: context)
        let edition = state.edition
        let held = controller.held()
        func sent(_ name: String) -> String? { held?.first { $0.name == name }?.value }
        let asked = try sent("file") ?? FormFields(Array((request.uri.query ?? "").utf8)).first("file")
        let file = asked.isEmpty ? edition.files.ruleNames.first ?? Self.newFile : asked
        guard file == Self.newFile || edition.files.text(file) != nil else { throw Problem.unknown }
        let content = WorkbenchView(edition, language: controller.language).content(
            file: file, source: sent("source") ?? edition.files.text(file) ?? "", isHeld: held != nil)
        return controller.page(Self.self, content)
    }

    @Sendable private func look(_ request: Request, context: ServiceContext) async throws -> Response {
        let controller = PageController(state: state, request: request, context: context)
        let edition = state.edition
        let fields = try await controller.form()
        let file = fields.first("file")
        guard file == Self.newFile || edition.files.text(file) != nil else { throw Problem.unknown }
        // Browsers end lines as HTTP does.
        let source = fields.first("source").replacing("\r\n", with: "\n")
        let view = WorkbenchView(edition, language: controller.language)
        let isTrial = fields.first("act") == "test"
        let report = await withCheckedContinuation { continuation in
            Self.queue.async { continuation.resume(returning: view.report(RuleDraft(edition, file: file, text: source), isTrial: isTrial)) }
        }
        return controller.page(Self.self, view.content(file: file, source: source, report: report))
    }
}
