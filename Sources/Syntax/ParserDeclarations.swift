import Diagnostics
import Values

extension Parser {
    mutating func parseItem() -> Item? {
        let start = position
        if at(.clauseReference) { return clauseHeader(isSpelledOut: false) }
        guard current.kind == .word, let keyword = current.keyword else { return nil }
        if Keyword.reserved.contains(keyword) {
            diagnostics.append(SyntaxDiagnostics.reserved(range(current), text(current)))
            advance()
            skip(to: { $0.startsDeclaration($1) })
            return nil
        }
        guard Keyword.declarations.contains(keyword) else { return nil }
        if keyword == .clause { return clauseHeader(isSpelledOut: true) }
        advance()
        blockFault = nil
        let item = declaration(keyword, from: start)
        if blockFault == .missing { return nil }
        if item == nil { skip(to: { $0.startsDeclaration($1) }) }
        return item
    }

    private mutating func declaration(_ keyword: Keyword, from start: Int) -> Item? {
        switch keyword {
        case .contract: contractHeader(from: start)
        case .nonoperative: quoted(Wording("理由の文字列", "the reason as a string")).map { .nonoperative(Nonoperative(reason: $0, span: span(from: start))) }
        case .words: words(from: start)
        case .sayings: sayings(from: start)
        case .enumeration: enumeration(from: start)
        case .facts: facts(isList: false, from: start)
        case .list: facts(isList: true, from: start)
        case .group: group(from: start)
        case .constraint: constraint(isInvariant: false, from: start)
        case .invariant: constraint(isInvariant: true, from: start)
        case .define: definition(from: start)
        case .usual: usual(from: start)
        case .decision: decision(from: start)
        case .rule: rule(from: start)
        case .duty: norm(.duty, from: start)
        case .prohibition: norm(.prohibition, from: start)
        case .power: norm(.power, from: start)
        case .disclaimer: norm(.disclaimer, from: start)
        case .charge: norm(.charge, from: start)
        case .table: table(from: start)
        case .reference: reference(from: start)
        case .businessCalendar: businessCalendar(from: start)
        case .interpretation: interpretation(from: start)
        case .test: test(from: start)
        default: nil
        }
    }

    /// Reports an attribute that cannot stand here; the block goes on at the next entry.
    mutating func unknownAttribute(_ allowed: [Keyword]) -> Bool {
        if let keyword = current.keyword, at(.word), Keyword.reserved.contains(keyword) {
            report(SyntaxDiagnostics.reserved(range(current), text(current)))
        } else {
            report(SyntaxDiagnostics.unknownAttribute(range(current), found: text(current), allowed: allowed))
        }
        return false
    }

    // MARK: Header and clauses

    private static let decisionName = Wording("判定の名前", "the name of a decision")

    private mutating func contractHeader(from start: Int) -> Item? {
        guard let name = name(Wording("規約の名前", "the name of the contract")) else { return nil }
        var header = ContractHeader(name: name, span: span(from: start))
        block { parser in
            switch parser.current.keyword {
            case .title:
                parser.advance()
                header.title = parser.quoted(Wording("表題の文字列", "the title as a string"))
                return header.title != nil
            case .edition, .version:
                parser.advance()
                header.edition = parser.quoted(Wording("版の文字列", "the edition as a string"))
                return header.edition != nil
            case .effective:
                parser.advance()
                header.effective = parser.primary()
            case .parties:
                parser.advance()
                header.parties = parser.labelledNames()
            case .answering:
                parser.advance()
                header.answering = parser.name(Wording("答える当事者の名前", "the name of the party that answers"))
                return header.answering != nil
            case .main:
                parser.advance()
                header.main = parser.name(Self.decisionName)
                return header.main != nil
            case .application:
                parser.advance()
                header.application = parser.name(Self.decisionName)
                return header.application != nil
            case .environment:
                parser.advance()
                header.environment = parser.name(Self.decisionName)
                return header.environment != nil
            default: return parser.unknownAttribute([.title, .edition, .effective, .parties, .answering, .main, .application, .environment])
            }
            return true
        }
        header.span = span(from: start)
        return .contract(header)
    }

    /// `甲 「顧客」, 乙 「提供者」`
    mutating func labelledNames() -> [(name: Name, label: Quoted?)] {
        commaSeparated { parser in
            guard let name = parser.name() else { return nil }
            return (name, parser.quotedIfAny())
        }
    }

    private mutating func clauseHeader(isSpelledOut: Bool) -> Item? {
        let start = position
        if isSpelledOut { advance() }
        guard let clause = clauseMention() else {
            skip(to: { $0.startsDeclaration($1) })
            return nil
        }
        var header = ClauseHeader(clause: clause, isSpelledOut: isSpelledOut, isSole: false, span: span(from: start))
        if isSpelledOut, take(.cite) { header.citation = quoted(Wording("引用の文字列", "the citation as a string")) }
        if at(.word), !current.beginsLine, !at(.sole), !at(.also) { header.heading = name() }
        if !current.beginsLine, take(.sole) { header.isSole = true }
        if !current.beginsLine, take(.also) { header.also = clauseMention() }
        if !current.beginsLine || at(.string) { header.gist = quotedIfAny() }
        header.span = span(from: start)
        return .clause(header)
    }

    // MARK: Vocabulary

    /// 語: a word and what is also said for it.
    private mutating func words(from start: Int) -> Item? {
        guard let name = name(Wording("語", "a word")) else { return nil }
        var members: [Quoted] = []
        repeat {
            guard let member = quoted(Wording("語を「」で", "a word in quotes")) else { break }
            members.append(member)
        } while at(.comma) && token(position + 1).kind == .string && take(.comma)
        return .words(WordsDeclaration(name: name, members: members, span: span(from: start)))
    }

    private mutating func sayings(from start: Int) -> Item? {
        guard let path = path() else { return nil }
        var spellings: [Spelling] = []
        block { parser in
            let before = spellings.count
            spellings += parser.spellings()
            return spellings.count > before
        }
        return .sayings(SayingsDeclaration(path: path, spellings: spellings, span: span(from: start)))
    }

    private mutating func enumeration(from start: Int) -> Item? {
        guard let name = name(Wording("列挙の名前", "the name of the enumeration")) else { return nil }
        let label = quotedIfAny()
        var cases: [EnumerationDeclaration.Case] = []
        block { parser in
            let start = parser.position
            guard let name = parser.name(Wording("場合の名前", "the name of a case")) else { return false }
            // A string on a line of its own is the next case.
            let label = parser.current.beginsLine ? nil : parser.quotedIfAny()
            var spellings: [Spelling] = []
            while parser.take(.pattern) { spellings += parser.spellings() }
            _ = parser.take(.comma)
            cases.append(.init(name: name, label: label, spellings: spellings, span: parser.span(from: start)))
            return true
        }
        return .enumeration(EnumerationDeclaration(name: name, label: label, cases: cases, span: span(from: start)))
    }

    private mutating func facts(isList: Bool, from start: Int) -> Item? {
        guard let path = path() else { return nil }
        let label = quotedIfAny()
        let question = take(.ask) ? quoted(Wording("質問の文字列", "the question as a string")) : nil
        let askedOf = take(.askedOf) ? party() : nil
        var facts: [FactsDeclaration.Fact] = []
        block { parser in
            guard let fact = parser.fact() else { return false }
            facts.append(fact)
            return true
        }
        return .facts(FactsDeclaration(isList: isList, path: path, label: label, question: question, askedOf: askedOf, facts: facts, span: span(from: start)))
    }

    private mutating func fact() -> FactsDeclaration.Fact? {
        let start = position
        guard let name = name(Wording("事実の名前", "the name of a fact")), expect(.colon, ":") else { return nil }
        var fact = FactsDeclaration.Fact(name: name, type: type(), span: span(from: start))
        // A string before a colon is the name of the next fact.
        if token(position + 1).kind != .colon { fact.label = quotedIfAny() }
        attributes: while at(.word), token(position + 1).kind != .colon {
            switch current.keyword {
            case .ask:
                advance()
                fact.question = quoted(Wording("質問の文字列", "the question as a string"))
            case .askedOf:
                advance()
                fact.askedOf = party()
            case .given:
                advance()
                fact.premise = expression()
            case .changeable:
                advance()
                fact.isChangeable = true
            case .personal:
                advance()
                fact.isPersonal = true
            case .topic:
                let start = position
                advance()
                fact.topic = span(from: start)
            case .discretion:
                advance()
                fact.discretion = party()
            case .finding:
                advance()
                fact.finding = party()
            case .pattern:
                advance()
                fact.spellings += spellings()
            default:
                // What begins a line and is no attribute is the next fact.
                if current.beginsLine { break attributes }
                _ = unknownAttribute([.ask, .askedOf, .given, .changeable, .personal, .discretion, .finding, .topic, .pattern])
                skip(to: { $0.token($1).beginsLine || $0.token($1).kind == .rightBrace || $0.token($1).kind == .semicolon })
                break attributes
            }
        }
        fact.span = span(from: start)
        return fact
    }

    private mutating func party() -> Name? { name(Wording("当事者の名前", "the name of a party")) }

    mutating func type() -> TypeMention {
        let start = position
        func kind(_ keyword: Keyword?) -> TypeMention.Kind? {
            switch keyword {
            case .bool: .bool
            case .date: .date
            case .month: .month
            case .time: .time
            case .integer: .integer
            case .version, .edition: .version
            case .text: .text
            default: nil
            }
        }
        if at(.word), let simple = kind(current.keyword) {
            advance()
            return TypeMention(kind: simple, span: span(from: start))
        }
        if take(.number) {
            var unit: String?
            if at(.percent) || at(.word) && isUnit(current), !current.beginsLine, token(position + 1).kind != .colon {
                unit = folded(current)
                advance()
            }
            return TypeMention(kind: .number(unit: unit), span: span(from: start))
        }
        if take(.set) {
            let of = name(Wording("列挙の名前", "the name of an enumeration"))
            return TypeMention(kind: of.map { .set($0) } ?? .missing, span: span(from: start))
        }
        guard let of = name(Wording("型", "a type")) else { return TypeMention(kind: .missing, span: span(from: start)) }
        return TypeMention(kind: .enumeration(of), span: span(from: start))
    }

    /// A unit is no keyword, but for `days`.
    private func isUnit(_ token: Token) -> Bool { token.keyword == nil || Units.period(folded(token)) != nil }

    private mutating func group(from start: Int) -> Item? {
        guard let name = name() else { return nil }
        let label = quotedIfAny()
        let question = take(.ask) ? quoted(Wording("質問の文字列", "the question as a string")) : nil
        var members: [[Name]] = []
        block { parser in
            guard let path = parser.path() else { return false }
            members.append(path)
            _ = parser.take(.comma)
            return true
        }
        return .group(GroupDeclaration(name: name, label: label, question: question, members: members, span: span(from: start)))
    }

    private mutating func constraint(isInvariant: Bool, from start: Int) -> Item? {
        guard let label = quoted(Wording("何を定めるかの文字列", "what it says, as a string")) else { return nil }
        var condition: ExpressionID?
        var consequence: ExpressionID?
        var holdsConversely = false
        block { parser in
            if parser.take(.when) {
                condition = parser.expression()
            } else if parser.take(.then) {
                consequence = parser.expression()
            } else if !isInvariant, parser.take(.conversely) {
                holdsConversely = true
            } else {
                return parser.unknownAttribute([.when, .then] + (isInvariant ? [] : [.conversely]))
            }
            return true
        }
        guard let consequence else {
            if blockFault == nil {
                diagnostics.append(SyntaxDiagnostics.missing(range(span(from: start)), expected: Wording("「ならば 条件」", "`then CONDITION`")))
            }
            return nil
        }
        if holdsConversely, condition == nil {
            diagnostics.append(SyntaxDiagnostics.missing(range(span(from: start)), expected: Wording("「もし 条件」", "`when CONDITION`")))
        }
        return .constraint(
            ConstraintDeclaration(
                isInvariant: isInvariant, label: label, condition: condition, consequence: consequence, holdsConversely: holdsConversely,
                span: span(from: start)))
    }

    private mutating func definition(from start: Int) -> Item? {
        guard let name = name(Wording("定義の名前", "the name of the definition")) else { return nil }
        let label = quotedIfAny()
        guard expect(.equal, "=") else { return nil }
        let value = expression()
        return .definition(DefinitionDeclaration(name: name, label: label, value: value, span: span(from: start)))
    }

    /// `通例 事実 = 値 { もし … ; 判定 … ; 理由 「…」 ; 承認 「…」 }`
    private mutating func usual(from start: Int) -> Item? {
        guard let fact = path(), expect(.equal, "=") else { return nil }
        var usual = UsualDeclaration(fact: fact, value: primary(), span: span(from: start))
        entryKeywords = [.decision]
        defer { entryKeywords = [] }
        block { parser in
            switch parser.current.keyword {
            case .when:
                parser.advance()
                usual.condition = parser.expression()
            case .decision:
                parser.advance()
                usual.decisions += parser.commaSeparated { $0.name(Self.decisionName) }
            case .reason:
                parser.advance()
                usual.reason = parser.quoted(Wording("なぜふつうはそうかの文字列", "why it usually is so, as a string"))
            case .approved:
                parser.advance()
                usual.approval = parser.quoted(Wording("だれがいつ認めたかの文字列", "who approved it and when, as a string"))
            default: return parser.unknownAttribute([.when, .decision, .reason, .approved])
            }
            return true
        }
        usual.span = span(from: start)
        return .usual(usual)
    }

    // MARK: Interpretations

    private mutating func interpretation(from start: Int) -> Item? {
        guard let name = name(Wording("解釈の名前", "the name of the interpretation")) else { return nil }
        var declaration = InterpretationDeclaration(name: name, clauses: [], readings: [], span: span(from: start))
        block { parser in
            switch parser.current.keyword {
            case .issue:
                parser.advance()
                declaration.issue = parser.quoted(Wording("論点の文字列", "the issue as a string"))
                return declaration.issue != nil
            case .clause:
                parser.advance()
                declaration.clauses += parser.commaSeparated { $0.clauseMention() }
            case .reading:
                guard let reading = parser.reading() else { return false }
                declaration.readings.append(reading)
            default: return parser.unknownAttribute([.issue, .clause, .reading])
            }
            return true
        }
        declaration.span = span(from: start)
        return .interpretation(declaration)
    }

    private mutating func reading() -> InterpretationDeclaration.Reading? {
        let start = position
        advance()
        guard let name = name(Wording("案の名前", "the name of the reading")) else { return nil }
        let label = quotedIfAny()
        let isAdopted = take(.adopted)
        let reason = take(.reason) ? quoted(Wording("理由の文字列", "the reason as a string")) : nil
        var reading = InterpretationDeclaration.Reading(name: name, label: label, isAdopted: isAdopted, reason: reason, span: span(from: start))
        if take(.bears) {
            guard let bears = bears() else { return nil }
            reading.bears = bears
        }
        reading.span = span(from: start)
        return reading
    }

    /// `なし`, or `義務 名, 費用 名, …`
    private mutating func bears() -> [NormMention]? {
        if take(.nothing) { return [] }
        let mentions = commaSeparated { parser -> NormMention? in
            guard parser.at(.word), let kind = NormDeclaration.Kind(parser.current.keyword), kind == .duty || kind == .charge else {
                parser.unexpected(Wording("「なし」か、「義務」か「費用」とその名前", "`none`, or `duty` or `charge` with its name"))
                return nil
            }
            parser.advance()
            return parser.name().map { NormMention(kind: kind, name: $0) }
        }
        return mentions.isEmpty ? nil : mentions
    }
}
