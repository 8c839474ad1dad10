import Completions
import Plans
import Runtime
import Samples
import Testing
import Vocabulary

/// Outcomes that three values leave open and all completions, counted by hand, do not.
@Suite("Outcomes under every completion")
struct ExactOutcomeTests {
    private static func contract(_ rules: String, ranked: Bool = false) -> String {
        """
        規約 見本 { 当事者 甲, 乙 }
        列挙 色 { 赤 ; 青 ; 黄 }
        事実 物 「物」 {
          重い : 真偽 「重い」 問 「重いですか」
          古い : 真偽 「古い」 問 「古いですか」
          色 : 色 「色」 問 「何色ですか」
          塗り : 集合 色 「塗り」 問 「どの色で塗りましたか」
          額 : 整数 「額」 問 「いくらですか」
          濃さ : 整数 「濃さ」 問 「濃さは」 前提 物.色 = 赤
          小 : 整数 「小」 問 「小さいほうは」
          中 : 整数 「中」 問 「中ほどは」
          大 : 整数 「大」 問 「大きいほうは」
          始 : 日付 「始」 問 「いつからですか」
          終 : 日付 「終」 問 「いつまでですか」
        }
        判定 何 { 結果 一, 二 ; \(ranked ? "順位 ; " : "")既定 なし }
        第1条 「見本」
        \(rules)

        """
    }

    @Test("A fact that is either so or not so settles what both ways give; only the clause that is cited stays open")
    func excludedMiddle() throws {
        let sample = try Sample(Self.contract("規則 重い { もし 物.重い ならば 何 = 一 }\n規則 軽い { もし 物.重い でない ならば 何 = 一 }"))
        let kleene = Solver(sample.plan, budget: 1_000).kleene(try sample.decision("何"), try sample.dated(""))
        #expect(sample.names(kleene.possible, try sample.decision("何")) == ["一", "なし"])
        #expect(kleene.isOpen)
        let settled = try sample.settle("何", "")
        #expect(settled.outcomes == ["一"] && settled.status == .determined)
        #expect(settled.applying.isEmpty && settled.open == ["重い", "軽い"])
        #expect(settled.missing == ["物.重い?"])
    }

    @Test("A rule that contradicts itself is neither open nor asked for")
    func contradiction() throws {
        let sample = try Sample(Self.contract("規則 無理 { もし 物.重い かつ 物.重い でない ならば 何 = 一 }"))
        let settled = try sample.settle("何", "")
        #expect(settled.outcomes == ["なし"] && settled.open.isEmpty && settled.missing.isEmpty && settled.status == .determined)
    }

    @Test("Rules that exclude each other are no conflict")
    func exclusion() throws {
        let sample = try Sample(Self.contract("規則 重い { もし 物.重い ならば 何 = 一 }\n規則 軽い { もし 物.重い でない ならば 何 = 二 }"))
        let settled = try sample.settle("何", "")
        #expect(settled.outcomes == ["一", "二"] && settled.status == .undetermined && settled.missing == ["物.重い"])
    }

    @Test("Rules that do not exclude each other are one, of ranked outcomes the first wins", arguments: [false, true])
    func independent(ranked: Bool) throws {
        let sample = try Sample(Self.contract("規則 重い { もし 物.重い ならば 何 = 一 }\n規則 古い { もし 物.古い ならば 何 = 二 }", ranked: ranked))
        #expect(try sample.settle("何", "").outcomes == (ranked ? ["一", "二", "なし"] : ["一", "二", "なし", "抵触"]))
        let both = try sample.settle("何", #""物": {"重い": true, "古い": true}"#)
        #expect(both.outcomes == [ranked ? "一" : "抵触"] && both.status == (ranked ? .determined : .conflict))
        // Which of the ranked outcomes comes out no longer hangs on the other fact, but the clauses do.
        let heavy = try sample.settle("何", #""物": {"重い": true}"#)
        #expect(heavy.outcomes == (ranked ? ["一"] : ["一", "抵触"]))
        #expect(heavy.applying == ["重い"] && heavy.open == ["古い"] && heavy.missing == [ranked ? "物.古い?" : "物.古い"])
    }

    @Test("A listed fact has its cases and no others")
    func cases() throws {
        let sample = try Sample(Self.contract("規則 赤 { もし 物.色 = 赤 ならば 何 = 一 }\n規則 ほか { もし 物.色 が {青, 黄} のいずれか ならば 何 = 二 }"))
        #expect(try sample.settle("何", "").outcomes == ["一", "二"])
    }

    @Test("A number lies in one of the regions that the conditions tell apart")
    func regions() throws {
        // Below 30 only the first, from 30 to 49 both, from 50 only the second: never none.
        let sample = try Sample(Self.contract("規則 小 { もし 物.額 < 50 ならば 何 = 一 }\n規則 大 { もし 物.額 ≥ 30 ならば 何 = 二 }"))
        #expect(try sample.settle("何", "").outcomes == ["一", "二", "抵触"])
        // Below 30, from 30 to 49, from 50: the second rule speaks only outside.
        let gap = try Sample(Self.contract("規則 中 { もし 物.額 ≥ 30 かつ 物.額 < 50 ならば 何 = 一 }\n規則 外 { もし 物.額 < 30 または 物.額 ≥ 50 ならば 何 = 二 }"))
        #expect(try gap.settle("何", "").outcomes == ["一", "二"])
        // There is no number above 50 and below 30.
        let empty = try Sample(Self.contract("規則 無理 { もし 物.額 > 50 かつ 物.額 < 30 ならば 何 = 一 }\n規則 点 { もし 物.額 ≥ 30 かつ 物.額 ≤ 30 ならば 何 = 二 }"))
        #expect(try empty.settle("何", "").outcomes == ["二", "なし"])
    }

    @Test(
        "Members of a set are each in or out, and only those that matter are asked for",
        arguments: [
            ("", ["一", "なし"], ["物.塗り(赤 青)"]), (#""物": {"塗り": ["赤"]}"#, ["一", "なし"], ["物.塗り(青)"]),
            (#""物": {"塗り": {"赤": false}}"#, ["なし"], []), (#""物": {"塗り": ["青", "黄"]}"#, ["一", "なし"], ["物.塗り(赤)"]),
            (#""物": {"塗り": ["赤", "青"]}"#, ["一"], []), (#""物": {"塗り": {"のみ": ["赤"]}}"#, ["なし"], []),
        ] as [(String, Set<String>, [String])])
    func members(facts: String, outcomes: Set<String>, missing: [String]) throws {
        let sample = try Sample(Self.contract("規則 二色 { もし 物.塗り に {赤, 青} のすべてを含む ならば 何 = 一 }"))
        let settled = try sample.settle("何", facts)
        #expect(settled.outcomes == outcomes && settled.missing == missing)
    }

    @Test("A fact that is asked under a premise has a value only where that is true")
    func premise() throws {
        let sample = try Sample(Self.contract("規則 濃い { もし 物.濃さ ≥ 5 ならば 何 = 一 }\n規則 薄い { もし 物.濃さ < 5 ならば 何 = 一 }"))
        let open = try sample.settle("何", "")
        #expect(open.outcomes == ["一", "なし"])
        // How strong the colour is changes only the clause, and cannot be asked before the colour is known.
        #expect(open.missing == ["物.色", "物.濃さ?*"])
        let red = try sample.settle("何", #""物": {"色": "赤"}"#)
        #expect(red.outcomes == ["一"] && red.missing == ["物.濃さ?"])
        #expect(try sample.settle("何", #""物": {"色": "青"}"#).outcomes == ["なし"])
    }

    @Test("Numbers that are compared with each other stand in some order, and in no circle")
    func order() throws {
        let either = try Sample(Self.contract("規則 順 { もし 物.小 ≤ 物.大 ならば 何 = 一 }\n規則 逆 { もし 物.小 > 物.大 ならば 何 = 二 }"))
        #expect(try either.settle("何", "").outcomes == ["一", "二"])
        let circle = try Sample(
            Self.contract(
                """
                規則 輪 { もし 物.小 < 物.中 かつ 物.中 < 物.大 かつ 物.大 < 物.小 ならば 何 = 一 }
                規則 列 { もし 物.小 < 物.中 かつ 物.中 < 物.大 ならば 何 = 二 }
                """))
        #expect(try circle.settle("何", "").outcomes == ["二", "なし"])
    }

    @Test("So do numbers that are moved against each other")
    func moved() throws {
        let never = try Sample(Self.contract("規則 無理 { もし 物.大 ≤ 物.小 + 30 かつ 物.大 > 物.小 + 40 ならば 何 = 一 }"))
        #expect(try never.settle("何", "").outcomes == ["なし"])
        let between = try Sample(Self.contract("規則 間 { もし 物.大 > 物.小 + 30 かつ 物.大 < 物.小 + 32 ならば 何 = 一 }"))
        #expect(try between.settle("何", "").outcomes == ["一", "なし"])
    }

    @Test("Of two days that may both be still to come it is not known which is first; where one has come it is")
    func pending() throws {
        let rules = "規則 順 { もし 物.始 が 物.終 以前 ならば 何 = 一 }\n規則 逆 { もし 物.始 が 物.終 より後 ならば 何 = 二 }"
        let sample = try Sample(Self.contract(rules))
        #expect(try sample.settle("何", "").outcomes == ["一", "二"])
        #expect(try sample.settle("何", #""物": {"始": "2026-07-01"}"#).outcomes == ["一", "二"])
        #expect(try sample.settle("何", #""物": {"始": "2026-07-01", "終": "未到来"}"#).outcomes == ["一"])
    }

    @Test("A day that has come has one of seven weekdays")
    func weekdays() throws {
        let any = ["月", "火", "水", "木", "金", "土", "日"].map { "曜日(物.始) = \($0)" }.joined(separator: " または ")
        let rules = "規則 以前 { もし 物.始 が 基準日 以前 かつ (\(any)) ならば 何 = 一 }\n規則 後 { もし 物.始 が 基準日 より後 ならば 何 = 二 }"
        #expect(try Sample(Self.contract(rules)).settle("何", "").outcomes == ["一", "二"])
        let both = try Sample(Self.contract("規則 両方 { もし 物.始 が 基準日 以前 かつ 曜日(物.始) = 月 かつ 曜日(物.始) = 火 ならば 何 = 一 }"))
        #expect(try both.settle("何", "").outcomes == ["なし"])
    }
}
