package import Contract
package import Decisions
import Diagnostics
package import Documents
import Facts
import Kiyaku
package import Plans
package import Runtime
import Syntax
package import Vocabulary

/// A small contract of a test's own, and answers from it.
package struct Sample: Sendable {
    package let contract: CheckedContract
    package let plan: Plan

    /// Rules or facts that a test has written wrongly.
    package struct Fault: Error, CustomStringConvertible {
        package let description: String
    }

    /// - Parameters:
    ///   - rules: the text of one rule file.
    ///   - data: its tables, by their file names.
    package init(_ rules: String, data: [String: String] = [:]) throws {
        let files = RuleFiles(sources: [SourceFile(path: "sample.kiyaku", bytes: Array(rules.utf8))], csv: data.mapValues { Array($0.utf8) })
        let compilation = Compilation(files, checksPatterns: true)
        guard let contract = compilation.contract, let plan = compilation.plan else {
            throw Fault(description: compilation.diagnostics.map { "\($0.code.rawValue) \($0.message(.japanese))" }.joined(separator: "\n"))
        }
        (self.contract, self.plan) = (contract, plan)
    }

    /// The facts of a case, from JSON.
    package func frame(_ facts: String) throws -> FactFrame {
        let reading = FactReader(plan: plan).read(try DocumentFormat.json.read(Array(facts.utf8)))
        guard reading.faults.isEmpty else { throw Fault(description: "facts: \(reading.faults)") }
        return reading.frame
    }

    package func decision(_ name: String) throws -> Place<Decision> {
        guard let place = plan.decisions.places.first(where: { plan.decisions[$0].name == name }) else { throw Fault(description: "no decision \(name)") }
        return place
    }

    package func fact(_ name: String) throws -> Place<Fact> {
        guard let place = plan.facts.places.first(where: { plan.facts[$0].name == name }) else { throw Fault(description: "no fact \(name)") }
        return place
    }

    package func rule(_ name: String) throws -> Place<Rule> {
        guard let place = plan.rules.places.first(where: { plan.rules[$0].name == name }) else { throw Fault(description: "no rule \(name)") }
        return place
    }

    /// What a decision comes to on facts in JSON.
    package func answer(_ decision: String, _ facts: String, _ parts: AnswerParts = .all) throws -> Answer {
        Decider(plan).answer(try self.decision(decision), try frame(facts), parts)
    }
}

extension JSONValue {
    /// An element of an array; `nil` where there is none.
    package subscript(number: Int) -> JSONValue? { elements.indices.contains(number) ? elements[number] : nil }

    /// The elements of an array, else none.
    package var elements: [JSONValue] { if case .array(let elements) = self { elements } else { [] } }

    /// The text of a string.
    package var text: String? { if case .string(let text) = self { text } else { nil } }
}
