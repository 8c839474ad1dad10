import Diagnostics
import Digests

/// Who calls.
package struct Caller: Sendable, Hashable {
    package let name: String
    package let roles: Set<AccessRole>

    func may(_ right: AccessRole.Right) -> Bool { roles.contains { $0.grants(right) } }
}

/// The tokens of a data folder: `tokens`, a line for each with name, roles and the SHA-256 of the secret. The secrets themselves are nowhere.
///
/// A secret has 256 random bits, so a plain digest keeps it; passwords of people need more (`People`).
package final class AccessTokens: Sendable {
    private let file: AccessFile
    private let known: AccessList<[Digest: Caller]>

    /// The tokens of a folder; none where there is no file.
    ///
    /// - Parameter tell: is told when the file cannot be read any more.
    package init(folder: String, tell: @escaping @Sendable (ServiceFault) -> Void = { _ in }) {
        let file = AccessFile(folder: folder, name: "tokens")
        self.file = file
        known = AccessList(file, empty: [:], tell: tell) { () throws(ServiceFault) in try Self.read(file) }
    }

    /// Whether there is no token yet.
    package var isEmpty: Bool { get throws(ServiceFault) { try Self.read(file).isEmpty } }

    /// Makes a token and adds it to the file.
    ///
    /// - Returns: the secret, which cannot be seen again.
    package func add(_ name: String, roles: [AccessRole]) throws(ServiceFault) -> String {
        guard try !Self.read(file).values.contains(where: { $0.name == name }) else {
            throw ServiceFault(Wording("「\(name)」という名前の合言葉は、もうあります", "there is a token named `\(name)` already"))
        }
        let secret = "kyk_" + randomBytes(32).hexadecimal
        try file.add(name, Set(roles), "\(sha256(secret))")
        return secret
    }

    /// Takes a token away; false where there is none of that name.
    package func remove(_ name: String) throws(ServiceFault) -> Bool { try file.remove(name) }

    /// The names, with their roles, in order.
    package func list() throws(ServiceFault) -> [Caller] { try Self.read(file).values.sorted { $0.name < $1.name } }

    /// Whose secret it is. The file is read again when it has changed.
    func caller(_ secret: String) -> Caller? { known.current[sha256(secret)] }

    private static func read(_ file: AccessFile) throws(ServiceFault) -> [Digest: Caller] {
        var callers: [Digest: Caller] = [:]
        for (number, words) in try file.lines() {
            guard words.count == 3, let roles = AccessFile.roles(words[1]), let digest = Digest(words[2]) else { throw file.unreadable(number) }
            callers[digest] = Caller(name: words[0], roles: roles)
        }
        return callers
    }
}
