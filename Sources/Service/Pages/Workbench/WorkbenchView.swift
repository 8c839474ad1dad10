import Diagnostics
import Kiyaku
import RuleTesting
import Serialization

/// The content of the workbench.
struct WorkbenchView: Sendable, Bilingual {
    /// More findings, failures and flips than these are counted, not listed.
    private static let mostListed = 100

    private let edition: Edition
    let language: MessageLanguage

    init(_ edition: Edition, language: MessageLanguage) { (self.edition, self.language) = (edition, language) }

    func content(file: String, source: String, report: WorkbenchContent.Report? = nil, isHeld: Bool = false) -> WorkbenchContent {
        let names = edition.files.ruleNames.map { ($0, $0) } + [(WorkbenchPage.newFile, word("（新しいファイル）", "(a new file)"))]
        return WorkbenchContent(
            action: WorkbenchPage.declaration.path, edition: String(edition.digest.prefix(19)),
            files: names.map { MenuOption(value: $0.0, text: $0.1, isSelected: $0.0 == file) }, file: file, source: source, isHeld: isHeld, report: report)
    }

    /// - Parameter isTrial: whether tests are run too, and the answers compared.
    func report(_ draft: RuleDraft, isTrial: Bool) -> WorkbenchContent.Report {
        let findings = draft.findings
        let count = { (severity: Severity) in findings.filter { $0.severity == severity }.count }
        let (errors, warnings, advice) = (count(.error), count(.warning), count(.advice))
        var text = word("誤り \(errors)、警告 \(warnings)、助言 \(advice)", "\(errors) errors, \(warnings) warnings, \(advice) advice")
        if findings.isEmpty { text = word("誤りはありません", "no errors") }
        if errors > 0, isTrial { text += word("。試験は行っていません", "; tests were not run") }
        let isTried = isTrial && errors == 0
        return .init(
            isFine: errors == 0, text: text, diagnostics: findings.prefix(Self.mostListed).map { finding($0, draft) },
            tests: isTried ? tests(draft) : nil, comparison: isTried ? comparison(draft) : nil)
    }

    private func finding(_ finding: Diagnostic, _ draft: RuleDraft) -> WorkbenchContent.Finding {
        let file = draft.sources[Int(finding.range.file.index)]
        let position = file.position(of: Int(finding.range.start))
        let severity =
            switch finding.severity {
            case .error: word("誤り", "error")
            case .warning: word("警告", "warning")
            case .advice: word("助言", "advice")
            }
        return .init(
            severity: finding.severity.rawValue, severityText: severity, code: finding.code.rawValue, line: position.line, column: position.column,
            message: "\(file.path): \(finding.message(language))", advice: finding.help(language), excerpt: file.line(position.line))
    }

    // MARK: Tests and comparison

    private func tests(_ draft: RuleDraft) -> WorkbenchContent.Tests {
        let outcomes = draft.trials(edition.book.cases, language: language) ?? []
        let failed = outcomes.filter { !$0.result.isPassed }
        let text =
            failed.isEmpty
            ? word("試験 \(outcomes.count) 件はすべて通りました", "all \(outcomes.count) tests passed")
            : word("試験 \(outcomes.count) 件のうち \(failed.count) 件が失敗しました", "\(failed.count) of \(outcomes.count) tests failed")
        let failures = failed.prefix(Self.mostListed).map { outcome -> WorkbenchContent.Failure in
            let first = outcome.result.differences.first
            return .init(
                name: outcome.result.label, expected: first.map { "\($0.what) \($0.expected)" } ?? "", got: first?.found ?? "", place: outcome.place)
        }
        return .init(text: text, failures: failures)
    }

    private func comparison(_ draft: RuleDraft) -> WorkbenchContent.Comparison {
        let (changes, flips) = (draft.changes, draft.flips(edition.book.cases))
        let answers = AnswerView(edition.plan, language: language) { ContractPaths.clause($0) }
        let rules = changes.prefix(Self.mostListed).map { change -> WorkbenchContent.Change in
            let kind =
                switch change.kind {
                case .added: word("追加", "added")
                case .removed: word("削除", "removed")
                case .changed: word("変更", "changed")
                }
            return .init(change: kind, name: change.name, clause: change.clause.map { answers.clause(id: $0) })
        }
        return .init(
            text: word("変わった規則 \(changes.count)、結果の変わる事例 \(flips.count)", "\(changes.count) rules changed, \(flips.count) cases are answered otherwise"),
            rules: rules,
            flips: flips.prefix(Self.mostListed).map { .init(name: $0.name, question: $0.question, before: $0.before, after: $0.after) })
    }
}
