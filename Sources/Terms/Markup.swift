/// What stands in a text and is none of its words: comments and entities of HTML, the marks of a syllable set apart from it (NFD).
struct Markup {
    private var isInComment = false
    /// Where the last comment ends, in bytes: one that is never closed is text.
    private let lastEnd: Int?

    init(_ bytes: [UInt8]) {
        let end = Array("-->".utf8)
        lastEnd = bytes.count < 3 ? nil : (0...bytes.count - 3).last { bytes[$0] == end[0] && bytes[$0 + 1] == end[1] && bytes[$0 + 2] == end[2] }
    }

    /// A line as it is read; `nil` where all of it is a comment.
    ///
    /// - Parameter start: where the line begins, in bytes.
    mutating func plain(_ line: [Unicode.Scalar], at start: Int) -> [Unicode.Scalar]? {
        let isComposed = !line.contains { $0 == "\u{3099}" || $0 == "\u{309A}" }
        guard isInComment || !isComposed || line.contains(where: { $0 == "&" || $0 == "<" }) else { return line }
        var result: [Unicode.Scalar] = []
        result.reserveCapacity(line.count)
        var hadComment = isInComment
        var place = 0
        while place < line.count {
            if isInComment {
                guard let end = Self.find("-->", in: line, from: place) else { break }
                (isInComment, place) = (false, end)
            } else if line[place] == "<", Self.has("<!--", in: line, at: place), lastEnd.map({ $0 >= start + place }) == true {
                (isInComment, hadComment, place) = (true, true, place + 4)
            } else if line[place] == "<", let end = Self.lineBreak(line, at: place) {
                result.append(" ")
                place = end
            } else if line[place] == "&", let (scalar, end) = Self.entity(line, at: place) {
                result.append(scalar)
                place = end
            } else if let last = result.last, let voiced = Self.voiced(last, by: line[place]) {
                result[result.count - 1] = voiced
                place += 1
            } else {
                result.append(line[place])
                place += 1
            }
        }
        return hadComment && result.allSatisfy(isSpace) ? nil : result
    }

    private static func has(_ word: String, in line: [Unicode.Scalar], at place: Int) -> Bool {
        line[place...].starts(with: word.unicodeScalars)
    }

    /// The place behind a word.
    private static func find(_ word: String, in line: [Unicode.Scalar], from start: Int) -> Int? {
        (start..<line.count).first { line[$0] == word.unicodeScalars.first && has(word, in: line, at: $0) }.map { $0 + word.unicodeScalars.count }
    }

    /// <br>, <br/> or <br />
    private static func lineBreak(_ line: [Unicode.Scalar], at place: Int) -> Int? {
        for word in ["<br>", "<br/>", "<br />", "<BR>"] where has(word, in: line, at: place) { return place + word.unicodeScalars.count }
        return nil
    }

    /// &amp;, &nbsp;, &#12354;, &#x3042;
    private static func entity(_ line: [Unicode.Scalar], at place: Int) -> (Unicode.Scalar, Int)? {
        guard let end = line[place...].prefix(10).firstIndex(of: ";") else { return nil }
        let name = String(String.UnicodeScalarView(line[(place + 1)..<end]))
        if let named = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "nbsp": " ", "emsp": "\u{3000}", "ensp": " "][name]?.unicodeScalars.first {
            return (named, end + 1)
        }
        guard name.hasPrefix("#") else { return nil }
        let digits = name.dropFirst()
        let value = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        // A line break would make two lines of one.
        return value.flatMap { $0 < 0x20 ? nil : Unicode.Scalar($0) }.map { ($0, end + 1) }
    }

    /// か with its mark is が.
    private static func voiced(_ scalar: Unicode.Scalar, by mark: Unicode.Scalar) -> Unicode.Scalar? {
        guard mark == "\u{3099}" || mark == "\u{309A}" else { return nil }
        if mark == "\u{3099}", scalar == "う" || scalar == "ウ" { return Unicode.Scalar(scalar.value + 0x4E) }
        let plain = mark == "\u{3099}" ? "かきくけこさしすせそたちつてとはひふへほカキクケコサシスセソタチツテトハヒフヘホゝヽ" : "はひふへほハヒフヘホ"
        return plain.unicodeScalars.contains(scalar) ? Unicode.Scalar(scalar.value + (mark == "\u{3099}" ? 1 : 2)) : nil
    }
}
