package import Plans
import Values
import Vocabulary

/// Multiplies and divides exactly, then brings the quotient to a multiple of the step. What does not fit, or is divided by zero, is unknown.
///
/// - Parameter parts: the factors, the divisors and the step.
package func rounded(_ quotient: Quotient, _ parts: [Reading]) -> Reading {
    var isOpen = false
    for part in parts where part.state != .known {
        if let state = combinedState(part, part), state.state != .unknown { return state }
        isOpen = true
    }
    guard !isOpen, let step = parts.last?.value else { return .unknown }
    let one = Int128(FixedDecimal.one)
    var result: Fraction? = Fraction(1, over: 1)
    for (number, part) in parts.enumerated() {
        let value = Int128(part.value)
        result = number < Int(quotient.factorCount) ? result?.times(value, over: one) : result?.times(one, over: value)
    }
    guard let result else { return .unknown }
    let (whole, overflow) = result.rounded(quotient.rounding).multipliedReportingOverflow(by: Int128(step))
    guard !overflow, let micros = Int64(exactly: whole) else { return .unknown }
    return Reading(.known, micros)
}

/// A fraction in lowest terms with a divisor above zero.
private struct Fraction {
    private let dividend: Int128
    private let divisor: Int128

    /// `nil` for a divisor of zero.
    init?(_ dividend: Int128, over divisor: Int128) {
        guard divisor != 0 else { return nil }
        var (one, other) = (dividend.magnitude, divisor.magnitude)
        while other != 0 { (one, other) = (other, one % other) }
        guard let common = Int128(exactly: one), common > 0 else { return nil }
        let sign: Int128 = divisor < 0 ? -1 : 1
        self.dividend = dividend / common * sign
        self.divisor = divisor / common * sign
    }

    /// `nil` where it does not fit.
    func times(_ dividend: Int128, over divisor: Int128) -> Fraction? {
        // What cancels crosswise is taken out first, so that what fits in lowest terms fits.
        guard let first = Fraction(self.dividend, over: divisor), let second = Fraction(dividend, over: self.divisor) else { return nil }
        let (above, overflow) = first.dividend.multipliedReportingOverflow(by: second.dividend)
        let (below, isLarge) = first.divisor.multipliedReportingOverflow(by: second.divisor)
        return overflow || isLarge ? nil : Fraction(above, over: below)
    }

    /// The nearest whole number below, above or to either side, by magnitude.
    func rounded(_ rounding: Rounding) -> Int128 {
        let (whole, rest) = dividend.quotientAndRemainder(dividingBy: divisor)
        let isAway =
            switch rounding {
            case .down: false
            case .up: rest != 0
            case .half: rest.magnitude >= divisor.magnitude - rest.magnitude
            }
        return isAway ? whole + (dividend < 0 ? -1 : 1) : whole
    }
}
