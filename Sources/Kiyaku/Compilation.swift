package import Contract
package import Diagnostics
import Extraction
import Foundation
package import Plans
import Planning
package import Syntax
import Synchronization

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
        trees = Self.parse(files.sources)
        let checked = CheckedContract.check(trees, data: files.data)
        var spelling: [Diagnostic] = []
        if checksPatterns {
            let check = PhraseCheck(CheckedContract.words(of: trees))
            spelling =
                CheckedContract.checkPatterns(trees) + CheckedContract.checkPhrases(trees, isReadable: check.isReadable)
                + CheckedContract.checkRests(trees, lost: check.lost, isWord: check.isWord)
        }
        diagnostics = (checked.diagnostics + spelling).inReadingOrder
        contract = checked.contract
        plan = checked.contract.map { Plan($0) }
    }

    /// The trees of all files, read side by side: none needs another.
    private static func parse(_ sources: [SourceFile]) -> [SyntaxTree] {
        let trees = Mutex<[Int: SyntaxTree]>([:])
        DispatchQueue.concurrentPerform(iterations: sources.count) { number in
            let tree = SyntaxTree.parse(sources[number], id: SourceID(number))
            trees.withLock { $0[number] = tree }
        }
        return trees.withLock { trees in sources.indices.compactMap { trees[$0] } }
    }

    /// Each rule as it is written, by its name.
    var ruleTexts: [String: String] {
        var texts: [String: String] = [:]
        for tree in trees {
            for case .rule(let rule) in tree.items { texts[rule.name.text] = tree.file.text(tree.range(rule.span)) }
        }
        return texts
    }
}
