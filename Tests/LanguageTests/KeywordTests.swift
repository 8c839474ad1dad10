import Diagnostics
import Kiyaku
import Syntax
import Testing

/// Keywords mean something only where the grammar expects them: a word that becomes one later may be a name in rules that were written before.
@Suite("Keywords and names")
struct KeywordTests {
    /// Words that were never names: they stand between the parts of a condition or begin a value. No other may join them.
    private static let never: Set<String> = [
        "規則", "rule", "解釈", "interpretation", "もし", "when", "ならば", "then", "かつ", "and", "または", "or", "のいずれかで", "any", "のすべてで", "all", "の件数",
        "count", "の合計", "sum", "未到来", "pending",
    ]

    private func compiles(_ name: String) -> Bool {
        let rules = """
            規約 t { }
            列挙 種 { \(name) ; 乙 }
            事実 物 { \(name) : 種 問 「何か」 }
            判定 可否 { 結果 否 ; 既定 可 }
            第1条 一
            規則 否 { もし 物.\(name) = \(name) ならば 可否 = 否 }
            試験 「名」 { 基準日 2026-11-24 ; 物.\(name) = \(name) ; 期待 可否 = 否 }
            """
        let file = SourceFile(path: "t.kiyaku", bytes: Array(rules.utf8))
        return !Compilation(RuleFiles(sources: [file]), checksPatterns: true).diagnostics.contains { $0.severity == .error }
    }

    @Test("Every keyword, in either spelling, may be the name of a fact and of a case, except those that never could")
    func names() {
        let words = Keyword.allCases.flatMap { [$0.japanese, $0.english] }.filter { $0.allSatisfy { $0.isLetter || $0 == "_" } }
        #expect(Set(words.filter { !compiles($0) }) == Self.never)
        #expect(compiles("側") && compiles("side"))
    }
}
