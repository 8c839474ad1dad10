import Diagnostics
import Documents
import Facts
import Plans
import Runtime
import Testing
import Values
import Vocabulary

@Suite("Writing facts")
struct WriterTests {
    private static let documents = [
        #"{"as_of": "2026-11-22"}"#, #"{"as_of": "2026-11-22T09:30:00+09:00", "解釈": {"数え方": "不算入"}}"#,
        #"{"as_of": "2026-11-22", "依頼": {"作業": "VPN設定", "受付日": "R6.3.1", "対象月": "未到来", "開始": "9:00", "訪問": false}}"#,
        #"{"as_of": "2026-11-22", "障害": {"起因": ["天災"], "控え": "該当なし"}, "端末": {"メモリ": "1GB", "率": -0.000001, "台数": 3}}"#,
        #"{"as_of": "2026-11-22", "障害": {"起因": {"のみ": []}, "控え": {"state": "該当なし"}}, "端末": "該当なし", "依頼.受付日": "該当なし"}"#,
        #"{"as_of": "2026-11-22", "障害.起因": {"天災": true, "不正アクセス": false}, "端末.OS": 8.10, "端末": {"OS": {"提供元": "A\"B"}, "覚え": ""}}"#,
        #"{"as_of": "2026-11-22", "判断": {"範囲外": {"value": false, "by": "乙 山田", "at": "2026-11-01", "reason": "多い", "source": "会議"}}}"#,
        #"{"as_of": "2026-11-22", "障害.起因": {"value": [], "source": "電話"}, "依頼.訪問": {"値": "該当なし", "理由": "遠い"}}"#,
        #"{"as_of": "2026-11-22", "関係者": [{"氏名": "山田", "年齢": {"value": 20, "source": "免許証"}}, {}, {"事由": "該当なし"}]}"#,
        #"{"as_of": "2026-11-22", "関係者": {"全員": true, "項目": [{"事由": {"のみ": ["天災"]}}]}}"#, #"{"as_of": "2026-11-22", "関係者": "該当なし"}"#,
    ]

    @Test("What is written reads back as it was", arguments: documents)
    func roundTrip(text: String) throws {
        let plan = try plan()
        let reader = FactReader(plan: plan)
        let first = reader.read(try json(text))
        #expect(first.faults == [])
        let written = FactWriter(plan).document(first.frame, given: first.given)
        let second = reader.read(try json(written.text(pretty: true)))
        #expect(second.faults == [])
        #expect(second.asOf == first.asOf)
        #expect(second.frame.isSame(as: first.frame))
        #expect(Set(second.given.map(\.unplaced)) == Set(first.given.map(\.unplaced)))
        #expect(FactWriter(plan).document(second.frame, given: second.given) == written)
    }

    @Test("Facts are written nested and in their shortest form")
    func shape() throws {
        let plan = try plan()
        let reading = FactReader.read(
            try json(#"{"as_of": "2026-11-22", "依頼.作業": "障害復旧", "障害.起因": {"天災": false, "ウイルス感染": true, "不正アクセス": false}, "端末": "該当なし"}"#), plan: plan)
        #expect(
            FactWriter(plan).document(reading.frame, given: reading.given).text()
                == #"{"as_of":"2026-11-22","contract":"見本","依頼":{"作業":"障害復旧"},"障害":{"起因":{"のみ":["ウイルス感染"]}},"端末":"該当なし"}"#)
    }

    @Test("A reading that is none is not written")
    func noReading() throws {
        let plan = try plan()
        var frame = FactFrame(plan, asOf: 0, time: nil)
        frame.interpretations[0] = -1
        #expect(FactWriter(plan).document(frame)["解釈"] == nil)
        frame.interpretations[0] = 1
        #expect(FactWriter(plan).document(frame)["解釈"] == ["数え方": "不算入"])
    }

    @Test("Where a value comes from can be given by the name of its fact")
    func provenance() throws {
        let plan = try plan()
        var frame = FactFrame(plan, asOf: try day("2026-11-22"), time: nil)
        frame[Place(try #require(plan.facts.firstIndex { $0.name == "判断.範囲外" }))] = Reading(.known, 1)
        let source = GivenProvenance(by: "乙", at: CivilDate("2026-11-20"), reason: "x")
        let written = FactWriter(plan).document(frame, provenance: ["判断.範囲外": source])
        let reading = FactReader.read(try json(written.text()), plan: plan)
        #expect(reading.faults == [])
        #expect(reading.given.first?.provenance == source)
    }

    @Test("Random facts read back as they were", arguments: 1...200)
    func random(seed: UInt64) throws {
        let plan = try plan()
        var dice = SeededGenerator(seed)
        var frame = FactFrame(plan, asOf: Int64.random(in: 0...30_000, using: &dice), time: Bool.random(using: &dice) ? 600 : nil)
        for place in plan.facts.places where plan.facts[place].list == nil && plan.facts[place].kind == .plain && plan.facts[place].type != .text {
            switch Int.random(in: 0...5, using: &dice) {
            case 0: break
            case 1: frame[place] = Reading(.inapplicable)
            case 2 where plan.facts[place].type == .date: frame[place] = Reading(.pending)
            default: frame.put(place, plan, &dice)
            }
        }
        let reading = FactReader.read(try json(FactWriter(plan).document(frame).text()), plan: plan)
        // Random facts may break the constraint.
        #expect(reading.faults.filter { $0.code != .brokenConstraint } == [])
        #expect(reading.frame.isSame(as: frame))
    }
}

extension GivenValue {
    /// Without its place.
    fileprivate var unplaced: GivenValue { GivenValue(fact: fact, record: record, text: text, provenance: provenance) }
}

extension FactFrame {
    fileprivate func isSame(as other: FactFrame) -> Bool {
        readings == other.readings && excluded == other.excluded && interpretations == other.interpretations
            && zip(lists, other.lists).allSatisfy {
                $0.isComplete == $1.isComplete && $0.recordCount == $1.recordCount && $0.readings == $1.readings && $0.excluded == $1.excluded
            }
    }

    fileprivate mutating func put(_ place: Place<Fact>, _ plan: Plan, _ dice: inout SeededGenerator) {
        func any(_ range: ClosedRange<Int64>) -> Reading { Reading(.known, Int64.random(in: range, using: &dice)) }
        switch plan.facts[place].type {
        case .bool: self[place] = any(0...1)
        case .enumeration(let of): self[place] = any(0...Int64(plan.enumerations[of].cases.count - 1))
        case .set:
            let yes = UInt64.random(in: 0...7, using: &dice)
            set(place, yes: yes, no: UInt64.random(in: 0...7, using: &dice) & ~yes)
        case .date: self[place] = any(-700_000...2_900_000)
        case .month: self[place] = any(12...119_000)
        case .time: self[place] = any(0...1440)
        case .version: self[place] = any(0...Int64.max)
        case .number: self[place] = any(-9_000_000_000_000_000_000...9_000_000_000_000_000_000)
        case .integer: self[place] = Reading(.known, Int64.random(in: -9_000...9_000, using: &dice) * 1_000_000)
        case .text: break
        }
    }
}
