import Diagnostics
import Documents
import Facts
import Kiyaku

/// Reads a document in JSON or YAML; where that fails says why and ends the command.
func readDocument(_ path: String, _ terminal: Terminal) throws -> DocumentNode {
    guard let bytes = terminal.read(path) else {
        terminal.fail(Wording("「\(path)」を読めません。名前と権限を確かめてください", "`\(path)` cannot be read; check its name and permissions"))
        throw ExitStatus.badInput.exit
    }
    do throws(DocumentError) {
        return try DocumentFormat.detect(fileName: path == "-" ? nil : path, bytes: bytes).read(bytes)
    } catch {
        terminal.fail(FactFault.unreadable(error).text(in: path, terminal.language))
        throw ExitStatus.badInput.exit
    }
}

/// Faults for programs.
func json(_ faults: [FactFault], _ path: String) -> JSONValue {
    .object([
        ("schema", "kiyaku.faults/1"), ("file", .string(path)),
        (
            "faults",
            .array(
                faults.map { fault in
                    .object([
                        ("code", .string(fault.code.rawValue)), ("path", .string(fault.path)), ("line", .integer(Int64(fault.position.line))),
                        ("column", .integer(Int64(fault.position.column))), ("message", .string(fault.message.japanese)),
                        ("message_en", .string(fault.message.english)), ("help", .string(fault.help.japanese)),
                        ("help_en", .string(fault.help.english)), ("suggestion", fault.suggestion.map { .string($0) } ?? .null),
                    ])
                })
        ),
    ])
}
