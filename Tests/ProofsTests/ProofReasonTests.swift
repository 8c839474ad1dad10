import Decisions
import Plans
import Proofs
import Runtime
import Samples
import Testing
import Vocabulary

@Suite("The tests that make a condition come out as it does")
struct ProofReasonTests {
    private static let rules = """
        規約 見本 { 当事者 甲, 乙 }
        列挙 色 { 赤 ; 青 ; 黄 }
        事実 物 「物」 {
          い : 真偽 「い」 問 「い」
          ろ : 真偽 「ろ」 問 「ろ」
          は : 真偽 「は」 問 「は」
          色 : 色 「色」 問 「色」
          塗り : 集合 色 「塗り」 問 「塗り」
          数 : 整数 「数」 問 「数」
          期日 : 日付 「期日」 問 「期日」
          濃さ : 整数 「濃さ」 問 「濃さ」 前提 物.色 = 赤
        }
        一覧 品目 「品目」 問 「品目は」 { 重い : 真偽 「重い」 問 「重い」 ; 数 : 整数 「数」 問 「数」 }
        解釈 幅 { 論点 「広く読むか」 ; 条項 第1条 ; 案 狭い 採用 理由 「見本」 ; 案 広い }
        判定 前 { 結果 済み ; 既定 まだ }
        判定 選言 { 結果 可 ; 既定 否 }
        判定 連言 { 結果 可 ; 既定 否 }
        判定 否定 { 結果 可 ; 既定 否 }
        判定 値 { 結果 可 ; 既定 否 }
        判定 どれか { 結果 可 ; 既定 否 }
        判定 除く { 結果 可 ; 既定 否 }
        判定 差 { 結果 可 ; 既定 否 }
        判定 品 { 結果 可 ; 既定 否 }
        判定 全品 { 結果 可 ; 既定 否 }
        判定 続き { 結果 可 ; 既定 否 }
        判定 日々 { 結果 可 ; 既定 否 }
        判定 常に { 結果 可 ; 既定 否 }
        判定 状態 { 結果 可 ; 既定 否 }
        第1条 「見本」
        規則 前 { もし 物.い ならば 前 = 済み }
        規則 選言 { もし 物.い または 物.ろ または 物.は ならば 選言 = 可 }
        規則 連言 { もし 物.い かつ 物.ろ かつ 物.は ならば 連言 = 可 }
        規則 否定 { もし (物.い かつ 物.ろ または 物.は) でない ならば 否定 = 可 }
        規則 値 {
          もし 物.色 が {赤, 黄} のいずれか かつ 物.塗り に {赤, 青} のいずれかを含む かつ 物.塗り に {赤, 黄} のすべてを含む かつ 物.数 + 1 が 3 以上 かつ 祝日(物.期日)
          ならば 値 = 可
        }
        規則 どれか { もし 物.数 = 3 または 物.数 = 5 または 物.数 = 7 ならば どれか = 可 }
        規則 除く { もし 物.数 ≠ 3 かつ 物.数 ≠ 5 ならば 除く = 可 }
        規則 差 { もし 物.数 ≠ 3 かつ 物.数 > 3 ならば 差 = 可 }
        規則 品 { もし 品目 のいずれかで (品目.重い かつ 品目.数 ≥ 2) ならば 品 = 可 }
        規則 全品 { もし 品目 のすべてで (品目.重い) ならば 全品 = 可 }
        規則 続き { もし 前 = 済み かつ 規則 前 が 適用 かつ 解釈 幅 = 狭い ならば 続き = 可 }
        規則 日々 { もし 物.期日 + 1日 = 2026-07-02 または 物.期日 + 1日 = 2026-07-05 ならば 日々 = 可 }
        規則 常に { ならば 常に = 可 }
        規則 状態 { もし 物.濃さ が 該当なし かつ 物.期日 が 未到来 ならば 状態 = 可 }

        """
    private let sample: Sample

    init() throws { sample = try Sample(Self.rules) }

    @Test(
        "Of a true disjunction the first true part, of a true conjunction all, and turned over the other way round",
        arguments: [
            ("選言", #""物": {"い": false, "ろ": true, "は": true}"#, ["物.ろ is 1"]), ("選言", #""物": {"は": true}"#, ["物.は is 1"]),
            ("連言", #""物": {"い": true, "ろ": true, "は": true}"#, ["物.い is 1", "物.ろ is 1", "物.は is 1"]),
            // A false disjunction needs all its parts false, a false conjunction one.
            ("否定", #""物": {"い": true, "ろ": false, "は": false}"#, ["not 物.ろ is 1", "not 物.は is 1"]),
            ("否定", #""物": {"い": false, "ろ": false, "は": false}"#, ["not 物.い is 1", "not 物.は is 1"]),
        ])
    func composed(decision: String, facts: String, expected: [String]) throws {
        #expect(try sample.reasons(decision, facts) == expected)
    }

    @Test("What is open has no reasons")
    func open() throws {
        #expect(try sample.reasons("連言", #""物": {"い": true}"#).isEmpty)
    }

    @Test("Each kind of test says what it looks at and what it asks")
    func tests() throws {
        let facts = #""物": {"色": "黄", "塗り": {"のみ": ["赤", "黄"]}, "数": 2, "期日": "2026-07-20"}"#
        #expect(
            try sample.reasons("値", facts) == ["物.色 is 0 2", "物.塗り has any 3", "物.塗り has all 5", "value greaterOrEqual 3", "holiday 物.期日"])
        #expect(
            try sample.reasons("続き", #""物": {"い": true}"#) == ["前 済み of 済み", "rule 前", "幅 as 狭い"])
        #expect(try sample.reasons("常に", "") == ["always"])
        #expect(
            try sample.reasons("状態", #""物": {"色": "青", "期日": "未到来"}"#) == ["物.濃さ is inapplicable", "物.期日 is pending"])
    }

    @Test("A value that is compared with one constant after the other is told once")
    func among() throws {
        #expect(try sample.reasons("どれか", #""物": {"数": 5}"#) == ["物.数 one of 3 5 7"])
        #expect(try sample.reasons("除く", #""物": {"数": 4}"#) == ["物.数 none of 3 5"])
        let calculated = try sample.prove("日々", #""物": {"期日": "2026-07-04"}"#).applying.first?.condition.reasons.map(\.test)
        guard case .among(let side, let values, isNone: false)? = calculated?.first else {
            Issue.record("\(String(describing: calculated))")
            return
        }
        #expect(calculated?.count == 1 && side.type == .date && values.count == 2 && values.last == side.reading.value)
    }

    @Test("That two values differ goes without saying where it is told which way")
    func saidBetter() throws {
        #expect(try sample.reasons("差", #""物": {"数": 4}"#) == ["物.数 greater 3"])
    }

    @Test(
        "Of records the one that decides alone is gone into; where none does the list stands for itself",
        arguments: [
            ("品", #"{"全員": false, "項目": [{"重い": false}, {"重い": true, "数": 2}]}"#, ["品目.重い[1] is 1", "品目.数[1] greaterOrEqual 2"]),
            ("全品", #"{"全員": true, "項目": [{"重い": true}]}"#, ["every 品目 -"]), ("全品", #"{"全員": true, "項目": []}"#, ["every 品目 -"]),
        ])
    func records(decision: String, list: String, expected: [String]) throws {
        #expect(try sample.reasons(decision, #""品目": \#(list)"#) == expected)
    }

    @Test("A record that decides has its number, and parts of its own")
    func decidingRecord() throws {
        let proof = try sample.prove("品", #""品目": {"全員": true, "項目": [{"重い": false}, {"重い": true, "数": 2}, {"重い": true, "数": 9}]}"#)
        let part = try #require(proof.applying.first?.condition)
        #expect(part.kind == .records && part.truth == .yes && part.test.map(sample.told) == "some 品目 1")
        #expect(part.parts.count == 1 && part.parts.first?.kind == .all)
    }

    @Test("Tests of facts, of readings and of rules are told apart")
    func sorts() throws {
        func tests(_ decision: String, _ facts: String) throws -> [ProofAtom] {
            try #require(try sample.prove(decision, facts).applying.first).condition.reasons.map(\.test)
        }
        let facts = try tests("値", #""物": {"色": "黄", "塗り": {"のみ": ["赤", "黄"]}, "数": 2, "期日": "2026-07-20"}"#)
        #expect(facts.allSatisfy(\.isOfFacts) && !facts.contains(where: \.isOfReadings))
        let rules = try tests("続き", #""物": {"い": true}"#)
        #expect(rules.map(\.isOfFacts) == [false, false, false] && rules.map(\.isOfReadings) == [false, false, true])
        #expect(try tests("常に", "").map(\.isOfReadings) == [true])
        // A calculated side looks at the facts that it is made of.
        #expect(facts.map { $0.facts(sample.plan) } == (try ["物.色", "物.塗り", "物.塗り", "物.数", "物.期日"].map { [try sample.fact($0)] }))
    }

    @Test("Sides of a comparison have what was found, and the type that both are of")
    func sides() throws {
        let proof = try sample.prove("差", #""物": {"数": 4}"#)
        let test = try #require(proof.applying.first?.condition.reasons.first?.test)
        guard case .compare(let left, .greater, let right) = test else {
            Issue.record("\(test)")
            return
        }
        #expect(left.reading == Reading(.known, 4_000_000) && right.reading == Reading(.known, 3_000_000))
        #expect(left.type == .integer && right.type == .integer && right.source == .constant)
    }

    @Test("A condition as it stands is open in all its parts, and of a list one record is in view")
    func standing() throws {
        let condition = sample.plan.conditions[try sample.rule("品").value]
        let part = Proof.Part(of: condition, deciding: try sample.decision("品"), sample.plan)
        #expect(part.kind == .records && part.truth == .unknown && part.test.map(sample.told) == "some 品目 -")
        let inside = try #require(part.parts.first)
        #expect(inside.kind == .all && inside.parts.map { $0.test.map(sample.told) } == ["品目.重い is 1", "品目.数 greaterOrEqual 2"])
        #expect(inside.parts.allSatisfy { $0.truth == .unknown })
        #expect(part.reasons.isEmpty)
    }
}
