import ArgumentParser
import Diagnostics
import Documents
import Kiyaku
import Vocabulary

/// `kiyaku clause`: one clause, by any spelling of its number.
struct ClauseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clause", abstract: "条項の要旨・規則・解釈を示します（第四十条一項三号、40条1項3号、40.1.3、別紙2注1 など）。当事者（甲 など）なら、だれかと、その義務や裁量を示します。")

    @OptionGroup var options: CommonOptions

    @Argument(help: ArgumentHelp("条番号か当事者", valueName: "REF"))
    var reference: [String]

    func run() throws {
        let terminal = Terminal(language: options.language)
        let rules = try Edition.load(options, terminal)
        let written = reference.joined(separator: " ")
        if let page = PartyPage(written, in: rules.quoting) {
            if options.format == .json { return terminal.write(page.json.text(pretty: true)) }
            return show(page, terminal)
        }
        guard let page = ClausePage(written, in: rules.quoting) else {
            terminal.fail(
                Wording(
                    "「\(written)」に当たる条項は規則にありません。第40条第1項第3号、40.1.3、別紙2注1 のように書いてください",
                    "no clause in the rules is `\(written)`; write 第40条第1項第3号, 40.1.3 or 別紙2注1"))
            throw ExitStatus.badInput.exit
        }
        if options.format == .json { return terminal.write(page.json.text(pretty: true)) }
        show(page.clause, terminal)
        for part in page.below { show(part, terminal) }
        let decided = Set(([page.clause] + page.below).flatMap(\.decisions))
        guard !decided.isEmpty else { return }
        terminal.write(options.word("この条項で決まる判定（詳しくは kiyaku decisions 名前）:", "decided here (more with kiyaku decisions NAME):"))
        for decision in rules.vocabulary.decisions where decided.contains(decision.name) {
            terminal.write("    \(decision.label ?? decision.name)　[\(decision.name)]")
        }
    }

    private func show(_ page: PartyPage, _ terminal: Terminal) {
        func called(_ party: Party) -> String { party.name + (party.label.map { "「\($0)」" } ?? "") }
        let role = page.isAnswering ? options.word("答える側", "the one that answers") : options.word("当事者", "a party")
        let others = page.others.map(called).joined(separator: options.word("・", ", "))
        terminal.write("\(called(page.party))　\(role)　\(options.word("ほかの当事者", "others")): \(others)")
        let kinds: [(Norm.Kind, Wording)] = [
            (.duty, Wording("義務", "duties")), (.charge, Wording("費用", "charges")), (.prohibition, Wording("禁止", "prohibitions")),
            (.power, Wording("権利", "powers")), (.disclaimer, Wording("免責", "disclaimers")),
        ]
        for (kind, name) in kinds {
            let entries = page.entries.filter { $0.kind == kind }
            guard !entries.isEmpty else { continue }
            terminal.write("    \(options.word(name.japanese, name.english))")
            for entry in entries { terminal.write("      \(entry.citation.map { "\($0)　" } ?? "")\(entry.content)") }
        }
        let decided = [(page.discretions, Wording("裁量", "discretion")), (page.findings, Wording("認定", "findings"))]
        for (captions, name) in decided where !captions.isEmpty {
            terminal.write("    \(options.word(name.japanese, name.english)): \(captions.joined(separator: options.word("・", ", ")))")
        }
    }

    private func show(_ part: ClausePage.Part, _ terminal: Terminal) {
        let heading = part.heading.map { "（\($0)）" } ?? ""
        terminal.write("\(part.citation)\(heading)\(part.gist.map { "　\($0)" } ?? "")　[\(part.id)]")
        if let wording = part.wording { terminal.write("    \(options.word("条文", "wording")): 「\(wording)」") }
        if !part.rules.isEmpty { terminal.write("    \(options.word("規則", "rules")): \(part.rules.joined(separator: options.word("・", ", ")))") }
        if !part.norms.isEmpty { terminal.write("    \(options.word("義務など", "norms")): \(part.norms.joined(separator: options.word("・", ", ")))") }
        if !part.interpretations.isEmpty {
            terminal.write("    \(options.word("解釈", "interpretations")): \(part.interpretations.joined(separator: options.word("・", ", ")))")
        }
        if let reason = part.nonoperative { terminal.write("    \(options.word("非規範", "nonoperative")): \(reason)") }
    }
}
