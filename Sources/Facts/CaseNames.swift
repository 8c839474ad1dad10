import Plans
import Values
import Vocabulary

/// Finds a case of an enumeration by its name or label, without regard to width, and to case where that is not ambiguous.
final class CaseNames: Sendable {
    private let strict: [String: Int]
    /// `nil` where several cases are called so.
    private let loose: [String: Int?]

    init(_ enumeration: Enumeration) {
        var strict: [String: Int] = [:]
        var loose: [String: Int?] = [:]
        // Names go before labels: a label may be another case's name.
        let names = enumeration.cases.enumerated().map { ($0.offset, $0.element.name) }
        let labels = enumeration.cases.enumerated().compactMap { number, one in one.label.map { (number, $0) } }
        for (number, name) in names + labels {
            for spelling in [name, foldWidth(name)] where strict[spelling] == nil { strict[spelling] = number }
            let lower = foldWidth(name).lowercased()
            if let other = loose[lower], other != number { loose[lower] = .some(nil) } else { loose[lower] = number }
        }
        (self.strict, self.loose) = (strict, loose)
    }

    /// The number of the case that is called so.
    func code(_ text: String) -> Int? {
        let folded = foldWidth(text).trimmed
        return strict[text] ?? strict[folded] ?? (loose[folded.lowercased()] ?? nil)
    }
}

extension Plan {
    /// The names of each enumeration's cases.
    var caseNames: OnDemand<CaseNames> { OnDemand(count: enumerations.count) { [enumerations] in CaseNames(enumerations[$0]) } }
}

extension String {
    /// The beginning of a long text, for a message.
    var excerpt: String { unicodeScalars.count <= 40 ? self : String(String.UnicodeScalarView(unicodeScalars.prefix(40))) + "…" }
}
