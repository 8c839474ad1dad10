package import Diagnostics

/// What stands around the content of every page.
package struct PageFrame: Sendable {
    /// Who is signed in, as the page names them.
    package struct Reader: Codable, Sendable {
        package let name: String
        package let roles: String

        package init(name: String, roles: String) {
            self.name = name
            self.roles = roles
        }
    }

    /// A way to another page.
    package struct NavigationItem: Codable, Sendable {
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
}

/// The frame with the content of a page and the addresses of what every page uses: what a template is filled with, beside the texts.
package struct FramedContent<Content: Codable & Sendable>: Codable, Sendable {
    package let lang: String
    package let isJapanese: Bool
    package let isEnglish: Bool
    package let title: String
    package let reader: PageFrame.Reader?
    package let navigation: [PageFrame.NavigationItem]
    package let token: String?
    package let here: String
    package let css: String
    package let js: String
    package let icon: String
    package let content: Content

    init(_ content: Content, _ frame: PageFrame, css: String, js: String, icon: String) {
        lang = frame.language == .japanese ? "ja" : "en"
        (isJapanese, isEnglish) = (frame.language == .japanese, frame.language != .japanese)
        (title, reader, navigation, token, here) = (frame.title, frame.reader, frame.navigation, frame.token, frame.here)
        (self.css, self.js, self.icon, self.content) = (css, js, icon, content)
    }
}
