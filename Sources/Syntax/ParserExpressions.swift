import Diagnostics
import Values

extension Parser {
    mutating func expression() -> ExpressionID { nested { parser in parser.chain(.or, operand: { $0.conjunction() }) { .or($0) } } }

    /// All that can hold its own kind comes through here, so that no input is deeper than the stack.
    mutating func nested(_ inner: (inout Parser) -> ExpressionID) -> ExpressionID {
        guard depth < Self.deepest else {
            report(SyntaxDiagnostics.tooDeep(range(current), limit: Self.deepest))
            skip(to: { parser, at in parser.token(at).beginsLine || parser.token(at).kind == .rightBrace })
            silence()
            return make(.missing, from: position)
        }
        depth += 1
        defer { depth -= 1 }
        return inner(&self)
    }

    private mutating func conjunction() -> ExpressionID {
        chain(.and, operand: { $0.negation() }) { .and($0) }
    }

    mutating func make(_ kind: Expression.Kind, from start: Int) -> ExpressionID {
        expressions.append(Expression(kind: kind, span: span(from: start)))
        return ExpressionID(index: UInt32(expressions.count - 1))
    }

    private mutating func chain(
        _ keyword: Keyword, operand: (inout Parser) -> ExpressionID, _ kind: ([ExpressionID]) -> Expression.Kind
    ) -> ExpressionID {
        let start = position
        let first = operand(&self)
        guard at(keyword) else { return first }
        var operands = [first]
        while take(keyword) { operands.append(operand(&self)) }
        return make(kind(operands), from: start)
    }

    private mutating func negation() -> ExpressionID {
        let start = position
        if current.kind == .word, current.keyword == .not, folded(current) == Keyword.not.english {
            return nested { parser in
                parser.advance()
                let operand = parser.negation()
                return parser.make(.not(operand), from: start)
            }
        }
        var result = comparison()
        while at(.not), folded(current) != Keyword.not.english {
            advance()
            result = make(.not(result), from: start)
        }
        return result
    }

    // MARK: Comparisons

    private static let signs: [TokenKind: Comparison] = [
        .equal: .equal, .notEqual: .notEqual, .less: .less, .lessOrEqual: .lessOrEqual, .greater: .greater,
        .greaterOrEqual: .greaterOrEqual,
    ]
    static let suffixes: [Keyword: Comparison] = [
        .atLeast: .atLeast, .atMost: .atMost, .lessThan: .lessThan, .moreThan: .moreThan, .onOrAfter: .onOrAfter,
        .onOrBefore: .onOrBefore, .laterThan: .laterThan, .earlierThan: .earlierThan, .oneOf: .oneOf,
    ]
    static let inclusions: [Keyword: Comparison] = [
        .includes: .includes, .includesAny: .includesAny, .includesAll: .includesAll,
    ]

    private mutating func comparison() -> ExpressionID {
        let start = position
        let left = sum()
        if let sign = Self.signs[current.kind] {
            advance()
            return compare(sign, left, from: start)
        }
        if at(.subject), file.text(current) == Keyword.subject.japanese { return subject(left, from: start) }
        if at(.locative), file.text(current) == Keyword.locative.japanese {
            advance()
            let right = sum()
            guard let keyword = current.keyword, let inclusion = Self.inclusions[keyword], at(.word) else {
                unexpected(Wording("「を含む」「のいずれかを含む」「のすべてを含む」のどれか", "を含む, のいずれかを含む or のすべてを含む"))
                return make(.missing, from: start)
            }
            advance()
            return make(.comparison(inclusion, left, right), from: start)
        }
        if let (comparison, words) = englishOperator() {
            position += words
            return compare(comparison, left, from: start)
        }
        return current.kind == .word ? englishState(left, from: start) : left
    }

    private mutating func compare(_ comparison: Comparison, _ left: ExpressionID, from start: Int) -> ExpressionID {
        if comparison == .equal, case .path(let names) = expressions[Int(left.index)].kind, names.count == 1,
            interpretationMarks.contains(names[0].span.first)
        {
            let reading = name(Wording("案の名前", "the name of a reading"))
            guard let reading else { return make(.missing, from: start) }
            return make(.interpretation(names[0], reading: reading), from: start)
        }
        let right = sum()
        return make(.comparison(comparison, left, right), from: start)
    }

    /// `a が …`
    private mutating func subject(_ left: ExpressionID, from start: Int) -> ExpressionID {
        advance()
        // A record may have the name of a keyword: `適用.開始日`.
        switch token(position + 1).kind == .dot ? nil : current.keyword {
        case .pending:
            advance()
            return make(.state(.pending, left), from: start)
        case .inapplicable:
            advance()
            return make(.state(.inapplicable, left), from: start)
        case .holds, .applies:
            let status: RuleStatus = at(.holds) ? .holds : .applies
            advance()
            return statusExpression(left, status, from: start)
        default: break
        }
        let right = sum()
        if at(.word), let keyword = current.keyword, let comparison = Self.suffixes[keyword] {
            advance()
            return make(.comparison(comparison, left, right), from: start)
        }
        if case .literal(.number(_, let unit?)) = expressions[Int(right.index)].kind, Units.series.contains(unit) {
            return make(.comparison(.series, left, right), from: start)
        }
        unexpected(Wording("「以上」「以下」「未満」「超」「以降」「以前」「より後」「より前」「のいずれか」などの比べ方", "a comparison such as 以上, 以下, 未満 or のいずれか"))
        return make(.missing, from: start)
    }

    private mutating func statusExpression(_ left: ExpressionID, _ status: RuleStatus, from start: Int) -> ExpressionID {
        if let target = targetMarks[left] { return make(.status(target, status), from: start) }
        report(
            SyntaxDiagnostics.unexpected(
                range(expressions[Int(left.index)].span), found: file.text(range(expressions[Int(left.index)].span)),
                expected: Wording("条番号か「規則 名前」", "a clause reference or `rule NAME`")))
        return make(.missing, from: start)
    }

    // MARK: English operators of several words

    private func word(_ distance: Int) -> String { token(position + distance).kind == .word ? folded(token(position + distance)) : "" }

    private func englishOperator() -> (Comparison, words: Int)? {
        switch (word(0), word(1), word(2)) {
        case ("at", "least", _): (.atLeast, 2)
        case ("at", "most", _): (.atMost, 2)
        case ("less", "than", _): (.lessThan, 2)
        case ("more", "than", _): (.moreThan, 2)
        case ("on", "or", "after"): (.onOrAfter, 3)
        case ("on", "or", "before"): (.onOrBefore, 3)
        case ("later", "than", _): (.laterThan, 2)
        case ("earlier", "than", _): (.earlierThan, 2)
        case ("in", "series", _): (.series, 2)
        case ("is", "one", "of"): (.oneOf, 3)
        case ("includes", "any", "of"): (.includesAny, 3)
        case ("includes", "all", "of"): (.includesAll, 3)
        case ("includes", _, _): (.includes, 1)
        default: nil
        }
    }

    private mutating func englishState(_ left: ExpressionID, from start: Int) -> ExpressionID {
        switch (word(0), word(1)) {
        case ("is", "pending"):
            position += 2
            return make(.state(.pending, left), from: start)
        case ("is", "inapplicable"):
            position += 2
            return make(.state(.inapplicable, left), from: start)
        case ("holds", _), ("applies", _):
            let status: RuleStatus = word(0) == "holds" ? .holds : .applies
            advance()
            return statusExpression(left, status, from: start)
        default: return left
        }
    }

    // MARK: Arithmetic

    private mutating func sum() -> ExpressionID {
        let start = position
        var left = product()
        while at(.plus) || at(.minus) {
            let isPlus = at(.plus)
            advance()
            let right = product()
            left = make(.arithmetic(isPlus ? .plus : .minus, left, right), from: start)
        }
        return left
    }

    private mutating func product() -> ExpressionID {
        let start = position
        var left = primary()
        while at(.times) || at(.dividedBy) {
            let sign: ArithmeticOperator = at(.times) ? .times : .dividedBy
            advance()
            let right = primary()
            left = make(.arithmetic(sign, left, right), from: start)
        }
        return left
    }
}
