import Plans
import Runtime
import Samples
import Testing
import Vocabulary

@Suite("The facts of a case")
struct FactFrameTests {
    private static let rules = """
        規約 見本 { 当事者 甲, 乙 }
        列挙 色 { 赤 ; 青 ; 黄 }
        事実 物 「物」 { 色 : 色 「色」 問 「何色ですか」 ; 塗り : 集合 色 「塗り」 問 「どの色ですか」 ; 期日 : 日付 「期日」 問 「いつですか」 }
        事実 判断 「判断」 { 許可 : 真偽 「許可」 問 「許しますか」 裁量 乙 ; 理由 : 真偽 「理由」 問 「理由がありますか」 認定 乙 }
        一覧 品目 「品目」 問 「品目は」 { 色 : 色 「色」 問 「何色ですか」 ; 許可 : 真偽 「許可」 問 「許しますか」 裁量 乙 ; 日 : 日付 「日」 問 「いつですか」 }
        解釈 幅 { 論点 「広く読むか」 ; 条項 第1条 ; 案 狭い ; 案 広い 採用 理由 「見本」 }
        判定 可否 { 結果 可 ; 既定 否 }
        第1条 「見本」
        規則 可 { もし 物.色 = 赤 かつ 解釈 幅 = 広い ならば 可否 = 可 }

        """
    private let sample: Sample

    init() throws { sample = try Sample(Self.rules) }

    @Test("At first only the day is known: discretions are not exercised, readings are as adopted, lists are empty and open")
    func fresh() throws {
        let frame = FactFrame(sample.plan, asOf: 20_000, time: nil)
        #expect(frame[.asOf] == Reading(.known, 20_000) && frame[.asOfTime] == .unknown)
        for name in ["物.色", "物.塗り", "物.期日", "判断.理由"] { #expect(frame[try sample.fact(name)] == .unknown) }
        #expect(frame[try sample.fact("判断.許可")] == Reading(.unexercised))
        #expect(frame.interpretations == [1])
        #expect(frame.lists.map(\.recordCount) == [0] && frame.lists.map(\.isComplete) == [false])
        #expect(!frame.hasPending)
        #expect(FactFrame(sample.plan, asOf: 20_000, time: 540)[.asOfTime] == Reading(.known, 540))
    }

    @Test("Of a set it is kept which members are in and which are out, up to the last bit")
    func sets() throws {
        var frame = FactFrame(sample.plan, asOf: 0, time: nil)
        let fact = try sample.fact("物.塗り")
        frame.set(fact, yes: 1 << 63 | 1, no: 2)
        #expect(frame[fact].state == .known && UInt64(bitPattern: frame[fact].value) == 1 << 63 | 1)
        #expect(frame.excluded[fact.value] == 2)
    }

    @Test("Records stand one after the other and do not touch each other")
    func records() throws {
        var frame = FactFrame(sample.plan, asOf: 0, time: nil)
        let list = try #require(sample.plan.lists.places.first)
        let fields = sample.plan.lists[list].fields.map { sample.plan.facts[$0] }
        frame.change(list) { own in
            own.addRecord(fields)
            own.addRecord(fields)
            own[1, 0] = Reading(.known, 2)
            own.set(0, 2, yes: 4, no: 1)
            own.isComplete = true
        }
        let own = frame.lists[list.value]
        #expect(own.recordCount == 2 && own.fieldCount == 3 && own.isComplete)
        #expect(own[0, 0] == .unknown && own[0, 1] == Reading(.unexercised) && own[0, 2] == Reading(.known, 4))
        #expect(own[1, 0] == Reading(.known, 2) && own[1, 1] == Reading(.unexercised) && own[1, 2] == .unknown)
        #expect(own.excluded == [0, 0, 1, 0, 0, 0])
    }

    @Test("An event that is still to come is found, outside lists and in their records")
    func pending() throws {
        var frame = FactFrame(sample.plan, asOf: 0, time: nil)
        frame[try sample.fact("物.期日")] = Reading(.pending)
        #expect(frame.hasPending)
        frame[try sample.fact("物.期日")] = Reading(.known, 3)
        #expect(!frame.hasPending)
        let list = try #require(sample.plan.lists.places.first)
        let fields = sample.plan.lists[list].fields.map { sample.plan.facts[$0] }
        frame.change(list) { $0.addRecord(fields) }
        #expect(!frame.hasPending)
        frame.change(list) { $0[0, 2] = Reading(.pending) }
        #expect(frame.hasPending)
    }
}
