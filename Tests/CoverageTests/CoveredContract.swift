import Contract
import Coverage
import Decisions
import Diagnostics
import Kiyaku
import Plans
import RuleTesting
import Samples
import Syntax
import Testing

/// A contract in which something of each kind hangs on a clause.
struct CoveredContract {
    static let rules = """
        規約 見本 { 当事者 甲, 乙 }
        判定 可否 「できるか」 { 結果 可 「できる」, 不可 「できない」 ; 既定 不可 「できない」 根拠 第9条 }
        判定 人数 「足りるか」 { 結果 足りる ; 既定 足りない }
        第1条 「言葉を定める」
        事実 物 「物」 { 値 : 数 円 「値」 問 「いくらですか」 ; 赤 : 真偽 「赤」 問 「赤ですか」 }
        定義 高い = 物.値 が 1000円 以上
        第2条 「高い物」
        第2条第1項 「高ければできる」
        規則 高い物 { もし 高い ならば 可否 = 可 }
        義務 知らせ { 者 甲 ; 相手 乙 ; 内容 「知らせる」 ; もし 高い }
        第2条第1項ただし書 「赤い物は別」
        規則 赤い物 { もし 物.赤 ならば 可否 = 不可 ; ただし }
        第3条 「準拠法」
        非規範 「日々の判定には現れない」
        第4条 「読み方」
        解釈 読み { 論点 「どう読むか」 ; 条項 第4条 ; 案 広い 採用 理由 「見本」 ; 案 狭い }
        第5条 「人」
        一覧 人 「人」 問 「だれですか」 { 大人 : 真偽 「大人か」 問 「大人ですか」 }
        第6条 「大人がいれば足りる」
        規則 足りる { もし 人 のいずれかで (人.大人) かつ 解釈 読み = 広い ならば 人数 = 足りる }
        第9条 「定めのないこと」

        """

    let contract: CheckedContract
    let inventory: ClauseInventory
    let decider: Decider
    let trials: [Trial]

    /// - Parameter tests: what stands below the rules.
    init(_ tests: String = "") throws {
        let source = SourceFile(path: "sample.kiyaku", bytes: Array((Self.rules + tests + "\n").utf8))
        let compilation = Compilation(RuleFiles(sources: [source]))
        let (checked, planned) = (compilation.contract, compilation.plan)
        contract = try #require(checked, "\(compilation.diagnostics)")
        inventory = ClauseInventory(contract, compilation.trees)
        let plan = try #require(planned)
        decider = Decider(plan)
        trials = contract.tests.map { Trial($0, plan) }
    }

    func names(_ id: String, parts: [String] = []) -> EntryNames { EntryNames(inventory.entry(id, parts: parts), contract) }

    /// What accounts for provisions, none of which is in another.
    func coverage(_ ids: [String]) -> ClauseCoverage {
        ClauseCoverage(ids.map { Provision(id: $0, also: [], parent: nil) }, contract: contract, inventory: inventory, trials: trials)
    }

    func touch(_ id: String) -> Touch? { TouchFinder(contract, decider, inventory, trials).touch(id) }
}
