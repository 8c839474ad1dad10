/// What changed between two documents of a contract.
package struct DocumentComparison: Sendable {
    /// A clause that went on under another number.
    package struct Renumbered: Sendable, Hashable {
        package let from: String
        package let to: String
    }

    /// A clause whose words changed.
    package struct Reworded: Sendable, Hashable {
        package let from: String
        package let to: String
        /// More than layout, width and punctuation changed.
        package let isSubstantive: Bool
    }

    /// A reference that was not changed with the number of what it means.
    package struct StaleReference: Sendable, Hashable {
        /// The clause of the new document in which it stands.
        package let place: String
        /// The same clause in the old document.
        package let from: String
        /// As it is written.
        package let words: String
        /// The clause that it means by its number.
        package let cites: String
        /// Where what it meant is now; `nil` where that is gone.
        package let now: String?
    }

    package private(set) var added: [String] = []
    package private(set) var removed: [String] = []
    package private(set) var renumbered: [Renumbered] = []
    package private(set) var reworded: [Reworded] = []
    package private(set) var stale: [StaleReference] = []

    package init(_ old: Outline, _ new: Outline) {
        let (before, after) = (DocumentTree(old), DocumentTree(new))
        var pairs: [Int: Int] = [:]
        align(before.roots, after.roots, before, after, &pairs)
        alignMoved(before, after, &pairs)
        added.sort(by: Self.inOrder(new))
        removed.sort(by: Self.inOrder(old))
        findStale(before, after, pairs)
    }

    package var isEmpty: Bool { added.isEmpty && removed.isEmpty && renumbered.isEmpty && reworded.isEmpty && stale.isEmpty }

    private static func inOrder(_ outline: Outline) -> (String, String) -> Bool {
        let places = outline.byID
        return { (places[$0] ?? 0) < (places[$1] ?? 0) }
    }

    /// Pairs the children of two nodes, and goes on below each pair.
    private mutating func align(_ old: [Int], _ new: [Int], _ before: DocumentTree, _ after: DocumentTree, _ pairs: inout [Int: Int], isMoved: Bool = false) {
        let matches = DocumentAlignment(old, new, before, after).matches
        for place in old {
            guard let other = matches[place] else {
                removed.append(before.nodes[place].id)
                continue
            }
            pairs[place] = other
            let (left, right) = (before.nodes[place], after.nodes[other])
            if before.own(place) != after.own(other) || isMoved { renumbered.append(Renumbered(from: left.id, to: right.id)) }
            if left.heading != right.heading || left.text != right.text {
                reworded.append(Reworded(from: left.id, to: right.id, isSubstantive: left.substance != right.substance))
            }
            align(before.children[place], after.children[other], before, after, &pairs)
        }
        let taken = Set(matches.values)
        added += new.filter { !taken.contains($0) }.map { after.nodes[$0].id }
    }

    /// Pairs clauses that went to another article, or another annex.
    private mutating func alignMoved(_ before: DocumentTree, _ after: DocumentTree, _ pairs: inout [Int: Int]) {
        let old = removed.compactMap { before.resolve($0)?.node }.filter { !before.nodes[$0].text.isEmpty }
        let new = added.compactMap { after.resolve($0)?.node }.filter { !after.nodes[$0].text.isEmpty }
        guard !old.isEmpty, !new.isEmpty else { return }
        let taken = Set(old.map { before.nodes[$0].id }), given = Set(new.map { after.nodes[$0].id })
        removed.removeAll { taken.contains($0) }
        added.removeAll { given.contains($0) }
        align(old, new, before, after, &pairs, isMoved: true)
    }

    /// Looks for references that both documents write alike and that no longer mean the same clause.
    private mutating func findStale(_ before: DocumentTree, _ after: DocumentTree, _ pairs: [Int: Int]) {
        for (place, other) in pairs.sorted(by: { $0.value < $1.value }) {
            let then = before.references(place)
            guard !then.isEmpty else { continue }
            let now = after.references(other)
            var waiting = Dictionary(grouping: then, by: \.words).mapValues { Array($0.reversed()) }
            for reference in now {
                guard let meant = waiting[reference.words]?.popLast(), let target = before.resolve(meant.id) else { continue }
                let moved = pairs[target.node].map { after.nodes[$0].id + target.rest }
                guard moved != reference.id, moved.flatMap({ after.resolve($0)?.node }) != after.resolve(reference.id)?.node || moved == nil else { continue }
                let item = StaleReference(place: after.nodes[other].id, from: before.nodes[place].id, words: reference.words, cites: reference.id, now: moved)
                if !stale.contains(item) { stale.append(item) }
            }
        }
    }
}

/// An outline as documents are compared: articles are children of the whole, whatever chapter they stand in.
struct DocumentTree {
    let nodes: [Outline.Node]
    private(set) var roots: [Int] = []
    private(set) var children: [[Int]]
    /// The IDs of the articles outside supplements and annexes.
    private(set) var articles: [String] = []
    /// Everything that a node says, with what is in it.
    let whole: [String]
    private let byID: [String: Int]
    private let prefixes: [Int]

    init(_ outline: Outline) {
        let nodes = outline.nodes
        self.nodes = nodes
        byID = outline.byID
        children = Array(repeating: [], count: nodes.count)
        var whole = outline.nodes.map(\.substance)
        var prefixes = Array(repeating: 0, count: nodes.count)
        var parents: [Int?] = Array(repeating: nil, count: nodes.count)
        for (place, node) in nodes.enumerated() where node.kind != .closing && !["layout", "contents"].contains(node.id) {
            var above = node.parent
            while let place = above, !node.id.hasPrefix(outline.nodes[place].id + ".") { above = outline.nodes[place].parent }
            prefixes[place] = above.map { outline.nodes[$0].id.utf8.count } ?? 0
            // A division is no part of the number of an article.
            let parent = node.kind == .article ? above : node.parent
            parents[place] = parent
            if let parent {
                children[parent].append(place)
            } else {
                roots.append(place)
            }
            if node.kind == .article, parent == nil { articles.append(node.id) }
        }
        for place in nodes.indices.reversed() {
            guard let parent = parents[place] else { continue }
            // Enough to recognise a clause by; the words of a long annex are compared below it.
            if whole[parent].utf8.count < 20_000 { whole[parent] += "\n" + whole[place] }
        }
        self.prefixes = prefixes
        self.whole = whole
    }

    /// What a node refers to, in its heading and in its text.
    func references(_ place: Int) -> [References.Reference] {
        let node = nodes[place]
        return References.all(in: node.heading, at: node.id, articles: articles) + References.all(in: node.text, at: node.id, articles: articles)
    }

    /// The part of an ID that is the node's own.
    func own(_ place: Int) -> Substring { nodes[place].id.dropFirst(prefixes[place]) }

    /// The node of an ID, or of the longest beginning of it, and what of the ID is left.
    func resolve(_ id: String) -> (node: Int, rest: String)? {
        var head = id
        var rest = ""
        while true {
            if let node = byID[head] { return (node, rest) }
            guard let dot = head.lastIndex(of: ".") else { return nil }
            rest = head[dot...] + rest
            head = String(head[..<dot])
        }
    }
}
