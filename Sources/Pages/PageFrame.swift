package import Diagnostics
import Documents

/// What stands around the content of every page.
package struct PageFrame: Sendable {
    /// Who is signed in, as the page names them.
    package struct Reader: Sendable {
        package let name: String
        package let roles: String

        package init(name: String, roles: String) {
            self.name = name
            self.roles = roles
        }
    }

    /// A way to another page.
    package struct NavigationItem: Sendable {
        package let href: String
        package let text: String
        package let isCurrent: Bool

        package init(href: String, text: String, isCurrent: Bool) {
            self.href = href
            self.text = text
            self.isCurrent = isCurrent
        }
    }

    package let language: MessageLanguage
    /// The page's name.
    package let title: String
    /// Nil where nobody is signed in.
    package let reader: Reader?
    /// The pages that the reader may see.
    package let navigation: [NavigationItem]
    /// The token that each form carries; nil without a session.
    package let token: String?
    /// Where a change of language comes back to.
    package let here: String

    package init(language: MessageLanguage, title: String, reader: Reader? = nil, navigation: [NavigationItem] = [], token: String? = nil, here: String) {
        self.language = language
        self.title = title
        self.reader = reader
        self.navigation = navigation
        self.token = token
        self.here = here
    }

    /// The frame with its content, as the templates name the parts.
    func value(_ content: JSONValue, texts: JSONValue, css: String, script: String, icon: String) -> JSONValue {
        [
            "lang": .string(language == .japanese ? "ja" : "en"), "ja": .bool(language == .japanese), "en": .bool(language != .japanese),
            "t": texts, "title": .string(title),
            "user": reader.map { ["name": .string($0.name), "roles": .string($0.roles)] } ?? .null,
            "nav": .array(navigation.map { ["href": .string($0.href), "text": .string($0.text), "current": .bool($0.isCurrent)] }),
            "csrf": token.map(JSONValue.string) ?? .null, "here": .string(here),
            "css": .string(css), "js": .string(script), "icon": .string(icon), "content": content,
        ]
    }
}
