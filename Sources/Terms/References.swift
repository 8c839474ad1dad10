internal import Clauses
internal import Values

/// The clauses that a provision's text refers to.
struct References {
    /// One reference: the words and the clause that they mean.
    struct Reference: Hashable {
        let words: String
        let id: String
    }

    private let scalars: [Unicode.Scalar]
    private let place: Place
    private var found: [Reference] = []
    /// The clause that was named last, for 同条, 同項 and 第8号 behind から, and the place behind its words.
    private var last: (id: String, end: Int)?

    /// Reads 第10条第1項, 別紙1, and 前条, 前項, 前二項, 前号, 本項, 次項, 同条 and a bare 第2項 by the place in which they stand.
    ///
    /// - Parameter articles: the articles of the document in order.
    static func all(in text: String, at id: String, articles: [String]) -> [Reference] {
        var references = References(text, Place(id, articles))
        references.read()
        return references.found
    }

    private init(_ text: String, _ place: Place) {
        scalars = TextForm.folded(Array(text.unicodeScalars).filter { !isSpace($0) })
        self.place = place
    }

    private mutating func read() {
        var index = 0
        while index < scalars.count {
            let (ids, end) = reference(index)
            let words = String(String.UnicodeScalarView(scalars[index..<max(index, end)]))
            found += ids.map { Reference(words: words, id: $0) }
            if let id = ids.last { last = (id, end) }
            index = max(end, index + 1)
        }
    }

    /// Where a provision stands.
    private struct Place {
        let article: String?
        let before: String?
        let after: String?
        let paragraph: Int?
        let item: Int?

        init(_ id: String, _ articles: [String]) {
            let segments = id.split(separator: ".").map(String.init)
            let article = segments.first.flatMap { articles.contains($0) ? $0 : nil }
            self.article = article
            let place = article.flatMap { articles.firstIndex(of: $0) }
            before = place.flatMap { $0 > 0 ? articles[$0 - 1] : nil }
            after = place.flatMap { $0 + 1 < articles.count ? articles[$0 + 1] : nil }
            paragraph = segments.count > 1 ? Int(segments[1]) : nil
            item = segments.count > 2 ? Int(segments[2]) : nil
        }
    }

    private func has(_ word: String, at index: Int) -> Bool { scalars[min(index, scalars.count)...].starts(with: word.unicodeScalars) }

    /// The clauses that the words at a place mean, and where the words end.
    private func reference(_ index: Int) -> ([String], Int) {
        switch scalars[index] {
        case "前": return backward(index)
        case "次":
            if has("次条", at: index) { return below(place.after, index + 2) }
            if has("次項", at: index), let paragraph = place.paragraph { return below(inArticle(paragraph + 1), index + 2) }
        case "本":
            if has("本条第", at: index) { return below(place.article, index + 2) }
            if has("本項", at: index), let paragraph = place.paragraph { return below(inArticle(paragraph), index + 2) }
        case "同":
            let named = last?.id.split(separator: ".").map(String.init) ?? []
            if has("同条", at: index), let article = named.first { return below(article, index + 2) }
            if has("同項", at: index), named.count > 1 { return below(named.prefix(2).joined(separator: "."), index + 2) }
        case "第", "別", "附":
            if let (id, end) = ClauseReference.scanPrefix(scalars, from: index) { return ([id.text], end) }
            guard has("第", at: index) else { break }
            if let base = goesOn(index) { return below(base, index, isBare: true) }
            return below(place.article, index, isBare: true)
        default: break
        }
        return ([], index + 1)
    }

    /// 前条, 前項, 前二項, 前号, 前三号
    private func backward(_ index: Int) -> ([String], Int) {
        if has("前条", at: index) { return below(place.before, index + 2) }
        var (count, next) = (1, index + 1)
        if let (value, consumed) = KanjiNumeral.scan(scalars, from: next) { (count, next) = (value, next + consumed) }
        guard count > 0, next < scalars.count else { return ([], index + 1) }
        if scalars[next] == "項", let paragraph = place.paragraph, paragraph > count {
            if count == 1 { return below(inArticle(paragraph - 1), next + 1) }
            return ((paragraph - count..<paragraph).compactMap(inArticle), next + 1)
        }
        if scalars[next] == "号", let paragraph = place.paragraph.flatMap(inArticle), let item = place.item, item > count {
            return ((item - count..<item).map { "\(paragraph).\($0)" }, next + 1)
        }
        return ([], index + 1)
    }

    private func inArticle(_ paragraph: Int) -> String? { place.article.map { "\($0).\(paragraph)" } }

    /// What 第8号 belongs to behind 前項第2号から: the clause named right before it.
    private func goesOn(_ index: Int) -> String? {
        guard let last else { return nil }
        let joint = String(String.UnicodeScalarView(scalars[min(last.end, index)..<index]))
        guard ["から", "及び", "および", "又は", "または", "若しくは", "もしくは", "並びに", "、", "・", "~", "-"].contains(joint) else { return nil }
        return last.id.split(separator: ".").prefix(2).joined(separator: ".")
    }

    /// 第2項第3号 behind a place: the clause and where the words end. A bare one is none unless something follows.
    private func below(_ base: String?, _ start: Int, isBare: Bool = false) -> ([String], Int) {
        guard let base, let place = ClauseID(base) else { return ([], start + (isBare ? 1 : 0)) }
        guard let (id, end) = ClauseReference.scanWithin(place, scalars, from: start) else { return (isBare ? [] : [base], start + (isBare ? 1 : 0)) }
        return ([id.text], end)
    }
}
