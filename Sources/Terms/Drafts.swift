/// A stretch of one line.
package struct LinePart: Sendable {
    /// The index of the line.
    package let line: Int
    package let range: Range<Int>
}

/// A node in the making.
package struct Draft: Sendable {
    var id: String
    var also: [String]
    var kind: Outline.Kind
    var parent: Int?
    var marker: [LinePart] = []
    var heading: [LinePart] = []
    var text: [LinePart] = []

    package var pieces: [LinePart] { marker + heading + text }
}

extension TermsText {
    /// Pieces as one text: wrapped lines are joined, with a space only between words that are not Japanese.
    func joined(_ pieces: [LinePart], separator: Unicode.Scalar? = nil) -> String {
        var result = String.UnicodeScalarView()
        var last: Unicode.Scalar?
        for piece in pieces {
            var pending = false
            var isFirst = true
            for place in piece.range {
                let scalar = lines[piece.line].scalars[place]
                guard !isSpace(scalar) else {
                    pending = true
                    continue
                }
                if let before = last {
                    let isWrap = isFirst
                    let bothJapanese = isJapanese(before) && isJapanese(scalar)
                    if isWrap, let separator {
                        result.append(separator)
                    } else if isWrap ? !isJapanese(before) && !isJapanese(scalar) && before != "-" : pending && !bothJapanese {
                        result.append(" ")
                    }
                }
                result.append(scalar)
                (last, pending, isFirst) = (scalar, false, false)
            }
        }
        return String(result)
    }

    /// A row of a table: its cells set apart by one space.
    func row(_ pieces: [LinePart]) -> String {
        var result = ""
        for piece in pieces {
            let line = lines[piece.line].scalars
            let words = line[piece.range].split(whereSeparator: isSpace).map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
            guard !words.isEmpty else { continue }
            let goesOn = piece.range.lowerBound == 0 && piece.line > 0 && !lines[piece.line - 1].endsInSpace
            result += result.isEmpty || goesOn ? words : " " + words
        }
        return result
    }

    /// The last character of pieces.
    func last(_ pieces: [LinePart]) -> Unicode.Scalar? {
        for piece in pieces.reversed() {
            if let scalar = lines[piece.line].scalars[piece.range].last(where: { !isSpace($0) }) { return scalar }
        }
        return nil
    }
}
