import Clauses
import Diagnostics
import Values

extension Parser {
    mutating func primary() -> ExpressionID {
        let start = position
        if isBareClause, let mention = clauseMention() { return marked(.clause(mention), from: start) }
        switch current.kind {
        case .leftParenthesis:
            advance()
            let inner = expression()
            expect(.rightParenthesis, ")")
            return inner
        case .leftBrace: return setLiteral(only: false)
        case .numberLiteral, .dateLiteral, .monthLiteral, .timeLiteral: return literal()
        case .minus where token(position + 1).kind == .numberLiteral:
            advance()
            return literal(negative: true)
        case .string:
            return pathExpression()
        case .clauseReference:
            guard let mention = clauseMention() else { return make(.missing, from: start) }
            return marked(.clause(mention), from: start)
        case .word: return wordExpression()
        default:
            unexpected(Wording("条件か値", "a condition or a value"))
            return make(.missing, from: start)
        }
    }

    /// Whether `40.1.3` or `app1.5.3` stands here with 「が 成立」 or the like behind it: neither a number nor a fact is asked that.
    private var isBareClause: Bool {
        guard at(.numberLiteral) || at(.word) else { return false }
        var end = position + 1
        while token(end).kind == .dot, token(end + 1).kind == .word || token(end + 1).kind == .numberLiteral { end += 2 }
        guard asksStatus(end) else { return false }
        let written = file.text(range(TokenSpan(first: position, last: end - 1)))
        return written.contains(where: \.isNumber) && ClauseReference.parse(written) != nil
    }

    /// Whether it is asked at a token if what stands before it holds or applies.
    private func asksStatus(_ at: Int) -> Bool {
        let isSubject = token(at).keyword == .subject && file.text(token(at)) == Keyword.subject.japanese
        let status = isSubject ? at + 1 : at
        // A record may have the name of a keyword: `適用.開始日`.
        guard let keyword = token(status).keyword, keyword == .holds || keyword == .applies, token(status + 1).kind != .dot else { return false }
        return isSubject || file.text(token(status)).utf8.first.map { $0 < 0x80 } ?? false
    }

    /// A clause or a rule stands for itself until 「が 成立」 says what is asked of it.
    private mutating func marked(_ target: Target, from start: Int) -> ExpressionID {
        let id = make(.missing, from: start)
        targetMarks[id] = target
        if !(at(.subject) || at(.holds) || at(.applies)) {
            unexpected(Wording("「が 成立」か「が 適用」", "`holds` or `applies`"))
        }
        return id
    }

    private mutating func wordExpression() -> ExpressionID {
        let start = position
        let next = token(position + 1)
        switch current.keyword {
        case .yes where next.kind != .dot, .no where next.kind != .dot:
            let value = at(.yes)
            advance()
            return make(.literal(.bool(value)), from: start)
        case .unknown where next.kind != .dot: return constant(.unknown)
        case .pending where next.kind != .dot: return constant(.pending)
        case .inapplicable where next.kind != .dot: return constant(.inapplicable)
        case .asOf where next.kind != .dot: return constant(.asOf)
        case .asOfTime where next.kind != .dot: return constant(.asOfTime)
        case .only where next.kind == .leftBrace:
            advance()
            return setLiteral(only: true)
        case .then where next.kind != .dot, .when where next.kind != .dot, .and where next.kind != .dot, .or where next.kind != .dot:
            unexpected(Wording("条件か値", "a condition or a value"))
            return make(.missing, from: start)
        case .interpretation where next.kind == .word || next.kind == .string:
            advance()
            interpretationMarks.insert(position)
            return pathExpression()
        case .rule where next.kind == .word || next.kind == .string:
            advance()
            guard let name = name() else { return make(.missing, from: start) }
            return marked(.rule(name), from: start)
        case .someOf, .allOf, .countOf, .sumOf:
            // The English order: any LIST (…).
            if next.kind == .word || next.kind == .string, let quantifier = Self.quantifiers[current.keyword ?? .someOf] {
                advance()
                guard let list = name() else { return make(.missing, from: start) }
                return quantified(quantifier, list, from: start)
            }
            return pathExpression()
        default: return pathExpression()
        }
    }

    private static let quantifiers: [Keyword: Quantifier] = [.someOf: .any, .allOf: .all, .countOf: .count, .sumOf: .sum]

    private mutating func constant(_ literal: Literal) -> ExpressionID {
        let start = position
        advance()
        return make(.literal(literal), from: start)
    }

    private mutating func pathExpression() -> ExpressionID {
        let start = position
        guard let names = path() else { return make(.missing, from: start) }
        if names.count == 1, at(.word), let keyword = current.keyword, let quantifier = Self.quantifiers[keyword],
            file.text(current) == keyword.japanese
        {
            advance()
            return quantified(quantifier, names[0], from: start)
        }
        if names.count == 1, at(.leftParenthesis), token(names[0].span.first).kind == .word {
            return call(names[0], from: start)
        }
        return make(.path(names), from: start)
    }

    private mutating func quantified(_ quantifier: Quantifier, _ list: Name, from start: Int) -> ExpressionID {
        let body: ExpressionID
        if quantifier == .sum {
            body = nested { $0.primary() }
        } else {
            expect(.leftParenthesis, "(")
            body = expression()
            expect(.rightParenthesis, ")")
        }
        return make(.quantifier(quantifier, list, body), from: start)
    }

    private mutating func call(_ name: Name, from start: Int) -> ExpressionID {
        advance()
        let arguments = at(.rightParenthesis) ? [] : commaSeparated { $0.sumForCall() }
        expect(.rightParenthesis, ")")
        var column: Name?
        if take(.dot) {
            column = self.name(Wording("列の名前", "the name of a column"))
            if column == nil { return make(.missing, from: start) }
        }
        return make(.call(name, arguments, column: column), from: start)
    }

    private mutating func sumForCall() -> ExpressionID? { expression() }

    mutating func setLiteral(only: Bool) -> ExpressionID {
        let start = only ? position - 1 : position
        expect(.leftBrace, "{")
        var members: [ExpressionID] = []
        while !at(.rightBrace), current.kind != .endOfFile {
            let before = position
            members.append(nested { $0.primary() })
            if take(.comma) || take(.semicolon) { continue }
            if at(.rightBrace) { break }
            unexpected(Wording("「,」か「}」", "`,` or `}`"))
            if position == before { advance() }
            break
        }
        expect(.rightBrace, "}")
        return make(.set(members, only: only), from: start)
    }

    // MARK: Literals

    private mutating func literal(negative: Bool = false) -> ExpressionID {
        let start = negative ? position - 1 : position
        let text = foldWidth(file.text(current))
        let token = current
        advance()
        switch token.kind {
        case .dateLiteral:
            if CivilDate(text) == nil { malformed(token, text, Wording("日付", "a date of the calendar")) }
            return make(.literal(.date(text)), from: start)
        case .monthLiteral:
            if YearMonth(text) == nil { malformed(token, text, Wording("年月", "a month")) }
            return make(.literal(.month(text)), from: start)
        case .timeLiteral:
            if TimeOfDay(text) == nil { malformed(token, text, Wording("時刻", "a time of day")) }
            return make(.literal(.time(text)), from: start)
        default:
            let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
            let unit = String(text.dropFirst(digits.count))
            let number = (negative ? "-" : "") + String(digits)
            if FixedDecimal(number) == nil, Version(String(digits)) == nil { malformed(token, text, Wording("数", "a number")) }
            return make(.literal(.number(number, unit: unit.isEmpty ? nil : unit)), from: start)
        }
    }

    private mutating func malformed(_ token: Token, _ text: String, _ expected: Wording) {
        diagnostics.append(SyntaxDiagnostics.malformedNumber(range(token), text, expected))
    }
}
