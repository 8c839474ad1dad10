import Diagnostics
import Syntax
import Vocabulary

/// What facts usually are: docs/decisions/usual-circumstances.md.
extension Checker {
    mutating func readUsual(_ declaration: UsualDeclaration) {
        let range = range(declaration.fact.span)
        guard let place = fact(declaration.fact, in: []) else { return }
        let fact = contract.facts[place.value]
        if let why = refusal(place, fact) { return report(ContractDiagnostics.usualNotAllowed(range, fact.name, why)) }
        guard let value = constant(declaration.value, fact.type) else { return }
        if let first = contract.usuals.first(where: { $0.usual.fact == place }) {
            return report(ContractDiagnostics.duplicate(range, Wording("通例", "usual value"), fact.name, first: first.range))
        }
        let condition = declaration.condition.map { self.condition($0) }
        if let condition, looksAtRules(condition) { report(ContractDiagnostics.constraintOnRules(range, fact.name)) }
        guard let reason = declaration.reason else {
            return report(ContractDiagnostics.missingPart(range, Wording("「理由」（なぜふつうはそうか）", "`reason` (why it usually is so)")))
        }
        let usual = Usual(
            fact: place, value: value, decisions: declaration.decisions.compactMap { decision($0) }, reason: reason.text,
            approval: declaration.approval?.text)
        contract.usuals.append(CheckedUsual(usual: usual, condition: condition, range: range))
    }

    /// Why nothing may be assumed of a fact; nil where something may.
    private func refusal(_ place: Place<Fact>, _ fact: Fact) -> Wording? {
        if place == .asOf || place == .asOfTime { return Wording("判定の基準となる日時", "the day or time to judge by") }
        if fact.list != nil { return Wording("一覧の記録", "a record of a list") }
        if fact.isPersonal { return Wording("個人情報", "personal data") }
        switch fact.kind {
        case .plain: break
        case .discretion: return Wording("裁量", "a discretion")
        case .finding, .judgement: return Wording("責任者の認定", "a finding of a responsible person")
        }
        switch fact.type {
        case .bool, .enumeration: return nil
        case .set: return Wording("いくつもありうるもの（原因など）", "something that may be several, as causes are")
        case .date, .month, .time, .version, .number, .integer, .text: return Wording("日付・版・数・文字", "a date, a version, a number or a text")
        }
    }
}
