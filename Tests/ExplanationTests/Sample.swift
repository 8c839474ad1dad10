import Decisions
import Diagnostics
import Documents
import Explanation
import Facts
import Kiyaku
import Plans
import Proofs
import Runtime
import Serialization
import Syntax
import Testing
import Vocabulary

/// A small contract, and answers from it.
struct Sample {
    let plan: Plan

    /// - Parameter rules: the text of one rule file.
    init(_ rules: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let compilation = Compilation(RuleFiles(sources: [SourceFile(path: "sample.kiyaku", bytes: Array(rules.utf8))], csv: [:]), checksPatterns: true)
        let said = compilation.diagnostics.map { "\($0.code.rawValue) \($0.message(.japanese))" }.joined(separator: "\n")
        plan = try #require(compilation.plan, "\(said)", sourceLocation: sourceLocation)
    }

    /// What a decision comes to on facts in JSON.
    func answer(_ decision: String, _ facts: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> (answer: Answer, frame: FactFrame) {
        let document = try DocumentFormat.json.read(Array(facts.utf8))
        let reading = FactReader(plan: plan).read(document)
        #expect(reading.faults.isEmpty, sourceLocation: sourceLocation)
        let place = try #require(plan.decisions.firstIndex { $0.name == decision }, sourceLocation: sourceLocation)
        return (Decider(plan).answer(Place(place), reading.frame), reading.frame)
    }

    /// The answer as JSON for programs.
    func json(_ decision: String, _ facts: String) throws -> JSONValue {
        let (answer, frame) = try answer(decision, facts)
        let document = DecisionJSON(plan, digest: "sha256:0").document([answer], frame)
        guard case .array(let decisions)? = document["decisions"] else { return .null }
        return decisions.first ?? .null
    }

    /// The answer as a person reads it.
    func text(_ decision: String, _ facts: String, letter: Bool = false, language: MessageLanguage = .japanese) throws -> String {
        let (answer, _) = try answer(decision, facts)
        let proof = Proof(plan, answer)
        return letter
            ? CustomerReply(plan, language: language).render(answer, proof) : DecisionText(plan, language: language).render(answer, proof)
    }
}

extension JSONValue {
    /// An element of an array; `nil` where there is none.
    subscript(number: Int) -> JSONValue? { elements.indices.contains(number) ? elements[number] : nil }

    /// The elements of an array, else none.
    var elements: [JSONValue] { if case .array(let elements) = self { elements } else { [] } }

    /// The text of a string.
    var text: String? { if case .string(let text) = self { text } else { nil } }
}
