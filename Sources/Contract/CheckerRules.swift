import Clauses
import Diagnostics
import Syntax
import Values
import Vocabulary

extension Checker {
    /// Names all rules: conditions name rules, so this comes before any condition is read.
    mutating func nameRules() {
        eachClause { checker, item, clause in checker.nameRule(item, clause) }
    }

    mutating func checkRules() {
        eachClause { checker, item, clause in
            checker.placeDefinition(item, clause)
            checker.readRule(item, clause)
        }
        eachClause { checker, item, clause in checker.readPrecedence(item, clause) }
        eachItem { checker, item in
            switch item {
            case .constraint(let declaration): checker.readConstraint(declaration)
            case .usual(let declaration): checker.readUsual(declaration)
            case .interpretation(let declaration): checker.readBurdens(declaration)
            case .test(let declaration): checker.readTest(declaration)
            case .contract(let header):
                for (purpose, name) in [(DecisionPurpose.main, header.main), (.application, header.application), (.environment, header.environment)] {
                    if let name { checker.contract.purposes[purpose] = checker.decision(name) }
                }
            default: break
            }
        }
    }

    /// Visits items with the clause that they belong to.
    private mutating func eachClause(_ visit: (inout Checker, Item, Place<Clause>?) -> Void) {
        for index in trees.indices {
            tree = index
            var clause: Place<Clause>?
            for item in trees[index].items {
                if case .clause(let header) = item { clause = clauseNames[header.clause.id] }
                visit(&self, item, clause)
            }
        }
    }

    mutating func decision(_ name: Name) -> Place<Decision>? {
        if let place = decisionNames[name.text] { return place }
        report(
            ContractDiagnostics.unknownName(
                range(name.span), Wording("判定", "decision"), name.text, nearest: nearest(to: name.text, in: Array(decisionNames.keys))))
        return nil
    }

    func outcome(_ name: Name, of decision: Place<Decision>) -> (Int?, Diagnostic?) {
        let all = contract.decisions[decision].outcomes.map(\.name)
        if let number = all.firstIndex(of: name.text) { return (number, nil) }
        return (
            nil,
            ContractDiagnostics.unknownOutcome(
                range(name.span), name.text, of: contract.decisions[decision].name, nearest: nearest(to: name.text, in: all), all: all)
        )
    }

    mutating func add(_ rule: CheckedRule) {
        rulePlaces[rule.range] = Place(contract.rules.count)
        if ruleNames[rule.rule.name] == nil { ruleNames[rule.rule.name] = Place(contract.rules.count) }
        contract.rules.append(rule)
    }

    private mutating func nameRule(_ item: Item, _ clause: Place<Clause>?) {
        switch item {
        case .rule(let declaration):
            let name = declaration.name
            if let first = declared["規則 " + name.text] {
                report(ContractDiagnostics.duplicate(range(name.span), Wording("規則", "rule"), name.text, first: first))
            }
            declared["規則 " + name.text] = range(name.span)
            if clause == nil { report(ContractDiagnostics.outsideClause(range(name.span), name.text)) }
            guard let decision = decision(declaration.decision) else {
                lostNames.insert(name.text)
                return
            }
            let (number, finding) = outcome(declaration.outcome, of: decision)
            if let finding { report(finding) }
            add(
                CheckedRule(
                    rule: Rule(name: name.text, clause: clause, decision: decision, outcome: number ?? 0),
                    condition: .constant(true), defeats: [], range: range(name.span)))
        case .table(let declaration) where declaration.type == nil:
            _ = claim(declaration.name, Wording("表", "table"))
            if clause == nil { report(ContractDiagnostics.outsideClause(range(declaration.name.span), declaration.name.text)) }
            nameRows(declaration, under: clause)
        default: break
        }
    }

    mutating func readings(_ pairs: [(interpretation: Name, reading: Name)]) -> [Condition] {
        pairs.compactMap { reading($0.interpretation, $0.reading) }
    }

    private mutating func readRule(_ item: Item, _ clause: Place<Clause>?) {
        switch item {
        case .rule(let declaration):
            guard let place = rulePlaces[range(declaration.name.span)] else { return }
            var parts = readings(declaration.readings)
            if let condition = declaration.condition { parts.append(self.condition(condition)) }
            contract.rules[place.value].condition = parts.count == 1 ? parts[0] : .and(parts)
            readRequirements(declaration, place)
        case .table(let declaration) where declaration.type == nil: readRows(declaration)
        case .norm(let declaration): readNorm(declaration, clause)
        default: break
        }
    }

    // MARK: Precedence

    /// The rules that a target names: those of the clause and of all below it, without its own provisos.
    mutating func rules(of target: Target, excluding own: Place<Rule>?) -> [Place<Rule>] {
        switch target {
        case .rule(let name):
            if let place = ruleNames[name.text] { return [place] }
            let rows = contract.rules.indices.filter { contract.rules[$0].rule.name.hasPrefix(name.text + "#") }
            if !rows.isEmpty { return rows.map { Place($0) } }
            report(
                ContractDiagnostics.unknownName(
                    range(name.span), Wording("規則", "rule"), name.text, nearest: nearest(to: name.text, in: Array(ruleNames.keys))))
            return []
        case .clause(let mention):
            guard let place = clause(mention) else { return [] }
            return rules(under: contract.clauses[place].id, excluding: own)
        }
    }

    private func rules(under id: String, excluding own: Place<Rule>?) -> [Place<Rule>] {
        contract.rules.indices.map { Place<Rule>($0) }.filter { place in
            guard place != own, let clause = contract.rules[place.value].rule.clause else { return false }
            return isBelow(contract.clauses[clause].id, id)
        }
    }

    private func isBelow(_ id: String, _ top: String) -> Bool {
        id == top || id.hasPrefix(top + ".") && !id.dropFirst(top.utf8.count).split(separator: ".").contains("proviso")
    }

    private mutating func readPrecedence(_ item: Item, _ clause: Place<Clause>?) {
        switch item {
        case .rule(let declaration):
            guard let place = rulePlaces[range(declaration.name.span)] else { return }
            for waiver in declaration.waivers { readWaiver(waiver, place) }
            for precedence in declaration.precedences {
                let targets = self.targets(precedence, under: clause, excluding: place)
                let norms = self.norms(precedence, under: clause)
                if targets.isEmpty, norms.isEmpty, precedence.form == .proviso { report(ContractDiagnostics.provisoWithoutBody(range(precedence.span))) }
                contract.rules[place.value].defeats.append(
                    Defeat(form: .init(precedence.form), targets: targets.map { Place<CheckedRule>($0.value) }))
                for norm in norms {
                    contract.norms[norm].condition = .and([contract.norms[norm].condition, .not(.applies(place))])
                }
            }
        case .norm(let declaration):
            guard let own = normPlaces[range(declaration.name.span)] else { return }
            for precedence in declaration.precedences {
                let norms = self.norms(precedence, under: clause).filter { $0 != own }
                if norms.isEmpty { report(ContractDiagnostics.provisoWithoutBody(range(precedence.span))) }
                for norm in norms {
                    contract.norms[norm].condition = .and([contract.norms[norm].condition, .not(contract.norms[own].condition)])
                }
            }
        default: break
        }
    }

    /// The clause that a proviso limits: paragraph 1 where the proviso names none, and the article where its rules stand there.
    private func body(of clause: Place<Clause>?) -> String? {
        guard let clause, let proviso = ClauseID(contract.clauses[clause].id), let body = proviso.body else { return nil }
        guard clauseNames[body.text] == nil, body.segments.last == "1", let article = body.parent else { return body.text }
        return article.text
    }

    private mutating func targets(_ precedence: Precedence, under clause: Place<Clause>?, excluding own: Place<Rule>) -> [Place<Rule>] {
        guard precedence.form == .proviso else { return precedence.targets.flatMap { rules(of: $0, excluding: own) } }
        return body(of: clause).map { rules(under: $0, excluding: own) } ?? []
    }

    private func norms(_ precedence: Precedence, under clause: Place<Clause>?) -> [Int] {
        let tops: [String] =
            precedence.form == .proviso
            ? [body(of: clause)].compactMap { $0 }
            : precedence.targets.compactMap { if case .clause(let mention) = $0 { primary(mention.id) } else { nil } }
        return contract.norms.indices.filter { number in
            guard let place = contract.norms[number].norm.clause else { return false }
            return tops.contains { isBelow(contract.clauses[place].id, $0) }
        }
    }

    // MARK: Constraints

    private mutating func readConstraint(_ declaration: ConstraintDeclaration) {
        let before = usedFacts
        usedFacts = []
        let condition = declaration.condition.map { self.condition($0) }
        let consequence = self.condition(declaration.consequence)
        let facts = usedFacts.sorted()
        usedFacts.formUnion(before)
        let checked = CheckedConstraint(
            label: declaration.label.text, condition: condition.map { .or([.not($0), consequence]) } ?? consequence, facts: facts,
            range: range(declaration.label.span))
        if !declaration.isInvariant, looksAtRules(checked.condition) {
            report(ContractDiagnostics.constraintOnRules(checked.range, checked.label))
        }
        if declaration.isInvariant { contract.invariants.append(checked) } else { contract.constraints.append(checked) }
        guard declaration.holdsConversely, let condition else { return }
        contract.constraints.append(
            CheckedConstraint(label: checked.label, condition: .or([.not(consequence), condition]), facts: facts, range: checked.range))
    }
}

extension PrecedenceForm {
    init(_ form: Precedence.Form) {
        switch form {
        case .proviso: self = .proviso
        case .overrides: self = .overrides
        case .notwithstanding: self = .notwithstanding
        }
    }
}
