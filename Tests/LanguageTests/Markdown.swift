/// A fenced block of a page: its language, the words behind it, and its lines.
struct Fence: Sendable {
    let language: String
    let words: [Substring]
    let body: String

    /// The value of `key=value` behind the language.
    func attribute(_ key: String) -> String? {
        words.first { $0.hasPrefix(key + "=") }.map { String($0.dropFirst(key.count + 1)) }
    }

    /// The bytes of a block: `bytes` turns `\x8F` into that byte, `pad=N` fills up to a size with spaces.
    var bytes: [UInt8] {
        var bytes = words.contains("bytes") ? Self.unescaped(Array(body.utf8)) : Array(body.utf8)
        if let size = attribute("pad").flatMap({ Int($0) }), size > bytes.count {
            bytes += Array(repeating: 0x20, count: size - bytes.count)
        }
        return bytes
    }

    private static func unescaped(_ text: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var place = 0
        while place < text.count {
            if place + 3 < text.count, text[place] == 0x5C, text[place + 1] == 0x78,
                let byte = UInt8(String(decoding: text[(place + 2)...(place + 3)], as: UTF8.self), radix: 16)
            {
                result.append(byte)
                place += 4
            } else {
                result.append(text[place])
                place += 1
            }
        }
        return result
    }
}

/// A part of a page under one `##` heading.
struct Section: Sendable {
    let heading: String
    var fences: [Fence] = []
    var prose: [String] = []

    /// The sections of a page in order; what comes before the first `##` is a section without heading.
    static func all(of text: String) -> [Section] {
        var sections = [Section(heading: "")]
        var opening: Substring?
        var lines: [Substring] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let last = sections.count - 1
            if let open = opening {
                if line.hasPrefix("```") {
                    let words = open.dropFirst(3).split(separator: " ")
                    let body = lines.map { $0 + "\n" }.joined()
                    sections[last].fences.append(Fence(language: words.first.map(String.init) ?? "", words: Array(words.dropFirst()), body: body))
                    (opening, lines) = (nil, [])
                } else {
                    lines.append(line)
                }
            } else if line.hasPrefix("```") {
                opening = line
            } else if line.hasPrefix("## ") {
                sections.append(Section(heading: String(line.dropFirst(3))))
            } else if !line.isEmpty {
                sections[last].prose.append(String(line))
            }
        }
        return sections
    }
}
