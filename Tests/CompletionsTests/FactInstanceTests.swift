import Completions
import Plans
import Runtime
import Samples
import Testing
import Vocabulary

@Suite("Facts, each in its record")
struct FactInstanceTests {
    private static let rules = """
        規約 見本 { 当事者 甲, 乙 }
        列挙 色 { 赤 ; 青 ; 黄 }
        事実 物 「物」 { 額 : 整数 「額」 問 「いくらですか」 ; 塗り : 集合 色 「塗り」 問 「どの色ですか」 }
        一覧 品目 「品目」 問 「品目は」 { 額 : 整数 「額」 問 「いくらですか」 ; 塗り : 集合 色 「塗り」 問 「どの色ですか」 }
        判定 何 { 結果 可 ; 既定 否 }
        第1条 「見本」
        規則 可 { もし 物.額 ≥ 1 ならば 何 = 可 }

        """
    private let sample: Sample

    init() throws { sample = try Sample(Self.rules) }

    private func instance(_ name: String, _ record: Int? = nil) throws -> FactInstance { FactInstance(fact: try sample.fact(name), record: record) }

    @Test("What is put there is read there and nowhere else, and is forgotten again", arguments: [("物.額", nil), ("品目.額", 1)] as [(String, Int?)])
    func single(name: String, record: Int?) throws {
        var frame = try sample.dated(#""品目": {"全員": true, "項目": [{}, {}]}"#)
        let slot = try instance(name, record)
        frame.put(Reading(.known, 7), slot, sample.plan)
        for other in [try instance("物.額"), try instance("品目.額", 0), try instance("品目.額", 1)] {
            #expect(frame.reading(other, sample.plan) == (other == slot ? Reading(.known, 7) : .unknown))
        }
        #expect(!sample.plan.isOpen(slot.fact, slot.record, frame))
        frame.forget(slot, sample.plan)
        #expect(frame.reading(slot, sample.plan) == .unknown)
        #expect(sample.plan.isOpen(slot.fact, slot.record, frame))
    }

    @Test("A set is put with all its members: what is not in is out", arguments: [("物.塗り", nil), ("品目.塗り", 0)] as [(String, Int?)])
    func sets(name: String, record: Int?) throws {
        var frame = try sample.dated(#""品目": {"全員": true, "項目": [{}]}"#)
        let slot = try instance(name, record)
        #expect(sample.plan.isOpen(slot.fact, slot.record, frame))
        frame.put(Reading(.known, 0b101), slot, sample.plan)
        #expect(frame.reading(slot, sample.plan) == Reading(.known, 0b101))
        #expect(!sample.plan.isOpen(slot.fact, slot.record, frame))
        let out = record == nil ? frame.excluded[slot.fact.value] : frame.lists.first?.excluded.last
        #expect(out == 0b010)
    }

    @Test("A set of which a member is neither in nor out is open")
    func openSets() throws {
        var frame = try sample.dated("")
        let paint = try sample.fact("物.塗り")
        for (yes, no, isOpen) in [(1, 2, true), (1, 6, false), (7, 0, false), (0, 7, false), (0, 0, true)] as [(UInt64, UInt64, Bool)] {
            frame.set(paint, yes: yes, no: no)
            #expect(sample.plan.isOpen(paint, nil, frame) == isOpen)
        }
    }
}
