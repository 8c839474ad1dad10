import ArgumentParser
import Diagnostics
import Documents
import Facts
import Kiyaku
import Vocabulary

/// `kiyaku facts`: the vocabulary.
struct FactsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "facts", abstract: "事実の語彙（名前・型・値・質問・尋ねるとき・読む判定）を示します。--schema で JSON Schema。")

    @OptionGroup var options: CommonOptions

    @Flag(name: .long, help: "事実のファイルを検証する JSON Schema を出す")
    var schema = false

    @Flag(name: .long, help: "尋ねることの一覧を Markdown で出す（docs/questions.md）")
    var markdown = false

    @Argument(help: ArgumentHelp("この語で始まる事実だけ", valueName: "PREFIX"))
    var prefix: String?

    func run() throws {
        let terminal = Terminal(language: options.language)
        let edition = try Edition.load(options, terminal)
        if schema { return terminal.write(edition.factsSchema.text(pretty: true)) }
        if options.format == .json { return terminal.write(json(edition).text(pretty: true)) }
        let guide = FactGuide(edition, language: options.language)
        if markdown { return terminal.write(guide.markdown) }
        for entry in guide.entries where entry.fact.name.hasPrefix(prefix ?? "") {
            let fact = entry.fact
            terminal.write("\(fact.name) : \(type(fact.type, edition.vocabulary))\(marks(fact))　\(fact.caption)")
            if let question = fact.question { terminal.write("    \(options.word("問", "asks")): \(question)") }
            if let values = values(fact.type, edition.vocabulary) { terminal.write("    \(options.word("値", "values")): \(values)") }
            if let premise = entry.premise { terminal.write("    \(options.word("尋ねるとき", "asked when")): \(premise)") }
            if !entry.decisions.isEmpty {
                terminal.write("    \(options.word("読む判定", "read by")): \(entry.decisions.joined(separator: options.word("・", ", ")))")
            }
        }
    }

    /// The vocabulary, of the facts that were asked for.
    private func json(_ edition: Edition) -> JSONValue {
        let whole = edition.vocabularyJSON
        guard let prefix, case .object(let members) = whole else { return whole }
        return .object(
            members.map { key, value in
                guard key == "facts", case .array(let facts) = value else { return (key, value) }
                return (key, .array(facts.filter { if case .string(let name)? = $0["name"] { name.hasPrefix(prefix) } else { false } }))
            })
    }

    private func type(_ type: FactType, _ vocabulary: ContractVocabulary) -> String {
        switch type {
        case .bool: options.word("真偽", "bool")
        case .enumeration(let of): vocabulary.enumerations[of].name
        case .set(let of): options.word("集合 ", "set ") + vocabulary.enumerations[of].name
        case .date: options.word("日付", "date")
        case .month: options.word("年月", "month")
        case .time: options.word("時刻", "time")
        case .version: options.word("版", "version")
        case .number(let unit): options.word("数", "number") + (unit.map { " \($0)" } ?? "")
        case .integer: options.word("整数", "integer")
        case .text: options.word("文字", "text")
        }
    }

    private func marks(_ fact: Fact) -> String {
        var marks: [String] = []
        switch fact.kind {
        case .discretion(let party): marks.append(options.word("裁量 \(party)", "discretion of \(party)"))
        case .finding(let party): marks.append(options.word("認定 \(party)", "finding of \(party)"))
        default: break
        }
        if case .plain = fact.kind, let asked = fact.askedOf { marks.append(options.word("尋ねる相手 \(asked.party)", "asked of \(asked.party)")) }
        if fact.isChangeable { marks.append(options.word("変更可", "changeable")) }
        if fact.isTopic { marks.append(options.word("主題", "topic")) }
        return marks.isEmpty ? "" : " [\(marks.joined(separator: ", "))]"
    }

    private func values(_ type: FactType, _ vocabulary: ContractVocabulary) -> String? {
        switch type {
        case .enumeration(let of), .set(let of): vocabulary.enumerations[of].cases.map(text).joined(separator: options.word("・", ", "))
        default: nil
        }
    }

    /// A case as facts write it, with what it says where that is more.
    private func text(_ value: Enumeration.Case) -> String {
        value.label.map { $0 == value.name ? value.name : "\(value.name)「\($0)」" } ?? value.name
    }
}
