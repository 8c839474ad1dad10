import Completions
import Diagnostics
import Documents
import Plans
import Runtime
import Values
import Vocabulary

/// The top of a document: what to judge by, and then the facts.
extension DocumentWalk {
    mutating func readTop(_ document: DocumentNode, asOf override: Instant?, defaultAsOf: Instant?) {
        guard case .object(let members) = document.value else {
            let expected = Wording("{ \"as_of\": …, \"記録\": { … } } の形", "a document { \"as_of\": …, \"record\": { … } }")
            return faults.append(FactDiagnostics.wrongType(Spot(path: "", position: document.position), expected: expected, found: document))
        }
        var top: [TopKey: DocumentMember] = [:]
        var rest: [DocumentMember] = []
        for member in members {
            // The vocabulary goes first: a contract may well have a record that is called note.
            guard reader.tree.child(of: VocabularyTree.root, named: member.key) == nil, let key = TopKey(member.key) else {
                rest.append(member)
                continue
            }
            if let first = top[key] {
                let spot = Spot(path: member.key, position: member.keyPosition)
                faults.append(FactDiagnostics.duplicate(spot, first: first.keyPosition))
            } else {
                top[key] = member
            }
        }
        readContract(top[.contract])
        readJudgement(top[.asOf], top[.asOfTime], override: override, defaultAsOf: defaultAsOf, document)
        readInterpretations(top[.interpretations])
        readMembers(rest, under: VocabularyTree.root, path: "")
        if let facts = top[.facts]?.value { readFacts(facts) }
        if asOf != nil { checkConstraints() }
    }

    private mutating func readFacts(_ node: DocumentNode) {
        switch node.value {
        case .null: break
        case .object(let members): readMembers(members, under: VocabularyTree.root, path: "")
        default:
            let expected = Wording("{ \"記録\": { … } } の形", "an object { \"record\": { … } }")
            faults.append(FactDiagnostics.wrongType(Spot(path: "facts", position: node.position), expected: expected, found: node))
        }
    }

    private mutating func readContract(_ member: DocumentMember?) {
        guard let member, member.value.value != .null else { return }
        let spot = Spot(path: member.key, position: member.value.position)
        guard let text = member.value.string else {
            return faults.append(FactDiagnostics.wrongType(spot, expected: Wording("規約の名前", "the name of a contract"), found: member.value))
        }
        if text != plan.title.name { faults.append(FactDiagnostics.otherContract(spot, found: text, own: plan.title.name)) }
    }

    // MARK: The day

    private mutating func readJudgement(
        _ day: DocumentMember?, _ time: DocumentMember?, override: Instant?, defaultAsOf: Instant?, _ document: DocumentNode
    ) {
        var found = day.flatMap { instant($0) }
        if let time, time.value.value != .null {
            let spot = Spot(path: time.key, position: time.value.position)
            if let day, let own = found?.time, own.minutes >= 0 {
                faults.append(FactDiagnostics.duplicate(Spot(path: time.key, position: time.keyPosition), first: day.keyPosition))
            }
            switch reader.values.content(time.value, .time, at: spot.path) {
            case .success(.value(let minutes)):
                found = (found ?? defaultAsOf).map { Instant(date: $0.date, time: TimeOfDay(minutes: Int(minutes))) }
            case .success: faults += reader.values.wrong(time.value, .time, spot).faults
            case .failure(let wrong): faults += wrong.faults
            }
        }
        asOf = override ?? found ?? defaultAsOf
        // A day that cannot be read has a fault of its own.
        if asOf == nil, day.map({ $0.value.value == .null }) ?? true { faults.append(FactDiagnostics.missingAsOf(document.position)) }
        guard let asOf else { return }
        frame[.asOf] = Reading(.known, Int64(asOf.date.dayNumber))
        frame[.asOfTime] = asOf.time.map { Reading(.known, Int64($0.minutes)) } ?? .unknown
    }

    private mutating func instant(_ member: DocumentMember) -> Instant? {
        if case .null = member.value.value { return nil }
        let spot = Spot(path: member.key, position: member.value.position)
        if let text = member.value.string, let instant = Instant(text) { return instant }
        switch reader.values.content(member.value, .date, at: spot.path) {
        case .success(.value(let day)): return CivilDate(dayNumber: Int(day)).map { Instant(date: $0, time: nil) }
        case .success: faults += reader.values.wrong(member.value, .date, spot).faults
        case .failure(let wrong): faults += wrong.faults
        }
        return nil
    }

    // MARK: Readings and constraints

    private mutating func readInterpretations(_ member: DocumentMember?) {
        guard let member, member.value.value != .null else { return }
        guard case .object(let members) = member.value.value else {
            let spot = Spot(path: member.key, position: member.value.position)
            let expected = Wording("{ \"解釈の名前\": \"案\" } の形", "an object { \"interpretation\": \"reading\" }")
            return faults.append(FactDiagnostics.wrongType(spot, expected: expected, found: member.value))
        }
        let names = plan.interpretations.map(\.name)
        for entry in members {
            let spot = Spot(path: "\(member.key).\(entry.key)", position: entry.keyPosition)
            guard let number = names.firstIndex(where: { foldWidth($0) == foldWidth(entry.key).trimmed }) else {
                faults.append(FactDiagnostics.unknownKey(spot, entry.key, nearest: nearest(to: entry.key, in: names), allowed: names))
                continue
            }
            let readings = plan.interpretations[number].readings.map(\.name)
            let place = Spot(path: spot.path, position: entry.value.position)
            guard let text = entry.value.string else {
                if entry.value.value != .null {
                    faults.append(FactDiagnostics.wrongType(place, expected: Wording("案の名前", "the name of a reading"), found: entry.value))
                }
                continue
            }
            guard let reading = readings.firstIndex(where: { foldWidth($0) == foldWidth(text).trimmed }) else {
                faults.append(FactDiagnostics.unlisted(place, text, of: names[number], nearest: nearest(to: text, in: readings), all: readings))
                continue
            }
            frame.interpretations[number] = reading
        }
    }

    /// Known facts that break a constraint are named with it; those that only several constraints together exclude, with these.
    private mutating func checkConstraints() {
        var evaluator = Evaluator(plan, frame, tracer: NoTracer())
        let broken = (plan.constraints + plan.agreements).filter { evaluator.truth($0.condition) == .no }
        for constraint in broken { refuse(constraint.facts, [constraint.label]) }
        guard broken.isEmpty else { return }
        switch reader.consistency.check(frame) {
        case .possible: break
        case .contradictory(let contradiction): refuse(contradiction.facts, contradiction.constraints)
        case .unsettled: remarks.append(FactDiagnostics.unsettled)
        }
    }

    private mutating func refuse(_ facts: [Place<Fact>], _ labels: [String]) {
        // Records go by their lists.
        let lists = Set(facts.compactMap { plan.facts[$0].list })
        let involved = given.filter { value in facts.contains(value.fact) || plan.facts[value.fact].list.map { lists.contains($0) } == true }
        let names = involved.map { "\(plan.facts[$0.fact].name) = \($0.text)" }
        let spot = Spot(path: involved.last.map { plan.facts[$0.fact].name } ?? "", position: involved.last?.position ?? .start)
        faults.append(FactDiagnostics.broken(spot, labels: labels, facts: names.isEmpty ? facts.map { plan.facts[$0].name } : names))
    }
}
