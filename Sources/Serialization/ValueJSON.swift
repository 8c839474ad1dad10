import Documents
import Explanation
import Plans
import Runtime
import Values
import Vocabulary

extension ValueText {
    /// A value as facts files take it.
    func json(_ reading: Reading, _ type: FactType) -> JSONValue {
        guard reading.state == .known else { return .string(state(reading.state)) }
        switch type {
        case .bool: return .bool(reading.value == 1)
        case .set(let of):
            let cases = plan.enumerations[of].cases
            let members = cases.indices.filter { UInt64(bitPattern: reading.value) >> UInt64($0) & 1 == 1 }
            return .object([("のみ", .array(members.map { .string(cases[$0].name) }))])
        case .integer: return FixedDecimal(micros: reading.value).whole.map { .integer(Int64($0)) } ?? .string(name(reading.value, type))
        default: return .string(name(reading.value, type))
        }
    }
}
