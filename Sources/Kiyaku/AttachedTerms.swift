import Foundation
package import Plans
import SystemPackage
package import Terms
import Vocabulary

/// The contract's document that answers quote: `KIYAKU_TERMS`, else what `kiyaku terms attach` has put by.
package enum AttachedTerms {
    /// The file that answers quote; `nil` where none is attached. It need not exist.
    package static func path(_ contract: String) -> String? {
        let environment = ProcessInfo.processInfo.environment
        if let set = environment["KIYAKU_TERMS"], !set.isEmpty { return set }
        guard let kept = kept(contract), FileManager.default.fileExists(atPath: kept) else { return nil }
        return kept
    }

    /// Where the document of a contract is put by: `$XDG_DATA_HOME/kiyaku/terms/NAME.txt`.
    package static func kept(_ contract: String) -> String? {
        let environment = ProcessInfo.processInfo.environment
        let home = environment["XDG_DATA_HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? environment["HOME"].map { $0 + "/.local/share" }
        guard let home, !contract.contains("/"), !contract.hasPrefix(".") else { return nil }
        return "\(home)/kiyaku/terms/\(contract).txt"
    }

    /// Puts a document by; false where that fails.
    package static func keep(_ bytes: [UInt8], _ contract: String) -> String? {
        guard let path = kept(contract) else { return nil }
        let folder = FilePath(path).removingLastComponent().string
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        return (try? Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)) == nil ? nil : path
    }

    /// Forgets the document; false where there was none.
    package static func forget(_ contract: String) -> Bool {
        guard let path = kept(contract) else { return false }
        return (try? FileManager.default.removeItem(atPath: path)) != nil
    }
}

extension Plan {
    /// Gives each clause its wording, where the document's has the digest that the rules were written for.
    ///
    /// - Returns: the clauses of which the document has another wording, or none.
    package mutating func attach(_ outline: Outline, _ digests: ClauseDigests) -> [String] {
        let quotations = Quotations(outline, digests)
        var differing: [String] = []
        for place in clauses.indices {
            switch quotations[clauses[place].id] {
            case .verbatim(let words): clauses[place].wording = words
            case .changed, .absent: differing.append(clauses[place].id)
            case .wordless: break
            }
        }
        return differing
    }
}
