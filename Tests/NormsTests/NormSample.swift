import Completions
import Norms
import Plans
import Runtime
import Samples
import Testing
import Values
import Vocabulary

/// A contract with norms of all kinds.
struct NormSample {
    static let rules = """
        規約 見本 { 当事者 甲, 乙 }
        事実 料金 「料金」 {
          月額 : 数 円 「月額」 問 「月額はいくらですか」
          人数 : 整数 「人数」 問 「何人ですか」
          開始日 : 日付 「開始の日」 問 「いつ始まりますか」
          検収日 : 日付 「検収の日」 問 「いつ検収しましたか」
          最後の月 : 年月 「最後の月」 問 「どの月までですか」
          遅れ : 真偽 「遅れ」 問 「遅れましたか」
        }
        事実 ほか 「ほか」 { 貸出 : 真偽 「貸出」 問 「貸し出しましたか」 ; 返却 : 真偽 「返却」 問 「返しましたか」 前提 ほか.貸出 }
        事実 判断 「判断」 { 猶予 : 真偽 「猶予」 問 「猶予しますか」 裁量 乙 }
        解釈 率 { 論点 「率はどちらか」 ; 条項 第2条 ; 案 低い 採用 理由 「見本」 ; 案 高い }
        解釈 無関係 { 論点 「ほか」 ; 条項 第2条 ; 案 一 採用 理由 「見本」 ; 案 二 }
        判定 支払 { 結果 支払う ; 既定 支払わない }
        判定 保守 { 結果 行う ; 既定 行わない }
        第1条 「支払う」
        規則 支払う { もし 料金.開始日 が 基準日 以前 ならば 支払 = 支払う }
        規則 保守 { もし ほか.貸出 ならば 保守 = 行う }
        費用 月額 { 者 甲 ; 相手 乙 ; 内容 「月額を支払う」 ; 額 切捨て(料金.月額 × 110%, 1円) ; もし 支払 = 支払う ; 期限 月末(基準日) ; 周期 毎月 年月(料金.開始日) から 料金.最後の月 まで }
        費用 一人分 { 者 甲 ; 相手 乙 ; 内容 「一人分を支払う」 ; 額 切捨て(料金.月額 ÷ 料金.人数, 1円) ; もし 支払 = 支払う }
        義務 検収 { 者 甲 ; 相手 乙 ; 内容 「結果を知らせる」 ; もし 支払 = 支払う ; 期限 月末(料金.検収日 + 1か月) }
        義務 連絡 { 者 乙 ; 相手 甲 ; 内容 「連絡する」 ; もし 支払 = 支払う ; 期限 「遅滞なく」 }
        第2条 「遅れたとき」
        費用 低い損害金 { 者 甲 ; 相手 乙 ; 内容 「損害金を支払う」 ; 額 料金.月額 × 10% ; もし 支払 = 支払う かつ 料金.遅れ かつ 判断.猶予 でない ; 解釈 率 = 低い }
        費用 高い損害金 { 者 甲 ; 相手 乙 ; 内容 「損害金を支払う」 ; 額 料金.月額 × 20% ; もし 支払 = 支払う かつ 料金.遅れ かつ 判断.猶予 でない ; 解釈 率 = 高い }
        第3条 「貸した物」
        義務 返却 { 者 甲 ; 相手 乙 ; 内容 「返す」 ; もし ほか.貸出 かつ ほか.返却 でない }
        免責 保守の損害 { 者 乙 ; 相手 甲 ; 内容 「損害」 ; もし 保守 = 行う }

        """
    let sample: Sample
    let reader: NormReader

    init() throws {
        sample = try Sample(Self.rules)
        reader = NormReader(sample.plan)
    }

    /// A case on 2026-07-10, unless the facts say another day.
    func frame(_ facts: String) throws -> FactFrame {
        try sample.frame(facts.contains("as_of") ? "{\(facts)}" : facts.isEmpty ? #"{"as_of": "2026-07-10"}"# : #"{"as_of": "2026-07-10", \#(facts)}"#)
    }

    func name(_ norm: Int) -> String { sample.plan.norms[norm].norm.name }

    func number(_ name: String) throws -> Int { try #require(sample.plan.norms.firstIndex { $0.norm.name == name }) }

    /// The norms that bear on a decision and apply.
    func inForce(_ decision: String, _ facts: String) throws -> [NormInForce] { try inForce(decision, frame(facts)) }

    func inForce(_ decision: String, _ frame: FactFrame) throws -> [NormInForce] {
        var evaluator = Evaluator(sample.plan, frame, tracer: NoTracer())
        let place = try sample.decision(decision)
        evaluator.run(place)
        return reader.inForce(place, &evaluator)
    }

    /// One of them.
    func norm(_ name: String, _ facts: String) throws -> NormInForce {
        let number = try number(name)
        return try #require(try inForce("支払", facts).first { $0.norm == number })
    }

    func names(of subjects: [Missing.Subject]) -> [String] {
        subjects.map { subject in
            switch subject {
            case .fact(let fact, _, _): sample.plan.facts[fact].name
            case .list(let list): sample.plan.lists[list].name
            case .event, .reference: "none to ask for"
            }
        }
    }
}
