import Foundation

/// A form of a page, as a browser reads it.
struct PageForm: Sendable {
    struct Field: Sendable {
        let name: String
        /// What it holds when the page opens; of a choice, the first.
        let value: String
        /// One writes into it; otherwise the page says what can be sent.
        let isFree: Bool
    }

    let action: String
    let isPost: Bool
    let isUpload: Bool
    /// Each name once.
    let fields: [Field]

    static func all(in page: String) -> [PageForm] {
        page.matches(of: /<form([^>]*)>(.*?)<\/form>/.dotMatchesNewlines()).map { PageForm(String($0.1), String($0.2)) }
    }

    private init(_ head: String, _ content: String) {
        action = Self.attribute("action", of: head) ?? ""
        isPost = Self.attribute("method", of: head) == "post"
        isUpload = Self.attribute("enctype", of: head) == "multipart/form-data"
        var fields: [Field] = []
        for match in content.matches(of: /<(input|select|textarea|button)([^>]*)>(.*?)(?=<(?:input|select|textarea|button|\/form)|$)/.dotMatchesNewlines()) {
            let (tag, head) = (match.1, String(match.2))
            guard let name = Self.attribute("name", of: head), !fields.contains(where: { $0.name == name }) else { continue }
            let type = Self.attribute("type", of: head)
            let option = tag == "select" ? Self.attribute("value", of: String(match.3)) : nil
            let isFree = tag == "textarea" || (tag == "input" && !["hidden", "radio", "checkbox"].contains(type))
            fields.append(Field(name: name, value: option ?? Self.attribute("value", of: head) ?? "", isFree: isFree))
        }
        self.fields = fields
    }

    private static func attribute(_ name: String, of tag: String) -> String? {
        guard let start = tag.range(of: " \(name)=\"")?.upperBound, let end = tag[start...].firstIndex(of: "\"") else { return nil }
        let escapes = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
        return escapes.reduce(String(tag[start..<end])) { $0.replacing($1.0, with: $1.1) }
    }
}
