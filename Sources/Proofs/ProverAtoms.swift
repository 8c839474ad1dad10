import Plans
import Runtime
import Vocabulary

/// What the conditions of a plan ask: the atoms of a proof.
extension Prover {
    /// The test that a condition is; nil for what is made of other conditions.
    mutating func test(_ node: ConditionNode) -> ProofAtom? {
        switch node {
        case .isCase(let fact, let cases, _): return .isCase(subject(fact), codes(of: fact, in: plan.caseSets[cases]), evaluator.reading(of: fact))
        case .hasAny(let fact, let mask): return .members(subject(fact), mask: Int64(bitPattern: mask), needsAll: false, evaluator.reading(of: fact))
        case .hasAll(let fact, let mask): return .members(subject(fact), mask: Int64(bitPattern: mask), needsAll: true, evaluator.reading(of: fact))
        case .isPending(let fact): return .state(subject(fact), .pending, evaluator.reading(of: fact))
        case .isInapplicable(let fact): return .state(subject(fact), .inapplicable, evaluator.reading(of: fact))
        case .compareFact(let fact, let relation, let constant):
            let side = side(fact)
            return .compare(side, relation, ProofAtom.Side(source: .constant, reading: Reading(.known, constant), type: side.type))
        case .compare(let left, let relation, let right):
            // `祝日(日)` stands in plans as a comparison with 1.
            if case .calendar(.isHoliday, let day, _) = plan[left] { return .holiday(side(day, .date)) }
            let type = plan.type(of: left) ?? plan.type(of: right) ?? .integer
            return .compare(side(left, type), relation, side(right, type))
        case .outcome(let decision, let wanted): return .outcome(decision, wanted: wanted, possible: evaluator.outcomes(of: decision))
        case .holds(let rule), .applies(let rule): return .rule(rule)
        case .reading(let interpretation, let reading): return .reading(interpretation, Int(reading))
        case .constant: return .always
        case .and, .or, .not, .some, .every: return nil
        }
    }

    private func subject(_ fact: Place<Fact>) -> ProofAtom.Subject {
        ProofAtom.Subject(fact: fact, record: plan.facts[fact].list.flatMap { records[$0] })
    }

    private func codes(of fact: Place<Fact>, in cases: CaseSet) -> [Int64] {
        plan.codes(of: fact).map(Int64.init).filter { cases.contains($0) }
    }

    private mutating func side(_ fact: Place<Fact>) -> ProofAtom.Side {
        ProofAtom.Side(source: .fact(subject(fact)), reading: evaluator.reading(of: fact), type: plan.facts[fact].type)
    }

    private mutating func side(_ id: ValueID, _ type: FactType) -> ProofAtom.Side {
        switch plan[id] {
        case .fact(let fact): side(fact)
        case .constant: ProofAtom.Side(source: .constant, reading: evaluator.value(id), type: type)
        case .arithmetic, .rounded, .calendar, .count, .total, .lookup, .choice: ProofAtom.Side(source: .value(id), reading: evaluator.value(id), type: type)
        }
    }

    // MARK: One constant after the other

    /// What is compared with a constant: a fact, or a value.
    enum Compared: Hashable {
        case fact(Place<Fact>)
        case value(ValueID)
    }

    /// Some parts of a conjunction or disjunction that are told together.
    struct Group {
        /// What all of them compare with a constant; nil for a part by itself.
        let compared: Compared?
        var parts: [ConditionID]
        var constants: [Int64] = []
    }

    /// The parts of a disjunction (`.equal`) or conjunction (`.notEqual`); those that compare the same value so with constants are together.
    func groups(_ parts: ArraySlice<ConditionID>, _ relation: Relation) -> [Group] {
        var groups: [Group] = []
        var places: [Compared: Int] = [:]
        for part in parts {
            guard let (own, constant) = compared(part, relation) else {
                groups.append(Group(compared: nil, parts: [part]))
                continue
            }
            if let place = places[own] {
                groups[place].parts.append(part)
                groups[place].constants.append(constant)
            } else {
                places[own] = groups.count
                groups.append(Group(compared: own, parts: [part], constants: [constant]))
            }
        }
        return groups
    }

    private func compared(_ id: ConditionID, _ relation: Relation) -> (Compared, constant: Int64)? {
        switch plan[id] {
        case .compareFact(let fact, relation, let constant): return (.fact(fact), constant)
        case .compare(let left, relation, let right):
            guard case .constant(let constant) = plan[right] else { return nil }
            return (.value(left), constant)
        case .constant, .and, .or, .not, .isCase, .hasAny, .hasAll, .compare, .compareFact, .isPending, .isInapplicable, .holds, .applies, .outcome,
            .reading, .some, .every:
            return nil
        }
    }

    /// Whether a value is one of the constants, or none of them.
    mutating func among(_ compared: Compared, _ constants: [Int64], isNone: Bool) -> ProofAtom {
        switch compared {
        case .fact(let fact): .among(side(fact), constants, isNone: isNone)
        case .value(let id): .among(side(id, plan.type(of: id) ?? .integer), constants, isNone: isNone)
        }
    }
}
