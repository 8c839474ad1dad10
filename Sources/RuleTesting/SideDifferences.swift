import Completions
import Decisions
import Facts
import Plans
import Vocabulary

extension Expectation {
    func sideDifferences(from answer: Answer, _ declared: Decision) -> [Difference] {
        guard let side, side != answer.side else { return [] }
        let found = declared.name(ofSide: answer.side) + (answer.side == nil ? " (\(declared.names(of: answer.possible)))" : "")
        return [Difference(what: "\(declared.name) side", expected: declared.name(ofSide: side), found: found)]
    }

    /// Where there is none, or should be none, all of it is told; else what differs.
    func usualDifferences(from answer: Answer, _ plan: Plan) -> [Difference] {
        guard let usual else { return [] }
        let declared = plan.decisions[decision]
        let what = "\(declared.name) assuming"
        switch (usual, answer.usual) {
        case (nil, nil): return []
        case (nil, let found?): return [Difference(what: what, expected: "-", found: plan.words(found, declared))]
        case (let wanted?, nil): return [Difference(what: what, expected: plan.words(wanted, declared), found: "-")]
        case (let wanted?, let found?):
            var differences: [Difference] = []
            func compare(_ part: String, _ isSame: Bool, _ expected: String, _ found: String) {
                if !isSame { differences.append(Difference(what: "\(what) \(part)", expected: expected, found: found)) }
            }
            let possible = " (\(declared.names(of: found.possible)))"
            if let status = wanted.status { compare("status", status == found.status, status.rawValue, found.status.rawValue + possible) }
            if let outcome = wanted.outcome { compare("outcome", outcome == found.outcome, declared.name(of: outcome), declared.names(of: found.possible)) }
            if let side = wanted.side { compare("side", side == found.side, declared.name(ofSide: side), declared.name(ofSide: found.side)) }
            if let assumed = wanted.assumed {
                let facts = found.assumed.map(\.fact)
                compare("assumed", Set(assumed) == Set(facts), plan.names(assumed), plan.names(facts))
            }
            return differences
        }
    }
}

extension Decision {
    /// The name of an outcome; a conflict is one past the last.
    func name(of outcome: Int) -> String { outcome < outcomes.count ? outcomes[outcome].name : "conflict" }

    func names(of outcomes: OutcomeSet) -> String { outcomes.map { name(of: $0) }.joined(separator: ", ") }

    fileprivate func name(ofSide side: Int?) -> String { side.map { sides[$0].name } ?? "-" }
}

extension Plan {
    fileprivate func names(_ facts: [Place<Fact>]) -> String { facts.isEmpty ? "-" : facts.map { self.facts[$0].name }.joined(separator: ", ") }

    fileprivate func words(_ found: UsualAnswer, _ declared: Decision) -> String {
        words(
            ExpectedUsual(status: found.status, outcome: found.outcome, side: .some(found.side), assumed: found.assumed.map(\.fact)), declared)
    }

    /// All that is said; 「…」 where only that there is something.
    fileprivate func words(_ usual: ExpectedUsual, _ declared: Decision) -> String {
        let parts = [
            usual.status?.rawValue, usual.outcome.map { declared.name(of: $0) }, usual.side.map { "side \(declared.name(ofSide: $0))" },
            usual.assumed.map { "assumed \(names($0))" },
        ].compactMap(\.self)
        return parts.isEmpty ? "…" : parts.joined(separator: ", ")
    }
}
