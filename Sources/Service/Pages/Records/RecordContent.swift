import Serialization

/// The content of the list of records.
struct RecordListContent: Codable, Sendable {
    let filter: Filter
    let errors: [FaultNotice]
    let count: String
    let exports: [PageLink]
    let rows: [Row]
    /// Where the newer and the older ones are.
    let newer: String?
    let older: String?
    /// By outcome, and by side where the decisions have sides; none where there is nothing to draw.
    let weeks: [RecordWeeks]
    let shares: [Share]

    /// What the list is narrowed to.
    struct Filter: Codable, Sendable {
        let action: String
        let from: String
        let to: String
        let by: String
        let text: String
        let decisions: [MenuOption]
        let statuses: [MenuOption]
    }

    struct Row: Codable, Sendable {
        let number: String
        let href: String
        let at: String
        let by: String
        let question: String
        let outcome: String
        let clause: ClauseLink?
        let status: String
        let statusText: String
        /// Whether the facts were erased.
        let isErased: Bool
    }

    /// A clause with how often it decided.
    struct Share: Codable, Sendable {
        let clause: ClauseLink
        let count: Int
        /// Of 1000.
        let width: Int
    }
}

/// Answers by week, each outcome or side in its colour. Numbers are those of an SVG.
struct RecordWeeks: Codable, Sendable {
    let title: String
    let unit: String
    let width: Int
    let height: Int
    let base: Int
    let bars: [Bar]
    let legend: [Swatch]

    /// A week.
    struct Bar: Codable, Sendable {
        let label: String
        let labelX: Int
        let labelY: Int
        let parts: [Part]
    }

    struct Part: Codable, Sendable {
        let x: Int
        let y: Int
        let width: Int
        let height: Int
        let series: String
        let title: String
    }

    struct Swatch: Codable, Sendable {
        let series: String
        let text: String
    }
}

/// The content of one record's page.
struct RecordDetailContent: Codable, Sendable {
    let number: String
    let at: String
    let by: String?
    let request: String?
    let program: String?
    let contract: String
    let edition: String?
    let rulesDigest: String?
    let digest: String
    let asOf: String?
    /// That the facts were erased, and why.
    let erased: String?
    let facts: [Fact]
    /// That some facts are hidden.
    let maskedNote: String?
    let answers: [AnswerContent]
    let replay: Replay?
    let previous: PageLink?
    let next: PageLink?
    let json: String
    let erasure: Erasure?

    struct Fact: Codable, Sendable {
        let label: String
        /// Nil where it is hidden.
        let value: String?
        let source: String?
    }

    struct Replay: Codable, Sendable {
        let action: String
        let result: Result?
    }

    struct Result: Codable, Sendable {
        let isSame: Bool
        let text: String
    }

    /// What an entry says that erased the facts of another.
    struct Erasure: Codable, Sendable {
        let numbers: String
        let reason: String
    }
}
