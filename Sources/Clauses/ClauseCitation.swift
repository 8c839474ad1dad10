/// How a clause is cited in Japanese.
extension ClauseID {
    /// The clause as people cite it: 第40条第1項第3号, 第15条第2項ただし書, 別紙1 Ⅴ（3）3, 別紙2 ※1. Segments that have no
    /// wording follow as they are: 別紙2 os.pc.1.
    package var citation: String { citation(sole: false) }

    /// The citation. In an article of a `sole` paragraph (単項), 第1項 is left out.
    package func citation(sole: Bool) -> String {
        let segments = segments
        let head = segments[0]
        if head == "suppl" { return "附則" + Self.article(segments.dropFirst(), sole: sole) }
        if Number(head) != nil { return Self.article(segments[...], sole: sole) }
        for (prefix, word) in [("app", "別紙"), ("table", "別表第")] where head.hasPrefix(prefix) {
            guard let number = Number(head.dropFirst(prefix.count)) else { continue }
            return word + number.plain + Self.annex(segments.dropFirst(), hasRoman: prefix == "app")
        }
        return text
    }

    /// 第40条第1項第1号③(1)
    private static func article(_ segments: ArraySlice<Substring>, sole: Bool) -> String {
        var result = ""
        for (depth, segment) in segments.enumerated() {
            let rest = segments.dropFirst(depth)
            guard let number = Number(segment) else { return result + ending(rest) }
            switch depth {
            case 0: result += number.ordinal("条")
            case 1: result += sole && number.plain == "1" ? "" : number.ordinal("項")
            case 2: result += number.ordinal("号")
            case 3: result += number.circled
            default: result += number.parenthesized
            }
        }
        return result
    }

    /// Ⅴ（3）4(1)①
    private static func annex(_ segments: ArraySlice<Substring>, hasRoman: Bool) -> String {
        var result = ""
        for (depth, segment) in segments.enumerated() {
            guard let number = Number(segment) else { return result + ending(segments.dropFirst(depth)) }
            switch depth {
            case 0: result += " " + (hasRoman ? number.roman : number.plain)
            case 1: result += number.enclosed
            case 2: result += number.plain
            case 4: result += number.circled
            default: result += number.parenthesized
            }
        }
        return result
    }

    /// ただし書, ※1 and the like; from the first segment without a wording on, the text of the ID.
    private static func ending(_ segments: ArraySlice<Substring>) -> String {
        var result = ""
        for (depth, segment) in segments.enumerated() {
            if let word = partWords[segment] {
                result += word
            } else if segment.hasPrefix("note"), let number = Number(segment.dropFirst(4)), number.branches.isEmpty {
                result += " ※" + number.plain
            } else if depth > 0, let number = Number(segment) {
                result += number.parenthesized
            } else {
                return result + " " + segments.dropFirst(depth).joined(separator: ".")
            }
        }
        return result
    }

    /// The parts of a provision.
    private static let partWords: [Substring: String] = ["proviso": "ただし書", "nao": "なお書", "first": "前段", "latter": "後段"]
}

/// A numeric segment in the forms that citations write it in. `38_2` is 38 with the branch 2.
private struct Number {
    /// The number before the branches.
    let value: Int
    /// の2の2, or nothing.
    let branches: String

    /// The number of a segment; `nil` when it is not numeric.
    init?(_ segment: Substring) {
        let numbers = segment.split(separator: "_", omittingEmptySubsequences: false).map { $0.utf8.first == 0x30 ? nil : Int($0) }
        guard let first = numbers.first, let value = first, numbers.allSatisfy({ $0 != nil }) else { return nil }
        self.value = value
        branches = numbers.dropFirst().compactMap { $0 }.map { "の\($0)" }.joined()
    }

    /// 3
    var plain: String { "\(value)\(branches)" }
    /// (3)
    var parenthesized: String { "(\(value))\(branches)" }
    /// （3）
    var enclosed: String { "（\(value)）\(branches)" }
    /// ③, or (51) where no circle holds the number.
    var circled: String { ClauseMarks.circled(value).map { "\($0)\(branches)" } ?? parenthesized }
    /// Ⅴ, or 13 where no character holds the number.
    var roman: String { ClauseMarks.roman(value).map { "\($0)\(branches)" } ?? plain }

    /// 第38条の2: branches follow the unit.
    func ordinal(_ unit: String) -> String { "第\(value)\(unit)\(branches)" }
}
