import Diagnostics
import Documents
import Values
import Vocabulary

/// Numbers, with and without a unit.
extension ValueReader {
    /// A number literal, exactly; or a text with or without a unit, which is converted.
    func number(_ node: DocumentNode, unit: String?, _ type: FactType, _ spot: Spot) -> Result<FactContent, ValueFaults> {
        let text: String
        var number: FixedDecimal?
        switch node.value {
        case .number(let literal): (text, number) = (literal, FixedDecimal(literal))
        case .string(let string): (text, number) = (string, FixedDecimal(written: string, unit: unit))
        default: return .failure(wrong(node, type, spot))
        }
        if let number, type != .integer || number.whole != nil { return .success(.value(number.micros)) }
        let written = WrittenUnit(text)
        guard written.hasNumber else { return .failure(wrong(node, type, spot)) }
        if number == nil, let found = written.unit, unit.map({ Units.ratio(from: found, to: $0) == nil }) ?? true {
            return .failure(ValueFaults(FactDiagnostics.unit(spot, expected: unit, found: found)))
        }
        let what = type == .integer ? Wording("整数", "a whole number") : Wording("数", "a number")
        let help =
            type == .integer
            ? Wording("小数のない数を書いてください", "write a number without a fraction")
            : Wording("小数は 6 桁まで、大きさは 9 兆までです", "use up to six decimals and a size of up to 9 trillion")
        return .failure(ValueFaults(FactDiagnostics.impossible(spot, text, as: what, help: help)))
    }
}

/// Tells the unit of a written quantity from its number, to say which of them is at fault.
private struct WrittenUnit {
    let hasNumber: Bool
    /// In its proper spelling.
    let unit: String?

    init(_ text: String) {
        let scalars = foldWidth(text).unicodeScalars.filter { $0 != " " }
        let rest = scalars.drop { "0123456789.,+-万億".unicodeScalars.contains($0) || KanjiNumeral.scan([$0], from: 0) != nil }
        // 1e99 is a number without a unit.
        let power = rest.first.map { ["e", "E"].contains($0) } == true && rest.dropFirst().contains { KanjiNumeral.digit($0) != nil }
        hasNumber = rest.count < scalars.count && scalars.contains { KanjiNumeral.scan([$0], from: 0) != nil }
        unit = rest.isEmpty || power ? nil : Units.named(String(String.UnicodeScalarView(rest)))
    }
}
