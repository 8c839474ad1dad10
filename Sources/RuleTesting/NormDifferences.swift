package import Decisions
import Norms
import Plans
package import Runtime
import Values
package import Vocabulary

extension ExpectedNorm {
    /// Where a norm differs from what was expected of it; empty when it does not.
    package func differences(_ decider: Decider, _ frame: FactFrame) -> [Difference] {
        let declared = decider.plan.norms[norm].norm
        let (truth, inForce) = decider.norms.state(of: norm, frame)
        guard truth == (applies ? .yes : .no) else {
            return [Difference(what: "\(declared.name) applies", expected: applies ? "yes" : "no", found: "\(truth)")]
        }
        func difference(_ part: String, _ wanted: Content?, _ found: Int64?, _ text: (Int64) -> String) -> Difference? {
            switch (wanted, found) {
            case (nil, _), (.open?, nil): return nil
            case (.value(let value)?, let found?) where value == found: return nil
            case (let wanted?, let found):
                let expected = if case .value(let value) = wanted { text(value) } else { "-" }
                return Difference(what: "\(declared.name) \(part)", expected: expected, found: found.map(text) ?? "-")
            }
        }
        return [
            difference("by", deadline, inForce.deadline) { CivilDate(dayNumber: Int($0))?.description ?? "-" },
            difference("amount", amount, inForce.amount) { FixedDecimal(micros: $0).description + (declared.unit ?? "") },
        ].compactMap { $0 }
    }
}
