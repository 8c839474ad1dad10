import Diagnostics
import Documents
import Facts
import Runtime
import Testing
import Values

@Suite("Damaged documents")
struct MutationTests {
    private static let json = #"""
        {"as_of": "2026-11-22T09:00:00+09:00", "contract": "見本", "解釈": {"数え方": "算入"},
         "依頼": {"作業": "障害復旧", "受付日": "令和6年3月1日", "対象月": "2026-11", "開始": "9:00", "訪問": true},
         "障害": {"起因": {"天災": true, "不正アクセス": false}, "控え": {"state": "該当なし"}},
         "端末": {"メモリ": "1GB", "率": 14.6, "台数": 3, "OS": 8.1}, "端末.OS.提供元": "A", "facts": {"端末.覚え": "x"},
         "判断": {"範囲外": {"value": true, "by": "乙 山田", "at": "2026-11-01", "reason": "x", "source": "y"}},
         "関係者": {"全員": true, "項目": [{"氏名": "山田", "事由": {"のみ": ["天災"]}, "年齢": 20}, {}]}, "expect": [], "note": "z"}
        """#
    private static let yaml = """
        as_of: 2026-11-22
        依頼: { 作業: 障害復旧, 受付日: R6.3.1, 開始: 9:00 }
        端末:
          OS: 10.10
          メモリ: 1GB
        障害.起因: [天災, 不正アクセス]
        関係者:
          - 氏名: 山田
            年齢: 20
        """
    private static let pieces = [
        "{", "}", "[", "]", ":", ",", "\"", "null", "true", "1e99", "-", ".", "\"value\":", "該当なし", "未到来", "不明", "令和99年13月32日", "9999999999999999999", "のみ",
        "年", "GB", "\\u0000", "\u{3000}", "依頼.", "関係者", "as_of", "0", "元", "十",
    ]

    @Test("The documents that are damaged are sound", arguments: [("f.json", json), ("f.yaml", yaml)])
    func sound(name: String, text: String) throws { #expect(try Sample(text, fileName: name).codes == []) }

    @Test("A document with damaged bytes is read or at fault, and nothing else", arguments: [("f.json", json, UInt64(1)), ("f.yaml", yaml, 2)])
    func bytes(name: String, text: String, seed: UInt64) throws {
        let check = try Check()
        var dice = SeededGenerator(seed)
        var faulty = 0
        for _ in 0..<2_500 {
            let reading = check.reader.read(Self.mutated(Array(text.utf8), &dice), fileName: name)
            check(reading)
            if reading.faults.contains(where: { $0.code != .unreadableDocument }) { faulty += 1 }
        }
        // Otherwise the damage is too great to reach the reader of facts.
        #expect(faulty > 100)
    }

    @Test("A document with damaged values is read or at fault, and nothing else", arguments: [UInt64(3), 4])
    func values(seed: UInt64) throws {
        let check = try Check()
        let document = try FactsTests.json(Self.json)
        var dice = SeededGenerator(seed)
        var (sound, faulty) = (0, 0)
        for _ in 0..<2_500 {
            let reading = check.reader.read(Self.mutated(document, &dice))
            check(reading)
            if reading.faults.isEmpty { sound += 1 } else { faulty += 1 }
        }
        #expect(sound > 100)
        #expect(faulty > 100)
    }

    /// What must be true of every reading.
    private struct Check {
        let reader: FactReader
        let writer: FactWriter

        init() throws {
            let plan = try plan()
            reader = FactReader(plan: plan)
            writer = FactWriter(plan)
        }

        func callAsFunction(_ reading: FactReading) {
            #expect(reading.faults.allSatisfy { $0.position.line >= 1 && !$0.message.japanese.isEmpty && !$0.text(in: "f", .english).isEmpty })
            guard reading.faults.isEmpty else { return }
            // What is read without a fault can be written, and means the same.
            let written = writer.document(reading.frame, given: reading.given).text()
            let again = reader.read(Array(written.utf8), fileName: "f.json")
            #expect(again.faults == [], "\(written)")
            #expect(again.frame.readings == reading.frame.readings, "\(written)")
            #expect(again.frame.excluded == reading.frame.excluded, "\(written)")
            #expect(again.frame.lists.map(\.readings) == reading.frame.lists.map(\.readings), "\(written)")
        }
    }

    /// One to three changes: a byte, a piece put in, a stretch taken out or doubled.
    private static func mutated(_ bytes: [UInt8], _ dice: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...3, using: &dice) {
            let place = Int.random(in: 0..<bytes.count, using: &dice)
            let end = min(bytes.count, place + Int.random(in: 1...12, using: &dice))
            switch Int.random(in: 0...4, using: &dice) {
            case 0: bytes[place] = UInt8.random(in: 0x20...0x7E, using: &dice)
            case 1: bytes.removeSubrange(place..<end)
            case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
            case 3: bytes[place] = UInt8.random(in: 0...255, using: &dice)
            default: bytes.insert(contentsOf: Array((pieces.randomElement(using: &dice) ?? "").utf8), at: place)
            }
        }
        return bytes
    }

    /// The document with some of its nodes replaced, taken out, renamed or put in twice.
    private static func mutated(_ node: DocumentNode, _ dice: inout SeededGenerator) -> DocumentNode {
        if Int.random(in: 0..<40, using: &dice) == 0 { return DocumentNode(value: anyValue(&dice), position: node.position) }
        switch node.value {
        case .array(let elements):
            var elements = elements.map { mutated($0, &dice) }
            if Int.random(in: 0..<10, using: &dice) == 0, let one = elements.randomElement(using: &dice) { elements.append(one) }
            return DocumentNode(value: .array(elements), position: node.position)
        case .object(let members):
            var result: [DocumentMember] = []
            for member in members {
                var key = member.key
                switch Int.random(in: 0..<60, using: &dice) {
                case 0: continue
                case 1: key = members.randomElement(using: &dice)?.key ?? key
                case 2: key += pieces.randomElement(using: &dice) ?? ""
                case 3: result.append(DocumentMember(key: "障害.起因", keyPosition: member.keyPosition, value: mutated(member.value, &dice)))
                default: break
                }
                result.append(DocumentMember(key: key, keyPosition: member.keyPosition, value: mutated(member.value, &dice)))
            }
            return DocumentNode(value: .object(result), position: node.position)
        default: return node
        }
    }

    private static func anyValue(_ dice: inout SeededGenerator) -> DocumentValue {
        let piece = pieces.randomElement(using: &dice) ?? ""
        let place = DocumentPosition.start
        return switch Int.random(in: 0...7, using: &dice) {
        case 0: .null
        case 1: .bool(Bool.random(using: &dice))
        case 2: .number(["0", "-1", "1e99", "0.0000001", "9223372036854775807", "8.1", "1e-400"].randomElement(using: &dice) ?? "0")
        case 3: .array([DocumentNode(value: .string(piece), position: place), DocumentNode(value: .null, position: place)])
        case 4: .object([DocumentMember(key: piece, keyPosition: place, value: DocumentNode(value: .bool(true), position: place))])
        case 5: .array([])
        case 6: .object([])
        default: .string(piece)
        }
    }
}
