import Diagnostics
import Formatting
import Foundation
import Syntax
import Testing

/// Reads a text as a file of rules.
func tree(_ text: String) -> SyntaxTree {
    SyntaxTree.parse(SourceFile(path: "t.kiyaku", bytes: Array(text.utf8)), id: SourceID(0))
}

/// The canonical form of a text that has one.
func formatted(_ text: String, _ lexicon: Lexicon? = .japanese) throws -> String {
    try Formatter(lexicon: lexicon).format(tree(text)).get()
}

/// The rules that the repository has in its reference and its rule books.
enum Samples {
    private static let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The examples of the reference, by their order.
    static let reference: [String] = {
        guard let page = try? String(contentsOf: root.appending(path: "docs/language.md"), encoding: .utf8) else { return [] }
        return page.components(separatedBy: "```kiyaku\n").dropFirst().compactMap { $0.components(separatedBy: "\n```").first }
    }()

    /// The rule files of the repository, by their paths.
    static let rules: [String] = {
        let files = FileManager.default.enumerator(at: root.appending(path: "Rules"), includingPropertiesForKeys: nil)
        return (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "kiyaku" }
            .compactMap { try? String(contentsOf: $0, encoding: .utf8) }
    }()

    /// All of them.
    static let all = [everything] + reference + rules

    /// All of them in canonical form; what cannot be formatted is left out, and missed by the tests.
    static let canonical: [Lexicon: [String]] = Dictionary(
        uniqueKeysWithValues: Lexicon.allCases.map { lexicon in (lexicon, all.compactMap { try? formatted($0, lexicon) }) })

    /// One of every declaration with all its parts, in canonical form.
    static let everything = """
        # 注釈から始まるファイル

        規約 見本 {
          表題 「見本」
          版 「第2版」
          施行日 2020-04-01
          当事者 甲 「利用者」, 乙
          主判定 可否
        }

        第1条 目的 単項 「目的を定める」
        非規範 「何も決めない」

        条項 app2.os.1 引用 「別紙2 1行目」 「表の行」
        列挙 起因 「原因」 {
          ウイルス 「感染」 表記 /ウ[イィ]ルス/, /a\\/b/
          「Windows 8.1」
          その他
        }
        事実 障害 「障害」 問 「障害がありますか」 {
          起因 : 集合 起因 「原因」 問 「原因は」 前提 障害.種別 = 復旧 表記 /x/
          版 : 版 「版」 変更可 個人情報 主題 裁量 乙
          容量 : 数 MB 認定 甲
          比率 : 数
          台数 : 整数
          月 : 年月
          刻 : 時刻
          備考 : 文字
        }
        一覧 関係者 「者」 {
          該当 : 真偽
          側 : 起因
        }
        一括確認 誓約 「誓約」 問 「ありませんか」 {
          判断.範囲外
          依頼.訪問
        }
        制約 「訪問は復旧だけ」 {
          もし 依頼.訪問
          ならば 依頼.作業 = 復旧
        }
        判定 可否 「できるか」 {
          結果 不可 「できない」, 可
          順位
          既定 協議 「話し合う」 根拠 第47条
        }
        規則 復旧 {
          もし 障害.起因 に {ウイルス, その他} のすべてを含む
          要件 書面 : 通知.書面
          ならば 可否 = 不可
          ただし
          優先 第15条第2項, 規則 提供
          かかわらず 第10条第1項
          免除 第10条第1項 要件 通知
          免除 規則 提供 要件 書面
          解釈 当日 = 当日まで
        }
        義務 通知 {
          者 乙
          相手 甲
          内容 「知らせる」
          もし 第15条第2項 が 成立
          期限 基準日 + 30日
        }
        禁止 転売 {
          内容 「売らない」
          期限 「いつも」
        }
        費用 月額 {
          者 甲
          相手 乙
          内容 「月額を払う」
          額 四捨五入(料金.年額 × 10% ÷ 12, 1円)
          期限 月末(満了日(契約.検収日, 1か月))
          周期 毎月 年月(契約.開始日) から 2027-04 まで
        }
        権利 解約 {
          者 甲
        }
        免責 損害 {
          優先 別紙1Ⅴ（3）3
        }
        表 年齢 「年齢の表」 先勝ち : 起因 {
          | 端末.OS            || 種別 |
          | {ウイルス, その他} || 甲   |
          | -                  || 乙   |
        }
        表 対応 全件 {
          | 端末.版  | 端末.訪問       || 可否 | 条項       |
          | 5.0 以上 | 真              || 可   | app2.os.1  |
          | 6系      | ≠ 真            || 可   | 第3条第1項 |
          | -5       | ウイルス を含む || 不可 | 別紙2注1   |
        }
        参照表 終了 「終了日」 {
          元 「eol.csv」
          鍵 製品 : 起因, 版 : 版
          直近 公開日
          列 終了日 : 日付
          期末 2024-03-01
          一部
        }
        解釈 当日 {
          論点 「当日を含むか」
          条項 第3条, 別紙2注1
          案 当日まで 「含む」 採用 理由 「公表による」
          案 当日から
        }
        試験 「すべて」 {
          基準日 2024-04-01
          基準時刻 10:30
          障害.起因 = のみ {ウイルス}
          関係者 = { 側 = 甲 ; 該当 = のみ {} }, { 側 = 乙 } 全員
          媒介者 = {} 全員
          機器.容量 = 1.5GB
          訪問.日 = 未到来
          期待 可否 = 不可 根拠 第40条第1項第3号, 第3条
          期待 停止 未決
          解釈 当日 = 当日から
          期待 中止 抵触
          期待 義務 通知 期限 2024-05-01
          期待 費用 月額 額 1200円 期限 不明
          期待 免責 損害 なし
          期待 可否 側 外
          期待 停止 未決 側 なし 通例 = 可 側 受ける 前提 依頼.訪問, 訪問.日
          期待 停止 = 可 側 受ける 根拠 第1条 通例 なし
          例 {
            | 停止.緊急 || 停止可否   |
            | 真        || 予告なく可 |
            | 不明      || 不可       |
          }
        }
        不変 「協議にはならない」 {
          ならば 可否 = 協議 でない
        }

        """
}
