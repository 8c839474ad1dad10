import Completions
import Outlook
import Plans
import Runtime
import Samples
import Testing
import Vocabulary

@Suite("What would have to change for another outcome")
struct CounterfactualTests {
    /// Names of bits: a yes/no fact that can be changed for each.
    private static let bits = ["い", "ろ", "は", "に", "ほ", "へ"]

    private static func contract(_ rules: String, extra: String = "") -> String {
        let facts = bits.map { "\($0) : 真偽 「\($0)」 問 「\($0)」 変更可" }.joined(separator: " ; ")
        return """
            規約 見本 { 当事者 甲, 乙 }
            列挙 色 { 赤 ; 青 ; 黄 }
            事実 日 「日」 { 期日 : 日付 「期日」 問 「いつですか」 変更可 }
            事実 物 「物」 {
              \(facts)
              固い : 真偽 「固い」 問 「固いですか」
              メモリ : 整数 「メモリ」 問 「メモリは」 変更可
              色 : 色 「色」 問 「何色ですか」 変更可
              塗り : 集合 色 「塗り」 問 「どの色ですか」 変更可
              濃さ : 整数 「濃さ」 問 「濃さは」 変更可 前提 物.固い
            }
            事実 判断 「判断」 { 許可 : 真偽 「許可」 問 「許しますか」 裁量 乙 }
            一覧 品目 「品目」 問 「品目は」 { 重い : 真偽 「重い」 問 「重いですか」 変更可 }
            \(extra)
            判定 何 { 結果 断る, 直す, 売る ; 順位 ; 既定 話す 根拠 第9条 }
            第1条 「見本」
            \(rules)
            第9条 「協議」

            """
    }

    private func found(_ rules: String, _ facts: String, extra: String = "", budget: Int = 100_000) throws -> (Sample, Counterfactuals) {
        let sample = try Sample(Self.contract(rules, extra: extra))
        let frame = try sample.frame(#"{"as_of": "2026-07-01", \#(facts)}"#)
        let (solver, decision) = (Solver(sample.plan, budget: budget), try sample.decision("何"))
        let exact = Solver(sample.plan, budget: 100_000).finding(decision, frame)
        return (sample, solver.counterfactuals(decision, frame, exact))
    }

    /// Each as `outcome: fact=value, fact=value`; yes is 1, a listed value its number, a set its bits.
    private func told(_ rules: String, _ facts: String, extra: String = "") throws -> [String] {
        let (sample, found) = try found(rules, facts, extra: extra)
        #expect(!found.isApproximate)
        return found.found.map { one in
            let changes = one.changes.map { change in
                "\(sample.plan.facts[change.fact].name)\(change.record.map { "[\($0)]" } ?? "")=\(change.value.value)"
            }
            return "\(one.outcome.map { sample.plan.decisions[Place(0)].outcomes[$0].name } ?? "-"): \(changes.joined(separator: ", "))"
        }
    }

    @Test(
        "The smallest changes of what can be changed",
        arguments: [
            ("物.い", #""物": {"い": true}"#, ["話す: 物.い=0"]),
            // One of two does, or both must.
            ("物.い かつ 物.ろ", #""物": {"い": true, "ろ": true}"#, ["話す: 物.い=0", "話す: 物.ろ=0"]),
            ("物.い または 物.ろ", #""物": {"い": true, "ろ": true}"#, ["話す: 物.い=0, 物.ろ=0"]),
            // What cannot be changed stays as it is.
            ("物.い または 物.固い", #""物": {"い": true, "固い": false}"#, ["話す: 物.い=0"]), ("物.い または 物.固い", #""物": {"い": true, "固い": true}"#, []),
            ("物.固い", #""物": {"固い": true}"#, []),
            // What is unknown may be anything, unless it is changed too.
            ("物.い または 物.固い", #""物": {"い": true}"#, []), ("物.い または 物.ろ", #""物": {"い": true}"#, ["話す: 物.い=0, 物.ろ=0"]),
            // A discretion is for others to exercise.
            ("判断.許可 でない", #""物": {"い": true}"#, []),
            // A listed fact; a set from which one member goes.
            ("物.色 = 赤", #""物": {"色": "赤"}"#, ["話す: 物.色=1"]), ("物.塗り に 青 を含む", #""物": {"塗り": {"のみ": ["赤", "青"]}}"#, ["話す: 物.塗り=1"]),
            // A fact that does not apply is not changed.
            ("物.濃さ が 該当なし", #""物": {"固い": false}"#, []),
            ("品目 のいずれかで (品目.重い)", #""品目": {"全員": true, "項目": [{"重い": false}, {"重い": true}]}"#, ["話す: 品目.重い[1]=0"]),
        ])
    func smallest(condition: String, facts: String, expected: [String]) throws {
        #expect(try told("規則 断る { もし \(condition) ならば 何 = 断る }", facts) == expected)
    }

    @Test(
        "Of a number the stretch that does is told, with a value in it",
        arguments: [
            ("物.メモリ < 512", 256, 512, nil), ("物.メモリ ≤ 512", 256, 513, nil), ("物.メモリ > 8", 9, nil, 8),
            ("物.メモリ < 10 または 物.メモリ > 20", 5, 10, 20),
        ] as [(String, Int64, Int64?, Int64?)])
    func stretches(condition: String, now: Int64, least: Int64?, most: Int64?) throws {
        let found = try found("規則 断る { もし \(condition) ならば 何 = 断る }", #""物": {"メモリ": \#(now)}"#).1
        #expect(found.found.count == 1 && !found.isApproximate)
        let change = try #require(found.found.first?.changes.first)
        // Whole numbers, in millionths; what is told of an open bound may be the millionth behind it.
        func whole(_ micros: Int64?) -> Int64? { micros.map { ($0 + 999_999) / 1_000_000 } }
        #expect(whole(change.least) == least && whole(change.most) == most)
        #expect(change.value.state == .known)
        #expect(change.value.value >= change.least ?? .min && change.value.value <= change.most ?? .max)
    }

    @Test("Fewest changes first, then outcomes against which less speaks, the fallback last")
    func order() throws {
        let rules = """
            規則 断る { もし 物.い ならば 何 = 断る }
            規則 直す { もし 物.ろ ならば 何 = 直す }
            規則 売る { もし 物.は ならば 何 = 売る }
            """
        #expect(
            try told(rules, #""物": {"い": true, "ろ": true, "は": true}"#) == ["直す: 物.い=0", "売る: 物.い=0, 物.ろ=0", "話す: 物.い=0, 物.ろ=0, 物.は=0"])
        #expect(try told(rules, #""物": {"い": true, "ろ": false, "は": false}"#) == ["話す: 物.い=0", "売る: 物.い=0, 物.は=1", "直す: 物.い=0, 物.ろ=1"])
        // Only outcomes behind the present one: 断る stands before 直す.
        #expect(try told(rules, #""物": {"い": false, "ろ": true, "は": true}"#) == ["売る: 物.ろ=0", "話す: 物.ろ=0, 物.は=0"])
        // Where no rule speaks, any does.
        #expect(try told(rules, #""物": {"い": false, "ろ": false, "は": false}"#) == ["売る: 物.は=1", "直す: 物.ろ=1", "断る: 物.い=1"])
    }

    @Test("What is less trouble comes first, else what stands first in the vocabulary")
    func trouble() throws {
        let rule = "規則 断る { もし 日.期日 が 2026-07-01 以前 かつ 物.メモリ < 512 かつ 物.ろ ならば 何 = 断る }"
        let (sample, found) = try found(rule, #""日": {"期日": "2026-06-30"}, "物": {"メモリ": 1, "ろ": true}"#)
        #expect(found.found.map { $0.changes.map { sample.plan.facts[$0.fact].name } } == [["物.ろ"], ["物.メモリ"], ["日.期日"]])
    }

    @Test("Constraints are kept: what may not change alone changes with others")
    func constraints() throws {
        let rule = "規則 断る { もし 物.い ならば 何 = 断る }"
        let both = rule + "\n規則 売る { もし 物.ろ かつ 物.固い ならば 何 = 売る }"
        let facts = #""物": {"い": true, "ろ": true, "固い": false}"#
        #expect(try told(both, facts) == ["話す: 物.い=0"])
        #expect(try told(both, facts, extra: "制約 「ろならい」 { もし 物.ろ ならば 物.い }") == ["話す: 物.い=0, 物.ろ=0"])
        // The other fact is what it is.
        #expect(try told(rule, #""物": {"い": true, "固い": true}"#, extra: "制約 「固いならい」 { もし 物.固い ならば 物.い }") == [])
    }

    @Test("The clause is that of the rule which then decides, or the ground of the fallback")
    func clause() throws {
        let rules = """
            規則 断る { もし 物.い ならば 何 = 断る }
            第2条 「直す」
            規則 直す { もし 物.ろ ならば 何 = 直す }
            """
        func clauses(_ facts: String) throws -> [String?] {
            let (sample, found) = try found(rules, facts)
            return found.found.map { $0.clause.map { sample.plan.clauses[$0].id } }
        }
        #expect(try clauses(#""物": {"い": true, "ろ": true}"#) == ["2", "9"])
        #expect(try clauses(#""物": {"い": true, "ろ": false}"#) == ["9", "2"])
    }

    @Test("An open answer is not looked at, and that is said")
    func open() throws {
        let found = try found("規則 断る { もし 物.い かつ 物.固い ならば 何 = 断る }", #""物": {"い": true}"#).1
        #expect(found.found.isEmpty && found.isApproximate)
    }

    @Test("Four facts that must change together, or six ways of which five are named, are said to be not all")
    func cutShort() throws {
        let yes = Self.bits.map { #""\#($0)": true"# }.joined(separator: ", ")
        let four = Self.bits.prefix(4).map { "物.\($0)" }.joined(separator: " または ")
        let together = try found("規則 断る { もし \(four) ならば 何 = 断る }", #""物": {\#(yes)}"#).1
        #expect(together.found.isEmpty && together.isApproximate)
        let six = Self.bits.map { "物.\($0)" }.joined(separator: " かつ ")
        let many = try found("規則 断る { もし \(six) ならば 何 = 断る }", #""物": {\#(yes)}"#).1
        #expect(many.found.count == 5 && many.isApproximate)
        let five = Self.bits.prefix(5).map { "物.\($0)" }.joined(separator: " かつ ")
        #expect(try found("規則 断る { もし \(five) ならば 何 = 断る }", #""物": {\#(yes)}"#).1.found.count == 5)
    }

    @Test("Beyond the budget nothing is found, and that is said")
    func budget() throws {
        let found = try found("規則 断る { もし 物.い ならば 何 = 断る }", #""物": {"い": true}"#, budget: 0).1
        #expect(found.found.isEmpty && found.isApproximate)
    }
}
