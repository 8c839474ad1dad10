import Diagnostics

extension Parser {
    // MARK: Decisions

    mutating func decision(from start: Int) -> Item? {
        guard let name = name(Wording("判定の名前", "the name of the decision")) else { return nil }
        var declaration = DecisionDeclaration(name: name, label: quotedIfAny(), outcomes: [], isRanked: false, span: span(from: start))
        block { parser in
            switch parser.current.keyword {
            case .askedAs:
                parser.advance()
                let phrases = parser.commaSeparated { $0.quoted(Wording("お客様の尋ね方", "how callers ask for it")) }
                declaration.askedAs += phrases
                return !phrases.isEmpty
            case .outcomes:
                parser.advance()
                declaration.outcomes += parser.labelledNames()
            case .ranked:
                parser.advance()
                declaration.isRanked = true
            case .byDefault:
                parser.advance()
                guard let name = parser.name(Wording("結果の名前", "the name of an outcome")) else { return false }
                declaration.fallback = (name, parser.quotedIfAny())
                if parser.take(.ground) { declaration.ground = parser.clauseMention() }
            case .side:
                parser.advance()
                let sides = parser.commaSeparated { $0.side() }
                declaration.sides += sides
                return !sides.isEmpty
            case .favours:
                parser.advance()
                repeat {
                    guard let party = parser.name(Wording("当事者の名前", "the name of a party")),
                        let outcomes = parser.braced({ $0.name(Wording("結果か側の名前", "the name of an outcome or a side")) })
                    else { return false }
                    declaration.favours.append((party, outcomes))
                } while parser.at(.word) && parser.token(parser.position + 1).kind == .leftBrace
            default: return parser.unknownAttribute([.askedAs, .outcomes, .ranked, .byDefault, .side, .favours])
            }
            return true
        }
        declaration.span = span(from: start)
        return .decision(declaration)
    }

    /// `名前 「文」 { 結果, 名前 「文」 { … }, … }`
    private mutating func side() -> SideDeclaration? {
        guard depth < Self.deepest else {
            report(SyntaxDiagnostics.tooDeep(range(current), limit: Self.deepest))
            return nil
        }
        depth += 1
        defer { depth -= 1 }
        guard let name = name(Wording("側の名前", "the name of a side")),
            let text = quoted(Wording("その側のどの結果についても本当である文", "a text that is true of each of its outcomes")),
            let members = braced({ $0.sideMember() })
        else { return nil }
        return SideDeclaration(name: name, text: text, members: members)
    }

    private mutating func sideMember() -> SideDeclaration.Member? {
        if token(position + 1).kind == .string { return side().map { .side($0) } }
        return name(Wording("結果の名前", "the name of an outcome")).map { .outcome($0) }
    }

    /// `{ item, item, … }` on one line or several; what is wrong in it loses all of it.
    private mutating func braced<Element>(_ element: (inout Parser) -> Element?) -> [Element]? {
        guard expect(.leftBrace, "{") else { return nil }
        var elements: [Element] = []
        repeat {
            guard let one = element(&self) else { return nil }
            elements.append(one)
        } while take(.comma) && !at(.rightBrace)
        return expect(.rightBrace, "}") ? elements : nil
    }

    // MARK: Rules

    mutating func rule(from start: Int) -> Item? {
        guard let name = name(Wording("規則の名前", "the name of the rule")) else { return nil }
        var condition: ExpressionID?
        var conclusion: (decision: Name, outcome: Name)?
        // Also when it could not be read, which has a finding of its own.
        var hasConclusion = false
        var requirements: [RuleDeclaration.Requirement] = []
        var waivers: [RuleDeclaration.Waiver] = []
        var precedences: [Precedence] = []
        var readings: [(interpretation: Name, reading: Name)] = []
        block { parser in
            switch parser.current.keyword {
            case .when:
                parser.advance()
                condition = parser.expression()
            case .then:
                hasConclusion = true
                parser.advance()
                guard let decision = parser.name(Wording("判定の名前", "the name of a decision")), parser.expect(.equal, "="),
                    let outcome = parser.name(Wording("結果の名前", "the name of an outcome"))
                else { return false }
                conclusion = (decision, outcome)
            case .interpretation:
                guard let reading = parser.readingAttribute() else { return false }
                readings.append(reading)
            case .requirement:
                guard let requirement = parser.requirement() else { return false }
                requirements.append(requirement)
            case .waives:
                guard let waiver = parser.waiver() else { return false }
                waivers.append(waiver)
            default:
                guard let precedence = parser.precedence() else {
                    hasConclusion = true
                    return parser.unknownAttribute([
                        .when, .requirement, .then, .proviso, .overrides, .notwithstanding, .waives, .interpretation,
                    ])
                }
                precedences.append(precedence)
            }
            return true
        }
        guard let conclusion else {
            if !hasConclusion, blockFault == nil {
                diagnostics.append(
                    SyntaxDiagnostics.missing(range(name.span), expected: Wording("「ならば 判定 = 結果」", "`then DECISION = OUTCOME`")))
            }
            return nil
        }
        return .rule(
            RuleDeclaration(
                name: name, condition: condition, decision: conclusion.decision, outcome: conclusion.outcome, requirements: requirements,
                waivers: waivers, precedences: precedences, readings: readings, span: span(from: start)))
    }

    /// `要件 名 : 条件`
    private mutating func requirement() -> RuleDeclaration.Requirement? {
        advance()
        guard let name = name(Wording("要件の名前", "the name of the requirement")), expect(.colon, ":") else { return nil }
        return .init(name: name, condition: expression())
    }

    /// `免除 第10条第1項 要件 名`
    private mutating func waiver() -> RuleDeclaration.Waiver? {
        advance()
        guard let target = target() else { return nil }
        guard take(.requirement) else {
            unexpected(Wording("「要件 名前」", "`requirement NAME`"))
            return nil
        }
        return name(Wording("要件の名前", "the name of a requirement")).map { .init(target: target, requirement: $0) }
    }

    /// `解釈 名 = 案`
    mutating func readingAttribute() -> (interpretation: Name, reading: Name)? {
        advance()
        guard let name = name(Wording("解釈の名前", "the name of an interpretation")), expect(.equal, "="),
            let reading = self.name(Wording("案の名前", "the name of a reading"))
        else { return nil }
        return (name, reading)
    }

    private mutating func precedence() -> Precedence? {
        let start = position
        guard at(.word) else { return nil }
        switch current.keyword {
        case .proviso:
            advance()
            return Precedence(form: .proviso, targets: [], span: span(from: start))
        case .overrides, .notwithstanding:
            let form: Precedence.Form = at(.overrides) ? .overrides : .notwithstanding
            advance()
            let targets = commaSeparated { $0.target() }
            return Precedence(form: form, targets: targets, span: span(from: start))
        default: return nil
        }
    }

    private mutating func target() -> Target? {
        if at(.rule), token(position + 1).kind == .word || token(position + 1).kind == .string {
            advance()
            return name().map { .rule($0) }
        }
        return clauseMention().map { .clause($0) }
    }

    // MARK: Duties and their kin

    mutating func norm(_ kind: NormDeclaration.Kind, from start: Int) -> Item? {
        guard let name = name() else { return nil }
        var norm = NormDeclaration(kind: kind, name: name, precedences: [], readings: [], span: span(from: start))
        let party = Wording("当事者の名前", "the name of a party")
        block { parser in
            switch parser.current.keyword {
            case .who:
                parser.advance()
                norm.bearer = parser.name(party)
            case .to:
                parser.advance()
                norm.counterparty = parser.name(party)
            case .what:
                parser.advance()
                norm.content = parser.quoted(Wording("内容の文字列", "the content as a string"))
                return norm.content != nil
            case .when:
                parser.advance()
                norm.condition = parser.expression()
            case .by:
                parser.advance()
                norm.deadline = parser.quotedIfAny().map { .wording($0) } ?? .value(parser.expression())
            case .interpretation:
                guard let reading = parser.readingAttribute() else { return false }
                norm.readings.append(reading)
            case .amount where kind == .charge:
                parser.advance()
                if !parser.at(.unstated) { norm.amount = parser.expression() }
                if parser.take(.unstated) {
                    norm.unstated = parser.quoted(Wording("どこを見れば分かるかの文字列", "where to look it up, as a string"))
                    return norm.unstated != nil
                }
            case .computed:
                parser.advance()
                norm.computed = parser.quoted(Wording("何によって算定するかの文字列", "by what it is worked out, as a string"))
                return norm.computed != nil
            case .recurring where kind == .charge || kind == .duty:
                norm.recurrence = parser.recurrence()
                return norm.recurrence != nil
            default:
                guard let precedence = parser.precedence() else {
                    let own: [Keyword] = kind == .charge ? [.amount, .recurring] : kind == .duty ? [.recurring] : []
                    return parser.unknownAttribute([.who, .to, .what] + own + [.when, .by, .computed, .proviso, .overrides, .notwithstanding])
                }
                norm.precedences.append(precedence)
            }
            return true
        }
        norm.span = span(from: start)
        return .norm(norm)
    }

    /// `周期 毎月 2026-05 から 2027-04 まで`; in English the words stand before the months.
    private mutating func recurrence() -> NormDeclaration.Recurrence? {
        advance()
        let start = position
        guard takes(.monthly) else { return nil }
        let isEnglish = take(.from)
        let from = expression()
        guard takes(isEnglish ? .through : .from) else { return nil }
        let through = expression()
        guard isEnglish || takes(.through) else { return nil }
        return .init(from: from, through: through, span: span(from: start))
    }

    private mutating func takes(_ keyword: Keyword) -> Bool {
        if take(keyword) { return true }
        unexpected(Wording("「\(keyword.japanese)」", "`\(keyword.english)`"))
        return false
    }
}

extension NormDeclaration.Kind {
    /// The kind that a word declares.
    init?(_ keyword: Keyword?) {
        switch keyword {
        case .duty: self = .duty
        case .prohibition: self = .prohibition
        case .power: self = .power
        case .disclaimer: self = .disclaimer
        case .charge: self = .charge
        default: return nil
        }
    }
}
