import PlanFiles
import Plans
import Runtime
import Samples
import Testing
import Vocabulary

@Suite("Plans as bytes")
struct PlanBytesTests {
    private static let rules = """
        規約 見本 { 表題 「題」 ; 版 「二」 ; 施行日 2020-04-01 ; 当事者 甲 「利用者」, 乙 ; 回答者 乙 ; 主判定 可否 ; 環境判定 先 }
        列挙 種 「種類」 { 赤 「赤い」 表記 /赤/ ; 青 ; 「黄 色」 }
        事実 物 「物」 {
          a : 真偽 「a」 問 「a」 変更可 個人情報
          色 : 種 「色」 問 「色」 主題 前提 物.a
          印 : 集合 種 「印」 問 「印」
          量 : 数 MB 「量」 問 「量」 表記 /量/
          比 : 数 「比」 問 「比」
          台 : 整数 「台」 問 「台」
          日 : 日付 「日」 問 「日」
          月 : 年月 「月」 問 「月」
          時 : 時刻 「時」 問 「時」
          版 : 版 「版」 問 「版」
          文 : 文字 「文」 問 「文」
          断 : 真偽 「断」 問 「断」 裁量 乙
          認 : 真偽 「認」 問 「認」 認定 乙
        }
        一覧 者 「者」 問 「だれ」 { 歳 : 整数 「歳」 問 「歳」 }
        一括確認 組 「組」 問 「ないか」 { 物.a, 物.断 }
        参照表 終了 「終了日」 { 元 「a.csv」 ; 鍵 版 : 版, 色 : 種 ; 列 日 : 日付, 数 : 整数 ; 一部 }
        参照表 公開 { 元 「b.csv」 ; 直近 日 ; 列 版 : 版 ; 期末 2026-12-31 }
        解釈 読み { 論点 「何」 ; 条項 第1条 ; 案 広い 「広く」 採用 理由 「見本」 ; 案 狭い }
        判定 可否 「可否」 { 結果 否 「いいえ」, 別 ; 順位 ; 既定 可 根拠 第1条 }
        判定 先 { 結果 否 ; 既定 可 }
        定義 額 = 四捨五入(物.比 × 物.比 ÷ 3, 1)
        表 値 先勝ち : 整数 { | 物.色 || 値 |
          | 赤 || 1 |
          | - || 2 | }
        制約 「制約」 { もし 物.a ならば 物.台 > 1 }
        不変 「不変」 { ならば 可否 ≠ 抵触 }
        別紙1Ⅱ 別番号 別紙1Ⅲ 「二つ」
        非規範 「何も」
        第1条 見出し 「一」
        規則 い { もし 物.色 ≠ 赤 かつ 物.印 に {赤, 青} のすべてを含む ; 要件 x : 物.量 < 1GB ; ならば 可否 = 否 ; 解釈 読み = 広い }
        規則 ろ { もし 物.印 に 青 を含む または 額 < -0.5 または 値 = 2 ; ならば 可否 = 別 ; 優先 規則 い ; 免除 規則 い 要件 x }
        規則 は { もし 者 のいずれかで (者.歳 < 20) かつ 者 のすべてで (者.歳 > 1) かつ 者 の件数 (者.歳 > 3) > 1 かつ 者 の合計 者.歳 > 9 ならば 先 = 否 }
        規則 に { もし 終了(物.版, 物.色).日 + 2か月 ≥ 基準日 かつ 公開(物.日).版 > 物.版 かつ 日数(物.日, 基準日) > 3日 かつ 物.日 が 未到来 でない かつ 物.色 が 該当なし でない ならば 先 = 否 }
        規則 ほ { もし 規則 い が 成立 かつ 可否 が {否, 抵触} のいずれか かつ 物.時 < 9:00 かつ 物.月 = 2026-01 かつ 物.認 ならば 先 = 否 ; かかわらず 規則 に }
        費用 料 { 者 甲 ; 相手 乙 ; 内容 「払う」 ; 額 物.量 × 2 ; もし 物.a ; 期限 月末(物.日) ; 周期 毎月 年月(物.日) から 2027-03 まで }
        免責 免 { 者 乙 ; 内容 「負わない」 ; 期限 「いつも」 }

        """

    private static func plan() throws -> Plan {
        try Sample(rules, data: ["a.csv": "版,色,日,数,出典\n6,赤,2026-01-01,,開発元\n*,*,,3,\n", "b.csv": "日,版\n2026-01-01,5.1\n"]).plan
    }

    @Test("Everything that is stored comes back")
    func roundTrip() throws {
        let plan = try Self.plan()
        let again = try PlanFile.plan(PlanFile.bytes(plan))
        #expect(again.title == plan.title && again.purposes == plan.purposes && again.clauses == plan.clauses)
        #expect(again.enumerations == plan.enumerations && again.facts == plan.facts && again.lists == plan.lists && again.groups == plan.groups)
        #expect(again.decisions == plan.decisions && again.rules == plan.rules && again.interpretations == plan.interpretations)
        #expect(again.conditionNodes == plan.conditionNodes && again.valueNodes == plan.valueNodes && again.branches == plan.branches)
        #expect(again.conditionOperands == plan.conditionOperands && again.valueOperands == plan.valueOperands && again.caseSets == plan.caseSets)
        #expect(
            again.conditions == plan.conditions && again.premises == plan.premises && again.defeaters == plan.defeaters
                && again.evaluationOrder == plan.evaluationOrder)
        #expect(again.norms.map(\.norm) == plan.norms.map(\.norm) && again.norms.map(\.nodes) == plan.norms.map(\.nodes))
        #expect(again.requirements.map { $0.map(\.name) } == plan.requirements.map { $0.map(\.name) })
        #expect(again.requirements.map { $0.map { [$0.condition, $0.whole] } } == plan.requirements.map { $0.map { [$0.condition, $0.whole] } })
        #expect(again.requirements.map { $0.map(\.waivers) } == plan.requirements.map { $0.map(\.waivers) })
        for (left, right) in zip(again.tables, plan.tables) {
            #expect(left.name == right.name && left.label == right.label && left.keys == right.keys && left.columns == right.columns && left.rows == right.rows)
            #expect(left.isLatest == right.isLatest && left.until == right.until)
        }
        #expect(again.tables.count == 2)
    }

    @Test("What is not stored is made anew: what constraints hang on, and what each decision needs")
    func prepared() throws {
        let plan = try Self.plan()
        let again = try PlanFile.plan(PlanFile.bytes(plan))
        for (left, right) in zip(again.constraints + again.invariants, plan.constraints + plan.invariants) {
            #expect(left.label == right.label && left.condition == right.condition && left.facts == right.facts && left.reach == right.reach)
        }
        #expect(again.constraints.first?.reach.count == 2)
        #expect(again.deciding == plan.deciding && again.outcomes == plan.outcomes && again.orders == plan.orders && again.fieldNumbers == plan.fieldNumbers)
        #expect(again.decisions.places.map { again.program($0).steps } == plan.decisions.places.map { plan.program($0).steps })
    }

    @Test(
        "The greatest and the smallest numbers, empty texts and any script come back", arguments: [Int64.min, -1, 0, 1, 63, 64, -64, -65, 8_191, 8_192, .max])
    func extremes(number: Int64) throws {
        var plan = Plan(title: ContractTitle(name: "", title: "𠮷\u{0}e\u{301}👩‍👩‍👧", edition: nil, effective: number, parties: [Party(name: "", label: "")]))
        plan.facts = [Fact(name: "基準日", type: .date, kind: .judgement), Fact(name: "基準時刻", type: .time, kind: .judgement)]
        plan.premises = [nil, nil]
        plan.valueNodes = [.constant(number)]
        plan.conditionNodes = [.compareFact(.asOf, .less, number)]
        plan.caseSets = [CaseSet(words: SIMD4(repeating: UInt64(bitPattern: number)))]
        let again = try PlanFile.plan(PlanFile.bytes(plan))
        #expect(
            again.title == plan.title && again.valueNodes == plan.valueNodes && again.conditionNodes == plan.conditionNodes && again.caseSets == plan.caseSets)
        #expect(again.title.title.map { Array($0.utf8) } == plan.title.title.map { Array($0.utf8) })
    }
}
