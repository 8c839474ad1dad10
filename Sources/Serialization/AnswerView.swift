import Algorithms
package import Completions
package import Decisions
package import Diagnostics
package import Documents
import Explanation
import Norms
import Outlook
package import Plans
package import Proofs
import Runtime
package import Vocabulary

/// An answer as the parts of a page: texts in the reader's language, ready to be shown. What is not there is null.
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
    package func json(
        _ answer: Answer, _ proof: Proof, kept: Kept?, number: Int = 0, without hidden: Set<Place<Fact>> = []
    ) -> JSONValue {
        let isHidden = proof.looks(at: hidden, plan)
        let primary = answer.grounds.first { $0.isPrimary && $0.clause != nil }?.clause
        let also = answer.grounds.compactMap(\.clause).filter { $0 != primary }
        let isOpen = answer.status == .undetermined
        return .object([
            ("suffix", .string(number == 0 ? "" : "-\(number + 1)")), ("status", .string(answer.status.rawValue)),
            ("settled", .bool(answer.status == .determined)), ("open", .bool(isOpen)), ("conflict", .bool(answer.status == .conflict)),
            ("status_text", .string(status(answer.status))), ("question", .string(words.title(answer.decision))), ("outcome", .string(outcome(answer))),
            ("possible", answer.status == .determined ? .null : list(Array(answer.possible)) { .string(words.outcome($0, of: answer.decision)) }),
            ("as_of", .string(words.asOf(answer.frame))), ("ground", primary.map { clause($0) } ?? .null), ("also", list(Array(also.uniqued())) { clause($0) }),
            ("reasons", isHidden ? .null : reasons(answer, proof)), ("possible_grounds", list(possibleGrounds(answer)) { clause($0) }),
            ("assumptions", assumptions(answer)), ("quiet", quiet(answer)),
            ("discretion", list(answer.reserved) { .object([("text", .string(words.reserved($0, answer))), ("clause", .null)]) }),
            ("changes", isHidden ? .null : list(Array(answer.counterfactuals.found.prefix(Self.mostChanges))) { change($0, answer) }),
            ("next_change", next(answer)),
            ("duties", list(answer.norms) { duty($0) }),
            (
                "sources",
                list(answer.sources.compactMap { words.source($0) } + answer.predicted.map { words.predicted($0) }) {
                    .object([("text", .string($0)), ("source", .null), ("retrieved", .null)])
                }
            ),
            ("defeated", list(answer.defeated) { defeated($0) }), ("proof", isHidden ? .null : list(proof.lines) { line($0, proof) }),
            ("record", kept.map { .object([("number", .string("\($0.number)")), ("href", $0.href.map { .string($0) } ?? .null)]) } ?? .null),
            ("copy", isHidden ? .null : kept.map { copies(answer, proof, primary, $0) } ?? .null),
        ])
    }

    /// An answer of which only the result is left.
    ///
    /// - Parameters:
    ///   - outcome: its name; one that the edition does not have is shown as it is.
    ///   - ground: the ID of the clause that decided.
    package func json(
        _ status: DecisionStatus, of decision: String, outcome: String?, ground: String?, asOf: String, number: Int = 0
    ) -> JSONValue {
        let declared = plan.decisions.places.first { plan.decisions[$0].name == decision }
        let caption = outcome.map { name in declared.flatMap { plan.decisions[$0].outcomes.first { $0.name == name }?.caption } ?? name }
        let left: [(String, JSONValue)] = [
            ("suffix", .string(number == 0 ? "" : "-\(number + 1)")), ("status", .string(status.rawValue)), ("settled", .bool(status == .determined)),
            ("open", .bool(status == .undetermined)), ("conflict", .bool(status == .conflict)), ("status_text", .string(self.status(status))),
            ("question", .string(declared.map { words.title($0) } ?? decision)), ("outcome", .string(caption ?? unsettled(status))),
            ("as_of", .string(asOf)),
            ("ground", ground.map { clause(id: $0) } ?? .null),
        ]
        let gone = [
            "possible", "also", "reasons", "possible_grounds", "assumptions", "quiet", "discretion", "changes", "next_change", "duties", "sources", "defeated",
            "proof", "record", "copy",
        ]
        return .object(left + gone.map { ($0, .null) })
    }

    /// The word for a status.
    package func status(_ status: DecisionStatus) -> String {
        switch status {
        case .determined: word("確定", "determined")
        case .undetermined: word("未決", "undetermined")
        case .conflict: word("抵触", "conflict")
        }
    }

    private func outcome(_ answer: Answer) -> String {
        answer.status == .determined ? answer.outcome.map { words.outcome($0, of: answer.decision) } ?? "" : unsettled(answer.status)
    }

    private func unsettled(_ status: DecisionStatus) -> String {
        switch status {
        case .determined: ""
        case .undetermined: word("まだ決まりません", "Not settled yet")
        case .conflict: word("規則どうしが食い違っています", "The rules disagree")
        }
    }

    private func copies(_ answer: Answer, _ proof: Proof, _ primary: Place<Clause>?, _ kept: Kept) -> JSONValue {
        let title = plan.title.title.map { "\($0) " } ?? ""
        return .object([
            ("citation", primary.map { .string(title + words.cite($0)) } ?? .null), ("reply", .string(reply.render(answer, proof))),
            ("link", kept.link.map { .string($0) } ?? .null),
        ])
    }

    // MARK: Clauses and reasons

    /// A clause with where it is, what it says in short, and its own words where they are at hand.
    package func clause(_ place: Place<Clause>) -> JSONValue {
        let clause = plan.clauses[place]
        return .object([
            ("cite", .string(words.cite(place))), ("href", href(clause.id).map { .string($0) } ?? .null), ("gist", clause.gist.map { .string($0) } ?? .null),
            ("wording", clause.wording.map { .string($0) } ?? .null),
        ])
    }

    /// The same by its ID; one that the edition does not have is shown by the ID.
    package func clause(id: String) -> JSONValue {
        guard let place = plan.clauses.places.first(where: { plan.clauses[$0].id == id }) else {
            return .object([("cite", .string(id)), ("href", .null), ("gist", .null), ("wording", .null)])
        }
        return clause(place)
    }

    /// The clauses of rules that may apply, where none decides yet.
    private func possibleGrounds(_ answer: Answer) -> [Place<Clause>] {
        guard answer.status != .conflict, !answer.grounds.contains(where: \.isPrimary) else { return [] }
        let open = answer.status == .determined ? answer.openGrounds : answer.open.compactMap { plan.rules[$0].clause }
        return Array(open.uniqued().prefix(Self.mostGrounds))
    }

    /// The facts that the deciding rule found.
    private func reasons(_ answer: Answer, _ proof: Proof) -> JSONValue {
        let rule = answer.grounds.first(where: \.isPrimary)?.rule
        guard let condition = proof.applying.first(where: { $0.rule == rule })?.condition else { return .null }
        let facts = condition.reasons.filter(\.test.isOfFacts).flatMap { $0.test.facts(plan).sorted() }
        return list(Array(facts.uniqued()).filter { $0 != .asOf && $0 != .asOfTime && plan.facts[$0].list == nil }) { fact in
            .object([("label", .string(plan.facts[fact].caption)), ("value", .string(words.values.text(answer.frame[fact], plan.facts[fact].type)))])
        }
    }

    // MARK: What was assumed, and what would change it

    private func assumptions(_ answer: Answer) -> JSONValue {
        var all = answer.interpretations.filter(\.changesAnything).map { effect in
            let declared = plan.interpretations[effect.interpretation]
            let adopted = declared.readings[answer.frame.interpretations[effect.interpretation.value]].name
            let other = declared.readings[effect.reading].name
            let change = words.effect(effect, answer)
            return assumption(
                word("\(declared.name): 「\(adopted)」と読む", "\(declared.name): read as `\(adopted)`"),
                word("「\(other)」と読めば、\(change)", "read as `\(other)`: \(change)"), matters: effect.changesOutcome || !effect.norms.isEmpty)
        }
        if answer.readingsMatterTogether {
            all.append(assumption(word("別の読み方を組み合わせると結果が変わる", "several other readings together change the outcome"), nil, matters: true))
        }
        if let effective = plan.title.effective, effective > answer.frame[.asOf].value {
            let day = words.values.text(effective, .date)
            all.append(
                assumption(word("この版は\(day)に施行され、基準日にはまだ効力がない", "this edition is in force from \(day), after the day to judge by"), nil, matters: true))
        }
        if plan.title.effective == nil {
            all.append(assumption(word("この版の規約が基準日に有効", "this edition is in force on the day"), nil, matters: false))
        }
        return list(all) { $0 }
    }

    private func assumption(_ text: String, _ effect: String?, matters: Bool) -> JSONValue {
        .object([("text", .string(text)), ("effect", effect.map { .string($0) } ?? .null), ("matters", .bool(matters))])
    }

    private func quiet(_ answer: Answer) -> JSONValue {
        let telling = answer.interpretations.filter(\.changesAnything).map(\.interpretation)
        let names = Set(answer.interpretations.map(\.interpretation)).subtracting(telling).sorted().map { plan.interpretations[$0].name }
        return names.isEmpty ? .null : .string(listed(names))
    }

    private func change(_ item: Counterfactual, _ answer: Answer) -> JSONValue {
        let set = item.changes.map { "\(plan.facts[$0.fact].caption): \(words.value($0))" }
        return .object([
            ("set", .string(set.joined(separator: word("、", "; ")))), ("outcome", .string(words.outcome(item.outcome, of: answer.decision))),
            ("clause", item.clause.map { clause($0) } ?? .null),
        ])
    }

    private func next(_ answer: Answer) -> JSONValue {
        guard let next = answer.nextChange.outcome else { return .null }
        let what =
            switch next.status {
            case .determined: next.outcome.map { words.outcome($0, of: answer.decision) } ?? ""
            case .conflict: word("規則どうしが食い違う", "the rules disagree")
            case .undetermined: word("決まらなくなる", "it is open")
            }
        return .object([("when", .string(words.values.moment(next.moment))), ("outcome", .string(what))])
    }

    private func duty(_ inForce: NormInForce) -> JSONValue {
        let norm = plan.norms[inForce.norm].norm
        let norms = NormWords(plan, language: language)
        let who = [norm.bearer, norm.counterparty].compactMap(\.self).joined(separator: word("→", " to "))
        return .object([
            ("who", .string(who.isEmpty ? norms.kind(inForce) : "\(norms.kind(inForce)) \(who)")),
            ("what", .string(norm.content + norms.details(inForce))), ("by", .null), ("clause", norm.clause.map { clause($0) } ?? .null),
        ])
    }

    private func defeated(_ item: Defeated) -> JSONValue {
        .object([("cite", .string(words.cite(item.rule))), ("by", .string(words.cite(item.by))), ("text", .string(words.form(item.form)))])
    }

    // MARK: The proof

    private func line(_ line: Proof.Line, _ proof: Proof) -> JSONValue {
        var told: Set<Int> = []
        return .object([
            ("cite", .string(words.cite(line.rule))), ("rule", .string(plan.rules[line.rule].name)),
            ("children", .array([part(line.condition, proof, &told)])),
        ])
    }

    /// A part with its parts; what was told before is not told again.
    private func part(_ part: Proof.Part, _ proof: Proof, _ told: inout Set<Int>) -> JSONValue {
        let (state, text) =
            switch part.truth {
            case .yes: ("true", word("真", "true"))
            case .no: ("false", word("偽", "false"))
            case .unknown: ("unknown", word("不明", "unknown"))
            }
        let isAgain = !part.parts.isEmpty && !told.insert(part.number).inserted
        let origins = part.test.map { proof.origins(of: $0, plan) } ?? []
        let children = isAgain ? [] : part.parts.map { self.part($0, proof, &told) }
        return .object([
            ("state", .string(state)), ("state_text", .string(text)),
            ("text", .string(words.asked(part) + (isAgain ? aside(word("前に述べたもの", "as above")) : ""))),
            ("source", origins.isEmpty ? .null : .string(origins.joined(separator: word("、", "; ")))), ("children", .array(children)),
        ])
    }

    // MARK: Lists

    /// What is empty is not there.
    private func list<Element>(_ elements: [Element], _ json: (Element) -> JSONValue) -> JSONValue {
        elements.isEmpty ? .null : .array(elements.map(json))
    }
}
