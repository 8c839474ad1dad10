import Documents
import Plans
import Runtime
import Values
import Vocabulary

/// Single facts.
extension DocumentWalk {
    /// Reads a value, plain or wrapped.
    mutating func readFact(_ place: Place<Fact>, _ node: DocumentNode, at spot: Spot, record: Int?) {
        let fact = plan.facts[place]
        var value = node
        var provenance = GivenProvenance()
        if case .object(let members) = node.value, WrappedValue.isWrapped(members, cases: caseNames(fact.type)) {
            let wrapped = WrappedValue(members, at: spot.path)
            faults += wrapped.faults
            // What is wrong with the wrapping may be wrong with the value.
            guard wrapped.faults.isEmpty else { return }
            provenance = wrapped.provenance
            if let state = wrapped.state { return readState(state, place, at: spot, record: record, provenance) }
            guard let inner = wrapped.value else { return }
            value = inner
        }
        switch reader.values.content(value, fact.type, at: spot.path) {
        case .failure(let found): faults += found.faults
        case .success(.unknown): if value.string != nil { decline(place, record) }
        case .success(let content): take(content, place, value, at: spot, record: record, provenance)
        }
    }

    private func caseNames(_ type: FactType) -> CaseNames? {
        if case .set(let of) = type { reader.values.names[of.value] } else { nil }
    }

    private mutating func readState(_ node: DocumentNode, _ place: Place<Fact>, at spot: Spot, record: Int?, _ provenance: GivenProvenance) {
        let type = plan.facts[place].type
        var states = [StateWord.inapplicable: FactContent.inapplicable, StateWord.unknown: .unknown]
        if type == .date || type == .month { states[StateWord.pending] = .pending }
        if case .null = node.value { return }
        guard let content = states[foldWidth(node.string ?? "").trimmed] else {
            let all = states.keys.sorted()
            let place = Spot(path: "\(spot.path).state", position: node.position)
            return faults.append(
                FactDiagnostics.unlisted(place, node.string ?? "", of: "状態", nearest: nearest(to: node.string ?? "", in: all), all: all))
        }
        if content != .unknown { put(content, place, at: spot, record: record, provenance) } else { decline(place, record) }
    }

    /// Somebody said that it is not known: nothing is assumed of it then. What is left out, or null, nobody has spoken of.
    private mutating func decline(_ place: Place<Fact>, _ record: Int?) {
        if record == nil { frame.declined.insert(place) }
    }

    /// Takes a value when it may be taken: a discretion needs the record of its exercise.
    private mutating func take(
        _ content: FactContent, _ place: Place<Fact>, _ node: DocumentNode, at spot: Spot, record: Int?, _ provenance: GivenProvenance
    ) {
        if case .discretion(let party) = plan.facts[place].kind, content != .inapplicable {
            let declared = plan.title.parties.first { $0.name == party } ?? Party(name: party, label: nil)
            let found = provenance.faults(by: declared, asOf: asOf?.date, at: Spot(path: spot.path, position: node.position))
            faults += found
            guard found.isEmpty else { return }
        }
        remark(content, plan.facts[place].type, node, spot)
        put(content, place, at: spot, record: record, provenance)
    }

    private mutating func remark(_ content: FactContent, _ type: FactType, _ node: DocumentNode, _ spot: Spot) {
        guard case .value(let value) = content, let text = node.string else { return }
        var days: ClosedRange<CivilDate>?
        if type == .date { days = CivilDate(dayNumber: Int(value)).map { $0...$0 } }
        if type == .month, let month = YearMonth(monthNumber: Int(value)) { days = month.days }
        guard let days, let proper = EraNotation.proper(text, days, isMonth: type == .month) else { return }
        remarks.append(FactDiagnostics.era(Spot(path: spot.path, position: node.position), text, proper: proper))
    }
}

extension YearMonth {
    /// From the first day to the last.
    fileprivate var days: ClosedRange<CivilDate>? {
        guard let first = CivilDate(year: year, month: month, day: 1), let last = first.adding(days: first.daysInMonth - 1) else { return nil }
        return first...last
    }
}
