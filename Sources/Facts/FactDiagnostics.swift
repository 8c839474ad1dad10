import Diagnostics
package import Documents
import Values

/// A place in a facts document: the path that people know, and the line.
struct Spot {
    let path: String
    let position: DocumentPosition
}

extension FactFault {
    /// A document that is not JSON or YAML.
    package static func unreadable(_ error: DocumentError) -> Self {
        Self(
            .unreadableDocument, path: "", position: error.position, Wording(error.japanese, error.english),
            help: Wording("JSON か YAML として正しく書き直してください", "make the document valid JSON or YAML"))
    }
}

/// The faults of facts documents and case files.
enum FactDiagnostics {
    static func unknownKey(_ spot: Spot, _ key: String, nearest: String?, allowed: [String]) -> FactFault {
        fault(
            .unknownKey, spot, Wording("「\(key.excerpt)」という項目はありません", "there is no `\(key.excerpt)`"),
            help: meant(nearest, writable(allowed)), suggestion: nearest)
    }

    static func unknownColumn(_ spot: Spot, _ name: String, nearest: String?) -> FactFault {
        let help =
            nearest.map { Wording("「\($0)」のことですか", "did you mean `\($0)`?") }
            ?? Wording("列の名前は kiyaku facts の事実の名前です", "columns are named after facts; see kiyaku facts")
        return fault(
            .unknownKey, spot, Wording("「\(name.excerpt)」という列は事実にありません", "no fact is called `\(name.excerpt)`"), help: help, suggestion: nearest)
    }

    static func wrongType(_ spot: Spot, expected: Wording, found: DocumentNode) -> FactFault {
        let found = words(found)
        return fault(
            .wrongValueType, spot,
            Wording("\(expected.japanese)が必要ですが、\(found.japanese)があります", "expected \(expected.english), found \(found.english)"),
            help: Wording("\(expected.japanese)を書いてください", "write \(expected.english)"))
    }

    static func unlisted(_ spot: Spot, _ text: String, of what: String, nearest: String?, all: [String]) -> FactFault {
        fault(
            .unlistedValue, spot, Wording("「\(what)」に「\(text.excerpt)」はありません", "`\(what)` has no `\(text.excerpt)`"),
            help: meant(nearest, writable(all)), suggestion: nearest)
    }

    static func impossible(_ spot: Spot, _ text: String, as what: Wording, help: Wording) -> FactFault {
        fault(
            .impossibleFact, spot,
            Wording("「\(text.excerpt)」は\(what.japanese)としてありえません", "`\(text.excerpt)` is impossible as \(what.english)"), help: help)
    }

    static func unit(_ spot: Spot, expected: String?, found: String) -> FactFault {
        let own = expected.map { Wording("\($0) か、それに換算できる単位で書いてください", "use \($0) or a unit that converts to it") }
        return fault(
            .factUnit, spot, Wording("単位「\(found.excerpt)」は合いません", "the unit `\(found.excerpt)` does not fit"),
            help: own ?? Wording("単位を付けずに書いてください", "write it without a unit"))
    }

    static func missingAsOf(_ position: DocumentPosition) -> FactFault {
        fault(
            .missingAsOf, Spot(path: "as_of", position: position), Wording("判断の基準日がありません", "the day to judge by is missing"),
            help: Wording("\"as_of\": \"2026-11-22\" のように書いてください", "write it like \"as_of\": \"2026-11-22\""))
    }

    static func incomplete(_ spot: Spot, by party: String, missing: [Wording]) -> FactFault {
        let what = Wording(missing.map(\.japanese).joined(separator: "・"), missing.map(\.english).joined(separator: ", "))
        return fault(
            .incompleteDetermination, spot,
            Wording("「\(party)」の裁量ですが、\(what.japanese)の記録がありません", "it is for `\(party)` to decide, but \(what.english) is not recorded"),
            help: Wording(
                "{\"value\": …, \"by\": \"\(party) …\", \"at\": \"2026-11-22\", \"reason\": \"…\"} の形で書いてください",
                "write {\"value\": …, \"by\": \"\(party) …\", \"at\": \"2026-11-22\", \"reason\": \"…\"}"))
    }

    static func party(_ spot: Spot, by: String, party: String) -> FactFault {
        fault(
            .determinationParty, spot,
            Wording("「\(party)」の裁量ですが、「\(by.excerpt)」が決めたとあります", "it is for `\(party)` to decide, not for `\(by.excerpt)`"),
            help: Wording("者 (by) は「\(party)」で始めてください", "begin `by` with `\(party)`"))
    }

    static func late(_ spot: Spot, at: CivilDate, asOf: CivilDate) -> FactFault {
        fault(
            .determinationDate, spot,
            Wording("決めた日 \(at) が基準日 \(asOf) より後です", "it was decided on \(at), after the day to judge by, \(asOf)"),
            help: Wording("日 (at) か基準日を直してください", "mend `at` or `as_of`"))
    }

    static func duplicate(_ spot: Spot, first: DocumentPosition) -> FactFault {
        fault(
            .duplicateFact, spot, Wording("同じことが二度書かれています", "it is given twice"),
            help: Wording(
                "一つにしてください（先のものは \(first.line) 行 \(first.column) 桁）", "keep one (the first is on line \(first.line), column \(first.column))"))
    }

    static func tooLong(_ spot: Spot, count: Int, limit: Int) -> FactFault {
        fault(
            .listTooLong, spot, Wording("記録が \(count) 件あり、上限 \(limit) 件を超えています", "\(count) records are more than the limit of \(limit)"),
            help: Wording("文書を分けてください", "split the document"))
    }

    static func broken(_ spot: Spot, labels: [String], facts: [String]) -> FactFault {
        let japanese = labels.map { "「\($0)」" }.joined()
        let english = labels.map { "`\($0)`" }.joined(separator: ", ")
        let together = labels.count > 1 ? Wording("\(japanese)を合わせると成り立ちません", "these do not go together under \(english)") : nil
        let what = together ?? Wording("\(japanese)に反します", "this breaks \(english)")
        return fault(
            .brokenConstraint, spot,
            Wording("\(what.japanese): \(facts.joined(separator: "、"))", "\(what.english): \(facts.joined(separator: ", "))"),
            help: Wording("挙げた事実のどれかを直してください", "mend one of these facts"))
    }

    static var unsettled: FactFault {
        fault(
            .unsettledConstraints, Spot(path: "", position: .start),
            Wording("事実どうしが両立するかを、制約の全部を合わせては調べ切れませんでした", "whether the facts go together under all constraints at once could not be looked through"),
            help: Wording("答えは、制約を一つずつ確かめたうえのものです。分かっている事実を足すと、調べ切れることがあります", "each constraint was checked alone; more facts may let the check come to an end"))
    }

    static func otherContract(_ spot: Spot, found: String, own: String) -> FactFault {
        fault(
            .otherContract, spot, Wording("規約「\(found.excerpt)」の文書ですが、使う規則は「\(own)」のものです", "the document is for `\(found.excerpt)`, the rules are `\(own)`"),
            help: Wording("\(own) の文書を渡すか、contract を消してください", "give a document for `\(own)`, or remove `contract`"))
    }

    static func missingKey(_ spot: Spot, _ key: String) -> FactFault {
        fault(
            .missingKey, spot, Wording("「\(key)」がありません", "`\(key)` is missing"), help: Wording("「\(key)」を書き足してください", "add `\(key)`"))
    }

    static func era(_ spot: Spot, _ text: String, proper: String) -> FactFault {
        fault(
            .eraNotation, spot,
            Wording("「\(text.excerpt)」は、その元号の期間の外です（\(proper) と読みました）", "`\(text.excerpt)` lies outside its era; it was read as \(proper)"),
            help: Wording("\(proper) と書いてください", "write \(proper)"))
    }

    /// The nearest spelling, where there is one, and what can be written.
    private static func meant(_ nearest: String?, _ all: Wording) -> Wording {
        nearest.map { Wording("「\($0)」のことですか（\(all.japanese)）", "did you mean `\($0)`? (\(all.english))") } ?? all
    }

    /// What can be written, shortened.
    private static func writable(_ all: [String]) -> Wording {
        let japanese = all.prefix(8).joined(separator: "・") + (all.count > 8 ? "…" : "")
        let english = all.prefix(8).joined(separator: ", ") + (all.count > 8 ? ", …" : "")
        return Wording("書けるのは \(japanese) です", "it can be: \(english)")
    }

    /// What stands in a document.
    private static func words(_ node: DocumentNode) -> Wording {
        switch node.value {
        case .null: Wording("null ", "null")
        case .bool(let value): Wording("\(value) ", "\(value)")
        case .number(let literal): Wording("数 \(literal.excerpt) ", "the number \(literal.excerpt)")
        case .string(let text): Wording("文字列「\(text.excerpt)」", "the text `\(text.excerpt)`")
        case .array: Wording("配列", "an array")
        case .object: Wording("オブジェクト", "an object")
        }
    }

    private static func fault(_ code: DiagnosticCode, _ spot: Spot, _ message: Wording, help: Wording, suggestion: String? = nil) -> FactFault {
        FactFault(code, path: spot.path, position: spot.position, message, help: help, suggestion: suggestion)
    }
}
