import Diagnostics
import Values

extension Parser {
    // MARK: Decision tables

    mutating func table(from start: Int) -> Item? {
        guard let name = name(Wording("表の名前", "the name of the table")) else { return nil }
        let label = quotedIfAny()
        let policy: TableDeclaration.HitPolicy
        if take(.unique) {
            policy = .unique
        } else if take(.first) {
            policy = .first
        } else if take(.collect) {
            policy = .collect
        } else {
            unexpected(Wording("方針（唯一・先勝ち・全件）", "a hit policy (unique, first, collect)"))
            return nil
        }
        let type = take(.colon) ? type() : nil
        var inputs: [ExpressionID] = []
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
            (inputs, outputs) = parser.tableHeader { $0.expression() }
            return !outputs.isEmpty
        }
        return .table(
            TableDeclaration(
                name: name, label: label, policy: policy, type: type, inputs: inputs, outputs: outputs, rows: rows, span: span(from: start)))
    }

    /// `| input | input || output | output |`
    mutating func tableHeader<Input>(_ input: (inout Parser) -> Input) -> ([Input], [[Name]]) {
        var inputs: [Input] = []
        var outputs: [[Name]] = []
        guard expect(.bar, "|") else { return ([], []) }
        while !at(.doubleBar) {
            inputs.append(input(&self))
            guard take(.bar) else { break }
        }
        guard expect(.doubleBar, "||") else { return (inputs, []) }
        repeat {
            if at(.clauseReference) || current.keyword == .clause {
                outputs.append([Name(text: Keyword.clause.japanese, span: TokenSpan(first: position, last: position))])
                advance()
            } else if let path = path() {
                outputs.append(path)
            } else {
                break
            }
        } while take(.bar) && !endsRow
        return (inputs, outputs)
    }

    private var endsRow: Bool { current.beginsLine || at(.rightBrace) || at(.semicolon) || current.kind == .endOfFile }

    /// - Parameter header: the names of the output columns.
    mutating func row(under header: [[Name]]) -> TableDeclaration.Row? {
        let start = position
        guard expect(.bar, "|") else { return nil }
        var cells: [Cell] = []
        var outputs: [Cell] = []
        while !at(.doubleBar) {
            guard let cell = cell() else { return nil }
            cells.append(cell)
            guard take(.bar) else { break }
        }
        guard expect(.doubleBar, "||") else { return nil }
        while !endsRow {
            let column = header.indices.contains(outputs.count) ? header[outputs.count] : []
            guard let cell = cell(ofClauses: column.count == 1 && Self.clauseColumns.contains(column[0].text)) else { return nil }
            outputs.append(cell)
            guard take(.bar) else {
                unexpected(Wording("「|」", "`|`"))
                return nil
            }
        }
        return .init(cells: cells, outputs: outputs, span: span(from: start))
    }

    private static let signs: [TokenKind: Comparison] = [
        .equal: .equal, .notEqual: .notEqual, .less: .less, .lessOrEqual: .lessOrEqual, .greater: .greater,
        .greaterOrEqual: .greaterOrEqual,
    ]

    /// The columns in which a number is a clause.
    private static let clauseColumns = Set([Keyword.clause, .ground, .allGrounds].flatMap { [$0.japanese, $0.english] })

    private mutating func cell(ofClauses: Bool = false) -> Cell? {
        let start = position
        if at(.minus), token(position + 1).kind == .bar || token(position + 1).kind == .doubleBar {
            advance()
            return Cell(kind: .any, span: span(from: start))
        }
        if at(.clauseReference) || startsBareClause || ofClauses && at(.numberLiteral) {
            return Cell(kind: .clauses(commaSeparated { $0.clauseMention() }), span: span(from: start))
        }
        if let sign = Self.signs[current.kind] {
            advance()
            let value = primary()
            return Cell(kind: .comparison(sign, value), span: span(from: start))
        }
        if at(.word), let keyword = current.keyword, let comparison = Self.suffixes[keyword], file.text(current).utf8.first ?? 0 < 0x80 {
            advance()
            let value = primary()
            return Cell(kind: .comparison(comparison, value), span: span(from: start))
        }
        if let comparison = englishCellOperator() {
            let value = primary()
            return Cell(kind: .comparison(comparison, value), span: span(from: start))
        }
        let value = at(.interpretation) || at(.leftParenthesis) ? expression() : cellValue()
        if at(.word), let keyword = current.keyword, let comparison = Self.suffixes[keyword] ?? Self.inclusions[keyword] {
            advance()
            return Cell(kind: .comparison(comparison, value), span: span(from: start))
        }
        return Cell(kind: .value(value), span: span(from: start))
    }

    /// `app2.os.pc.1`: three words or more with dots, or words that end in a number.
    private var startsBareClause: Bool {
        guard at(.word), token(position + 1).kind == .dot else { return false }
        var end = position + 1
        var hasNumber = false
        var count = 1
        while token(end).kind == .dot, token(end + 1).kind == .word || token(end + 1).kind == .numberLiteral {
            hasNumber = hasNumber || token(end + 1).kind == .numberLiteral
            count += 1
            end += 2
        }
        let written = foldWidth(file.text(range(TokenSpan(first: position, last: end - 1))))
        return written.utf8.allSatisfy { $0 < 0x80 } && (hasNumber || written.hasPrefix("app"))
    }

    private mutating func cellValue() -> ExpressionID {
        let start = position
        let left = primary()
        guard at(.plus) || at(.minus) else { return left }
        let isPlus = at(.plus)
        advance()
        let right = primary()
        return make(.arithmetic(isPlus ? .plus : .minus, left, right), from: start)
    }

    private mutating func englishCellOperator() -> Comparison? {
        guard at(.word) else { return nil }
        let start = position
        let words = (folded(current), folded(token(position + 1)), folded(token(position + 2)))
        switch words {
        case ("at", "least", _):
            position = start + 2
            return .atLeast
        case ("at", "most", _):
            position = start + 2
            return .atMost
        case ("less", "than", _):
            position = start + 2
            return .lessThan
        case ("more", "than", _):
            position = start + 2
            return .moreThan
        case ("on", "or", "after"):
            position = start + 3
            return .onOrAfter
        case ("on", "or", "before"):
            position = start + 3
            return .onOrBefore
        case ("later", "than", _):
            position = start + 2
            return .laterThan
        case ("earlier", "than", _):
            position = start + 2
            return .earlierThan
        case ("is", "one", "of"):
            position = start + 3
            return .oneOf
        case ("includes", "any", "of"):
            position = start + 3
            return .includesAny
        case ("includes", "all", "of"):
            position = start + 3
            return .includesAll
        case ("includes", _, _):
            position = start + 1
            return .includes
        default: return nil
        }
    }

    // MARK: Reference tables

    mutating func reference(from start: Int) -> Item? {
        guard let name = name(Wording("参照表の名前", "the name of the reference table")) else { return nil }
        var table = ReferenceDeclaration(
            name: name, label: quotedIfAny(), keys: [], columns: [], isPartial: false, span: span(from: start))
        block { parser in
            switch parser.current.keyword {
            case .source:
                parser.advance()
                table.source = parser.quoted(Wording("CSV ファイルの名前", "the name of a CSV file"))
                return table.source != nil
            case .key:
                parser.advance()
                table.keys += parser.typedNames()
            case .column:
                parser.advance()
                table.columns += parser.typedNames()
            case .latest:
                parser.advance()
                table.latest = parser.name(Wording("日付の列の名前", "the name of the column of dates"))
            case .until:
                parser.advance()
                table.until = parser.primary()
            case .partial:
                parser.advance()
                table.isPartial = true
            default: return parser.unknownAttribute([.source, .key, .column, .latest, .until, .partial])
            }
            return true
        }
        table.span = span(from: start)
        return .reference(table)
    }

    mutating func businessCalendar(from start: Int) -> Item? {
        guard let fact = path() else { return nil }
        var calendar = BusinessCalendarDeclaration(fact: fact, label: quotedIfAny(), span: span(from: start))
        if take(.source) { calendar.source = quoted(Wording("CSV ファイルの名前", "the name of a CSV file")) }
        calendar.span = span(from: start)
        return .businessCalendar(calendar)
    }

    private mutating func typedNames() -> [(name: Name, type: TypeMention)] {
        commaSeparated { parser in
            guard let name = parser.name(), parser.expect(.colon, ":") else { return nil }
            return (name, parser.type())
        }
    }
}
