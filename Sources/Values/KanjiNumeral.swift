/// Numbers as Japanese law writes them: 三十一, 四〇, 百二十, and digits of either width.
package enum KanjiNumeral {
    /// The largest number that is read.
    package static let largest = 9999

    /// The number that a whole text spells; `nil` when it is no numeral or above 9999.
    package static func parse(_ text: String) -> Int? {
        let scalars = Array(text.unicodeScalars)
        guard let (value, consumed) = scan(scalars, from: 0), consumed == scalars.count else { return nil }
        return value
    }

    /// The number that the longest numeral at `start` spells and how many scalars it takes; `nil` when none begins there
    /// or it is above 9999.
    package static func scan(_ scalars: [Unicode.Scalar], from start: Int) -> (value: Int, consumed: Int)? {
        guard start >= 0, start < scalars.count else { return nil }
        if digit(scalars[start]) != nil { return positional(scalars, from: start, digit: digit) }
        guard kanjiDigit(scalars[start]) != nil || unit(scalars[start]) != nil else { return nil }
        if kanjiDigit(scalars[start]) != nil, start + 1 < scalars.count, kanjiDigit(scalars[start + 1]) != nil {
            return positional(scalars, from: start, digit: kanjiDigit)
        }
        return withUnits(scalars, from: start)
    }

    /// The value of 0–9 in either width.
    package static func digit(_ scalar: Unicode.Scalar) -> Int? {
        let value = foldWidth(scalar).value
        return value >= 0x30 && value <= 0x39 ? Int(value - 0x30) : nil
    }

    /// Reads digits by place: 40, 四〇.
    private static func positional(
        _ scalars: [Unicode.Scalar], from start: Int, digit: (Unicode.Scalar) -> Int?
    ) -> (value: Int, consumed: Int)? {
        var value = 0
        var end = start
        while end < scalars.count, let digit = digit(scalars[end]) {
            value = value * 10 + digit
            guard value <= largest else { return nil }
            end += 1
        }
        return (value, end - start)
    }

    /// Reads digits with falling units: 千二百三十四, 十, 五.
    private static func withUnits(_ scalars: [Unicode.Scalar], from start: Int) -> (value: Int, consumed: Int)? {
        var value = 0
        var last = largest + 1
        var end = start
        while end < scalars.count {
            let digit = kanjiDigit(scalars[end])
            let unitAt = digit == nil ? end : end + 1
            if unitAt < scalars.count, let unit = unit(scalars[unitAt]) {
                guard unit < last, digit != 0 else { break }
                value += (digit ?? 1) * unit
                (last, end) = (unit, unitAt + 1)
            } else {
                if let digit, digit > 0 || end == start {
                    value += digit
                    end += 1
                }
                break
            }
        }
        return end > start ? (value, end - start) : nil
    }

    /// The value of 〇–九, and of the formal 壱弐参.
    private static func kanjiDigit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "〇", "零": 0
        case "一", "壱": 1
        case "二", "弐": 2
        case "三", "参": 3
        case "四": 4
        case "五": 5
        case "六": 6
        case "七": 7
        case "八": 8
        case "九": 9
        default: nil
        }
    }

    /// The value of 十百千, and of the formal 拾.
    private static func unit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "十", "拾": 10
        case "百": 100
        case "千": 1000
        default: nil
        }
    }
}
