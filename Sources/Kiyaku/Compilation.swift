package import Contract
package import Diagnostics
import Digests
package import Plans
import Planning
package import Syntax

/// The stages in order, once: text → syntax → checked contract → plan. Everything outside the compiler comes through here.
package struct Compilation: Sendable {
    package let files: RuleFiles
    package let trees: [SyntaxTree]
    /// `nil` where there are errors.
    package let contract: CheckedContract?
    /// `nil` where there are errors.
    package let plan: Plan?
    package let diagnostics: [Diagnostic]

    /// - Parameter checksPatterns: also compile every pattern, as authors want and answers do not need.
    package init(_ files: RuleFiles, checksPatterns: Bool = false) {
        self.files = files
        trees = files.sources.enumerated().map { SyntaxTree.parse($0.element, id: SourceID($0.offset)) }
        let checked = CheckedContract.check(trees, data: files.data)
        diagnostics = (checked.diagnostics + (checksPatterns ? CheckedContract.checkPatterns(trees) : [])).inReadingOrder
        contract = checked.contract
        plan = checked.contract.map { Plan($0) }
    }

    /// The digest of all rule and data files, `sha256:…`: each name, its length and its bytes in order.
    package var digest: String { Self.digest(files.digested) }

    /// The digest of the reference data alone, made in the same way.
    package var dataDigest: String { Self.digest(files.digested.filter { $0.name.hasPrefix("data/") }) }

    private static func digest(_ files: [(name: String, bytes: [UInt8])]) -> String {
        var hasher = SHA256Hasher()
        for (name, bytes) in files {
            hasher.update("\(name)\n\(bytes.count)\n")
            hasher.update(bytes)
        }
        return hasher.finalize().description
    }
}
