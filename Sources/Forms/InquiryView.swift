import Completions
package import Decisions
package import Diagnostics
import Explanation
import Extraction
package import Facts
package import Plans
package import Serialization
package import Vocabulary

/// The content of the inquiry page.
package struct InquiryView: Bilingual {
    /// So many questions are put at a time.
    private static let mostQuestions = 6

    private let plan: Plan
    package let language: MessageLanguage
    private let field: FactField
    private let values: ValueText

    package init(_ plan: Plan, language: MessageLanguage) {
        self.plan = plan
        self.language = language
        field = FactField(plan, language: language)
        values = ValueText(plan, language: language)
    }

    /// The whole content.
    ///
    /// - Parameters:
    ///   - answer: nil where nothing was decided.
    ///   - shown: the answer as `AnswerView` shows it.
    ///   - faults: what could not be read.
    ///   - asked: what the words ask for; nil where the rules do not say how callers ask.
    ///   - isHeld: whether it was sent before somebody had signed in.
    package func content(
        _ form: CaseForm, _ facts: CaseFacts, decision: Place<Decision>, day: String, time: String, answer: Answer? = nil, shown: AnswerContent? = nil,
        faults: [FactFault] = [], asked routed: [InquiryContent.Asked]? = nil, action: String, isHeld: Bool = false
    ) -> InquiryContent {
        let rows = facts.known.enumerated().map { number, one in (one, self.known(one, number, faults)) }
        let decides = Set((answer?.missing ?? []).filter(\.decides).map(\.subject.fact))
        // What would still change the outcome is put first, with what is asked.
        func isCandidate(_ one: CaseFacts.Known) -> Bool { !one.isUsed && (answer == nil || decides.contains(one.fact)) }
        let (asked, rest) = answer.map { self.questions($0, form, facts) } ?? ([], 0)
        let (questions, own) = (asked.filter { !$0.isOurs }, asked.filter(\.isOurs))
        return InquiryContent(
            action: action, text: form.text, segments: segments(form.text, facts), day: day, time: time,
            decisions: menu(form, decision, isRouted: routed != nil), asked: routed ?? [], carried: carried(form), answer: shown,
            candidates: rows.filter { isCandidate($0.0) }.map(\.1), known: rows.filter { !isCandidate($0.0) }.map(\.1), unsure: unsure(form, facts),
            questions: questions.map(\.field), own: own.map(\.field), later: rest > 0 ? word("ほかに \(rest) つの質問が残っています", "\(rest) more questions remain") : nil,
            errors: faults.map { error($0, facts) }, caller: CallerNotice(language: language).content(form), isHeld: isHeld)
    }

    /// The decisions to choose from; where words choose one, that first.
    private func menu(_ form: CaseForm, _ decision: Place<Decision>, isRouted: Bool) -> [MenuOption] {
        guard isRouted else { return plan.options(plan.vocabulary.menu(), chosen: decision) }
        let byWords = MenuOption(value: "", text: word("お客様の言葉から選ぶ", "as the words ask"), isSelected: form.decision == nil)
        return [byWords] + plan.options(plan.vocabulary.menu(), chosen: form.decision == nil ? nil : decision)
    }

    // MARK: The text

    private func segments(_ text: String, _ facts: CaseFacts) -> [InquiryContent.Segment] {
        guard !text.isEmpty else { return [] }
        let bytes = Array(text.utf8)
        let numbers = Dictionary(facts.known.enumerated().map { ($1.fact, $0) }, uniquingKeysWith: { first, _ in first })
        var segments: [InquiryContent.Segment] = []
        var place = 0
        func plain(_ end: Int) { if end > place { segments.append(.init(plain: String(decoding: bytes[place..<end], as: UTF8.self))) } }
        for one in facts.spans {
            guard let number = numbers[one.fact], one.words.upperBound <= bytes.count else { continue }
            plain(one.words.lowerBound)
            place = one.words.upperBound
            segments.append(
                .init(
                    chip: .init(
                        words: String(decoding: bytes[one.words], as: UTF8.self), label: plan.facts[one.fact].caption, value: caption(facts.known[number]),
                        href: "#known-\(number + 1)", isDoubtful: !facts.known[number].isUsed)))
        }
        plain(bytes.count)
        return segments
    }

    // MARK: What is known

    private func known(_ one: CaseFacts.Known, _ number: Int, _ faults: [FactFault]) -> InquiryContent.Known {
        let fault = faults.first { plan.fact(at: $0.path) == one.fact }
        return .init(
            id: "known-\(number + 1)", fact: plan.facts[one.fact].name, label: plan.facts[one.fact].caption, value: caption(one), words: one.found?.words,
            found: one.found.map { _ in one.values.joined(separator: "、") }, isDoubtful: one.found?.isDoubtful ?? false, isConfirmed: one.isConfirmed,
            isUsed: one.isUsed && fault == nil, choices: choices(one),
            field: field.content(one.fact, id: "f\(number + 1)", values: one.values, isClosed: one.isClosed, error: fault.map { $0.message(language) }))
    }

    /// Of several values that the text speaks of, each to be chosen.
    private func choices(_ one: CaseFacts.Known) -> [InquiryContent.Choice] {
        guard !one.others.isEmpty else { return [] }
        return (one.values + one.others).map { value in
            let said = CaseFacts.Known(fact: one.fact, values: [value], isClosed: false, found: nil, isConfirmed: false)
            return .init(value: "\(plan.facts[one.fact].name)=\(value)", text: caption(said))
        }
    }

    /// The values as people say them.
    func caption(_ one: CaseFacts.Known) -> String {
        let captions = (one.values + one.others).map { value -> String in
            switch plan.facts[one.fact].type {
            case .bool: value == "はい" ? word("はい", "yes") : value == "いいえ" ? word("いいえ", "no") : value
            case .enumeration(let of), .set(let of): plan.enumerations[of].cases.first { $0.name == value }.map { $0.label ?? $0.name } ?? value
            default: value
            }
        }
        let all = captions.joined(separator: one.others.isEmpty ? word("、", ", ") : word(" か ", " or "))
        guard one.isClosed else { return all }
        return all.isEmpty ? word("なし", "none") : all + word("のみ", " only")
    }

    private func unsure(_ form: CaseForm, _ facts: CaseFacts) -> [InquiryContent.Unsure] {
        facts.unsure.map { fact in
            let declared = plan.facts[fact]
            return .init(fact: declared.name, label: declared.caption, question: declared.question ?? declared.caption)
        }
            + form.unsureLists.sorted().map { list in
                let declared = plan.lists[list]
                return .init(fact: declared.name, label: declared.caption, question: declared.question ?? declared.caption)
            }
    }

    /// What has no control of its own.
    func carried(_ form: CaseForm) -> [HiddenField] {
        (form.question.map { [HiddenField(name: "question", value: $0)] } ?? [])
            + form.removed.sorted().map { HiddenField(name: "removed", value: plan.facts[$0].name) }
            + form.unsure.sorted().map { HiddenField(name: "fact:\(plan.facts[$0].name)", value: CaseForm.unknown) }
            + form.unsureLists.sorted().map { HiddenField(name: "list:\(plan.lists[$0].name)", value: CaseForm.unknown) }
            + form.complete.sorted().map { HiddenField(name: "list:\(plan.lists[$0].name)", value: "none") }
    }

    // MARK: What is asked

    /// The fields of what is still to be asked, best first, and how many more there are.
    ///
    /// - Parameter isAsked: of which facts the reader is asked.
    func questions(
        _ answer: Answer, _ form: CaseForm, _ facts: CaseFacts, _ isAsked: (Fact) -> Bool = { $0.kind.isAsked }
    ) -> (fields: [(field: FieldContent, isOurs: Bool)], rest: Int) {
        let asking = Asking(plan.title, plan.facts)
        let told = Set(facts.known.map(\.fact) + facts.unsure)
        let open = answer.missing.filter { $0.decides && $0.isAsked }.map(\.subject)
        let asked = AskedTogether.of(open.compactMap(\.fact).filter { !told.contains($0) && isAsked(plan.facts[$0]) }, plan)
        var fields: [(String) -> (field: FieldContent, isOurs: Bool)] = []
        for subject in open {
            switch subject {
            case .fact(let fact, nil, _): if let item = asked[fact] { fields.append { field.asked(item, id: $0) } }
            case .list(let list) where !form.unsureLists.contains(list):
                fields.append { (field.content(list, id: $0), asking.isOurs(plan.lists[list].askedOf)) }
            default: break
            }
        }
        let shown = fields.prefix(Self.mostQuestions).enumerated().map { number, field in field("q\(number + 1)") }
        return (shown, fields.count - shown.count)
    }

    // MARK: What is wrong

    func error(_ fault: FactFault, _ facts: CaseFacts) -> FaultNotice {
        let number = plan.fact(at: fault.path).flatMap { fact in facts.known.firstIndex { $0.fact == fact } }
        return FaultNotice(
            message: fault.message(language), advice: fault.help(language), code: fault.code.rawValue, href: number.map { "#known-\($0 + 1)" })
    }
}

extension Plan {
    /// Decisions to choose from.
    func options(_ decisions: [Place<Decision>], chosen: Place<Decision>?) -> [MenuOption] {
        decisions.map { place in
            let declared = self.decisions[place]
            return MenuOption(value: declared.name, text: declared.label ?? declared.name, isSelected: place == chosen)
        }
    }

    /// The fact that a path of a document leads to or into.
    package func fact(at path: String) -> Place<Fact>? {
        facts.places.filter { place in
            let name = facts[place].name
            return path == name || path.hasPrefix(name + ".") || path.hasPrefix(name + "[")
        }.max { facts[$0].name.utf8.count < facts[$1].name.utf8.count }
    }
}

extension Missing.Subject {
    /// The fact that it asks for, outside lists.
    fileprivate var fact: Place<Fact>? { if case .fact(let fact, nil, _) = self { fact } else { nil } }
}
