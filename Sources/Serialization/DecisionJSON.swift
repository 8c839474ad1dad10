import Calendar
import Completions
package import Decisions
import Diagnostics
package import Documents
import Explanation
package import Norms
import Outlook
package import Plans
package import Proofs
package import Runtime
import Values
import Vocabulary

/// The stable JSON of an answer, `kiyaku.decision/1`.
package struct DecisionJSON {
    private let plan: Plan
    private let digest: String
    private let values: ValueText
    private let asking: Asking

    /// - Parameter digest: the digest of the rules, `sha256:…`.
    package init(_ plan: Plan, digest: String) {
        self.plan = plan
        self.digest = digest
        values = ValueText(plan, language: .japanese)
        asking = Asking(plan.title, plan.facts)
    }

    /// The whole document for one case.
    ///
    /// - Parameter proofs: one for each answer, or none.
    package func document(_ answers: [Answer], _ frame: FactFrame, proofs: [Proof] = [], obligations: Obligations? = nil) -> JSONValue {
        let proofs: [Proof?] = proofs.isEmpty ? Array(repeating: nil, count: answers.count) : proofs
        return .object(
            [
                ("schema", "kiyaku.decision/1"), ("contract", .string(plan.title.name)),
                ("edition", plan.title.edition.map { .string($0) } ?? .null),
                ("effective", plan.title.effective.map { .string(values.name($0, .date)) } ?? .null),
                ("edition_assumed_in_force", .bool(plan.title.effective == nil)),
                ("edition_in_force", plan.title.effective.map { .bool($0 <= frame[.asOf].value) } ?? .null), ("rules_digest", .string(digest)),
                ("as_of", .string(asOf(frame))), ("decisions", .array(zip(answers, proofs).map { decision($0, $1) })),
            ] + (obligations.map { [("obligations", json($0, frame))] } ?? []))
    }

    private func json(_ obligations: Obligations, _ frame: FactFrame) -> JSONValue {
        var prover = Prover(plan, frame)
        let words = NormWords(plan, language: .japanese)
        let open = obligations.open.map { item in
            let norm = plan.norms[item.norm].norm
            return JSONValue.object(
                [
                    ("kind", .string(norm.kind.rawValue)), ("name", .string(norm.name)), ("what", .string(norm.content)),
                    ("missing", .array(words.waiting(item.waiting, \.name, \.name).map { .string($0) })),
                    ("undecided", .array(item.undecided.map { .string(plan.decisions[$0].name) })),
                ] + clause(norm.clause))
        }
        let inForce = obligations.inForce.map { duty($0, prover.calculation(of: $0.norm)) }
        return .object([("in_force", .array(inForce)), ("possible", .array(open))])
    }

    /// What one of many cases comes to, in the words of `decisions[]`.
    package func conclusion(_ answer: Answer) -> JSONValue {
        let decision = plan.decisions[answer.decision]
        return .object(
            head(answer, decision) + next(answer.nextChange, decision) + [
                ("grounds", .array(answer.grounds.map { ground($0) })), ("missing", .array(answer.missing.map { missing($0, answer.frame) })),
                ("duties", .array(answer.norms.map(duty))),
                ("approximate", .bool(answer.isApproximate)),
            ])
    }

    private func head(_ answer: Answer, _ decision: Decision) -> [(String, JSONValue)] {
        [
            ("decision", .string(decision.name)), ("status", .string(answer.status.rawValue)),
            ("outcome", answer.outcome.map { .string(decision.outcomes[$0].name) } ?? .null),
            ("possible", .array(answer.possible.map { .string($0 < decision.outcomes.count ? decision.outcomes[$0].name : "conflict") })),
            ("side", answer.side.map { .string(decision.sides[$0].name) } ?? .null),
            ("side_text", answer.side.map { .string(decision.sides[$0].text) } ?? .null),
        ]
    }

    /// The day, or the instant, to judge by.
    package func asOf(_ frame: FactFrame) -> String {
        guard let date = CivilDate(dayNumber: Int(frame[.asOf].value)) else { return "" }
        let time = frame[.asOfTime].state == .known ? TimeOfDay(minutes: Int(frame[.asOfTime].value)) : nil
        return Instant(date: date, time: time).description
    }

    private func decision(_ answer: Answer, _ proof: Proof?) -> JSONValue {
        let decision = plan.decisions[answer.decision]
        return .object(
            head(answer, decision) + next(answer.nextChange, decision) + [
                ("grounds", .array(answer.grounds.map { ground($0, waived: waived($0, answer)) })),
                ("possible_grounds", .array(answer.openGrounds.map { .object(clause($0)) })), ("defeated", .array(answer.defeated.map(defeated))),
                ("missing", .array(answer.missing.map { missing($0, answer.frame) })), ("discretion", .array(answer.reserved.map { reserved($0, decision) })),
                ("interpretations", .array(answer.interpretations.map { interpretation($0, answer.frame, decision) })),
                ("readings_matter_together", .bool(answer.readingsMatterTogether)),
                ("sources", .array(answer.sources.map(source) + answer.predicted.map(predicted))),
                ("duties", .array(duties(answer))),
                ("would_change", .array(answer.counterfactuals.found.map { wouldChange($0, decision) })),
                ("would_change_complete", .bool(!answer.counterfactuals.isApproximate)),
                ("assuming", assuming(answer)), ("approximate", .bool(answer.isApproximate)),
            ] + (proof.map { [("proof", $0.json(plan))] } ?? []))
    }

    private func duties(_ answer: Answer) -> [JSONValue] {
        var prover = Prover(plan, answer)
        return answer.norms.map { duty($0, prover.calculation(of: $0.norm)) }
    }

    private func duty(_ inForce: NormInForce, _ calculation: NormCalculation?) -> JSONValue {
        let calculation = calculation.map { [("calculation", CalculationJSON(plan).value($0))] } ?? []
        return .object(NormJSON(plan).entries(inForce) + calculation + clause(plan.norms[inForce.norm].norm.clause))
    }

    private func duty(_ inForce: NormInForce) -> JSONValue {
        .object(NormJSON(plan).entries(inForce) + clause(plan.norms[inForce.norm].norm.clause))
    }

    /// What holds under usual circumstances where the answer is open; null where nothing more does.
    package func assuming(_ answer: Answer) -> JSONValue { answer.usual.map { assuming($0, plan.decisions[answer.decision]) } ?? .null }

    /// What holds under usual circumstances, in the words of the strict answer.
    private func assuming(_ usual: UsualAnswer, _ decision: Decision) -> JSONValue {
        func given(_ usual: Usual) -> JSONValue {
            let fact = plan.facts[usual.fact]
            return .object([
                ("fact", .string(fact.name)), ("value", values.json(Reading(.known, usual.value), fact.type)), ("reason", .string(usual.reason)),
                ("approved", usual.approval.map { .string($0) } ?? .null),
            ])
        }
        return .object([
            ("side", usual.side.map { .string(decision.sides[$0].name) } ?? .null),
            ("side_text", usual.side.map { .string(decision.sides[$0].text) } ?? .null), ("status", .string(usual.status.rawValue)),
            ("outcome", usual.outcome.map { .string(decision.outcomes[$0].name) } ?? .null),
            ("possible", .array(usual.possible.map { .string($0 < decision.outcomes.count ? decision.outcomes[$0].name : "conflict") })),
            ("grounds", .array(usual.grounds.map { ground($0) })), ("assumed", .array(usual.assumed.map(given))),
            ("given_up", .array(usual.givenUp.map(given))), ("staff_only", .bool(usual.isForStaffOnly)),
        ])
    }

    private func wouldChange(_ counterfactual: Counterfactual, _ decision: Decision) -> JSONValue {
        let names = counterfactual.changes.map { change in
            let fact = plan.facts[change.fact]
            guard let list = fact.list, let record = change.record else { return fact.name }
            return "\(plan.lists[list].name)[\(record + 1)].\(fact.field)"
        }
        let values = counterfactual.changes.map { self.values.json($0.value, plan.facts[$0.fact].type) }
        let regions = zip(names, counterfactual.changes).compactMap { name, change in self.values.stretch(change).map { (name, JSONValue.string($0)) } }
        return .object(
            [
                ("set", .object(Array(zip(names, values)))), ("in_words", .object(regions)),
                ("outcome", .string(decision.outcomes[counterfactual.outcome].name)),
            ] + clause(counterfactual.clause))
    }

    private func next(_ next: NextChange, _ decision: Decision) -> [(String, JSONValue)] {
        [
            ("next_change", next.outcome.map { .string($0.moment.description) } ?? .null),
            ("next_status", next.outcome.map { .string($0.status.rawValue) } ?? .null),
            ("next_outcome", next.outcome?.outcome.map { .string(decision.outcomes[$0].name) } ?? .null),
            ("next_grounds_change", next.grounds.map { .string($0.description) } ?? .null),
            ("next_side_change", next.side.map { .string($0.moment.description) } ?? .null),
            ("next_side", next.side?.side.map { .string(decision.sides[$0].name) } ?? .null),
            ("next_side_change_until", next.sideUntil.map { .string(values.name($0, .date)) } ?? .null),
            ("next_change_until", next.until.map { .string(values.name($0, .date)) } ?? .null),
        ]
    }

    private func clause(_ place: Place<Clause>?) -> [(String, JSONValue)] {
        guard let place else { return [("clause", .null), ("cite", .null)] }
        return [("clause", .string(plan.clauses[place].id)), ("cite", .string(plan.clauses[place].citation))]
    }

    private func ground(_ ground: Ground, waived: [JSONValue] = []) -> JSONValue {
        .object(
            clause(ground.clause) + [
                ("rule", ground.rule.map { .string(plan.rules[$0].name) } ?? .null),
                ("outcome", ground.rule.map { .string(plan.decisions[plan.rules[$0].decision].outcomes[plan.rules[$0].outcome].name) } ?? .null),
                ("gist", ground.clause.flatMap { plan.clauses[$0].gist }.map { .string($0) } ?? .null),
                ("wording", ground.clause.flatMap { plan.clauses[$0].wording }.map { .string($0) } ?? .null), ("primary", .bool(ground.isPrimary)),
            ] + (waived.isEmpty ? [] : [("waived", .array(waived))]))
    }

    /// The requirements that are not met, and the clauses that take them away.
    private func waived(_ ground: Ground, _ answer: Answer) -> [JSONValue] {
        guard let rule = ground.rule, !plan.requirements[rule.value].isEmpty else { return [] }
        var prover = Prover(plan, answer)
        return prover.waived(rule).map { waived in
            .object([("requirement", .string(waived.name)), ("by", .array(waived.by.map { .string(plan.clauses[$0].id) }))])
        }
    }

    private func defeated(_ defeated: Defeated) -> JSONValue {
        let by = plan.rules[defeated.by]
        return .object(
            clause(plan.rules[defeated.rule].clause) + [
                ("rule", .string(plan.rules[defeated.rule].name)), ("by", by.clause.map { .string(plan.clauses[$0].id) } ?? .null),
                ("by_cite", by.clause.map { .string(plan.clauses[$0].citation) } ?? .null), ("by_rule", .string(by.name)),
                ("form", .string(defeated.form.rawValue)),
            ])
    }

    private func missing(_ missing: Missing, _ frame: FactFrame) -> JSONValue {
        let asked = plan.askedOf(missing.subject)
        let decides: [(String, JSONValue)] = [
            ("decides", .bool(missing.decides)), ("decides_side", .bool(missing.decidesSide)),
            ("asked_of", asked.map { .string(asking.role($0).rawValue) } ?? .null), ("asked_party", asked.map { .string($0.party) } ?? .null),
            ("group", plan.openGroup(of: missing.subject, frame).map { .string(plan.groups[$0].name) } ?? .null),
        ]
        switch missing.subject {
        case .fact(let place, let record, let members):
            let fact = plan.facts[place]
            var entries: [(String, JSONValue)] =
                [
                    ("fact", .string(fact.name)), ("question", .string(fact.question ?? fact.caption)),
                ] + decides
            if let record { entries.append(("record", .integer(Int64(record)))) }
            if case .set(let of) = fact.type, !members.isEmpty {
                entries.append(("members", .array(members.map { .string(plan.enumerations[of].cases[$0].name) })))
            }
            return .object(entries)
        case .list(let place):
            let list = plan.lists[place]
            return .object([("fact", .string(list.name)), ("question", .string(list.question ?? list.caption))] + decides)
        case .event(let place):
            let fact = plan.facts[place]
            return .object([("fact", .string(fact.name)), ("question", .null), ("pending", true)] + decides)
        case .reference:
            return .object([("fact", .null), ("question", .null), ("reference_data", true)] + decides)
        }
    }

    private func reserved(_ power: ReservedPower, _ decision: Decision) -> JSONValue {
        let fact = plan.facts[power.fact]
        var by = ""
        if case .discretion(let party) = fact.kind { by = party }
        return .object(
            [
                ("power", .string(fact.name)), ("label", .string(fact.caption)), ("by", .string(by)),
                ("clause", power.clause.map { .string(plan.clauses[$0].id) } ?? .null),
                ("cite", power.clause.map { .string(plan.clauses[$0].citation) } ?? .null),
                ("value", .string(values.name(power.value, fact.type))), ("outcome", power.outcome.map { .string(decision.outcomes[$0].name) } ?? .null),
                ("possible", .array(power.possible.map { .string($0 < decision.outcomes.count ? decision.outcomes[$0].name : "conflict") })),
            ] + NormJSON(plan).differences(power.norms))
    }

    private func interpretation(_ effect: InterpretationEffect, _ frame: FactFrame, _ decision: Decision) -> JSONValue {
        let declared = plan.interpretations[effect.interpretation]
        return .object(
            [
                ("name", .string(declared.name)), ("issue", .string(declared.issue)),
                ("clauses", .array(declared.clauses.map { .string(plan.clauses[$0].id) })),
                ("adopted", .string(declared.readings[frame.interpretations[effect.interpretation.value]].name)),
                ("other", .string(declared.readings[effect.reading].name)), ("changes_outcome", .bool(effect.changesOutcome)),
                ("changes_grounds", .bool(effect.changesGrounds)),
                ("bears", declared.readings[effect.reading].bears.map { .array($0.map { .string($0.name) }) } ?? .null),
                ("other_outcome", effect.outcome.map { .string(decision.outcomes[$0].name) } ?? .null),
            ] + NormJSON(plan).differences(effect.norms))
    }

    private func source(_ lookup: StepTracer.Lookup) -> JSONValue {
        let table = plan.tables[lookup.table]
        guard let row = lookup.row else {
            return .object([("table", .string(table.name)), ("row", .null), ("source", .null), ("retrieved", .null)])
        }
        let provenance = table.rows[row].provenance
        let cells = zip(table.columns, table.rows[row].values).map { column, value in
            (column.name, value.map { JSONValue.string(values.name($0, column.type)) } ?? .null)
        }
        return .object([
            ("table", .string(table.name)), ("row", .string(provenance.row)), ("values", .object(cells)),
            ("source", provenance.source.map { .string($0) } ?? .null), ("retrieved", provenance.retrieved.map { .string($0) } ?? .null),
            ("certainty", provenance.certainty.map { .string($0) } ?? .null),
        ])
    }

    /// A day of which the Holidays Act as it stands is all that is known.
    private func predicted(_ day: CivilDate) -> JSONValue {
        .object([
            ("table", "国民の祝日"), ("row", .string(day.description)), ("values", .object([("祝日", Holidays.name(of: day).map { .string($0) } ?? .null)])),
            ("source", "国民の祝日に関する法律"), ("retrieved", .null), ("certainty", "予測"), ("predicted", true),
        ])
    }
}
