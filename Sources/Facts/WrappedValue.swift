import Diagnostics
import Documents
import Values
import Vocabulary

/// A value with where it comes from: `{"value": …, "source": …, "by": …, "at": …, "reason": …}`.
struct WrappedValue {
    enum Key: CaseIterable {
        case value, state, source, by, at, reason

        /// The English and the Japanese spelling.
        var spellings: [String] {
            switch self {
            case .value: ["value", "値"]
            case .state: ["state", "状態"]
            case .source: ["source", "出典"]
            case .by: ["by", "者"]
            case .at: ["at", "日"]
            case .reason: ["reason", "理由"]
            }
        }

        init?(_ text: String) {
            guard let key = Self.allCases.first(where: { $0.spellings.contains(foldWidth(text).trimmed) }) else { return nil }
            self = key
        }
    }

    /// The value; `nil` where a state stands in its place.
    private(set) var value: DocumentNode?
    /// 該当なし, 未到来 or 不明, for facts that have a case of that name.
    private(set) var state: DocumentNode?
    private(set) var provenance = GivenProvenance()
    private(set) var faults: [FactFault] = []
    /// Where the party and the day stand.
    private(set) var places: [Key: DocumentPosition] = [:]

    /// Whether an object is a wrapped value. The cases of a set are its members' keys.
    static func isWrapped(_ members: [DocumentMember], cases: CaseNames?) -> Bool {
        members.contains { member in
            let key = Key(member.key)
            return (key == .value || key == .state) && cases?.code(member.key) == nil
        }
    }

    /// Reads a wrapped value; what is wrong with it is in `faults`.
    init(_ members: [DocumentMember], at path: String) {
        var texts: [Key: String] = [:]
        for member in members {
            let spot = Spot(path: "\(path).\(member.key)", position: member.keyPosition)
            guard let key = Key(member.key) else {
                let all = Key.allCases.flatMap(\.spellings)
                faults.append(FactDiagnostics.unknownKey(spot, member.key, nearest: nearest(to: member.key, in: all), allowed: all))
                continue
            }
            if let first = places[key] { faults.append(FactDiagnostics.duplicate(spot, first: first)) }
            places[key] = member.keyPosition
            switch (key, member.value.value) {
            case (.value, _): value = member.value
            case (.state, _): state = member.value
            case (_, .null): break
            case (_, .string(let text)): if !text.trimmed.isEmpty { texts[key] = text.trimmed }
            default:
                faults.append(FactDiagnostics.wrongType(spot, expected: Wording("文字列", "a text"), found: member.value))
            }
        }
        if let first = places[.state], places[.value] != nil {
            faults.append(FactDiagnostics.duplicate(Spot(path: path, position: places[.value] ?? first), first: first))
        }
        provenance = GivenProvenance(source: texts[.source], by: texts[.by], at: day(texts[.at], path), reason: texts[.reason])
    }

    private mutating func day(_ text: String?, _ path: String) -> CivilDate? {
        guard let text, let position = places[.at] else { return nil }
        if let day = Instant(text)?.date ?? CivilDate(written: text) { return day }
        let help = Wording("2026-11-22 のように書いてください", "write it like 2026-11-22")
        let spot = Spot(path: "\(path).at", position: position)
        faults.append(FactDiagnostics.impossible(spot, text, as: Wording("日付", "a day"), help: help))
        return nil
    }
}

/// The record of an exercised discretion.
extension GivenProvenance {
    /// What keeps it from being one: who, when and why must be there, and fit.
    func faults(by party: Party, asOf: CivilDate?, at spot: Spot) -> [FactFault] {
        var missing: [Wording] = []
        if by == nil { missing.append(Wording("決めた者 (by)", "who decided (by)")) }
        if at == nil { missing.append(Wording("決めた日 (at)", "when (at)")) }
        if reason == nil { missing.append(Wording("理由 (reason)", "why (reason)")) }
        var faults = missing.isEmpty ? [] : [FactDiagnostics.incomplete(spot, by: party.name, missing: missing)]
        if let by, ![party.name, party.label].contains(where: { $0.map { foldWidth(by).hasPrefix(foldWidth($0)) } ?? false }) {
            faults.append(FactDiagnostics.party(spot, by: by, party: party.name))
        }
        if let at, let asOf, at > asOf { faults.append(FactDiagnostics.late(spot, at: at, asOf: asOf)) }
        return faults
    }
}
