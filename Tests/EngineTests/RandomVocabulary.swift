/// A fact of the vocabulary that random rules draw from.
struct Field {
    enum Kind { case bool, listed, set, integer, size, date, month, time, version }

    let name: String
    let kind: Kind
    let type: String
    var attributes = ""

    var declaration: String { "  \(name.split(separator: ".").last ?? "") : \(type) 「\(name)」 問 「\(name)」\(attributes)" }
}

/// The words that random rules are made of, and the values near which their conditions change.
enum RandomVocabulary {
    static let enumerations = ["列挙 色 { 赤 ; 青 ; 黄 }", "列挙 因 { 火 ; 水 ; 風 }", "列挙 級 { 上 ; 下 }"]

    static let fields = [
        Field(name: "物.一", kind: .bool, type: "真偽"),
        Field(name: "物.二", kind: .bool, type: "真偽"),
        Field(name: "物.種", kind: .listed, type: "色"),
        Field(name: "物.別", kind: .listed, type: "色"),
        Field(name: "物.因", kind: .set, type: "集合 因"),
        Field(name: "物.裁", kind: .bool, type: "真偽", attributes: " 裁量 乙"),
        Field(name: "量.数", kind: .integer, type: "整数"),
        Field(name: "量.個", kind: .integer, type: "整数"),
        Field(name: "量.枚", kind: .integer, type: "整数"),
        Field(name: "量.容", kind: .size, type: "数 MB"),
        Field(name: "時.始", kind: .date, type: "日付"),
        Field(name: "時.終", kind: .date, type: "日付"),
        Field(name: "時.期", kind: .month, type: "年月"),
        Field(name: "量.機", kind: .version, type: "版"),
    ]

    /// Fields of the records of the list 者.
    static let recordFields = [
        Field(name: "者.悪", kind: .bool, type: "真偽"),
        Field(name: "者.格", kind: .listed, type: "色", attributes: " 前提 者.悪"),
        Field(name: "者.歳", kind: .integer, type: "整数"),
        Field(name: "者.因", kind: .set, type: "集合 因"),
        Field(name: "者.日", kind: .date, type: "日付"),
    ]

    static let tables = [
        "参照表 終期 「終わり」 { 元 「end.csv」 ; 鍵 種 : 色 ; 列 日 : 日付 ; 一部 }",
        "参照表 等級 「版の級」 { 元 「grade.csv」 ; 鍵 機 : 版, 種 : 色 ; 列 級 : 級 ; 一部 }",
        "参照表 料率 「その日の率」 { 元 「rate.csv」 ; 直近 始 ; 列 率 : 数 ; 期末 2026-02-10 }",
    ]

    /// Days to judge by, month ends among them; the days that rules name lie near the first.
    static let days = ["2026-01-31", "2026-01-30", "2026-02-01", "2026-02-28", "2024-02-29"]
}
