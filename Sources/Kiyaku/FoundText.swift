package import Diagnostics
package import Documents
import Explanation
package import Extraction
package import Plans
import Vocabulary

/// Facts that were found in a text, in words and as JSON.
package struct FoundText {
    private let plan: Plan
    private let values: ValueText

    package init(_ plan: Plan) {
        self.plan = plan
        values = ValueText(plan)
    }

    /// The value as facts files write it.
    package func name(_ found: FoundFact) -> String {
        let type = plan.facts[found.fact].type
        switch found.content {
        case .value(let value): return values.name(value, type)
        case .pending: return "未到来"
        case .member(let code, _):
            guard case .set(let of) = type, plan.enumerations[of].cases.indices.contains(code) else { return "?" }
            return plan.enumerations[of].cases[code].name
        }
    }

    /// The value as people say it.
    package func caption(_ found: FoundFact) -> String {
        let type = plan.facts[found.fact].type
        switch (found.content, type) {
        case (.value(let value), _): return values.text(value, type)
        case (.pending, _): return "未到来"
        case (.member(let code, _), .set(let of)): return values.caseCaption(of, Int64(code))
        default: return "?"
        }
    }

    /// Each fact with its words' place in the text, and the pattern that found it; then what could not be looked for.
    package func json(_ extraction: Extraction) -> JSONValue {
        var members: [(String, JSONValue)] = [
            ("facts", .array(extraction.found.map(json))), ("voice", .string(extraction.voice.rawValue)), ("voice_guessed", .bool(extraction.isVoiceGuessed)),
            ("unread", .array(extraction.unread.map { [.integer(Int64($0.lowerBound)), .integer(Int64($0.upperBound))] })),
        ]
        if let moment = extraction.moment { members.append(("asked_about", json(moment))) }
        if let digest = extraction.dictionary.digest { members.append(("dictionary", .string(digest))) }
        let faults = extraction.faults.map(\.wording) + (extraction.dictionary.wording.map { [$0] } ?? [])
        if !faults.isEmpty {
            members.append(("faults", .array(faults.map { .object([("message", .string($0.japanese)), ("message_en", .string($0.english))]) })))
        }
        return .object(members)
    }

    /// The day and the time of day, as facts files write them.
    private func json(_ moment: AskedMoment) -> JSONValue {
        var members: [(String, JSONValue)] = []
        if let day = moment.day { members.append(("as_of", .string(values.name(day, .date)))) }
        if let minutes = moment.minutes { members.append(("as_of_time", .string(values.name(minutes, .time)))) }
        return .object(members)
    }

    private func json(_ found: FoundFact) -> JSONValue {
        .object([
            ("fact", .string(plan.facts[found.fact].name)), ("value", .string(name(found))), ("negated", .bool(found.isDenied)),
            ("span", [.integer(Int64(found.span.lowerBound)), .integer(Int64(found.span.upperBound))]), ("pattern", .string(found.pattern)),
            ("certain", .bool(found.certain)), ("doubts", .array(found.doubts.map(\.rawValue).sorted().map { .string($0) })),
        ])
    }
}

extension FoundFact {
    /// The words of a text that gave the fact.
    package func words(in text: String) -> String {
        let bytes = Array(text.utf8)
        guard words.lowerBound >= 0, words.upperBound <= bytes.count else { return "" }
        return String(decoding: bytes[words], as: UTF8.self)
    }
}

extension Edition {
    /// What a person has to be told of a reading before its facts: the dictionary, who was taken to write, and the day that is asked about.
    package func notices(_ extraction: Extraction) -> [Wording] {
        var notices: [Wording] = []
        if let wording = extraction.dictionary.wording { notices.append(wording) }
        if extraction.isVoiceGuessed, extraction.dictionary != .unused {
            notices.append(
                extraction.voice == .caller
                    ? Wording("お客様が書いた文として読みました（違えば voice に colleague）", "read as written by the customer (otherwise set voice to colleague)")
                    : Wording("電話を書き留めた担当の文として読みました（違えば voice に caller）", "read as a colleague's note of a call (otherwise set voice to caller)"))
        }
        if let moment = extraction.moment {
            let text = ValueText(plan)
            let day = moment.day.map { text.text($0, .date) } ?? ""
            let time = moment.minutes.map { text.text($0, .time) } ?? ""
            let words = [day, time].filter { !$0.isEmpty }.joined(separator: " ")
            notices.append(
                Wording("\(words) についてのお尋ねと読みました。そのときのことなら、基準日をその日にしてください", "the question seems to be about \(words); if so, judge as of that day"))
        }
        return notices
    }
}
