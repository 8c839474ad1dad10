import Plans
package import Vocabulary

/// The steps of a decision that another day may turn out otherwise, to be taken again while all others stay as they are.
package struct Rerun {
    fileprivate let table: DecisionIndex
    fileprivate let entries: [DecisionIndex.Entry]
    /// A bit for each rule whose holding, or applying, is settled again.
    fileprivate let held: [UInt64]
    fileprivate let applied: [UInt64]
    /// What the steps that stay give.
    fileprivate let given: GivenOutcomes
}

extension Evaluator where Trace == NoTracer {
    /// Sorts out what must be taken again.
    ///
    /// To be called after `run`, whose results stay for everything else.
    ///
    /// - Parameters:
    ///   - holds: whether it may turn that a rule holds.
    ///   - applies: whether it may turn that a rule applies.
    package func rerun(_ decision: Place<Decision>, holds: (Place<Rule>) -> Bool, applies: (Place<Rule>) -> Bool) -> Rerun {
        let table = plan.program(decision).table
        var (held, applied) = (table.held.map { _ in UInt64(0) }, table.applied.map { _ in UInt64(0) })
        var given = given
        given.clear(table.decisions)
        var entries: [DecisionIndex.Entry] = []
        for entry in table.entries {
            let rule = Place<Rule>(Int(entry.rule))
            let (word, bit) = (rule.value >> 6, UInt64(1) << UInt64(rule.value & 63))
            let isHeld = entry.condition != nil && holds(rule)
            let isApplied = entry.isApplied && applies(rule)
            if isHeld { held[word] |= bit }
            if isApplied { applied[word] |= bit }
            if isHeld || isApplied {
                entries.append(entry)
            } else if entry.isApplied, entry.decision >= 0 {
                given.add(entry.outcome, of: Int(entry.decision), self.applies[rule.value])
            }
        }
        return Rerun(table: table, entries: entries, held: held, applied: applied, given: given)
    }

    /// Takes the steps again, in their order.
    package mutating func run(_ rerun: borrowing Rerun) { take(rerun.entries, rerun.table, held: rerun.held, applied: rerun.applied, given: rerun.given) }
}
