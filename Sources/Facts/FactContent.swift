import Plans
import Runtime
import Values
import Vocabulary

/// What a document says of one fact.
enum FactContent: Hashable, Sendable {
    case value(Int64)
    /// Members of a set that are in, and that are out.
    case members(yes: UInt64, no: UInt64)
    case text(String)
    case pending, inapplicable, unknown

    /// How the runtime keeps it. Conditions cannot look at texts, only at whether there is one.
    var reading: Reading {
        switch self {
        case .value(let value): Reading(.known, value)
        case .members(let yes, _): Reading(.known, Int64(bitPattern: yes))
        case .text: Reading(.known)
        case .pending: Reading(.pending)
        case .inapplicable: Reading(.inapplicable)
        case .unknown: .unknown
        }
    }

    /// The content in words, cases by their labels.
    func words(_ type: FactType, _ plan: Plan) -> String {
        switch self {
        case .text(let text): text
        case .pending: StateWord.pending
        case .inapplicable: StateWord.inapplicable
        case .unknown: StateWord.unknown
        case .value(let value): Self.words(value, type, plan)
        case .members(let yes, let no): Self.words(yes: yes, no: no, type, plan)
        }
    }

    private static func words(_ value: Int64, _ type: FactType, _ plan: Plan) -> String {
        switch type {
        case .bool: value == 1 ? "はい" : "いいえ"
        case .enumeration(let of), .set(let of): plan.enumerations[of].caption(Int(value))
        case .date: CivilDate(dayNumber: Int(value))?.japanese ?? "?"
        case .month: YearMonth(monthNumber: Int(value))?.japanese ?? "?"
        case .time: TimeOfDay(minutes: Int(value))?.description ?? "?"
        case .version: Version(packed: value)?.description ?? "?"
        case .number(let unit): FixedDecimal(micros: value).description + (unit ?? "")
        case .integer, .text: FixedDecimal(micros: value).description
        }
    }

    private static func words(yes: UInt64, no: UInt64, _ type: FactType, _ plan: Plan) -> String {
        guard case .set(let of) = type else { return "?" }
        let enumeration = plan.enumerations[of]
        func names(_ mask: UInt64) -> String { enumeration.codes(in: mask).map { enumeration.caption($0) }.joined(separator: "・") }
        let members = yes == 0 ? "" : names(yes)
        if yes | no == enumeration.mask { return yes == 0 ? "なし" : "\(members)のみ" }
        let out = no == 0 ? "" : "\(names(no))でない"
        let parts = [members, out, "他は不明"].filter { !$0.isEmpty }
        return parts.joined(separator: "、")
    }
}

/// The values that say how a value is known.
package enum StateWord {
    static let inapplicable = "該当なし"
    static let pending = "未到来"
    package static let unknown = "不明"
}

extension Enumeration {
    /// A bit for each case.
    var mask: UInt64 { cases.count >= Self.largestSet ? .max : (1 << UInt64(cases.count)) - 1 }

    /// The cases whose bits are set.
    func codes(in mask: UInt64) -> [Int] { cases.indices.filter { $0 < Self.largestSet && mask >> UInt64($0) & 1 == 1 } }

    /// The label of a case, or its name.
    func caption(_ code: Int) -> String { cases.indices.contains(code) ? cases[code].label ?? cases[code].name : "?" }
}
