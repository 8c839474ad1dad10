import Diagrams
package import Plans
import Runtime
package import Vocabulary

/// A discretion that is exercised, with what is decided; of a set, one member.
package struct Exercise: Hashable, Sendable {
    package let power: Place<Fact>
    package let value: Int64

    package init(_ power: Place<Fact>, _ value: Int64) { (self.power, self.value) = (power, value) }

    /// The same as something to try out.
    package var change: Change { .exercise(power, value) }
}

/// What powers do together was not looked through.
package struct PowersCut: Error {}

extension Plan {
    /// What may be decided by exercising a discretion: of yes or no, yes.
    package func exercises(of power: Place<Fact>) -> [Int64] {
        facts[power].type == .bool ? [1] : codes(of: power).map { Int64($0) }
    }
}

/// Powers as variables of a search; the first value of each is that it is not exercised.
extension CompletionSearch {
    /// The variables of a power: of a set one for each member, with its code.
    private func variables(of power: Place<Fact>) -> [(variable: Int, code: Int?)] {
        if case .set = plan.facts[power].type {
            return plan.codes(of: power).compactMap { code in number(of: .member(power, record: nil, code: code)).map { ($0, code) } }
        }
        return number(of: .fact(power, record: nil)).map { [($0, nil)] } ?? []
    }

    /// The variables of a power that is not exercised.
    func idle(_ power: Place<Fact>) -> [Int: Int] {
        Dictionary(variables(of: power).map { ($0.variable, 0) }, uniquingKeysWith: { one, _ in one })
    }

    /// The variables of a power that is; of a set the other members are open. None where nothing looks at it.
    func done(_ exercise: Exercise) -> [Int: Int] {
        for (variable, code) in variables(of: exercise.power) {
            if let code {
                if code == Int(exercise.value) { return [variable: 1] }
            } else if let value = values(of: variable).firstIndex(of: Reading(.known, exercise.value)) {
                return [variable: value]
            }
        }
        return [:]
    }

    /// The variables of all powers but one, where just these others are exercised.
    func only(_ exercises: [Exercise], beside power: Place<Fact>? = nil) -> [Int: Int] {
        var fixed: [Int: Int] = [:]
        for other in powers where other != power && !exercises.contains(where: { $0.power == other }) { fixed.merge(idle(other)) { one, _ in one } }
        for exercise in exercises { fixed.merge(done(exercise)) { one, _ in one } }
        return fixed
    }

    /// The fewest exercises of other powers with which something is so under some completion; nil where there are none.
    func fewest(_ node: DiagramNode, beside power: Place<Fact>) -> [Exercise]? {
        var others: [Int: (power: Place<Fact>, code: Int?)] = [:]
        for other in powers where other != power {
            for (variable, code) in variables(of: other) { others[variable] = (other, code) }
        }
        guard let found = diagram.fewest(of: Set(others.keys), for: node) else { return nil }
        var exercises: [Exercise] = []
        for (variable, value) in found.sorted(by: { $0.key < $1.key }) {
            guard let (power, code) = others[variable] else { continue }
            exercises.append(Exercise(power, code.map { Int64($0) } ?? values(of: variable)[value].value))
        }
        return exercises
    }

    /// Leaves out the completions in which a power is exercised that is not asked about.
    mutating func keepPremises() throws(BudgetExceeded) {
        for power in powers.sorted() {
            guard let premise = plan.premises[power.value] else { continue }
            let unasked = try diagram.not(try condition(premise))
            if unasked == .no { continue }
            for (variable, code) in variables(of: power) {
                let count = code == nil ? try domain(power, variable).count : 2
                try exclude(try diagram.and(unasked, try diagram.literal(variable, (0..<count).map { $0 > 0 })))
            }
        }
    }
}
