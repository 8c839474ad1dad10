package import Explanation
package import Serialization

/// The outline of the contract as the content of a page.
package struct OutlineContent: Codable, Sendable, Equatable {
    /// What stands in the field of the search.
    package let query: String
    package let title: String
    package let edition: String
    package let counts: String
    package let chapters: [Chapter]

    package struct Chapter: Codable, Sendable, Equatable {
        package let id: String
        package let heading: String
        package let isOpen: Bool
        package let articles: [Article]
    }

    package struct Article: Codable, Sendable, Equatable {
        package let clause: ClauseLink
        package let heading: String?
        /// What accounts for it, counted.
        package let account: String?
    }
}

/// What is found in the contract, as the content of a page.
package struct SearchContent: Codable, Sendable, Equatable {
    package let query: String
    package let count: String
    package let results: [ClauseLink]
}

/// One clause as the content of a page.
package struct ClauseContent: Codable, Sendable, Equatable {
    package let query: String
    package let id: String
    package let cite: String
    package let heading: String?
    package let gist: String?
    package let wording: String?
    package let statusText: String
    /// Why it is without effect.
    package let reason: String?
    /// What the rules hang on it, counted.
    package let coverage: String?
    /// The way from the contract down to it.
    package let up: [PageLink]
    package let previous: PageLink?
    package let next: PageLink?
    package let below: [Below]
    package let rules: [Rule]
    package let norms: [Norm]
    package let interpretations: [Interpretation]
    package let cases: [Example]

    package struct Below: Codable, Sendable, Equatable {
        package let clause: ClauseLink
        package let statusText: String
    }

    package struct Rule: Codable, Sendable, Equatable {
        package let name: String
        package let decision: String
        package let outcome: String
        package let condition: [ConditionWords]
        /// As it is written.
        package let source: String?
    }

    package struct Norm: Codable, Sendable, Equatable {
        package let kind: String
        package let name: String
        package let who: String?
        package let to: String?
        package let what: String
        package let by: String?
        package let condition: [ConditionWords]
    }

    package struct Interpretation: Codable, Sendable, Equatable {
        package let name: String
        package let issue: String
        package let readings: [Reading]
    }

    package struct Reading: Codable, Sendable, Equatable {
        package let name: String
        package let text: String?
        package let isAdopted: Bool
        package let reason: String?
    }

    /// A test or a case in which it decides.
    package struct Example: Codable, Sendable, Equatable {
        package let name: String
        package let outcome: String?
        package let note: String?
    }
}
