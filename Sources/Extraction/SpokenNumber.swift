import Values

/// Reads numbers as people say them: 8万8千円, 30ギガ, 80キロ, 2時間半.
struct SpokenNumber {
    let unit: String?

    func value(_ words: String) -> FixedDecimal? {
        if let plain = FixedDecimal(written: words, unit: unit) { return plain }
        let scalars = words.unicodeScalars.filter { $0 != " " && $0 != "," }
        let digits = scalars.prefix { Self.signs.contains($0) || KanjiNumeral.digit($0) != nil || Self.sizes[$0] != nil }
        guard let number = Self.sum(Array(digits)) else { return nil }
        var rest = String(String.UnicodeScalarView(scalars.dropFirst(digits.count)))
        let isHalfMore = rest.hasSuffix("半")
        if isHalfMore { rest.removeLast() }
        guard let spelled = rest.isEmpty ? unit : spelling(rest) else { return rest.isEmpty ? number : nil }
        guard let whole = isHalfMore ? FixedDecimal("0.5").flatMap({ number.adding($0) }) : number else { return nil }
        return FixedDecimal(written: whole.description + spelled, unit: unit)
    }

    /// A unit by its spoken name; キロ is of the kind of the wanted unit.
    private func spelling(_ words: String) -> String? {
        switch words {
        case "キロ": unit == "km" || unit == "m" ? "km" : "kB"
        case "キロメートル": "km"
        case "メガ", "メガバイト": "MB"
        case "ギガ", "ギガバイト": "GB"
        case "テラ", "テラバイト": "TB"
        default: words
        }
    }

    private static let signs: Set<Unicode.Scalar> = ["."]
    private static let sizes: [Unicode.Scalar: Int] = ["百": 100, "千": 1_000, "万": 10_000, "億": 100_000_000]

    /// 8万8千: the parts before each size, added up.
    private static func sum(_ scalars: [Unicode.Scalar]) -> FixedDecimal? {
        var (total, part): (FixedDecimal, FixedDecimal) = (.zero, .zero)
        var rest = scalars[...]
        while !rest.isEmpty {
            let digits = rest.prefix { sizes[$0] == nil }
            rest = rest.dropFirst(digits.count)
            var number: FixedDecimal? = digits.isEmpty ? FixedDecimal(1) : number(Array(digits))
            guard let size = rest.first.flatMap({ sizes[$0] }) else {
                guard let number, !digits.isEmpty else { return nil }
                return total.adding(part).flatMap { $0.adding(number) }
            }
            rest = rest.dropFirst()
            // 三百万: what stands before the larger size is counted with it.
            if size >= 10_000, digits.isEmpty, part != .zero { number = .zero }
            guard let times = FixedDecimal(size), let own = number else { return nil }
            if size >= 10_000 {
                guard let whole = part.adding(own)?.multiplied(by: times), let sum = total.adding(whole) else { return nil }
                (total, part) = (sum, .zero)
            } else {
                guard let whole = own.multiplied(by: times), let sum = part.adding(whole) else { return nil }
                part = sum
            }
        }
        return scalars.isEmpty ? nil : total.adding(part)
    }

    private static func number(_ scalars: [Unicode.Scalar]) -> FixedDecimal? {
        if let (value, count) = KanjiNumeral.scan(scalars, from: 0), count == scalars.count { return FixedDecimal(value) }
        return FixedDecimal(String(String.UnicodeScalarView(scalars)))
    }
}
