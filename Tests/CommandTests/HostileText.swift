import Foundation

/// A text that somebody may send who means harm, or whose program is broken.
struct HostileText: Sendable {
    let name: String
    let text: String
    /// As it stands in a form or in an address.
    let encoded: String

    init(_ name: String, _ text: String) { (self.name, self.text, encoded) = (name, text, Visitor.encoded(text)) }

    /// - Parameter encoded: bytes that no text has, as they are written in a form.
    private init(_ name: String, encoded: String) { (self.name, text, self.encoded) = (name, encoded, encoded) }

    /// As a string of JSON.
    var quoted: String { (try? JSONEncoder().encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? "" }

    /// What must not stand in a page as it was sent.
    static let markup = ["<script>alert", "<img src=x", "\" onfocus=1", "\"\u{301} onfocus=1"]
    /// What a template would fill in, each behind a word by which it is found again.
    static let template = "qz7{{title}}qz8{{{here}}}qz9{{t.product}}{{#content}}{{/content}}{{>frame}}"

    static let markupTexts = [
        HostileText("script", "<script>alert(1)</script>"), HostileText("attribute", "\"><img src=x onerror=1>"), HostileText("handler", "x\" onfocus=1 y=\""),
        // A quotation mark with a mark behind it is one character to Swift, and still a quotation mark to a browser.
        HostileText("marked handler", "x\"\u{301} onfocus=1 y=\"\u{200D}"),
        HostileText("template", template),
    ]
    static let formulas = [HostileText("formula", "=1+1"), HostileText("function", "@SUM(A1)"), HostileText("sum", "+1+1"), HostileText("wide", "＝1+1")]
    static let marks = HostileText("combining marks", "e" + String(repeating: "\u{316}\u{301}", count: 5_000))
    static let long = HostileText("long", String(repeating: "a", count: 100_000))

    /// Each a text by itself.
    static let plain =
        markupTexts + formulas + [
            HostileText("nothing", ""), HostileText("NUL", "a\u{0}b"), HostileText("control", "\u{1}\u{7}\u{8}\u{1B}[31m\u{7F}\u{85}\u{2028}"),
            HostileText("carriage return", "a\rb"), HostileText("line feed", "a\nb"), HostileText("header", "a\r\nX-Injected: 1\r\n\r\n<b>"),
            HostileText("bidi", "\u{202E}gpj.exe\u{2066}"), HostileText("zero width", "\u{200B}\u{200D}\u{2060}"), HostileText("mark", "\u{FEFF}x\u{FEFF}"),
            HostileText("joined", String(repeating: "👨‍👩‍👧‍👦", count: 500)), HostileText("flags", String(repeating: "🇯", count: 1_001)),
            HostileText("SQL", "'; DROP TABLE entry;--"), HostileText("path", "../../etc/passwd"), HostileText("lookup", "${jndi:ldap://x}"),
            HostileText("format", "%s%n%1$@"), HostileText("pattern", "(a+)+$[\\"), HostileText("number", "1e999999"), HostileText("negative zero", "-0"),
            HostileText("beyond Int64", "9223372036854775808"), HostileText("deep", String(repeating: "[", count: 3_000)),
            HostileText("private", "\u{E000}\u{10FFFF}"),
        ]

    /// Bytes that are no text, or are encoded twice.
    static let bytes = ["%FF%FE", "%00", "%2e%2e%2f", "%252e%252e%252f", "%C0%AF", "%ED%A0%80", "%E3%81", "%", "%zz"].map { HostileText($0, encoded: $0) }

    static let all = plain + [marks, long] + bytes
    /// For addresses, which are shorter.
    static let short = plain + bytes + [HostileText("long", String(repeating: "a", count: 8_000))]
    /// Several in one.
    static let mixture = HostileText("mixture", (markupTexts + plain).map(\.text).joined(separator: " "))
}
