import Plans
import Runtime
import Samples
import Testing
import Vocabulary

@Suite("Conditions in three values")
struct ThreeValueTests {
    private static let rules = """
        規約 見本 { 当事者 甲, 乙 }
        列挙 色 { 赤 ; 青 ; 黄 }
        事実 物 「物」 {
          左 : 真偽 「左」 問 「左ですか」
          右 : 真偽 「右」 問 「右ですか」
          色 : 色 「色」 問 「何色ですか」
          塗り : 集合 色 「塗り」 問 「どの色で塗りましたか」
          濃さ : 整数 「濃さ」 問 「濃さは」 前提 物.色 = 赤
          期日 : 日付 「期日」 問 「いつですか」
        }
        事実 判断 「判断」 { 許可 : 真偽 「許可」 問 「許しますか」 裁量 乙 }
        解釈 幅 { 論点 「広く読むか」 ; 条項 第1条 ; 案 広い 採用 理由 「見本」 ; 案 狭い }
        判定 可否 { 結果 可 ; 既定 否 }
        第1条 「見本」
        規則 両方 { もし 物.左 かつ 物.右 ならば 可否 = 可 }
        規則 片方 { もし 物.左 または 物.右 ならば 可否 = 可 }
        規則 否定 { もし 物.左 でない ならば 可否 = 可 }
        規則 入れ子 { もし (物.左 でない かつ 物.右) でない または (物.右 または 物.左) でない ならば 可否 = 可 }
        規則 赤 { もし 物.色 = 赤 ならば 可否 = 可 }
        規則 赤以外 { もし 物.色 ≠ 赤 ならば 可否 = 可 }
        規則 暖色 { もし 物.色 が {赤, 黄} のいずれか ならば 可否 = 可 }
        規則 赤でない { もし (物.色 = 赤) でない ならば 可否 = 可 }
        規則 赤か黄で塗る { もし 物.塗り に {赤, 黄} のいずれかを含む ならば 可否 = 可 }
        規則 赤と黄で塗る { もし 物.塗り に {赤, 黄} のすべてを含む ならば 可否 = 可 }
        規則 濃い { もし 物.濃さ が 5 以上 ならば 可否 = 可 }
        規則 濃くない { もし (物.濃さ が 5 以上) でない ならば 可否 = 可 }
        規則 濃さなし { もし 物.濃さ が 該当なし ならば 可否 = 可 }
        規則 未到来 { もし 物.期日 が 未到来 ならば 可否 = 可 }
        規則 過ぎた { もし 物.期日 が 基準日 以前 ならば 可否 = 可 }
        規則 許可 { もし 判断.許可 ならば 可否 = 可 }
        規則 不許可 { もし 判断.許可 でない ならば 可否 = 可 }
        規則 広い { もし 解釈 幅 = 広い ならば 可否 = 可 }

        """
    private let sample: Sample

    init() throws { sample = try Sample(Self.rules) }

    @Test("And is the least, or the greatest, not the rest, of all pairs of truths", arguments: KleeneNumbers.assignments(2))
    func tables(numbers: [Int]) throws {
        let (left, right) = (numbers[0], numbers[1])
        let nested = max(2 - min(2 - left, right), 2 - max(right, left))
        let expected = [min(left, right), max(left, right), 2 - left, nested].map { KleeneNumbers.truths[$0] }
        let found = try sample.holding(["両方", "片方", "否定", "入れ子"], of: "可否", KleeneNumbers.facts("物", ["左", "右"], numbers))
        #expect(found == expected)
    }

    @Test("Not turns true and false over and leaves the unknown")
    func negation() {
        #expect([Truth.yes, .no, .unknown].map { !$0 } == [.no, .yes, .unknown])
        #expect(Truth(true) == .yes && Truth(false) == .no)
    }

    @Test(
        "A listed fact is one of its cases, or it is not known which",
        arguments: [
            (#""物": {"色": "赤"}"#, [Truth.yes, .no, .yes, .no]), (#""物": {"色": "青"}"#, [.no, .yes, .no, .yes]),
            (#""物": {"色": "黄"}"#, [.no, .yes, .yes, .yes]), ("", [.unknown, .unknown, .unknown, .unknown]),
            // Where the record does not apply every comparison is false, ≠ too; its negation is true.
            (#""物": "該当なし""#, [.no, .no, .no, .yes]),
        ])
    func cases(facts: String, expected: [Truth]) throws {
        #expect(try sample.holding(["赤", "赤以外", "暖色", "赤でない"], of: "可否", facts) == expected)
    }

    @Test(
        "Of a set each member is in, out or open",
        arguments: [
            (#"["赤"]"#, Truth.yes, Truth.unknown), (#"["赤", "黄"]"#, .yes, .yes), (#"{"赤": false}"#, .unknown, .no),
            (#"{"赤": false, "黄": false}"#, .no, .no), (#"{"のみ": ["青"]}"#, .no, .no), (#"{"のみ": ["赤"]}"#, .yes, .no),
            (#"{"のみ": ["黄", "赤"]}"#, .yes, .yes), (#"["青"]"#, .unknown, .unknown), (#"{"のみ": []}"#, .no, .no),
        ])
    func members(members: String, any: Truth, all: Truth) throws {
        #expect(try sample.holding(["赤か黄で塗る", "赤と黄で塗る"], of: "可否", #""物": {"塗り": \#(members)}"#) == [any, all])
    }

    @Test("Of a set of which nothing is known everything is open, and of one that does not apply all is false")
    func members() throws {
        #expect(try sample.holding(["赤か黄で塗る", "赤と黄で塗る"], of: "可否", "") == [.unknown, .unknown])
        #expect(try sample.holding(["赤か黄で塗る", "赤と黄で塗る"], of: "可否", #""物": "該当なし""#) == [.no, .no])
    }

    @Test(
        "A fact whose premise is false does not apply; while the premise is open it is unknown",
        arguments: [
            (#""物": {"色": "青"}"#, [Truth.no, .yes, .yes]), ("", [.unknown, .unknown, .unknown]), (#""物": {"色": "赤"}"#, [.unknown, .unknown, .unknown]),
            (#""物": {"色": "赤", "濃さ": 5}"#, [.yes, .no, .no]), (#""物": {"色": "赤", "濃さ": 4}"#, [.no, .yes, .no]),
        ])
    func premises(facts: String, expected: [Truth]) throws {
        #expect(try sample.holding(["濃い", "濃くない", "濃さなし"], of: "可否", facts) == expected)
    }

    @Test(
        "An event is still to come, has come, or it is not known",
        arguments: [
            (#""物": {"期日": "未到来"}"#, [Truth.yes, .no]), (#""物": {"期日": "2026-07-01"}"#, [.no, .yes]),
            (#""物": {"期日": "2026-07-02"}"#, [.no, .no]), ("", [.unknown, .unknown]),
        ])
    func pending(facts: String, expected: [Truth]) throws {
        #expect(try sample.holding(["未到来", "過ぎた"], of: "可否", facts) == expected)
    }

    @Test("A discretion that is not exercised is false, and not true when it is denied; exercised it is what was decided")
    func discretion() throws {
        #expect(try sample.holding(["許可", "不許可"], of: "可否", "") == [.no, .yes])
        for isAllowed in [true, false] {
            let decided = #""判断": {"許可": {"value": \#(isAllowed), "by": "乙 山田", "at": "2026-06-30", "reason": "見本"}}"#
            #expect(try sample.holding(["許可", "不許可"], of: "可否", decided) == [Truth(isAllowed), Truth(!isAllowed)])
        }
    }

    @Test("A reading is the one that is followed; with every reading at once it is open")
    func readings() throws {
        var frame = try sample.dated("")
        let rule = try sample.rule("広い")
        for (reading, expected) in [(0, Truth.yes), (1, .no), (FactFrame.anyReading, .unknown)] {
            frame.interpretations[0] = reading
            var evaluator = Evaluator(sample.plan, frame, tracer: NoTracer())
            evaluator.run(try sample.decision("可否"))
            #expect(evaluator.holds[rule.value] == expected)
            #expect(evaluator.truth(sample.plan.conditions[rule.value]) == expected)
        }
    }
}
