internal import Clauses

/// The clauses that a provision's text refers to.
struct References {
    /// One reference: the words and the clause that they mean.
    struct Reference: Hashable {
        let words: String
        let id: String
    }

    /// Reads 第10条第1項, 別紙1, and 前条, 前項, 本条 and a bare 第2項 by the place in which they stand.
    ///
    /// - Parameter articles: the articles of the document in order.
    static func all(in text: String, at id: String, articles: [String]) -> [Reference] {
        let scalars = TextForm.folded(Array(text.unicodeScalars).filter { !isSpace($0) })
        let place = Place(id, articles)
        var result: [Reference] = []
        var index = 0
        while index < scalars.count {
            let (found, end) = reference(scalars, index, place)
            if let found { result.append(Reference(words: String(String.UnicodeScalarView(scalars[index..<end])), id: found)) }
            index = max(end, index + 1)
        }
        return result
    }

    /// Where a provision stands.
    private struct Place {
        let article: String?
        let before: String?
        let after: String?
        let paragraph: Int?

        init(_ id: String, _ articles: [String]) {
            let segments = id.split(separator: ".").map(String.init)
            let article = segments.first.flatMap { articles.contains($0) ? $0 : nil }
            self.article = article
            let place = article.flatMap { articles.firstIndex(of: $0) }
            before = place.flatMap { $0 > 0 ? articles[$0 - 1] : nil }
            after = place.flatMap { $0 + 1 < articles.count ? articles[$0 + 1] : nil }
            paragraph = segments.count > 1 ? Int(segments[1]) : nil
        }
    }

    private static func reference(_ scalars: [Unicode.Scalar], _ index: Int, _ place: Place) -> (String?, Int) {
        func has(_ word: String) -> Bool { scalars[index...].starts(with: word.unicodeScalars) }
        switch scalars[index] {
        case "前":
            if has("前条") { return below(place.before, scalars, index + 2) }
            if has("前項"), let article = place.article, let paragraph = place.paragraph, paragraph > 1 {
                return below("\(article).\(paragraph - 1)", scalars, index + 2)
            }
        case "次": if has("次条") { return below(place.after, scalars, index + 2) }
        case "本": if has("本条第") { return below(place.article, scalars, index + 2) }
        case "第", "別", "附":
            if let (id, end) = ClauseReference.scanPrefix(scalars, from: index) { return (id.text, end) }
            if has("第") {
                let (id, end) = below(place.article, scalars, index)
                if end > index { return (id, end) }
            }
        default: break
        }
        return (nil, index + 1)
    }

    /// 第2項第3号 behind a place: the clause and where the words end.
    private static func below(_ base: String?, _ scalars: [Unicode.Scalar], _ start: Int) -> (String?, Int) {
        guard let base, let place = ClauseID(base) else { return (nil, start) }
        guard let (id, end) = ClauseReference.scanWithin(place, scalars, from: start) else { return (base, start) }
        return (id.text, end)
    }
}
