import Diagnostics
import Kiyaku
import Testing

/// The examples of the reference and of the tutorial are programs: one for each section.
@Suite("The examples of the manual")
struct ReferenceTests {
    static let programs: [Program] = (["docs/language.md"] + Repository.files("docs/tutorial", ".md")).flatMap { page in
        Section.all(of: String(decoding: Repository.bytes(page), as: UTF8.self)).compactMap { section -> Program? in
            var program = Program("\(page) \(section.heading)")
            program.add(section.fences)
            guard !program.bytes.isEmpty else { return nil }
            let text = String(decoding: program.bytes, as: UTF8.self)
            let hasHeader = text.split(separator: "\n").contains { $0.hasPrefix("規約 ") || $0.hasPrefix("contract ") }
            if !hasHeader { program.bytes = Array("規約 例 { 当事者 甲, 乙 }\n".utf8) + program.bytes }
            return program
        }
    }

    @Test("The reference has an example in most sections")
    func examples() {
        #expect(Self.programs.count { $0.name.hasPrefix("docs/language.md") } >= 8)
    }

    @Test("Every section checks without errors and its tests pass", arguments: programs)
    func section(_ program: Program) {
        let compilation = program.compiled()
        #expect(!compilation.diagnostics.hasErrors, "\(compilation.text)")
        #expect(compilation.failures == [])
    }
}

extension Program: CustomTestStringConvertible {
    var testDescription: String { name }
}
