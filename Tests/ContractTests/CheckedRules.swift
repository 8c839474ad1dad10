import Contract
import Diagnostics
import Syntax
import Values

/// A rule text that has been checked, whether or not it is right.
struct CheckedRules {
    private let file: SourceFile
    let result: CheckResult

    /// What most texts need: some facts, a decision, and a clause to stand under.
    static let vocabulary = """
        規約 見本 { 当事者 甲 「利用者」, 乙 「提供者」 ; 回答者 乙 }
        列挙 種 { 赤 ; 青 ; 黄 }
        事実 物 「物」 尋ねる相手 甲 {
          色 : 種 「色」 問 「色は」
          別 : 種 「別の色」 問 「別の色は」
          印 : 集合 種 「印」 問 「印は」
          真 : 真偽 「真か」 問 「真か」
          日 : 日付 「日」 問 「いつ」
          月 : 年月 「月」 問 「何月」
          時 : 時刻 「時」 問 「何時」
          版 : 版 「版」 問 「版は」
          量 : 数 MB 「量」 問 「量は」
          額 : 数 円 「額」 問 「額は」
          台 : 整数 「台数」 問 「何台」
          文 : 文字 「文」 問 「文は」
        }
        一覧 者 「者」 問 「だれか」 尋ねる相手 甲 { 歳 : 整数 「歳」 問 「何歳」 ; 可 : 真偽 「可」 問 「可か」 }
        判定 可否 「可否」 { 結果 否 ; 既定 可 }
        第1条 「一」

        """

    init(_ text: String, under vocabulary: String = Self.vocabulary, data: [String: Result<DataFile, DataFault>] = [:]) {
        file = SourceFile(path: "t.kiyaku", bytes: Array((vocabulary + text).utf8))
        result = CheckedContract.check([SyntaxTree.parse(file, id: SourceID(0))], data: data)
    }

    /// A rule with a condition.
    init(condition: String) { self.init("規則 r { もし \(condition) ならば 可否 = 否 }") }

    /// The errors, each with the text that it points at.
    var errors: [String] { findings(.error) }

    /// Codes and texts of the findings of one severity.
    func findings(_ severity: Severity) -> [String] {
        result.diagnostics.filter { $0.severity == severity }.map { "\($0.code.rawValue) \(file.text($0.range))" }
    }
}
