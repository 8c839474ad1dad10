/// The IDs of tables and their rows by the headings that a contract gives them: data of the contract, as no structure tells that the
/// row メモリ is `memory`.
package struct RowNames: Sendable {
    package struct Name: Sendable {
        /// The heading without spaces, folded.
        let heading: [Unicode.Scalar]
        /// `memory`
        package let segment: String
    }

    /// The names by the ID of what the table or row is in.
    private let names: [String: [Name]]

    package static let none = RowNames([])

    package init(_ entries: [(place: String, heading: String, segment: String)]) {
        var names: [String: [Name]] = [:]
        for entry in entries {
            let heading = TextForm.folded(Array(entry.heading.unicodeScalars).filter { !isSpace($0) })
            if !heading.isEmpty { names[entry.place, default: []].append(Name(heading: heading, segment: entry.segment)) }
        }
        self.names = names
    }

    /// The names directly in a place.
    subscript(_ place: String) -> [Name] { names[place] ?? [] }
}
