/// A clause on a page: how it is cited, where its page is, and what it says in short; its own words where they are at hand.
package struct ClauseLink: Codable, Sendable, Equatable {
    package let cite: String
    package let href: String?
    package let gist: String?
    package let wording: String?

    package init(cite: String, href: String? = nil, gist: String? = nil, wording: String? = nil) {
        self.cite = cite
        self.href = href
        self.gist = gist
        self.wording = wording
    }
}

/// A way to another place; nil where there is no page.
package struct PageLink: Codable, Sendable, Equatable {
    package let text: String
    package let href: String?

    package init(text: String, href: String?) {
        self.text = text
        self.href = href
    }
}

/// What something is called, and what it is.
package struct LabelledValue: Codable, Sendable, Equatable {
    package let label: String
    package let value: String

    package init(label: String, value: String) {
        self.label = label
        self.value = value
    }
}

/// One of a menu.
package struct MenuOption: Codable, Sendable, Equatable {
    package let value: String
    package let text: String
    package let isSelected: Bool

    package init(value: String, text: String, isSelected: Bool) {
        self.value = value
        self.text = text
        self.isSelected = isSelected
    }
}

/// What a form carries without a control.
package struct HiddenField: Codable, Sendable, Equatable {
    package let name: String
    package let value: String

    package init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}

/// What is wrong, and what to do about it.
package struct FaultNotice: Codable, Sendable, Equatable {
    package let message: String
    package let advice: String?
    package let code: String?
    /// The place on the page that it is about.
    package let href: String?

    package init(message: String, advice: String? = nil, code: String? = nil, href: String? = nil) {
        self.message = message
        self.advice = advice
        self.code = code
        self.href = href
    }
}
