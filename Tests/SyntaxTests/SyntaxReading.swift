import Diagnostics
import Syntax

/// A text that has been read, and its conditions written with their operators in front.
struct SyntaxReading {
    let tree: SyntaxTree

    init(_ text: String) { self.init(bytes: Array(text.utf8)) }

    init(bytes: [UInt8]) { tree = SyntaxTree.parse(SourceFile(path: "t.kiyaku", bytes: bytes), id: SourceID(0)) }

    var codes: [String] { tree.diagnostics.map(\.code.rawValue) }

    /// All tokens but the end of the file: the kind and the text.
    var tokens: [String] { tree.tokens.dropLast().map { "\($0.kind) \(tree.file.text($0))" } }

    /// What each finding points at.
    var places: [String] { tree.diagnostics.map { "\($0.code.rawValue) \(tree.file.text($0.range))" } }

    /// The names that the declarations give.
    var declared: [String] {
        tree.items.map { item in
            switch item {
            case .contract(let one): one.name.text
            case .words(let one): one.name.text
            case .sayings(let one): one.path.map(\.text).joined(separator: ".")
            case .clause(let one): one.clause.id
            case .nonoperative(let one): one.reason.text
            case .enumeration(let one): one.name.text
            case .facts(let one): one.path.map(\.text).joined(separator: ".")
            case .group(let one): one.name.text
            case .constraint(let one): one.label.text
            case .definition(let one): one.name.text
            case .usual(let one): one.fact.map(\.text).joined(separator: ".")
            case .decision(let one): one.name.text
            case .rule(let one): one.name.text
            case .norm(let one): one.name.text
            case .table(let one): one.name.text
            case .reference(let one): one.name.text
            case .businessCalendar(let one): one.fact.map(\.text).joined(separator: ".")
            case .interpretation(let one): one.name.text
            case .test(let one): one.label.text
            }
        }
    }

    /// The first definition's value.
    var value: String {
        for case .definition(let definition) in tree.items { return written(definition.value) }
        return "none"
    }

    func written(_ id: ExpressionID) -> String {
        func all(_ head: String, _ parts: [ExpressionID]) -> String { "(" + ([head] + parts.map(written)).joined(separator: " ") + ")" }
        switch tree[id].kind {
        case .or(let parts): return all("or", parts)
        case .and(let parts): return all("and", parts)
        case .not(let part): return all("not", [part])
        case .comparison(let comparison, let left, let right): return all("\(comparison)", [left, right])
        case .state(let state, let value): return all("\(state)", [value])
        case .status(.clause(let clause), let status): return "(\(status) \(clause.id))"
        case .status(.rule(let name), let status): return "(\(status) rule \(name.text))"
        case .interpretation(let name, let reading): return "(reading \(name.text) \(reading.text))"
        case .arithmetic(let sign, let left, let right): return all("\(sign)", [left, right])
        case .path(let names): return names.map(\.text).joined(separator: ".")
        case .literal(let literal): return Self.written(literal)
        case .set(let members, let only): return all(only ? "only" : "set", members)
        case .call(let name, let arguments, let column): return all(([name.text] + (column.map { [$0.text] } ?? [])).joined(separator: "."), arguments)
        case .quantifier(let quantifier, let list, let body): return all("\(quantifier) \(list.text)", [body])
        case .records(let records, let complete): return "(records \(records.count)\(complete ? " complete" : ""))"
        case .missing: return "missing"
        }
    }

    private static func written(_ literal: Literal) -> String {
        switch literal {
        case .bool(let value): value ? "yes" : "no"
        case .number(let digits, let unit): digits + (unit.map { "[\($0)]" } ?? "")
        case .date(let text), .month(let text), .time(let text): text
        case .string(let text): "'\(text)'"
        case .unknown: "unknown"
        case .pending: "pending"
        case .inapplicable: "inapplicable"
        case .asOf: "as_of"
        case .asOfTime: "as_of_time"
        }
    }
}
