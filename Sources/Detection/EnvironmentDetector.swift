/// Tells the environment from whatever a person pastes: a user agent, or what Windows says of itself.
package struct EnvironmentDetector {
    /// What a text is taken for.
    package enum Input: String, Sendable { case userAgent = "user_agent", system }

    package struct Finding: Sendable {
        package let input: Input
        package let environment: Environment
        /// What uap-core's rules say; nil for a text that is no user agent.
        package let userAgent: UserAgent?
    }

    private var parser: UserAgentParser?

    /// - Parameter rules: nil where uap-core is not installed; user agents then stay unread.
    package init(_ rules: UserAgentRules?) { parser = rules.map { UserAgentParser($0) } }

    /// - Returns: nil where the text is a user agent and there are no rules to read it.
    package mutating func detect(_ text: String, hints: ClientHints) -> Finding? {
        if !Self.isUserAgent(text), let environment = Environment(systemText: text) {
            return Finding(input: .system, environment: environment, userAgent: nil)
        }
        guard let agent = parser?.parse(text) else { return nil }
        return Finding(input: .userAgent, environment: Environment(agent, text, hints), userAgent: agent)
    }

    /// A user agent begins with a product and a version (RFC 9110, 10.1.5).
    private static func isUserAgent(_ text: String) -> Bool {
        let head = text.prefix(64)
        guard let slash = head.firstIndex(of: "/"), slash > head.startIndex else { return false }
        return head[..<slash].allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "._-!#$%&'*+^`|~".contains($0)) }
    }
}
