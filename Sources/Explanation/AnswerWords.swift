import Algorithms
import Calendar
package import Completions
package import Decisions
package import Diagnostics
import Norms
package import Outlook
package import Plans
package import Proofs
package import Runtime
package import Values
package import Vocabulary

/// The parts of an answer in words, as more than one reader needs them.
package struct AnswerWords: Bilingual {
    package let plan: Plan
    package let language: MessageLanguage
    package let values: ValueText
    package let tests: TestText
    package let asking: Asking
    private let parties: PartyNames

    /// - Parameter showsFacts: whether what the facts say is told beside what is asked.
    package init(_ plan: Plan, language: MessageLanguage, showsFacts: Bool = true) {
        self.plan = plan
        self.language = language
        asking = Asking(plan.title, plan.facts)
        parties = PartyNames(plan.title, plan.facts)
        values = ValueText(plan, language: language)
        tests = TestText(plan, language: language, showsFacts: showsFacts)
    }

    /// How a clause is cited.
    package func cite(_ clause: Place<Clause>?) -> String {
        guard let clause else { return word("（条項なし）", "(no clause)") }
        return word(plan.clauses[clause].citation, "\(plan.clauses[clause].citation) (\(plan.clauses[clause].id))")
    }

    package func cite(_ rule: Place<Rule>) -> String { plan.rules[rule].clause.map { cite($0) } ?? plan.rules[rule].name }

    package func title(_ decision: Place<Decision>) -> String { plan.decisions[decision].label ?? plan.decisions[decision].name }

    /// An outcome; the conflict is one past the last.
    package func outcome(_ number: Int, of decision: Place<Decision>) -> String {
        let outcomes = plan.decisions[decision].outcomes
        return number < outcomes.count ? outcomes[number].caption : word("抵触", "conflict")
    }

    /// The side that is certain while the outcome is not; nil where the outcome is, or no side is.
    package func side(_ answer: Answer) -> Side? {
        answer.status == .determined ? nil : answer.side.map { plan.decisions[answer.decision].sides[$0] }
    }

    /// What holds under usual circumstances, in one phrase.
    package func conclusion(_ usual: UsualAnswer, of decision: Place<Decision>) -> String {
        usual.outcome.map { outcome($0, of: decision) } ?? usual.side.map { plan.decisions[decision].sides[$0].text } ?? ""
    }

    /// What is taken for so.
    package func assumed(_ usual: Usual) -> String {
        let fact = plan.facts[usual.fact]
        return "\(fact.caption): \(values.text(Reading(.known, usual.value), fact.type))"
            + (usual.approval == nil ? aside(word("未承認", "not approved yet")) : "")
    }

    /// What is still open where a side is certain; nil where none is, or nothing that could be asked is open.
    package func left(_ answer: Answer) -> String? {
        guard side(answer) != nil, answer.status == .undetermined else { return nil }
        return answer.missing.contains(where: \.decidesSide)
            ? word("あとは、どの場合に当たるかと、どの条項によるかです", "what is left is which case it is, and under which clause")
            : word("あとは、どの条項によるかだけです", "what is left is only under which clause")
    }

    /// What it comes to, in one phrase.
    package func verdict(_ answer: Answer) -> String {
        let side = side(answer)?.text
        switch answer.status {
        case .determined: return answer.outcome.map { outcome($0, of: answer.decision) } ?? ""
        case .conflict where side != nil:
            return (side ?? "") + aside(word("規則どうしが食い違いますが、どの規則によっても同じです", "rules disagree, but all of them come to this"))
        case .conflict: return word("抵触（規則どうしが食い違い、優先が定められていません）", "conflict: rules disagree and nothing says which wins")
        case .undetermined:
            let possible = listed(answer.possible.map { outcome($0, of: answer.decision) })
            if let side { return side + aside(word("\(left(answer) ?? "")。ありうる結果: \(possible)", "\(left(answer) ?? ""); possible: \(possible)")) }
            return word("まだ決まりません（ありうる結果: \(possible)）", "not settled yet (possible: \(possible))")
        }
    }

    /// The day, or the instant, to judge by.
    package func asOf(_ frame: FactFrame) -> String {
        let day = values.text(frame[.asOf], .date)
        return frame[.asOfTime].state == .known ? "\(day) \(values.text(frame[.asOfTime], .time))" : day
    }

    /// The clauses that may decide where it is open which of them does.
    package func openGrounds(_ answer: Answer) -> [String] {
        Array(answer.openGrounds.map { cite($0) }.uniqued())
    }

    /// In which words a rule gave way.
    package func form(_ form: PrecedenceForm) -> String {
        switch form {
        case .proviso: word("ただし書", "proviso")
        case .overrides: word("優先する規定", "provision that prevails")
        case .notwithstanding: word("「にかかわらず」の規定", "provision that applies notwithstanding")
        }
    }

    /// The question that asks for it, with all that is asked at once.
    package func question(_ item: Missing, in frame: FactFrame) -> String {
        guard let group = plan.openGroup(of: item.subject, frame) else { return question(item) }
        return plan.groups[group].question ?? plan.groups[group].label ?? plan.groups[group].name
    }

    package func question(_ item: Missing) -> String {
        switch item.subject {
        case .fact(let fact, let record, _):
            let text = plan.facts[fact].question ?? plan.facts[fact].caption
            return record.map { word("［\($0 + 1)］", "[\($0 + 1)] ") + text } ?? text
        case .list(let list): return plan.lists[list].question ?? plan.lists[list].caption
        case .event(let fact):
            let name = plan.facts[fact].caption
            return word("（「\(name)」がまだ来ていません。その日が決まるまで、質問では埋まりません）", "(`\(name)` is still to come; no question fills it before)")
        case .reference: return word("（参照データに分からない所があります。質問では埋まりません）", "(reference data leaves this open; no question fills it)")
        }
    }

    /// Who is asked, where the rules say it: the party as its header calls it, and whether only a responsible person may answer.
    package func asked(_ item: Missing, in frame: FactFrame) -> String? {
        let group = plan.openGroup(of: item.subject, frame).flatMap { asking.askedOf(plan.groups[$0]) }
        return (group ?? plan.askedOf(item.subject)).map { asked in
            let name = parties.label(asked.party)
            return asked.isResponsible ? word("\(name)の責任者", "a responsible person of \(name)") : name
        }
    }

    /// Whether it is for the party that answers to find out.
    package func isOurs(_ item: Missing) -> Bool { asking.isOurs(plan.askedOf(item.subject)) }

    /// What another reading would change.
    package func effect(_ effect: InterpretationEffect, _ answer: Answer) -> String {
        let norms = NormWords(plan, language: language).telling(effect.norms, otherOutcome: effect.changesOutcome)
        let burdens = effect.changesOutcome && effect.outcome != nil ? self.burdens(effect) : []
        return ([outcomeEffect(effect, answer)] + norms + burdens).joined(separator: word("。", ". "))
    }

    /// The duties and charges of a reading that leads to another outcome: those that it brings, or that it brings none.
    private func burdens(_ effect: InterpretationEffect) -> [String] {
        guard let bears = plan.interpretations[effect.interpretation].readings[effect.reading].bears else { return [] }
        let norms = NormWords(plan, language: language)
        let brought = effect.norms.compactMap(\.then).filter { then in bears.contains { $0.norm == then.norm } }
        if bears.isEmpty { return [word("この読み方による義務や費用はありません", "this reading brings no duty or charge")] }
        return brought.map { norm in
            word(
                "この読み方では「\(plan.norms[norm.norm].norm.content)」\(norms.details(norm))",
                "this reading brings `\(plan.norms[norm.norm].norm.content)`\(norms.details(norm))")
        }
    }

    private func outcomeEffect(_ effect: InterpretationEffect, _ answer: Answer) -> String {
        if effect.changesOutcome, let result = effect.outcome {
            return word("結果は「\(outcome(result, of: answer.decision))」に変わります", "the outcome would be `\(outcome(result, of: answer.decision))`")
        }
        if effect.changesOutcome { return word("ありうる結果が変わります", "other outcomes are possible") }
        if effect.changesGrounds { return word("結果は同じで、根拠だけ変わります", "the outcome is the same on other grounds") }
        return effect.norms.isEmpty ? word("結果も根拠も同じです", "outcome and grounds are the same") : word("結果は同じです", "the outcome is the same")
    }

    /// A row of reference data: its table, what it says, where it comes from.
    package func source(_ lookup: StepTracer.Lookup) -> String? {
        guard let row = lookup.row else { return nil }
        let table = plan.tables[lookup.table]
        let item = table.rows[row]
        let cells = zip(table.columns, item.values).map { column, value in
            "\(column.name) \(value.map { values.text($0, column.type) } ?? word("空欄", "empty"))"
        }
        let retrieved = item.provenance.retrieved.map { word("\(day($0))取得", "retrieved \($0)") }
        let origin = [item.provenance.source.map { word("出典: \($0)", "source: \($0)") }, retrieved, item.provenance.certainty].compactMap(\.self)
        return word("\(table.label ?? table.name)「\(item.provenance.row)」", "\(table.label ?? table.name) `\(item.provenance.row)`")
            + word(" → ", " -> ") + cells.joined(separator: word("、", ", ")) + (origin.isEmpty ? "" : aside(origin.joined(separator: word("、", ", "))))
    }

    /// `2026-08-22` as the reader writes days.
    private func day(_ text: String) -> String { CivilDate(text)?.japanese ?? text }

    /// A day of which only the Holidays Act as it stands tells whether it is a holiday.
    package func predicted(_ day: CivilDate) -> String {
        let name = Holidays.name(of: day) ?? word("祝日ではない", "no holiday")
        let certainty = word("祝日法による予測。官報の公告はまだです", "predicted from the Holidays Act; not announced yet")
        return "\(values.text(Int64(day.dayNumber), .date)) \(name)" + aside(certainty)
    }

    /// What it changes to by itself, and when.
    package func next(_ answer: Answer) -> String? {
        guard let next = answer.nextChange.outcome else { return nil }
        let what =
            switch next.status {
            case .determined:
                next.outcome.map { word("「\(outcome($0, of: answer.decision))」に変わります", "to `\(outcome($0, of: answer.decision))`") } ?? ""
            case .conflict: word("規則どうしが食い違います", "to a conflict")
            case .undetermined: word("決まらなくなります", "to an open answer")
            }
        return values.moment(next.moment) + aside(what)
    }

    /// What is certain from when on, where that is another side than now and comes later than the next outcome.
    package func nextSide(_ answer: Answer) -> String? {
        guard let next = answer.nextChange.side, next.moment != answer.nextChange.outcome?.moment else { return nil }
        let text = next.side.map { plan.decisions[answer.decision].sides[$0].text }
        return values.moment(next.moment)
            + aside(text.map { word("「\($0)」に変わります", "to `\($0)`") } ?? word("決まらなくなります", "to an open answer"))
    }

    /// A value to change to, or the stretch of those that do.
    package func value(_ change: Counterfactual.Change) -> String {
        values.stretch(change) ?? values.text(change.value, plan.facts[change.fact].type)
    }

    /// What would have to change, and what comes out then.
    package func wouldChange(_ item: Counterfactual, _ answer: Answer) -> String {
        let changes = item.changes.map { change in
            word("\(plan.facts[change.fact].caption)を「\(value(change))」に", "\(plan.facts[change.fact].caption) = \(value(change))")
        }
        let then = word("すれば「\(outcome(item.outcome, of: answer.decision))」", " gives `\(outcome(item.outcome, of: answer.decision))`")
        return changes.joined(separator: word("、", " and ")) + then + (item.clause.map { aside(cite($0)) } ?? "")
    }

    /// The power, who has it, and what comes of it.
    package func reserved(_ power: ReservedPower, _ answer: Answer) -> String {
        let fact = plan.facts[power.fact]
        var by = ""
        if case .discretion(let party) = fact.kind { by = party }
        let value = values.member(power.value, of: fact.type)
        let what = fact.type == .bool ? fact.caption : word("\(fact.caption)を「\(value)」とする判断", "\(fact.caption) = \(value)")
        return (power.clause.map { "\(cite($0)) " } ?? "") + what + aside(word("\(by)が判断すれば", "where \(by) so decides: ") + led(to: power, answer))
    }

    /// All that the exercise of a power can lead to.
    private func led(to power: ReservedPower, _ answer: Answer) -> String {
        let names = power.possible.map { outcome($0, of: answer.decision) }
        let isSame = power.outcome != nil && power.outcome == answer.outcome
        let then =
            if isSame {
                word("、結果は同じです", "the outcome is the same")
            } else if names.count == 1 {
                word("「\(names[0])」", "`\(names[0])`")
            } else {
                word("、事実によって\(quoted(names))のどれか", "one of \(quoted(names)), depending on facts")
            }
        return ([then] + NormWords(plan, language: language).telling(power.norms, otherOutcome: !isSame)).joined(separator: word("。", ". "))
    }

    /// What a part of a proof asks.
    package func asked(_ part: Proof.Part) -> String {
        switch part.kind {
        case .all: word("次のすべて", "all of")
        case .any: word("次のいずれか", "any of")
        case .not: word("次でない", "not")
        case .records, .atom: part.test.map { tests.asked($0) } ?? ""
        }
    }
}
