import Foundation

/// Where the parts of the contract are among the pages.
enum ContractPaths {
    static let outline = "/contract"
    static let support = "/contract/support"

    /// The page of a clause.
    static func clause(_ id: String) -> String? {
        id.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed).map { "/contract/clauses/\($0)" }
    }
}
