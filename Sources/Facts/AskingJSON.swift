package import Documents
package import Vocabulary

extension Asking {
    /// Whose question something is, for programs: the role, and the party by its name in the contract. Both are null where nobody is named.
    package func json(_ asked: AskedOf?) -> [(String, JSONValue)] {
        [
            ("asked_of", asked.map { .string(role($0).rawValue) } ?? .null), ("asked_party", asked.map { .string($0.party) } ?? .null),
        ]
    }
}
