import Diagnostics
import Syntax
import Values
import Vocabulary

extension Checker {
    /// Reads a duty or one of its kin.
    mutating func readNorm(_ declaration: NormDeclaration, _ clause: Place<Clause>?) {
        let place = range(declaration.name.span)
        if clause == nil { report(ContractDiagnostics.outsideClause(place, declaration.name.text)) }
        if declaration.content == nil, !isLost(.what) { report(ContractDiagnostics.normWithoutContent(place, declaration.name.text)) }
        if declaration.kind == .charge, declaration.amount == nil, declaration.unstated == nil, !isLost(.amount, .unstated) {
            report(
                ContractDiagnostics.missingPart(
                    place,
                    Wording("「額 式」か、規約に額がなければ「額 定めなし 「どこを見るか」」", "`amount VALUE`, or `amount unstated \"WHERE TO LOOK\"` where the contract states none")))
        }
        var parts = readings(declaration.readings)
        if let condition = declaration.condition { parts.append(self.condition(condition)) }
        var wording: String?
        var deadline: Value?
        switch declaration.deadline {
        case .wording(let text)?: wording = text.text
        case .value(let id)?: deadline = value(id, expecting: .date).flatMap { matched($0, to: .date, at: range(id)) }
        case nil: break
        }
        let amount = declaration.amount.flatMap { self.amount($0) }
        normPlaces[place] = contract.norms.count
        contract.norms.append(
            CheckedNorm(
                norm: Norm(
                    kind: .init(declaration.kind), name: declaration.name.text, clause: clause, bearer: party(declaration.bearer),
                    counterparty: party(declaration.counterparty), content: declaration.content?.text ?? "", deadline: wording, unit: amount?.unit,
                    unstated: declaration.unstated?.text, computed: declaration.computed?.text),
                condition: parts.count == 1 ? parts[0] : .and(parts), deadline: deadline, amount: amount?.value,
                recurrence: declaration.recurrence.flatMap { recurrence($0) }, range: place))
    }

    /// The number of the norm that a name means among those of a kind.
    mutating func norm(_ kind: NormDeclaration.Kind, _ name: Name, reports: Bool = true) -> Int? {
        let own = contract.norms.indices.filter { contract.norms[$0].norm.kind == Norm.Kind(kind) }
        let found = own.filter { contract.norms[$0].norm.name == name.text }
        guard reports else { return found.first }
        guard let number = found.first else {
            let names = own.map { contract.norms[$0].norm.name }
            report(
                ContractDiagnostics.unknownName(
                    range(name.span), Wording("義務など", "a duty or its kin called"), name.text, nearest: nearest(to: name.text, in: names)))
            return nil
        }
        if found.count > 1 {
            let first = contract.norms[number].range
            report(ContractDiagnostics.duplicate(range(name.span), Wording("義務など", "duty or its kin"), name.text, first: first))
        }
        return number
    }

    /// What is to be paid: a number with a unit.
    private mutating func amount(_ id: ExpressionID) -> (value: Value, unit: String)? {
        guard let typed = value(id, expecting: nil) else { return nil }
        if case .number(let unit?) = typed.type { return (typed.value, unit) }
        report(ContractDiagnostics.mismatch(range(id), expected: Wording("単位のある数", "a number with a unit"), found: name(typed.type)))
        return nil
    }

    private mutating func recurrence(_ declaration: NormDeclaration.Recurrence) -> CheckedNorm.Recurrence? {
        guard let from = month(declaration.from), let through = month(declaration.through) else { return nil }
        return .init(from: from, through: through)
    }

    // MARK: Requirements

    /// Reads the requirements of a rule.
    mutating func readRequirements(_ declaration: RuleDeclaration, _ rule: Place<Rule>) {
        var first: [String: SourceRange] = [:]
        for requirement in declaration.requirements {
            let place = range(requirement.name.span)
            if let first = first[requirement.name.text] {
                report(ContractDiagnostics.duplicate(place, Wording("要件", "requirement"), requirement.name.text, first: first))
            }
            first[requirement.name.text] = place
            let condition = self.condition(requirement.condition)
            contract.rules[rule.value].requirements.append(Requirement(name: requirement.name.text, condition: condition, waivers: []))
        }
    }

    /// Reads what a rule waives; all requirements have been read.
    mutating func readWaiver(_ waiver: RuleDeclaration.Waiver, _ rule: Place<Rule>) {
        let targets = rules(of: waiver.target, excluding: rule)
        var isFound = false
        var names: [String] = []
        for target in targets {
            for (number, requirement) in contract.rules[target.value].requirements.enumerated() {
                names.append(requirement.name)
                guard requirement.name == waiver.requirement.text else { continue }
                isFound = true
                contract.rules[target.value].requirements[number].waivers.append(rule)
            }
        }
        guard !isFound, !targets.isEmpty else { return }
        report(
            ContractDiagnostics.unknownName(
                range(waiver.requirement.span), Wording("要件", "requirement"), waiver.requirement.text,
                nearest: nearest(to: waiver.requirement.text, in: names)))
    }
}

extension Norm.Kind {
    init(_ kind: NormDeclaration.Kind) {
        switch kind {
        case .duty: self = .duty
        case .prohibition: self = .prohibition
        case .power: self = .power
        case .disclaimer: self = .disclaimer
        case .charge: self = .charge
        }
    }
}
