import Extraction
import Vocabulary

/// A small vocabulary in words: who changed what, what is asked, days and amounts.
enum PhraseSample {
    static let words = [
        WordGroup("機器", ["ルーター", "UTM", "AP", "機械"]), WordGroup("移動する", ["動かす", "移す"]), WordGroup("変える", ["変更する", "いじる", "触る"]),
    ]

    static let causes = Enumeration(
        name: "起因", label: nil,
        cases: [
            .init(name: "設定の変更", label: nil, phrases: [Phrase("甲が設定を変える"), Phrase("甲が機器を変える")]),
            .init(name: "移動", label: nil, phrases: [Phrase("機器を移動する")]),
            .init(name: "落雷", label: nil, phrases: [Phrase("落雷"), Phrase("雷が落ちる")]),
        ])
    static let works = Enumeration(
        name: "作業", label: nil,
        cases: [
            .init(name: "修理", label: nil, phrases: [Phrase("直す", sense: .wanted), Phrase("修理", sense: .wanted)]),
            .init(name: "設定", label: nil, phrases: [Phrase("設定する", sense: .wanted), Phrase("設定を変える", sense: .wanted)]),
            .init(name: "VPN", label: nil, phrases: [Phrase("VPNを設定する", sense: .wanted)]),
            .init(name: "復旧", label: nil, phrases: [Phrase("機器が動かない", isFallback: true)]),
        ])
    static let doers = Enumeration(
        name: "者", label: nil, cases: [.init(name: "甲", label: nil), .init(name: "乙", label: nil), .init(name: "第三者", label: nil, phrases: [Phrase("業者")])])
    static let ways = Enumeration(
        name: "伝え方", label: nil,
        cases: [.init(name: "書面", label: nil, phrases: [Phrase("書面"), Phrase("書留")]), .init(name: "電話", label: nil, phrases: [Phrase("電話")])])

    static let facts: [Fact] = [
        Fact(name: "基準日", type: .date, kind: .judgement),
        Fact(name: "基準時刻", type: .time, kind: .judgement),
        Fact(name: "起因", type: .set(Place(0))),
        Fact(name: "作業", type: .enumeration(Place(1)), isTopic: true),
        Fact(name: "移した者", type: .set(Place(2)), phrases: [Phrase("機器を移動する", readsActor: true)]),
        Fact(name: "移動予定", type: .bool, phrases: [Phrase("機器を移動する", sense: .planned)]),
        Fact(name: "立会い", type: .bool, phrases: [Phrase("立ち会える"), Phrase("立ち会える", sense: .planned), Phrase("立ち会う"), Phrase("立会いがある")]),
        Fact(name: "検収日", type: .date, phrases: [Phrase("検収する"), Phrase("検収日")]),
        Fact(name: "支払", type: .number(unit: "円"), phrases: [Phrase("支払い")]),
        Fact(name: "iOS", type: .version, isTopic: true, phrases: [Phrase("iOS")]),
        Fact(name: "通知の伝え方", type: .enumeration(Place(3)), phrases: [Phrase("解約を知らせる"), Phrase("解約の通知を送る")]),
        Fact(name: "購入", type: .bool, phrases: [Phrase("乙から機器をもらう")]),
    ]

    static let title = ContractTitle(
        name: "小", title: nil, edition: nil, effective: nil, parties: [Party(name: "甲", label: nil), Party(name: "乙", label: nil)], answering: "乙")

    static let extractor = Extractor(enumerations: [causes, works, doers, ways], facts: facts, words: words, title: title)

    /// The facts that a text speaks of, in short: `fact content`, with ! where it is certain.
    static func summary(_ text: String, asOf: Int64? = 20_416, voice: Voice = .caller) -> [String] {
        extractor.extract(text, asOf: asOf, voice: voice).found.map { found in
            let cases: [String] =
                switch facts[found.fact].type {
                case .set(let of), .enumeration(let of): [causes, works, doers, ways][of.value].cases.map(\.name)
                default: []
                }
            let content =
                switch found.content {
                case .pending: "pending"
                case .value(let value): cases.isEmpty ? "\(value)" : cases[Int(value)]
                case .member(let code, let isIn): (isIn ? "+" : "-") + cases[code]
                }
            return facts[found.fact].name + " " + content + (found.certain ? "!" : "")
        }
    }
}
