import Calendar
package import Decisions
package import Diagnostics
package import Plans
package import Runtime
import Values
import Vocabulary

/// An answer as a person reads it on one screen.
package struct DecisionText {
    private let plan: Plan
    private let language: MessageLanguage
    private let values: ValueText

    package init(_ plan: Plan, language: MessageLanguage) {
        self.plan = plan
        self.language = language
        values = ValueText(plan)
    }

    private func word(_ japanese: String, _ english: String) -> String { language == .japanese ? japanese : english }

    /// The answer, without a line break at the end.
    package func render(_ report: DecisionReport, _ frame: FactFrame) -> String {
        var lines = headline(report, frame)
        lines += grounds(report, frame)
        lines += defeated(report)
        lines += missing(report)
        lines += assumptions(report, frame)
        lines += reserved(report)
        lines += next(report)
        lines += wouldChange(report)
        lines += norms(report)
        return lines.joined(separator: "\n")
    }

    private func outcome(_ number: Int, of report: DecisionReport) -> String {
        let decision = plan.decisions[report.decision]
        return number < decision.outcomes.count ? decision.outcomes[number].caption : word("抵触", "conflict")
    }

    private func headline(_ report: DecisionReport, _ frame: FactFrame) -> [String] {
        let decision = plan.decisions[report.decision]
        let title = decision.label ?? decision.name
        let verdict: String
        switch report.status {
        case .determined: verdict = report.outcome.map { outcome($0, of: report) } ?? ""
        case .conflict: verdict = word("抵触（規則どうしが食い違い、優先が定められていません）", "conflict: rules disagree and nothing says which wins")
        case .undetermined:
            let possible = report.possible.map { outcome($0, of: report) }.joined(separator: word("・", ", "))
            verdict = word("まだ決まりません（ありうる結果: \(possible)）", "not settled yet (possible: \(possible))")
        }
        return ["【\(verdict)】 \(title)　\(word("基準日", "as of")) \(asOf(frame))"]
    }

    private func asOf(_ frame: FactFrame) -> String {
        let day = values.text(frame[.asOf], .date)
        return frame[.asOfTime].state == .known ? "\(day) \(values.text(frame[.asOfTime], .time))" : day
    }

    private func grounds(_ report: DecisionReport, _ frame: FactFrame) -> [String] {
        var reasons = Reasons(plan, frame, decision: report.decision)
        var lines: [String] = []
        if report.status == .determined, !report.grounds.contains(where: \.isPrimary) {
            let open = word("どの条項によるかは、不明な事実によります（どの場合も結果は同じです）", "which clause depends on facts not known; the outcome is the same in every case")
            lines.append("  \(word("根拠", "ground")): \(open)")
        }
        for ground in report.grounds {
            let mark =
                ground.isPrimary ? word("根拠", "ground") : report.status == .determined ? word("ほかの根拠", "also") : word("当てはまる規定", "applies")
            let cite = ground.clause.map { plan.clauses[$0].citation } ?? word("（条項なし）", "(no clause)")
            let gist = ground.clause.flatMap { plan.clauses[$0].gist } ?? ""
            lines.append("  \(mark): \(cite)　\(gist)")
            if let wording = ground.clause.flatMap({ plan.clauses[$0].wording }) { lines.append("      \(word("条文", "wording")): 「\(wording)」") }
            if let rule = ground.rule {
                let why = reasons.why(rule)
                if !why.isEmpty { lines.append("    \(word("理由", "because")): \(why.joined(separator: word("、", "; ")))") }
            } else {
                lines.append("    \(word("理由", "because")): \(word("当てはまる規則がありません", "no rule speaks"))")
            }
        }
        return lines
    }

    private func defeated(_ report: DecisionReport) -> [String] {
        report.defeated.map { item in
            let own = plan.rules[item.rule].clause.map { plan.clauses[$0].citation } ?? plan.rules[item.rule].name
            let by = plan.rules[item.by].clause.map { plan.clauses[$0].citation } ?? plan.rules[item.by].name
            let how =
                switch item.form {
                case .proviso: word("ただし書により", "by its proviso")
                case .overrides: word("優先する規定により", "by a provision that prevails")
                case .notwithstanding: word("「にかかわらず」により", "notwithstanding")
                }
            return "  \(word("退いた規定", "gives way")): \(own)（\(how)\(by)）"
        }
    }

    private func missing(_ report: DecisionReport) -> [String] {
        let deciding = report.missing.filter(\.decides)
        guard !deciding.isEmpty else { return [] }
        var lines: [String] = []
        for (number, item) in deciding.prefix(5).enumerated() {
            let head = number == 0 ? word("次の質問", "next question") : word("　続けて", "then")
            lines.append("  \(head): \(question(item))")
        }
        if deciding.count > 5 { lines.append("    \(word("ほか \(deciding.count - 5) 件", "and \(deciding.count - 5) more"))") }
        if report.isApproximate {
            lines.append("    \(word("（探索を途中で打ち切ったため、関係のない質問が混じることがあります）", "(the search was cut short: some of these may not matter)"))")
        }
        return lines
    }

    private func question(_ item: Missing) -> String {
        switch item.subject {
        case .fact(let fact, let record, _):
            let text = plan.facts[fact].question ?? plan.facts[fact].caption
            return record.map { "［\(($0 + 1))］\(text)" } ?? text
        case .list(let list): return plan.lists[list].question ?? plan.lists[list].caption
        case .reference: return word("（参照データに分からない所があります。質問では埋まりません）", "(reference data leaves this open; no question fills it)")
        }
    }

    private func assumptions(_ report: DecisionReport, _ frame: FactFrame) -> [String] {
        var lines: [String] = []
        for effect in report.interpretations where effect.changesOutcome || effect.changesGrounds {
            let declared = plan.interpretations[effect.interpretation]
            let adopted = declared.readings[frame.interpretations[effect.interpretation.value]]
            let other = declared.readings[effect.reading].name
            let effectText: String
            if effect.changesOutcome, let result = effect.outcome {
                let name = outcome(result, of: report)
                effectText = word("案「\(other)」なら結果は「\(name)」に変わります", "under `\(other)` the outcome would be `\(name)`")
            } else if effect.changesOutcome {
                effectText = word("案「\(other)」ならありうる結果が変わります", "under `\(other)` other outcomes are possible")
            } else {
                effectText = word("案「\(other)」でも結果は同じで、根拠だけ変わります", "under `\(other)` only the ground changes")
            }
            lines.append("  \(word("解釈", "reading")): \(declared.name) = \(adopted.name)（\(effectText)）")
        }
        let harmless = Set(report.interpretations.filter { !$0.changesOutcome && !$0.changesGrounds }.map(\.interpretation))
            .subtracting(report.interpretations.filter { $0.changesOutcome || $0.changesGrounds }.map(\.interpretation)).sorted()
        if !harmless.isEmpty {
            let names = harmless.map { plan.interpretations[$0].name }.joined(separator: word("・", ", "))
            lines.append("  \(word("解釈", "reading")): \(names)（\(word("別の案でも結果は同じです", "other readings give the same"))）")
        }
        if report.readingsMatterTogether {
            lines.append("  \(word("解釈", "reading")): \(word("別の案を組み合わせると結果が変わります", "several other readings together change the outcome"))")
        }
        for lookup in report.sources {
            let table = plan.tables[lookup.table]
            guard let row = lookup.row else { continue }
            let item = table.rows[row]
            let cells = zip(table.columns, item.values).compactMap { column, value in value.map { values.text($0, column.type) } }.joined(separator: " ")
            let certainty = item.provenance.certainty.map { "、\($0)" } ?? ""
            lines.append(
                "  \(word("資料", "source")): \(item.provenance.row) \(cells)（\(item.provenance.source ?? "")、\(item.provenance.retrieved ?? "")\(word(" 取得", ""))\(certainty)）"
            )
        }
        for day in report.predicted {
            let name = Holidays.name(of: day) ?? word("祝日でない", "no holiday")
            let certainty = word("祝日法による予測。官報の公告はまだです", "predicted from the Holidays Act; not announced yet")
            lines.append("  \(word("資料", "source")): \(day.japanese) \(name)（\(certainty)）")
        }
        if let effective = plan.title.effective, effective > frame[.asOf].value {
            let day = values.text(effective, .date)
            lines.append(
                "  \(word("注意", "note")): \(word("この版は\(day)に施行され、基準日にはまだ効力がありません", "this edition is in force from \(day), after the day to judge by"))")
        }
        if plan.title.effective == nil { lines.append("  \(word("仮定", "assumed")): \(word("この版の規約が基準日に有効", "this edition is in force on the day"))") }
        return lines
    }

    private func reserved(_ report: DecisionReport) -> [String] {
        report.reserved.map { power in
            let fact = plan.facts[power.fact]
            var by = ""
            if case .discretion(let party) = fact.kind { by = party }
            let cite = power.clause.map { plan.clauses[$0].citation } ?? ""
            return "  \(word("留保", "reserved")): \(cite) \(fact.caption)（\(by)\(word("が決めれば", " may make it")) \(outcome(power.outcome, of: report))）"
        }
    }

    private func wouldChange(_ report: DecisionReport) -> [String] {
        report.counterfactuals.found.prefix(3).map { item in
            let changes = item.changes.map { change in
                let value = values.stretch(change) ?? values.text(change.value, plan.facts[change.fact].type)
                return word("\(plan.facts[change.fact].caption)を「\(value)」に", "\(plan.facts[change.fact].caption) = \(value)")
            }
            let cite = item.clause.map { "（\(plan.clauses[$0].citation)）" } ?? ""
            let then = word("すれば「\(outcome(item.outcome, of: report))」", " gives `\(outcome(item.outcome, of: report))`")
            return "  \(word("変えられること", "would change")): \(changes.joined(separator: word("、", " and ")))\(then)\(cite)"
        }
    }

    private func next(_ report: DecisionReport) -> [String] {
        guard let next = report.nextChange.outcome else { return [] }
        let what =
            switch next.status {
            case .determined: next.outcome.map { word("「\(outcome($0, of: report))」に変わります", "to `\(outcome($0, of: report))`") } ?? ""
            case .conflict: word("規則どうしが食い違います", "to a conflict")
            case .undetermined: word("決まらなくなります", "to an open answer")
            }
        return ["  \(word("この答えが変わる日", "changes by itself on")): \(values.moment(next.moment))（\(what)）"]
    }

    private func norms(_ report: DecisionReport) -> [String] {
        report.norms.map { inForce in
            let norm = plan.norms[inForce.norm].norm
            let kind =
                switch norm.kind {
                case .duty: word("義務", "duty")
                case .prohibition: word("禁止", "prohibited")
                case .power: word("権利", "power")
                case .disclaimer: word("免責", "disclaimed")
                case .charge: word("費用", "charge")
                }
            let who = norm.bearer.map { "\($0)\(norm.counterparty.map { "→\($0)" } ?? "")" } ?? ""
            let details = self.details(inForce)
            let by = details.isEmpty ? "" : word("（\(details.joined(separator: "、"))）", " (\(details.joined(separator: ", ")))")
            let cite = norm.clause.map { plan.clauses[$0].citation } ?? ""
            return "  \(kind): \(who) \(norm.content)\(by)　\(cite)"
        }
    }

    /// The amount, the deadline and the months of a norm, and what they wait for.
    private func details(_ inForce: NormInForce) -> [String] {
        let words = NormWords(plan)
        var details: [String] = []
        if let amount = words.amount(inForce) { details.append(word("額: \(amount)", amount)) }
        if let deadline = words.deadline(inForce) { details.append(word("期限: \(deadline)", "by \(deadline)")) }
        if let recurrence = inForce.recurrence {
            let (span, next) = words.months(recurrence)
            details.append(word("毎月: \(span)", "monthly: \(span)") + (next.map { word("、次は\($0)", ", next \($0)") } ?? ""))
        }
        let waiting = words.waiting(inForce, \.caption, \.caption)
        if !waiting.isEmpty { details.append(word("まだ分からないもの: \(waiting.joined(separator: "・"))", "waits for \(waiting.joined(separator: ", "))")) }
        return details
    }
}
