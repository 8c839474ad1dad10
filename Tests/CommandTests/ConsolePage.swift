import Foundation
import Testing

/// A page whose commands are run: in a block of ```console a line `$ …` is a command, and what follows is what it prints, standard error included.
/// A line `…` stands for any lines. A code other than 0 is shown as `（終了コード 10）`.
///
/// `KIYAKU_RECORD=1` writes what the commands print into the page and fails, so that nobody records unread.
struct ConsolePage {
    /// Its path from the top of the checkout.
    let path: String

    /// Runs every command and compares.
    ///
    /// - Parameter prelude: what is run before each command, such as exports.
    func check(prelude: String = "") async throws {
        let file = Command.root.appendingPathComponent(path)
        let text = try String(contentsOf: file, encoding: .utf8)
        let folder = try TemporaryFolder()
        for name in ["Corpus", "Rules"] {
            try FileManager.default.createSymbolicLink(
                atPath: folder.place(name), withDestinationPath: Command.root.appendingPathComponent(name).path)
        }
        var lines: [String] = []
        for part in Self.parts(of: text) {
            guard case .command(let command, let expected) = part else {
                if case .text(let text) = part { lines += text }
                continue
            }
            let found = try await Self.run(prelude, command, in: folder.path)
            let isSame = Self.matches(found[...], expected[...])
            if !isSame { Issue.record("\(path): $ \(command.joined(separator: "\n"))\n\(found.joined(separator: "\n"))") }
            lines += Self.shown(command) + (isSame ? expected : found)
        }
        if ProcessInfo.processInfo.environment["KIYAKU_RECORD"] == "1", lines.joined(separator: "\n") != text {
            try Data(lines.joined(separator: "\n").utf8).write(to: file)
            Issue.record("\(path) is recorded: read it")
        }
    }

    private enum Part {
        case text([String])
        /// The lines of a command, and what it prints.
        case command([String], prints: [String])
    }

    /// Commands go on after a backslash, and to the end of a here-document.
    private static func parts(of text: String) -> [Part] {
        var parts: [Part] = []
        var isConsole = false
        var command: (lines: [String], prints: [String])?
        func end() {
            if let own = command { parts.append(.command(own.lines, prints: own.prints)) }
            command = nil
        }
        for line in text.components(separatedBy: "\n") {
            if line.hasPrefix("```") {
                end()
                isConsole = line == "```console"
                parts.append(.text([line]))
            } else if isConsole, line.hasPrefix("$ ") {
                end()
                command = ([String(line.dropFirst(2))], [])
            } else if isConsole, line.hasPrefix("> "), command?.prints.isEmpty == true {
                command?.lines.append(String(line.dropFirst(2)))
            } else if isConsole, command != nil {
                command?.prints.append(line)
            } else {
                parts.append(.text([line]))
            }
        }
        end()
        return parts
    }

    private static func shown(_ command: [String]) -> [String] { command.enumerated().map { ($0.offset == 0 ? "$ " : "> ") + $0.element } }

    private static func run(_ prelude: String, _ command: [String], in folder: String) async throws -> [String] {
        let program = URL(fileURLWithPath: Command.path).deletingLastPathComponent().path
        let script = "cd '\(folder)' && export PATH='\(program)':$PATH && exec 2>&1\n\(prelude)\n" + command.joined(separator: "\n")
        let outcome = try await Command.run(["-c", script], program: "/bin/bash")
        // What a page cannot show: carriage returns and byte order marks.
        var lines = outcome.output.filter { $0 != "\u{FEFF}" }.replacing("\r\n", with: "\n").components(separatedBy: "\n")
        if lines.last == "" { lines.removeLast() }
        return lines + (outcome.code == 0 ? [] : ["（終了コード \(outcome.code)）"])
    }

    private static func matches(_ found: ArraySlice<String>, _ expected: ArraySlice<String>) -> Bool {
        guard let first = expected.first else { return found.isEmpty }
        let rest = expected.dropFirst()
        if first == "…" { return (found.startIndex...found.endIndex).contains { matches(found[$0...], rest) } }
        return found.first == first && matches(found.dropFirst(), rest)
    }
}
