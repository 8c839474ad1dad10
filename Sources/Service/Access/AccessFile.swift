import Diagnostics
import Foundation
import Synchronization
import SystemPackage

/// A file of the data folder that says who may come in: a line for each, which begins with a name. Only its owner reads it.
struct AccessFile: Sendable {
    let path: String

    init(folder: String, name: String) { path = FilePath(folder).appending(name).string }

    /// When it was last written; nil where there is none.
    var modified: Date? { (try? FileManager.default.attributesOfItem(atPath: path)[.modificationDate]) as? Date }

    /// The words of each line, with its number; comments are left out.
    func lines() throws(ServiceFault) -> [(number: Int, words: [String])] {
        try text().split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { number, line in
            line.isEmpty || line.hasPrefix("#") ? nil : (number + 1, line.split(separator: " ").map(String.init))
        }
    }

    /// The roles of a line's second word; nil where it names none or others.
    static func roles(_ word: String) -> Set<AccessRole>? {
        let roles = word.split(separator: ",").map { AccessRole(rawValue: String($0)) }
        return roles.isEmpty || roles.contains(nil) ? nil : Set(roles.compactMap { $0 })
    }

    func unreadable(_ line: Int) -> ServiceFault {
        ServiceFault(Wording("「\(path)」の \(line) 行目を読めません", "line \(line) of `\(path)` cannot be read"))
    }

    /// Adds a line.
    func add(_ name: String, _ roles: Set<AccessRole>, _ secret: String) throws(ServiceFault) {
        guard !name.isEmpty, name.count <= 64, name.allSatisfy({ $0.isLetter || $0.isNumber || "-_.@".contains($0) }) else {
            throw ServiceFault(Wording("名前「\(name)」には、文字・数字・- _ . @ だけが使えます", "the name `\(name)` may have letters, digits and - _ . @ only"))
        }
        let before = try text()
        try save(before + (before.isEmpty || before.hasSuffix("\n") ? "" : "\n") + Self.line(name, roles, secret) + "\n")
    }

    /// Puts another line in the place of the one with that name; false where there is none.
    func replace(_ name: String, _ roles: Set<AccessRole>, _ secret: String) throws(ServiceFault) -> Bool {
        var lines = try text().split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard let place = lines.firstIndex(where: { $0.split(separator: " ").first.map(String.init) == name }) else { return false }
        lines[place] = Self.line(name, roles, secret)
        try save(lines.joined(separator: "\n"))
        return true
    }

    private static func line(_ name: String, _ roles: Set<AccessRole>, _ secret: String) -> String {
        "\(name) \(roles.map(\.rawValue).sorted().joined(separator: ",")) \(secret)"
    }

    /// Takes a line away; false where there is none of that name.
    func remove(_ name: String) throws(ServiceFault) -> Bool {
        let lines = try text().split(separator: "\n", omittingEmptySubsequences: false)
        let kept = lines.filter { $0.split(separator: " ").first.map(String.init) != name }
        guard kept.count < lines.count else { return false }
        try save(kept.joined(separator: "\n"))
        return true
    }

    private func text() throws(ServiceFault) -> String {
        guard FileManager.default.fileExists(atPath: path) else { return "" }
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw ServiceFault(Wording("「\(path)」を読めません", "`\(path)` cannot be read"))
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Writes the file anew: whole, or not at all, and for its owner only from the first byte.
    private func save(_ text: String) throws(ServiceFault) {
        let folder = FilePath(path).removingLastComponent().string
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let draft = path + ".new"
        _ = unsafe unlink(draft)
        let file = unsafe open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw unwritable }
        let bytes = Array(text.utf8)
        let isWritten = unsafe write(file, bytes, bytes.count) == bytes.count && fsync(file) == 0
        close(file)
        guard isWritten, unsafe rename(draft, path) == 0 else { throw unwritable }
    }

    private var unwritable: ServiceFault { ServiceFault(Wording("「\(path)」に書けません", "`\(path)` cannot be written")) }
}

/// What a file of access says, read again when it has changed.
///
/// Where it cannot be read, what it said before still holds, and the fault is told once: a slip of the pen locks nobody out.
final class AccessList<Value: Sendable>: Sendable {
    private struct State {
        var value: Value
        var modified: Date?
    }

    private let file: AccessFile
    private let read: @Sendable () throws(ServiceFault) -> Value
    private let tell: @Sendable (ServiceFault) -> Void
    private let state: Mutex<State>

    init(_ file: AccessFile, empty: Value, tell: @escaping @Sendable (ServiceFault) -> Void, read: @escaping @Sendable () throws(ServiceFault) -> Value) {
        (self.file, self.read, self.tell) = (file, read, tell)
        state = Mutex(State(value: empty, modified: nil))
    }

    var current: Value {
        let modified = file.modified
        return state.withLock { state in
            guard modified != state.modified || modified == nil else { return state.value }
            state.modified = modified
            do throws(ServiceFault) { state.value = try read() } catch { tell(error) }
            return state.value
        }
    }
}
