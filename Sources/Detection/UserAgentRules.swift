package import Documents
import Patterns

/// The regular expressions of uap-core, read at run time from its `regexes.yaml` (ua-parser specification 0.2).
package final class UserAgentRules: Sendable {
    /// What one list of the file says of a user agent.
    enum Kind: CaseIterable { case browser, system, device }

    struct Rule: Sendable {
        let pattern: Pattern
        /// The same for texts in ASCII, which it reads several times faster.
        let bytePattern: Pattern
        /// What stands for each part of the answer: text with `$1`…`$9`, or nil for the group of its number.
        let replacements: [String?]
    }

    let rules: [Rule]
    /// Which rules belong to each list.
    let ranges: [Kind: Range<Int>]
    let automaton: LiteralAutomaton

    /// Reads the file; everything in it is checked when it is first used.
    ///
    /// - Throws: `DocumentError` where it is not YAML or not of that form.
    package init(_ bytes: [UInt8]) throws(DocumentError) {
        let root = try YAMLReader.read(bytes, limits: DocumentLimits(yamlBytes: 4 << 20))
        var rules: [Rule] = []
        var choices: [[LiteralFinder.Choice]] = []
        var ranges: [Kind: Range<Int>] = [:]
        for kind in Kind.allCases {
            let start = rules.count
            guard case .array(let entries)? = root[kind.list]?.value else {
                throw DocumentError(.unexpectedByte, at: root.position, found: "", expected: kind.list)
            }
            for entry in entries {
                guard let source = entry["regex"]?.string else {
                    throw DocumentError(.unexpectedByte, at: entry.position, found: "", expected: "regex")
                }
                let isFolded = entry["regex_flag"]?.string == "i"
                rules.append(
                    Rule(
                        pattern: Pattern(source, caseInsensitive: isFolded),
                        bytePattern: Pattern(source, caseInsensitive: isFolded, readsBytes: true),
                        replacements: kind.replacements.map { entry[$0]?.text }))
                choices.append(LiteralFinder.choices(of: source))
            }
            ranges[kind] = start..<rules.count
        }
        (self.rules, self.ranges) = (rules, ranges)
        automaton = LiteralAutomaton(choices)
    }
}

extension UserAgentRules.Kind {
    fileprivate var list: String {
        switch self {
        case .browser: "user_agent_parsers"
        case .system: "os_parsers"
        case .device: "device_parsers"
        }
    }

    fileprivate var replacements: [String] {
        switch self {
        case .browser: ["family_replacement", "v1_replacement", "v2_replacement", "v3_replacement", "v4_replacement"]
        case .system: ["os_replacement", "os_v1_replacement", "os_v2_replacement", "os_v3_replacement", "os_v4_replacement"]
        case .device: ["device_replacement", "brand_replacement", "model_replacement"]
        }
    }
}

extension DocumentNode {
    /// A string, or a number as it is written: versions are not always quoted.
    fileprivate var text: String? {
        switch value {
        case .string(let text), .number(let text): text
        default: nil
        }
    }
}
