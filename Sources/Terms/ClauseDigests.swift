package import Digests

/// The digests of a contract's provisions, by which a document is checked without its text.
package struct ClauseDigests: Sendable {
    /// One provision that has words.
    package struct Entry: Sendable, Hashable {
        package let id: String
        package let also: [String]
        /// The provision that it is directly in, where that one has words or rows.
        package let parent: String?
        /// It is a leaf; the others lead in to what is below them.
        package let isLeaf: Bool
        package let digest: Digest

        package init(id: String, also: [String], parent: String?, isLeaf: Bool, digest: Digest) {
            self.id = id
            self.also = also
            self.parent = parent
            self.isLeaf = isLeaf
            self.digest = digest
        }
    }

    package let entries: [Entry]

    package init(_ entries: [Entry]) { self.entries = entries }

    /// The digests of an outline.
    package init(_ outline: Outline) {
        entries = outline.nodes.filter(\.isProvision).map { node in
            Entry(id: node.id, also: node.also, parent: node.parent.map { outline.nodes[$0].id }, isLeaf: node.isLeaf, digest: node.digest)
        }
    }

    /// How a document differs from these digests.
    package struct Comparison: Sendable {
        package let same: [String]
        /// The same words under another number.
        package let moved: [Moved]
        package let changed: [String]
        package let missing: [String]
        package let new: [String]

        package var isSame: Bool { moved.isEmpty && changed.isEmpty && missing.isEmpty && new.isEmpty }
    }

    /// A provision whose words stand under another number.
    package struct Moved: Sendable, Hashable {
        package let from: String
        package let to: String
    }

    /// Compares with another set of digests: by ID, then by the words alone.
    package func compared(to other: ClauseDigests) -> Comparison {
        let theirs = Dictionary(other.entries.map { ($0.id, $0.digest) }, uniquingKeysWith: { first, _ in first })
        let same = entries.filter { theirs[$0.id] == $0.digest }.map(\.id)
        var taken = Set(same)
        // Each wording of the other document goes on with one provision.
        var waiting: [Digest: [String]] = [:]
        for entry in other.entries.reversed() where !taken.contains(entry.id) { waiting[entry.digest, default: []].append(entry.id) }
        var moved: [Moved] = []
        for entry in entries where theirs[entry.id] != entry.digest {
            if let place = waiting[entry.digest]?.popLast() { moved.append(Moved(from: entry.id, to: place)) }
        }
        let gone = Set(same + moved.map(\.from))
        taken.formUnion(moved.map(\.to))
        let rest = entries.filter { !gone.contains($0.id) }
        let changed = rest.filter { theirs[$0.id] != nil && !taken.contains($0.id) }.map(\.id)
        taken.formUnion(changed)
        let remaining = Set(changed)
        return Comparison(
            same: same, moved: moved, changed: changed, missing: rest.filter { !remaining.contains($0.id) }.map(\.id),
            new: other.entries.filter { !taken.contains($0.id) }.map(\.id))
    }
}

extension Outline.Node {
    /// It has words that provide something, which a title, a closing or a page number has not.
    package var isProvision: Bool { !text.isEmpty && kind != .closing && !(parent == nil && ["layout", "contents"].contains(id)) }

    /// What it says apart from layout, width and punctuation, with its heading: a term or a row means nothing without it, and where a
    /// heading ends may be a matter of layout.
    package var substance: String { TextForm.substance(heading) + TextForm.substance(text) }

    /// SHA-256 of the substance.
    package var digest: Digest { sha256(substance) }
}
