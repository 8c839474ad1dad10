internal import Diagnostics

extension Outline {
    /// Reads a contract's text. What cannot be read with confidence is among the findings.
    package static func parse(_ bytes: [UInt8], names: RowNames = .none) -> Outline {
        guard bytes.count <= TermsText.largest else { return Outline(nodes: [], findings: [.tooLarge(1...1)]) }
        return parse(TermsText(bytes), names: names)
    }

    static func parse(_ text: TermsText, names: RowNames) -> Outline {
        let (drafts, findings) = drafts(text, names: names)
        var seen: Set<String> = []
        let sorted = findings.sorted { ($0.lines.lowerBound, $0.code.rawValue) < ($1.lines.lowerBound, $1.code.rawValue) }
        return Outline(
            nodes: nodes(drafts, text), findings: sorted.filter { seen.insert("\($0.code.rawValue) \($0.lines.lowerBound)").inserted })
    }

    /// The nodes with the pieces of the text that they are made of.
    package static func drafts(_ text: TermsText, names: RowNames) -> ([Draft], [TermsFinding]) {
        let suspicions = Suspicions(text)
        if suspicions.findings.contains(where: { $0.isFatal && $0.code != .undecodableTerms }) {
            let all = text.lines.indices.map { LinePart(line: $0, range: 0..<text.lines[$0].scalars.count) }
            return ([Draft(id: "text", also: [], kind: .paragraph, parent: nil, text: all)], suspicions.findings)
        }
        let isSpaced = suspicions.findings.contains { $0.code == .spacedCharacters }
        var reader = OutlineReader(text, names: names, contents: suspicions.contents, isSpaced: isSpaced)
        reader.read()
        let drafts = reader.finished
        var findings = suspicions.findings + reader.findings + [reader.pendingApart].compactMap { $0 }
        if !findings.contains(where: \.isFatal), !drafts.contains(where: { $0.kind == .article }) {
            findings.append(.noArticles((text.lines.first?.number ?? 1)...(text.lines.last?.number ?? 1)))
        }
        return (drafts, findings)
    }

    private static func nodes(_ drafts: [Draft], _ text: TermsText) -> [Node] {
        let own = drafts.map { draft -> ClosedRange<Int>? in
            let lines = draft.pieces.map { text.lines[$0.line].number }
            return lines.min().flatMap { first in lines.max().map { first...$0 } }
        }
        var spans = own
        var carriesOn = [Bool](repeating: false, count: drafts.count)
        for place in drafts.indices.reversed() {
            guard let parent = drafts[place].parent, parent < place else { continue }
            if drafts[place].kind != .note, drafts[place].kind != .closing { carriesOn[parent] = true }
            guard let span = spans[place] else { continue }
            spans[parent] = spans[parent].map { min($0.lowerBound, span.lowerBound)...max($0.upperBound, span.upperBound) } ?? span
        }
        return drafts.enumerated().map { place, draft in
            let isRow = draft.kind == .row
            let words = isRow ? text.row(draft.text) : text.joined(draft.text)
            let isApart = draft.kind == .closing || draft.parent == nil && ["layout", "contents"].contains(draft.id)
            return Node(
                id: draft.id, also: draft.also, kind: draft.kind, marker: text.joined(draft.marker), heading: text.joined(draft.heading), text: words,
                lines: own[place] ?? 1...1, span: spans[place] ?? 1...1, parent: draft.parent,
                parts: isRow || isApart ? [] : Part.parts(of: words, in: draft.id), isLeaf: !words.isEmpty && !carriesOn[place] && !isApart)
        }
    }
}
