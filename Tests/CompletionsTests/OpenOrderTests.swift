import Completions
import Plans
import Runtime
import Samples
import Testing
import Vocabulary

/// Days that are still to come, cells that are empty: how they lie to later days nothing tells, but they lie there in one way.
@Suite("Comparisons that nothing settles")
struct OpenOrderTests {
    private func sample(_ rules: String) throws -> Sample {
        try Sample(
            """
            規約 見本 { 当事者 甲, 乙 }
            列挙 色 { 赤 ; 青 }
            事実 物 「物」 {
              変更 : 真偽 「変更」 問 「変わりましたか」
              変更日 : 日付 「変更日」 問 「いつ変わりましたか」 前提 物.変更
              始 : 日付 「始」 問 「いつからですか」
              中 : 日付 「中」 問 「中ほどは」
              終 : 日付 「終」 問 「いつまでですか」
              色 : 色 「色」 問 「何色ですか」
            }
            参照表 期限 「期限」 { 元 「end.csv」 ; 鍵 色 : 色 ; 列 日 : 日付 ; 一部 }
            判定 何 { 結果 一, 二 ; 既定 なし }
            第1条 「見本」
            \(rules)

            """, data: ["end.csv": "色,日,出典,取得日\n赤,,見本,2026-01-01\n"])
    }

    /// What two conditions come to, each giving an outcome of its own.
    private func settle(_ one: String, _ two: String, _ facts: String) throws -> Settled {
        try sample("規則 一 { もし \(one) ならば 何 = 一 }\n規則 二 { もし \(two) ならば 何 = 二 }").settle("何", facts)
    }

    private static let pending = #""物": {"始": "未到来", "中": "未到来", "終": "未到来", "色": "赤"}"#

    @Test(
        "Conditions that exclude each other do so, and those that say the same go together",
        arguments: [
            ("物.始 ≥ 物.終", "物.始 < 物.終", ["一", "二"]), ("物.始 ≥ 物.終", "物.終 > 物.始", ["一", "二"]),
            ("物.始 < 物.終", "物.終 > 物.始", ["抵触", "なし"]), ("物.始 = 物.終", "物.始 ≠ 物.終", ["一", "二"]),
            ("物.始 ≤ 物.終", "物.終 ≤ 物.始", ["一", "二", "抵触"]),
            // A later day, and cells that are empty, against one day.
            ("物.始 ≥ 2026-08-01", "物.始 < 2026-08-01", ["一", "二"]), ("物.始 ≥ 2026-08-01", "2026-08-01 > 物.始", ["一", "二"]),
            ("期限(物.色).日 ≥ 2026-08-01", "期限(物.色).日 < 2026-08-01", ["一", "二"]),
            ("期限(物.色).日 が 基準日 以降", "期限(物.色).日 が 基準日 より前", ["一", "二"]), ("物.始 ≤ 期限(物.色).日", "期限(物.色).日 < 物.始", ["一", "二"]),
        ] as [(String, String, Set<String>)])
    func exclusive(one: String, two: String, outcomes: Set<String>) throws {
        let settled = try settle(one, two, Self.pending)
        #expect(settled.outcomes == outcomes && !settled.isApproximate)
    }

    @Test(
        "The numbers that one value is compared with lie in their order",
        arguments: [
            ("物.始 < 2026-08-01 かつ 物.始 > 2026-09-01", ["なし"]), ("物.始 > 2026-08-01 かつ 物.始 < 2026-09-01", ["一", "なし"]),
            // No day lies between two that follow each other.
            ("物.始 > 2026-08-01 かつ 物.始 < 2026-08-02", ["なし"]), ("物.始 > 2026-08-01 かつ 物.始 < 2026-08-03", ["一", "なし"]),
            ("物.始 + 30日 < 2026-08-31 かつ 物.始 > 2026-09-01", ["なし"]), ("期限(物.色).日 < 2026-08-01 かつ 期限(物.色).日 > 2026-09-01", ["なし"]),
            // So do the distances of two values from each other.
            ("物.終 ≥ 物.始 + 30日 かつ 物.終 < 物.始", ["なし"]), ("物.終 ≥ 物.始 + 30日 かつ 物.終 < 物.始 + 31日", ["一", "なし"]),
            ("物.終 > 物.始 + 30日 かつ 物.終 < 物.始 + 31日", ["なし"]), ("物.始 + 1日 ≤ 物.始", ["なし"]), ("物.始 ≥ 2026-08-01 または 物.始 < 2026-09-01", ["一"]),
        ] as [(String, Set<String>)])
    func ordered(condition: String, outcomes: Set<String>) throws {
        let settled = try sample("規則 一 { もし \(condition) ならば 何 = 一 }").settle("何", Self.pending)
        #expect(settled.outcomes == outcomes && !settled.isApproximate)
    }

    @Test("A day still to come has one of seven weekdays")
    func weekdays() throws {
        let any = ["月", "火", "水", "木", "金", "土", "日"].map { "曜日(物.始) = \($0)" }.joined(separator: " または ")
        let settled = try settle(any, "曜日(物.始) = 月 かつ 曜日(物.始) = 火", Self.pending)
        #expect(settled.outcomes == ["一"] && !settled.isApproximate)
    }

    @Test(
        "What follows from others only in a ring is left open and said to be rough",
        arguments: [
            "物.始 < 物.中 かつ 物.中 < 物.終 かつ 物.終 < 物.始", "物.始 < 2026-08-01 かつ 物.終 > 2026-08-01 かつ 物.終 < 物.始",
            // 2026-08-01 is a Saturday.
            "曜日(物.始) = 月 かつ 物.始 = 2026-08-01", "年月(物.始) = 2026-08 かつ 物.始 > 2026-09-01",
        ])
    func rings(condition: String) throws {
        let settled = try sample("規則 一 { もし \(condition) ならば 何 = 一 }").settle("何", Self.pending)
        #expect(settled.isApproximate && settled.outcomes == ["一", "なし"])
    }

    @Test(
        "What does not close a ring is exact",
        arguments: [
            "物.始 < 物.中 かつ 物.中 < 物.終", "物.始 < 2026-08-01 かつ 物.終 < 物.始", "曜日(物.始) = 月 かつ 物.終 < 2026-08-01",
        ])
    func chains(condition: String) throws {
        let settled = try sample("規則 一 { もし \(condition) ならば 何 = 一 }").settle("何", Self.pending)
        #expect(!settled.isApproximate && settled.outcomes == ["一", "なし"])
    }

    @Test("Days that are unknown, and may be still to come, do not lie on both sides of each other")
    func unknown() throws {
        let rules = """
            規則 前 { もし 物.変更 でない または 物.始 が 物.変更日 より前 ならば 何 = 一 }
            規則 後 { もし 物.変更 かつ 物.始 が 物.変更日 以降 ならば 何 = 二 }
            """
        let settled = try sample(rules).settle("何", #""物": {"変更": true}"#)
        #expect(settled.outcomes == ["一", "二"] && settled.missing == ["物.変更日", "物.始"] && !settled.isApproximate)
        let known = try sample(rules).settle("何", #""物": {"変更": true, "変更日": "未到来", "始": "2026-07-02"}"#)
        #expect(known.outcomes == ["一", "二"] && known.missing == ["event 物.変更日"] && !known.isApproximate)
    }
}
