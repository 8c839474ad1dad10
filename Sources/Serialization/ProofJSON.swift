import Decisions
import Diagnostics
package import Documents
import Explanation
package import Plans
package import Proofs
import Runtime
import Vocabulary

extension Proof {
    /// The proof for programs; tests are put into Japanese words.
    package func json(_ plan: Plan) -> JSONValue {
        let writer = ProofJSON(plan: plan, proof: self, tests: TestText(plan, language: .japanese))
        return .object([
            ("applying", .array(applying.map(writer.line))), ("defeated", .array(defeated.map(writer.line))), ("open", .array(open.map(writer.line))),
            ("supporting", .array(supporting.map(writer.line))),
        ])
    }
}

private struct ProofJSON {
    let plan: Plan
    let proof: Proof
    let tests: TestText

    func line(_ line: Proof.Line) -> JSONValue {
        let clause = plan.rules[line.rule].clause
        var told: Set<Int> = []
        return .object([
            ("rule", .string(plan.rules[line.rule].name)), ("clause", clause.map { .string(plan.clauses[$0].id) } ?? .null),
            ("cite", clause.map { .string(plan.clauses[$0].citation) } ?? .null),
            ("by", .array(line.by.map { .string(plan.rules[$0.by].name) })), ("condition", part(line.condition, &told)),
        ])
    }

    /// A part that stands in several places is written once and named by its number after that.
    private func part(_ part: Proof.Part, _ told: inout Set<Int>) -> JSONValue {
        let truth: JSONValue =
            switch part.truth {
            case .yes: true
            case .no: false
            case .unknown: .null
            }
        var entries: [(String, JSONValue)] = [("number", .integer(Int64(part.number))), ("kind", .string(part.kind.rawValue)), ("holds", truth)]
        if let test = part.test {
            let given = proof.origins(of: test, plan).map { JSONValue.string($0) }
            entries += [("text", .string(tests.asked(test))), ("given", .array(given))]
        }
        if !part.parts.isEmpty, told.insert(part.number).inserted {
            var parts: [JSONValue] = []
            for own in part.parts { parts.append(self.part(own, &told)) }
            entries.append(("parts", .array(parts)))
        }
        return .object(entries)
    }
}
