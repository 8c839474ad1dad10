import Diagrams
package import Plans
import Runtime
import Vocabulary

/// In which order what is missing is named.
package enum QuestionOrder: Sendable, Equatable {
    /// As the vocabulary has it.
    case vocabulary
    /// First what promises to settle most for the least trouble; says how much a fact less to ask for counts against an outcome less.
    case weighed(facts: Double)

    /// By outcomes alone; `KiyakuBench --questions` compares other weights over the cases of the corpus.
    package static var best: Self { .weighed(facts: 0) }
}

extension Plan {
    /// How much trouble it is to change a fact: as much as it is to answer it.
    package func cost(_ slot: FactInstance) -> Double { cost(.fact(slot.fact, record: slot.record, members: [])) }

    /// How much trouble it is to answer a question: yes or no is the unit.
    package func cost(_ subject: Missing.Subject) -> Double {
        switch subject {
        case .list: return 3
        case .event, .reference: return 1_000
        case .fact(let fact, _, _):
            var cost: Double
            switch facts[fact].type {
            case .bool: cost = 1
            case .enumeration: cost = 1.25
            case .set: cost = 1.5
            case .integer, .number, .version: cost = 1.5
            case .date, .month, .time, .text: cost = 2
            }
            if case .finding = facts[fact].kind { cost *= 2 }
            if facts[fact].isPersonal { cost *= 1.5 }
            return cost
        }
    }
}

extension Solver {
    /// What decides between some parts, best question first; facts that cannot be asked yet, and further records of lists, keep their place
    /// behind them.
    ///
    /// Where two are as good as each other the vocabulary's order stands.
    func bestFirst(
        _ missing: [Missing], _ within: [DiagramNode], _ search: borrowing CompletionSearch, _ weight: Double
    ) throws(BudgetExceeded) -> [Missing] {
        let deciding = missing.filter { $0.isAsked && !$0.subject.isList && $0.subject.isAsked }
        guard deciding.count > 1 else { return missing }
        let frame = search.frame
        var variables: [Missing.Subject: [Int]] = [:]
        var subjects: [Int: Missing.Subject] = [:]
        for (number, source) in search.variables.enumerated() {
            guard let subject = subject(of: source, frame) else { continue }
            subjects[number] = subject
            variables[subject, default: []].append(number)
        }
        let weigher = QuestionWeigher(search.diagram, constraint: search.constraint, outcomes: within, subjects: subjects)
        let now = try weigher.now()
        func gain(_ left: QuestionWeigher.Left, _ cost: Double) -> (outcomes: Double, facts: Double) {
            ((now.outcomes - left.outcomes) / cost, (now.facts - left.facts) / cost)
        }
        var weighed: [(missing: Missing, gain: (outcomes: Double, facts: Double))] = []
        var groups: [Place<FactGroup>: (outcomes: Double, facts: Double)] = [:]
        for item in deciding {
            guard case .fact(let fact, let record, _) = item.subject else { continue }
            let subject = subject(fact, record, frame)
            var best = gain(try weigher.left(after: answers(fact, variables[subject] ?? [], search)), plan.cost(subject))
            if record == nil, let group = plan.openGroup(of: fact, frame) {
                if groups[group] == nil {
                    let members = plan.groups[group].members
                    let no = members.flatMap { variables[self.subject($0, record, frame)] ?? [] }
                    let left = try weigher.left(after: [Dictionary(uniqueKeysWithValues: no.map { ($0, 0) }), [:]])
                    groups[group] = gain(left, members.map { plan.cost(self.subject($0, record, frame)) }.max() ?? 1)
                }
                if let own = groups[group], Self.score(own, weight) > Self.score(best, weight) { best = own }
            }
            weighed.append((item, best))
        }
        let sorted = weighed.enumerated().sorted { left, right in
            let (one, other) = (Self.score(left.element.gain, weight), Self.score(right.element.gain, weight))
            return one != other ? one > other : left.offset < right.offset
        }
        let first = sorted.map(\.element.missing)
        return first + missing.filter { !first.contains($0) }
    }

    /// Fewer possible outcomes count first, and fewer facts to ask for a little.
    private static func score(_ gain: (outcomes: Double, facts: Double), _ weight: Double) -> Double { gain.outcomes + gain.facts * weight }

    /// The answers to a question about a fact, as far as conditions tell them apart.
    private func answers(_ fact: Place<Fact>, _ variables: [Int], _ search: borrowing CompletionSearch) -> [QuestionWeigher.Settled] {
        if case .set = plan.facts[fact].type {
            let none = Dictionary(uniqueKeysWithValues: variables.map { ($0, 0) })
            return [none] + variables.map { none.merging([$0: 1]) { $1 } }
        }
        guard let variable = variables.first else { return [[:]] }
        return search.values(of: variable).indices.map { [variable: $0] }
    }
}
