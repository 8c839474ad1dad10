import Completions
import Diagnostics
import Documents
import Plans
import Values
import Vocabulary

/// Reads `"expect": [{"decision", "status", "outcome", "side", "assuming", "grounds", "all_grounds", "possible", "missing", "duties"}]` against a plan.
struct ExpectationReader {
    private static let keys = ["decision", "status", "outcome", "side", "assuming", "grounds", "all_grounds", "possible", "missing", "duties"]
    private static let usualKeys = ["status", "outcome", "side", "assumed"]
    private static let statuses = [DecisionStatus.determined, .undetermined, .conflict]
    private static let normKeys = ["name", "applies", "by", "amount"]

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
        refuse(members, but: Self.keys, spot.path)
        guard let name = node["decision"] else { return faults.append(FactDiagnostics.missingKey(spot, "decision")) }
        let decisions = plan.decisions.map(\.name)
        guard let number = choose(name, from: decisions, of: "判定", spot.path + ".decision") else { return }
        let decision = plan.decisions[number]
        let outcomes = decision.outcomes.map(\.name)
        let (status, outcome, side) = (status(node, spot.path), outcome(node, decision, spot.path), side(node, decision, spot.path))
        let usual = usual(node["assuming"], decision, spot.path + ".assuming")
        let possible = each(node.given("possible"), spot.path + ".possible") { $0.choose($1, from: outcomes + ["conflict"], of: decision.name, $2) }
        let (grounds, allGrounds) = (clauses(node, "grounds", spot), clauses(node, "all_grounds", spot))
        let names = plan.facts.filter { $0.kind != .judgement }.map(\.name) + plan.lists.map(\.name)
        let missing = each(node.given("missing"), spot.path + ".missing") { $0.choose($1, from: names, of: "事実", $2) }
        let norms = norms(node.given("duties"), spot.path + ".duties")
        guard faults.count == before else { return }
        found.append(
            .init(
                decision: Place(number), status: status, outcome: outcome, side: side, usual: usual, possible: possible, grounds: grounds,
                allGrounds: allGrounds, missing: missing?.map { names[$0] }, norms: norms, position: node.position))
    }

    private mutating func status(_ node: DocumentNode, _ path: String) -> DecisionStatus? {
        guard let status = node.given("status") else { return nil }
        return choose(status, from: Self.statuses.map(\.rawValue), of: "status", path + ".status").map { Self.statuses[$0] }
    }

    private mutating func outcome(_ node: DocumentNode, _ decision: Decision, _ path: String) -> Int? {
        guard let outcome = node.given("outcome") else { return nil }
        return choose(outcome, from: decision.outcomes.map(\.name), of: decision.name, path + ".outcome")
    }

    /// The number of the side; nil inside for null, where none should be certain.
    private mutating func side(_ node: DocumentNode, _ decision: Decision, _ path: String) -> Int?? {
        guard let side = node["side"] else { return nil }
        if side.value == .null { return .some(nil) }
        return .some(choose(side, from: decision.sides.map(\.name), of: decision.name, path + ".side"))
    }

    /// What should hold under usual circumstances; nil inside for null, where they should settle nothing.
    private mutating func usual(_ node: DocumentNode?, _ decision: Decision, _ path: String) -> ExpectedUsual?? {
        guard let node else { return nil }
        if node.value == .null { return .some(nil) }
        guard case .object(let members) = node.value else {
            want("{ \"side\": … } の形か null", "an object { \"side\": … } or null", Spot(path: path, position: node.position), node)
            return nil
        }
        refuse(members, but: Self.usualKeys, path)
        let names = plan.facts.map(\.name)
        let assumed = each(node.given("assumed"), path + ".assumed") { $0.choose($1, from: names, of: "事実", $2) }
        return ExpectedUsual(
            status: status(node, path), outcome: outcome(node, decision, path), side: side(node, decision, path), assumed: assumed?.map { Place($0) })
    }

    /// The ids of the clauses that a member names.
    private mutating func clauses(_ node: DocumentNode, _ key: String, _ spot: Spot) -> [String]? {
        let ids = plan.clauses.map(\.id)
        let found = each(node.given(key), "\(spot.path).\(key)") { $0.choose($1, from: ids, or: $0.plan.clauses.map(\.citation), of: "条項", $2) }
        return found?.map { ids[$0] }
    }

    private mutating func refuse(_ members: [DocumentMember], but keys: [String], _ path: String) {
        for member in members where !keys.contains(member.key) {
            let place = Spot(path: "\(path).\(member.key)", position: member.keyPosition)
            faults.append(FactDiagnostics.unknownKey(place, member.key, nearest: nearest(to: member.key, in: keys), allowed: keys))
        }
    }

    // MARK: Duties

    private mutating func norms(_ node: DocumentNode?, _ path: String) -> [ExpectedNorm] {
        guard let node else { return [] }
        guard case .array(let elements) = node.value else {
            want("[ { \"name\": … } ]", "[ { \"name\": … } ]", Spot(path: path, position: node.position), node)
            return []
        }
        return elements.enumerated().compactMap { norm($0.element, "\(path)[\($0.offset + 1)]") }
    }

    private mutating func norm(_ node: DocumentNode, _ path: String) -> ExpectedNorm? {
        let spot = Spot(path: path, position: node.position)
        guard case .object(let members) = node.value else {
            want("{ \"name\": … } の形", "an object { \"name\": … }", spot, node)
            return nil
        }
        refuse(members, but: Self.normKeys, path)
        guard let name = node["name"] else {
            faults.append(FactDiagnostics.missingKey(spot, "name"))
            return nil
        }
        guard let number = choose(name, from: plan.norms.map(\.norm.name), of: "義務", path + ".name") else { return nil }
        let unit = plan.norms[number].norm.unit
        return ExpectedNorm(
            norm: number, applies: flag(node.given("applies"), path + ".applies"),
            deadline: content(node["by"], path + ".by", Wording("日付", "a day")) { CivilDate($0).map { Int64($0.dayNumber) } },
            amount: content(node["amount"], path + ".amount", Wording("単位のある数", "a number with its unit")) { FixedDecimal(written: $0, unit: unit)?.micros })
    }

    private mutating func flag(_ node: DocumentNode?, _ path: String) -> Bool {
        guard let node else { return true }
        if case .bool(let flag) = node.value { return flag }
        want("true か false", "true or false", Spot(path: path, position: node.position), node)
        return true
    }

    /// What a text says; null for what is still open.
    private mutating func content(_ node: DocumentNode?, _ path: String, _ what: Wording, _ read: (String) -> Int64?) -> ExpectedNorm.Content? {
        guard let node else { return nil }
        if node.value == .null { return .open }
        let spot = Spot(path: path, position: node.position)
        guard let text = node.string else {
            want(what.japanese, what.english, spot, node)
            return nil
        }
        guard let value = read(text) else {
            let help = Wording("\(what.japanese)を文字列で書いてください", "write \(what.english) as a text")
            faults.append(FactDiagnostics.impossible(spot, text, as: what, help: help))
            return nil
        }
        return .value(value)
    }

    // MARK: Names

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
