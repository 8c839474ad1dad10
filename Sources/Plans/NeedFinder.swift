import Vocabulary

/// What the index of a step table can look at: a listed fact outside lists, an interpretation, or a condition.
struct Subject: Hashable, Comparable {
    let kind: StepTable.Field.Kind
    let number: Int

    static func < (left: Self, right: Self) -> Bool { (left.kind.rawValue, left.number) < (right.kind.rawValue, right.number) }
}

/// Finds the values of single facts with which a condition may be other than false.
struct NeedFinder {
    private let plan: Plan
    private var known: [NodeID: [Subject: CaseBits]] = [:]

    init(_ plan: Plan) { self.plan = plan }

    /// How many values a subject has.
    func caseCount(_ subject: Subject) -> Int {
        switch subject.kind {
        case .fact: plan.caseCount(plan.facts[subject.number].type) ?? 0
        case .interpretation: plan.interpretations[subject.number].readings.count
        case .condition: 2
        }
    }

    /// For some subjects the values without which the condition is false, whatever else is known.
    mutating func need(_ id: NodeID) -> [Subject: CaseBits] {
        if let known = known[id] { return known }
        var result: [Subject: CaseBits] = [:]
        let node = plan[id]
        if let (subject, cases) = exact(id) {
            result[subject] = cases
        } else if node.operation == .and {
            for part in plan.parts(of: node) { result.merge(need(part)) { $0.intersection($1) } }
        } else if node.operation == .or {
            for (number, part) in plan.parts(of: node).enumerated() where number == 0 || !result.isEmpty {
                let own = need(part)
                result = number == 0 ? own : result.reduce(into: [:]) { both, entry in both[entry.key] = own[entry.key]?.union(entry.value) }
            }
        }
        known[id] = result
        return result
    }

    /// The values with which a condition that looks at one subject alone is true; with all others it is false.
    func exact(_ id: NodeID) -> (Subject, CaseBits)? {
        let node = plan[id]
        let number = Int(node.first)
        switch node.operation {
        case .isCase where plan.facts[number].list == nil:
            return (Subject(kind: .fact, number: number), CaseBits(plan.caseSets[4 * Int(node.second)..<4 * Int(node.second) + 4]))
        case .reading: return (Subject(kind: .interpretation, number: number), CaseBits([Int(node.second)]))
        case .not where plan[NodeID(number)].operation == .isCase:
            return exact(NodeID(number)).map { ($0.0, $0.1.complement) }
        default: return nil
        }
    }
}

extension Plan {
    /// The parts of a conjunction or disjunction.
    func parts(of node: Node) -> ArraySlice<NodeID> { children[Int(node.second)..<Int(node.second) + Int(node.first)] }
}

/// Up to 256 cases, and whether the fact may also not apply.
struct CaseBits {
    private var words: SIMD4<UInt64> = .zero
    private(set) var isAbsent = false

    /// Four words, a bit for each case.
    init(_ words: ArraySlice<UInt64>) {
        for (number, word) in words.enumerated() { self.words[number] = word }
    }

    init(_ codes: [Int]) {
        for code in codes where (0..<256).contains(code) { words[code >> 6] |= 1 << UInt64(code & 63) }
    }

    func contains(_ code: Int) -> Bool { (0..<256).contains(code) && words[code >> 6] >> UInt64(code & 63) & 1 == 1 }

    /// All that these are not.
    var complement: CaseBits {
        var result = self
        result.words = ~words
        result.isAbsent = !isAbsent
        return result
    }

    func intersection(_ other: CaseBits) -> CaseBits {
        var result = self
        result.words &= other.words
        result.isAbsent = isAbsent && other.isAbsent
        return result
    }

    func union(_ other: CaseBits) -> CaseBits {
        var result = self
        result.words |= other.words
        result.isAbsent = isAbsent || other.isAbsent
        return result
    }
}
