import Contract
import Diagnostics
import Samples
import Syntax
import Testing
import Vocabulary

@Suite("Decision tables, checked")
struct DecisionTableTests {
    private func table(_ policy: String, _ rows: String...) -> CheckedRules {
        CheckedRules("表 t \(policy) {\n | 物.色 | 物.台 || 可否 |\n" + rows.map { " | \($0) |" }.joined(separator: "\n") + "\n}")
    }

    @Test("Rows that match at once are refused where only one may")
    func overlap() {
        #expect(table("唯一", "赤 | < 3 || 否", "赤 | ≥ 3 || 可", "{青, 黄} | - || 否").errors.isEmpty)
        #expect(table("唯一", "赤 | ≤ 3 || 否", "赤 | ≥ 3 || 可").errors == ["K4002 | 赤 | ≥ 3 || 可 |"])
        #expect(table("唯一", "- | 5 || 否", "{青, 赤} | - || 可").errors == ["K4002 | {青, 赤} | - || 可 |"])
        #expect(table("先勝ち", "- | 5 || 否", "{青, 赤} | - || 可").errors.isEmpty)
    }

    @Test("A table of values misses what no row matches; between two whole numbers there is none")
    func gap() {
        func values(_ rows: String...) -> CheckedRules {
            CheckedRules("表 t 唯一 : 整数 {\n | 物.色 | 物.台 || 値 |\n" + rows.map { " | \($0) |" }.joined(separator: "\n") + "\n}\n規則 r { もし t = 1 ならば 可否 = 否 }")
        }
        #expect(values("赤 | ≤ 3 || 1", "赤 | ≥ 4 || 2", "{青, 黄} | - || 3").findings(.warning) == [])
        #expect(values("赤 | ≤ 3 || 1", "赤 | ≥ 5 || 2", "{青, 黄} | - || 3").findings(.warning) == ["K4003 t"])
        #expect(values("赤 | - || 1", "青 | - || 3").findings(.warning) == ["K4003 t"])
    }

    @Test("Each row is a rule of its own with its clause; in a table where the first wins it is so only where none above is")
    func rows() throws {
        let rules = CheckedRules.vocabulary + "条項 app2.1 引用 「表1」 「一行目」\n第2条 「二」\n表 t 先勝ち {\n | 物.色 || 可否 | 条項 |\n | 赤 || 否 | app2.1 |\n | - || 可 | - |\n}"
        let sample = try Sample(rules)
        let color = try sample.fact("物.色")
        #expect(sample.contract.rules.map(\.rule.name) == ["t#1", "t#2"])
        #expect(sample.contract.rules.map { $0.rule.clause.map { sample.contract.clauses[$0].id } } == ["app2.1", "2"])
        #expect(sample.contract.rules.map(\.condition) == [.isCase(color, CaseSet([0])), .and([.and([]), .not(.or([.isCase(color, CaseSet([0]))]))])])
    }

    @Test("A row of another width, an output that is none, and a cell of another type are refused")
    func wrong() {
        #expect(table("唯一", "赤 || 否").errors == ["K4001 | 赤 || 否 |"])
        #expect(table("唯一", "赤 | - || 緑").errors == ["K3005 緑"])
        #expect(table("唯一", "緑 | - || 否").errors == ["K2005 緑"])
        #expect(table("唯一", "赤 | 3円 || 否").errors == ["K2003 3円"])
        #expect(CheckedRules("表 t 全件 {\n | 物.色 || 物 |\n | 赤 || 否 |\n}").errors == ["K4007 物"])
        #expect(CheckedRules("表 t 全件 : 整数 {\n | 物.色 || 値 |\n | - || 1 |\n}\n規則 r { もし t = 1 ならば 可否 = 否 }").errors == ["K4007 t"])
    }

    @Test(
        "A cell asks what its column can be asked",
        arguments: [
            ("物.色", "> 赤", "K2003 > 赤"), ("物.色", "赤 以上", "K2003 赤 以上"), ("物.色", "赤 を含む", "K2003 赤 を含む"), ("物.真", "< 真", "K2003 < 真"),
            ("物.台 > 3", "> 真", "K2003 > 真"), ("物.台 > 3", "≥ {真, 偽}", "K2003 ≥ {真, 偽}"), ("物.印", "≠ 赤", "K2003 ≠ 赤"), ("物.印", "= 赤", "K2003 = 赤"),
            ("物.印", "赤 以上", "K2003 赤 以上"), ("物.台", "> {1, 2}", "K2003 > {1, 2}"), ("物.台", "3 を含む", "K2003 3 を含む"), ("物.版", "6系 以上", "K2003 6系 以上"),
            ("物.台", "≠ {1, 赤}", "K2001 赤"), ("物.量", "{1MB, 3円}", "K2004 3円"), ("者.可", "真", "K2007 者.可"), ("者.印", "赤", "K2007 者.印"),
        ])
    func cells(column: String, cell: String, error: String) {
        let vocabulary = CheckedRules.vocabulary.replacing("可 : 真偽", with: "印 : 集合 種 「印」 問 「印は」 ; 可 : 真偽")
        #expect(CheckedRules("表 t 全件 {\n | \(column) || 可否 |\n | \(cell) || 否 |\n}", under: vocabulary).errors == [error])
    }

    @Test("What a cell of ≠ takes is known to the search for overlaps and gaps")
    func unequal() {
        #expect(table("唯一", "赤 | ≠ {1, 2} || 否", "赤 | {1, 2} || 可").errors.isEmpty)
        #expect(table("唯一", "赤 | ≠ {1, 2} || 否", "赤 | {2, 3} || 可").errors == ["K4002 | 赤 | {2, 3} || 可 |"])
        func values(_ rows: String...) -> [String] {
            CheckedRules("表 t 唯一 : 整数 {\n | 物.版 || 値 |\n" + rows.map { " | \($0) |" }.joined(separator: "\n") + "\n}\n規則 r { もし t = 1 ならば 可否 = 否 }").findings(
                .warning)
        }
        #expect(values("≠ 6系 || 1", "6系 || 2") == [])
        #expect(values("≠ {5系, 6系} || 1", "6系 || 2") == ["K4003 t"])
    }

    @Test("A row of a table of values has a value", arguments: ["-", "> 3", "第1条"])
    func output(cell: String) {
        let checked = CheckedRules("表 t 唯一 : 整数 {\n | 物.色 || 値 |\n | 赤 || \(cell) |\n | {青, 黄} || 1 |\n}\n規則 r { もし t = 1 ならば 可否 = 否 }")
        #expect(checked.errors == ["K2003 \(cell)"])
    }

    @Test("A row names its clause in any spelling", arguments: ["第40条第1項", "40.1", "第四十条第一項"])
    func spelledClauses(clause: String) throws {
        let rules = "第40条第1項 「四十」\n第2条 「二」\n表 t 全件 {\n | 物.色 || 可否 | 条項 |\n | 赤 || 否 | \(clause) |\n}"
        let sample = try Sample(CheckedRules.vocabulary + rules)
        #expect(sample.contract.rules.map { $0.rule.clause.map { sample.contract.clauses[$0].id } } == ["40.1"])
    }

    @Test("A reference table needs its file, its columns and readable cells, and a row for every case unless it is partial")
    func reference() {
        func checked(_ more: String, _ rows: [[String]], header: [String] = ["色", "日"]) -> [String] {
            let file = DataFile(path: "a.csv", header: header, rows: rows.enumerated().map { .init(line: $0.offset + 2, fields: $0.element) })
            let rules = CheckedRules("参照表 表 { 元 「a.csv」 ; 鍵 色 : 種 ; 列 日 : 日付\(more) }\n規則 r { もし 表(物.色).日 = 基準日 ならば 可否 = 否 }", data: ["a.csv": .success(file)])
            return rules.errors + rules.findings(.warning)
        }
        #expect(checked("", [["赤", "2026-01-01"], ["*", "2026-02-01"]]) == [])
        #expect(checked("", [["赤", "2026-01-01"], ["青", ""]]) == ["K4006 表"])
        #expect(checked(" ; 一部", [["赤", "2026-01-01"]]) == [])
        #expect(checked(" ; 一部", [["緑", "2026-01-01"]]) == ["K4005 「a.csv」"])
        #expect(checked(" ; 一部", [["赤", "2026-02-30"]]) == ["K4005 「a.csv」"])
        #expect(checked(" ; 一部", [], header: ["色"]) == ["K4004 「a.csv」"])
        #expect(CheckedRules("参照表 表 { 元 「b.csv」 ; 鍵 色 : 種 ; 列 日 : 日付 }").errors == ["K4004 「b.csv」"])
    }

    @Test("A call of a reference table has a value for each key, and a column")
    func calls() {
        func errors(_ call: String) -> [String] {
            let file = DataFile(path: "a.csv", header: ["色", "日"], rows: [])
            return CheckedRules(
                "参照表 表 { 元 「a.csv」 ; 鍵 色 : 種 ; 列 日 : 日付 ; 一部 }\n規則 r { もし \(call) = 基準日 ならば 可否 = 否 }", data: ["a.csv": .success(file)]
            ).errors
        }
        #expect(errors("表(赤).日") == [])
        #expect(errors("表().日") == ["K2011 表().日"])
        #expect(errors("表(赤, 青).日") == ["K2011 表(赤, 青).日"])
        #expect(errors("表(赤)") == ["K3013 表(赤)"])
        #expect(errors("表(赤).月") == ["K2001 月"])
        #expect(errors("表(物.台).日") == ["K2003 物.台"])
    }
}
