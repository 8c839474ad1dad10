import Extraction
import Vocabulary

/// A small vocabulary: causes (a set), works (two facts share the type), and facts with patterns of their own.
enum Sample {
    static let causes = Enumeration(
        name: "起因", label: nil,
        cases: [
            .init(name: "ウイルス", label: "ウイルス感染", patterns: ["ウ[イィ]ルス|マルウェア"]),
            .init(name: "火災", label: nil, patterns: ["火災|火事"]),
            .init(name: "水害", label: nil, patterns: ["水害|浸水"]),
            .init(name: "改造", label: nil, patterns: ["改造"]),
        ])
    static let works = Enumeration(
        name: "作業", label: nil,
        cases: [
            .init(name: "復旧", label: "障害の復旧", patterns: ["復旧"]),
            .init(name: "データ復旧", label: nil, patterns: ["データの?復旧"]),
            .init(name: "修理", label: nil, patterns: ["修理"]),
            .init(name: "VPN", label: nil, patterns: ["(VPN|ＶＰＮ)の設定"]),
            .init(name: "調査", label: nil, patterns: ["(?<控え>動かない)"]),
        ])
    static let languages = Enumeration(
        name: "言語", label: nil, cases: [.init(name: "英語", label: nil, patterns: ["英語"]), .init(name: "日本語", label: nil, patterns: ["日本語"])])

    static let doers = Enumeration(
        name: "人", label: nil, cases: [.init(name: "本人", label: nil, patterns: ["自分"]), .init(name: "業者", label: nil, patterns: ["業者"])])

    static let cause = Place<Fact>(2)
    static let work = Place<Fact>(3)
    static let spoken = Place<Fact>(4)
    static let written = Place<Fact>(5)
    static let holiday = Place<Fact>(6)
    static let version = Place<Fact>(7)
    static let memory = Place<Fact>(8)
    static let day = Place<Fact>(9)
    static let count = Place<Fact>(10)
    static let system = Place<Fact>(12)
    static let verdict = Place<Fact>(13)

    static let facts: [Fact] = [
        Fact(name: "基準日", type: .date, kind: .judgement),
        Fact(name: "基準時刻", type: .time, kind: .judgement),
        Fact(name: "障害.起因", type: .set(Place(0))),
        Fact(name: "依頼.作業", type: .enumeration(Place(1)), isTopic: true),
        Fact(name: "依頼.話す言語", type: .enumeration(Place(2))),
        Fact(name: "依頼.書く言語", type: .enumeration(Place(2))),
        Fact(name: "日.祝日", type: .bool, patterns: ["祝日"]),
        Fact(name: "端末.版", type: .version, isTopic: true, patterns: ["OS ?([0-9.]+)"]),
        Fact(name: "端末.メモリ", type: .number(unit: "MB"), patterns: ["メモリ[はが]?([0-9.,]+ ?(?:[a-z]+|ギガ))"]),
        Fact(name: "依頼.受付日", type: .date, patterns: ["受付は([^、。 ]+)"]),
        Fact(name: "端末.台数", type: .integer, patterns: ["([0-9]+)台"]),
        Fact(name: "関係者.該当", type: .set(Place(0)), patterns: ["該当"], list: Place(0)),
        Fact(name: "端末.作業", type: .enumeration(Place(1)), kind: .finding(by: "乙"), patterns: ["作業は「([^」]*)」"]),
        Fact(name: "判断.範囲外", type: .bool, kind: .discretion(by: "乙"), patterns: ["範囲外"]),
        Fact(name: "作業.人", type: .set(Place(3)), patterns: ["([^、。]*)が作業"]),
        Fact(name: "輸送.人", type: .set(Place(3)), patterns: ["([^、。]*)が運"]),
        Fact(name: "売却.人", type: .set(Place(3))),
        Fact(name: "場所.国内", type: .bool, patterns: ["国内|(?<偽>海外)"]),
        Fact(name: "契約.終わり", type: .date, patterns: ["(?|([^。]*)で解約|解約は([^。]*))"]),
        Fact(name: "支払.額", type: .number(unit: "円"), patterns: ["額は([^。、]+)"]),
        Fact(name: "訪問.時間", type: .number(unit: "時間"), patterns: ["片道([0-9]+時間半?)"]),
    ]

    static let extractor = Extractor(enumerations: [causes, works, languages, doers], facts: facts)

    /// The facts that a text speaks of, in short: `fact content` and what the words leave open.
    static func summary(_ text: String, asOf: Int64? = nil) -> [String] {
        extractor.extract(text, asOf: asOf).found.map { found in
            let content =
                switch found.content {
                case .value(let value): "\(value)"
                case .pending: "pending"
                case .member(let code, let isIn): isIn ? "+\(code)" : "-\(code)"
                }
            let doubts = found.doubts.subtracting([.basis]).map(\.rawValue).sorted().joined(separator: ",")
            return facts[found.fact].name + " " + content + (doubts.isEmpty ? "" : " (\(doubts))")
        }
    }
}
