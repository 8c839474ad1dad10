package import Diagnostics
import Encodings
package import Plans
import Values
import Vocabulary

/// The summary as a person reads it.
package struct SummaryText: Bilingual {
    /// Clauses and questions beyond these are counted, not named.
    private static let mostNamed = 5

    private let plan: Plan
    package let language: MessageLanguage

    package init(_ plan: Plan, language: MessageLanguage) {
        self.plan = plan
        self.language = language
    }

    /// The summary of a file, without a line break at the end.
    package func render(_ summary: BatchSummary, file: String) -> String {
        (head(summary, file) + summary.tallies.flatMap(lines)).joined(separator: "\n")
    }

    private func head(_ summary: BatchSummary, _ file: String) -> [String] {
        let total = grouped(summary.judged + summary.refused)
        var first = word(
            "\(file): \(total) 件（判定 \(grouped(summary.judged))、誤り \(grouped(summary.refused))）",
            "\(file): \(total) cases (\(grouped(summary.judged)) judged, \(grouped(summary.refused)) refused)")
        if let days = summary.days {
            let last = days.lowerBound == days.upperBound ? "" : " – \(days.upperBound)"
            first += word("　基準日 \(days.lowerBound)\(last)", "  as of \(days.lowerBound)\(last)")
        }
        var lines = [first]
        if summary.blanks > 0 { lines.append(word("  空の行を \(grouped(summary.blanks)) 行、飛ばしました", "  \(grouped(summary.blanks)) blank lines were passed over")) }
        if let encoding = summary.encoding { lines.append("  " + self.encoding(encoding)) }
        if !summary.unknownKeys.isEmpty {
            let names = summary.unknownKeys.joined(separator: word("・", ", "))
            lines.append(word("  事実でない項目は使いませんでした: \(names)", "  these keys are no facts and were not used: \(names)"))
        }
        return lines
    }

    private func encoding(_ found: RecognisedEncoding) -> String {
        let name = found.encoding.rawValue.uppercased()
        let why =
            switch found.reason {
            case .asked: word("指定", "as asked")
            case .byteOrderMark: word("BOM による", "by its byte order mark")
            case .validUTF8: word("UTF-8 として読めるため", "as it is valid UTF-8")
            case .notUTF8: word("UTF-8 として読めないため。違うときは --encoding", "as it is not UTF-8; say --encoding if that is wrong")
            }
        return word("文字コード: \(name)（\(why)）", "encoding: \(name) (\(why))")
    }

    private func lines(_ tally: BatchSummary.Tally) -> [String] {
        let decision = plan.decisions[tally.decision]
        var rows = tally.ranked(plan).map { ($0.outcome.name, $0.cases, clauses($0.clauses)) }
        if tally.conflict > 0 { rows.append((word("抵触", "conflict"), tally.conflict, "")) }
        if tally.undetermined > 0 { rows.append((word("未決", "undetermined"), tally.undetermined, word("下の事実が分かれば決まります", "settled by the facts below"))) }
        let name = rows.map { displayWidth($0.0) }.max() ?? 0
        let number = rows.map { grouped($0.1).count }.max() ?? 0
        var lines = ["\(decision.name)　\(decision.label ?? "")"]
        for (outcome, cases, clauses) in rows {
            let gap = String(repeating: " ", count: name - displayWidth(outcome) + number - grouped(cases).count)
            lines.append("  \(outcome)\(gap)  \(grouped(cases))  \(clauses)")
        }
        let sides = tally.counted(plan).map { "\($0.side.name) \(grouped($0.cases))" }
        if !sides.isEmpty { lines.append(word("    側: ", "    sides: ") + sides.joined(separator: word("、", ", "))) }
        let questions = tally.rankedQuestions
        for (question, cases) in questions.prefix(Self.mostNamed) {
            lines.append("    ・\(question.isOurs ? word("［当社］", "[us] ") : "")\(question.text(language))（\(grouped(cases))）")
        }
        if questions.count > Self.mostNamed {
            lines.append(word("    ・ほか \(questions.count - Self.mostNamed) の質問", "    ・and \(questions.count - Self.mostNamed) more"))
        }
        return lines
    }

    private func clauses(_ clauses: [(clause: Clause, cases: Int)]) -> String {
        let named = clauses.prefix(Self.mostNamed).map { "\($0.clause.citation) \(grouped($0.cases))" }
        let rest = clauses.count > Self.mostNamed ? [word("ほか \(clauses.count - Self.mostNamed) 条項", "and \(clauses.count - Self.mostNamed) more")] : []
        return (named + rest).joined(separator: word("、", ", "))
    }

    /// 1234567 as 1,234,567.
    private func grouped(_ number: Int) -> String {
        let digits = Array(String(number))
        return digits.enumerated().reduce(into: "") { text, digit in
            if digit.offset > 0, (digits.count - digit.offset) % 3 == 0 { text += "," }
            text.append(digit.element)
        }
    }
}
