import Diagnostics
import Syntax
import Values
import Vocabulary

extension Checker {
    // MARK: Enumerations first: types need them

    mutating func declareTypes(_ item: Item) {
        if case .words(let declaration) = item { return declareWords(declaration) }
        guard case .enumeration(let declaration) = item else { return }
        let name = declaration.name.text
        if let first = declared["列挙 " + name] {
            return report(ContractDiagnostics.duplicate(range(declaration.name.span), Wording("列挙", "enumeration"), name, first: first))
        }
        declared["列挙 " + name] = range(declaration.name.span)
        var cases: [Enumeration.Case] = []
        var seen: [String: SourceRange] = [:]
        for one in declaration.cases {
            if let first = seen[one.name.text] {
                report(ContractDiagnostics.duplicate(range(one.name.span), Wording("場合", "case"), one.name.text, first: first))
                continue
            }
            seen[one.name.text] = range(one.name.span)
            let spellings = one.spellings + sayings[name + "." + one.name.text, default: []]
            cases.append(.init(name: one.name.text, label: one.label?.text, patterns: spellings.patterns, phrases: spellings.phrases))
        }
        if cases.count > Enumeration.mostCases {
            report(ContractDiagnostics.tooMany(range(declaration.name.span), limit: Enumeration.mostCases))
            cases = Array(cases.prefix(Enumeration.mostCases))
        }
        enumerationNames[name] = Place(contract.enumerations.count)
        contract.enumerations.append(Enumeration(name: name, label: declaration.label?.text, cases: cases))
    }

    // MARK: Everything else that has a name

    mutating func declareNames(_ item: Item) {
        if factNames.isEmpty { declareJudgement() }
        switch item {
        case .facts(let declaration): declareFacts(declaration)
        case .decision(let declaration): declareDecision(declaration)
        case .interpretation(let declaration): declareInterpretation(declaration)
        case .reference(let declaration):
            guard claim(declaration.name, Wording("参照表", "reference table")) else { return }
            tableNames[declaration.name.text] = Place(contract.tables.count)
            contract.tables.append(readTable(declaration))
        case .definition(let declaration):
            guard claim(declaration.name, Wording("定義", "definition")) else { return }
            addPending(.init(name: declaration.name, label: declaration.label?.text, body: .expression(declaration.value), tree: tree))
        case .table(let declaration) where declaration.type != nil:
            guard claim(declaration.name, Wording("表", "table")) else { return }
            addPending(.init(name: declaration.name, label: declaration.label?.text, body: .table(declaration), tree: tree))
        default: break
        }
    }

    private mutating func addPending(_ pending: PendingDefinition) {
        definitionNames[pending.name.text] = Place(pendingDefinitions.count)
        pendingDefinitions.append(pending)
        definitionStates.append(.waiting)
        definitionDepths.append(Depth(nodes: 1))
    }

    /// The day and the time to judge by are facts of every contract.
    private mutating func declareJudgement() {
        contract.facts = [
            Fact(name: Keyword.asOf.japanese, type: .date, kind: .judgement), Fact(name: Keyword.asOfTime.japanese, type: .time, kind: .judgement),
        ]
        contract.premises = [nil, nil]
        factNames = [Keyword.asOf.japanese: .asOf, Keyword.asOfTime.japanese: .asOfTime]
        let nowhere = SourceRange(file: SourceID(0), start: 0, end: 0)
        factRanges = [nowhere, nowhere]
    }

    /// Takes a name of the common name space; false where it is taken.
    mutating func claim(_ name: Name, _ what: Wording) -> Bool {
        if let first = declared[name.text] {
            report(ContractDiagnostics.duplicate(range(name.span), what, name.text, first: first))
            return false
        }
        declared[name.text] = range(name.span)
        return true
    }

    private mutating func declareFacts(_ declaration: FactsDeclaration) {
        let prefix = declaration.path.map(\.text).joined(separator: ".")
        var list: Place<RecordList>?
        _ = party(declaration.askedOf)
        if declaration.isList {
            guard let first = declaration.path.first, claim(first, Wording("一覧", "list")) else { return }
            if declaration.path.count > 1 {
                report(
                    ContractDiagnostics.unsupportedNesting(
                        range(declaration.path[1].span), Wording("記録の中に一覧は入れられません", "a list cannot stand inside a record")))
            }
            list = Place(contract.lists.count)
        }
        var fields: [Place<Fact>] = []
        for fact in declaration.facts {
            let name = prefix + "." + fact.name.text
            if let first = declared[name] {
                report(ContractDiagnostics.duplicate(range(fact.name.span), Wording("事実", "fact"), name, first: first))
                continue
            }
            guard let type = type(fact.type) else {
                lostNames.insert(fact.name.text)
                continue
            }
            if case .set(let of) = type, contract.enumerations[of].cases.count > Enumeration.largestSet {
                report(ContractDiagnostics.tooMany(range(fact.type.span), limit: Enumeration.largestSet))
            }
            var kind = FactKind.plain
            if let by = party(fact.discretion) { kind = .discretion(by: by) }
            if let by = party(fact.finding) { kind = .finding(by: by) }
            let askedOf = askedOf(fact, kind) ?? declaration.askedOf?.text
            let place = Place<Fact>(contract.facts.count)
            declared[name] = range(fact.name.span)
            factNames[name] = place
            fields.append(place)
            factRanges.append(range(fact.name.span))
            let spellings = fact.spellings + sayings[name, default: []]
            contract.facts.append(
                Fact(
                    name: name, type: type, label: fact.label?.text, question: fact.question?.text, kind: kind, askedParty: askedOf,
                    isChangeable: fact.isChangeable, isPersonal: fact.isPersonal, isTopic: isTopic(fact, type),
                    patterns: spellings.patterns, phrases: spellings.phrases, list: list))
            contract.premises.append(nil)
            if let premise = fact.premise { pendingPremises.append((place, premise, tree)) }
        }
        if list != nil {
            listNames[prefix] = Place(contract.lists.count)
            contract.lists.append(
                RecordList(
                    name: prefix, label: declaration.label?.text, question: declaration.question?.text, askedParty: declaration.askedOf?.text,
                    fields: fields))
            listRanges.append(range(declaration.path.span))
        }
    }

    /// The party that a fact names itself. What only a responsible person may answer is no other party's question.
    private mutating func askedOf(_ fact: FactsDeclaration.Fact, _ kind: FactKind) -> String? {
        guard let named = fact.askedOf, let asked = party(named) else { return nil }
        switch kind {
        case .plain, .judgement: break
        case .discretion(let by), .finding(let by):
            guard by != asked else { break }
            let own = Wording("「裁量」「認定」と同じ当事者（\(by)）", "the party of the discretion or finding (\(by))")
            report(ContractDiagnostics.mismatch(range(named.span), expected: own, found: Wording("「\(asked)」", "`\(asked)`")))
        }
        return asked
    }

    /// 主題: what is asked is one of several cases, or a version.
    private mutating func isTopic(_ fact: FactsDeclaration.Fact, _ type: FactType) -> Bool {
        guard let topic = fact.topic else { return false }
        switch type {
        case .enumeration, .version: return true
        default:
            report(
                ContractDiagnostics.mismatch(
                    range(topic), expected: Wording("「主題」には列挙か版の事実", "a fact of an enumeration or a version, as a `topic` is,"), found: name(type)))
            return false
        }
    }

    private mutating func declareDecision(_ declaration: DecisionDeclaration) {
        guard claim(declaration.name, Wording("判定", "decision")) else { return }
        var outcomes: [Decision.Outcome] = []
        for (name, label) in declaration.outcomes {
            if outcomes.contains(where: { $0.name == name.text }) {
                report(ContractDiagnostics.duplicate(range(name.span), Wording("結果", "outcome"), name.text, first: range(declaration.name.span)))
                continue
            }
            outcomes.append(.init(name: name.text, label: label?.text))
        }
        var fallback = 0
        if let (name, label) = declaration.fallback {
            if let known = outcomes.firstIndex(where: { $0.name == name.text }) {
                fallback = known
            } else {
                fallback = outcomes.count
                outcomes.append(.init(name: name.text, label: label?.text))
            }
        } else if !isLost(.byDefault) {
            report(
                ContractDiagnostics.missingPart(range(declaration.name.span), Wording("「既定」（どの規則も適用されないときの結果）", "`default` (the outcome when no rule applies)"))
            )
        }
        if outcomes.count > Decision.mostOutcomes {
            report(ContractDiagnostics.tooMany(range(declaration.name.span), limit: Decision.mostOutcomes))
            outcomes = Array(outcomes.prefix(Decision.mostOutcomes))
            fallback = min(fallback, outcomes.count - 1)
        }
        if outcomes.isEmpty { outcomes.append(.init(name: "-", label: nil)) }
        let sides = sides(declaration, outcomes)
        favour(declaration, sides, &outcomes)
        decisionNames[declaration.name.text] = Place(contract.decisions.count)
        contract.decisions.append(
            Decision(
                name: declaration.name.text, label: declaration.label?.text, askedAs: declaration.askedAs.map(\.text), outcomes: outcomes,
                isRanked: declaration.isRanked, fallback: fallback, ground: clause(declaration.ground), sides: sides))
    }

    private mutating func declareInterpretation(_ declaration: InterpretationDeclaration) {
        let name = declaration.name
        if let first = declared["解釈 " + name.text] {
            return report(ContractDiagnostics.duplicate(range(name.span), Wording("解釈", "interpretation"), name.text, first: first))
        }
        declared["解釈 " + name.text] = range(name.span)
        let adopted = declaration.readings.indices.filter { declaration.readings[$0].isAdopted }
        if adopted.count != 1, !isLost(.reading) { report(ContractDiagnostics.adoptedReading(range(name.span), name.text, count: adopted.count)) }
        if declaration.issue == nil, !isLost(.issue) {
            report(ContractDiagnostics.missingPart(range(name.span), Wording("「論点」", "`issue`")))
        }
        interpretationNames[name.text] = Place(contract.interpretations.count)
        contract.interpretations.append(
            Interpretation(
                name: name.text, issue: declaration.issue?.text ?? "", clauses: declaration.clauses.compactMap { clause($0) },
                readings: declaration.readings.map { .init(name: $0.name.text, label: $0.label?.text, reason: $0.reason?.text) },
                adopted: adopted.first ?? 0))
    }

    mutating func checkPremises() {
        for (fact, premise, tree) in pendingPremises {
            self.tree = tree
            scope = contract.facts[fact].list.map { [$0] } ?? []
            contract.premises[fact.value] = condition(premise)
            scope = []
        }
    }

    mutating func checkGroups() {
        eachItem { checker, item in
            guard case .group(let declaration) = item else { return }
            var members: [Place<Fact>] = []
            for path in declaration.members {
                guard let fact = checker.fact(path, in: nil) else { continue }
                guard checker.contract.facts[fact].type == .bool else {
                    checker.report(
                        ContractDiagnostics.mismatch(
                            checker.range(path.span), expected: Wording("真偽の事実", "a yes/no fact"),
                            found: checker.name(checker.contract.facts[fact].type)))
                    continue
                }
                members.append(fact)
            }
            if members.count > Enumeration.largestSet {
                checker.report(ContractDiagnostics.tooMany(checker.range(declaration.name.span), limit: Enumeration.largestSet))
            }
            checker.groupRanges.append(checker.range(declaration.name.span))
            checker.contract.groups.append(
                FactGroup(name: declaration.name.text, label: declaration.label?.text, question: declaration.question?.text, members: members))
        }
    }

    // MARK: Types

    mutating func type(_ mention: TypeMention) -> FactType? {
        switch mention.kind {
        case .bool: return .bool
        case .date: return .date
        case .month: return .month
        case .time: return .time
        case .integer: return .integer
        case .version: return .version
        case .text: return .text
        case .number(let unit): return .number(unit: unit)
        case .enumeration(let name): return enumeration(name).map { .enumeration($0) }
        case .set(let name): return enumeration(name).map { .set($0) }
        case .missing: return nil
        }
    }

    private mutating func enumeration(_ name: Name) -> Place<Enumeration>? {
        if let found = enumerationNames[name.text] { return found }
        report(
            ContractDiagnostics.unknownName(
                range(name.span), Wording("型", "type"), name.text, nearest: nearest(to: name.text, in: Array(enumerationNames.keys))))
        return nil
    }

    func name(_ type: FactType) -> Wording {
        switch type {
        case .bool: Wording("真偽", "yes or no")
        case .enumeration(let of): Wording("「\(contract.enumerations[of].name)」", "`\(contract.enumerations[of].name)`")
        case .set(let of): Wording("「\(contract.enumerations[of].name)」の集合", "a set of `\(contract.enumerations[of].name)`")
        case .date: Wording("日付", "a date")
        case .month: Wording("年月", "a month")
        case .time: Wording("時刻", "a time of day")
        case .version: Wording("版", "a version")
        case .number(let unit): Wording("数" + (unit.map { "（\($0)）" } ?? ""), "a number" + (unit.map { " (\($0))" } ?? ""))
        case .integer: Wording("整数", "an integer")
        case .text: Wording("文字", "a text")
        }
    }
}

extension [Name] {
    /// All of a path.
    var span: TokenSpan { TokenSpan(first: first?.span.first ?? 0, last: last?.span.last ?? 0) }
    /// The path as written.
    var text: String { map(\.text).joined(separator: ".") }
}
