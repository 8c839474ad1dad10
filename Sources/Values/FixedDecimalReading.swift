/// Reading decimals from text, exactly or not at all.
extension FixedDecimal {
    /// Reads `512`, `-14.6` or `1.5e3`. `nil` for any other form, for more than six significant fractional digits,
    /// and for numbers that are too large.
    package init?(_ text: some StringProtocol) {
        var cursor = ASCIICursor(text)
        let isNegative = cursor.take("-", "+") == "-"
        guard let significand = Significand(reading: &cursor), let exponent = Self.exponent(&cursor), cursor.isAtEnd,
            let magnitude = significand.micros(exponent: exponent)
        else { return nil }
        // The magnitude is held as a negative number, which reaches one further.
        if isNegative {
            self.init(micros: magnitude)
        } else {
            let (micros, overflow) = (0 as Int64).subtractingReportingOverflow(magnitude)
            guard !overflow else { return nil }
            self.init(micros: micros)
        }
    }

    /// Reads `e3`, `E-2` or nothing. An exponent beyond five digits is refused.
    private static func exponent(_ cursor: inout ASCIICursor) -> Int? {
        guard cursor.take("e", "E") != nil else { return 0 }
        let isNegative = cursor.take("-", "+") == "-"
        return cursor.number(digits: 1...5).map { isNegative ? -$0 : $0 }
    }

    /// The digits before an exponent, without the zeros that end them.
    private struct Significand {
        /// The digits as a whole number, negated.
        private var negated: Int64 = 0
        /// The power of ten that the digits are multiplied by.
        private var power = 0
        /// Zeros read and not yet known to matter.
        private var zeros = 0

        /// Reads `digits[.digits]`; `nil` when a side has no digit or there are too many digits to hold.
        init?(reading cursor: inout ASCIICursor) {
            guard readDigits(&cursor, areFractional: false) else { return nil }
            if cursor.take(".") != nil {
                guard readDigits(&cursor, areFractional: true) else { return nil }
            }
            power += zeros
        }

        /// Reads a run of digits; false when there is none or the digits no longer fit.
        private mutating func readDigits(_ cursor: inout ASCIICursor, areFractional: Bool) -> Bool {
            var isEmpty = true
            while let digit = cursor.digit() {
                isEmpty = false
                if areFractional { power -= 1 }
                zeros += 1
                guard digit != 0 else { continue }
                guard let shifted = Self.shifted(negated, by: zeros) else { return false }
                let (value, overflow) = shifted.subtractingReportingOverflow(Int64(digit))
                guard !overflow else { return false }
                (negated, zeros) = (value, 0)
            }
            return !isEmpty
        }

        /// The value in millionths, negated; `nil` when it is not exact or too large.
        func micros(exponent: Int) -> Int64? { Self.shifted(negated, by: power + exponent + 6) }

        /// A number times a power of ten; `nil` when it is not exact or too large.
        private static func shifted(_ number: Int64, by power: Int) -> Int64? {
            guard number != 0 else { return 0 }
            guard (0...18).contains(power) else { return nil }
            var result = number
            for _ in 0..<power {
                let (product, overflow) = result.multipliedReportingOverflow(by: 10)
                guard !overflow else { return nil }
                result = product
            }
            return result
        }
    }
}
