import Diagnostics
import Documents
import Facts
import Kiyaku
import Terms

/// The page of a diagnostic: what happened, an example that has it, and the example mended.
struct DiagnosticPage: Sendable {
    let code: String
    let sections: [Section]
    let title: String
    let text: String

    static let headings = ["何が起きたか", "例", "直し方", "English"]
    private static let exampleHeading = "例"
    private static let mendedHeading = "直し方"

    init(_ path: String) {
        code = path.split(separator: "/").last.map { String($0.dropLast(".md".count)) } ?? ""
        text = String(decoding: Repository.bytes(path), as: UTF8.self)
        sections = Section.all(of: text)
        title = text.split(separator: "\n").first.map(String.init) ?? ""
    }

    private func fences(_ heading: String) -> [Fence] { sections.first { $0.heading == heading }?.fences ?? [] }

    /// The program that has the finding.
    var example: Program {
        var program = Program("\(code) 例")
        program.add(fences(Self.exampleHeading))
        return program
    }

    /// The program without it: data files that the mended one does not replace stay.
    var mended: Program {
        var program = Program("\(code) 直し方")
        program.data = example.data
        program.add(fences(Self.mendedHeading))
        // Where only the facts are mended, the rules stay.
        if program.bytes.isEmpty { program.bytes = example.bytes }
        return program
    }

    /// The facts of the example and of the mended one.
    var exampleFacts: Fence? { fences(Self.exampleHeading).first { $0.language == "json" } }
    /// The document of the example and of the mended one, where the finding is about a contract's text.
    var exampleTerms: Fence? { fences(Self.exampleHeading).first { $0.language == "text" } }
    var mendedTerms: Fence? { fences(Self.mendedHeading).first { $0.language == "text" } }
    var mendedFacts: Fence? { fences(Self.mendedHeading).first { $0.language == "json" } }
}

extension DiagnosticPage: CustomStringConvertible {
    var description: String { code }
}

extension Fence {
    /// A facts document: `repeat=N` writes the line that ends in `…` so many times.
    var facts: [UInt8] {
        guard let count = attribute("repeat").flatMap({ Int($0) }) else { return Array(body.utf8) }
        let lines = body.split(separator: "\n").map { line in
            line.hasSuffix("…") ? String(repeating: line.dropLast() + "\n", count: count) : line + "\n"
        }
        return Array(lines.joined().utf8)
    }

    /// The codes of all findings when it is read as a contract's text.
    var termsCodes: [String] { Outline.parse(facts).findings.map(\.code.rawValue) }

    /// The codes of all faults and remarks when the document is read, as a case file where the block says `case`.
    func codes(_ compilation: Compilation) throws -> [String] {
        guard let plan = compilation.plan else { return [] }
        let reader = FactReader(plan: plan)
        guard words.contains("case") else {
            let reading = reader.read(facts, fileName: "facts.json")
            return (reading.faults + reading.remarks).map(\.code.rawValue)
        }
        let document = try DocumentFormat.detect(fileName: "case.json", bytes: facts).read(facts)
        return CaseFile(document, reader: reader).faults.map(\.code.rawValue)
    }
}
