extension RandomRules {
    /// A condition that may stand anywhere.
    mutating func bracketed(_ depth: Int) -> String { "(\(condition(depth)))" }

    mutating func condition(_ depth: Int) -> String {
        guard depth > 0, dice.chance(75) else { return atom() }
        switch dice.number(0...6) {
        case 0: return "(\(condition(depth - 1))) でない"
        case 1, 2, 3: return (0..<dice.number(2...3)).map { _ in bracketed(depth - 1) }.joined(separator: " または ")
        default: return (0..<dice.number(2...3)).map { _ in bracketed(depth - 1) }.joined(separator: " かつ ")
        }
    }

    private mutating func atom() -> String {
        if !definitions.isEmpty, dice.chance(15) { return dice.pick(definitions) + dice.pick(["", "", " = 偽"]) }
        if !definedValues.isEmpty, dice.chance(15) {
            let defined = dice.pick(definedValues)
            return comparison(defined.name, defined.kind)
        }
        if hasReading, dice.chance(10) { return "解釈 読 = \(dice.pick(["狭く", "広く"]))" }
        if dice.chance(10) { return lookup() }
        if dice.chance(5) { return dice.pick(["基準時刻 ≥ 9:00", "基準時刻 が 17:30 より前", "曜日(基準日) = 土", "基準日 ≥ 2026-01-31"]) }
        if !recordFields.isEmpty, dice.chance(40) { return quantified() }
        if dice.chance(arithmetic) { return sum() }
        return atom(of: dice.pick(fields))
    }

    private mutating func quantified() -> String {
        let field = dice.pick(recordFields)
        var body = atom(of: field)
        if dice.chance(30) { body = "(\(body)) \(dice.pick(["かつ", "または"])) (\(atom(of: dice.pick(recordFields + fields))))" }
        if dice.chance(arithmetic) {
            return dice.chance(70)
                ? "者 の件数 (\(body)) \(dice.pick(["≥", "=", "<"])) \(dice.number(0...2))"
                : field.kind == .integer ? "者 の合計 者.歳 \(dice.pick(["≥", "<"])) \(dice.number(0...4))" : "者 の件数 (\(body)) ≥ 1"
        }
        return "者 \(dice.pick(["のいずれかで", "のいずれかで", "のすべてで"])) (\(body))"
    }

    private mutating func sum() -> String {
        let numbers = fields.filter { $0.kind == .integer }
        guard let first = numbers.first, let last = numbers.last else { return atom(of: dice.pick(fields)) }
        if dice.chance(30) {
            let quotient = "\(dice.pick([first.name, "(\(first.name) - 2)"])) × \(dice.pick(["3", "1.5"])) ÷ \(dice.pick([last.name, "2", "7"]))"
            return "\(dice.pick(["切捨て", "切上げ", "四捨五入"]))(\(quotient), \(dice.pick(["1", "0.5"]))) \(sign()) \(dice.number(0...3))"
        }
        return "\(first.name) \(dice.pick(["+", "-", "×"])) \(dice.pick([last.name, "2"])) \(sign()) \(dice.number(0...3))"
    }

    private mutating func lookup() -> String {
        var choices = ["料率(基準日).率 ≥ 1.5"]
        if let field = fields.first(where: { $0.kind == .listed }) {
            choices.append("終期(\(field.name)).日 が 基準日 \(dice.pick(["以前", "より前", "以降"]))")
            if let version = fields.first(where: { $0.kind == .version }) { choices.append("等級(\(version.name), \(field.name)).級 = \(dice.pick(["上", "下"]))") }
            if let date = fields.first(where: { $0.kind == .date }) { choices.append("\(date.name) ≤ 終期(\(field.name)).日") }
        }
        if let date = fields.first(where: { $0.kind == .date }) { choices.append("料率(\(date.name)).率 \(dice.pick(["= 1", "≥ 1.5", "< 3"]))") }
        return dice.pick(choices)
    }

    /// A condition on one fact, perhaps compared with another.
    mutating func atom(of field: Field, among others: [Field]? = nil) -> String {
        if dice.chance(4) { return "\(field.name) が 該当なし" }
        if field.kind == .date, dice.chance(12) { return "\(field.name) が 未到来" }
        return comparison(field.name, field.kind, among: others)
    }

    private mutating func sign() -> String { dice.pick(["<", "≤", ">", "≥", "=", "≠"]) }

    mutating func period() -> String { dice.pick(["+ 1日", "- 1日", "+ 2日", "+ 1か月", "- 1か月"]) }

    /// A date moved along the calendar.
    mutating func along(_ date: String) -> String {
        let period = dice.pick(["1日", "2日", "1か月"])
        return dice.pick(["満了日(\(date), \(period))", "初日算入満了日(\(date), \(period))", "月初(\(date))", "月末(\(date))", "休日送り(\(date))"])
    }

    private mutating func comparison(_ name: String, _ kind: Field.Kind, among fields: [Field]? = nil) -> String {
        let others = (fields ?? self.fields).filter { $0.kind == kind && $0.name != name }.map(\.name)
        let isLinked = !others.isEmpty && dice.chance(linked)
        switch kind {
        case .bool: return isLinked ? "\(name) \(dice.pick(["=", "≠"])) \(dice.pick(others))" : name + dice.pick(["", "", " = 偽", " ≠ 真"])
        case .listed:
            if isLinked { return "\(name) \(dice.pick(["=", "≠"])) \(dice.pick(others))" }
            return name + dice.pick([" = 赤", " ≠ 青", " = 黄", " が {赤, 黄} のいずれか"])
        case .set:
            return name + dice.pick([" に 火 を含む", " に 風 を含む", " に {火, 水} のいずれかを含む", " に {水, 風} のすべてを含む"])
        case .integer:
            if isLinked { return "\(name)\(dice.chance(30) ? dice.pick([" + 1", " - 1", " + 2"]) : "") \(sign()) \(dice.pick(others))" }
            return dice.chance(15) ? "\(name) が {0, 2} のいずれか" : "\(name) \(sign()) \(dice.pick(["0", "1", "1.5", "2"]))"
        case .size: return "\(name) が \(dice.pick(["512MB", "1GB", "0.5MB"])) \(dice.pick(["以上", "以下", "未満", "超"]))"
        case .date:
            let left = dice.chance(25) && name.contains(".") ? "\(name) \(period())" : name
            if isLinked { return "\(left) \(sign()) \(dice.pick(others))" }
            if dice.chance(8) { return "曜日(\(left)) = \(dice.pick(["土", "日"]))" }
            if dice.chance(arithmetic) {
                if dice.chance(50) { return "祝日(\(left))" }
                return "\(dice.pick(["日数", "日数", "うるう年の日数"]))(\(left), 基準日) \(sign()) \(dice.number(0...2))"
            }
            if dice.chance(8) { return "年月(\(left)) \(sign()) \(dice.pick(["2026-01", "2026-02"]))" }
            if dice.chance(25) { return "\(along(left)) \(sign()) \(dice.pick(["基準日", "2026-01-30", "2026-02-01"]))" }
            return "\(left) \(sign()) \(dice.pick(["基準日", "基準日", "2026-01-30", "2026-02-01"]))"
        case .month: return "\(name)\(dice.chance(20) ? " + 1か月" : "") \(sign()) \(dice.pick(["2026-01", "2026-02"]))"
        case .time: return "\(name) ≥ 9:00"
        case .version:
            return name + dice.pick([" が 1.2 以上", " が 2 未満", " が 1系", " が 1.2系", " ≠ 2", " が {1系, 2} のいずれか"])
        }
    }
}
