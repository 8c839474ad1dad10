import Diagnostics
import Syntax
import Values

/// Spells what stands in a tree: names and literals as written, keywords in the lexicon, signs in their half-width form.
struct Speller {
    let tree: SyntaxTree
    let lexicon: Lexicon

    /// A keyword.
    func word(_ keyword: Keyword) -> String { lexicon.spell(keyword) }

    /// A token that means the same in both lexicons.
    func token(_ index: Int) -> String {
        let token = tree.tokens[index]
        let text = tree.file.text(token)
        switch token.kind {
        case .word, .invalid, .endOfFile: return text
        case .string: return Self.quoteFolded(text)
        // A pattern may open with a full-width slash, and always closes with a plain one.
        case .patternLiteral: return "/" + String(String.UnicodeScalarView(text.unicodeScalars.dropFirst()))
        case .clauseReference: return Self.digitsFolded(text)
        case .numberLiteral, .dateLiteral, .monthLiteral, .timeLiteral: return foldWidth(text)
        default: return Self.signs[token.kind] ?? text
        }
    }

    private static let signs: [TokenKind: String] = [
        .leftBrace: "{", .rightBrace: "}", .leftParenthesis: "(", .rightParenthesis: ")", .comma: ",", .semicolon: ";", .colon: ":",
        .dot: ".", .bar: "|", .doubleBar: "||", .equal: "=", .notEqual: "≠", .less: "<", .lessOrEqual: "≤", .greater: ">",
        .greaterOrEqual: "≥", .plus: "+", .minus: "-", .times: "×", .dividedBy: "÷", .percent: "%",
    ]

    /// A name as written.
    func name(_ name: Name) -> String { token(name.span.first) }

    /// Names with dots between them.
    func path(_ names: [Name]) -> String { names.map { name($0) }.joined(separator: ".") }

    /// A clause in its author's spelling. Words keep the width of their parentheses, IDs have nothing that could be wide.
    func clause(_ clause: ClauseMention) -> String {
        if tree.tokens[clause.span.first].kind == .clauseReference { return token(clause.span.first) }
        return foldWidth(tree.file.text(tree.range(clause.span)))
    }

    /// A type.
    func type(_ type: TypeMention) -> String {
        switch type.kind {
        case .bool: word(.bool)
        case .date: word(.date)
        case .month: word(.month)
        case .time: word(.time)
        case .integer: word(.integer)
        case .version: word(.version)
        case .text: word(.text)
        case .number(let unit): word(.number) + (unit.map { " \($0)" } ?? "")
        case .enumeration(let of): name(of)
        case .set(let of): "\(word(.set)) \(name(of))"
        case .missing: ""
        }
    }

    private static func quoteFolded(_ text: String) -> String {
        guard !text.hasPrefix("「") else { return text }
        return "\"" + String(String.UnicodeScalarView(text.unicodeScalars.dropFirst().dropLast())) + "\""
    }

    /// A text with its full-width digits half-width.
    static func digitsFolded(_ text: String) -> String {
        var folded = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { folded.append((0xFF10...0xFF19).contains(scalar.value) ? foldWidth(scalar) : scalar) }
        return String(folded)
    }
}
