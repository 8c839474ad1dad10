import Hummingbird

/// The body of an answer, `kiyaku.decision/1` with its number in the record.
struct Answer: ResponseCodable {
    let record: Int
    let schema: String
    let contract: String
    let edition: String?
    let effective: String?
    let editionAssumedInForce: Bool
    let editionInForce: Bool?
    let rulesDigest: String
    let asOf: String
    let decisions: [Decided]

    private enum CodingKeys: String, CodingKey {
        case record, schema, contract, edition, effective, decisions
        case editionAssumedInForce = "edition_assumed_in_force"
        case editionInForce = "edition_in_force"
        case rulesDigest = "rules_digest"
        case asOf = "as_of"
    }
}

/// What one decision comes to.
struct Decided: Codable {
    let decision: String
    let status: String
    let outcome: String?
    let possible: [String]
    let nextChange: String?
    let nextStatus: String?
    let nextOutcome: String?
    let nextGroundsChange: String?
    let nextChangeUntil: String?
    let grounds: [Ground]
    let possibleGrounds: [Cited]
    let defeated: [Defeated]
    let missing: [Missing]
    let discretion: [Power]
    let interpretations: [Reading]
    let readingsMatterTogether: Bool
    let sources: [Source]
    let duties: [Duty]
    let wouldChange: [WouldChange]
    let wouldChangeComplete: Bool
    let approximate: Bool

    private enum CodingKeys: String, CodingKey {
        case decision, status, outcome, possible, grounds, defeated, missing, discretion, interpretations, sources, duties, approximate
        case nextChange = "next_change"
        case nextStatus = "next_status"
        case nextOutcome = "next_outcome"
        case nextGroundsChange = "next_grounds_change"
        case nextChangeUntil = "next_change_until"
        case possibleGrounds = "possible_grounds"
        case readingsMatterTogether = "readings_matter_together"
        case wouldChange = "would_change"
        case wouldChangeComplete = "would_change_complete"
    }

    struct Cited: Codable {
        let clause: String?
        let cite: String?
    }

    struct Ground: Codable {
        let clause: String?
        let cite: String?
        let rule: String?
        let outcome: String?
        let gist: String?
        let wording: String?
        let primary: Bool
        let waived: [Waived]?
    }

    struct Waived: Codable {
        let requirement: String
        let by: [String]
    }

    struct Defeated: Codable {
        let clause: String?
        let cite: String?
        let rule: String
        let by: String?
        let byCite: String?
        let byRule: String
        let form: String

        private enum CodingKeys: String, CodingKey {
            case clause, cite, rule, by, form
            case byCite = "by_cite"
            case byRule = "by_rule"
        }
    }

    struct Missing: Codable {
        let fact: String?
        let question: String?
        let referenceData: Bool?
        let decides: Bool
        let record: Int?
        let members: [String]?

        private enum CodingKeys: String, CodingKey {
            case fact, question, decides, record, members
            case referenceData = "reference_data"
        }
    }

    struct Power: Codable {
        let power: String
        let label: String
        let by: String
        let clause: String?
        let cite: String?
        let value: String
        let outcome: String
    }

    struct Reading: Codable {
        let name: String
        let issue: String
        let clauses: [String]
        let adopted: String
        let other: String
        let changesOutcome: Bool
        let changesGrounds: Bool
        let otherOutcome: String?

        private enum CodingKeys: String, CodingKey {
            case name, issue, clauses, adopted, other
            case changesOutcome = "changes_outcome"
            case changesGrounds = "changes_grounds"
            case otherOutcome = "other_outcome"
        }
    }

    struct Source: Codable {
        let table: String
        let row: String?
        let values: [String: String?]?
        let source: String?
        let retrieved: String?
        let certainty: String?
        let predicted: Bool?
    }

    struct Duty: Codable {
        let kind: String
        let name: String
        let who: String?
        let to: String?
        let what: String
        let by: String?
        let amount: String?
        let recurs: Recurrence?
        let missing: [String]?
        let clause: String?
        let cite: String?
    }

    struct Recurrence: Codable {
        let every: String
        let from: String?
        let to: String?
        let next: String?
    }

    struct WouldChange: Codable {
        let set: [String: Content]
        let inWords: [String: String]
        let outcome: String
        let clause: String?
        let cite: String?

        private enum CodingKeys: String, CodingKey {
            case set, outcome, clause, cite
            case inWords = "in_words"
        }
    }
}
