import ArgumentParser
import Diagnostics
import Documents
import Records

/// `kiyaku log verify`: is the record what was written?
struct LogVerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "verify", abstract: "書き換え・削除・入れ替えがないことを確かめます。")

    @OptionGroup var options: CommonOptions
    @OptionGroup var data: DataOption

    @Option(name: .long, help: ArgumentHelp("以前に控えた末尾。その記録が今もあることも確かめる", valueName: "N:sha256:…"))
    var end: String?

    func run() throws {
        let terminal = Terminal(language: options.language)
        let noted = try end.map { text in
            guard let noted = RecordEnd(text) else {
                terminal.fail(Wording("末尾「\(text)」は 12:sha256:… の形ではありません", "the end `\(text)` is not of the form 12:sha256:…"))
                throw ExitStatus.badInput.exit
            }
            return noted
        }
        let log = try data.open(terminal)
        let found = try recording(terminal) { () throws(RecordFault) in try log.verify(noted: noted) }
        switch options.format {
        case .json: terminal.write(json(found).text(pretty: true))
        case .text:
            for fault in found.faults { terminal.fail(fault.text(terminal.language)) }
            terminal.write(
                options.word(
                    "記録 \(found.entries) 件（事実の消去 \(found.erasures) 件）: \(found.faults.isEmpty ? "書いたときのままです" : "\(found.faults.count) か所に誤りがあります")",
                    "\(found.entries) records (\(found.erasures) with facts erased): \(found.faults.isEmpty ? "as they were written" : "\(found.faults.count) faults")"
                ))
            terminal.write(options.word("末尾: \(found.end)", "end: \(found.end)"))
        }
        if let fault = found.faults.first { throw ExitStatus(fault).exit }
    }

    private func json(_ found: RecordVerification) -> JSONValue {
        .object([
            ("schema", "kiyaku.verification/1"), ("records", .integer(found.entries)), ("erasures", .integer(found.erasures)),
            ("end", .string(found.end.description)), ("faults", .array(found.faults.map(\.json))),
        ])
    }
}

extension RecordFault {
    /// The fault for programs.
    var json: JSONValue {
        .object([
            ("code", .string(code.rawValue)), ("record", number.map { .integer($0) } ?? .null), ("message", .string(message.japanese)),
            ("message_en", .string(message.english)), ("help", .string(help.japanese)), ("help_en", .string(help.english)),
        ])
    }
}
