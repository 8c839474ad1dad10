import Sentences
import Testing

@Suite("English")
struct EnglishTests {
    static let simple: [Expectation] = [
        .init("We did not move the router.", "move", "not past customer"),
        .init("We moved the router yesterday.", "moved", "past customer"),
        .init("We want to cancel the contract.", "cancel", "wish customer"),
        .init("Did you change the settings?", "change", "whether past provider"),
        .init("When does the engineer come?", "come", "how"),
        .init("If we move the box, what happens?", "move", "if customer"),
        .init("Was it you who changed the settings, or somebody else?", "who", "whether past provider"),
        .init("Please send somebody.", "send", "request"),
        .init("Perhaps it has failed.", "failed", "guess past"),
        .init("It hasn't arrived yet.", "arrived", "not past pending"),
    ]

    @Test("The simplest forms", arguments: simple)
    func forms(_ one: Expectation) throws { try one.check() }
}
