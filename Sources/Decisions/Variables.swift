import Plans
import Runtime
import Vocabulary

/// What a variable of the search stands for.
enum VariableSource: Hashable {
    /// A fact outside lists, or of one record of a list.
    case fact(Place<Fact>, record: Int?)
    /// One member of a set fact.
    case member(Place<Fact>, record: Int?, code: Int)
    /// Whether a list has so many records that nobody has named, counted from 0.
    case further(Place<RecordList>, Int)
    /// Whether records that nobody has named would change what is asked of the list here.
    case others(Place<RecordList>, NodeID, records: [Int])
    /// What reference data would say if it were known, or how an event that is still to come lies to a later day.
    case beyond(NodeID, records: [Int], left: Reading, right: Reading)
}

extension Plan {
    /// The nodes that a node is made of, without going into rules.
    func operands(of id: NodeID) -> [NodeID] {
        let node = self[id]
        func one(_ number: Int32) -> NodeID { NodeID(Int(number)) }
        func span(_ count: Int) -> [NodeID] { Array(children[Int(node.second)..<Int(node.second) + count]) }
        switch node.operation {
        case .and, .or: return span(Int(node.first))
        case .choice: return span(2 * Int(node.first))
        case .lookup: return span(tables[Int(node.first)].keys.count)
        case .rounded: return span(node.roundedCount)
        case .not, .calendar: return [one(node.first)]
        case .compare, .sum, .difference, .product, .days: return [one(node.first), one(node.second)]
        case .some, .every, .count, .total: return [one(node.second)]
        case .isCase, .hasAny, .hasAll, .compareFact, .isPending, .isInapplicable, .fact:
            return premises[Int(node.first)].map { [$0] } ?? []
        default: return []
        }
    }
}
