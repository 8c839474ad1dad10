import Batch
import Diagnostics
import Foundation
import SystemPackage

/// Why a file of `kiyaku check` cannot be used.
struct CheckFileError: Error {
    let wording: Wording

    static func unreadable(_ path: String) -> Self {
        Self(wording: Wording("「\(path)」を読めません。名前と権限を確かめてください", "`\(path)` cannot be read; check its name and permissions"))
    }

    static func unwritable(_ path: String) -> Self {
        Self(wording: Wording("「\(path)」に書けません。フォルダと権限と空き容量を確かめてください", "`\(path)` cannot be written; check folder, permissions and space"))
    }
}

/// The file of cases, read a piece at a time.
struct InputFile {
    private static let piece = 256 << 10

    private let path: String
    private let handle: FileHandle
    /// The first piece, which has been looked at.
    private var first: [UInt8]?
    /// Bytes in all, where the file says so.
    let size: Int?
    /// By the name, else by the first character.
    let notation: CaseNotation

    init(_ path: String, _ terminal: Terminal) throws {
        self.path = path
        guard path == "-" || !Self.isFolder(path), let handle = path == "-" ? .standardInput : FileHandle(forReadingAtPath: path) else {
            terminal.fail(CheckFileError.unreadable(path).wording)
            throw ExitStatus.badInput.exit
        }
        self.handle = handle
        size = path == "-" ? nil : (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int).flatMap { $0 > 0 ? $0 : nil }
        let first = try Self.read(handle, path)
        self.first = first
        switch (FilePath(path).extension ?? "").lowercased() {
        case "csv": notation = .csv
        case "ndjson", "jsonl", "json": notation = .ndjson
        default:
            let text = first?.drop { [0xEF, 0xBB, 0xBF, 0x20, 0x09, 0x0A, 0x0D].contains($0) }
            notation = text?.first == UInt8(ascii: "{") ? .ndjson : .csv
        }
    }

    /// The next piece; `nil` at the end.
    mutating func read() throws -> [UInt8]? {
        if let first {
            self.first = nil
            return first
        }
        return try Self.read(handle, path)
    }

    private static func read(_ handle: FileHandle, _ path: String) throws -> [UInt8]? {
        do {
            return try handle.read(upToCount: piece).flatMap { $0.isEmpty ? nil : [UInt8]($0) }
        } catch {
            throw CheckFileError.unreadable(path)
        }
    }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }
}

/// A file that is written, or standard output.
final class ResultFile {
    private let path: String?
    private let handle: FileHandle

    /// - Parameter besides: the other files of the command, which must not be overwritten.
    init(_ path: String?, besides others: [String?], _ terminal: Terminal) throws {
        self.path = path == "-" ? nil : path
        guard let path = self.path else {
            handle = .standardOutput
            return
        }
        if others.compactMap(\.self).contains(where: { Self.resolved($0) == Self.resolved(path) }) {
            throw CheckFileError(
                wording: Wording("「\(path)」は読むファイルか、ほかの書き出し先です。別の名前にしてください", "`\(path)` is read from or written to already; choose another name"))
        }
        guard FileManager.default.createFile(atPath: path, contents: nil), let handle = FileHandle(forWritingAtPath: path) else {
            throw CheckFileError.unwritable(path)
        }
        self.handle = handle
    }

    func write(_ text: String) throws {
        guard !text.isEmpty else { return }
        do { try handle.write(contentsOf: Data(text.utf8)) } catch { throw CheckFileError.unwritable(path ?? "stdout") }
    }

    func close() throws {
        guard let path else { return }
        do { try handle.close() } catch { throw CheckFileError.unwritable(path) }
    }

    private static func resolved(_ path: String) -> String { URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path }
}

/// Where the reasons for refused cases go: a file, or standard error where results go to standard output.
final class RefusalFile {
    /// `nil` for standard error.
    let path: String?
    private let file: ResultFile?
    private let table: RefusalTable
    private let terminal: Terminal
    private let input: String
    private var hasRefusals = false

    /// - Parameters:
    ///   - asked: the file that was asked for.
    ///   - out: the file of results, beside which it stands otherwise.
    init(_ asked: String?, besides others: [String?], beside out: String?, input: String, _ terminal: Terminal) throws {
        let out = out == "-" ? nil : out
        path =
            asked
            ?? out.map { out in
                var path = FilePath(out)
                path.extension = "errors.csv"
                return path.string
            }
        self.terminal = terminal
        self.input = input
        let ending = (path.map { (FilePath($0).extension ?? "") } ?? "").lowercased()
        table = RefusalTable(isTable: !["ndjson", "jsonl", "json"].contains(ending), language: terminal.language)
        file = try path.map { try ResultFile($0, besides: others, terminal) }
        try file?.write(table.head)
    }

    func write(_ refusal: Refusal, _ bar: ProgressBar) throws {
        hasRefusals = true
        if let file { return try file.write(table.line(refusal)) }
        bar.end()
        terminal.fail(refusal.text(in: input, terminal.language))
    }

    /// A file with nothing in it goes again.
    func close() throws {
        try file?.close()
        if let path, !hasRefusals { try? FileManager.default.removeItem(atPath: path) }
    }
}
