package import Diagnostics

/// What a token is, before the grammar looks at it.
package enum TokenKind: UInt8, Sendable {
    case word, string, patternLiteral
    /// Digits with dots and perhaps a unit: `512`, `8.1`, `50km`, `6系`.
    case numberLiteral
    case dateLiteral, monthLiteral, timeLiteral
    /// A clause reference written out: `第40条第1項`, `別紙1Ⅴ（3）3`.
    case clauseReference
    case leftBrace, rightBrace, leftParenthesis, rightParenthesis
    case comma, semicolon, colon, dot, bar, doubleBar
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
    case plus, minus, times, dividedBy
    /// As a unit of a type: `数 %`.
    case percent
    case invalid, endOfFile
}

/// A token: a range of bytes and what it is. What lies between two tokens is white space and comments.
package struct Token: Sendable {
    package let kind: TokenKind
    /// The first token of its line.
    package let beginsLine: Bool
    /// The meaning that a word may have where the grammar expects one.
    package let keyword: Keyword?
    package let start: UInt32
    package let end: UInt32

    /// The number of bytes.
    package var length: Int { Int(end) - Int(start) }
}

extension SourceFile {
    /// The bytes of a token as they stand.
    package func text(_ token: Token) -> String { text(Int(token.start), Int(token.end)) }
}
