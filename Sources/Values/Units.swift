/// The units that numbers carry: which can be converted into which, and by how much.
package enum Units {
    /// A family of units and the size of each in the smallest.
    private static let families: [[(name: String, size: Int64)]] = [
        [("kB", 1), ("KB", 1), ("MB", 1_024), ("GB", 1_048_576), ("TB", 1_073_741_824)],
        [("kHz", 1), ("MHz", 1_000), ("GHz", 1_000_000)],
        [("bps", 1), ("kbps", 1_000), ("Mbps", 1_000_000), ("Gbps", 1_000_000_000)],
        [("m", 1), ("km", 1_000)],
        [("分", 1), ("時間", 60)],
    ]

    /// Units of a period of the calendar, in days or months.
    package enum Period: Sendable { case days, months, years }

    /// The period that a unit names: 日, か月 in its spellings, 年.
    package static func period(_ unit: String) -> Period? {
        switch unit {
        case "日", "days", "day": .days
        case "か月", "ヶ月", "カ月", "ヵ月", "ケ月", "箇月", "months", "month": .months
        case "年", "years", "year": .years
        default: nil
        }
    }

    /// The units that calculations know: days, and hundredths.
    package static var day: String { "日" }
    package static var percent: String { "%" }

    /// The unit that marks a series of versions: 6系.
    package static let series: Set<String> = ["系", "x"]

    /// Japanese suffixes that end a number, longest first, in UTF-8.
    package static let suffixes: [[UInt8]] = ["か月", "ヶ月", "カ月", "ヵ月", "ケ月", "箇月", "時間", "日", "年", "分", "円", "系", "回", "人", "台", "件", "％"]
        .map { Array($0.utf8) }

    /// A unit in its proper spelling, whatever the case and width it was written in: `gb` is GB, `％` is %.
    package static func named(_ spelling: String) -> String {
        let spelling = foldWidth(spelling)
        let known = families.joined().map(\.name)
        if known.contains(spelling) { return spelling }
        let wanted = spelling.lowercased()
        return known.first { $0.lowercased() == wanted } ?? spelling
    }

    /// How many of `target` one `unit` is, as a fraction; `nil` when they are of different kinds.
    package static func ratio(from unit: String, to target: String) -> (times: Int64, over: Int64)? {
        if unit == target { return (1, 1) }
        for family in families {
            guard let from = family.first(where: { $0.name == unit }), let to = family.first(where: { $0.name == target }) else { continue }
            return (from.size, to.size)
        }
        return nil
    }

    /// A number converted into another unit; `nil` when the kinds differ or the result is not exact.
    package static func convert(_ value: FixedDecimal, from unit: String, to target: String) -> FixedDecimal? {
        guard let (times, over) = ratio(from: unit, to: target) else { return nil }
        let (product, overflow) = value.micros.multipliedReportingOverflow(by: times)
        guard !overflow, product % over == 0 else { return nil }
        return FixedDecimal(micros: product / over)
    }
}
