import Plans
import Values
import Vocabulary

/// The names of the vocabulary as a tree: records, the facts in them, lists. Names are compared without regard to width.
struct VocabularyTree: Sendable {
    /// A name with what it can stand for.
    struct Branch: Sendable {
        /// The last part of the name.
        let name: String
        fileprivate(set) var fact: Place<Fact>?
        fileprivate(set) var list: Place<RecordList>?
        /// In the order of the vocabulary.
        fileprivate(set) var children: [Int] = []
        fileprivate var byName: [String: Int] = [:]
    }

    /// The number of the branch that holds all records.
    static let root = 0

    private(set) var branches = [Branch(name: "")]

    init(_ plan: Plan) {
        for place in plan.facts.places where plan.facts[place].kind != .judgement {
            branches[add(plan.facts[place].name)].fact = place
        }
        for place in plan.lists.places { branches[add(plan.lists[place].name)].list = place }
    }

    private mutating func add(_ path: String) -> Int {
        var branch = Self.root
        for part in path.split(separator: ".") {
            if let next = child(of: branch, named: part) {
                branch = next
            } else {
                branches.append(Branch(name: String(part)))
                branches[branch].children.append(branches.count - 1)
                branches[branch].byName[foldWidth(String(part))] = branches.count - 1
                branch = branches.count - 1
            }
        }
        return branch
    }

    subscript(_ branch: Int) -> Branch { branches[branch] }

    func child(of branch: Int, named name: some StringProtocol) -> Int? { branches[branch].byName[foldWidth(String(name))] }

    /// The names under a branch.
    func names(under branch: Int) -> [String] { branches[branch].children.map { branches[$0].name } }

    /// The facts of a branch and of all under it.
    func facts(under branch: Int) -> [Place<Fact>] {
        let own = branches[branch].fact.map { [$0] } ?? []
        return own + branches[branch].children.flatMap { facts(under: $0) }
    }

    /// All that stands under a branch, by its path from there: 作業, 端末.OS.
    func paths(under branch: Int) -> [(path: String, branch: Int)] {
        branches[branch].children.flatMap { child in
            let name = branches[child].name
            // The records of a list are no part of a path.
            let deeper = branches[child].list == nil ? paths(under: child) : []
            return [(name, child)] + deeper.map { ("\(name).\($0.path)", $0.branch) }
        }
    }
}
