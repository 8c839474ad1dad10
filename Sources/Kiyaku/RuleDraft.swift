import Completions
import Decisions
package import Diagnostics
import Facts
import Plans
import Vocabulary

/// Rules as they would be with one file written anew, beside the edition that answers. Nothing of it gets into use.
package struct RuleDraft {
    /// A rule that is other than in the edition.
    package struct Change: Sendable, Hashable {
        package enum Kind: Sendable { case added, removed, changed }

        package let kind: Kind
        package let name: String
        /// The ID of the clause that it renders.
        package let clause: String?
    }

    /// A case that would be answered otherwise.
    package struct Flip: Sendable, Hashable {
        package let name: String
        package let question: String
        package let before: String
        package let after: String
    }

    private let edition: Edition
    private let files: RuleFiles
    private let compilation: Compilation

    package init(_ edition: Edition, file: String, text: String) {
        self.edition = edition
        files = edition.files.replacing(file, with: text)
        compilation = Compilation(files, checksPatterns: true)
    }

    package var findings: [Diagnostic] { compilation.diagnostics }

    package var sources: [SourceFile] { files.sources }

    /// The tests and cases; nil where the rules have errors.
    package func trials(_ cases: CaseFiles, language: MessageLanguage) -> [RuleTrials.Outcome]? {
        CheckedRules(compilation).map { RuleTrials($0, cases: cases, language: language).run() }
    }

    /// The rules that are other, by their names.
    package var changes: [Change] {
        guard let plan = compilation.plan else { return [] }
        let (before, after) = (edition.book.texts, compilation.ruleTexts)
        let old = Self.clauses(edition.plan)
        let new = Self.clauses(plan)
        return Set(before.keys).union(after.keys).sorted().compactMap { name in
            switch (before[name], after[name]) {
            case (nil, _?): Change(kind: .added, name: name, clause: new[name])
            case (_?, nil): Change(kind: .removed, name: name, clause: old[name])
            case (let one?, let other?): one == other ? nil : Change(kind: .changed, name: name, clause: new[name])
            case (nil, nil): nil
            }
        }
    }

    private static func clauses(_ plan: Plan) -> [String: String] {
        Dictionary(plan.rules.compactMap { rule in rule.clause.map { (rule.name, plan.clauses[$0].id) } }) { first, _ in first }
    }

    /// The cases whose expected decisions come to something else than in the edition; empty where the rules have errors.
    package func flips(_ cases: CaseFiles) -> [Flip] {
        guard let plan = compilation.plan else { return [] }
        let (old, new) = (Decider(edition.plan), Decider(plan))
        let (oldReader, newReader) = (FactReader(plan: edition.plan), FactReader(plan: plan))
        return cases.paths.flatMap { path -> [Flip] in
            guard case .success(let before)? = CaseFiles.read(path, oldReader).content, before.faults.isEmpty else { return [] }
            let file = CaseFiles.read(path, newReader)
            guard case .success(let after)? = file.content else { return [] }
            return before.expectations.compactMap { expectation -> Flip? in
                let declared = edition.plan.decisions[expectation.decision]
                let one = Self.words(old, expectation.decision, before)
                let other = plan.decisions.places.first { plan.decisions[$0].name == declared.name }.map { Self.words(new, $0, after) } ?? "-"
                return one == other ? nil : Flip(name: file.name, question: declared.label ?? declared.name, before: one, after: other)
            }
        }
    }

    /// What a decision comes to, in its outcomes' words; the faults of facts that the rules do not know.
    private static func words(_ decider: Decider, _ decision: Place<Decision>, _ content: CaseFile) -> String {
        guard content.faults.isEmpty else { return content.faults.map(\.path).joined(separator: "・") }
        let outcomes = decider.plan.decisions[decision].outcomes
        let possible = decider.answer(decision, content.reading.frame, [], order: .vocabulary).possible
        return possible.map { $0 < outcomes.count ? outcomes[$0].caption : "×" }.joined(separator: "・")
    }
}
