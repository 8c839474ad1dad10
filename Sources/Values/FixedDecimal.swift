/// An exact decimal with up to six fractional digits, of magnitude up to about 9.2 × 10¹².
package struct FixedDecimal: Sendable, Hashable, Comparable {
    /// The value × 10⁶.
    package let micros: Int64

    /// Millionths in one.
    private static let scale: Int64 = 1_000_000

    /// Zero.
    package static let zero = FixedDecimal(micros: 0)

    /// The number of that many millionths.
    package init(micros: Int64) { self.micros = micros }

    /// A whole number; `nil` when it is too large.
    package init?(_ whole: Int) {
        let (micros, overflow) = Int64(whole).multipliedReportingOverflow(by: Self.scale)
        guard !overflow else { return nil }
        self.init(micros: micros)
    }

    /// The value when it is whole, otherwise `nil`.
    package var whole: Int? { micros % Self.scale == 0 ? Int(exactly: micros / Self.scale) : nil }

    /// Whether it is below zero.
    package var isNegative: Bool { micros < 0 }

    /// The sum; `nil` when it is too large.
    package func adding(_ other: FixedDecimal) -> FixedDecimal? {
        let (sum, overflow) = micros.addingReportingOverflow(other.micros)
        return overflow ? nil : FixedDecimal(micros: sum)
    }

    /// The difference; `nil` when it is too large.
    package func subtracting(_ other: FixedDecimal) -> FixedDecimal? {
        let (difference, overflow) = micros.subtractingReportingOverflow(other.micros)
        return overflow ? nil : FixedDecimal(micros: difference)
    }

    /// The product; `nil` when it is too large or needs more than six fractional digits. Nothing is ever rounded.
    package func multiplied(by other: FixedDecimal) -> FixedDecimal? {
        let product = micros.magnitude.multipliedFullWidth(by: other.micros.magnitude)
        guard product.high < Self.scale.magnitude else { return nil }
        let (quotient, remainder) = Self.scale.magnitude.dividingFullWidth(product)
        guard remainder == 0 else { return nil }
        guard (micros < 0) != (other.micros < 0) else { return Int64(exactly: quotient).map(FixedDecimal.init(micros:)) }
        guard quotient <= Int64.min.magnitude else { return nil }
        return FixedDecimal(micros: Int64(truncatingIfNeeded: 0 &- quotient))
    }

    /// Smaller numbers come first.
    package static func < (left: FixedDecimal, right: FixedDecimal) -> Bool { left.micros < right.micros }
}

extension FixedDecimal: CustomStringConvertible {
    /// The number in plain decimal, without trailing zeros: `14.6`, `-0.5`, `3`.
    package var description: String {
        let (whole, part) = micros.magnitude.quotientAndRemainder(dividingBy: Self.scale.magnitude)
        let sign = micros < 0 ? "-" : ""
        guard part > 0 else { return sign + String(whole) }
        var digits = padded(Int(part), to: 6)
        while digits.last == "0" { digits.removeLast() }
        return "\(sign)\(whole).\(digits)"
    }
}
