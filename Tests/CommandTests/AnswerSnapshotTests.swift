import Foundation
import Testing

/// Answers of the corpus for every reader in both languages, as Tests/Snapshots has them.
@Suite("Answers word by word", .enabled(if: Command.isBuilt, Command.absence))
struct AnswerSnapshotTests {
    /// A case and the decision that is asked for.
    struct Answer: CustomTestStringConvertible {
        let name: String
        let decision: String
        var testDescription: String { name }
    }

    static let answers = [
        Answer(name: "demo-4-out-of-matrix", decision: "対象可否"), Answer(name: "demo-6-undetermined", decision: "対象可否"),
        Answer(name: "app1-4-5-wireless-monitoring-saturday", decision: "対象可否"), Answer(name: "15-suspension-ground-unknown", decision: "対象可否"),
        Answer(name: "10-3-no-notice-needed", decision: "甲の解除"), Answer(name: "19-1-one-day-late", decision: "納入の遅れ"),
    ]

    @Test("Staff, customers and lawyers read what was read before", arguments: answers, ["ja", "en"])
    func read(answer: Answer, language: String) async throws {
        var text = ""
        for audience in ["staff", "customer", "legal"] {
            let outcome = try await Command.run([
                "decide", Command.root.appendingPathComponent("Corpus/cases/\(answer.name).json").path, "--rules", Command.shippedRules, "--decision",
                answer.decision, "--audience", audience, "--lang", language,
            ])
            text += "──── \(audience) ────\n\(outcome.output)\n"
        }
        // Any change of any rule changes the digest.
        text.replace(/sha256:[0-9a-f]+/, with: "sha256:…")
        try Snapshot.compare(text, "\(answer.name).\(language)")
    }

    @Test("In English no Japanese wording is left but the names and texts of the rules", arguments: answers)
    func english(answer: Answer) throws {
        let text = try String(contentsOf: Command.root.appendingPathComponent("Tests/Snapshots/\(answer.name).en.txt"), encoding: .utf8)
        for word in ["事実:", "期限:", "基準日", "基準時刻", "のいずれか（", "と異なる", "次のすべて", "別の読み方"] { #expect(!text.contains(word), "\(word)") }
        let titles = /(?m)^ *(根拠|理由|ほかの根拠|解釈|仮定|留保|論点|採用|要旨):/
        #expect(text.firstMatch(of: titles) == nil)
        // What rules say in their own words, as the reason of a reading, may name a day.
        let own = text.components(separatedBy: "\n").filter { !$0.contains("(because: ") }.joined(separator: "\n")
        #expect(own.firstMatch(of: /[0-9]年[0-9]+月[0-9]+日/) == nil)
    }
}
