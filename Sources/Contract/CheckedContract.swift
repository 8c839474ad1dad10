package import Diagnostics
package import Syntax
package import Vocabulary

/// A contract whose names, types, clauses and precedence are resolved: what the rules mean, with nothing of how they are written.
package struct CheckedContract: Sendable {
    package var title: ContractTitle
    package var purposes = PurposefulDecisions()
    package var clauses: [Clause] = []
    /// The words that phrases use (語).
    package var words: [WordGroup] = []
    package var enumerations: [Enumeration] = []
    package var facts: [Fact] = []
    /// When a fact is asked; `nil` for always. In step with `facts`.
    package var premises: [Condition?] = []
    package var lists: [RecordList] = []
    package var groups: [FactGroup] = []
    package var definitions: [Definition] = []
    package var decisions: [Decision] = []
    package var rules: [CheckedRule] = []
    package var norms: [CheckedNorm] = []
    package var constraints: [CheckedConstraint] = []
    package var invariants: [CheckedConstraint] = []
    /// What stated facts must agree with; what is not stated is not concluded from it.
    package var agreements: [CheckedConstraint] = []
    package var usuals: [CheckedUsual] = []
    package var interpretations: [Interpretation] = []
    package var tables: [ReferenceTable] = []
    package var tests: [CheckedTest] = []
    /// All steps in an order in which whatever one needs comes before it.
    package var evaluationOrder: [Step] = []
}

/// A rule that gives way, and in which words.
package struct Defeat: Hashable, Sendable {
    package let form: PrecedenceForm
    /// The rules that give way.
    package let targets: [Place<CheckedRule>]
}

/// 要件: a part of a rule's condition with a name, not needed where a rule that waives it applies.
package struct Requirement: Sendable {
    package let name: String
    package var condition: Condition
    package var waivers: [Place<Rule>]

    /// The condition, or a waiver.
    package var whole: Condition { waivers.isEmpty ? condition : .or([condition] + waivers.map { .applies($0) }) }
}

/// A rule with its condition. Conditions name rules by `Place<Rule>`; the places are the same.
package struct CheckedRule: Sendable {
    package var rule: Rule
    /// What もし says.
    package var condition: Condition
    package var requirements: [Requirement] = []
    package var defeats: [Defeat]
    /// Where its name stands.
    package var range: SourceRange
}

extension CheckedRule {
    /// All that must be true for the rule to hold.
    package var whole: Condition { requirements.isEmpty ? condition : .and([condition] + requirements.map(\.whole)) }
}

/// A norm with its condition.
package struct CheckedNorm: Sendable {
    /// The first and the last month in which it recurs.
    package struct Recurrence: Sendable {
        package var from: Value
        package var through: Value
    }
    package var norm: Norm
    package var condition: Condition
    package var deadline: Value?
    package var amount: Value?
    package var recurrence: Recurrence?
    package var range: SourceRange
}

/// What must be true of every case.
package struct CheckedConstraint: Sendable {
    package var label: String
    package var condition: Condition
    package var facts: [Place<Fact>]
    package var range: SourceRange
}

/// What a fact usually is, and when.
package struct CheckedUsual: Sendable {
    package let usual: Usual
    package let condition: Condition?
    package let range: SourceRange
}

/// A test of a rule file, its rows of examples unfolded.
package struct CheckedTest: Sendable {
    /// What a decision should come to. What is `nil` is not looked at.
    package struct Expectation: Sendable {
        package enum Result: Sendable, Hashable {
            case outcome(Int)
            case undetermined, conflict
        }
        /// What should hold under usual circumstances.
        package struct Usual: Sendable {
            package let result: Result?
            package let side: Int??
            /// The facts that are taken for so, exactly.
            package let assumed: [Place<Fact>]?
        }
        package let decision: Place<Decision>
        package var result: Result?
        /// The number of the side that is certain, or nil where none is.
        package var side: Int??
        /// Nil inside where usual circumstances settle nothing.
        package var usual: Usual??
        /// The ids of the primary grounds, exactly.
        package var grounds: [String]?
        /// The ids of all grounds, primary or not, exactly.
        package var allGrounds: [String]?
        package let range: SourceRange
    }

    package let label: String
    /// The day to judge by.
    package let asOf: Int64
    package let asOfTime: Int64?
    package let facts: [GivenFact]
    package let lists: [GivenList]
    package let expectations: [Expectation]
    package let norms: [ExpectedNorm]
    /// The readings to answer under, where they are not the adopted ones.
    package let readings: [Place<Interpretation>: Int]
    package let range: SourceRange
}

/// A fact as a test gives it.
package struct GivenFact: Sendable, Hashable {
    package enum Content: Sendable, Hashable {
        case value(Int64)
        /// Members that are known to be in, and known to be out.
        case members(yes: UInt64, no: UInt64)
        case pending, inapplicable, unknown
    }
    package let fact: Place<Fact>
    package let content: Content

    package init(fact: Place<Fact>, content: Content) {
        self.fact = fact
        self.content = content
    }
}

/// The records of a list as a test gives them.
package struct GivenList: Sendable, Hashable {
    package let list: Place<RecordList>
    package let records: [[GivenFact]]
    package let isComplete: Bool

    package init(list: Place<RecordList>, records: [[GivenFact]], isComplete: Bool) {
        self.list = list
        self.records = records
        self.isComplete = isComplete
    }
}

/// A data file that a reference table names, already cut into fields.
package struct DataFile: Sendable {
    package struct Row: Sendable {
        package let line: Int
        package let fields: [String]

        package init(line: Int, fields: [String]) {
            self.line = line
            self.fields = fields
        }
    }
    package let path: String
    package let header: [String]
    package let rows: [Row]

    package init(path: String, header: [String], rows: [Row]) {
        self.path = path
        self.header = header
        self.rows = rows
    }
}

/// What checking gives: the contract where there are no errors, and all findings.
package struct CheckResult: Sendable {
    /// The contract; `nil` where there are errors.
    package let contract: CheckedContract?
    package let diagnostics: [Diagnostic]
}

extension CheckedContract {
    /// Checks the files of one contract.
    ///
    /// - Parameter data: the data files that reference tables name, or why one cannot be read.
    package static func check(_ trees: [SyntaxTree], data: [String: Result<DataFile, DataFault>]) -> CheckResult {
        var checker = Checker(trees: trees, data: data)
        checker.run()
        let diagnostics = (trees.flatMap(\.diagnostics) + checker.diagnostics).inReadingOrder
        return CheckResult(contract: diagnostics.hasErrors ? nil : checker.contract, diagnostics: diagnostics)
    }
}

/// Why a data file cannot be used.
package struct DataFault: Error, Sendable {
    package let reason: Wording

    package init(reason: Wording) { self.reason = reason }
}
