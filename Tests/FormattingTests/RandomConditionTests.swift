import Formatting
import Syntax
import Testing

@Suite("Random conditions")
struct RandomConditionTests {
    @Test("A condition of any shape is written in both lexicons without loss", arguments: 1...150)
    func anyShape(seed: Int) throws {
        var dice = Dice(state: UInt64(seed))
        let text = "定義 x = \(condition(4, &dice))"
        let japanese = try formatted(text, .japanese)
        let english = try formatted(text, .english)
        #expect(try formatted(japanese, .japanese) == japanese)
        #expect(try formatted(japanese, .english) == english)
        #expect(try formatted(english, .japanese) == japanese)
    }

    /// A condition in which parentheses leave nothing to precedence, each part in either lexicon.
    private func condition(_ depth: Int, _ dice: inout Dice) -> String {
        guard depth > 0 else { return comparison(&dice) }
        func part() -> String { "(\(condition(depth - 1, &dice)))" }
        let (left, right) = (part(), part())
        return [
            "\(left) かつ \(right)", "\(left) and \(right) and \(left)", "\(left) または \(right)", "\(left) or \(right)", "\(left) でない",
            "not \(left)", "名簿 のいずれかで \(left)", "all 名簿 \(right)", "(count 名簿 \(left)) > 2", comparison(&dice), "\(left) = \(right)",
        ].randomElement(using: &dice) ?? left
    }

    private func comparison(_ dice: inout Dice) -> String {
        let (left, right) = (value(2, &dice), value(2, &dice))
        return [
            "\(left) = \(right)", "\(left) ≠ \(right)", "\(left) が (\(right)) 以上", "\(left) at most \(right)", "\(left) earlier than \(right)",
            "\(left) が {甲, \(left)} のいずれか", "\(left) に \(right) を含む", "\(left) includes all of \(right)", "\(left) が 6系", "第15条 が 成立",
            "rule 提供 applies", "解釈 当日 = 当日まで", "\(left) is pending", "依頼.訪問", "真",
        ].randomElement(using: &dice) ?? left
    }

    private func value(_ depth: Int, _ dice: inout Dice) -> String {
        let leaves = ["依頼.受付日", "基準日", "512MB", "-5", "「甲 乙」", "表(依頼.作業, 8.1).列", "{甲; 乙}", "pending", "該当なし", "適用", "適用.x", "名簿 の合計 名簿.額"]
        guard depth > 0, dice.isSix(of: 2) else { return leaves.randomElement(using: &dice) ?? "甲" }
        let sign = ["+", "-", "×", "*", "－"].randomElement(using: &dice) ?? "+"
        return "(\(value(depth - 1, &dice)) \(sign) \(value(depth - 1, &dice)))"
    }
}
