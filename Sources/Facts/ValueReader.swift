import Diagnostics
import Documents
import Plans
import Values
import Vocabulary

/// Reads values by the type of their fact.
struct ValueReader: Sendable {
    let plan: Plan
    /// In step with the plan's enumerations.
    let names: OnDemand<CaseNames>

    init(_ plan: Plan) {
        self.plan = plan
        names = plan.caseNames
    }

    /// The value, or why it is none. A case goes before the words for a state: an enumeration may have a case 不明.
    func content(_ node: DocumentNode, _ type: FactType, at path: String) -> Result<FactContent, ValueFaults> {
        let spot = Spot(path: path, position: node.position)
        if case .null = node.value { return .success(.unknown) }
        if let text = node.string, let state = state(text, type) { return .success(state) }
        switch type {
        case .bool: return truth(node, spot)
        case .enumeration(let of): return choice(node, of, spot).map { .value(Int64($0)) }
        case .set(let of): return members(node, of, spot)
        case .text:
            guard let text = node.string else { return .failure(wrong(node, type, spot)) }
            return .success(.text(text))
        case .number(let unit): return number(node, unit: unit, type, spot)
        case .integer: return number(node, unit: nil, type, spot)
        case .date, .month, .time, .version: return written(node, type, spot)
        }
    }

    /// 該当なし, 未到来, 不明, where they are not values of the type.
    private func state(_ text: String, _ type: FactType) -> FactContent? {
        switch type {
        case .enumeration(let of), .set(let of): if names[of.value].code(text) != nil { return nil }
        default: break
        }
        let word = foldWidth(text).trimmed
        if word == StateWord.inapplicable { return .inapplicable }
        if type == .text { return nil }
        if word == StateWord.unknown { return .unknown }
        return word == StateWord.pending && (type == .date || type == .month) ? .pending : nil
    }

    private func truth(_ node: DocumentNode, _ spot: Spot) -> Result<FactContent, ValueFaults> {
        switch node.value {
        case .bool(let value): return .success(.value(value ? 1 : 0))
        case .string(let text):
            switch foldWidth(text).trimmed.lowercased() {
            case "はい", "真", "true", "yes": return .success(.value(1))
            case "いいえ", "偽", "false", "no": return .success(.value(0))
            default: return .failure(wrong(node, .bool, spot))
            }
        default: return .failure(wrong(node, .bool, spot))
        }
    }

    /// The number of a case.
    func choice(_ node: DocumentNode, _ of: Place<Enumeration>, _ spot: Spot) -> Result<Int, ValueFaults> {
        let text: String
        switch node.value {
        case .string(let string): text = string
        // A case may be called 7.
        case .number(let literal): text = literal
        default: return .failure(wrong(node, .enumeration(of), spot))
        }
        if let code = names[of.value].code(text) { return .success(code) }
        let enumeration = plan.enumerations[of]
        let all = enumeration.cases.map(\.name)
        let nearest = nearest(to: text, in: all) ?? nearestLabel(to: text, enumeration)
        return .failure(ValueFaults(FactDiagnostics.unlisted(spot, text, of: enumeration.label ?? enumeration.name, nearest: nearest, all: all)))
    }

    private func nearestLabel(to text: String, _ enumeration: Enumeration) -> String? {
        guard let label = nearest(to: text, in: enumeration.cases.compactMap(\.label)) else { return nil }
        return enumeration.cases.first { $0.label == label }?.name
    }

    /// The fault of a value of another type.
    func wrong(_ node: DocumentNode, _ type: FactType, _ spot: Spot) -> ValueFaults {
        ValueFaults(FactDiagnostics.wrongType(spot, expected: type.expectation(plan), found: node))
    }
}

/// Why a value cannot be read: one fault, or for a set one for each member.
struct ValueFaults: Error {
    let faults: [FactFault]

    init(_ fault: FactFault) { faults = [fault] }
    init(_ faults: [FactFault]) { self.faults = faults }
}
