import Completions
package import Decisions
package import Diagnostics
import Norms
import Outlook
package import Plans
package import Proofs
import Runtime
import Vocabulary

/// An answer for those who check it: the whole proof, and everything that was assumed.
package struct LegalText: Bilingual {
    private let plan: Plan
    package let language: MessageLanguage
    private let digest: String
    private let words: AnswerWords

    /// - Parameter digest: the digest of the rules, `sha256:…`.
    package init(_ plan: Plan, language: MessageLanguage, digest: String) {
        self.plan = plan
        self.language = language
        self.digest = digest
        words = AnswerWords(plan, language: language)
    }

    /// The text, without a line break at the end.
    package func render(_ answer: Answer, _ proof: Proof) -> String {
        var lines = head(answer)
        lines += grounds(answer, proof)
        lines += section(word("成立するが退く規定", "Provisions that hold but give way"), proof.defeated.flatMap { line($0, proof) })
        lines += section(word("不明な事実により、適用されうる規定", "Provisions that may apply, for facts are not known"), proof.open.flatMap { line($0, proof) })
        lines += section(word("上の証明が拠る規定", "Provisions that the proof builds on"), proof.supporting.flatMap { line($0, proof) })
        lines += section(word("不明な事実", "Facts not known"), answer.missing.map { missing($0, in: answer.frame) })
        lines += section(word("採用した解釈", "Readings adopted"), readings(answer))
        lines += section(word("参照した資料", "Reference data"), answer.sources.compactMap { words.source($0) } + answer.predicted.map { words.predicted($0) })
        lines += section(word("期間の数え方", "How periods were counted"), counting(answer, proof))
        lines += section(word("行使されていない裁量", "Discretion not exercised"), answer.reserved.map { words.reserved($0, answer) })
        let norms = NormWords(plan, language: language)
        lines += section(word("これに伴う義務・権利・費用", "Duties, powers and charges that follow"), answer.norms.map { "\(norms.kind($0)): \(norms.sentence($0))" })
        lines += section(word("額と期限の計算", "How amounts and deadlines were worked out"), calculations(answer, proof))
        lines += section(word("通例による結論（承認の有無にかかわらず、厳密な結論ではない）", "Under usual circumstances (never the strict conclusion)"), usual(answer))
        lines += section(word("結論が変わる場合", "When the conclusion changes"), changes(answer))
        return lines.joined(separator: "\n")
    }

    private func calculations(_ answer: Answer, _ proof: Proof) -> [String] {
        let texts = CalculationText(plan, language: language)
        let norms = NormWords(plan, language: language)
        var prover = Prover(plan, answer)
        var lines: [String] = []
        for inForce in answer.norms {
            guard let calculation = prover.calculation(of: inForce.norm) else { continue }
            let norm = plan.norms[inForce.norm].norm
            lines.append("\(norms.kind(inForce)): \(norm.content)" + aside(words.cite(norm.clause)))
            lines += texts.steps(calculation) { proof.origins[$0] }.map { "  \($0)" }
        }
        return lines
    }

    private func usual(_ answer: Answer) -> [String] {
        guard let usual = answer.usual else { return [] }
        return [words.conclusion(usual, of: answer.decision)]
            + usual.assumed.map { word("前提: \(words.assumed($0))　理由: \($0.reason)", "assuming \(words.assumed($0)), for \($0.reason)") }
            + usual.givenUp.map { word("前提にできない: \(words.assumed($0))", "cannot be assumed: \(words.assumed($0))") }
    }

    private func section(_ title: String, _ lines: [String]) -> [String] { lines.isEmpty ? [] : ["", "■ \(title)"] + lines.map { "  \($0)" } }

    private func head(_ answer: Answer) -> [String] {
        let title = plan.title
        let status =
            switch answer.status {
            case .determined: word("確定", "determined")
            case .conflict, .undetermined: word("未確定", "not determined")
            }
        let edition = title.edition ?? word("記載なし", "not stated")
        var lines = [
            word("争点: \(words.title(answer.decision))", "Question: \(words.title(answer.decision))"),
            word("結論: \(words.verdict(answer))", "Conclusion: \(words.verdict(answer))") + (answer.status == .determined ? aside(status) : ""),
            word("基準日: \(words.asOf(answer.frame))", "As of: \(words.asOf(answer.frame))"),
            word("規約: \(title.title ?? title.name)（版: \(edition)）", "Terms: \(title.title ?? title.name) (edition: \(edition))"),
            word("規則: \(digest)", "Rules: \(digest)"),
        ]
        if let effective = title.effective {
            let day = words.values.text(effective, .date)
            let isLater = effective > answer.frame[.asOf].value
            lines.append(word("施行日: \(day)", "In force from: \(day)") + (isLater ? aside(word("基準日にはまだ効力がない", "not yet on the day to judge by")) : ""))
        } else {
            lines.append(word("仮定: 規約に施行日の記載がないため、この版が基準日に効力を有するものとする", "Assumed: the terms state no day of effect; this edition is taken to be in force"))
        }
        if answer.isApproximate {
            lines.append(
                word(
                    "注意: 大まかに調べた所がある。ありうる結果と不明な事実には、余分なものが含まれうる",
                    "Note: not everything was looked at exactly; possible outcomes and missing facts may name too much, never too little"))
        }
        return lines
    }

    // MARK: The proof

    private func grounds(_ answer: Answer, _ proof: Proof) -> [String] {
        var lines: [String] = []
        for ground in answer.grounds {
            guard let rule = ground.rule, let own = proof.applying.first(where: { $0.rule == rule }) else {
                lines += [words.cite(ground.clause) + aside(word("結論を決める", "decides")), word("  適用される規則がないときの定め", "  what holds where no rule applies")]
                continue
            }
            lines += line(own, proof, decides: ground.isPrimary)
        }
        if answer.grounds.isEmpty { lines.append(word("確実に適用される規定はない", "no provision certainly applies")) }
        if !answer.openGrounds.isEmpty {
            let clauses = words.openGrounds(answer).joined(separator: word("、", ", "))
            lines.append(word("結論を決めるのは次のいずれか（不明な事実による）: \(clauses)", "what decides is one of these, for facts are not known: \(clauses)"))
        }
        return section(word("適用される規定と証明（○ 真、× 偽、？ 不明）", "Provisions that apply, with their proof (○ true, × false, ？ not known)"), lines)
    }

    private func line(_ line: Proof.Line, _ proof: Proof, decides: Bool = false) -> [String] {
        let rule = plan.rules[line.rule]
        let outcome = words.outcome(rule.outcome, of: rule.decision)
        let mark = decides ? aside(word("結論を決める", "decides")) : ""
        var lines = [words.cite(rule.clause) + mark + word(" 規則「\(rule.name)」→ \(outcome)", " rule `\(rule.name)` -> \(outcome)")]
        if let gist = rule.clause.flatMap({ plan.clauses[$0].gist }) { lines.append("  " + word("要旨: \(gist)", "in short: \(gist)")) }
        if let wording = rule.clause.flatMap({ plan.clauses[$0].wording }) { lines.append("  " + word("条文: 「\(wording)」", "wording: 「\(wording)」")) }
        for defeat in line.by {
            let by = plan.rules[defeat.by].name
            lines.append(
                "  "
                    + word(
                        "退けた規則: \(words.cite(defeat.by)) 規則「\(by)」（\(words.form(defeat.form))）",
                        "defeated by: \(words.cite(defeat.by)) rule `\(by)` (\(words.form(defeat.form)))"))
        }
        var told: Set<Int> = []
        return lines + part(line.condition, "  ", proof, &told)
    }

    private func part(_ part: Proof.Part, _ indent: String, _ proof: Proof, _ told: inout Set<Int>) -> [String] {
        let mark =
            switch part.truth {
            case .yes: "○"
            case .no: "×"
            case .unknown: "？"
            }
        let isAgain = !part.parts.isEmpty && !told.insert(part.number).inserted
        let head = words.asked(part) + (part.test.map { origin($0, proof) } ?? "")
        if isAgain { return ["\(indent)\(mark) \(head)" + aside(word("前に述べたもの", "as above"))] }
        var lines = ["\(indent)\(mark) \(head)"]
        for own in part.parts { lines += self.part(own, indent + "  ", proof, &told) }
        return lines
    }

    /// Who said the fact that a test looks at.
    private func origin(_ test: ProofAtom, _ proof: Proof) -> String {
        let origins = proof.origins(of: test, plan)
        return origins.isEmpty ? "" : word("〔\(origins.joined(separator: "、"))〕", " [\(origins.joined(separator: "; "))]")
    }

    // MARK: What was assumed

    private func missing(_ item: Missing, in frame: FactFrame) -> String {
        words.question(item) + (words.asked(item, in: frame).map { aside($0) } ?? "")
            + aside(item.decides ? word("結論を左右する", "decides") : word("根拠の条項だけを左右する", "only changes which clause is cited"))
    }

    /// Every open point of the text that the answer touches: what was adopted, why, and what another reading would change.
    private func readings(_ answer: Answer) -> [String] {
        var lines: [String] = []
        for place in Set(answer.interpretations.map(\.interpretation)).sorted() {
            let declared = plan.interpretations[place]
            let adopted = declared.readings[answer.frame.interpretations[place.value]]
            let clauses = listed(declared.clauses.map { words.cite($0) })
            lines.append(declared.name + aside(clauses))
            lines.append("  " + word("論点: \(declared.issue)", "issue: \(declared.issue)"))
            lines.append("  " + word("採用: ", "adopted: ") + reading(adopted))
            for effect in answer.interpretations where effect.interpretation == place {
                lines.append("  " + word("別の読み方: ", "other reading: ") + reading(declared.readings[effect.reading]))
                lines.append("    " + word("→ ", "-> ") + words.effect(effect, answer))
            }
        }
        if answer.readingsMatterTogether {
            lines.append(word("一つずつでは変わらないが、別の読み方を組み合わせると結論が変わる", "no other reading changes the conclusion alone; several together do"))
        }
        return lines
    }

    private func reading(_ reading: Interpretation.Reading) -> String {
        reading.name + (reading.label.map { word("　\($0)", ": \($0)") } ?? "") + (reading.reason.map { aside(word("理由: \($0)", "because: \($0)")) } ?? "")
    }

    /// The conventions that the conditions and the norms at hand count by.
    private func counting(_ answer: Answer, _ proof: Proof) -> [String] {
        var reach = Reach()
        for line in proof.lines { reach.add(plan.conditions[line.rule.value], of: plan) }
        for norm in answer.norms { for node in plan.norms[norm.norm].nodes { reach.add(node, of: plan) } }
        return reach.steps.sorted { $0.rawValue < $1.rawValue }.compactMap { $0.traits.convention.map { word($0.japanese, $0.english) } }
    }

    private func changes(_ answer: Answer) -> [String] {
        var lines: [String] = []
        if let next = words.next(answer) { lines.append(word("時の経過: \(next)", "by itself: \(next)")) }
        lines += answer.counterfactuals.found.map { word("事実の変更: ", "by changed facts: ") + words.wouldChange($0, answer) }
        if answer.status != .undetermined, answer.counterfactuals.isApproximate {
            lines.append(word("ほかにもありうる（探索を途中で打ち切った）", "there may be others (the search was cut short)"))
        }
        return lines
    }
}
