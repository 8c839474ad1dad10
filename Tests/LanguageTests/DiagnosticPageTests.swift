import Diagnostics
import Kiyaku
import Testing

/// Each page is at once explanation, example and test.
@Suite("The pages of the diagnostics")
struct DiagnosticPageTests {
    static let pages = Repository.files("docs/diagnostics", ".md").filter { $0.contains("/K") }.map { DiagnosticPage($0) }
    /// Those of the record are run in RecordsTests.
    static let rulePages = pages.filter { $0.exampleFacts == nil && $0.exampleTerms == nil && !$0.code.hasPrefix("K8") }
    static let termsPages = pages.filter { $0.exampleTerms != nil }
    static let factPages = pages.filter { $0.exampleFacts != nil }

    @Test("Every code has a page, and every page a code")
    func complete() {
        #expect(Set(Self.pages.map(\.code)) == Set(DiagnosticCode.allCases.map(\.rawValue)))
    }

    @Test("Every page has its code in the title, all headings in order, and text under each", arguments: pages)
    func form(_ page: DiagnosticPage) {
        #expect(page.title.hasPrefix("# \(page.code) "))
        #expect(page.sections.dropFirst().map(\.heading) == DiagnosticPage.headings)
        for section in page.sections.dropFirst() {
            #expect(!section.prose.isEmpty || !section.fences.isEmpty)
        }
        #expect(page.sections.last?.prose.joined(separator: " ").allSatisfy { $0.isASCII || "…第条項号別紙注「」日か月年".contains($0) } == true)
    }

    @Test("The example has exactly this finding", arguments: rulePages)
    func example(_ page: DiagnosticPage) {
        let compilation = page.example.compiled()
        #expect(compilation.codes == [page.code], "\(compilation.text)")
    }

    @Test("The mended example has none, and its tests pass", arguments: rulePages)
    func mended(_ page: DiagnosticPage) {
        let compilation = page.mended.compiled()
        #expect(compilation.codes == [], "\(compilation.text)")
        #expect(compilation.failures == [])
    }

    @Test("The facts of the example have exactly this fault, the mended ones have none", arguments: factPages)
    func facts(_ page: DiagnosticPage) throws {
        let compilation = page.example.compiled()
        #expect(compilation.codes == [], "\(compilation.text)")
        #expect(try page.exampleFacts?.codes(compilation) == [page.code])
        #expect(try page.mendedFacts?.codes(page.mended.compiled()) == [])
    }

    @Test("The document of the example has exactly this finding, the mended one has none", arguments: termsPages)
    func terms(_ page: DiagnosticPage) {
        #expect(page.exampleTerms?.termsCodes == [page.code])
        #expect(page.mendedTerms?.termsCodes == [])
    }
}
