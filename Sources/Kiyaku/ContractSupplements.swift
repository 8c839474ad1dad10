package import Clauses
package import Coverage
import Diagnostics
import Foundation
package import Terms

/// What stands beside the rules about the contract that they render: only who reads the contract needs it.
package struct ContractSupplements: Sendable {
    /// A chapter, or another part of the contract with a name.
    package struct Chapter: Sendable {
        /// The first clause of it.
        package let from: ClauseID
        package let heading: String
    }

    /// In the order of the contract.
    package let chapters: [Chapter]
    /// What must be accounted for.
    package let provisions: [Provision]
    /// The contract's own words, where its document is attached.
    package let quotations: Quotations?
    package let cases: CaseFiles

    package static let none = ContractSupplements(chapters: [], provisions: [], quotations: nil, cases: CaseFiles(nil, rules: ""))

    /// Reads what the folder of the rules has, and the document that is attached.
    ///
    /// - Parameters:
    ///   - rules: the rules that were asked for; nil for those that come with the program, which have cases.
    ///   - contract: the name of the contract.
    /// - Throws: `TermsFileError` where something is there and cannot be used.
    package static func read(_ folder: String, rules: String?, contract: String) throws(TermsFileError) -> ContractSupplements {
        let digests = try TermsFiles.digests(folder)
        let provisions = (digests?.entries ?? []).filter(\.isLeaf).map { Provision(id: $0.id, also: $0.also, parent: $0.parent) }
        var quotations: Quotations?
        if let path = AttachedTerms.path(contract), let digests {
            guard let bytes = FileManager.default.contents(atPath: path) else {
                throw TermsFileError(path: path, line: 1, wording: Wording("規約の文書を読めません", "the contract's document cannot be read"))
            }
            let outline = try TermsFiles.outline([UInt8](bytes), folder)
            guard outline.isReadable else {
                throw TermsFileError(
                    path: path, line: 1,
                    wording: Wording("規約の文書を読めません。kiyaku terms outline で確かめてください", "the contract's document cannot be read; see kiyaku terms outline"))
            }
            quotations = Quotations(outline, digests)
        }
        return ContractSupplements(
            chapters: try TermsFiles.chapters(folder).map { Chapter(from: $0.from, heading: $0.heading) }, provisions: provisions, quotations: quotations,
            cases: CaseFiles(nil, rules: rules))
    }
}
