/// What a caller may do.
package enum AccessRole: String, Sendable, CaseIterable {
    /// Decides, and reads the vocabulary and the record with personal facts masked.
    case staff
    /// Reads the vocabulary, decides, and has the rules read anew.
    case author
    /// Reads the whole record.
    case auditor
    /// A program that decides.
    case service

    /// What needs a right.
    enum Right { case decide, answerInquiries, readContract, tryRules, readRecord, readPersonal, reload, readMetrics }

    func grants(_ right: Right) -> Bool {
        switch right {
        case .decide: self != .auditor
        case .answerInquiries: self == .staff
        case .readContract: true
        case .tryRules: self == .author
        case .readRecord: self == .staff || self == .auditor
        case .readPersonal: self == .auditor
        case .reload: self == .author
        case .readMetrics: self == .service || self == .auditor
        }
    }
}
