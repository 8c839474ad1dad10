import Diagrams
import Plans
import Runtime
import Vocabulary

extension CompletionSearch {
    /// Whether records that nobody has named can answer what is asked of a list in every combination: then each answer may be taken by itself.
    ///
    /// It is so where for each question some record settles it that settles no other, and nothing outside the record has a say in it. All
    /// further records are alike, and there may be as many as there are questions.
    mutating func isFree(_ list: Place<RecordList>, _ outer: [Int]) throws(BudgetExceeded) -> Bool {
        guard outer.allSatisfy({ $0 < 0 }) else { return false }
        if let known = freeLists[list] { return known }
        let result = try settlesEachAlone(list)
        freeLists[list] = result
        return result
    }

    private mutating func settlesEachAlone(_ list: Place<RecordList>) throws(BudgetExceeded) -> Bool {
        let fields = Set(plan.lists[list].fields)
        guard plan.constraints.allSatisfy({ $0.reach.isDisjoint(with: fields) }) else { return false }
        let outer = records
        defer { records = outer }
        records[list.value] = frame.lists[list.value].recordCount
        var settling: [DiagramNode] = []
        for id in regions.quantifiers(of: list).sorted(by: { $0.number < $1.number }) {
            let own: DiagramNode
            switch plan[id] {
            case .some(_, let body): own = try condition(body)
            case .every(_, let body): own = try diagram.not(try condition(body))
            case .constant, .and, .or, .not, .isCase, .hasAny, .hasAll, .compare, .compareFact, .isPending, .isInapplicable, .holds, .applies, .outcome,
                .reading:
                preconditionFailure("only what is asked of all records of a list is kept for it")
            }
            // What no record settles is settled by those that are named.
            if own != .no, !settling.contains(own) { settling.append(own) }
        }
        for own in settling {
            for variable in diagram.support(own) {
                switch variables[variable] {
                case .fact(let fact, _), .member(let fact, _, _): if !fields.contains(fact) { return false }
                case .further, .others, .order: return false
                }
            }
        }
        // None of the others before, and after, each.
        var after: [DiagramNode] = [.yes]
        for own in settling.reversed() { after.append(try diagram.and(after[after.count - 1], try diagram.not(own))) }
        after.reverse()
        var before = DiagramNode.yes
        for (number, own) in settling.enumerated() {
            let others = try diagram.and(before, after[number + 1])
            guard diagram.meets(own, others) else { return false }
            before = try diagram.and(before, try diagram.not(own))
        }
        return true
    }
}
