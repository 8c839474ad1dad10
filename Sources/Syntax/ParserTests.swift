import Diagnostics

extension Parser {
    mutating func test(from start: Int) -> Item? {
        guard let label = quoted(Wording("何を確かめるかの文字列", "what it shows, as a string")) else { return nil }
        var test = TestDeclaration(label: label, assignments: [], expectations: [], span: span(from: start))
        block { parser in
            let next = parser.token(parser.position + 1).kind
            if next != .dot, next != .equal || parser.at(.asOf) || parser.at(.asOfTime) {
                switch parser.current.keyword {
                case .asOf:
                    parser.advance()
                    _ = parser.take(.equal)
                    test.asOf = parser.primary()
                    if parser.at(.timeLiteral) { test.asOfTime = parser.primary() }
                    return true
                case .asOfTime:
                    parser.advance()
                    _ = parser.take(.equal)
                    test.asOfTime = parser.primary()
                    return true
                case .expect:
                    if let kind = parser.expectedKind {
                        guard let expectation = parser.norm(kind) else { return false }
                        test.norms.append(expectation)
                        return true
                    }
                    guard let expectation = parser.expectation() else { return false }
                    test.expectations.append(expectation)
                    return true
                case .interpretation:
                    guard let reading = parser.readingAttribute() else { return false }
                    test.readings.append(reading)
                    return true
                case .examples:
                    guard let examples = parser.examples() else { return false }
                    test.examples = examples
                    return true
                default: break
                }
            }
            guard let assignment = parser.assignment() else { return false }
            test.assignments.append(assignment)
            return true
        }
        test.span = span(from: start)
        return .test(test)
    }

    private mutating func assignment() -> Assignment? {
        let start = position
        guard at(.word) || at(.string) else {
            unexpected(Wording("「事実 = 値」か「期待」", "`fact = value` or `expect`"))
            return nil
        }
        guard let path = path(), expect(.equal, "=") else { return nil }
        let value = assignedValue()
        return Assignment(path: path, value: value, span: span(from: start))
    }

    private mutating func assignedValue() -> ExpressionID {
        guard at(.leftBrace), looksLikeRecord() else { return primary() }
        return nested { $0.records() }
    }

    /// A list of records: `{ 側 = 甲 ; 該当 = のみ {} }, { … } 全員`.
    private mutating func records() -> ExpressionID {
        let start = position
        var records: [[Assignment]] = []
        repeat {
            var record: [Assignment] = []
            block { parser in
                guard let assignment = parser.assignment() else { return false }
                record.append(assignment)
                _ = parser.take(.comma)
                return true
            }
            records.append(record)
        } while take(.comma)
        let isComplete = take(.complete)
        // {} 全員: there is nobody.
        if isComplete, records.count == 1, records[0].isEmpty { records = [] }
        return make(.records(records, complete: isComplete), from: start)
    }

    private func looksLikeRecord() -> Bool {
        if token(position + 1).kind == .rightBrace { return token(position + 2).keyword == .complete }
        return (token(position + 1).kind == .word || token(position + 1).kind == .string) && token(position + 2).kind == .equal
    }

    /// The kind of norm that an expectation speaks of; `nil` where it speaks of a decision, which may have such a name.
    private var expectedKind: NormDeclaration.Kind? {
        let (word, next) = (token(position + 1), token(position + 2))
        guard word.kind == .word, next.kind == .word || next.kind == .string, next.keyword != .undetermined, next.keyword != .conflict else { return nil }
        return NormDeclaration.Kind(word.keyword)
    }

    private mutating func norm(_ kind: NormDeclaration.Kind) -> TestDeclaration.NormExpectation? {
        let start = position
        position += 2
        guard let name = name() else { return nil }
        var expectation = TestDeclaration.NormExpectation(kind: kind, name: name, applies: !take(.nothing), span: span(from: start))
        while expectation.applies, at(.by) || at(.amount) {
            if take(.by) { expectation.deadline = primary() }
            if take(.amount) { expectation.amount = primary() }
        }
        expectation.span = span(from: start)
        return expectation
    }

    /// `期待 判定 = 結果 側 名 根拠 条番号, … 通例 = 結果 側 名 前提 事実, …`: of result, 側 and 通例 any, and at least one.
    private mutating func expectation() -> TestDeclaration.Expectation? {
        let start = position
        advance()
        guard let decision = name(Wording("判定の名前", "the name of a decision")) else { return nil }
        var expectation = TestDeclaration.Expectation(decision: decision, span: span(from: start))
        if !saysSide, !saysUsual {
            guard let result = expectedResult() else { return nil }
            expectation.result = result
        }
        while expectation.side == nil && saysSide || at(.ground) || at(.allGrounds) {
            if expectation.side == nil, saysSide {
                guard let side = expectedSide() else { return nil }
                expectation.side = side
            }
            if take(.ground) { expectation.grounds += commaSeparated { $0.clauseMention() } }
            if take(.allGrounds) { expectation.allGrounds += commaSeparated { $0.clauseMention() } }
        }
        if saysUsual {
            advance()
            guard let usual = expectedUsual() else { return nil }
            expectation.usual = usual
        }
        expectation.span = span(from: start)
        return expectation
    }

    // What follows may be the next entry, and give facts of a record or a list of that name.
    private var saysSide: Bool { at(.side) && [.word, .string].contains(token(position + 1).kind) }
    private var saysUsual: Bool {
        let next = token(position + 1).kind
        return at(.usual) && next != .dot && !(next == .equal && token(position + 2).kind == .leftBrace)
    }

    private mutating func expectedResult() -> TestDeclaration.Expectation.Result? {
        if take(.undetermined) { return .undetermined }
        if take(.conflict) { return .conflict }
        guard expect(.equal, "=") else { return nil }
        return name(Wording("結果の名前", "the name of an outcome")).map { .outcome($0) }
    }

    private mutating func expectedSide() -> TestDeclaration.Expectation.Side? {
        advance()
        if take(.nothing) { return .nothing }
        return name(Wording("側の名前か「なし」", "the name of a side, or `none`")).map { .named($0) }
    }

    private mutating func expectedUsual() -> TestDeclaration.Expectation.Usual? {
        if take(.nothing) { return .nothing }
        let hasResult = at(.equal) || at(.undetermined) || at(.conflict)
        guard hasResult || saysSide || at(.given) else {
            unexpected(Wording("「= 結果」「側 名前」「前提 事実」か「なし」", "`= OUTCOME`, `side NAME`, `given FACT` or `none`"))
            return nil
        }
        var result: TestDeclaration.Expectation.Result?
        var side: TestDeclaration.Expectation.Side?
        if hasResult {
            result = expectedResult()
            guard result != nil else { return nil }
        }
        if saysSide {
            side = expectedSide()
            guard side != nil else { return nil }
        }
        return .answer(result: result, side: side, assumed: take(.given) ? commaSeparated { $0.path() } : [])
    }

    private mutating func examples() -> TestDeclaration.Examples? {
        let start = position
        advance()
        var inputs: [[Name]] = []
        var outputs: [[Name]] = []
        var rows: [TableDeclaration.Row] = []
        var hasHeader = false
        block { parser in
            if hasHeader {
                guard let row = parser.row(under: outputs) else { return false }
                rows.append(row)
                return true
            }
            hasHeader = true
            (inputs, outputs) = parser.tableHeader { $0.path() ?? [] }
            return !outputs.isEmpty
        }
        return .init(inputs: inputs, outputs: outputs.compactMap(\.first), rows: rows, span: span(from: start))
    }
}
