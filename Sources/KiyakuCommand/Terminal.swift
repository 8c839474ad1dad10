import Diagnostics
import Foundation
import Values

/// The one place that prints.
struct Terminal: Bilingual {
    let language: MessageLanguage
    /// Keeps standard output free for the one answer of a program.
    var speaksOnStandardError = false

    /// A line on standard output.
    func write(_ text: String) {
        if speaksOnStandardError { return fail(text) }
        print(Self.showsOutput ? wrapped(text, columns: TerminalKeys.columns) : text)
    }

    /// Text without a line break, shown at once.
    func prompt(_ text: String) {
        if speaksOnStandardError { return FileHandle.standardError.write(Data(text.utf8)) }
        print(text, terminator: "")
        fflush(nil)
    }

    /// A message on standard error.
    func fail(_ wording: Wording) { fail(wording(language)) }

    func fail(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

    /// Whether a person reads standard error.
    static var showsErrors: Bool { isatty(FileHandle.standardError.fileDescriptor) == 1 }

    /// Whether a person reads standard output.
    static var showsOutput: Bool { isatty(FileHandle.standardOutput.fileDescriptor) == 1 }

    /// Keeps one line of standard error up to date; an empty text removes it.
    func status(_ text: String) { FileHandle.standardError.write(Data("\r\u{1B}[K\(text)".utf8)) }

    /// The bytes of a file, or of standard input for `-`; `nil` where it cannot be read.
    func read(_ path: String) -> [UInt8]? {
        if path == "-" { return [UInt8](FileHandle.standardInput.readDataToEndOfFile()) }
        return FileManager.default.contents(atPath: path).map { [UInt8]($0) }
    }
}
