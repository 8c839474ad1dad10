import Algorithms
package import Completions
package import Decisions
package import Diagnostics
import Explanation
import Norms
import Outlook
package import Plans
package import Proofs
import Runtime
package import Vocabulary

/// An answer as the parts of a page: texts in the reader's language, ready to be shown.
package struct AnswerView: Bilingual {
    /// A change is one of several; more than these do not help on the phone.
    private static let mostChanges = 5
    /// Clauses that may still decide.
    private static let mostGrounds = 6

    /// Where an answer is kept.
    package struct Kept: Sendable {
        package let number: Int64
        /// Where the record's page is; nil where there is none for the reader.
        package let href: String?
        /// The same, for others.
        package let link: String?

        package init(number: Int64, href: String?, link: String?) {
            self.number = number
            self.href = href
            self.link = link
        }
    }

    private let plan: Plan
    package let language: MessageLanguage
    private let words: AnswerWords
    private let reply: CustomerReply
    private let href: @Sendable (String) -> String?

    /// - Parameter href: where the page of a clause is, by its ID; nil where there is none.
    package init(_ plan: Plan, language: MessageLanguage, href: @escaping @Sendable (String) -> String?) {
        self.plan = plan
        self.language = language
        self.href = href
        words = AnswerWords(plan, language: language)
        reply = CustomerReply(plan, language: language)
    }

    /// The parts of an answer.
    ///
    /// - Parameters:
    ///   - number: of several answers on one page, which; their parts are told apart by it.
    ///   - hidden: facts that the reader may not see. What would show them is left out.
    package func content(
        _ answer: Answer, _ proof: Proof, kept: Kept?, number: Int = 0, without hidden: Set<Place<Fact>> = []
    ) -> AnswerContent {
        let primary = answer.grounds.first { $0.isPrimary && $0.clause != nil }?.clause
        var content = AnswerContent(verdict(answer, primary), number: number)
        content.also = Array(answer.grounds.compactMap(\.clause).filter { $0 != primary }.uniqued()).map(clause)
        content.possibleGrounds = possibleGrounds(answer).map(clause)
        (content.assumptions, content.quiet) = (assumptions(answer), quiet(answer))
        content.discretion = answer.reserved.map { words.reserved($0, answer) }
        content.nextChange = next(answer)
        content.cutShort = words.cutShort(answer)
        content.usual = answer.usual.map { usual($0, answer) }
        var prover = Prover(plan, answer)
        content.duties = answer.norms.map { duty($0, prover.calculation(of: $0.norm)) }
        content.sources = answer.sources.compactMap { words.source($0) } + answer.predicted.map { words.predicted($0) }
        content.defeated = answer.defeated.map(defeated)
        content.record = kept.map { .init(number: "\($0.number)", href: $0.href) }
        guard !proof.looks(at: hidden, plan) else { return content }
        content.reasons = reasons(answer, proof)
        content.lacking = AnswerContent.Lacking.all(answer, plan, words, without: hidden, clause: clause)
        content.changes = answer.counterfactuals.found.prefix(Self.mostChanges).map { change($0, answer) }
        content.proof = proof.lines.map { line($0, proof) }
        content.copy = kept.map { copies(answer, proof, primary, $0) }
        return content
    }

    /// An answer of which only the result is left.
    ///
    /// - Parameters:
    ///   - outcome: its name; one that the edition does not have is shown as it is. Likewise the side, where no outcome is.
    ///   - ground: the ID of the clause that decided.
    ///   - number: of several answers on one page, which.
    package func content(
        _ status: DecisionStatus, of decision: String, outcome: String?, side: String?, ground: String?, asOf: String, number: Int = 0
    ) -> AnswerContent {
        AnswerContent(verdict(status, of: decision, outcome: outcome, side: side, ground: ground, asOf: asOf), number: number)
    }

    // MARK: The verdict

    private func verdict(_ answer: Answer, _ primary: Place<Clause>?) -> VerdictContent {
        let declared = plan.decisions[answer.decision]
        let isSettled = answer.status == .determined
        let certain = isSettled ? answer.outcome.map { OutcomeSet($0) } : answer.side.map { declared.sides[$0].outcomes }
        return verdict(
            answer.status, certain: certain, of: declared, question: words.title(answer.decision),
            outcome: isSettled ? answer.outcome.map { words.outcome($0, of: answer.decision) } : words.side(answer)?.text, left: words.left(answer),
            possible: isSettled ? [] : answer.possible.map { words.outcome($0, of: answer.decision) }, asOf: words.asOf(answer.frame),
            ground: primary.map(clause))
    }

    /// What an answer came to that is on record.
    ///
    /// - Parameters:
    ///   - outcome: its name; one that the edition does not have is shown as it is. Likewise the side, where no outcome is.
    ///   - ground: the ID of the clause that decided.
    package func verdict(
        _ status: DecisionStatus, of decision: String, outcome: String?, side: String?, ground: String?, asOf: String
    ) -> VerdictContent {
        let declared = plan.decisions.places.first { plan.decisions[$0].name == decision }
        let code = declared.flatMap { place in plan.decisions[place].outcomes.firstIndex { $0.name == outcome } }
        let known = declared.flatMap { place in plan.decisions[place].sides.first { $0.name == side } }
        return verdict(
            status, certain: code.map { OutcomeSet($0) } ?? known?.outcomes, of: declared.map { plan.decisions[$0] },
            question: declared.map { words.title($0) } ?? decision,
            outcome: self.outcome(outcome, of: decision) ?? side.map { self.side($0, of: decision) }, left: nil, possible: [], asOf: asOf,
            ground: ground.map { clause(id: $0) })
    }

    /// - Parameter certain: the outcome, or those of the side that is certain; nil where nothing is.
    private func verdict(
        _ status: DecisionStatus, certain: OutcomeSet?, of decision: Decision?, question: String, outcome: String?, left: String?, possible: [String],
        asOf: String, ground: ClauseLink?
    ) -> VerdictContent {
        let tone = certain.flatMap { certain in decision.map { self.tone(certain, of: $0) } } ?? ""
        let isCertain = certain != nil || status == .determined
        return VerdictContent(
            status: status.rawValue, statusText: self.status(status), tone: tone, isGood: tone == "good", isBad: tone == "bad",
            isPlain: isCertain && tone.isEmpty, isOpen: status == .undetermined && !isCertain, isConflict: status == .conflict && !isCertain,
            question: question, outcome: outcome ?? unsettled(status), left: left, possible: possible, asOf: asOf, ground: ground)
    }

    /// For whom all of some outcomes are better: whoever does not answer is served. Nothing is said where the contract does not.
    private func tone(_ outcomes: OutcomeSet, of decision: Decision) -> String {
        let favoured = Set(outcomes.map { decision.outcomes[$0].favours })
        guard favoured.count == 1, let party = favoured.first.flatMap({ $0 }), let answering = plan.title.answering else { return "" }
        return party == answering ? "bad" : "good"
    }

    /// An outcome by its name, as it is said; nil for none, and the name for one that the edition does not have.
    private func outcome(_ name: String?, of decision: String) -> String? {
        guard let name, let declared = plan.decisions.places.first(where: { plan.decisions[$0].name == decision }) else { return name }
        return plan.decisions[declared].outcomes.first { $0.name == name }?.caption ?? name
    }

    /// A side by its name, as it is said; the name for one that the edition does not have.
    package func side(_ name: String, of decision: String) -> String {
        plan.decisions.first { $0.name == decision }?.sides.first { $0.name == name }?.text ?? name
    }

    /// Whether a decision declares sides: else each outcome is one by itself.
    package func hasSides(_ decision: String) -> Bool { plan.decisions.first { $0.name == decision }?.sides.contains(where: \.isDeclared) ?? false }

    /// What a decision came to, as it is said.
    package func outcome(_ name: String?, of decision: String, _ status: DecisionStatus) -> String { outcome(name, of: decision) ?? unsettled(status) }

    /// The word for a status.
    package func status(_ status: DecisionStatus) -> String {
        switch status {
        case .determined: word("確定", "determined")
        case .undetermined: word("未決", "undetermined")
        case .conflict: word("抵触", "conflict")
        }
    }

    private func unsettled(_ status: DecisionStatus) -> String {
        switch status {
        case .determined: ""
        case .undetermined: word("まだ決まりません", "Not settled yet")
        case .conflict: word("規則どうしが食い違っています", "The rules disagree")
        }
    }

    private func copies(_ answer: Answer, _ proof: Proof, _ primary: Place<Clause>?, _ kept: Kept) -> AnswerContent.Copies {
        let title = plan.title.title.map { "\($0) " } ?? ""
        return .init(citation: primary.map { title + words.cite($0) }, reply: reply.render(answer, proof), link: kept.link)
    }

    // MARK: Clauses and reasons

    /// A clause with where it is, what it says in short, and its own words where they are at hand.
    package func clause(_ place: Place<Clause>) -> ClauseLink {
        let clause = plan.clauses[place]
        return ClauseLink(cite: words.cite(place), href: href(clause.id), gist: clause.gist, wording: clause.wording)
    }

    /// The same by its ID; one that the edition does not have is shown by the ID.
    package func clause(id: String) -> ClauseLink {
        plan.clauses.places.first { plan.clauses[$0].id == id }.map(clause) ?? ClauseLink(cite: id)
    }

    /// The clauses of rules that may apply, where none decides yet.
    private func possibleGrounds(_ answer: Answer) -> [Place<Clause>] {
        guard answer.status != .conflict, !answer.grounds.contains(where: \.isPrimary) else { return [] }
        let open = answer.status == .determined ? answer.openGrounds : answer.open.compactMap { plan.rules[$0].clause }
        return Array(open.uniqued().prefix(Self.mostGrounds))
    }

    /// The facts that the deciding rule found.
    private func reasons(_ answer: Answer, _ proof: Proof) -> [LabelledValue] {
        let rule = answer.grounds.first(where: \.isPrimary)?.rule
        guard let condition = proof.applying.first(where: { $0.rule == rule })?.condition else { return [] }
        let facts = condition.reasons.filter(\.test.isOfFacts).flatMap { $0.test.facts(plan).sorted() }
        return Array(facts.uniqued()).filter { $0 != .asOf && $0 != .asOfTime && plan.facts[$0].list == nil }.map { fact in
            LabelledValue(label: plan.facts[fact].caption, value: words.values.text(answer.frame[fact], plan.facts[fact].type))
        }
    }

    // MARK: What was assumed, and what would change it

    private func assumptions(_ answer: Answer) -> [AnswerContent.Assumption] {
        var all = answer.interpretations.filter(\.changesAnything).map { effect in
            let declared = plan.interpretations[effect.interpretation]
            let adopted = declared.readings[answer.frame.interpretations[effect.interpretation.value]].name
            let other = declared.readings[effect.reading].name
            let change = words.effect(effect, answer)
            return AnswerContent.Assumption(
                text: word("\(declared.name): 「\(adopted)」と読む", "\(declared.name): read as `\(adopted)`"),
                effect: word("「\(other)」と読めば、\(change)", "read as `\(other)`: \(change)"), matters: effect.changesOutcome || !effect.norms.isEmpty)
        }
        func add(_ japanese: String, _ english: String, matters: Bool) { all.append(.init(text: word(japanese, english), effect: nil, matters: matters)) }
        if answer.readingsMatterTogether {
            add("別の読み方を組み合わせると結果が変わる", "several other readings together change the outcome", matters: true)
        }
        if let effective = plan.title.effective, effective > answer.frame[.asOf].value {
            let day = words.values.text(effective, .date)
            add("この版は\(day)に施行され、基準日にはまだ効力がない", "this edition is in force from \(day), after the day to judge by", matters: true)
        }
        if plan.title.effective == nil { add("この版の規約が基準日に有効", "this edition is in force on the day", matters: false) }
        return all
    }

    private func quiet(_ answer: Answer) -> String? {
        let telling = answer.interpretations.filter(\.changesAnything).map(\.interpretation)
        let names = Set(answer.interpretations.map(\.interpretation)).subtracting(telling).sorted().map { plan.interpretations[$0].name }
        return names.isEmpty ? nil : listed(names)
    }

    private func change(_ item: Counterfactual, _ answer: Answer) -> AnswerContent.Change {
        let set = item.changes.map { "\(plan.facts[$0.fact].caption): \(words.value($0))" }
        return .init(
            set: set.joined(separator: word("、", "; ")), outcome: words.result(item, answer), clause: item.clause.map(clause))
    }

    private func next(_ answer: Answer) -> AnswerContent.NextChange? {
        guard let next = answer.nextChange.outcome else { return nil }
        let what =
            switch next.status {
            case .determined: next.outcome.map { words.outcome($0, of: answer.decision) } ?? ""
            case .conflict: word("規則どうしが食い違う", "the rules disagree")
            case .undetermined: word("決まらなくなる", "it is open")
            }
        return .init(when: words.values.moment(next.moment), outcome: what)
    }

    private func usual(_ usual: UsualAnswer, _ answer: Answer) -> AnswerContent.UsualCircumstances {
        let clauses = Array(usual.grounds.filter(\.isPrimary).compactMap(\.clause).uniqued())
        return .init(
            outcome: words.conclusion(usual, of: answer.decision), clauses: clauses.map(clause),
            assumed: usual.assumed.map { .init(fact: plan.facts[$0.fact].name, text: words.assumed($0), reason: $0.reason) },
            givenUp: usual.givenUp.isEmpty ? nil : listed(usual.givenUp.map { plan.facts[$0.fact].caption }), isForStaffOnly: usual.isForStaffOnly)
    }

    private func duty(_ inForce: NormInForce, _ calculation: NormCalculation?) -> AnswerContent.Duty {
        let norm = plan.norms[inForce.norm].norm
        let norms = NormWords(plan, language: language)
        let who = [norm.bearer, norm.counterparty].compactMap(\.self).joined(separator: word("→", " to "))
        return .init(
            who: who.isEmpty ? norms.kind(inForce) : "\(norms.kind(inForce)) \(who)", what: norm.content + norms.details(inForce),
            calculation: calculation.map { CalculationText(plan, language: language).lines($0) } ?? [],
            clause: norm.clause.map(clause))
    }

    private func defeated(_ item: Defeated) -> AnswerContent.Defeat {
        .init(cite: words.cite(item.rule), by: words.cite(item.by), text: words.form(item.form))
    }

    // MARK: The proof

    private func line(_ line: Proof.Line, _ proof: Proof) -> AnswerContent.ProofLine {
        var told: Set<Int> = []
        return .init(cite: words.cite(line.rule), rule: plan.rules[line.rule].name, parts: [part(line.condition, proof, &told)])
    }

    /// A part with its parts; what was told before is not told again.
    private func part(_ part: Proof.Part, _ proof: Proof, _ told: inout Set<Int>) -> AnswerContent.ProofPart {
        let (state, text) =
            switch part.truth {
            case .yes: ("true", word("真", "true"))
            case .no: ("false", word("偽", "false"))
            case .unknown: ("unknown", word("不明", "unknown"))
            }
        let isAgain = !part.parts.isEmpty && !told.insert(part.number).inserted
        let origins = part.test.map { proof.origins(of: $0, plan) } ?? []
        let parts = isAgain ? [] : part.parts.map { self.part($0, proof, &told) }
        return .init(
            state: state, stateText: text, text: words.asked(part) + (isAgain ? aside(word("前に述べたもの", "as above")) : ""),
            source: origins.isEmpty ? nil : origins.joined(separator: word("、", "; ")), parts: parts)
    }
}
