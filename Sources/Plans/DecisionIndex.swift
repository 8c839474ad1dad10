package import Vocabulary

/// The steps of a program as plain numbers, with an index that tells from one fact at a time which of them cannot come true.
///
/// Most rules speak of a few cases of a listed fact. For every such fact the index has, for each of its values, a bit for each step that
/// may still come true; only the steps that all known facts leave are looked at. The rules of the others do not hold.
package final class DecisionIndex: Sendable {
    /// One step, or both steps of a rule that nothing defeats.
    package struct Entry: Sendable {
        package let rule: Int32
        /// The condition that says whether the rule holds; nil where an earlier step said it.
        package let condition: ConditionID?
        /// Where the tests begin that say so when the fields are known.
        package let code: Int32
        /// A bit for each field whose value the tests take as settled by the index.
        package let fields: UInt64
        /// Whether the rule applies is said here.
        package let isApplied: Bool
        /// The rules that it gives way to, in `defeaters`.
        package let firstDefeater: Int32
        package let defeaterCount: Int32
        /// The decision for which the rule gives the outcome whose bit is set; -1 where the program does not settle the decision.
        package let decision: Int32
        package let outcome: UInt64

        package init(
            rule: Int, condition: ConditionID?, code: Int, fields: UInt64, isApplied: Bool, firstDefeater: Int, defeaterCount: Int,
            decision: Int, outcome: UInt64
        ) {
            self.rule = Int32(rule)
            self.condition = condition
            self.code = Int32(code)
            self.fields = fields
            self.isApplied = isApplied
            self.firstDefeater = Int32(firstDefeater)
            self.defeaterCount = Int32(defeaterCount)
            self.decision = Int32(decision)
            self.outcome = outcome
        }
    }

    /// A test, and where to go on when it is true or false. Where it is open the tests give up and the whole condition is looked at.
    package struct Jump: Sendable {
        package let node: ConditionNode
        package let yes: Int32
        package let no: Int32

        package init(_ node: ConditionNode, yes: Int, no: Int) {
            self.node = node
            self.yes = Int32(yes)
            self.no = Int32(no)
        }

        /// Ends of the tests.
        package static var isTrue: Int { -1 }
        package static var isFalse: Int { -2 }
    }

    /// Something whose value rules out steps.
    package struct Field: Sendable {
        package enum Kind: UInt8, Sendable {
            case fact, interpretation
            /// A condition that several steps share; its values are false and true.
            case condition
        }
        package let kind: Kind
        package let number: Int32
        /// How many values it has. Before their rows stands that of the steps it can rule out, behind them that of a fact which does not
        /// apply.
        package let caseCount: Int32
        /// Its first row in `rows`, counted in blocks.
        package let start: Int32

        package init(kind: Kind, number: Int, caseCount: Int, start: Int) {
            self.kind = kind
            self.number = Int32(number)
            self.caseCount = Int32(caseCount)
            self.start = Int32(start)
        }
    }

    package let entries: [Entry]
    package let defeaters: [Int32]
    package let code: [Jump]
    /// At most 64, conditions last.
    package let fields: [Field]
    /// For each value of each field a bit for each step, in as many blocks as `all`.
    package let rows: [Block]
    /// A bit for each step.
    package let all: [Block]
    /// A bit for each rule whose holding, or applying, the program settles.
    package let held: [UInt64]
    package let applied: [UInt64]
    /// The decisions that the program settles.
    package let decisions: [Int32]

    /// A bit for each of 256 steps.
    package typealias Block = SIMD4<UInt64>

    package init(
        entries: [Entry], defeaters: [Int32], code: [Jump], fields: [Field], rows: [Block], all: [Block], held: [UInt64],
        applied: [UInt64], decisions: [Int32]
    ) {
        self.entries = entries
        self.defeaters = defeaters
        self.code = code
        self.fields = fields
        self.rows = rows
        self.all = all
        self.held = held
        self.applied = applied
        self.decisions = decisions
    }
}

/// What evaluation needs of a fact, without its words.
package struct FactSlot: Sendable {
    /// The list whose records have the fact, and its place among their fields; nil for facts outside lists.
    package let list: Place<RecordList>?
    package let field: Int32
    /// The condition under which it is asked; nil for always.
    package let premise: ConditionID?

    package init(list: Place<RecordList>?, field: Int, premise: ConditionID?) {
        self.list = list
        self.field = Int32(field)
        self.premise = premise
    }
}
