import Contract
import Diagnostics
import Kiyaku
import Plans
import Syntax
import Testing
import Vocabulary

@Suite("The stages in order")
struct CompilationTests {
    private static let header = "規約 見本 { 当事者 甲 }\n判定 可否 { 結果 可 ; 既定 否 }\n第1条 「見本」\n"

    private func compile(_ texts: [String], checksPatterns: Bool = false) -> Compilation {
        let sources = texts.enumerated().map { SourceFile(path: "\($0.offset).kiyaku", bytes: Array($0.element.utf8)) }
        return Compilation(RuleFiles(sources: sources), checksPatterns: checksPatterns)
    }

    @Test("Rules without errors come to a contract and its plan, in however many files they are")
    func whole() throws {
        let compilation = compile([
            Self.header, "事実 物 「物」 { 赤 : 真偽 「赤」 問 「赤ですか」 }\n", "第1条\n規則 赤 { もし 物.赤 ならば 可否 = 可 }\n",
        ])
        #expect(compilation.diagnostics.isEmpty && compilation.trees.count == 3)
        #expect(compilation.plan?.rules.map(\.name) == ["赤"] && compilation.contract?.rules.map(\.rule.name) == ["赤"])
    }

    @Test("Trees stand in the order of the files, though they are read side by side")
    func order() {
        let texts = (0..<60).map { number in (number == 0 ? Self.header : "") + "定義 名\(number) = 基準日 ≥ 2026-01-01\n" }
        #expect(compile(texts).trees.map(\.file.path) == (0..<60).map { "\($0).kiyaku" })
        #expect(compile(texts).contract?.definitions.map(\.name) == (0..<60).map { "名\($0)" })
    }

    @Test("One error is enough for there to be neither contract nor plan; findings name their file, in reading order")
    func errors() {
        let compilation = compile([Self.header, "規則 二 { もし 無い ならば 可否 = 可 }\n", "規則 三 { もし 無い ならば 可否 = 無い }\n"])
        #expect(compilation.contract == nil && compilation.plan == nil && compilation.diagnostics.hasErrors)
        let files = compilation.diagnostics.map { Int($0.range.file.index) }
        #expect(Set(files) == [1, 2] && files == files.sorted())
    }

    @Test("A warning alone keeps nothing back")
    func warnings() {
        let compilation = compile([Self.header + "事実 物 「物」 { 赤 : 真偽 「赤」 }\n規則 赤 { もし 物.赤 ならば 可否 = 可 }\n"])
        #expect(!compilation.diagnostics.isEmpty && !compilation.diagnostics.hasErrors && compilation.plan != nil)
    }

    @Test("Patterns are compiled only where that is asked for", arguments: [true, false])
    func patterns(checksPatterns: Bool) {
        let text = Self.header + "事実 物 「物」 { 赤 : 真偽 「赤」 問 「赤ですか」 表記 /(赤/ }\n規則 赤 { もし 物.赤 ならば 可否 = 可 }\n"
        let compilation = compile([text], checksPatterns: checksPatterns)
        #expect(compilation.diagnostics.map(\.code) == (checksPatterns ? [.invalidPattern] : []))
    }

    @Test("No files are no contract")
    func none() {
        #expect(compile([]).plan == nil && compile([]).trees.isEmpty)
    }
}
