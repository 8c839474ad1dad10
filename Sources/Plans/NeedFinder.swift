import Vocabulary

/// What the index of a decision can look at: a listed fact outside lists, an interpretation, or a condition.
struct Subject: Hashable, Comparable {
    let kind: DecisionIndex.Field.Kind
    let number: Int

    static func < (left: Self, right: Self) -> Bool { (left.kind.rawValue, left.number) < (right.kind.rawValue, right.number) }
}

/// Finds the values of single facts with which a condition may be other than false.
struct NeedFinder {
    private let plan: Plan
    private var known: [ConditionID: [Subject: CaseBits]] = [:]

    init(_ plan: Plan) { self.plan = plan }

    /// How many values a subject has.
    func caseCount(_ subject: Subject) -> Int {
        switch subject.kind {
        case .fact: plan.codes(of: Place(subject.number)).count
        case .interpretation: plan.interpretations[subject.number].readings.count
        case .condition: 2
        }
    }

    /// For some subjects the values without which the condition is false, whatever else is known.
    mutating func need(_ id: ConditionID) -> [Subject: CaseBits] {
        if let known = known[id] { return known }
        var result: [Subject: CaseBits] = [:]
        if let (subject, cases) = exact(id) {
            result[subject] = cases
        } else if case .and(let parts) = plan[id] {
            for part in plan[parts] { result.merge(need(part)) { $0.intersection($1) } }
        } else if case .or(let parts) = plan[id] {
            for (number, part) in plan[parts].enumerated() where number == 0 || !result.isEmpty {
                let own = need(part)
                result = number == 0 ? own : result.reduce(into: [:]) { both, entry in both[entry.key] = own[entry.key]?.union(entry.value) }
            }
        }
        known[id] = result
        return result
    }

    /// The values with which a condition that looks at one subject alone is true; with all others it is false.
    func exact(_ id: ConditionID) -> (Subject, CaseBits)? {
        switch plan[id] {
        case .isCase(let fact, let cases, _):
            return plan.facts[fact].list == nil ? (Subject(kind: .fact, number: fact.value), CaseBits(plan.caseSets[cases])) : nil
        case .reading(let interpretation, let reading): return (Subject(kind: .interpretation, number: interpretation.value), CaseBits(CaseSet([Int(reading)])))
        case .not(let part):
            guard case .isCase = plan[part] else { return nil }
            return exact(part).map { ($0.0, $0.1.complement) }
        case .constant, .and, .or, .hasAny, .hasAll, .compare, .compareFact, .isPending, .isInapplicable, .holds, .applies, .outcome, .some, .every:
            return nil
        }
    }
}

/// Up to 256 cases, and whether the fact may also not apply.
struct CaseBits {
    private var cases: CaseSet
    private(set) var isAbsent = false

    init(_ cases: CaseSet) { self.cases = cases }

    func contains(_ code: Int) -> Bool { cases.contains(code) }

    /// All that these are not.
    var complement: CaseBits {
        var result = CaseBits(CaseSet(words: ~cases.words))
        result.isAbsent = !isAbsent
        return result
    }

    func intersection(_ other: CaseBits) -> CaseBits {
        var result = CaseBits(CaseSet(words: cases.words & other.cases.words))
        result.isAbsent = isAbsent && other.isAbsent
        return result
    }

    func union(_ other: CaseBits) -> CaseBits {
        var result = CaseBits(CaseSet(words: cases.words | other.cases.words))
        result.isAbsent = isAbsent || other.isAbsent
        return result
    }
}
