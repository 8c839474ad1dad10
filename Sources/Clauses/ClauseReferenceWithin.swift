extension ClauseReference {
    /// The longest 第2項第3号 or the like that begins at a position, below an article or a paragraph of it, and the position behind it;
    /// `nil` when none begins there.
    package static func scanWithin(_ base: ClauseID, _ scalars: [Unicode.Scalar], from start: Int) -> (id: ClauseID, end: Int)? {
        var scanner = ClauseScanner(scalars, from: start, isLoose: false)
        scanner.segments = base.segments.map(String.init)
        scanner.articleDepth = scanner.segments.first?.hasPrefix("suppl") == true ? 2 : 1
        guard scanner.withinArticle(), let id = scanner.id else { return nil }
        return (id, scanner.position)
    }
}
