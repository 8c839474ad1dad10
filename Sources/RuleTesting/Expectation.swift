package import Completions
package import Decisions
package import Facts
package import Plans
package import Vocabulary

/// What a test or a case says that a decision should come to.
package struct Expectation: Sendable, Hashable {
    package let decision: Place<Decision>
    package let status: DecisionStatus?
    /// The outcome's number.
    package let outcome: Int?
    /// The number of the side that is certain, or nil where none is; nil where the expectation does not name one.
    package let side: Int??
    /// What holds under usual circumstances, or nil where they settle nothing; nil where the expectation does not say.
    package let usual: ExpectedUsual??
    /// The outcomes that remain, where the expectation names them.
    package let possible: [Int]?
    /// The ids of the primary grounds, exactly, where the expectation names them.
    package let grounds: [String]?
    /// The ids of all grounds, primary or not, exactly, where the expectation names them.
    package let allGrounds: [String]?
    /// The names of the facts and lists that are missing and decide, where the expectation names them.
    package let missing: [String]?

    package init(
        decision: Place<Decision>, status: DecisionStatus?, outcome: Int?, side: Int?? = nil, usual: ExpectedUsual?? = nil, possible: [Int]? = nil,
        grounds: [String]?, allGrounds: [String]?, missing: [String]? = nil
    ) {
        self.decision = decision
        self.possible = possible
        self.status = status
        self.outcome = outcome
        self.side = side
        self.usual = usual
        self.grounds = grounds
        self.allGrounds = allGrounds
        self.missing = missing
    }
}

extension Expectation {
    /// The ids of the clauses that it names as grounds, the primary ones first.
    package var namedGrounds: [String] { (grounds ?? []) + (allGrounds ?? []).filter { !(grounds ?? []).contains($0) } }
}

/// One line of a comparison: what was expected and what came.
package struct Difference: Sendable, Hashable {
    package let what: String
    package let expected: String
    package let found: String

    package init(what: String, expected: String, found: String) {
        self.what = what
        self.expected = expected
        self.found = found
    }
}

extension Expectation {
    /// The parts of an answer that it looks at.
    package var parts: AnswerParts { usual == nil ? .tested : AnswerParts.tested.union(.usual) }

    /// Where an answer with these parts differs from what was expected; empty when it does not.
    package func differences(from answer: Answer, _ plan: Plan) -> [Difference] {
        let declared = plan.decisions[decision]
        func name(_ outcome: Int?) -> String { outcome.map { declared.name(of: $0) } ?? "-" }
        var differences: [Difference] = []
        if let status, status != answer.status {
            let found = "\(answer.status.rawValue) (\(declared.names(of: answer.possible)))"
            differences.append(Difference(what: "\(declared.name) status", expected: status.rawValue, found: found))
        }
        if let outcome, outcome != answer.outcome {
            differences.append(Difference(what: "\(declared.name) outcome", expected: name(outcome), found: name(answer.outcome)))
        }
        if let possible, Set(possible) != Set(answer.possible) {
            differences.append(
                Difference(
                    what: "\(declared.name) possible", expected: possible.map { name($0) }.joined(separator: ", "),
                    found: declared.names(of: answer.possible)))
        }
        differences += sideDifferences(from: answer, declared) + usualDifferences(from: answer, plan)
        if let missing, Set(missing) != answer.decidingNames(plan) {
            let found = answer.decidingNames(plan).sorted().joined(separator: ", ")
            differences.append(Difference(what: "\(declared.name) missing", expected: missing.joined(separator: ", "), found: found))
        }
        func compare(_ wanted: [String]?, _ grounds: [Ground], _ what: String) {
            let found = Set(grounds.compactMap { $0.clause.map { plan.clauses[$0].id } })
            guard let wanted, Set(wanted) != found else { return }
            func list(_ ids: some Collection<String>) -> String { ids.isEmpty ? "-" : ids.sorted().joined(separator: ", ") }
            differences.append(Difference(what: "\(declared.name) \(what)", expected: list(wanted), found: list(found)))
        }
        compare(grounds, answer.grounds.filter(\.isPrimary), "grounds")
        compare(allGrounds, answer.grounds, "all grounds")
        return differences
    }
}

extension Answer {
    /// The names of the facts and lists that are missing and decide.
    fileprivate func decidingNames(_ plan: Plan) -> Set<String> {
        Set(
            missing.filter(\.decides).compactMap { missing in
                switch missing.subject {
                case .fact(let fact, _, _): plan.facts[fact].name
                case .list(let list): plan.lists[list].name
                case .event(let fact): plan.facts[fact].name
                case .reference: nil
                }
            })
    }
}
