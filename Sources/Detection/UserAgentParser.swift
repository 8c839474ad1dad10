import Patterns

/// Reads user agents by uap-core's rules: in each list the first that matches counts.
///
/// One worker's: it keeps its memory from text to text.
package struct UserAgentParser {
    /// Longer texts are cut here, as servers do; nothing that the rules look for comes later.
    package static let longest = 2_048

    private let rules: UserAgentRules
    private let scratch = MatchScratch(limits: PatternLimits(uncountedBytes: UserAgentParser.longest))
    private var found = LiteralAutomaton.Scratch()
    /// The rules' patterns as they are needed, so that each text need not ask for them again.
    private var ready: [ReadyPattern?]

    package init(_ rules: UserAgentRules) {
        self.rules = rules
        ready = Array(repeating: nil, count: rules.rules.count)
    }

    package mutating func parse(_ text: String) -> UserAgent {
        let bytes = Array(text.utf8.prefix(Self.longest))
        let subject = text.utf8.count > Self.longest ? Array(String(decoding: bytes, as: UTF8.self).utf8) : bytes
        rules.automaton.find(subject, &found)
        let isASCII = subject.allSatisfy { $0 < 0x80 }
        // Two letters beyond ASCII match ASCII ones in either case (Unicode case folding of K and s).
        if !isASCII { found.candidates = Array(repeating: .max, count: found.candidates.count) }
        let browser = first(.browser, subject, isASCII).flatMap { product(.browser, $0.rule, $0.match, subject) }
        let system = first(.system, subject, isASCII).flatMap { product(.system, $0.rule, $0.match, subject) }
        let device = first(.device, subject, isASCII).flatMap { self.device($0.rule, $0.match, subject) }
        return UserAgent(browser: browser, system: system, device: device)
    }

    /// The first rule of a list that matches, and where.
    private mutating func first(_ kind: UserAgentRules.Kind, _ subject: [UInt8], _ isASCII: Bool) -> (rule: Int, match: PatternMatch)? {
        guard let range = rules.ranges[kind], !range.isEmpty else { return nil }
        for word in range.lowerBound >> 6...(range.upperBound - 1) >> 6 {
            var bits = found.candidates[word]
            while bits != 0 {
                let number = word << 6 | bits.trailingZeroBitCount
                bits &= bits - 1
                guard range.contains(number) else { continue }
                // A rule that runs away or is no pattern is as one that does not match.
                if let match = try? match(number, subject, isASCII) { return (number, match) }
            }
        }
        return nil
    }

    private mutating func match(_ number: Int, _ subject: [UInt8], _ isASCII: Bool) throws(PatternError) -> PatternMatch? {
        guard isASCII else { return try rules.rules[number].pattern.firstMatch(in: subject, scratch: scratch) }
        if let pattern = ready[number] { return try pattern.firstMatch(in: subject, scratch: scratch) }
        let pattern = try rules.rules[number].bytePattern.ready()
        ready[number] = pattern
        return try pattern.firstMatch(in: subject, scratch: scratch)
    }

    private func product(_ kind: UserAgentRules.Kind, _ number: Int, _ match: PatternMatch, _ subject: [UInt8]) -> UserAgent.Product? {
        let rule = rules.rules[number]
        let parts = (0..<5).map { part in
            switch rule.replacements[part] {
            // A browser's family alone may name a group; nothing of it is trimmed.
            case let text? where kind == .browser:
                part == 0 ? text.replacing("$1", with: group(1, match, subject) ?? "") : text
            case let text?: filled(text, match, subject)
            case nil: kind == .browser ? group(part + 1, match, subject) : group(part + 1, match, subject).flatMap(Self.trimmed)
            }
        }
        guard let family = parts[0] else { return nil }
        return UserAgent.Product(family: family, version: Array(parts.dropFirst().prefix { $0 != nil }.compactMap(\.self)))
    }

    private func device(_ number: Int, _ match: PatternMatch, _ subject: [UInt8]) -> UserAgent.Device? {
        let rule = rules.rules[number]
        func part(_ number: Int, _ group: Int?) -> String? {
            if let text = rule.replacements[number] { return filled(text, match, subject) }
            return group.flatMap { self.group($0, match, subject) }.flatMap(Self.trimmed)
        }
        guard let family = part(0, 1) else { return nil }
        return UserAgent.Device(family: family, brand: part(1, nil), model: part(2, 1))
    }

    /// A text with its `$1`…`$9` filled in, trimmed; nil where nothing is left.
    private func filled(_ text: String, _ match: PatternMatch, _ subject: [UInt8]) -> String? {
        let bytes = text.utf8
        guard bytes.contains(UInt8(ascii: "$")) else { return Self.trimmed(text) }
        var result: [UInt8] = []
        var isNumber = false
        for byte in bytes {
            if isNumber, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
                if byte > UInt8(ascii: "0"), let range = match.group(Int(byte - UInt8(ascii: "0"))) { result += subject[range] }
                isNumber = false
                continue
            }
            if isNumber { result.append(UInt8(ascii: "$")) }
            isNumber = byte == UInt8(ascii: "$")
            if !isNumber { result.append(byte) }
        }
        if isNumber { result.append(UInt8(ascii: "$")) }
        return Self.trimmed(String(decoding: result, as: UTF8.self))
    }

    private func group(_ number: Int, _ match: PatternMatch, _ subject: [UInt8]) -> String? {
        guard number > 0, let range = match.group(number), !range.isEmpty else { return nil }
        return String(decoding: subject[range], as: UTF8.self)
    }

    private static func trimmed(_ text: String) -> String? {
        if let first = text.utf8.first, let last = text.utf8.last, 0x21..<0x80 ~= first, 0x21..<0x80 ~= last { return text }
        guard let first = text.firstIndex(where: { !$0.isWhitespace }), let last = text.lastIndex(where: { !$0.isWhitespace }) else { return nil }
        return String(text[first...last])
    }
}
