import Algorithms
import Completions
package import Decisions
package import Diagnostics
import Norms
import Outlook
package import Plans
package import Proofs
import Runtime
import Vocabulary

/// An answer as a person reads it on one screen.
package struct DecisionText: Bilingual {
    private static let mostOpenGrounds = 5
    private static let mostQuestions = 5

    private let plan: Plan
    package let language: MessageLanguage
    private let words: AnswerWords

    package init(_ plan: Plan, language: MessageLanguage) {
        self.plan = plan
        self.language = language
        words = AnswerWords(plan, language: language)
    }

    /// The answer, without a line break at the end.
    package func render(_ answer: Answer, _ proof: Proof) -> String {
        var lines = ["【\(words.verdict(answer))】 \(words.title(answer.decision))　\(word("基準日", "as of")) \(words.asOf(answer.frame))"]
        if language == .english { lines = ["[\(words.verdict(answer))] \(words.title(answer.decision)), as of \(words.asOf(answer.frame))"] }
        lines += usual(answer)
        lines += grounds(answer, proof)
        lines += answer.defeated.map { item in
            line(
                word("退いた規定", "gives way"),
                words.cite(item.rule)
                    + aside(word("\(words.form(item.form))である\(words.cite(item.by))による", "to the \(words.form(item.form)) \(words.cite(item.by))")))
        }
        lines += missing(answer)
        lines += assumptions(answer)
        lines += answer.reserved.map { line(word("留保", "reserved"), words.reserved($0, answer)) }
        lines += words.next(answer).map { [line(word("この答えが変わる日", "changes by itself on"), $0)] } ?? []
        lines += words.nextSide(answer).map { [line(word("言い切れることが変わる日", "what is certain changes on"), $0)] } ?? []
        lines += answer.counterfactuals.found.prefix(3).map { line(word("変えられること", "would change"), words.wouldChange($0, answer)) }
        let norms = NormWords(plan, language: language)
        let calculations = CalculationText(plan, language: language)
        var prover = Prover(plan, answer)
        for norm in answer.norms {
            lines.append(line(norms.kind(norm), norms.sentence(norm)))
            if let calculation = prover.calculation(of: norm.norm) { lines += calculations.lines(calculation).map { "    \($0)" } }
        }
        return lines.joined(separator: "\n")
    }

    private func usual(_ answer: Answer) -> [String] {
        guard let usual = answer.usual else { return [] }
        let clauses = Array(usual.grounds.filter(\.isPrimary).map { words.cite($0.clause) }.uniqued())
        let care = usual.isForStaffOnly ? aside(word("お客様には、確かめてから答えます", "for customers only once it is confirmed")) : ""
        let conclusion = words.conclusion(usual, of: answer.decision) + (clauses.isEmpty ? "" : aside(clauses.joined(separator: word("、", ", ")))) + care
        var lines = [line(word("通例なら", "usually"), conclusion)]
        lines.append(line(word("　次のことを前提に", "  assuming"), usual.assumed.map(words.assumed).joined(separator: word("、", "; "))))
        if !usual.givenUp.isEmpty {
            let names = usual.givenUp.map { plan.facts[$0.fact].caption }
            lines.append(line(word("　前提にできないこと", "  cannot be assumed"), listed(names) + aside(word("分かっている事実と両立しません", "against what is known"))))
        }
        return lines
    }

    private func line(_ title: String, _ text: String) -> String { "  \(title): \(text)" }

    private func grounds(_ answer: Answer, _ proof: Proof) -> [String] {
        var lines: [String] = []
        if answer.status == .determined { lines += openGrounds(answer) }
        for ground in answer.grounds {
            let mark =
                ground.isPrimary ? word("根拠", "ground") : answer.status == .determined ? word("ほかの根拠", "also") : word("当てはまる規定", "applies")
            let gist = ground.clause.flatMap { plan.clauses[$0].gist } ?? ""
            lines.append(line(mark, words.cite(ground.clause) + word("　", ": ") + gist))
            if let wording = ground.clause.flatMap({ plan.clauses[$0].wording }) { lines.append("      \(word("条文", "wording")): 「\(wording)」") }
            let condition = proof.applying.first { $0.rule == ground.rule }?.condition
            let reasons = condition.map { $0.reasons.filter { !$0.test.isOfReadings }.map { words.tests.reason($0.test, $0.truth) } }
            let told = Array((reasons ?? [word("当てはまる規則がありません", "no rule speaks")]).uniqued())
            if !told.isEmpty { lines.append("    \(word("理由", "because")): \(told.joined(separator: word("、", "; ")))") }
        }
        // What certainly applies comes before what may decide.
        if answer.status != .determined { lines += openGrounds(answer) }
        return lines
    }

    /// The clauses that may decide where the outcome or the side is settled, and it is open which does.
    private func openGrounds(_ answer: Answer) -> [String] {
        guard !answer.openGrounds.isEmpty else { return [] }
        let open =
            answer.status == .determined
            ? word("どの条項によるかは、不明な事実によります（どの場合も結果は同じです）", "which clause depends on facts not known; the outcome is the same in every case")
            : word("どの条項によるかは、不明な事実によります（どの場合も、上のことは同じです）", "which clause depends on facts not known; what stands above is the same in every case")
        // While the outcome is open there can be very many.
        let shown = answer.openGrounds.prefix(answer.status == .determined ? .max : Self.mostOpenGrounds)
        let rest = answer.openGrounds.count - shown.count
        return [line(word("根拠", "ground"), open)]
            + shown.map { ground in
                line(word("　ありうる根拠", "  may be"), words.cite(ground) + (plan.clauses[ground].gist.map { word("　\($0)", ": \($0)") } ?? ""))
            } + (rest > 0 ? ["    \(word("ほか \(rest) 条項", "and \(rest) more"))"] : [])
    }

    private func missing(_ answer: Answer) -> [String] {
        let deciding = answer.missing.filter(\.decides)
        guard !deciding.isEmpty else { return [] }
        // What the other side is asked, and what is ours to find out: first the part that has the best question.
        let ours = questions(deciding.filter(words.isOurs), answer, word("当社で確かめること", "for us to find out"))
        let theirs = questions(deciding.filter { !words.isOurs($0) }, answer, word("次の質問", "next question"))
        var lines = deciding.first.map(words.isOurs) == true ? ours + theirs : theirs + ours
        if answer.isApproximate {
            lines.append("    \(word("（大まかに調べた所があるため、関係のない質問が混じることがあります）", "(not everything was looked at exactly: some of these may not matter)"))")
        }
        return lines
    }

    private func questions(_ items: [Missing], _ answer: Answer, _ title: String) -> [String] {
        let asked = Array(items.map { words.question($0, in: answer.frame) + (words.asked($0, in: answer.frame).map { aside($0) } ?? "") }.uniqued())
        let lines = asked.prefix(Self.mostQuestions).enumerated().map { number, item in
            line(number == 0 ? title : word("　続けて", "  then"), item)
        }
        let rest = asked.count - lines.count
        return lines + (rest > 0 ? ["    \(word("ほか \(rest) 件", "and \(rest) more"))"] : [])
    }

    private func assumptions(_ answer: Answer) -> [String] {
        let title = word("解釈", "reading")
        var lines: [String] = []
        let telling = answer.interpretations.filter(\.changesAnything)
        for effect in telling {
            let declared = plan.interpretations[effect.interpretation]
            let adopted = declared.readings[answer.frame.interpretations[effect.interpretation.value]]
            let other = declared.readings[effect.reading].name
            let change = words.effect(effect, answer)
            lines.append(line(title, "\(declared.name) = \(adopted.name)" + aside(word("「\(other)」と読めば、\(change)", "read as `\(other)`: \(change)"))))
        }
        let harmless = Set(answer.interpretations.map(\.interpretation)).subtracting(telling.map(\.interpretation)).sorted()
        if !harmless.isEmpty {
            let names = listed(harmless.map { plan.interpretations[$0].name })
            lines.append(line(title, names + aside(word("別の読み方でも結果は同じです", "other readings give the same"))))
        }
        if answer.readingsMatterTogether { lines.append(line(title, word("別の読み方を組み合わせると結果が変わります", "several other readings together change the outcome"))) }
        lines += answer.sources.compactMap { words.source($0) }.map { line(word("資料", "source"), $0) }
        lines += answer.predicted.map { line(word("資料", "source"), words.predicted($0)) }
        if let effective = plan.title.effective, effective > answer.frame[.asOf].value {
            let day = words.values.text(effective, .date)
            lines.append(line(word("注意", "note"), word("この版は\(day)に施行され、基準日にはまだ効力がありません", "this edition is in force from \(day), after the day to judge by")))
        }
        if plan.title.effective == nil { lines.append(line(word("仮定", "assumed"), word("この版の規約が基準日に有効", "this edition is in force on the day"))) }
        return lines
    }
}
