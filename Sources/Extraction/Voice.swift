import Sentences

/// Who writes a text: it decides who 当社 and うち are.
package enum Voice: String, Sendable, Hashable, CaseIterable {
    /// The customer, or someone of theirs.
    case caller
    /// Someone of the provider who notes what a caller said.
    case colleague

    var writer: Writer { self == .caller ? .caller : .colleague }

    /// Who probably writes: who speaks of customers is not one. Only a guess.
    static func guessed(_ text: String) -> Voice {
        let folded = text.lowercased()
        return signs.contains { folded.contains($0) } ? .colleague : .caller
    }

    private static let signs = [
        "お客様", "お客さん", "お客さま", "客先", "客:", "客：", "客「", "客が", "客は", "客から", "客より", "客の", "得意先", "先方", "顧客", "見込み", "客に", "ｷｬｸ", "customer", "client ",
        "prospect", "入電", "架電", "与信",
    ]
}
