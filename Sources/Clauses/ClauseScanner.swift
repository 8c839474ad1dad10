internal import Values

/// Reads a clause reference part by part. A part that is not there leaves the position where it was.
struct ClauseScanner {
    /// The text as written.
    let scalars: [Unicode.Scalar]
    /// The index of the next scalar to read.
    var position: Int
    /// Whether spaces may stand between parts and an article may begin with a bare 四十条.
    let isLoose: Bool
    /// The ID read so far.
    var segments: [String] = []
    /// How many segments name the article, when there is one.
    var articleDepth: Int?

    /// A scanner at a position of a text; before the start counts as the start.
    init(_ scalars: [Unicode.Scalar], from position: Int = 0, isLoose: Bool) {
        self.scalars = scalars
        self.position = max(0, position)
        self.isLoose = isLoose
    }

    /// The ID read, when it is one.
    var id: ClauseID? { ClauseID(segments.joined(separator: ".")) }

    /// The next scalar in its half-width form, or one further on.
    func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
        position + ahead < scalars.count ? foldWidth(scalars[position + ahead]) : nil
    }

    /// Runs an attempt, and takes back every step when it fails.
    mutating func attempt<Value>(_ body: (inout ClauseScanner) -> Value?) -> Value? {
        let before = self
        if let value = body(&self) { return value }
        self = before
        return nil
    }

    /// Steps over white space, where it is allowed.
    mutating func skipSpaces() {
        while isLoose, let next = peek(), next == " " || next == "\t" { position += 1 }
    }

    /// Steps over a word when it comes next.
    mutating func take(_ word: String) -> Bool {
        attempt { scanner in
            scanner.skipSpaces()
            for scalar in word.unicodeScalars {
                guard scanner.peek() == scalar else { return nil }
                scanner.position += 1
            }
            return true
        } ?? false
    }

    /// Steps over the first of the words that comes next.
    mutating func takeAny(_ words: [String]) -> Bool { words.contains { take($0) } }

    /// Reads a numeral, Japanese or Arabic. Clauses count from 1.
    mutating func number() -> Int? {
        attempt { scanner in
            scanner.skipSpaces()
            guard let (value, consumed) = KanjiNumeral.scan(scanner.scalars, from: scanner.position), value > 0 else { return nil }
            scanner.position += consumed
            return value
        }
    }

    /// Reads the branches of a number: の二の二 turns `38` into `38_2_2`.
    mutating func branches(of number: Int) -> String {
        var segment = String(number)
        while let branch = branch() { segment += "_\(branch)" }
        return segment
    }

    /// Reads の二, unless it goes on as a word does: in 第四条の一部 and 第四条の2つ there is no branch.
    private mutating func branch() -> Int? {
        attempt { scanner in
            guard scanner.takeAny(["の", "ノ"]), let number = scanner.number() else { return nil }
            guard let next = scanner.peek() else { return number }
            return next != "つ" && (!ClauseMarks.isIdeograph(next) || Self.continuing.contains(next)) ? number : nil
        }
    }

    /// The Chinese characters that a reference goes on with after a number: 第, 前段, 後段, 本文, 但書, 注, 並びに, 及び,
    /// 又は, 若しくは.
    private static let continuing: Set<Unicode.Scalar> = ["第", "前", "後", "本", "但", "注", "並", "及", "又", "若"]
}
