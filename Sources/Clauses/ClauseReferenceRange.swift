/// A clause, or a run of clauses from one to another, both included.
package struct ClauseReferenceRange: Sendable, Hashable {
    /// Where the run begins.
    package let first: ClauseID
    /// Where the run ends; the same as `first` for a single clause.
    package let last: ClauseID

    /// A run of clauses.
    package init(first: ClauseID, last: ClauseID) {
        self.first = first
        self.last = last
    }

    /// Whether a clause is in the run, or lies in a clause of it.
    package func contains(_ id: ClauseID) -> Bool { (first <= id && id <= last) || id.isDescendant(of: last) }
}

extension ClauseReference {
    /// Reads an enumeration: 第九条から第十一条まで, 9条～11条, 第四条第一項及び第三項. A paragraph, item or mark alone is that of
    /// the clause before it. Empty when any part of the text is not a reference.
    package static func parseList(_ text: String) -> [ClauseReferenceRange] {
        var scanner = ClauseScanner(trimmed(Array(text.unicodeScalars)), isLoose: true)
        var ranges: [ClauseReferenceRange] = []
        repeat {
            guard let first = scanner.next() else { return [] }
            var last = first
            if scanner.takeAny(tildes) {
                guard let end = scanner.next() else { return [] }
                last = end
                _ = scanner.take("まで")
            }
            guard first <= last else { return [] }
            ranges.append(ClauseReferenceRange(first: first, last: last))
        } while scanner.takeAny(conjunctions)
        return scanner.position == scanner.scalars.count ? ranges : []
    }

    /// What stands between the ends of a run. Full-width ～ and － are folded before they are compared.
    private static let tildes = ["から", "~", "〜", "-", "−", "–", "—", "‐", "ー"]

    /// What stands between the members of an enumeration, the longer first.
    private static let conjunctions = ["並びに", "ならびに", "若しくは", "もしくは", "及び", "および", "又は", "または", "、", ",", "・", "と"]
}

extension ClauseScanner {
    /// Reads the next member of an enumeration, whole or continuing the one before.
    fileprivate mutating func next() -> ClauseID? {
        let before = (segments, articleDepth)
        (segments, articleDepth) = ([], nil)
        if reference() { return id }
        (segments, articleDepth) = before
        guard let depth = articleDepth else { return nil }
        if segments.count > depth + 2, let mark = iroha() ?? circled() ?? parenthesized() {
            segments[segments.count - 1] = mark
            return id
        }
        return withinArticle() ? id : nil
    }
}
