import Diagnostics
import Documents
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

    func json(file: String, source: String, report: JSONValue) -> JSONValue {
        let names = edition.files.ruleNames.map { ($0, $0) } + [(WorkbenchPage.newFile, word("（新しいファイル）", "(a new file)"))]
        return [
            "action": "/workbench", "edition": .string(String(edition.digest.prefix(19))), "file": .string(file), "source": .string(source), "report": report,
            "errors": .null,
            "files": .array(names.map { ["value": .string($0.0), "text": .string($0.1), "selected": .bool($0.0 == file)] }),
        ]
    }

    /// - Parameter isTrial: whether tests are run too, and the answers compared.
    func report(_ draft: RuleDraft, isTrial: Bool) -> JSONValue {
        let findings = draft.findings
        let count = { (severity: Severity) in findings.filter { $0.severity == severity }.count }
        let (errors, warnings, advice) = (count(.error), count(.warning), count(.advice))
        var text = word("誤り \(errors)、警告 \(warnings)、助言 \(advice)", "\(errors) errors, \(warnings) warnings, \(advice) advice")
        if findings.isEmpty { text = word("誤りはありません", "no errors") }
        if errors > 0, isTrial { text += word("。試験は行っていません", "; tests were not run") }
        let isTried = isTrial && errors == 0
        return [
            "ok": .bool(errors == 0), "text": .string(text), "diagnostics": list(findings) { finding($0, draft) },
            "tests": isTried ? tests(draft) : .null, "comparison": isTried ? comparison(draft) : .null,
        ]
    }

    private func list<Element>(_ elements: [Element], _ json: (Element) -> JSONValue) -> JSONValue {
        elements.isEmpty ? .null : .array(elements.prefix(Self.mostListed).map(json))
    }

    private func finding(_ finding: Diagnostic, _ draft: RuleDraft) -> JSONValue {
        let file = draft.sources[Int(finding.range.file.index)]
        let position = file.position(of: Int(finding.range.start))
        let severity =
            switch finding.severity {
            case .error: word("誤り", "error")
            case .warning: word("警告", "warning")
            case .advice: word("助言", "advice")
            }
        return [
            "severity": .string(finding.severity.rawValue), "severity_text": .string(severity), "code": .string(finding.code.rawValue),
            "line": .string("\(position.line)"), "column": .string("\(position.column)"),
            "message": .string("\(file.path): \(finding.message(language))"), "advice": .string(finding.help(language)),
            "excerpt": .string(file.line(position.line)), "href": .null,
        ]
    }

    // MARK: Tests and comparison

    private func tests(_ draft: RuleDraft) -> JSONValue {
        let outcomes = draft.trials(edition.book.cases, language: language) ?? []
        let failed = outcomes.filter { !$0.result.isPassed }
        return [
            "text": .string(
                failed.isEmpty
                    ? word("試験 \(outcomes.count) 件はすべて通りました", "all \(outcomes.count) tests passed")
                    : word("試験 \(outcomes.count) 件のうち \(failed.count) 件が失敗しました", "\(failed.count) of \(outcomes.count) tests failed")),
            "failures": list(failed) { outcome in
                let first = outcome.result.differences.first
                return [
                    "name": .string(outcome.result.label), "expected": .string(first.map { "\($0.what) \($0.expected)" } ?? ""),
                    "got": .string(first?.found ?? ""), "where": .string(outcome.place),
                ]
            },
        ]
    }

    private func comparison(_ draft: RuleDraft) -> JSONValue {
        let (changes, flips) = (draft.changes, draft.flips(edition.book.cases))
        let answers = AnswerView(edition.plan, language: language) { ContractPaths.clause($0) }
        return [
            "text": .string(
                word("変わった規則 \(changes.count)、結果の変わる事例 \(flips.count)", "\(changes.count) rules changed, \(flips.count) cases are answered otherwise")),
            "rules": list(changes) { change in
                let kind =
                    switch change.kind {
                    case .added: word("追加", "added")
                    case .removed: word("削除", "removed")
                    case .changed: word("変更", "changed")
                    }
                return ["change": .string(kind), "name": .string(change.name), "clause": change.clause.map { answers.clause(id: $0) } ?? .null]
            },
            "flips": list(flips) { flip in
                ["case": .string(flip.name), "question": .string(flip.question), "before": .string(flip.before), "after": .string(flip.after)]
            },
        ]
    }
}
