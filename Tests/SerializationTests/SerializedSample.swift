import Decisions
import Documents
import Proofs
import Samples
import Serialization
import Testing

/// A contract in which a case has something to say under each key.
enum SerializedSample {
    static let rules = """
        規約 見本 { 表題 「見本規約」 ; 版 「第2版」 ; 施行日 2026-04-01 ; 当事者 甲 「利用者」, 乙 「提供者」 ; 回答者 乙 }
        列挙 柄 { 縞 「縞模様」 ; 点 「水玉」 ; 無地 }
        事実 物 「物」 {
          値 : 数 円 「値段」 問 「いくらですか」
          赤 : 真偽 「赤」 問 「赤ですか」 変更可
          柄 : 集合 柄 「柄」 問 「柄は」
          日 : 日付 「届いた日」 問 「いつ届きましたか」
          期日 : 日付 「期日」 問 「期日は」
        }
        一覧 人 「人」 問 「だれですか」 { 大人 : 真偽 「大人か」 問 「大人ですか」 }
        判定 可否 「できるか」 { 結果 可 「できる」, 不可 「できない」 ; 既定 不可 根拠 第9条 }
        判定 形 「何形か」 { 結果 円, 角 ; 既定 不定 }
        判定 期限 「間に合うか」 { 結果 遅い 「遅い」 ; 既定 間に合う }
        判定 付添 「付き添うか」 { 結果 要る ; 既定 要らない }
        第1条 「高い物はできる」
        規則 高い { もし 物.値 が 1000円 以上 ならば 可否 = 可 }
        義務 届け { 者 甲 ; 相手 乙 ; 内容 「届ける」 ; もし 可否 = 可 ; 期限 物.日 + 30日 }
        費用 代金 {
          者 甲 ; 相手 乙 ; 内容 「払う」 ; 額 切捨て(物.値 × 110%, 1円) ; もし 可否 = 可 ; 期限 「翌月まで」
          周期 毎月 2026-06-01 から 2026-10-31 まで
        }
        第1条ただし書 「赤い物は別」
        規則 赤 { もし 物.赤 ならば 可否 = 不可 ; ただし }
        第2条 「形」
        規則 円 { もし 物.柄 に 点 を含む ならば 形 = 円 }
        規則 角 { もし 物.柄 に {縞, 無地} のいずれかを含む ならば 形 = 角 }
        第3条 「期限」
        規則 遅い { もし 基準日 が 物.期日 より後 ならば 期限 = 遅い }
        第4条 「子ども」
        規則 子ども { もし 人 のすべてで (人.大人 でない) ならば 付添 = 要る }
        第9条 「定めのないこと」

        """

    /// The document of one answer.
    static func document(_ decision: String, _ facts: String, withProof: Bool = false) throws -> JSONValue {
        let sample = try Sample(rules)
        let answer = try sample.answer(decision, facts)
        let proofs = withProof ? [Proof(sample.plan, answer)] : []
        return DecisionJSON(sample.plan, digest: "sha256:0").document([answer], answer.frame, proofs: proofs)
    }

    static func decision(_ decision: String, _ facts: String, withProof: Bool = false) throws -> JSONValue {
        try #require(try document(decision, facts, withProof: withProof)["decisions"]?[0])
    }
}

extension JSONValue {
    /// The keys of an object in order.
    var keys: [String] { if case .object(let members) = self { members.map(\.0) } else { [] } }
}
