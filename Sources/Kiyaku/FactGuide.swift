package import Diagnostics
import Explanation
import Plans
package import Vocabulary

/// What is asked: each fact as people are asked for it, by its record.
package struct FactGuide: Sendable {
    /// A fact and what it is for.
    package struct Entry: Sendable {
        package let fact: Fact
        /// When it is asked, in words; nil where it always is.
        package let premise: String?
        /// The decisions whose own rules look at it; none where only duties, charges or constraints do.
        package let decisions: [String]
    }

    /// In the order of the vocabulary.
    package let entries: [Entry]
    private let vocabulary: ContractVocabulary

    package init(_ edition: Edition, language: MessageLanguage) {
        let plan = edition.plan
        let words = RuleWords(plan, language: language)
        let readers = plan.readers
        vocabulary = edition.vocabulary
        entries = plan.facts.places.filter { plan.facts[$0].kind != .judgement }.map { place in
            Entry(fact: plan.facts[place], premise: words.premise(of: place), decisions: readers[place.value].map { plan.decisions[$0].name })
        }
    }

    // MARK: docs/questions.md

    /// The page of all questions, without a line break at the end.
    package var markdown: String {
        let asking = Asking(vocabulary.title, vocabulary.facts)
        let asked = entries.filter { $0.fact.question != nil }
        var lines = [
            "# 尋ねること", "", "`make questions` が作ります。手で直さないでください。",
            "尋ねる事実 \(asked.count)。「読む判定」は、その判定の規則が見るもの（ほかの判定を通してだけ見るものは挙げません）。空欄の事実は、義務・費用か制約だけが見ます。",
        ]
        var record = ""
        for entry in asked {
            if entry.fact.record != record {
                record = entry.fact.record
                lines += ["", "## \(record)", "", "| 事実 | 質問 | だれに | 答え | 尋ねるとき | 読む判定 |", "|---|---|---|---|---|---|"]
            }
            lines.append(
                row([
                    entry.fact.name, entry.fact.question ?? "", whom(entry.fact.askedOf, asking), answers(entry.fact.type), entry.premise ?? "いつも",
                    entry.decisions.joined(separator: "・"),
                ]))
        }
        lines += ["", "## まとめて尋ねること", "", "| 一括確認 | 質問 | だれに | 事実 |", "|---|---|---|---|"]
        for group in vocabulary.groups {
            let members = group.members.map { vocabulary.facts[$0].name }.joined(separator: "・")
            lines.append(row([group.name, group.question ?? "", whom(asking.askedOf(group), asking), members]))
        }
        lines += ["", "## いくつも挙げてもらうこと", "", "| 一覧 | 質問 | だれに | 項目 |", "|---|---|---|---|"]
        for list in vocabulary.lists {
            let fields = list.fields.map { vocabulary.facts[$0].name }.joined(separator: "・")
            lines.append(row([list.name, list.question ?? "", whom(list.askedOf, asking), fields]))
        }
        return lines.joined(separator: "\n")
    }

    private func row(_ cells: [String]) -> String {
        "| " + cells.map { $0.replacing("|", with: "\\|").replacing("\n", with: " ") }.joined(separator: " | ") + " |"
    }

    private func whom(_ asked: AskedOf?, _ asking: Asking) -> String {
        guard let asked else { return "" }
        let party = vocabulary.title.parties.first { $0.name == asked.party }?.label ?? asked.party
        return asking.role(asked) == .responsible ? "\(party)の責任者" : party
    }

    private func answers(_ type: FactType) -> String {
        switch type {
        case .bool: "はい・いいえ"
        case .enumeration(let of): labels(of)
        case .set(let of): "あてはまるもの: \(labels(of))"
        case .date: "日付"
        case .month: "年月"
        case .time: "時刻"
        case .version: "版"
        case .number(let unit): "数\(unit.map { "（\($0)）" } ?? "")"
        case .integer: "整数"
        case .text: "文字"
        }
    }

    private func labels(_ enumeration: Place<Enumeration>) -> String {
        vocabulary.enumerations[enumeration].cases.map { $0.label ?? $0.name }.joined(separator: "／")
    }
}

extension Fact {
    /// The first part of the path.
    fileprivate var record: String { String(name.split(separator: ".").first ?? "") }
}
