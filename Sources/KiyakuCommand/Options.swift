import ArgumentParser
import Diagnostics
import Foundation
import Values

/// How output is written.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable { case text, json }

/// The language of messages.
enum LanguageOption: String, ExpressibleByArgument, CaseIterable { case ja, en }

/// Which rules, and in which language.
struct RulesOptions: ParsableArguments, Bilingual {
    @Option(name: .long, help: ArgumentHelp("規則のフォルダ（既定: KIYAKU_RULES、なければ同梱の規則）", valueName: "DIR"))
    var rules: String?

    @Option(name: .long, help: "表示の言語: ja か en（既定: KIYAKU_LANG、なければ ja）")
    var lang: LanguageOption?

    /// The language of messages.
    var language: MessageLanguage {
        let set = ProcessInfo.processInfo.environment["KIYAKU_LANG"].flatMap { LanguageOption(rawValue: $0) }
        return (lang ?? set ?? .ja) == .en ? .english : .japanese
    }
}

/// What most commands take.
struct CommonOptions: ParsableArguments, Bilingual {
    @OptionGroup var base: RulesOptions

    @Option(name: .long, help: "出力の形: text か json")
    var format: OutputFormat = .text

    /// The folder of the rules, where one was asked for.
    var rules: String? { base.rules }
    /// The language of messages.
    var language: MessageLanguage { base.language }
}

/// The days that the installation designates.
struct CalendarOption: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("営業暦の CSV（既定: KIYAKU_CALENDAR、なければ尋ねる）", valueName: "FILE"))
    var calendar: String?
}

/// The day, or the instant, to judge by.
struct DayOption: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("基準日（2026-11-22）または日時（2026-11-24T10:00）。既定は事実の as_of、なければ今日", valueName: "DATE"))
    var asOf: String?

    /// What was asked for; `nil` where nothing was.
    func instant(_ terminal: Terminal) throws -> Instant? {
        guard let asOf else { return nil }
        if let instant = Instant(foldWidth(asOf)) { return instant }
        if let date = CivilDate(written: asOf, near: nil) { return Instant(date: date, time: nil) }
        terminal.fail(
            Wording(
                "--as-of の「\(asOf)」は日付でも日時でもありません。2026-11-22 や 2026-11-24T10:00 のように書いてください",
                "`\(asOf)` for --as-of is neither a date nor an instant; write 2026-11-22 or 2026-11-24T10:00"))
        throw ExitStatus.badInput.exit
    }
}

/// What the exit code goes by.
struct ExitOption: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("終了コードの決め方: outcome は結果、side は側が決まれば 0", valueName: "outcome|side"))
    var by: ExitBasis = .outcome
}

/// Which decisions.
struct DecisionsOption: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("判定の名前、または all。いくつでも（既定: 主判定）", valueName: "NAME"))
    var decision: [String] = []
}
