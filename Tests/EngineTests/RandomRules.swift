import Contract
import Diagnostics

/// Rule sets made at random, as text: everything that conditions and rules can say, over a small vocabulary.
struct RandomRules {
    var dice: Dice
    /// The facts that these rules may speak of.
    private(set) var fields: [Field] = []
    private(set) var recordFields: [Field] = []
    /// Sums, counts and the like in a hundred atoms; the search knows them only roughly.
    let arithmetic: Int
    /// Comparisons of two facts in a hundred comparisons.
    let linked: Int
    var definitions: [String] = []
    var definedValues: [(name: String, kind: Field.Kind)] = []
    private var ruleCount = 0
    /// The rules that have a requirement.
    private var required: [Int] = []
    var hasReading = false
    /// Which sides the main decision has: it takes nothing from the dice, so that rules stay what they were without sides.
    private let sides: UInt64

    /// - Parameter kinds: what facts there may be; others than these do not occur, and no lists.
    init(seed: UInt64, fields count: ClosedRange<Int>, arithmetic: Int, linked: Int = 20, kinds: Set<Field.Kind>? = nil) {
        dice = Dice(seed: seed)
        sides = seed / 7 % 4
        self.arithmetic = arithmetic
        self.linked = linked
        let size = dice.number(count)
        fields = Array(RandomVocabulary.fields.filter { kinds?.contains($0.kind) ?? true }.shuffled(using: &dice).prefix(size))
        if kinds == nil, dice.chance(35) {
            recordFields = Array(RandomVocabulary.recordFields.shuffled(using: &dice).prefix(dice.number(1...2)))
            // Whether 格 is asked hangs on 悪.
            if !recordFields.contains(where: { $0.name == "者.悪" }), recordFields.contains(where: { $0.name == "者.格" }) {
                recordFields.insert(RandomVocabulary.recordFields[0], at: 0)
            }
        }
        hasReading = dice.chance(30)
    }

    /// The data of the reference tables.
    static let data: [String: Result<DataFile, DataFault>] = [
        "end.csv": table("end.csv", ["種", "日"], [["赤", "2026-01-31"], ["青", "2026-02-01"], ["黄", ""]]),
        "grade.csv": table("grade.csv", ["機", "種", "級"], [["1", "赤", "上"], ["1.2", "*", "下"], ["2", "青", "下"], ["*", "赤", ""], ["*", "*", "上"]]),
        "rate.csv": table("rate.csv", ["始", "率"], [["2026-02-01", "1.5"], ["2026-01-30", "1"], ["2020-01-01", "3"]]),
    ]

    private static func table(_ path: String, _ header: [String], _ rows: [[String]]) -> Result<DataFile, DataFault> {
        .success(DataFile(path: path, header: header, rows: rows.enumerated().map { .init(line: $0.offset + 2, fields: $0.element) }))
    }

    // MARK: The whole

    mutating func rules() -> RuleText {
        var declarations = ["規約 t { 当事者 甲, 乙 ; 回答者 乙 }"] + RandomVocabulary.enumerations + records() + RandomVocabulary.tables
        if !recordFields.isEmpty { declarations.append("一覧 者 「者」 問 「者」 {\n\(recordFields.map(\.declaration).joined(separator: "\n"))\n}") }
        if hasReading { declarations.append("解釈 読 { 論点 「読」 ; 案 狭く 採用 ; 案 広く }") }
        for number in 1...3 where dice.chance(40) { declarations.append(definition(number)) }
        if dice.chance(25) { declarations.append(valueTable()) }
        for number in 1...2 where dice.chance(20) { declarations.append(constraint(number)) }
        for (name, outcomes) in [("主", "否, 可, 保留"), ("副", "遠, 近")] {
            let fallback = dice.pick(["他", String(outcomes.split(separator: ",").last ?? "").filter { $0 != " " }])
            declarations.append("判定 \(name) { 結果 \(outcomes) ; \(dice.chance(50) ? "順位 ; " : "")既定 \(fallback)\(name == "主" ? sides(fallback) : "") }")
        }
        return RuleText(declarations: declarations + usuals(), sections: sections())
    }

    /// Sides beside each other and inside each other, with the fallback on them and not.
    private func sides(_ fallback: String) -> String {
        switch sides {
        case 1: " ; 側 左 「左」 { 否, 保留 } ; 有利 乙 { 左 } 甲 { 可 }"
        case 2: " ; 側 外 「外」 { 保留, 内 「内」 { 否, 可 } }"
        case 3: " ; 側 左 「左」 { 否, \(fallback) }, 右 「右」 { 可\(fallback == "保留" ? "" : ", 保留") }"
        default: ""
        }
    }

    /// What some facts of yes or no, or of a colour, usually are; it takes nothing from the dice either.
    private func usuals() -> [String] {
        let plain = fields.enumerated().filter { [.bool, .listed].contains($1.kind) && $1.attributes.isEmpty || $1.attributes.hasPrefix(" 前提") }
        return plain.filter { [.bool, .listed].contains($1.kind) && sides != 0 }.map { number, field in
            let condition = sides == 3 && number > 0 && fields[0].kind == .bool ? " もし \(fields[0].name) ;" : ""
            let value = field.kind == .bool ? ["真", "偽"][number % 2] : ["赤", "青", "黄"][number % 3]
            return "通例 \(field.name) = \(value) {\(condition) 理由 「\(field.name)」 }"
        }
    }

    /// The facts in their records, each with a premise now and then about one before it.
    private mutating func records() -> [String] {
        var earlier: [Field] = []
        var records: [(name: String, lines: [String])] = [("物", []), ("量", []), ("時", [])]
        for number in fields.indices {
            var field = fields[number]
            if !earlier.isEmpty, !field.attributes.contains("裁量"), dice.chance(25) {
                let premise = atom(of: dice.pick(earlier), among: earlier)
                field.attributes += " 前提 " + (dice.chance(20) ? "(\(premise)) でない" : premise)
            }
            earlier.append(field)
            let record = records.firstIndex { field.name.hasPrefix($0.name) } ?? 0
            records[record].lines.append(field.declaration)
        }
        return records.filter { !$0.lines.isEmpty }.map { "事実 \($0.name) 「\($0.name)」 {\n\($0.lines.joined(separator: "\n"))\n}" }
    }

    private mutating func definition(_ number: Int) -> String {
        let dates = fields.filter { $0.kind == .date }
        let numbers = fields.filter { $0.kind == .integer }
        if dice.chance(30), !dates.isEmpty {
            definedValues.append(("期\(number)", .date))
            return "定義 期\(number) = \(dice.pick(dates).name) \(period())"
        }
        if dice.chance(arithmetic), !numbers.isEmpty {
            definedValues.append(("和\(number)", .integer))
            return "定義 和\(number) = \(dice.pick(numbers).name) \(dice.pick(["+ 1", "- 1", "× 2"]))"
        }
        let text = "定義 定\(number) = \(bracketed(1))"
        definitions.append("定\(number)")
        return text
    }

    private mutating func valueTable() -> String {
        let conditions = (1...2).map { _ in condition(1) }
        let rows = (1...2).map { _ in "  | \(cell()) | \(cell()) || \(dice.pick(["赤", "青", "黄"])) |" }
        definedValues.append(("色分け", .listed))
        let last = dice.chance(70) ? "\n  | - | - || 黄 |" : ""
        return "表 色分け 先勝ち : 色 {\n  | \(conditions[0]) | \(conditions[1]) || 色分け |\n\(rows.joined(separator: "\n"))\(last)\n}"
    }

    private mutating func cell() -> String { dice.pick(["真", "偽", "-"]) }

    private mutating func constraint(_ number: Int) -> String {
        let condition = dice.chance(70) ? "もし \(bracketed(0)) " : ""
        return "制約 「制\(number)」 { \(condition)ならば \(bracketed(0)) }"
    }

    // MARK: Clauses and rules

    private mutating func sections() -> [RuleText.Section] {
        let headers = ["第1条 甲", "第1条第1項 「」", "第1条第2項 「」", "第1条第2項第1号 「」", "第1条第2項ただし書 「」", "第2条第1項 「」", "第2条第1項ただし書 「」"]
        var sections = headers.map { RuleText.Section(header: $0, items: []) }
        ruleCount = dice.number(2...7)
        for number in 1...ruleCount {
            let section = dice.number(1...headers.count - 1)
            sections[section].items.append(rule(number, isProviso: headers[section].contains("ただし書")))
        }
        if dice.chance(25) { sections[1].items.append(ruleTable()) }
        if dice.chance(40) { sections[2].items.append("義務 務 { 者 甲 ; 内容 「務」 ; もし \(reference(to: ruleCount + 1, isMain: true)) または \(bracketed(1)) }") }
        if dice.chance(40) { sections[2].items.append(contentsOf: norms()) }
        // A proviso needs something that it limits.
        for (proviso, body) in [(4, [2, 3]), (6, [5])] where body.allSatisfy({ sections[$0].items.isEmpty }) {
            sections[proviso].items = sections[proviso].items.map { $0.replacing(" ただし", with: "") }
        }
        return sections
    }

    /// Duties with something to compute.
    private mutating func norms() -> [String] {
        var norms: [String] = []
        if let date = fields.first(where: { $0.kind == .date }) {
            norms.append("義務 期 { 者 甲 ; 内容 「期」 ; もし \(bracketed(0)) ; 期限 \(along(date.name)) ; 周期 毎月 2026-01 から 年月(\(date.name)) まで }")
        }
        if let number = fields.first(where: { $0.kind == .integer }) {
            let amount = "\(dice.pick(["切捨て", "切上げ", "四捨五入"]))(\(number.name) × 100円 × 14.6% ÷ 7, 1円)"
            norms.append("費用 料 { 者 甲 ; 内容 「料」 ; 額 \(amount) ; もし \(bracketed(0)) }")
        }
        return norms
    }

    private mutating func rule(_ number: Int, isProviso: Bool) -> String {
        let isMain = dice.chance(65)
        let conclusion = isMain ? "主 = " + dice.pick(["否", "可", "保留"]) : "副 = " + dice.pick(["遠", "近"])
        var parts: [String] = []
        if dice.chance(95) {
            parts.append("もし \(number > 1 && dice.chance(25) ? "\(reference(to: number, isMain: isMain)) \(dice.pick(["かつ", "または"])) " : "")\(bracketed(2))")
        }
        if dice.chance(15) {
            parts.append("要件 要 : \(bracketed(1))")
            required.append(number)
        }
        parts.append("ならば \(conclusion)")
        if dice.chance(30), let target = required.first(where: { $0 != number }) { parts.append("免除 規則 r\(target) 要件 要") }
        if isProviso, dice.chance(80) { parts.append("ただし") }
        if dice.chance(30) {
            // Mostly backwards: circles are errors.
            let other = dice.chance(90) ? dice.number(1...max(1, number - 1)) : dice.number(1...ruleCount)
            let target = dice.chance(75) ? "規則 r\(other)" : dice.pick(["第1条第1項", "第1条第2項", "第1条第2項第1号"])
            if other != number || !target.hasPrefix("規則") { parts.append("\(dice.pick(["優先", "かかわらず"])) \(target)") }
        }
        if hasReading, dice.chance(20) { parts.append("解釈 読 = \(dice.pick(["狭く", "広く"]))") }
        return "規則 r\(number) {\n  \(parts.joined(separator: "\n  "))\n}"
    }

    private mutating func ruleTable() -> String {
        let rows = (1...2).map { _ in "  | \(cell()) | \(cell()) || \(dice.pick(["否", "可"])) |" }
        return "表 行 \(dice.pick(["先勝ち", "全件"])) {\n  | \(condition(1)) | \(bracketed(0)) || 主 |\n\(rows.joined(separator: "\n"))\n}"
    }

    /// What a rule before this one, or the lesser decision, came to.
    private mutating func reference(to number: Int, isMain: Bool) -> String {
        let other = dice.chance(95) ? dice.number(1...max(1, number - 1)) : dice.number(1...max(1, ruleCount))
        var choices = ["規則 r\(other) が 成立", "規則 r\(other) が 適用", "第1条第1項 が \(dice.pick(["成立", "適用"]))"]
        if isMain || dice.chance(10) { choices += ["副 = \(dice.pick(["遠", "近", "抵触"]))", "副 が {遠, 抵触} のいずれか", "副 ≠ 遠"] }
        return dice.pick(choices)
    }
}
