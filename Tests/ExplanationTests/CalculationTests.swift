import Decisions
import Diagnostics
import Explanation
import Norms
import Plans
import Proofs
import Runtime
import Samples
import Testing
import Values
import Vocabulary

@Suite("How amounts and deadlines were worked out")
struct CalculationTests {
    private static let rules = """
        規約 見本 { 当事者 甲 「客」, 乙 「店」 }
        事実 支払 「支払」 {
          金額 : 数 円 「金額」 問 「いくらですか」
          率 : 数 % 「率」 問 「何%ですか」
          期日 : 日付 「期日」 問 「期日は」
          完済日 : 日付 「完済の日」 問 「いつ払いましたか」
        }
        判定 遅れ { 結果 ある ; 既定 ない }
        解釈 休日 { 論点 「休日の期日」 ; 条項 第1条 ; 案 送る 採用 ; 案 送らない }
        第1条 「遅れれば払う」
        定義 送る = 解釈 休日 = 送る
        表 送った期日 「送った期日」 先勝ち : 日付 {
          | 送る || 日 |
          | 真 || 休日送り(支払.期日) |
          | - || 支払.期日 |
        }
        規則 遅れ { もし 支払.完済日 が 支払.期日 より後 ならば 遅れ = ある }
        第2条 「損害金」
        費用 損害金 {
          者 甲 ; 内容 「損害金を払う」
          額 四捨五入(支払.金額 × 14.6% × 日数(送った期日, 支払.完済日) ÷ 365, 1円)
          算定 「見本法第3条」
          もし 遅れ = ある ; 期限 満了日(支払.完済日, 1か月)
        }
        費用 手数料 { 者 甲 ; 内容 「手数料を払う」 ; 額 切上げ((支払.金額 - 100円) × 支払.率, 10円) ; もし 遅れ = ある ; 期限 支払.完済日 + 1か月 }
        費用 実費 { 者 甲 ; 内容 「実費を払う」 ; 額 定めなし 「明細を見る」 ; もし 遅れ = ある ; 期限 初算(支払.完済日) }

        """.replacing("初算(支払.完済日)", with: "初日算入満了日(支払.完済日, 10日)")

    private func steps(_ name: String, _ facts: String, _ language: MessageLanguage = .japanese) throws -> [String] {
        let sample = try Sample(Self.rules)
        let answer = try sample.answer("遅れ", #"{"as_of": "2024-06-01", "支払": {\#(facts)}}"#)
        var prover = Prover(sample.plan, answer)
        guard let norm = sample.plan.norms.firstIndex(where: { $0.norm.name == name }), let calculation = prover.calculation(of: norm) else { return [] }
        return CalculationText(sample.plan, language: language).lines(calculation)
    }

    /// 31 March 2024 is a Sunday, 1 April a Monday; 50,000 × 14.6% × 9 ÷ 365 = 180.
    @Test("The days that count, the base, the rate, the rounding and what they come to stand on one line")
    func amount() throws {
        let lines = try steps("損害金", #""金額": "50000円", "期日": "2024-03-31", "完済日": "2024-04-10""#)
        #expect(
            lines.first
                == "額の計算: 2024年3月31日（日曜）の次の、日曜でも祝日でもない日 ＝ 2024年4月1日（民法142条） → 2024年4月1日の翌日の2024年4月2日から2024年4月10日までの日数 ＝ 9日（初日不算入、民法140条本文） → 50,000円×14.6%×9日÷365、1円単位に四捨五入 ＝ 180円"
        )
        #expect(lines.last == "算定: 見本法第3条")
    }

    /// Art. 143(2): from 31 January (the first day does not count) the period of one month begins on 1 February and ends on 29 February 2024;
    /// `+ 1か月` leads to the corresponding day, and there is no 31 April.
    @Test(
        "Periods say from which day they begin and by which article",
        arguments: [
            ("損害金", "2024-01-31", "2024年1月31日の翌日の2024年2月1日を起算日とする1か月の末日 ＝ 2024年2月29日（初日不算入、民法140条本文。起算日の応当日の前日に満了、143条2項）"),
            ("手数料", "2024-03-31", "2024年3月31日の1か月後 ＝ 2024年4月30日（応当日、なければ月の末日。民法143条2項）"),
            ("実費", "2024-03-31", "2024年3月31日の9日後 ＝ 2024年4月9日（初日不算入、民法140条本文）"),
        ])
    func deadline(norm: String, paid: String, line: String) throws {
        let lines = try steps(norm, #""金額": "1000円", "率": "3%", "期日": "2024-01-15", "完済日": "\#(paid)""#)
        #expect(lines.contains("期限の計算: " + line), "\(lines)")
    }

    /// (1,234 - 100) × 3% = 34.02, brought up to 40.
    @Test("A difference is a step of its own; a rate that is a fact is told with its unit")
    func product() throws {
        let lines = try steps("手数料", #""金額": "1234円", "率": "3%", "期日": "2024-01-15", "完済日": "2024-02-15""#)
        #expect(lines.first == "額の計算: 1,234円－100円 ＝ 1,134円 → 1,134円×3%、10円単位に切上げ ＝ 40円")
    }

    @Test("What is not known is named and nothing is worked out from it")
    func unknown() throws {
        let lines = try steps("手数料", #""率": "3%", "期日": "2024-01-15", "完済日": "2024-02-15""#)
        #expect(lines.first == "額の計算: 金額（不明）－100円 ＝ まだ計算できません → 金額－100円（不明）×3%、10円単位に切上げ ＝ まだ計算できません")
        #expect(try steps("手数料", #""率": "3%", "期日": "2024-01-15", "完済日": "2024-02-15""#, .english).first?.contains("not known yet") == true)
    }

    @Test("For those who check, each fact and each step with its name, its clause, its reason and the reading")
    func full() throws {
        let sample = try Sample(Self.rules)
        let answer = try sample.answer("遅れ", #"{"as_of": "2024-06-01", "支払": {"金額": "50000円", "期日": "2024-03-31", "完済日": "2024-04-10"}}"#)
        let text = LegalText(sample.plan, language: .japanese, digest: "sha256:0").render(answer, Proof(sample.plan, answer))
        #expect(text.contains("■ 額と期限の計算\n  費用: 損害金を払う（第2条）\n    額の計算\n      1. 金額 ＝ 50,000円\n      2. 期日 ＝ 2024年3月31日\n"))
        #expect(text.contains("      4. 送った期日: 2024年4月1日（理由: 解釈「休日」は「送る」を採る、第1条）\n"))
        #expect(text.contains("    算定: 見本法第3条"))
    }

    /// That the contract states no amount is said to everyone, with where it is to be found.
    @Test("An amount that the contract does not state is said with where to look it up", arguments: [MessageLanguage.japanese, .english])
    func unstated(language: MessageLanguage) throws {
        let sample = try Sample(Self.rules)
        let answer = try sample.answer("遅れ", #"{"as_of": "2024-06-01", "支払": {"期日": "2024-03-31", "完済日": "2024-04-10"}}"#)
        let proof = Proof(sample.plan, answer)
        let said = language == .japanese ? "規約に定めがありません。明細を見る" : "the contract states none; see 明細を見る"
        #expect(DecisionText(sample.plan, language: language).render(answer, proof).contains(said))
        #expect(LegalText(sample.plan, language: language, digest: "").render(answer, proof).contains(said))
        #expect(CustomerReply(sample.plan, language: language).render(answer, proof).contains(said))
    }

    /// Every part of a step was made before it, what comes out is what the norm comes to, and each step is worked out again in another way:
    /// day by day, and with whole numbers.
    @Test("Whatever the facts, the steps add up to what is owed")
    func property() throws {
        let sample = try Sample(Self.rules)
        let seed = UInt64(20_261_130)
        var dice = SystemDice(seed)
        var looked = 0
        for _ in 0..<600 {
            let facts = [
                #""金額": "\#(dice.below(2_000_000))円""#, #""率": "\#(dice.below(40))%""#, #""期日": "\#(dice.day())""#, #""完済日": "\#(dice.day())""#,
            ].filter { _ in dice.below(8) > 0 }
            let answer = try sample.answer("遅れ", #"{"as_of": "2026-01-01", "支払": {\#(facts.joined(separator: ", "))}}"#)
            var prover = Prover(sample.plan, answer)
            for inForce in answer.norms {
                guard let calculation = prover.calculation(of: inForce.norm) else { continue }
                for (subject, own) in calculation.parts {
                    let last = try #require(own.steps.last)
                    let wanted = subject == .amount ? inForce.amount : inForce.deadline
                    #expect((last.result.state == .known ? last.result.value : nil) == wanted, "\(facts)")
                    var made: [ValueID: Reading] = [:]
                    for step in own.steps {
                        for part in step.parts {
                            if case .constant = sample.plan[part.value] { continue }
                            #expect(made[part.value] == part.reading, "\(facts)")
                        }
                        if let again = Again(sample.plan).result(step) {
                            looked += 1
                            #expect(step.result == Reading(.known, again), "\(facts)")
                        }
                        made[step.value] = step.result
                    }
                }
            }
        }
        #expect(looked > 1_000)
    }
}

/// Steps worked out anew, by counting.
private struct Again {
    private let plan: Plan

    init(_ plan: Plan) { self.plan = plan }

    /// Nil for what is not known, or not counted here.
    func result(_ step: Calculation.Step) -> Int64? {
        guard step.parts.allSatisfy({ $0.reading.state == .known }) else { return nil }
        let parts = step.parts.map(\.reading.value)
        switch plan[step.value] {
        case .arithmetic(.days, _, _): return parts[0] <= parts[1] ? Int64((parts[0]..<parts[1]).count) * 1_000_000 : nil
        case .arithmetic(.difference, _, _): return parts[0] - parts[1]
        case .rounded(let quotient):
            var (above, below) = (1.0, 1.0)
            for (number, part) in parts.dropLast().enumerated() {
                if number < Int(quotient.factorCount) { above *= Double(part) / 1e6 } else { below *= Double(part) / 1e6 }
            }
            let unit = Double(parts[parts.count - 1]) / 1e6
            let exact = above / below / unit
            // Doubles cannot tell what lies on the very edge.
            guard abs(exact * 2 - (exact * 2).rounded()) > 1e-6 else { return nil }
            let rule: FloatingPointRoundingRule =
                switch quotient.rounding {
                case .half: .toNearestOrAwayFromZero
                case .up: .awayFromZero
                case .down: .towardZero
                }
            return Int64(exact.rounded(rule) * unit * 1e6)
        case .calendar(.addDays, _, let count): return parts[0] + count
        case .calendar(.periodEnd, _, 1):
            // One month from its first day: the day before the same day of the next month, or that month's end where there is none.
            guard let first = CivilDate(dayNumber: Int(parts[0]) + (step.beginsNextDay ? 1 : 0)) else { return nil }
            for number in Int(first.dayNumber) + 1...Int(first.dayNumber) + 62 {
                guard let day = CivilDate(dayNumber: number), let after = CivilDate(dayNumber: number + 1), day.month != first.month else { continue }
                if day.day == first.day { return Int64(number - 1) }
                if after.month != day.month { return Int64(number) }
            }
            return nil
        case .constant, .fact, .arithmetic, .calendar, .count, .total, .lookup, .choice: return nil
        }
    }
}

/// Numbers by a seed.
private struct SystemDice {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func below(_ count: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % count
    }

    mutating func day() -> String {
        let days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        let (year, month) = (2023 + below(2), below(12))
        let day = 1 + below(days[month])
        return "\(year)-\(month < 9 ? "0" : "")\(month + 1)-\(day < 10 ? "0" : "")\(day)"
    }
}
