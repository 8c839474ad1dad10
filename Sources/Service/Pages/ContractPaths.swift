import Foundation

/// Where the parts of the contract are among the pages.
enum ContractPaths {
    /// The page of a clause.
    static func clause(_ id: String) -> String? {
        id.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed).map { "\(ContractClausePage.declaration.path)/\($0)" }
    }
}
