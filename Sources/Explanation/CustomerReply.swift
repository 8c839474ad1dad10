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

/// An answer as a polite reply to the customer, to be pasted into a mail: nothing that only staff should weigh, and always what was taken as given.
package struct CustomerReply: Bilingual {
    /// More questions than these are asked when these are answered.
    private static let mostQuestions = 5
    private static let mostChanges = 3
    /// While the outcome is open, more clauses than these that may decide tell nothing.
    private static let mostOpenGrounds = 5

    private let plan: Plan
    package let language: MessageLanguage
    private let words: AnswerWords
    private let parties: PartyNames

    package init(_ plan: Plan, language: MessageLanguage) {
        self.plan = plan
        self.language = language
        words = AnswerWords(plan, language: language)
        parties = PartyNames(plan.title, plan.facts)
    }

    /// The reply, without a line break at the end.
    package func render(_ answer: Answer, _ proof: Proof) -> String {
        let title = words.title(answer.decision)
        var lines = [
            word("お問い合わせいただき、ありがとうございます。", "Thank you for contacting us."),
            word("「\(title)」につきまして、\(words.asOf(answer.frame))を基準として、次のとおりお答えいたします。", "This is our answer to `\(title)`, as of \(words.asOf(answer.frame))."),
        ]
        lines += section(word("ご回答", "Our answer"), [verdict(answer)] + usual(answer))
        lines += section(word("理由", "Why"), reasons(answer))
        let isOpen = answer.status == .undetermined
        lines += section(isOpen ? word("うかがっている内容", "What we know") : word("お答えの前提とした内容", "What we took as given"), given(answer, proof))
        lines += section(word("教えていただきたいこと", "What we need to know"), questions(answer))
        lines += duties(answer)
        lines += section(word("次の場合は、ご案内が変わります", "When our answer would be different"), changes(answer))
        lines += section(word("ご留意いただきたいこと", "Please note"), notes(answer))
        lines.append("")
        if answer.status == .determined {
            lines.append(word("上の内容に事実と違うところがございましたら、お知らせください。ご案内が変わることがございます。", "Please tell us if anything above is not so: our answer may change."))
        }
        lines.append(word("ご不明な点がございましたら、お気軽にお知らせください。", "Please let us know if anything is unclear."))
        // What is quoted, and said about it, stays as it is.
        let quotes = Set(answer.grounds.compactMap(\.clause).compactMap(quote) + [named])
        return lines.map { quotes.contains($0) ? $0 : parties.text($0) }.joined(separator: "\n")
    }

    private func section(_ title: String, _ lines: [String]) -> [String] { lines.isEmpty ? [] : ["", "■ \(title)"] + lines }

    private func item(_ text: String) -> String { word("・", "- ") + text }

    private func verdict(_ answer: Answer) -> String {
        switch answer.status {
        case .determined: return answer.outcome.map { sentence(words.outcome($0, of: answer.decision)) } ?? ""
        case .undetermined where words.side(answer) != nil:
            let rest =
                questions(answer).isEmpty
                ? word("くわしくは、確認のうえ、あらためてご案内いたします。", "We will come back to you with the details.")
                : word("下の点をお知らせいただければ、くわしい理由をご案内いたします。", "If you tell us what we ask below, we can say more exactly why.")
            return sentence(words.side(answer)?.text ?? "") + word("", " ") + rest
        case .conflict:
            return word("規約の定めを確かめる必要がございます。確認のうえ、あらためてご案内いたします。", "We have to check what our terms say on this and will come back to you.")
        case .undetermined where questions(answer).isEmpty:
            return word("当社で確認すべき点がございます。確認のうえ、あらためてご案内いたします。", "We have to check some points ourselves and will come back to you.")
        case .undetermined:
            return word(
                "いまうかがっている内容だけでは、まだお答えが決まりません。下の点をお知らせいただければ、あらためてご案内いたします。",
                "We cannot say yet. Please tell us what we ask below, and we will come back to you.")
        }
    }

    /// What holds under usual circumstances, where those are approved, unless it speaks against the customer: that is not said before it is certain.
    private func usual(_ answer: Answer) -> [String] {
        guard let usual = answer.usual, !usual.isForStaffOnly, usual.assumed.allSatisfy({ $0.approval != nil && isShown($0.fact) }) else { return [] }
        return [
            word(
                "なお、次のことを前提にすれば、お答えは次のとおりです: \(sentence(words.conclusion(usual, of: answer.decision)))",
                "Assuming the following, our answer is: \(words.conclusion(usual, of: answer.decision))")
        ] + usual.assumed.map { item("\(plan.facts[$0.fact].caption): \(words.values.text(Reading(.known, $0.value), plan.facts[$0.fact].type))") }
    }

    /// A caption as a polite sentence.
    private func sentence(_ caption: String) -> String {
        if language == .english || caption.hasSuffix("。") { return caption }
        return ["です", "ます", "ません"].contains { caption.hasSuffix($0) } ? caption + "。" : "「\(caption)」となります。"
    }

    private func reasons(_ answer: Answer) -> [String] {
        guard answer.status == .determined || answer.side != nil && answer.openGrounds.count <= Self.mostOpenGrounds else { return [] }
        let terms = plan.title.title ?? word("利用規約", "our terms")
        guard answer.openGrounds.isEmpty else {
            let clauses = words.openGrounds(answer).joined(separator: word("、", ", "))
            return [item(word("\(terms)の次のいずれかによります: \(clauses)", "one of these provisions of \(terms): \(clauses)"))]
        }
        guard answer.status == .determined else { return [] }
        let clauses = answer.grounds.filter(\.isPrimary).compactMap(\.clause)
        var lines: [String] = []
        for clause in clauses {
            let gist = plan.clauses[clause].wording == nil ? plan.clauses[clause].gist : nil
            lines.append(item("\(terms) \(words.cite(clause))" + (gist.map { word("（概要: \($0)）", " (in short: \($0))") } ?? "")))
            lines += quote(clause).map { [$0] } ?? []
        }
        if clauses.contains(where: { plan.clauses[$0].wording == nil && plan.clauses[$0].gist != nil }) {
            lines.append(word("※ 概要は、当社が内容を要約したものです。正確な文言は規約をご覧ください。", "What stands in brackets is our summary; please see the terms for their exact words."))
        }
        if clauses.contains(where: { plan.clauses[$0].wording != nil }), !plan.title.parties.isEmpty {
            lines.append(named)
        }
        return Array(lines.uniqued())
    }

    /// The contract's own words, where its document is attached.
    private func quote(_ clause: Place<Clause>) -> String? { plan.clauses[clause].wording.map { "  「\($0)」" } }

    /// What the contract calls the parties in the words that are quoted.
    private var named: String {
        let names = plan.title.parties.map { word("\($0.label ?? $0.name)を「\($0.name)」", "\($0.label ?? $0.name) `\($0.name)`") }
        return word("※ 規約は、\(names.joined(separator: "、"))と呼んでいます。", "The terms call \(names.joined(separator: " and ")).")
    }

    /// The facts that the deciding rules, and those they build on, rest on; while the answer is open, all that is known.
    private func given(_ answer: Answer, _ proof: Proof) -> [String] {
        guard answer.status == .determined else {
            let known = plan.program(answer.decision).facts.sorted().filter {
                $0 != .asOf && $0 != .asOfTime && answer.frame[$0].state == .known && isShown($0) && !isOwn($0)
            }
            return known.map { item("\(plan.facts[$0].caption): \(words.values.text(answer.frame[$0], plan.facts[$0].type))") }
        }
        let primary = Set(answer.grounds.filter(\.isPrimary).compactMap(\.rule))
        let lines = proof.applying.filter { primary.contains($0.rule) } + proof.supporting
        let told = lines.flatMap { $0.condition.reasons }.filter { $0.test.isOfFacts && $0.test.facts(plan).allSatisfy(isShown) }
        return Array((told.map { item(words.tests.reason($0.test, $0.truth)) }).uniqued())
    }

    /// Personal data do not go into mails.
    private func isShown(_ fact: Place<Fact>) -> Bool { !plan.facts[fact].isPersonal && plan.facts[fact].type != .text }

    /// What our own records tell; where the rules do not say whose question it is, as the question has it.
    private func isOwn(_ fact: Place<Fact>) -> Bool {
        guard let asked = plan.facts[fact].askedOf else { return plan.facts[fact].question.map(parties.isOwn) ?? false }
        return words.asking.isOurs(asked)
    }

    // MARK: What is asked

    private func questions(_ answer: Answer) -> [String] {
        guard answer.status == .undetermined else { return [] }
        return Array(
            (answer.missing.filter { $0.decides && $0.isAsked && isForCustomer($0.subject) }.map { item(words.question($0, in: answer.frame)) }).uniqued()
        ).prefix(
            Self.mostQuestions
        ).map { $0 }
    }

    /// What a responsible person here has to find, and what our own records tell, is not asked of the customer.
    private func isForCustomer(_ subject: Missing.Subject) -> Bool {
        switch subject {
        case .fact(let fact, _, _): plan.facts[fact].kind == .plain && plan.facts[fact].question != nil && !isOwn(fact)
        case .list(let list): plan.lists[list].question != nil && !words.asking.isOurs(plan.lists[list].askedOf)
        case .event, .reference: false
        }
    }

    // MARK: What follows

    private func duties(_ answer: Answer) -> [String] {
        guard answer.status == .determined else { return [] }
        let norms = NormWords(plan, language: language)
        var lines: [String: [String]] = [:]
        for inForce in answer.norms {
            let norm = plan.norms[inForce.norm].norm
            guard [.duty, .charge].contains(norm.kind), let bearer = norm.bearer else { continue }
            let line = item(toDo(norm.content) + norms.details(inForce) + word("　\(words.cite(norm.clause))", ", \(words.cite(norm.clause))"))
            lines[bearer, default: []].append(line)
        }
        // The others first: the reader is one of them.
        let bearers = lines.keys.sorted { ($0 == parties.answering?.name ? 1 : 0, $0) < ($1 == parties.answering?.name ? 1 : 0, $1) }
        return bearers.flatMap { section(dutyTitle($0), Array((lines[$0] ?? []).uniqued())) }
    }

    /// Whose duties follow; where the contract does not say who answers, by the party's name.
    private func dutyTitle(_ bearer: String) -> String {
        guard let answering = parties.answering else { return word("\(parties.label(bearer))がすること", "What \(parties.label(bearer)) does") }
        return bearer == answering.name ? word("当社が行うこと", "What we will do") : word("お客様にお願いすること", "What we ask you to do")
    }

    /// `知らせる` as `知らせること`.
    private func toDo(_ content: String) -> String {
        guard language == .japanese, let last = content.last, "うくぐすつぬぶむるい".contains(last) else { return content }
        return content + "こと"
    }

    private func changes(_ answer: Answer) -> [String] {
        let decision = plan.decisions[answer.decision]
        let found = answer.counterfactuals.found.filter { $0.outcome != decision.fallback }
        return found.prefix(Self.mostChanges).map { change in
            let conditions = change.changes.map { condition($0) }.joined(separator: word("、かつ、", " and "))
            let then = words.outcome(change.outcome, of: answer.decision)
            let cite = change.clause.map { aside(words.cite($0)) } ?? ""
            return item(word("\(conditions)場合は、「\(then)」というご案内になります\(cite)。", "if \(conditions): \(then)\(cite)"))
        }
    }

    private func condition(_ change: Counterfactual.Change) -> String {
        let fact = plan.facts[change.fact]
        if fact.type == .bool {
            let isSo = change.value.value == 1
            return word("「\(fact.caption)」に当てはま\(isSo ? "る" : "らない")", "`\(fact.caption)` is \(isSo ? "so" : "not so")")
        }
        return word("「\(fact.caption)」が「\(words.value(change))」の", "`\(fact.caption)` is \(words.value(change))")
    }

    private func notes(_ answer: Answer) -> [String] {
        guard answer.status == .determined else { return [] }
        var lines: [String] = []
        if let next = answer.nextChange.outcome {
            let moment = words.values.moment(next.moment)
            let then = next.outcome.map { words.outcome($0, of: answer.decision) }
            lines.append(
                item(
                    then.map { word("\(moment)からは、「\($0)」というご案内になります。", "From \(moment): \($0)") }
                        ?? word("\(moment)からは、ご案内の内容が変わることがございます。", "From \(moment) our answer may change.")))
        }
        if !answer.reserved.isEmpty {
            lines.append(item(word("規約に基づく当社の判断により、ご案内が変わることがございます。", "A decision that our terms leave to us may change this answer.")))
        }
        return lines
    }
}
