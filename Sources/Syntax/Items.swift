/// A declaration at the top of a file.
package enum Item: Sendable {
    case contract(ContractHeader)
    case clause(ClauseHeader)
    case nonoperative(Nonoperative)
    case words(WordsDeclaration)
    case sayings(SayingsDeclaration)
    case enumeration(EnumerationDeclaration)
    case facts(FactsDeclaration)
    case group(GroupDeclaration)
    case constraint(ConstraintDeclaration)
    case definition(DefinitionDeclaration)
    case usual(UsualDeclaration)
    case decision(DecisionDeclaration)
    case rule(RuleDeclaration)
    case norm(NormDeclaration)
    case table(TableDeclaration)
    case reference(ReferenceDeclaration)
    case businessCalendar(BusinessCalendarDeclaration)
    case interpretation(InterpretationDeclaration)
    case test(TestDeclaration)

    package var span: TokenSpan {
        switch self {
        case .contract(let item): item.span
        case .clause(let item): item.span
        case .nonoperative(let item): item.span
        case .words(let item): item.span
        case .sayings(let item): item.span
        case .enumeration(let item): item.span
        case .facts(let item): item.span
        case .group(let item): item.span
        case .constraint(let item): item.span
        case .definition(let item): item.span
        case .usual(let item): item.span
        case .decision(let item): item.span
        case .rule(let item): item.span
        case .norm(let item): item.span
        case .table(let item): item.span
        case .reference(let item): item.span
        case .businessCalendar(let item): item.span
        case .interpretation(let item): item.span
        case .test(let item): item.span
        }
    }
}

/// 規約: what the document is.
package struct ContractHeader: Sendable {
    package var name: Name
    package var title: Quoted?
    package var edition: Quoted?
    package var effective: ExpressionID?
    package var parties: [(name: Name, label: Quoted?)] = []
    /// The party that answers.
    package var answering: Name?
    package var main: Name?
    package var application: Name?
    package var environment: Name?
    package var span: TokenSpan
}

/// 第N条第N項第N号 「要旨」: the clause that what follows belongs to.
package struct ClauseHeader: Sendable {
    package var clause: ClauseMention
    /// Written with 条項, with a citation of its own.
    package var citation: Quoted?
    package var isSpelledOut: Bool
    package var heading: Name?
    package var isSole: Bool
    /// 別番号: another number that the clause, with all below it, answers under.
    package var also: ClauseMention?
    package var gist: Quoted?
    package var span: TokenSpan
}

/// 非規範: the clause decides nothing, and why.
package struct Nonoperative: Sendable {
    package var reason: Quoted
    package var span: TokenSpan
}

/// 列挙.
package struct EnumerationDeclaration: Sendable {
    package struct Case: Sendable {
        package var name: Name
        package var label: Quoted?
        package var spellings: [Spelling]
        package var span: TokenSpan
    }
    package var name: Name
    package var label: Quoted?
    package var cases: [Case]
    package var span: TokenSpan
}

/// 事実 and 一覧: a record of facts, or a list of such records.
package struct FactsDeclaration: Sendable {
    package struct Fact: Sendable {
        package var name: Name
        package var type: TypeMention
        package var label: Quoted?
        package var question: Quoted?
        package var premise: ExpressionID?
        package var isChangeable = false
        package var isPersonal = false
        /// The party that is asked.
        package var askedOf: Name?
        package var discretion: Name?
        package var finding: Name?
        /// The keyword of 主題, where it is one.
        package var topic: TokenSpan?
        package var spellings: [Spelling] = []
        package var span: TokenSpan
    }
    package var isList: Bool
    package var path: [Name]
    package var label: Quoted?
    package var question: Quoted?
    /// The party that is asked, where a fact says nothing else.
    package var askedOf: Name?
    package var facts: [Fact]
    package var span: TokenSpan
}

/// A type as written.
package struct TypeMention: Sendable {
    package enum Kind: Sendable {
        case bool, date, month, time, integer, version, text
        case number(unit: String?)
        case enumeration(Name)
        case set(Name)
        case missing
    }
    package var kind: Kind
    package var span: TokenSpan
}

/// 一括確認: one question for several facts.
package struct GroupDeclaration: Sendable {
    package var name: Name
    package var label: Quoted?
    package var question: Quoted?
    package var members: [[Name]]
    package var span: TokenSpan
}

/// 制約 and 不変: if this, then that.
package struct ConstraintDeclaration: Sendable {
    package var isInvariant: Bool
    package var label: Quoted
    package var condition: ExpressionID?
    package var consequence: ExpressionID
    /// 逆も: the consequence holds only where the condition does.
    package var holdsConversely: Bool
    package var span: TokenSpan
}

/// 定義.
package struct DefinitionDeclaration: Sendable {
    package var name: Name
    package var label: Quoted?
    package var value: ExpressionID
    package var span: TokenSpan
}

/// 通例.
package struct UsualDeclaration: Sendable {
    package var fact: [Name]
    package var value: ExpressionID
    package var condition: ExpressionID?
    package var decisions: [Name] = []
    package var reason: Quoted?
    package var approval: Quoted?
    package var span: TokenSpan
}

/// 判定.
package struct DecisionDeclaration: Sendable {
    package var name: Name
    package var label: Quoted?
    /// 尋ね方: how callers ask for it, in their words.
    package var askedAs: [Quoted] = []
    package var outcomes: [(name: Name, label: Quoted?)]
    package var isRanked: Bool
    package var fallback: (name: Name, label: Quoted?)?
    package var ground: ClauseMention?
    package var sides: [SideDeclaration] = []
    /// 有利: whom outcomes, or all outcomes on a side, favour.
    package var favours: [(party: Name, outcomes: [Name])] = []
    package var span: TokenSpan
}

/// 側, with the sides inside it.
package struct SideDeclaration: Sendable {
    package enum Member: Sendable {
        case outcome(Name)
        case side(SideDeclaration)
    }

    package var name: Name
    package var text: Quoted
    package var members: [Member]
}

/// What defeats what, and in which words.
package struct Precedence: Sendable {
    package enum Form: Sendable { case proviso, overrides, notwithstanding }
    package var form: Form
    package var targets: [Target]
    package var span: TokenSpan
}

/// 規則.
package struct RuleDeclaration: Sendable {
    /// 要件: a part of the condition with a name.
    package struct Requirement: Sendable {
        package var name: Name
        package var condition: ExpressionID
    }
    /// 免除: takes a requirement away from other rules.
    package struct Waiver: Sendable {
        package var target: Target
        package var requirement: Name
    }
    package var name: Name
    package var condition: ExpressionID?
    package var decision: Name
    package var outcome: Name
    package var requirements: [Requirement]
    package var waivers: [Waiver]
    package var precedences: [Precedence]
    package var readings: [(interpretation: Name, reading: Name)]
    package var span: TokenSpan
}

/// 義務, 禁止, 権利, 免責, 費用.
package struct NormDeclaration: Sendable {
    package enum Kind: String, Sendable { case duty, prohibition, power, disclaimer, charge }
    /// 周期: the months in which it recurs.
    package struct Recurrence: Sendable {
        package var from: ExpressionID
        package var through: ExpressionID
        package var span: TokenSpan
    }
    package enum Deadline: Sendable {
        case wording(Quoted)
        case value(ExpressionID)
    }
    package var kind: Kind
    package var name: Name
    package var bearer: Name?
    package var counterparty: Name?
    package var content: Quoted?
    package var condition: ExpressionID?
    package var deadline: Deadline?
    package var amount: ExpressionID?
    /// 定めなし: where an amount must be looked up that the contract does not state.
    package var unstated: Quoted?
    /// 算定: by which provisions the amount or the deadline is worked out.
    package var computed: Quoted?
    package var recurrence: Recurrence?
    package var precedences: [Precedence]
    package var readings: [(interpretation: Name, reading: Name)]
    package var span: TokenSpan
}

/// A duty or one of its kin, as something else names it: `費用 月額費用`.
package struct NormMention: Sendable {
    package var kind: NormDeclaration.Kind
    package var name: Name
}

/// 表: a decision table.
package struct TableDeclaration: Sendable {
    package enum HitPolicy: Sendable { case unique, first, collect }
    package struct Row: Sendable {
        package var cells: [Cell]
        package var outputs: [Cell]
        package var span: TokenSpan
    }
    package var name: Name
    package var label: Quoted?
    package var policy: HitPolicy
    package var type: TypeMention?
    package var inputs: [ExpressionID]
    package var outputs: [[Name]]
    package var rows: [Row]
    package var span: TokenSpan
}

/// A cell of a table.
package struct Cell: Sendable {
    package enum Kind: Sendable {
        /// `-`
        case any
        /// A value or a set of values.
        case value(ExpressionID)
        case comparison(Comparison, ExpressionID)
        case clauses([ClauseMention])
    }
    package var kind: Kind
    package var span: TokenSpan
}

/// 参照表: rows from a CSV file.
package struct ReferenceDeclaration: Sendable {
    package var name: Name
    package var label: Quoted?
    package var source: Quoted?
    package var keys: [(name: Name, type: TypeMention)]
    package var latest: Name?
    package var columns: [(name: Name, type: TypeMention)]
    package var until: ExpressionID?
    package var isPartial: Bool
    package var span: TokenSpan
}

/// 営業暦: the fact that a calendar of designated days tells.
package struct BusinessCalendarDeclaration: Sendable {
    package var fact: [Name]
    package var label: Quoted?
    package var source: Quoted?
    package var span: TokenSpan
}

/// 解釈: an open point and its readings.
package struct InterpretationDeclaration: Sendable {
    package struct Reading: Sendable {
        package var name: Name
        package var label: Quoted?
        package var isAdopted: Bool
        package var reason: Quoted?
        /// 負担: the duties and charges that it brings; empty for `なし`, nil where it does not say.
        package var bears: [NormMention]?
        package var span: TokenSpan
    }
    package var name: Name
    package var issue: Quoted?
    package var clauses: [ClauseMention]
    package var readings: [Reading]
    package var span: TokenSpan
}
