import Coverage
package import Diagnostics
import Foundation
import Plans
import Serialization
import Vocabulary

/// The outline of the contract, and what is found in it, as the parts of a page.
package struct ContractView: Bilingual {
    /// More than these nobody reads: another word is better.
    private static let mostResults = 100
    /// Words longer than this are none.
    private static let longestQuery = 200

    private let book: ContractBook
    package let language: MessageLanguage
    private let href: @Sendable (String) -> String?

    /// - Parameter href: where the page of a clause is, by its ID.
    package init(_ book: ContractBook, language: MessageLanguage, href: @escaping @Sendable (String) -> String?) {
        self.book = book
        self.language = language
        self.href = href
    }

    // MARK: The outline

    /// The chapters with what stands at their top.
    package var outline: OutlineContent {
        let title = book.plan.title
        let tops = Dictionary(
            grouping: book.order.filter { place in
                let above = book.parent(place)
                return above == nil || above.flatMap { book.chapter($0) } != book.chapter(place)
            }
        ) { book.chapter($0) }
        let numbers: [Int?] = (tops[nil] == nil ? [] : [nil]) + book.supplements.chapters.indices.filter { tops[$0] != nil }.map { $0 }
        return OutlineContent(
            query: "", title: title.title ?? title.name, edition: title.edition ?? word("版の記載なし", "no edition stated"), counts: counts,
            chapters: numbers.map { number in
                .init(
                    id: Self.anchor(number), heading: heading(number), isOpen: numbers.count == 1, articles: (tops[number] ?? []).map(article))
            })
    }

    /// The place of a chapter on the page.
    static func anchor(_ chapter: Int?) -> String { chapter.map { "chapter-\($0 + 1)" } ?? "clauses" }

    private func heading(_ chapter: Int?) -> String { chapter.map { book.supplements.chapters[$0].heading } ?? word("条項", "Clauses") }

    private func article(_ place: Place<Clause>) -> OutlineContent.Article {
        let clause = book.plan.clauses[place]
        return .init(clause: self.clause(place), heading: clause.heading, account: account(clause.id))
    }

    /// What accounts for a clause and what is in it.
    private func account(_ id: String) -> String? {
        let lines = book.lines.filter { line in ([line.provision.id] + line.provision.also).contains { ContractBook.isWithin($0, id) } }
        let rules = book.plan.rules.filter { $0.clause.map { ContractBook.isWithin(book.plan.clauses[$0].id, id) } ?? false }.count
        let missing = lines.filter { $0.status == .missing }.count
        let parts = [
            (word("規定", "provisions"), lines.count), (word("規則", "rules"), rules), (word("試験と事例", "tests and cases"), book.examples(id).count),
            (word("規則なし", "without rules"), missing),
        ]
        let said = parts.filter { $0.1 > 0 }.map { "\($0.0) \($0.1)" }
        return said.isEmpty ? nil : said.joined(separator: word("、", ", "))
    }

    private var counts: String {
        let plan = book.plan
        var parts: [(String, Int)] = []
        if !book.lines.isEmpty {
            parts += [
                (word("末端の規定", "leaf provisions"), book.lines.count), (word("規則にあるもの", "in rules"), book.lines.filter { $0.status == .encoded }.count),
                (word("非規範", "without effect"), book.lines.filter { $0.status == .nonoperative }.count),
                (word("ないもの", "missing"), book.lines.filter { $0.status == .missing }.count),
            ]
        }
        parts += [
            (word("規則", "rules"), plan.rules.count), (word("義務など", "norms"), plan.norms.count), (word("解釈", "readings"), plan.interpretations.count),
            (word("条項を挙げる試験と事例", "tests and cases that name a clause"), book.exampleCount),
        ]
        return parts.map { "\($0.0) \($0.1)" }.joined(separator: word("、", ", "))
    }

    // MARK: What is found

    /// The ID of the clause that a text is a number of, in any spelling; nil where it is none.
    package func clause(numbered text: String) -> String? {
        guard text.utf8.count <= Self.longestQuery else { return nil }
        guard let page = ClausePage(text, in: book.plan) else { return nil }
        // The rules may speak of nothing but what is in it.
        return book.place(page.clause.id) == nil ? page.below.first?.id : page.clause.id
    }

    /// The clauses in which all words of a text are found.
    package func results(_ text: String) -> SearchContent {
        let words = Self.folded(String(text.prefix(Self.longestQuery))).split(whereSeparator: \.isWhitespace)
        let found =
            words.isEmpty
            ? []
            : book.order.filter { place in
                let whole = Self.folded(self.text(place))
                return words.allSatisfy { whole.contains($0) }
            }
        let more = found.count > Self.mostResults ? word("（初めの \(Self.mostResults) 件）", " (the first \(Self.mostResults))") : ""
        return SearchContent(
            query: text, count: word("\(found.count) 件", "\(found.count) found") + more, results: found.prefix(Self.mostResults).map(clause))
    }

    /// Everything that is written about a clause.
    private func text(_ place: Place<Clause>) -> String {
        let clause = book.plan.clauses[place]
        let readings = book.plan.interpretations.filter { $0.clauses.contains(place) }.flatMap { [$0.name, $0.issue] }
        let parts = [clause.citation, clause.id, clause.heading, clause.gist, clause.nonoperative, book.wording(clause.id)].compactMap(\.self)
        return (parts + (book.names(clause.id)?.all ?? []) + readings).joined(separator: "\n")
    }

    /// Without regard to width and case.
    private static func folded(_ text: String) -> String { text.precomposedStringWithCompatibilityMapping.lowercased() }

    // MARK: Clauses

    func clause(_ place: Place<Clause>) -> ClauseLink {
        let clause = book.plan.clauses[place]
        return ClauseLink(cite: clause.citation, href: href(clause.id), gist: clause.gist)
    }

    /// A way to a clause.
    func way(_ place: Place<Clause>) -> PageLink {
        let clause = book.plan.clauses[place]
        return PageLink(text: clause.citation, href: href(clause.id))
    }

    /// The way from the contract down to a clause: its chapter, and the clauses that it is in.
    func up(_ place: Place<Clause>, outline: String) -> [PageLink] {
        var ways: [PageLink] = []
        var above = book.parent(place)
        while let next = above {
            ways.insert(way(next), at: 0)
            above = book.parent(next)
        }
        let chapter = book.chapter(place).map { PageLink(text: heading($0), href: "\(outline)#\(Self.anchor($0))") }
        return [chapter].compactMap(\.self) + ways
    }
}
