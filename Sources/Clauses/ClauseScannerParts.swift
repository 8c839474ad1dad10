internal import Values

/// The parts below an article or an annex.
extension ClauseScanner {
    /// Reads 第三項, 3項 and the like, with branches.
    mutating func ordinal(_ unit: String) -> String? {
        attempt { scanner in
            _ = scanner.take("第")
            guard let number = scanner.number(), scanner.take(unit) else { return nil }
            return scanner.branches(of: number)
        }
    }

    /// Reads （3）, (三) or ⑶.
    mutating func parenthesized() -> String? {
        attempt { scanner in
            scanner.skipSpaces()
            if let next = scanner.peek(), (0x2474...0x2487).contains(next.value) {
                scanner.position += 1
                return scanner.branches(of: Int(next.value) - 0x2474 + 1)
            }
            guard scanner.take("("), let number = scanner.number(), scanner.take(")") else { return nil }
            return scanner.branches(of: number)
        }
    }

    /// Reads ③.
    mutating func circled() -> String? {
        attempt { scanner in
            scanner.skipSpaces()
            guard let number = scanner.peek().flatMap(ClauseMarks.circled) else { return nil }
            scanner.position += 1
            return scanner.branches(of: number)
        }
    }

    /// Reads ロ or （ロ）, unless ロ begins a word.
    mutating func iroha() -> String? {
        attempt { scanner in
            let isEnclosed = scanner.take("(")
            scanner.skipSpaces()
            guard let number = scanner.peek().flatMap(ClauseMarks.iroha) else { return nil }
            scanner.position += 1
            if isEnclosed {
                guard scanner.take(")") else { return nil }
            } else if let next = scanner.peek(), ClauseMarks.isKatakana(next) {
                return nil
            }
            return scanner.branches(of: number)
        }
    }

    /// Reads bare digits, which number the paragraphs of an annex.
    mutating func digits() -> String? {
        attempt { scanner in
            scanner.skipSpaces()
            guard let next = scanner.peek(), KanjiNumeral.digit(next) != nil, let number = scanner.number() else { return nil }
            return scanner.branches(of: number)
        }
    }

    /// Reads 注1 or ※1.
    mutating func note() -> String? {
        attempt { scanner in
            guard scanner.takeAny(["注", "※"]), let number = scanner.number() else { return nil }
            return "note\(number)"
        }
    }

    /// Reads Ⅴ, or V in ASCII unless it begins a word.
    mutating func roman() -> String? {
        attempt { scanner in
            scanner.skipSpaces()
            if let number = scanner.peek().flatMap({ ClauseMarks.roman($0) }) {
                scanner.position += 1
                return scanner.branches(of: number)
            }
            var letters = ""
            while letters.count < 5, let next = scanner.peek(), next == "I" || next == "V" || next == "X" {
                letters.unicodeScalars.append(next)
                scanner.position += 1
            }
            if let next = scanner.peek(), next.isASCII, next.properties.isAlphabetic || next == "_" { return nil }
            return ClauseMarks.roman(letters).map { scanner.branches(of: $0) }
        }
    }

    /// Reads ただし書, なお書, 前段, 後段 or 本文 as the segment it adds. 本文 is the clause itself and adds none.
    mutating func provisionPart() -> String? {
        if takeAny(["ただし書き", "ただし書", "ただしがき", "但し書き", "但し書", "但書き", "但書"]) { return "proviso" }
        if takeAny(["なお書き", "なお書", "なおがき"]) { return "nao" }
        if take("前段") { return "first" }
        if take("後段") { return "latter" }
        return take("本文") ? "" : nil
    }
}
