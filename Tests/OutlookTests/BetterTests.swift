import Completions
import Outlook
import Plans
import Runtime
import Samples
import Testing
import Vocabulary

@Suite("Changes for the better, least change first")
struct BetterTests {
    private static let rules = """
        規約 見本 { 当事者 甲, 乙 ; 回答者 乙 }
        列挙 OS { 窓6 ; 窓7 ; 窓8 ; 窓10 ; 林檎 }
        列挙 更新 { なし ; SP1 ; SP2 }
        事実 端末 「端末」 {
          OS : OS 「OS」 問 「OS は」 変更可
          更新 : 更新 「更新」 問 「更新は」 前提 端末.OS = 窓7 変更可
          版 : 版 「版」 問 「版は」 変更可
          国内 : 真偽 「国内」 問 「国内ですか」 変更可
          混雑 : 真偽 「混雑」 問 「混んでいますか」
        }
        判定 受付 「受けるか」 {
          結果 対象外, 地域外, 待つ, 限定, 対象 ; 順位 ; 既定 協議
          側 不可 「受けられない」 { 対象外, 地域外 }, 可 「受けられる」 { 限定, 対象 }
          有利 甲 { 可 } 乙 { 不可 }
        }
        判定 版 「版」 { 結果 古い, 新しい ; 既定 受ける ; 有利 甲 { 受ける } 乙 { 古い, 新しい } }
        判定 窓 「窓」 { 結果 断る ; 既定 受ける ; 有利 甲 { 受ける } 乙 { 断る } }
        判定 混 「混」 { 結果 断る, すぐ, 後で ; 順位 ; 既定 なし ; 側 受ける 「受ける」 { すぐ, 後で } ; 有利 甲 { 受ける } 乙 { 断る } }
        通例 端末.国内 = 真 { 理由 「国内」 }
        第1条 「見本」
        規則 国外 { もし 端末.国内 でない ならば 受付 = 地域外 }
        規則 古い窓 { もし 端末.OS が {窓6, 林檎} のいずれか または (端末.OS = 窓7 かつ 端末.更新 = なし) ならば 受付 = 対象外 }
        規則 窓7 { もし 端末.OS = 窓7 ならば 受付 = 限定 }
        規則 窓 { もし 端末.OS が {窓8, 窓10} のいずれか ならば 受付 = 対象 }
        規則 版が古い { もし 端末.版 が 4 以前 ならば 版 = 古い }
        規則 版が新しい { もし 端末.版 が 4 より後 かつ 端末.版 が 8 より前 ならば 版 = 新しい }
        規則 断る { もし 端末.国内 ならば 窓 = 断る }
        規則 混断る { もし 端末.OS = 窓6 ならば 混 = 断る }
        規則 混すぐ { もし 端末.OS = 窓7 かつ 端末.混雑 でない ならば 混 = すぐ }
        規則 混後で { もし 端末.OS = 窓7 かつ 端末.混雑 ならば 混 = 後で }

        """

    /// Each as `outcome (side): fact=value`.
    private func told(_ decision: String, _ facts: String) throws -> [String] {
        let sample = try Sample(Self.rules)
        let (place, frame) = (try sample.decision(decision), try sample.frame(#"{"as_of": "2026-07-01", \#(facts)}"#))
        let solver = Solver(sample.plan, budget: 100_000)
        let declared = sample.plan.decisions[place]
        return solver.counterfactuals(place, frame, solver.finding(place, frame)).found.map { one in
            let changes = one.changes.map { change in
                let fact = sample.plan.facts[change.fact]
                guard case .enumeration(let of) = fact.type else { return "\(fact.name)=\(change.isBackward ? "back" : "forth")" }
                return "\(fact.name)=\(sample.plan.enumerations[of].cases[Int(change.value.value)].name)"
            }
            let outcome = one.outcome.map { declared.outcomes[$0].name } ?? "-"
            return "\(outcome) (\(one.side.map { declared.sides[$0].name } ?? "-")): \(changes.joined(separator: ", "))"
        }
    }

    @Test("A newer service pack comes before another system, and that before an older one; nothing worse, nor as bad, is offered")
    func systems() throws {
        let now = #""端末": {"OS": "窓7", "更新": "なし", "国内": true}"#
        #expect(try told("受付", now) == ["限定 (可): 端末.更新=SP1", "対象 (可): 端末.OS=窓8"])
        // From the newest there is only back.
        #expect(try told("受付", #""端末": {"OS": "林檎", "国内": true}"#) == ["対象 (可): 端末.OS=窓10"])
        // What favours the customer is not to be made better, nor what is neither made worse.
        #expect(try told("受付", #""端末": {"OS": "窓8", "国内": true}"#) == [])
    }

    @Test("Of versions newer ones are offered first, whatever is nearer")
    func versions() throws {
        #expect(try told("版", #""端末": {"版": "3"}"#) == ["受ける (受ける): 端末.版=forth"])
        #expect(try told("版", #""端末": {"版": "5"}"#) == ["受ける (受ける): 端末.版=forth"])
    }

    @Test("What is usually so is not changed, only what is not so to what usually is")
    func usual() throws {
        #expect(try told("窓", #""端末": {"国内": true}"#) == [])
        #expect(try told("受付", #""端末": {"OS": "窓10", "国内": false}"#) == ["対象 (可): 端末.国内=forth"])
    }

    @Test("Where other facts leave the outcome open the side is offered")
    func side() throws {
        #expect(try told("混", #""端末": {"OS": "窓6"}"#).contains("- (受ける): 端末.OS=窓7"))
    }

    @Test("Of an open answer on a side that is against the customer something better is looked for; on no side nothing is")
    func open() throws {
        let sample = try Sample(Self.rules)
        let place = try sample.decision("受付")
        let solver = Solver(sample.plan, budget: 100_000)
        func found(_ facts: String) throws -> Counterfactuals {
            let frame = try sample.frame(#"{"as_of": "2026-07-01", \#(facts)}"#)
            return solver.counterfactuals(place, frame, solver.finding(place, frame))
        }
        // 対象外 or 地域外, as it is or is not within the country: with it as it usually is, another system helps.
        let refused = try found(#""端末": {"OS": "窓6"}"#)
        #expect(!refused.isOpen && refused.found.contains { $0.changes.count == 2 && $0.outcome == 4 })
        #expect(try found(#""端末": {"国内": true}"#).isOpen)
    }
}
