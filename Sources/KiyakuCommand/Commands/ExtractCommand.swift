import ArgumentParser
import Diagnostics
import Documents
import Extraction
import Kiyaku
import Values
import Vocabulary

/// `kiyaku extract`: the facts that a free text speaks of, for programs.
struct ExtractCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "extract", abstract: "自由文から、表記に従って事実を見つけます。")

    @OptionGroup var options: CommonOptions
    @OptionGroup var day: DayOption

    @Flag(name: .long, help: "標準入力の一行ずつを一つの文として読む")
    var lines = false

    @Option(name: .long, help: "だれが書いた文か: caller（お客様）か colleague（電話を書き留めた担当）。なければ推し量る")
    var voice: Voice?

    @Flag(name: .long, help: "文をどう読んだかを、述語ごとに示す（表記を書く人のため）")
    var reading = false

    @Argument(help: ArgumentHelp("文（- は標準入力）", valueName: "TEXT"))
    var text: String = "-"

    func run() throws {
        let terminal = Terminal(language: options.language)
        let asOf = (try day.instant(terminal) ?? Clock.today()).map { Int64($0.date.dayNumber) }
        let edition = try Edition.load(options, terminal)
        guard lines else {
            let input = text == "-" ? String(decoding: terminal.read("-") ?? [], as: UTF8.self) : text
            return write(input, asOf, edition, terminal)
        }
        while let line = readLine() { write(line, asOf, edition, terminal) }
    }

    private func write(_ text: String, _ asOf: Int64?, _ edition: Edition, _ terminal: Terminal) {
        if reading {
            for line in edition.reading(of: text, voice: voice) { terminal.write(line) }
        }
        let extraction = edition.extract(text, asOf: asOf, voice: voice)
        for fault in extraction.faults { terminal.fail(fault.wording) }
        if let wording = extraction.dictionary.wording { terminal.fail(wording) }
        if options.format == .json {
            return terminal.write(edition.json(extraction).text(pretty: !lines))
        }
        for found in extraction.found {
            let doubt = found.certain ? "" : options.word("（要確認）", " (to confirm)")
            let sign = found.isDenied ? "≠" : "="
            terminal.write("\(found.words(in: text)) → \(edition.vocabulary.facts[found.fact].name) \(sign) \(FoundText(edition.plan).name(found))\(doubt)")
        }
        let scalars = Array(text.unicodeScalars)
        for span in extraction.unread where span.upperBound <= scalars.count {
            terminal.write(options.word("読まなかった: ", "not read: ") + String(String.UnicodeScalarView(scalars[span])))
        }
    }
}

extension Voice: ExpressibleByArgument {}
