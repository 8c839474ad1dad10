/// User agent client hints (W3C WICG, "User-Agent Client Hints"): header fields that say what the user agent no longer does.
package struct ClientHints: Hashable, Sendable {
    /// `Sec-CH-UA-Platform`.
    package let platform: String?
    /// `Sec-CH-UA-Platform-Version`.
    package let platformVersion: String?
    /// The brands of `Sec-CH-UA-Full-Version-List`, else of `Sec-CH-UA`, without the one that is there to be ignored.
    package let brands: [(name: String, version: String)]

    /// Reads header fields, names in any case; what is not there or not in the form of a structured field is left out.
    package init(headers: [(name: String, value: String)]) {
        func value(_ name: String) -> String? { headers.last { $0.name.lowercased() == name }?.value }
        platform = value("sec-ch-ua-platform").flatMap(Self.text)
        platformVersion = value("sec-ch-ua-platform-version").flatMap(Self.text)
        brands = Self.list(value("sec-ch-ua-full-version-list") ?? value("sec-ch-ua") ?? "")
    }

    package static func == (left: Self, right: Self) -> Bool {
        left.platform == right.platform && left.platformVersion == right.platformVersion && left.brands.elementsEqual(right.brands, by: ==)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(platform)
        hasher.combine(platformVersion)
        for brand in brands { hasher.combine(brand.name) }
    }

    /// A string of a structured field (RFC 8941, 3.3.3); some send it without its quotation marks.
    private static func text(_ field: String) -> String? {
        let trimmed = field.trimmingBlanks
        let bare = trimmed.count >= 2 && trimmed.hasPrefix("\"") && trimmed.hasSuffix("\"") ? String(trimmed.dropFirst().dropLast()) : trimmed
        return bare.isEmpty ? nil : bare
    }

    /// `"Chromium";v="121", "Not A(Brand";v="99"`.
    private static func list(_ field: String) -> [(name: String, version: String)] {
        var brands: [(name: String, version: String)] = []
        for match in field.prefix(2_048).matches(of: /"(?<name>[^"]*)"\s*;\s*v\s*=\s*"(?<version>[^"]*)"/) {
            let name = String(match.output.name)
            // The brand that is made up says "Not" and "Brand" in ever new spellings.
            if name.lowercased().contains("not"), name.lowercased().contains("brand") { continue }
            brands.append((name, String(match.output.version)))
        }
        return brands
    }
}

extension StringProtocol {
    /// Without blanks at either end.
    var trimmingBlanks: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(self[first...last])
    }
}
