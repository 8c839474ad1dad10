import ArgumentParser
import Kiyaku

extension Audience: ExpressibleByArgument {}

/// The choice of readers.
struct AudienceOption: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("だれに向けて書くか: staff（一画面）・customer（お客様への返信）・legal（証明つき）", valueName: "WHO"))
    var audience: Audience = .staff
}
