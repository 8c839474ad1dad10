package import Detection
package import Diagnostics
package import Documents
import Extraction
package import Plans
import Vocabulary

/// Environments in words and as JSON.
package struct EnvironmentWriter {
    private let plan: Plan
    private let extractor: Extractor
    private let language: MessageLanguage

    /// - Parameter plan: the vocabulary whose patterns read the products' names.
    package init(plan: Plan, language: MessageLanguage) {
        (self.plan, self.language) = (plan, language)
        extractor = Extractor(enumerations: plan.enumerations, facts: plan.facts, words: plan.words, title: plan.title)
    }

    /// With patterns that were compiled before.
    init(_ plan: Plan, _ extractor: Extractor) { (self.plan, self.extractor, language) = (plan, extractor, .japanese) }

    package func text(_ finding: EnvironmentDetector.Finding) -> String {
        let environment = finding.environment
        func line(_ label: Wording, _ product: Environment.Product?) -> String {
            guard let product else { return label(language) + Wording("分かりません", "not known")(language) }
            let name = product.alternatives.isEmpty ? product.name : product.alternatives.joined(separator: Wording(" か ", " or ")(language))
            return label(language) + [name, product.version, product.release, product.edition].compactMap(\.self).joined(separator: " ")
        }
        var lines = [line(Wording("OS: ", "system: "), environment.system)]
        if finding.input == .userAgent { lines.append(line(Wording("ブラウザ: ", "browser: "), environment.browser)) }
        if let build = environment.system?.build { lines.append(Wording("ビルド: \(build)", "build: \(build)")(language)) }
        lines += environment.doubts.map { Wording("要確認: \($0.japanese)", "to confirm: \($0.english)")(language) }
        lines += facts(environment).map { "\($0.fact) = \($0.value)" }
        return lines.joined(separator: "\n")
    }

    package func json(_ finding: EnvironmentDetector.Finding) -> JSONValue {
        let environment = finding.environment
        return .object([
            ("schema", "kiyaku.environment/1"), ("input", .string(finding.input.rawValue)),
            ("os", environment.system.map(json) ?? .null), ("browser", environment.browser.map(json) ?? .null),
            ("uncertain", .array(environment.doubts.map { .string($0.japanese) })),
            ("uncertain_en", .array(environment.doubts.map { .string($0.english) })),
            ("facts", .array(facts(environment).map { .object([("fact", .string($0.fact)), ("value", .string($0.value))]) })),
            ("user_agent", finding.userAgent.map(json) ?? .null),
        ])
    }

    private func json(_ product: Environment.Product) -> JSONValue {
        .object([
            ("product", text(product.name)), ("version", text(product.version)), ("alternatives", .array(product.alternatives.map { .string($0) })),
            ("release", text(product.release)), ("edition", text(product.edition)), ("build", text(product.build)),
        ])
    }

    private func json(_ agent: UserAgent) -> JSONValue {
        func json(_ product: UserAgent.Product?) -> JSONValue {
            .object([("family", .string(product?.family ?? "Other")), ("version", .array((product?.version ?? []).map { .string($0) }))])
        }
        return .object([
            ("browser", json(agent.browser)), ("os", json(agent.system)),
            (
                "device",
                .object([
                    ("family", .string(agent.device?.family ?? "Other")), ("brand", text(agent.device?.brand)), ("model", text(agent.device?.model)),
                ])
            ),
        ])
    }

    private func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

    /// What the vocabulary's patterns find in the products' names.
    func facts(_ environment: Environment) -> [(fact: String, value: String)] {
        [environment.system, environment.browser].compactMap { $0?.words }.flatMap { words in
            extractor.extract(words, asOf: nil).found.filter(\.isPlain).map { (plan.facts[$0.fact].name, FoundText(plan).name($0)) }
        }
    }
}
