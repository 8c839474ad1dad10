import Diagrams
import Vocabulary

/// Weighs questions by what their answers leave open: docs/decisions/questions.md.
///
/// Every answer that the constraints allow counts the same. Of a set the answers are: none of it, or one member alone; of facts that one
/// question answers together: all of them no, or nothing learnt.
struct QuestionWeigher: ~Copyable {
    private let diagram: DecisionDiagram
    private let constraint: DiagramNode
    /// Under which completions each outcome, or each side, comes out that is still possible.
    private let outcomes: [DiagramNode]
    /// The subject that each variable stands for.
    private let subjects: [Int: Missing.Subject]

    init(_ diagram: DecisionDiagram, constraint: DiagramNode, outcomes: [DiagramNode], subjects: [Int: Missing.Subject]) {
        self.diagram = diagram
        self.constraint = constraint
        self.outcomes = outcomes.filter { $0 != .no }
        self.subjects = subjects
    }

    /// What an answer settles: the variables with their values.
    typealias Settled = [Int: Int]

    /// What is left open: outcomes that are possible, and facts that can change which.
    struct Left {
        var outcomes: Double
        var facts: Double
    }

    /// What is left open now.
    func now() throws(BudgetExceeded) -> Left { try left([:]) ?? Left(outcomes: 0, facts: 0) }

    /// What the answers leave open on average.
    func left(after answers: [Settled]) throws(BudgetExceeded) -> Left {
        var sum = Left(outcomes: 0, facts: 0)
        var count = 0.0
        for answer in answers {
            guard let left = try left(answer) else { continue }
            sum.outcomes += left.outcomes
            sum.facts += left.facts
            count += 1
        }
        return count == 0 ? sum : Left(outcomes: sum.outcomes / count, facts: sum.facts / count)
    }

    /// What one answer leaves open; `nil` where the constraints forbid it.
    private func left(_ answer: Settled) throws(BudgetExceeded) -> Left? {
        if answer.isEmpty == false, try diagram.restrict(constraint, answer) == .no { return nil }
        var possible: [DiagramNode] = []
        for outcome in outcomes {
            let rest = answer.isEmpty ? outcome : try diagram.restrict(outcome, answer)
            if rest != .no { possible.append(rest) }
        }
        guard possible.count > 1 else { return Left(outcomes: Double(possible.count), facts: 0) }
        var variables: Set<Int> = []
        for rest in possible { variables.formUnion(diagram.support(rest)) }
        return Left(outcomes: Double(possible.count), facts: Double(Set(variables.compactMap { subjects[$0] }).count))
    }
}
