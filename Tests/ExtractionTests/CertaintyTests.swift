import Extraction
import Testing
import Values
import Vocabulary

@Suite("What is certain")
struct CertaintyTests {
    private static let day = Int64(CivilDate("2026-11-20")?.dayNumber ?? 0)

    private static func certain(_ text: String) -> [String] {
        Sample.extractor.extract(text, asOf: day).found.filter(\.certain).map { Sample.facts[$0.fact].name }
    }

    @Test(
        "What is asked is certain where it is stated plainly, however politely",
        arguments: [
            "修理をお願いします", "修理してほしい", "修理してください", "修理してもらえますか", "修理していただきたいのですが", "修理していただけたら助かります", "修理をお願いしたいです", "修理たのんます", "もしもし、修理をお願いします",
            "もしよろしければ修理をお願いします",
        ])
    func asked(text: String) { #expect(Self.certain(text) == ["依頼.作業"]) }

    @Test("So is a version that is what is asked about")
    func version() { #expect(Self.certain("OS 8.1です") == ["端末.版"]) }

    @Test(
        "What an answer rests on never is, however plainly it is stated: a cause, an actor, yes or no, a day, a number, a finding",
        arguments: [
            "火災です", "火災ではない", "業者が作業しました", "祝日です", "祝日ではない", "海外です", "受付は2026-03-01", "来月末で解約", "メモリは512MB", "12台", "額は35,000円", "片道2時間半", "作業は「復旧」",
            "範囲外", "英語",
        ])
    func basis(text: String) {
        let found = Sample.extractor.extract(text, asOf: Self.day).found.filter { Sample.facts[$0.fact].name != "依頼.作業" }
        #expect(!found.isEmpty)
        #expect(found.allSatisfy { !$0.certain && $0.doubts.contains(.basis) })
    }

    @Test(
        "A fact that is declared as what is asked is certain only of a kind that can be",
        arguments: [FactType.bool, .date, .number(unit: nil), .integer, .set(Place(0))])
    func kinds(type: FactType) {
        let cases = Enumeration(name: "種", label: nil, cases: [.init(name: "い", label: nil, patterns: ["2026-03-01|12"])])
        let fact = Fact(name: "物.種", type: type, isTopic: true, patterns: ["(2026-03-01|12)"])
        let found = Extractor(enumerations: [cases], facts: [fact]).extract("2026-03-01 12").found
        #expect(!found.isEmpty)
        #expect(found.allSatisfy { !$0.certain })
    }

    @Test(
        "A condition is not certain",
        arguments: [
            "修理なら対象ですか", "修理の場合はいくらですか", "もし修理になったら", "修理をお願いするときは電話ですか", "修理すれば直りますか", "万一、修理が要るなら", "修理をお願いしたら高いですか", "仮に修理だとして", "修理ならば無料やろか",
        ])
    func supposed(text: String) {
        #expect(Self.certain(text).isEmpty)
        #expect(Sample.summary(text).first?.contains("supposed") == true)
    }

    @Test("Nor is a wish for oneself", arguments: ["修理したい", "修理したくて", "修理したかったのですが", "修理に出したいんです", "修理したいねん"])
    func wished(text: String) {
        #expect(Self.certain(text).isEmpty)
        #expect(Sample.summary(text).first?.contains("wished") == true)
    }

    @Test(
        "Nor is what has been, or has been done",
        arguments: ["修理しました", "修理してもらったルーター", "修理していただいたあとに", "修理済みです", "以前の修理の件", "去年、修理をお願いした", "修理代はいくら", "修理が終わった", "修理に出したルーター", "前回修理"])
    func past(text: String) {
        #expect(Self.certain(text).isEmpty)
        #expect(Sample.summary(text).first?.contains("past") == true)
    }

    @Test("Nor is what only follows from other words, or is denied, or one of two", arguments: ["動かない", "修理ではない", "修理か復旧", "修理。復旧も", "修理らしい", "修理を検討中です"])
    func open(text: String) { #expect(Self.certain(text).isEmpty) }

    @Test(
        "わからない, 不明, まだ, 未定 give neither yes nor no, nor a day",
        arguments: [
            "祝日かわからない", "祝日かどうか分かりません", "祝日かは不明です", "祝日かどうか、まだ確認していません", "まだ祝日かは", "祝日かどうか知らんけど", "祝日かわからへん", "国内か海外かは決まっていません", "海外かどうか存じません、不明です",
            "解約は来月末か、まだ未定です", "解約は未定、来月末かも", "来月末で解約するかはまだ決めてません", "受付は2026-03-01だったか、覚えていません", "受付は2026-03-01か不明", "来月末で解約するか決まっとらん",
        ])
    func unknown(text: String) {
        let types = Sample.extractor.extract(text, asOf: Self.day).found.map { Sample.facts[$0.fact].type }
        #expect(types.allSatisfy { $0 != .bool && $0 != .date })
    }

    @Test("What is known in another sentence is none of it", arguments: ["祝日です。原因は不明です", "原因はわからない。祝日です", "まだ動きません。祝日です"])
    func elsewhere(text: String) { #expect(Sample.summary(text).contains("日.祝日 1")) }

    @Test(
        "What is not contracted is denied",
        arguments: [
            "修理は未契約", "修理サービスは未契約です", "修理は契約していません", "修理は契約してない", "修理のご契約はしておりません",
            "修理の契約はないです", "修理には未加入", "修理は加入していない", "修理は契約してへん", "修理は契約しとらん", "修理には入っていません",
            "修理は入ってへん", "修理は申し込んでいません", "修理は解約済みです", "修理は解約しました", "未契約の修理", "契約していない修理", "契約してへん修理", "修理は契約対象外",
        ])
    func notContracted(text: String) { #expect(Sample.summary(text).first?.contains("依頼.作業 2 (denied") == true, "\(Sample.summary(text))") }

    @Test("What is contracted, or could be, is not", arguments: ["修理は契約しています", "修理を契約したい", "修理の契約をお願いします", "修理に加入できますか"])
    func contracted(text: String) { #expect(Sample.summary(text).first?.contains("denied") == false) }

    @Test("Of facts of one enumeration the words speak of the one that is what is asked")
    func topic() {
        let services = Enumeration(name: "品", label: nil, cases: [.init(name: "い", label: nil, patterns: ["い号"])])
        let facts = [
            Fact(name: "契約.品", type: .set(Place(0))), Fact(name: "依頼.品", type: .enumeration(Place(0)), isTopic: true),
            Fact(name: "過去.品", type: .enumeration(Place(0))),
        ]
        let found = Extractor(enumerations: [services], facts: facts).extract("い号をお願いします").found
        #expect(found.map(\.fact) == [Place(1)])
        #expect(found.map(\.certain) == [true])
    }
}

@Suite("Whose act it is")
struct ActorTests {
    private static let people = Enumeration(
        name: "人", label: nil,
        cases: [
            .init(name: "客", label: nil, patterns: ["(?<除外>(?:御社|業者)の社員)|社員|うち"]), .init(name: "業者", label: nil, patterns: ["業者"]),
            .init(name: "店", label: nil, patterns: ["御社(?:の社員)?"]),
        ])
    private static let extractor = Extractor(
        enumerations: [people],
        facts: [Fact(name: "作業.人", type: .set(Place(0)), patterns: ["([^、。]*?)が分解"]), Fact(name: "売却.人", type: .set(Place(0)), patterns: ["売ったのは([^、。]*)"])])

    @Test(
        "Of those in the captured words the nearest to the others is meant, with those named together with it",
        arguments: [
            ("うちの倉庫で業者が分解", [1]), ("社員と業者が分解", [0, 1]), ("うちに来た御社の社員が分解", [2]), ("御社の社員が分解", [2]),
            ("社員が分解", [0]), ("業者の社員が分解", [1]), ("売ったのは業者でうちではない", [1]),
            ("売ったのは社員か業者", [0, 1]),
        ] as [(String, Set<Int>)])
    func nearest(text: String, people: Set<Int>) {
        let found = Self.extractor.extract(text).found.map { one in if case .member(let code, true) = one.content { code } else { -1 } }
        #expect(Set(found) == people)
    }
}
