/// 通例: what a fact usually is. It is never taken for known: an answer that is open says beside it what would hold then
/// (docs/decisions/usual-circumstances.md).
package struct Usual: Sendable, Hashable {
    package let fact: Place<Fact>
    package let value: Int64
    /// The decisions for which it may be taken; none for all.
    package let decisions: [Place<Decision>]
    package let reason: String
    /// Who approved it, and when; nil where nobody has yet.
    package let approval: String?

    package init(fact: Place<Fact>, value: Int64, decisions: [Place<Decision>], reason: String, approval: String?) {
        self.fact = fact
        self.value = value
        self.decisions = decisions
        self.reason = reason
        self.approval = approval
    }
}
