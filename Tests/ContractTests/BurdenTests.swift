import Contract
import Diagnostics
import Syntax
import Testing

@Suite("What readings say that they bring")
struct BurdenTests {
    private static let head = """
        規約 見本 { 当事者 甲, 乙 }
        列挙 種 { 赤 ; 青 ; 緑 }
        事実 物 { 色 : 種 「色」 問 「色」 }
        判定 可否 { 結果 有料 ; 既定 可 }
        判定 別件 { 結果 別 ; 既定 同じ }
        第1条 「一」
        規則 い { もし 物.色 = 赤 または (物.色 = 青 かつ 解釈 青 = 入る) ならば 可否 = 有料 }
        第2条 「二」
        規則 ろ { もし 物.色 = 緑 ならば 別件 = 別 }

        """
    private static let charge = "費用 料金 { 者 甲 ; 内容 「払う」 ; 額 定めなし 「表」 ; もし 可否 = 有料"

    private func found(_ readings: String, _ norm: String = charge + " }", clause: String = "第1条") -> [String] {
        let checked = CheckedRules("解釈 青 { 論点 「青」 ; 条項 \(clause) ; \(readings) }\n第3条 「三」\n\(norm)\n", under: Self.head)
        return checked.errors + checked.findings(.warning)
    }

    private static let silent = "案 入る 採用 ; 案 入らない"

    @Test("Where an outcome hangs on the reading and a charge follows from the rule of its clause, each reading is asked for what it brings")
    func asked() {
        #expect(found(Self.silent) == ["K6008 入る", "K6008 入らない"])
        #expect(found("案 入る 採用 負担 費用 料金 ; 案 入らない") == ["K6008 入らない"])
        #expect(found("案 入る 採用 負担 費用 料金 ; 案 入らない 負担 なし") == [])
    }

    @Test("Nothing is asked where no duty or charge follows, the rule stands elsewhere, or the charge itself stands under the reading")
    func notAsked() {
        #expect(found(Self.silent, "") == [])
        #expect(found(Self.silent, "権利 請求 { 者 乙 ; 内容 「求める」 ; もし 可否 = 有料 }") == [])
        #expect(found(Self.silent, "義務 報告 { 者 乙 ; 内容 「知らせる」 ; もし 別件 = 別 }") == [])
        #expect(found(Self.silent, clause: "第2条") == [])
        #expect(found(Self.silent, Self.charge + " ; 解釈 青 = 入る }") == ["K6008 入らない"])
    }

    @Test("A charge also follows from a rule that it names")
    func byRule() {
        #expect(found(Self.silent, "義務 報告 { 者 乙 ; 内容 「知らせる」 ; もし 規則 い が 適用 }") == ["K6008 入る", "K6008 入らない"])
    }

    @Test("None, and a charge of another reading, contradict what stands under a reading")
    func contradictory() {
        let own = Self.charge + " ; 解釈 青 = 入る }"
        #expect(found("案 入る 採用 負担 なし ; 案 入らない 負担 なし", own) == ["K3016 入る"])
        #expect(found("案 入る 採用 ; 案 入らない 負担 費用 料金", own) == ["K3016 料金"])
        #expect(found("案 入る 採用 負担 義務 料金 ; 案 入らない 負担 なし", own) == ["K2001 料金"])
    }
}
