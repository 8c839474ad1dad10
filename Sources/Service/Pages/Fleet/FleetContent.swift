import Serialization

/// The form that sends a file of cases, and the files of before.
struct FleetEntrance: Codable, Sendable {
    let action: String
    let day: String
    let decisions: [MenuOption]
    let jobs: [PageLink]
}

/// The content of the page of a file of cases.
struct FleetContent: Codable, Sendable {
    let name: String
    let href: String
    let decision: String
    let asOf: String
    let isRunning: Bool
    let isFinished: Bool
    /// Why it ended early.
    let failure: FaultNotice?
    /// How many rows are done, and how far the bar is, of 1000.
    let rowsText: String
    let progress: Int
    /// What was understood but may be meant otherwise.
    let notes: [String]
    /// The first and the last number of the record.
    let records: [PageLink]
    let downloads: [PageLink]
    let summary: [Share]
    /// None where the decision has no sides.
    let sides: [SideShare]
    /// That rows of an inner side are counted in the outer one too, where there is one.
    let sidesNote: String?
    let clauses: [ClauseShare]
    let questions: [Question]
    /// What could not be read.
    let refusals: [Refused]
    let refusalsText: String

    /// An outcome with its rows.
    struct Share: Codable, Sendable {
        let outcome: String
        let status: String
        let statusText: String
        let count: Int
        let share: String
        /// Of 1000.
        let width: Int
    }

    /// A side with the rows for which it is certain.
    struct SideShare: Codable, Sendable {
        let side: String
        let count: Int
        let share: String
        /// Of 1000.
        let width: Int
    }

    struct ClauseShare: Codable, Sendable {
        let outcome: String
        let clause: ClauseLink
        let count: Int
    }

    struct Question: Codable, Sendable {
        let text: String
        let count: Int
    }

    struct Refused: Codable, Sendable {
        let line: Int
        let column: String
        let value: String
        let message: String
        let advice: String
        let code: String
    }
}
