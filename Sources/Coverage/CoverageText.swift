package import Contract
import Vocabulary

/// The table of docs/coverage.md: each leaf provision with what accounts for it.
package struct CoverageText {
    private let coverage: ClauseCoverage
    private let contract: CheckedContract
    private let citations: [String: String]

    package init(_ coverage: ClauseCoverage, _ contract: CheckedContract) {
        self.coverage = coverage
        self.contract = contract
        citations = Dictionary(contract.clauses.map { ($0.id, $0.citation) }, uniquingKeysWith: { first, _ in first })
    }

    /// The page, without a line break at the end.
    package var markdown: String {
        let counts = [coverage.lines, coverage.encoded, coverage.nonoperative, coverage.missing, coverage.untested].map(\.count)
        var lines = [
            "# 条項の網羅", "",
            "`make coverage` が作ります。手で直さないでください。",
            "末端の条項 \(counts[0]) のうち、規則にあるもの \(counts[1])、非規範 \(counts[2])、なし \(counts[3])。規則にあって、外すと失敗する試験のないもの \(counts[4])。", "",
            "「試験」は、その条項に掛かるものを外すと失敗する試験か事例を一つ挙げます。", "",
            "| 条項 | ID | 状態 | 掛かるもの | 試験・理由 |", "|---|---|---|---|---|",
        ]
        lines += coverage.lines.map(row)
        return lines.joined(separator: "\n")
    }

    private func row(_ line: ClauseCoverage.Line) -> String {
        let id = ([line.provision.id] + line.provision.also).joined(separator: " = ")
        let state =
            switch line.status {
            case .encoded: "規則"
            case .nonoperative: "非規範"
            case .missing: "**なし**"
            }
        let last = line.status == .encoded ? line.test ?? "**なし**" : line.entry.nonoperative ?? ""
        let cells = [citations[line.provision.id] ?? citations[line.provision.parent ?? ""] ?? "", "`\(id)`", state, contents(line.entry), last]
        return "| " + cells.map { $0.replacing("|", with: "\\|").replacing("\n", with: " ") }.joined(separator: " | ") + " |"
    }

    private func contents(_ entry: ClauseInventory.Entry) -> String {
        let names = EntryNames(entry, contract)
        let kinds = [
            ("規則", names.rules), ("義務など", names.norms), ("定義", names.definitions), ("事実", names.facts), ("既定", names.defaults), ("解釈", names.interpretations),
        ]
        return kinds.filter { !$0.1.isEmpty }.map { kind, names in
            "\(kind) \(names.prefix(3).joined(separator: "・"))\(names.count > 3 ? " ほか\(names.count - 3)" : "")"
        }.joined(separator: "、")
    }
}
