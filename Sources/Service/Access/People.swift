import Diagnostics
import Digests
import Foundation
import Synchronization

/// The people of a data folder: `users`, a line for each with name, roles and the argon2id hash of the password.
package final class People: Sendable {
    /// One of them, with the hash of the password: another hash is another password.
    struct Person: Sendable {
        let caller: Caller
        let hash: String
    }

    /// Passwords have so many characters or more.
    package static let shortest = 10
    private static let longest = 1024

    private let file: AccessFile
    private let known: AccessList<[String: Person]>
    /// One password is tried at a time: each takes 64 MiB and a good part of a second. Addresses take turns, so that nobody waits for all that
    /// another tries.
    private let queue = FairQueue("kiyaku.passwords", mostOfOne: 30, most: 300)
    /// Tried where nobody has the name, so that the time says nothing about who there is.
    private let nobody = Mutex<String?>(nil)

    /// The people of a folder; none where there is no file.
    ///
    /// - Parameter tell: is told when the file cannot be read any more.
    package init(folder: String, tell: @escaping @Sendable (ServiceFault) -> Void = { _ in }) {
        let file = AccessFile(folder: folder, name: "users")
        self.file = file
        known = AccessList(file, empty: [:], tell: tell) { () throws(ServiceFault) in try Self.read(file) }
    }

    /// Whether there is nobody yet.
    package var isEmpty: Bool { get throws(ServiceFault) { try Self.read(file).isEmpty } }

    /// The names, with their roles, in order.
    package func list() throws(ServiceFault) -> [Caller] { try Self.read(file).values.map(\.caller).sorted { $0.name < $1.name } }

    /// Adds a person.
    package func add(_ name: String, roles: [AccessRole], password: String) throws(ServiceFault) {
        guard try Self.read(file)[name] == nil else { throw ServiceFault(Wording("「\(name)」さんは、もういます", "there is a person named `\(name)` already")) }
        try file.add(name, Set(roles), try Self.hash(password))
    }

    /// Takes a person away; false where there is none of that name.
    package func remove(_ name: String) throws(ServiceFault) -> Bool { try file.remove(name) }

    /// Gives a person another password; false where there is none of that name.
    package func change(_ name: String, password: String) throws(ServiceFault) -> Bool {
        guard let person = try Self.read(file)[name] else { return false }
        return try file.replace(name, person.caller.roles, try Self.hash(password))
    }

    private static func hash(_ password: String) throws(ServiceFault) -> String {
        guard password.count >= shortest, password.utf8.count <= longest else {
            throw ServiceFault(
                Wording("パスワードは \(shortest) 字以上 \(longest) バイト以内にしてください", "a password has \(shortest) characters or more, and at most \(longest) bytes"))
        }
        guard let hash = PasswordHash.make(password) else { throw ServiceFault(Wording("メモリが足りません", "there is not memory enough")) }
        return hash
    }

    /// The person with that name and password. The reply takes as long where there is none.
    ///
    /// - Parameter address: whose turn it is.
    func person(_ name: String, password: String, from address: String) async throws(Problem) -> Person? {
        guard password.utf8.count <= Self.longest else { return nil }
        let person = person(name)
        let isRight = await queue.run(address) { PasswordHash.matches(person?.hash ?? self.hashOfNobody, password) }
        guard let isRight else { throw .tooMany(5) }
        return isRight ? person : nil
    }

    /// The names of all, as they are now.
    var names: [String] { Array(known.current.keys) }

    /// A person as they are now; nil where there is none any more.
    func person(_ name: String) -> Person? { known.current[name] }

    private var hashOfNobody: String {
        nobody.withLock { hash in
            if hash == nil { hash = PasswordHash.make(randomBytes(16).hexadecimal) }
            return hash ?? ""
        }
    }

    private static func read(_ file: AccessFile) throws(ServiceFault) -> [String: Person] {
        var people: [String: Person] = [:]
        for (number, words) in try file.lines() {
            guard words.count == 3, let roles = AccessFile.roles(words[1]) else { throw file.unreadable(number) }
            people[words[0]] = Person(caller: Caller(name: words[0], roles: roles), hash: words[2])
        }
        return people
    }
}
