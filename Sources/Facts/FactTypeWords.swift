import Diagnostics
import Plans
import Vocabulary

extension FactType {
    /// What a document has to say for a value of the type.
    func expectation(_ plan: Plan) -> Wording {
        switch self {
        case .bool: Wording("true か false（はい・いいえ）", "true or false")
        case .enumeration(let of): Self.oneOf(plan.enumerations[of])
        case .set(let of): Self.listOf(plan.enumerations[of])
        case .date: Wording("2026-11-22 のような日付", "a day such as 2026-11-22")
        case .month: Wording("2026-11 のような年月", "a month such as 2026-11")
        case .time: Wording("09:00 のような時刻", "a time such as 09:00")
        case .version: Wording("\"8.1\" のような版", "a version such as \"8.1\"")
        case .number(let unit?): Wording("数か \"50\(unit)\" のような量", "a number, or a quantity such as \"50\(unit)\"")
        case .number(nil): Wording("数", "a number")
        case .integer: Wording("整数", "a whole number")
        case .text: Wording("文字列", "a text")
        }
    }

    /// The type as rules write it: 真偽, 集合 起因, 数 MB.
    func name(_ plan: Plan) -> String {
        switch self {
        case .bool: "真偽"
        case .enumeration(let of): plan.enumerations[of].name
        case .set(let of): "集合 \(plan.enumerations[of].name)"
        case .date: "日付"
        case .month: "年月"
        case .time: "時刻"
        case .version: "版"
        case .number(let unit): unit.map { "数 \($0)" } ?? "数"
        case .integer: "整数"
        case .text: "文字"
        }
    }

    /// The cases that a value is one of, or some of.
    func cases(_ plan: Plan) -> [Enumeration.Case] {
        switch self {
        case .enumeration(let of), .set(let of): plan.enumerations[of].cases
        default: []
        }
    }

    private static func oneOf(_ enumeration: Enumeration) -> Wording {
        Wording("「\(enumeration.name)」の値（\(some(enumeration, "・"))）", "one of \(some(enumeration, ", "))")
    }

    private static func listOf(_ enumeration: Enumeration) -> Wording {
        Wording("「\(enumeration.name)」の値の配列（\(some(enumeration, "・"))）", "an array of some of \(some(enumeration, ", "))")
    }

    private static func some(_ enumeration: Enumeration, _ separator: String) -> String {
        let names = enumeration.cases.map(\.name)
        return names.prefix(8).joined(separator: separator) + (names.count > 8 ? "…" : "")
    }
}
