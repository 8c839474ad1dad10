/// Values that people would write: from a stretch of values, the one with the fewest figures.
package enum Roundness {
    /// How many digits at the end of a whole number are zero.
    package static func zeros(_ value: Int64) -> Int {
        guard value != 0 else { return 18 }
        var (rest, count) = (value, 0)
        while rest % 10 == 0 {
            rest /= 10
            count += 1
        }
        return count
    }

    /// Whether the value before is rounder: then a bound is better said as "more than" that.
    package static func isJustAbove(_ value: Int64, _ roundness: (Int64) -> Int) -> Bool {
        value > .min && roundness(value - 1) > roundness(value)
    }

    /// Whether the value behind is rounder: then a bound is better said as "less than" that.
    package static func isJustBelow(_ value: Int64, _ roundness: (Int64) -> Int) -> Bool {
        value < .max && roundness(value + 1) > roundness(value)
    }
}

extension Version {
    /// How many of the four numbers of a packed version may be left out, because they are zero.
    package static func zeros(_ packed: Int64) -> Int {
        packed == 0 ? 3 : min(3, packed.trailingZeroBitCount / 16)
    }

    /// The version with the fewest numbers in a stretch of packed versions, near the end that is bounded.
    ///
    /// - Parameters:
    ///   - least: the first; `nil` where nothing bounds it.
    ///   - most: the last; `nil` where nothing bounds it.
    package static func simplest(from least: Int64?, to most: Int64?) -> Int64? {
        for shift in [48, 32, 16, 0] as [Int64] {
            let unit: Int64 = 1 << shift
            let candidate: Int64
            if let least {
                let (up, overflow) = least.addingReportingOverflow(unit - 1)
                guard !overflow else { continue }
                candidate = up / unit * unit
            } else if let most {
                candidate = most / unit * unit
            } else {
                return nil
            }
            if candidate >= max(0, least ?? 0), candidate <= most ?? .max { return candidate }
        }
        return nil
    }
}

extension FixedDecimal {
    /// A round number in a stretch, in millionths: a bound itself where it is round, else the next that is as round as what the bound stands beside.
    package static func simplest(from least: Int64?, to most: Int64?) -> Int64? {
        func power(_ zeros: Int) -> Int64 { (0..<min(zeros, 17)).reduce(1) { result, _ in result * 10 } }
        func fits(_ value: Int64) -> Bool { value >= least ?? .min && value <= most ?? .max }
        if let least {
            guard Roundness.isJustAbove(least, Roundness.zeros) else { return least }
            let (next, overflow) = (least - 1).addingReportingOverflow(power(Roundness.zeros(least - 1)))
            return !overflow && fits(next) ? next : least
        }
        guard let most else { return nil }
        guard Roundness.isJustBelow(most, Roundness.zeros) else { return most }
        let (next, overflow) = (most + 1).subtractingReportingOverflow(power(Roundness.zeros(most + 1)))
        return !overflow && fits(next) ? next : most
    }
}
