import Diagnostics
import Kiyaku
import Testing

@Suite("What findings say")
struct WordingTests {
    /// Programs with findings of every kind.
    static let programs = CorpusTests.bad.map { Program(file: $0) } + DiagnosticPageTests.rulePages.map(\.example)

    @Test("Every finding speaks both languages and never of the program's inside", arguments: programs)
    func words(_ program: Program) {
        let compilation = program.compiled()
        for diagnostic in compilation.diagnostics {
            for wording in [diagnostic.message, diagnostic.help] + diagnostic.labels.map(\.wording) {
                #expect(wording.japanese.unicodeScalars.contains { isJapanese($0) }, "\(wording.japanese)")
                #expect(wording.english.split(separator: " ").count { $0.allSatisfy(\.isASCII) } >= 2, "\(wording.english)")
                #expect(wording.japanese != wording.english)
                for text in [wording.japanese, wording.english] {
                    for word in ["Optional", "nil", "Swift", "Diagnostic", "Place<", "TokenKind", "0x", "``"] {
                        #expect(!text.contains(word), "\(text)")
                    }
                }
            }
        }
    }

    private func isJapanese(_ scalar: Unicode.Scalar) -> Bool {
        (0x3041...0x30FF).contains(scalar.value) || (0x4E00...0x9FFF).contains(scalar.value)
    }

    @Test("A finding is printed with its place, its code and what to do, in either language", arguments: programs)
    func rendering(_ program: Program) {
        let compilation = program.compiled()
        for language in MessageLanguage.allCases {
            let text = DiagnosticText(files: compilation.files.sources, language: language)
            for diagnostic in compilation.diagnostics {
                let rendered = text.render(diagnostic)
                #expect(rendered.hasPrefix(text.place(diagnostic.range)))
                #expect(rendered.contains("[\(diagnostic.code.rawValue)]"))
                #expect(rendered.contains(diagnostic.help(language)))
            }
        }
    }

    @Test("A suggested replacement lies where its finding is", arguments: programs)
    func fixes(_ program: Program) {
        for diagnostic in program.compiled().diagnostics {
            guard let fix = diagnostic.fix else { continue }
            #expect(fix.range.start >= diagnostic.range.start && fix.range.end <= diagnostic.range.end)
            #expect(!fix.replacement.isEmpty)
        }
    }
}
