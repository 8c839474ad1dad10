import Completions
package import Decisions
package import Diagnostics
package import Documents
import Explanation
import Extraction
package import Facts
package import Plans
import Serialization
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
    package func json(
        _ form: CaseForm, _ facts: CaseFacts, decision: Place<Decision>, day: String, time: String, answer: Answer?, shown: JSONValue,
        faults: [FactFault], action: String
    ) -> JSONValue {
        let rows = facts.known.enumerated().map { number, one in (one, self.known(one, number, faults)) }
        let decides = Set((answer?.missing ?? []).filter(\.decides).map(\.subject.fact))
        // What would still change the outcome is put first, with what is asked.
        func isCandidate(_ one: CaseFacts.Known) -> Bool { !one.isUsed && (answer == nil || decides.contains(one.fact)) }
        let (questions, rest) = answer.map { self.questions($0, form, facts) } ?? ([], 0)
        return .object([
            ("action", .string(action)), ("text", .string(form.text)), ("segments", segments(form.text, facts)), ("day", .string(day)), ("time", .string(time)),
            ("decisions", plan.options(plan.vocabulary.menu(), chosen: decision)),
            ("carried", .array(carried(form))), ("answer", shown), ("candidates", list(rows.filter { isCandidate($0.0) }.map(\.1))),
            ("known", list(rows.filter { !isCandidate($0.0) }.map(\.1))), ("unsure", list(unsure(form, facts))),
            ("questions", list(questions)), ("later", rest > 0 ? .string(word("ほかに \(rest) つの質問が残っています", "\(rest) more questions remain")) : .null),
            ("errors", list(faults.map { error($0, facts) })), ("said", .string(form.text)), ("caller", CallerNotice(language: language).json(form)),
        ])
    }

    private func list(_ elements: [JSONValue]) -> JSONValue { elements.isEmpty ? .null : .array(elements) }

    // MARK: The text

    private func segments(_ text: String, _ facts: CaseFacts) -> JSONValue {
        guard !text.isEmpty else { return .null }
        let bytes = Array(text.utf8)
        let numbers = Dictionary(facts.known.enumerated().map { ($1.fact, $0) }, uniquingKeysWith: { first, _ in first })
        var segments: [JSONValue] = []
        var place = 0
        func plain(_ end: Int) {
            if end > place { segments.append(.object([("plain", .string(String(decoding: bytes[place..<end], as: UTF8.self))), ("chip", .null)])) }
        }
        for one in facts.spans {
            guard let number = numbers[one.fact], one.words.upperBound <= bytes.count else { continue }
            plain(one.words.lowerBound)
            place = one.words.upperBound
            let chip: JSONValue = .object([
                ("words", .string(String(decoding: bytes[one.words], as: UTF8.self))), ("label", .string(plan.facts[one.fact].caption)),
                ("value", .string(caption(facts.known[number]))), ("href", .string("#known-\(number + 1)")),
                ("doubtful", .bool(!facts.known[number].isUsed)),
            ])
            segments.append(.object([("plain", .null), ("chip", chip)]))
        }
        plain(bytes.count)
        return .array(segments)
    }

    // MARK: What is known

    private func known(_ one: CaseFacts.Known, _ number: Int, _ faults: [FactFault]) -> JSONValue {
        let fault = faults.first { plan.fact(at: $0.path) == one.fact }
        return .object([
            ("id", .string("known-\(number + 1)")), ("fact", .string(plan.facts[one.fact].name)), ("label", .string(plan.facts[one.fact].caption)),
            ("value", .string(caption(one))), ("words", one.found.map { .string($0.words) } ?? .null),
            ("found", one.found.map { _ in .string(one.values.joined(separator: "、")) } ?? .null), ("doubtful", .bool(one.found?.isDoubtful ?? false)),
            ("confirmed", .bool(one.isConfirmed)), ("used", .bool(one.isUsed && fault == nil)),
            ("choices", list(choices(one))),
            (
                "field",
                field.json(one.fact, id: "f\(number + 1)", values: one.values, isClosed: one.isClosed, error: fault.map { $0.message(language) })
            ),
        ])
    }

    /// Of several values that the text speaks of, each to be chosen.
    private func choices(_ one: CaseFacts.Known) -> [JSONValue] {
        guard !one.others.isEmpty else { return [] }
        return (one.values + one.others).map { value in
            let said = CaseFacts.Known(fact: one.fact, values: [value], isClosed: false, found: nil, isConfirmed: false)
            return .object([("value", .string("\(plan.facts[one.fact].name)=\(value)")), ("text", .string(caption(said)))])
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

    private func unsure(_ form: CaseForm, _ facts: CaseFacts) -> [JSONValue] {
        facts.unsure.map { fact in
            let declared = plan.facts[fact]
            return entry(declared.name, declared.caption, declared.question ?? declared.caption)
        }
            + form.unsureLists.sorted().map { list in
                let declared = plan.lists[list]
                return entry(declared.name, declared.caption, declared.question ?? declared.caption)
            }
    }

    private func entry(_ name: String, _ label: String, _ question: String) -> JSONValue {
        .object([("fact", .string(name)), ("label", .string(label)), ("question", .string(question))])
    }

    /// What has no control of its own.
    func carried(_ form: CaseForm) -> [JSONValue] {
        func field(_ name: String, _ value: String) -> JSONValue { .object([("name", .string(name)), ("value", .string(value))]) }
        return form.removed.sorted().map { field("removed", plan.facts[$0].name) }
            + form.unsure.sorted().map { field("fact:\(plan.facts[$0].name)", CaseForm.unknown) }
            + form.unsureLists.sorted().map { field("list:\(plan.lists[$0].name)", CaseForm.unknown) }
            + form.complete.sorted().map { field("list:\(plan.lists[$0].name)", "none") }
    }

    // MARK: What is asked

    /// The fields of what is still to be asked, best first, and how many more there are.
    ///
    /// - Parameter isAsked: of which facts the reader is asked.
    func questions(
        _ answer: Answer, _ form: CaseForm, _ facts: CaseFacts, _ isAsked: (FactKind) -> Bool = { $0.isAsked }
    ) -> (fields: [JSONValue], rest: Int) {
        let told = Set(facts.known.map(\.fact) + facts.unsure)
        var fields: [(String) -> JSONValue] = []
        for item in answer.missing where item.decides && item.isAsked {
            switch item.subject {
            case .fact(let fact, nil, _) where !told.contains(fact) && isAsked(plan.facts[fact].kind):
                fields.append { field.json(fact, id: $0, asks: true) }
            case .list(let list) where !form.unsureLists.contains(list): fields.append { field.json(list, id: $0) }
            default: break
            }
        }
        let shown = fields.prefix(Self.mostQuestions).enumerated().map { number, field in field("q\(number + 1)") }
        return (shown, fields.count - shown.count)
    }

    // MARK: What is wrong

    func error(_ fault: FactFault, _ facts: CaseFacts) -> JSONValue {
        let number = plan.fact(at: fault.path).flatMap { fact in facts.known.firstIndex { $0.fact == fact } }
        return .object([
            ("message", .string(fault.message(language))), ("advice", .string(fault.help(language))), ("code", .string(fault.code.rawValue)),
            ("href", number.map { .string("#known-\($0 + 1)") } ?? .null),
        ])
    }
}

extension Plan {
    /// Decisions to choose from.
    func options(_ decisions: [Place<Decision>], chosen: Place<Decision>) -> JSONValue {
        .array(
            decisions.map { place in
                let declared = self.decisions[place]
                return .object([
                    ("value", .string(declared.name)), ("text", .string(declared.label ?? declared.name)), ("selected", .bool(place == chosen)),
                ])
            })
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
    /// The fact that it asks for.
    fileprivate var fact: Place<Fact>? { if case .fact(let fact, _, _) = self { fact } else { nil } }
}
