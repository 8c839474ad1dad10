import Testing

@Suite("Tutorials", .enabled(if: Command.isBuilt, Command.absence))
struct TutorialTests {
    static let pages = Command.files("docs/tutorial", ".md")

    @Test("There is one for each kind of user")
    func kinds() { #expect(Self.pages.count >= 5) }

    @Test("The commands of a tutorial print what it shows", arguments: pages)
    func runs(page: String) async throws { try await ConsolePage(path: page).check() }
}
