/// What a document says at a clause, once its digest is checked.
package struct Quotations: Sendable {
    package enum Quotation: Sendable, Hashable {
        case verbatim(String)
        /// The document's wording is not the one that the rules were written for.
        case changed
        /// The document has no such clause.
        case absent
        /// The clause is a heading: its words are those below it.
        case wordless
    }

    private let outline: Outline
    private let places: [String: Int]
    private let digests: [String: ClauseDigests.Entry]

    package init(_ outline: Outline, _ digests: ClauseDigests) {
        self.outline = outline
        places = outline.byID
        self.digests = Dictionary(digests.entries.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The wording of a clause: a provision, the only paragraph of an article, or a part such as a proviso.
    package subscript(_ id: String) -> Quotation {
        guard let (node, text) = wording(id) else { return places[id] == nil ? .absent : .wordless }
        guard let entry = digests[node.id], entry.digest == node.digest else { return .changed }
        return .verbatim(text)
    }

    private func wording(_ id: String) -> (node: Outline.Node, text: String)? {
        if let place = places[id] {
            let node = outline.nodes[place]
            if !node.text.isEmpty { return (node, node.heading.isEmpty || node.kind == .paragraph ? node.text : node.heading + "　" + node.text) }
            if node.kind == .article, places["\(id).2"] == nil, let only = places["\(id).1"], !outline.nodes[only].text.isEmpty {
                return (outline.nodes[only], outline.nodes[only].text)
            }
            return nil
        }
        guard let dot = id.lastIndex(of: ".") else { return nil }
        let suffix = id[dot...]
        let parent = String(id[..<dot])
        guard let place = places[parent] ?? places["\(parent).1"] else { return nil }
        let node = outline.nodes[place]
        return node.parts.first { $0.id.hasSuffix(suffix) }.map { (node, $0.text) }
    }
}
