import Diagnostics
import Digests
import Foundation
import Synchronization

/// Who calls.
package struct Caller: Sendable, Hashable {
    package let name: String
    package let roles: Set<AccessRole>

    func may(_ right: AccessRole.Right) -> Bool { roles.contains { $0.grants(right) } }
}

/// The tokens of a data folder: `tokens`, a line for each with name, roles and the SHA-256 of the secret. The secrets themselves are nowhere.
///
/// A secret has 256 random bits, so a plain digest keeps it; passwords of people would need more.
package final class AccessTokens: Sendable {
    private struct State {
        var callers: [Digest: Caller] = [:]
        var modified: Date?
    }

    private let path: String
    private let state = Mutex(State())

    /// The tokens of a folder; none where there is no file.
    package init(folder: String) { path = (folder as NSString).appendingPathComponent("tokens") }

    /// Whether there is no token yet.
    package var isEmpty: Bool { get throws(ServiceFault) { try read().isEmpty } }

    /// Makes a token and adds it to the file.
    ///
    /// - Returns: the secret, which cannot be seen again.
    package func add(_ name: String, roles: [AccessRole]) throws(ServiceFault) -> String {
        guard !name.isEmpty, name.count <= 64, name.allSatisfy({ $0.isLetter || $0.isNumber || "-_.@".contains($0) }) else {
            throw ServiceFault(Wording("名前「\(name)」には、文字・数字・- _ . @ だけが使えます", "the name `\(name)` may have letters, digits and - _ . @ only"))
        }
        guard try !read().values.contains(where: { $0.name == name }) else {
            throw ServiceFault(Wording("「\(name)」という名前の合言葉は、もうあります", "there is a token named `\(name)` already"))
        }
        let secret = "kyk_" + randomBytes(32).hexadecimal
        let line = "\(name) \(Set(roles).map(\.rawValue).sorted().joined(separator: ",")) \(sha256(secret))\n"
        try write(text() + line)
        return secret
    }

    /// Takes a token away; false where there is none of that name.
    package func remove(_ name: String) throws(ServiceFault) -> Bool {
        let lines = try text().split(separator: "\n", omittingEmptySubsequences: false)
        let kept = lines.filter { $0.split(separator: " ").first.map(String.init) != name }
        guard kept.count < lines.count else { return false }
        try write(kept.joined(separator: "\n"))
        return true
    }

    /// The names, with their roles, in order.
    package func list() throws(ServiceFault) -> [Caller] { try read().values.sorted { $0.name < $1.name } }

    /// Whose secret it is. The file is read again when it has changed.
    func caller(_ secret: String) -> Caller? {
        let modified = (try? FileManager.default.attributesOfItem(atPath: path)[.modificationDate]) as? Date
        return state.withLock { state in
            if modified != state.modified || modified == nil {
                state = State(callers: (try? read()) ?? [:], modified: modified)
            }
            return state.callers[sha256(secret)]
        }
    }

    private func read() throws(ServiceFault) -> [Digest: Caller] {
        var callers: [Digest: Caller] = [:]
        for (number, line) in try text().split(separator: "\n", omittingEmptySubsequences: false).enumerated() where !line.isEmpty && !line.hasPrefix("#") {
            let parts = line.split(separator: " ")
            let roles = parts.count == 3 ? parts[1].split(separator: ",").map { AccessRole(rawValue: String($0)) } : []
            guard parts.count == 3, let digest = Digest(String(parts[2])), !roles.isEmpty, !roles.contains(nil) else {
                throw ServiceFault(Wording("「\(path)」の \(number + 1) 行目を読めません", "line \(number + 1) of `\(path)` cannot be read"))
            }
            callers[digest] = Caller(name: String(parts[0]), roles: Set(roles.compactMap { $0 }))
        }
        return callers
    }

    private func text() throws(ServiceFault) -> String {
        guard FileManager.default.fileExists(atPath: path) else { return "" }
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw ServiceFault(Wording("「\(path)」を読めません", "`\(path)` cannot be read"))
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func write(_ text: String) throws(ServiceFault) {
        do {
            try FileManager.default.createDirectory(
                atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        } catch {
            throw ServiceFault(Wording("「\(path)」に書けません", "`\(path)` cannot be written"))
        }
    }
}
