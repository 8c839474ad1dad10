import Diagnostics
import Documents
import Kiyaku

/// A small edition with patterns for free text.
enum DoorSample {
    static let rules = """
        規約 見本 { 当事者 甲 「利用者」, 乙 「提供者」 ; 回答者 乙 }
        列挙 作業 { 復旧 「障害の復旧」 表記 /復旧/ ; 質問 「使い方の質問」 表記 /使い方/ }
        列挙 原因 { ウイルス 「ウイルスへの感染」 表記 /ウイルス/ ; 地震 「地震」 表記 /地震/ }
        事実 依頼 「ご依頼」 {
          作業 : 作業 「作業」 問 「どの作業ですか」
          原因 : 集合 原因 「原因」 問 「原因はどれですか」
          許可 : 真偽 「許可」 問 「許しますか」 裁量 乙
        }
        判定 対象可否 「対象か」 { 結果 適用外 「適用外です」, 対象 「対象です」 ; 順位 ; 既定 対象外 「対象外です」 }
        第1条 「復旧を提供する」
        規則 提供 { もし 依頼.作業 = 復旧 ならば 対象可否 = 対象 }
        第2条 「ウイルスは除く」
        規則 ウイルス { もし 依頼.作業 = 復旧 かつ 依頼.原因 に ウイルス を含む ならば 対象可否 = 適用外 }

        """

    static func files(_ text: String = rules) -> RuleFiles {
        RuleFiles(sources: [SourceFile(path: "sample.kiyaku", bytes: Array(text.utf8))], csv: [:])
    }

    static func edition() throws -> Edition { try Edition(files()) }

    static func document(_ json: String) throws -> DocumentNode { try DocumentFormat.json.read(Array(json.utf8)) }
}
