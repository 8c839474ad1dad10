/// The products of a user agent outside its comments (RFC 9110, 10.1.5): `Mozilla/5.0 (…) AppleWebKit/605.1.15 (…) Version/17.2 Safari/605.1.15`.
struct ProductTokens {
    private let products: [(name: String, version: String)]

    init(_ text: String) {
        var depth = 0
        var outside = ""
        for character in text.prefix(2_048) {
            switch character {
            case "(": depth += 1
            case ")": depth = max(0, depth - 1)
            default: if depth == 0 { outside.append(character) }
            }
        }
        products = outside.split(separator: " ").map { word in
            let parts = word.split(separator: "/", maxSplits: 1)
            return (String(parts.first ?? ""), parts.count > 1 ? String(parts[1]) : "")
        }
    }

    private func has(_ name: String) -> Bool { products.contains { $0.name == name } }

    /// Apple's engine; Chromium and the old Edge name it too, beside themselves.
    var isWebKit: Bool { has("AppleWebKit") && !has("Chrome") && !has("Chromium") && !has("Edge") }

    /// Whether a browser names itself by the form that it has on iPhone and iPad only.
    var isMobileApple: Bool { products.contains { $0.name.hasSuffix("iOS") } }

    /// The makers' names for those forms.
    private static let names = ["CriOS": "Google Chrome", "EdgiOS": "Microsoft Edge", "FxiOS": "Firefox"]

    /// The browser that names itself by such a form, where its maker is known.
    var mobileAppleBrowser: (name: String, version: String)? {
        products.lazy.compactMap { product in Self.names[product.name].map { ($0, product.version) } }.first
    }

    /// Safari itself says its version and names nothing beside itself.
    var isPlainSafari: Bool {
        has("Version") && has("Safari") && products.allSatisfy { ["Mozilla", "AppleWebKit", "Version", "Mobile", "Safari"].contains($0.name) }
    }
}
