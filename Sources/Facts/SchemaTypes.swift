import Algorithms
import Documents
import Plans
import Vocabulary

/// The schemas of values, each once under `$defs`: plain, wrapped, and for a discretion with who, when and why.
struct SchemaTypes {
    private let plan: Plan
    private var numbers: [FactType: Int] = [:]
    private var types: [FactType] = []

    init(_ plan: Plan) {
        self.plan = plan
        for fact in plan.facts where numbers[fact.type] == nil {
            numbers[fact.type] = types.count
            types.append(fact.type)
        }
    }

    /// The place of the schema of a fact's value.
    func reference(_ fact: Fact) -> String { "#/$defs/\(fact.isDiscretion ? "discretion" : "value")-\(numbers[fact.type] ?? 0)" }

    /// All schemas that `reference` names.
    var definitions: [(String, JSONValue)] {
        types.enumerated().flatMap { number, type -> [(String, JSONValue)] in
            let plain: JSONValue = ["$ref": .string("#/$defs/plain-\(number)")]
            let states = JSONValue.object([("enum", .array(states(type)))])
            return [
                ("plain-\(number)", .object([("title", .string(type.name(plan)))] + schema(type))),
                ("value-\(number)", ["anyOf": [plain, states, wrapped(plain, states, isDiscretion: false)]]),
                ("discretion-\(number)", ["anyOf": [states, wrapped(plain, states, isDiscretion: true)]]),
            ]
        }
    }

    private func states(_ type: FactType) -> [JSONValue] {
        let pending: [JSONValue] = type == .date || type == .month ? [.string(StateWord.pending)] : []
        return [.null, .string(StateWord.inapplicable), .string(StateWord.unknown)] + pending
    }

    private func wrapped(_ plain: JSONValue, _ states: JSONValue, isDiscretion: Bool) -> JSONValue {
        var members: [(String, JSONValue)] = []
        for key in WrappedValue.Key.allCases {
            for spelling in key.spellings {
                switch key {
                case .value: members.append((spelling, ["anyOf": [plain, states]]))
                case .state: members.append((spelling, states))
                default: members.append((spelling, ["type": ["string", "null"]]))
                }
            }
        }
        func either(_ keys: [WrappedValue.Key]) -> JSONValue {
            ["anyOf": .array(keys.flatMap(\.spellings).map { ["required": [.string($0)]] })]
        }
        let needed: [[WrappedValue.Key]] = isDiscretion ? [[.value, .state], [.by], [.at], [.reason]] : [[.value, .state]]
        guard case .object(let object) = JSONSchema.closed(members) else { return true }
        return .object(object + [("allOf", .array(needed.map(either)))])
    }

    private func schema(_ type: FactType) -> [(String, JSONValue)] {
        switch type {
        case .bool: [("enum", [true, false, "はい", "いいえ", "真", "偽"])]
        case .enumeration(let of): [("enum", .array(names(plan.enumerations[of])))]
        case .set(let of): set(plan.enumerations[of])
        case .integer: [("type", ["integer", "string"])]
        case .number: [("type", ["number", "string"])]
        case .version: [("type", ["number", "string"]), ("pattern", "[0-9]")]
        case .date: [("type", "string"), ("pattern", "[0-9元〇一二三四五六七八九十]"), ("examples", ["2026-11-22"])]
        case .month: [("type", "string"), ("pattern", "[0-9元〇一二三四五六七八九十]"), ("examples", ["2026-11"])]
        case .time: [("type", "string"), ("pattern", "[0-9〇一二三四五六七八九十]|正午"), ("examples", ["09:00"])]
        case .text: [("type", "string")]
        }
    }

    private func set(_ enumeration: Enumeration) -> [(String, JSONValue)] {
        let members = JSONSchema.array(.object([("enum", .array(names(enumeration)))]))
        let flag: JSONValue = ["enum": [true, false, nil, "はい", "いいえ", "真", "偽"]]
        let flags = names(enumeration).compactMap { name -> (String, JSONValue)? in if case .string(let text) = name { (text, flag) } else { nil } }
        let only = ["のみ", "only"].filter { enumeration.code(of: $0) == nil }.map { JSONSchema.closed([($0, members)], required: [$0]) }
        return [("anyOf", .array([members, JSONSchema.closed(flags)] + only))]
    }

    /// Names, and labels that are not names.
    private func names(_ enumeration: Enumeration) -> [JSONValue] {
        (enumeration.cases.map(\.name) + enumeration.cases.compactMap(\.label)).uniqued().map { .string($0) }
    }
}
