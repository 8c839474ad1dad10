import ArgumentParser
import Diagnostics
import Documents
import Explanation
import Extraction
import Plans
import Values
import Vocabulary

/// `kiyaku extract`: the facts that a free text speaks of, for programs.
struct ExtractCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "extract", abstract: "自由文から、表記に従って事実を見つけます。")

    @OptionGroup var options: CommonOptions
    @OptionGroup var day: DayOption

    @Flag(name: .long, help: "標準入力の一行ずつを一つの文として読む")
    var lines = false

    @Argument(help: ArgumentHelp("文（- は標準入力）", valueName: "TEXT"))
    var text: String = "-"

    func run() throws {
        let terminal = Terminal(language: options.language)
        let asOf = (try day.instant(terminal) ?? Clock.today()).map { Int64($0.date.dayNumber) }
        let plan = try LoadedRules.load(options, terminal).plan
        let extractor = Extractor(enumerations: plan.enumerations, facts: plan.facts)
        guard lines else {
            let input = text == "-" ? String(decoding: terminal.read("-") ?? [], as: UTF8.self) : text
            return write(extractor.extract(input, asOf: asOf), of: input, plan, terminal)
        }
        while let line = readLine() { write(extractor.extract(line, asOf: asOf), of: line, plan, terminal) }
    }

    private func write(_ extraction: Extraction, of text: String, _ plan: Plan, _ terminal: Terminal) {
        for fault in extraction.faults { terminal.fail(fault.wording) }
        if options.format == .json {
            let facts = JSONValue.object([("facts", .array(extraction.found.map { json($0, plan) }))])
            return terminal.write(facts.text(pretty: !lines))
        }
        for found in extraction.found {
            let doubt = found.certain ? "" : options.word("（要確認）", " (to confirm)")
            let sign = found.isDenied ? "≠" : "="
            terminal.write("\(found.words(in: text)) → \(plan.facts[found.fact].name) \(sign) \(FoundText(plan).name(found))\(doubt)")
        }
    }

    private func json(_ found: FoundFact, _ plan: Plan) -> JSONValue {
        .object([
            ("fact", .string(plan.facts[found.fact].name)), ("value", .string(FoundText(plan).name(found))),
            ("negated", .bool(found.isDenied)),
            ("span", [.integer(Int64(found.span.lowerBound)), .integer(Int64(found.span.upperBound))]), ("pattern", .string(found.pattern)),
            ("certain", .bool(found.certain)), ("doubts", .array(found.doubts.map(\.rawValue).sorted().map { .string($0) })),
        ])
    }
}

/// Found facts in words.
struct FoundText {
    let plan: Plan

    init(_ plan: Plan) { self.plan = plan }

    /// The value as facts files write it.
    func name(_ found: FoundFact) -> String {
        let type = plan.facts[found.fact].type
        switch found.content {
        case .value(let value): return ValueText(plan).name(value, type)
        case .member(let code, _):
            guard case .set(let of) = type, plan.enumerations[of].cases.indices.contains(code) else { return "?" }
            return plan.enumerations[of].cases[code].name
        }
    }

    /// The value as people say it.
    func caption(_ found: FoundFact) -> String {
        let type = plan.facts[found.fact].type
        switch (found.content, type) {
        case (.value(let value), _): return ValueText(plan).text(value, type)
        case (.member(let code, _), .set(let of)): return ValueText(plan).caseCaption(of, Int64(code))
        default: return "?"
        }
    }
}

extension FoundFact {
    /// The words of a text that gave the fact.
    func words(in text: String) -> String {
        let bytes = Array(text.utf8)
        guard words.lowerBound >= 0, words.upperBound <= bytes.count else { return "" }
        return String(decoding: bytes[words], as: UTF8.self)
    }
}
