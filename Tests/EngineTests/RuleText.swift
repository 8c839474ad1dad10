import Contract
import Diagnostics
import Syntax

/// The text of a rule set, in parts whose order means nothing.
struct RuleText {
    struct Section {
        var header: String
        var items: [String]
    }

    var declarations: [String]
    var sections: [Section]

    var text: String { (declarations + sections.flatMap { [$0.header] + $0.items }).joined(separator: "\n") }

    /// The same in another order, and perhaps in several files.
    func shuffled(_ dice: inout Dice) -> [String] {
        var parts = declarations
        for section in sections.shuffled(using: &dice) {
            parts.append(([section.header] + section.items.shuffled(using: &dice)).joined(separator: "\n"))
        }
        var files = Array(repeating: "", count: dice.number(1...3))
        for part in parts.shuffled(using: &dice) {
            let file = dice.number(0...files.count - 1)
            files[file] += part + "\n"
        }
        return files
    }

    /// Parses and checks files of rules.
    static func check(_ files: [String]) -> CheckResult {
        let trees = files.enumerated().map { number, text in
            SyntaxTree.parse(SourceFile(path: "\(number).kiyaku", bytes: Array(text.utf8)), id: SourceID(number))
        }
        return CheckedContract.check(trees, data: RandomRules.data)
    }

    /// What is wrong with files of rules, to show when a test fails.
    static func findings(_ result: CheckResult) -> String {
        result.diagnostics.filter { $0.severity == .error }.map { "\($0.code.rawValue) \($0.message.japanese)" }.joined(separator: "\n")
    }
}
