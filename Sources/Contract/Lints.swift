package import Diagnostics
import Patterns
package import Syntax
import Values
import Vocabulary

extension Checker {
    /// Looks at the whole for what is probably wrong though it can run.
    mutating func lint() {
        lintFacts()
        lintAsked()
        lintQuestions()
        lintClauses()
        lintDecisions()
        lintAskedAs()
        lintRules()
        lintDefinitions()
        lintReadings()
    }

    private mutating func lintFacts() {
        for (number, fact) in contract.facts.enumerated() where fact.kind != .judgement {
            if fact.question == nil { report(ContractDiagnostics.withoutQuestion(factRanges[number], fact.name)) }
            if !usedFacts.contains(Place(number)), fact.type != .text {
                report(ContractDiagnostics.unused(factRanges[number], .unusedFact, Wording("事実", "fact"), fact.name))
            }
        }
    }

    /// Of a contract that says who answers, whose question each is.
    private mutating func lintAsked() {
        guard contract.title.answering != nil else { return }
        for (number, fact) in contract.facts.enumerated() where fact.question != nil && fact.kind == .plain && fact.askedOf == nil {
            report(ContractDiagnostics.askedOfNobody(factRanges[number], fact.name))
        }
        for (range, list) in zip(listRanges, contract.lists) where list.question != nil && list.askedOf == nil {
            report(ContractDiagnostics.askedOfNobody(range, list.name))
        }
        let asking = Asking(contract.title, contract.facts)
        for (range, group) in zip(groupRanges, contract.groups) where group.members.count > 1 && asking.askedOf(group) == nil {
            report(ContractDiagnostics.askedOfSeveral(range, group.name))
        }
    }

    /// Of what is asked of people, that it can be answered with yes or no.
    private mutating func lintQuestions() {
        let facts = zip(factRanges, contract.facts).map { ($0, $1.name, $1.question) }
        let lists = zip(listRanges, contract.lists).map { ($0, $1.name, $1.question) }
        let groups = zip(groupRanges, contract.groups).map { ($0, $1.name, $1.question) }
        for (range, name, question) in facts + lists + groups where question.map({ Negations.most(in: $0) > 1 }) == true {
            report(ContractDiagnostics.twiceNegated(range, name))
        }
    }

    private mutating func lintClauses() {
        var parents: Set<String> = []
        for clause in contract.clauses {
            let segments = clause.id.split(separator: ".")
            for count in 1..<max(1, segments.count) { parents.insert(segments.prefix(count).joined(separator: ".")) }
        }
        for (number, clause) in contract.clauses.enumerated() where clause.gist == nil && !parents.contains(clause.id) {
            report(ContractDiagnostics.withoutGist(clauseRanges[number], clause.citation))
        }
    }

    private mutating func lintDecisions() {
        var given: [Set<Int>] = contract.decisions.map { [$0.fallback] }
        for rule in contract.rules { given[rule.rule.decision.value].insert(rule.rule.outcome) }
        eachItem { checker, item in
            guard case .decision(let declaration) = item, let place = checker.decisionNames[declaration.name.text] else { return }
            for (name, _) in declaration.outcomes {
                guard let number = checker.contract.decisions[place].outcomes.firstIndex(where: { $0.name == name.text }) else { continue }
                if !given[place.value].contains(number) {
                    checker.report(ContractDiagnostics.unreachableOutcome(checker.range(name.span), name.text, decision: declaration.name.text))
                }
            }
        }
    }

    /// Of a contract that says how callers ask for its decisions, those for which it does not.
    private mutating func lintAskedAs() {
        guard contract.decisions.contains(where: { !$0.askedAs.isEmpty }) else { return }
        eachItem { checker, item in
            guard case .decision(let declaration) = item, declaration.askedAs.isEmpty else { return }
            checker.report(ContractDiagnostics.withoutPhrases(checker.range(declaration.name.span), declaration.name.text))
        }
    }

    private mutating func lintRules() {
        for rule in contract.rules where isContradictory(rule.whole) {
            report(ContractDiagnostics.unreachableRule(rule.range, rule.rule.name))
        }
        var byCondition: [Condition: [Int]] = [:]
        for (number, rule) in contract.rules.enumerated() { byCondition[rule.whole, default: []].append(number) }
        for (_, rules) in byCondition.sorted(by: { ($0.value.first ?? 0) < ($1.value.first ?? 0) }) where rules.count > 1 {
            for (place, first) in rules.enumerated() {
                for second in rules[(place + 1)...] where areInConflict(first, second) {
                    let (one, other) = (contract.rules[first], contract.rules[second])
                    report(
                        ContractDiagnostics.conflicting(
                            other.range, other.rule.name, one.rule.name, decision: contract.decisions[one.rule.decision].name, at: one.range))
                }
            }
        }
    }

    private func areInConflict(_ first: Int, _ second: Int) -> Bool {
        let (one, other) = (contract.rules[first], contract.rules[second])
        guard one.rule.decision == other.rule.decision, one.rule.outcome != other.rule.outcome, !contract.decisions[one.rule.decision].isRanked
        else { return false }
        let defeats = { (rule: CheckedRule, target: Int) in rule.defeats.contains { $0.targets.contains(Place(target)) } }
        return !defeats(one, second) && !defeats(other, first)
    }

    /// Whether parts of a conjunction exclude each other: the same fact in two sets of cases that share none.
    private func isContradictory(_ condition: Condition) -> Bool {
        guard case .and(let parts) = condition else { return condition == .constant(false) }
        var allowed: [Place<Fact>: CaseSet] = [:]
        for part in parts {
            if part == .constant(false) { return true }
            guard case .isCase(let fact, let cases) = part else { continue }
            let both = allowed[fact].map { old in CaseSet((0..<256).filter { old.contains($0) && cases.contains($0) }) } ?? cases
            if both == CaseSet() { return true }
            allowed[fact] = both
        }
        return false
    }

    private mutating func lintDefinitions() {
        for (number, pending) in pendingDefinitions.enumerated() where !usedDefinitions.contains(Place(number)) {
            report(
                ContractDiagnostics.unused(
                    trees[pending.tree].range(pending.name.span), .unusedDefinition, Wording("定義", "definition"), pending.name.text))
        }
    }
}

extension CheckedContract {
    /// Compiles every pattern of the files: slower than the other checks, so only tools for authors ask for it.
    package static func checkPatterns(_ trees: [SyntaxTree]) -> [Diagnostic] {
        trees.flatMap { tree in
            patterns(tree).compactMap { quoted -> Diagnostic? in
                do throws(PatternError) {
                    try Pattern(quoted.text, caseInsensitive: true).compile()
                    return nil
                } catch {
                    return ContractDiagnostics.badPattern(tree.range(quoted.span), error.message, offset: error.offset ?? 0)
                }
            }
        }
    }

    /// Finds the words of 表記 in which nothing could be looked for.
    package static func checkPhrases(_ trees: [SyntaxTree], isReadable: (String) -> Bool) -> [Diagnostic] {
        trees.flatMap { tree in
            tree.spellings.filter { $0.form == .words && !isReadable($0.text.text) }
                .map { ContractDiagnostics.emptyPhrase(tree.range($0.text.span), $0.text.text) }
        }
    }

    /// The words that texts are searched for, and those said for them.
    package static func words(of trees: [SyntaxTree]) -> [String] {
        trees.flatMap { tree in
            tree.spellings.filter { $0.form == .words }.map(\.text.text)
                + tree.items.flatMap { item -> [String] in
                    if case .words(let declaration) = item { [declaration.name.text] + declaration.members.map(\.text) } else { [] }
                }
        }
    }

    /// Finds the words of 表記 and 語 of which a part would not be looked for.
    package static func checkRests(_ trees: [SyntaxTree], lost: (String) -> [String], isWord: (String) -> Bool) -> [Diagnostic] {
        trees.flatMap { tree -> [Diagnostic] in
            let phrases = tree.spellings.filter { $0.form == .words }.map(\.text)
            let members = tree.items.flatMap { item -> [Quoted] in if case .words(let declaration) = item { declaration.members } else { [] } }
            return phrases.compactMap { phrase in
                let lost = lost(phrase.text)
                return lost.isEmpty ? nil : ContractDiagnostics.lostWords(tree.range(phrase.span), phrase.text, lost)
            } + members.filter { !isWord($0.text) }.map { ContractDiagnostics.noWord(tree.range($0.span), $0.text) }
        }
    }

    private static func patterns(_ tree: SyntaxTree) -> [Quoted] { tree.spellings.filter { $0.form == .pattern }.map(\.text) }
}
