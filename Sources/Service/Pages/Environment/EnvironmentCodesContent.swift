import Serialization

/// The content of the page where support find what a customer's device told.
struct EnvironmentCodesContent: Codable, Sendable {
    let action: String
    /// What to send to a customer.
    let link: String
    /// What was typed, where nothing was found.
    let code: String
    let found: Found?
    let error: FaultNotice?

    /// What stands behind a code.
    struct Found: Codable, Sendable {
        /// Nil where the facts can no longer be read.
        let verdict: VerdictContent?
        let code: String
        let rows: [LabelledValue]
        /// When it was found, and until when the code holds.
        let checked: String
        let expires: String
        let agent: String
        let inquiry: Inquiry
    }

    /// The form that begins an inquiry with the facts.
    struct Inquiry: Codable, Sendable {
        let action: String
        let fields: [HiddenField]
    }
}
