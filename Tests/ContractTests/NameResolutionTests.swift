import Contract
import Diagnostics
import Samples
import Syntax
import Testing
import Vocabulary

@Suite("What names stand for")
struct NameResolutionTests {
    @Test(
        "A name that stands for nothing is pointed at, and only it",
        arguments: [
            ("規則 r { もし 物.形 = 赤 ならば 可否 = 否 }", ["K2001 物.形"]), ("規則 r { もし 物.色 = 緑 ならば 可否 = 否 }", ["K2005 緑"]),
            ("規則 r { もし 物.印 に 緑 を含む ならば 可否 = 否 }", ["K2005 緑"]), ("不変 「見本」 { ならば 可否 = 緑 }", ["K3005 緑"]),
            ("規則 r { ならば 可 = 否 }", ["K2001 可"]), ("規則 r { ならば 可否 = 可能 }", ["K3005 可能"]),
            ("規則 r { もし 第9条 が 成立 ならば 可否 = 否 }", ["K3001 第9条"]), ("規則 r { もし 規則 q が 適用 ならば 可否 = 否 }", ["K2001 q"]),
            ("規則 r { もし 解釈 i = 広い ならば 可否 = 否 }", ["K2001 i"]), ("規則 r { もし 表値(物.色).列 = 1 ならば 可否 = 否 }", ["K2001 表値"]),
            ("規則 r { もし 人 のいずれかで (真) ならば 可否 = 否 }", ["K2001 人"]), ("規則 r { 優先 第9条 ; ならば 可否 = 否 }", ["K3001 第9条"]),
            ("義務 g { 者 丙 ; 内容 「何か」 }", ["K3012 丙"]), ("一括確認 c { 物.色 }", ["K2003 物.色"]), ("事実 品 { 形 : 形 }", ["K2001 形"]),
            ("判定 d { 結果 否 ; 既定 可 根拠 第9条 }", ["K3001 第9条"]),
        ])
    func unknown(text: String, errors: [String]) {
        let checked = CheckedRules(text)
        #expect(checked.errors == errors)
        #expect(checked.result.contract == nil)
    }

    @Test(
        "A name that is taken is pointed at where it is taken again",
        arguments: [
            ("列挙 種 { 緑 }", ["K2002 種"]), ("列挙 形 { 丸 ; 角 ; 丸 }", ["K2002 丸"]), ("事実 物 { 色 : 真偽 }", ["K2002 色"]), ("判定 可否 { 既定 可 }", ["K2002 可否"]),
            ("定義 可否 = 物.真", ["K2002 可否"]), ("規則 r { ならば 可否 = 否 }\n規則 r { ならば 可否 = 可 }", ["K2002 r"]), ("判定 d { 結果 否, 否 ; 既定 可 }", ["K2002 否"]),
            ("規約 別 { }", ["K2002 別"]), ("第1条 「二」", ["K3002 「二」"]), ("規則 r { 要件 a : 物.真 ; 要件 a : 物.真 ; ならば 可否 = 否 }", ["K2002 a"]),
        ])
    func taken(text: String, errors: [String]) {
        #expect(CheckedRules(text).errors == errors)
    }

    @Test("The order of declarations means nothing")
    func order() {
        let late = "規則 r { もし c かつ 物.真 ならば d = 否 }\n定義 c = b\n定義 b = 物.真 でない\n判定 d { 結果 否 ; 既定 可 }\n事実 物 { 真 : 真偽 }\n規約 x { }\n"
        #expect(CheckedRules("第1条 「一」\n" + late, under: "").errors.isEmpty)
        #expect(CheckedRules(late, under: "").errors == ["K3004 r"])
    }

    @Test("A case goes before a fact or a definition of its name")
    func casesFirst() throws {
        let sample = try Sample(CheckedRules.vocabulary + "定義 赤 = 物.別\n規則 r { もし 物.色 = 赤 ならば 可否 = 否 }\n規則 s { もし 物.色 = 物.別 ならば 可否 = 否 }")
        let color = try sample.fact("物.色")
        #expect(sample.contract.rules.map(\.condition) == [.isCase(color, CaseSet([0])), .compare(.equal, .fact(color), .fact(try sample.fact("物.別")))])
    }

    @Test(
        "Definitions that use each other in a circle are refused, and so are facts whose premises do",
        arguments: ["定義 a = b でない\n定義 b = 物.真 かつ c\n定義 c = a", "定義 a = a", "事実 輪 { a : 真偽 前提 輪.b\n b : 真偽 前提 輪.a }"])
    func circles(text: String) {
        let checked = CheckedRules(text)
        #expect(!checked.errors.isEmpty && checked.errors.allSatisfy { $0.hasPrefix("K2009") })
    }

    @Test("What was lost in a wrong declaration is not said to be unknown as well")
    func consequences() {
        #expect(CheckedRules("定義 広い 物.真\n規則 r { もし 広い ならば 可否 = 否 }").errors == ["K1010 物"])
        #expect(CheckedRules("列挙 形 { 丸 = ; 角 }\n事実 品 { 形 : 形 }\n規則 r { もし 品.形 = 丸 ならば 可否 = 否 }").errors == ["K1010 ="])
    }

    @Test("A header is needed once, and where a file is empty it is all that is missed")
    func header() {
        #expect(CheckedRules("", under: "").errors == ["K3003 "])
        #expect(CheckedRules("", under: "規約 見本 { }").errors.isEmpty)
        #expect(CheckedContract.check([], data: [:]).diagnostics.map(\.code) == [.missingHeader])
    }
}
