import Decisions
import Diagnostics
import Documents
import Plans
import Values
import Vocabulary

/// Reads `"expect": [{"decision", "status", "outcome", "grounds", "possible", "missing"}]` against a plan.
struct ExpectationReader {
    private static let keys = ["decision", "status", "outcome", "grounds", "possible", "missing"]

    let plan: Plan
    private(set) var found: [CaseFile.Expectation] = []
    private(set) var faults: [FactFault] = []

    init(plan: Plan) { self.plan = plan }

    mutating func read(_ document: DocumentNode) {
        guard case .object = document.value else { return }
        let start = Spot(path: "", position: document.position)
        if document["facts"] == nil, document["事実"] == nil { faults.append(FactDiagnostics.missingKey(start, "facts")) }
        guard let expect = document["expect"] ?? document["期待"] else { return faults.append(FactDiagnostics.missingKey(start, "expect")) }
        guard case .array(let entries) = expect.value else {
            return want("[ { \"decision\": … } ]", "[ { \"decision\": … } ]", Spot(path: "expect", position: expect.position), expect)
        }
        for (number, entry) in entries.enumerated() { readEntry(entry, Spot(path: "expect[\(number + 1)]", position: entry.position)) }
    }

    private mutating func want(_ japanese: String, _ english: String, _ spot: Spot, _ node: DocumentNode) {
        faults.append(FactDiagnostics.wrongType(spot, expected: Wording(japanese, english), found: node))
    }

    private mutating func readEntry(_ node: DocumentNode, _ spot: Spot) {
        guard case .object(let members) = node.value else { return want("{ \"decision\": … } の形", "an object { \"decision\": … }", spot, node) }
        let before = faults.count
        for member in members where !Self.keys.contains(member.key) {
            let place = Spot(path: "\(spot.path).\(member.key)", position: member.keyPosition)
            faults.append(FactDiagnostics.unknownKey(place, member.key, nearest: nearest(to: member.key, in: Self.keys), allowed: Self.keys))
        }
        guard let name = node["decision"] else { return faults.append(FactDiagnostics.missingKey(spot, "decision")) }
        let decisions = plan.decisions.map(\.name)
        guard let number = choose(name, from: decisions, of: "判定", spot.path + ".decision") else { return }
        let decision = plan.decisions[number]
        let outcomes = decision.outcomes.map(\.name)
        let statuses = [DecisionStatus.determined, .undetermined, .conflict]
        let status = node.given("status").flatMap { choose($0, from: statuses.map(\.rawValue), of: "status", spot.path + ".status") }
        let outcome = node.given("outcome").flatMap { choose($0, from: outcomes, of: decision.name, spot.path + ".outcome") }
        let possible = each(node.given("possible"), spot.path + ".possible") { $0.choose($1, from: outcomes + ["conflict"], of: decision.name, $2) }
        let ids = plan.clauses.map(\.id)
        let grounds = each(node.given("grounds"), spot.path + ".grounds") { $0.choose($1, from: ids, or: $0.plan.clauses.map(\.citation), of: "条項", $2) }
        let names = plan.facts.filter { $0.kind != .judgement }.map(\.name) + plan.lists.map(\.name)
        let missing = each(node.given("missing"), spot.path + ".missing") { $0.choose($1, from: names, of: "事実", $2) }
        guard faults.count == before else { return }
        found.append(
            .init(
                decision: Place(number), status: status.map { statuses[$0] }, outcome: outcome, possible: possible,
                grounds: grounds?.map { ids[$0] }, missing: missing?.map { names[$0] }, position: node.position))
    }

    /// The number of a name in a list, or of what it is called otherwise.
    private mutating func choose(_ node: DocumentNode, from names: [String], or others: [String] = [], of what: String, _ path: String) -> Int? {
        let spot = Spot(path: path, position: node.position)
        guard let text = node.string else {
            want("「\(what)」の名前", "a name of `\(what)`", spot, node)
            return nil
        }
        let wanted = foldWidth(text).trimmed
        if let number = names.firstIndex(where: { foldWidth($0) == wanted }) ?? others.firstIndex(where: { foldWidth($0) == wanted }) { return number }
        faults.append(FactDiagnostics.unlisted(spot, text, of: what, nearest: nearest(to: text, in: names + others), all: names))
        return nil
    }

    /// The numbers of an array's elements.
    private mutating func each(_ node: DocumentNode?, _ path: String, _ read: (inout Self, DocumentNode, String) -> Int?) -> [Int]? {
        guard let node else { return nil }
        guard case .array(let elements) = node.value else {
            want("[ … ]", "an array", Spot(path: path, position: node.position), node)
            return nil
        }
        return elements.enumerated().compactMap { read(&self, $0.element, "\(path)[\($0.offset + 1)]") }
    }
}

extension DocumentNode {
    /// The value of a member that is not null.
    fileprivate func given(_ key: String) -> DocumentNode? { self[key].flatMap { $0.value == .null ? nil : $0 } }
}
