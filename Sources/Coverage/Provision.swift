/// A provision of the contract's document that must be accounted for.
package struct Provision: Sendable, Hashable {
    /// `40.1.3`
    package let id: String
    /// The other IDs that it answers under.
    package let also: [String]
    /// The provision that it is directly in.
    package let parent: String?

    package init(id: String, also: [String], parent: String?) {
        self.id = id
        self.also = also
        self.parent = parent
    }

    var ids: [String] { [id] + also }
}
