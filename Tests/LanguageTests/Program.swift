import Contract
import Decisions
import Diagnostics
import Kiyaku
import RuleTesting

/// A small program with its data files, from a page or from the corpus.
struct Program: Sendable {
    let name: String
    var bytes: [UInt8] = []
    var data: [String: [UInt8]] = [:]

    init(_ name: String) { self.name = name }

    /// The program of a rule file.
    init(file path: String) {
        name = path
        bytes = Repository.bytes(path)
        data = Repository.data(beside: path)
    }

    /// Adds the blocks of a section: `data=NAME` is a data file, the others follow each other.
    mutating func add(_ fences: [Fence]) {
        for fence in fences where fence.language == "kiyaku" {
            if let name = fence.attribute("data") { data[name] = Array(fence.body.utf8) } else { bytes += fence.bytes }
        }
    }

    /// All stages with all checks.
    func compiled() -> Compilation {
        Compilation(RuleFiles(sources: [SourceFile(path: name, bytes: bytes)], csv: data), checksPatterns: true)
    }
}

extension Compilation {
    /// Findings in words for the messages of tests.
    var text: String { DiagnosticText(files: files.sources, language: .japanese).render(diagnostics) }

    /// The findings' codes.
    var codes: [String] { diagnostics.map(\.code.rawValue) }

    /// The tests in the files that fail, in words.
    var failures: [String] {
        guard let plan, let contract else { return ["the rules do not compile"] }
        return RuleTestRunner(Decider(plan)).run(contract.tests).filter { !$0.isPassed }.map { result in
            let differences = result.differences.map { "\($0.what): expected \($0.expected), found \($0.found)" }
            return "\(result.label): \(differences.joined(separator: "; "))"
        }
    }
}
