import Diagnostics
import Syntax
import Values
import Vocabulary

/// The sides of a decision, and whom its outcomes favour: docs/decisions/sides.md.
extension Checker {
    /// The declared sides, an outer one before those inside it. What is wrong with one is left out of it.
    mutating func sides(_ declaration: DecisionDeclaration, _ outcomes: [Decision.Outcome]) -> [Side] {
        var sides = SideReader(decision: declaration.name.text, outcomes: outcomes.map(\.name), taken: [:])
        for side in declaration.sides { read(side, into: &sides) }
        return sides.found
    }

    private struct SideReader {
        let decision: String
        let outcomes: [String]
        /// Where the names of sides, and the outcomes on them, stand.
        var taken: [String: SourceRange]
        var found: [Side] = []
    }

    @discardableResult
    private mutating func read(_ side: SideDeclaration, into sides: inout SideReader) -> OutcomeSet {
        let name = side.name.text
        let isOutcome = sides.outcomes.contains(name)
        if isOutcome || sides.found.contains(where: { $0.name == name }) {
            report(
                ContractDiagnostics.duplicate(
                    range(side.name.span), isOutcome ? Wording("結果", "outcome") : Wording("側", "side"), name,
                    first: sides.taken[name] ?? range(side.name.span)))
        }
        sides.taken[name] = range(side.name.span)
        let place = sides.found.count
        sides.found.append(Side(name: name, text: side.text.text, outcomes: OutcomeSet(), isDeclared: true))
        var held = OutcomeSet()
        for member in side.members {
            switch member {
            case .side(let inner): held.bits |= read(inner, into: &sides).bits
            case .outcome(let outcome):
                guard let code = code(outcome, among: sides.outcomes, of: sides.decision) else { continue }
                if let first = sides.taken[outcome.text] {
                    report(ContractDiagnostics.duplicate(range(outcome.span), Wording("側に入る結果", "outcome on a side"), outcome.text, first: first))
                    continue
                }
                sides.taken[outcome.text] = range(outcome.span)
                held.insert(code)
            }
        }
        sides.found[place] = Side(name: name, text: side.text.text, outcomes: held, isDeclared: true)
        return held
    }

    private mutating func code(_ name: Name, among names: [String], of decision: String) -> Int? {
        if let code = names.firstIndex(of: name.text) { return code }
        report(
            ContractDiagnostics.unknownOutcome(range(name.span), name.text, of: decision, nearest: nearest(to: name.text, in: names), all: names))
        return nil
    }

    /// Notes with the outcomes whom they favour.
    mutating func favour(_ declaration: DecisionDeclaration, _ sides: [Side], _ outcomes: inout [Decision.Outcome]) {
        let names = outcomes.map(\.name) + sides.map(\.name)
        for (party, favoured) in declaration.favours {
            guard let party = self.party(party) else { continue }
            for name in favoured {
                guard let code = code(name, among: names, of: declaration.name.text) else { continue }
                let held = code < outcomes.count ? OutcomeSet(code) : sides[code - outcomes.count].outcomes
                for outcome in held {
                    if let other = outcomes[outcome].favours {
                        report(ContractDiagnostics.favoursTwo(range(name.span), outcomes[outcome].name, other, party))
                    } else {
                        outcomes[outcome].favours = party
                    }
                }
            }
        }
    }
}
