import Plans
import Vocabulary

/// What a form asks, each once: a fact, or those facts of a group that one question settles.
enum AskedTogether {
    case fact(Place<Fact>)
    case group(Place<FactGroup>, [Place<Fact>])

    /// What is asked in the place of each fact outside lists; of a group, in the place of the first of its facts.
    static func of(_ facts: [Place<Fact>], _ plan: Plan) -> [Place<Fact>: AskedTogether] {
        var told: Set<Place<Fact>> = []
        return facts.reduce(into: [:]) { asked, fact in
            guard told.insert(fact).inserted else { return }
            for group in plan.groups.places where plan.groups[group].members.contains(fact) {
                let open = plan.groups[group].members.filter { $0 == fact || facts.contains($0) && !told.contains($0) }
                guard open.count > 1 else { continue }
                told.formUnion(open)
                asked[fact] = .group(group, open)
                return
            }
            asked[fact] = .fact(fact)
        }
    }
}
