import Contract
import Diagnostics
import Documents
import Facts
import Planning
import Plans
import Runtime
import Syntax
import Testing
import Values
import Vocabulary

/// A contract with a fact of every type.
let rules = """
    規約 見本 { 表題 「見本規約」 ; 当事者 甲 「利用者」, 乙 「提供者」 ; 主判定 可否 }
    列挙 作業 「作業」 { 障害復旧 「障害の復旧」 ; VPN設定 「VPNの設定」 ; 問合せ 「使い方の質問」 ; iOS ; IOS }
    列挙 起因 「原因」 { ウイルス感染 「ウイルスへの感染」 ; 不正アクセス ; 天災 }
    列挙 有無 { あり ; 該当なし ; 不明 }
    事実 依頼 「ご依頼」 {
      作業 : 作業 「作業」 問 「どのような作業ですか」 変更可
      受付日 : 日付 「受付の日」 問 「いつ受け付けましたか」
      対象月 : 年月 「対象の月」 問 「どの月ですか」
      開始 : 時刻 「開始の時刻」 問 「何時からですか」
      訪問 : 真偽 「訪問の要否」 問 「訪問が必要ですか」
    }
    事実 障害 「障害」 {
      起因 : 集合 起因 「障害の原因」 問 「原因はどれですか」
      控え : 有無 「控え」 問 「控えはありますか」
    }
    事実 端末 「端末」 {
      メモリ : 数 MB 「メモリ」 問 「何 MB ですか」
      率 : 数 「率」 問 「率は」
      台数 : 整数 「台数」 問 「何台ですか」
      OS : 版 「OS の版」 問 「版は」
      覚え : 文字 「覚え」 問 「覚えは」
    }
    事実 端末.OS 「OS」 { 提供元 : 文字 「提供元」 問 「どこの OS ですか」 }
    事実 判断 「判断」 {
      範囲外 : 真偽 「範囲外との判断」 問 「範囲外と判断しましたか」 裁量 乙
      相当理由 : 真偽 「相当の理由」 問 「相当の理由がありますか」 認定 乙
    }
    一覧 関係者 「関係する者」 問 「挙げてください」 {
      氏名 : 文字 「氏名」 問 「お名前は」
      事由 : 集合 起因 「事由」 問 「どれですか」
      年齢 : 整数 「年齢」 問 「おいくつですか」
    }
    一括確認 誓約 「誓約」 問 「どれにも当たりませんか」 { 依頼.訪問, 判断.相当理由 }
    制約 「訪問は障害復旧のときだけ」 { もし 依頼.訪問 ならば 依頼.作業 = 障害復旧 }
    解釈 数え方 { 論点 「初日を数えるか」 ; 条項 第1条 ; 案 算入 「数える」 採用 理由 「見本」 ; 案 不算入 「数えない」 }
    判定 可否 「対象か」 { 結果 適用外, 対象 ; 順位 ; 既定 要協議 根拠 第2条 }
    第1条 対象 「対象の場合」
    規則 対象 { もし 依頼.作業 = 障害復旧 ならば 可否 = 対象 }
    義務 連絡 { 者 乙 ; 内容 「連絡する」 ; もし 可否 = 対象 ; 期限 依頼.受付日 + 3日 }
    費用 手数料 { 者 甲 ; 内容 「手数料を払う」 ; 額 端末.台数 × 100円 ; もし 可否 = 対象 }
    第2条 協議 「ほかは協議」
    """

/// The plan of rules; findings are the failure.
func plan(_ text: String = rules, sourceLocation: Testing.SourceLocation = #_sourceLocation) throws -> Plan {
    let file = SourceFile(path: "t.kiyaku", bytes: Array(text.utf8))
    let checked = CheckedContract.check([.parse(file, id: SourceID(0))], data: [:])
    let findings = DiagnosticText(files: [file], language: .japanese).render(checked.diagnostics.filter { $0.severity == .error })
    return Plan(try #require(checked.contract, "\(findings)", sourceLocation: sourceLocation))
}

/// A document read against the sample rules.
struct Sample {
    let plan: Plan
    let reading: FactReading

    init(_ text: String, fileName: String = "f.json", asOf: Instant? = nil, defaultAsOf: Instant? = nil) throws {
        plan = try FactsTests.plan()
        reading = FactReader(plan: plan).read(Array(text.utf8), fileName: fileName, asOf: asOf, defaultAsOf: defaultAsOf)
    }

    /// Members of a document with a day to judge by.
    init(members: String) throws { try self.init("{\"as_of\": \"2026-11-22\", \(members)}") }

    func place(_ name: String) throws -> Place<Fact> {
        Place(try #require(plan.facts.firstIndex { $0.name == name }, "there is no fact \(name)"))
    }

    subscript(_ name: String) -> Reading { get throws { reading.frame[try place(name)] } }

    var codes: [String] { reading.faults.map(\.code.rawValue) }
    var paths: [String] { reading.faults.map(\.path) }

    /// The value of a fact in words, as the reading reports it.
    func words(_ name: String) -> String? { reading.given.first { plan.facts[$0.fact].name == name }?.text }
}

func day(_ text: String) throws -> Int64 { Int64(try #require(CivilDate(text)).dayNumber) }

func json(_ text: String) throws -> DocumentNode { try JSONReader.read(Array(text.utf8)) }

/// Numbers that only look random: the same for the same seed.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
