import Testing

@Suite("The page of the API", .enabled(if: Command.isBuilt, Command.absence))
struct APIPageTests {
    @Test("Its examples print what it shows")
    func runs() async throws {
        let service = try await RunningService(SmallRules(), serves: Command.shippedRules)
        try await ConsolePage(path: "docs/api.md").check(prelude: "export KIYAKU='\(service.url)' TOKEN='\(service.admin)'")
    }
}
