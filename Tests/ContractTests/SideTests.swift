import Diagnostics
import Plans
import Samples
import Testing
import Vocabulary

@Suite("The sides of a decision")
struct SideTests {
    private static func rules(_ sides: String, parties: String = "甲, 乙") -> String {
        """
        規約 見本 { 当事者 \(parties) }
        事実 物 「物」 { 側 : 真偽 「側」 問 「側ですか」 }
        判定 受付 「受けるか」 {
          結果 適用外, 対象外, 停止中, 対象 「対象です」
          既定 要協議
          \(sides)
        }
        第1条 「見本」
        規則 側 { もし 物.側 ならば 受付 = 対象 }
        規則 適用外 { もし 物.側 でない ならば 受付 = 適用外 }

        """
    }

    private func decision(_ sides: String) throws -> Decision { try Sample(Self.rules(sides)).plan.decisions[0] }

    @Test("Sides nest, hold what stands inside them, and every other outcome is one by itself")
    func nest() throws {
        let decision = try decision("側 いまは不可 「いまは」 { 停止中, 不可 「だめ」 { 適用外, 対象外 } }")
        #expect(decision.sides.map(\.name) == ["いまは不可", "不可", "対象", "要協議"])
        #expect(decision.sides.map { Array($0.outcomes) } == [[0, 1, 2], [0, 1], [3], [4]])
        #expect(decision.sides.map(\.isDeclared) == [true, true, false, false])
        #expect(decision.sides[2].text == "対象です")
    }

    @Test(
        "The side of some outcomes is the smallest that holds them all",
        arguments: [
            ([0], "不可"), ([0, 1], "不可"), ([2], "いまは不可"), ([0, 2], "いまは不可"), ([3], "対象"), ([0, 3], nil), ([3, 4], nil), ([], nil), ([5], nil),
        ] as [([Int], String?)])
    func smallest(outcomes: [Int], name: String?) throws {
        let decision = try decision("側 いまは不可 「いまは」 { 停止中, 不可 「だめ」 { 適用外, 対象外 } }")
        #expect(decision.side(of: OutcomeSet(outcomes)).map { decision.sides[$0].name } == name)
    }

    @Test("Of two sides with the same outcomes the inner one is meant")
    func sameOutcomes() throws {
        let decision = try decision("側 外 「外」 { 内 「内」 { 適用外, 対象外 } }")
        #expect(decision.side(of: OutcomeSet([0, 1])).map { decision.sides[$0].name } == "内")
    }

    @Test("Branches are what lies directly inside")
    func branches() throws {
        let decision = try decision("側 いまは不可 「いまは」 { 停止中, 不可 「だめ」 { 適用外, 対象外 } }")
        #expect(decision.branches(of: nil).map { Array($0) } == [[0, 1, 2], [3], [4]])
        #expect(decision.branches(of: 0).map { Array($0) } == [[0, 1], [2]])
        #expect(decision.branches(of: 1).map { Array($0) } == [[0], [1]])
    }

    @Test("Without sides every outcome is one")
    func none() throws {
        let decision = try decision("")
        #expect(decision.sides.map(\.name) == decision.outcomes.map(\.name))
        #expect(decision.branches(of: nil).map { Array($0) } == [[0], [1], [2], [3], [4]])
    }

    @Test("Whom an outcome favours is told by itself or by its side")
    func favours() throws {
        let decision = try decision("側 不可 「だめ」 { 適用外, 対象外 } ; 有利 甲 { 対象 } 乙 { 不可 }")
        #expect(decision.outcomes.map(\.favours) == ["乙", "乙", nil, "甲", nil])
    }

    @Test("English spells it side and favours; 側 stays a name of facts")
    func english() throws {
        let decision = try decision("side no \"no\" { 適用外, 対象外 }\nfavours 甲 { 対象 }")
        #expect(decision.sides[0].name == "no" && decision.outcomes[3].favours == "甲")
    }

    @Test(
        "What cannot be is a finding at its place",
        arguments: [
            ("側 不可 「だめ」 { 適用外, 対象外け }", "K3005"), ("側 不可 「だめ」 { 適用外, 適用外 }", "K2002"),
            ("側 不可 「だめ」 { 適用外 }, 可 「よい」 { 適用外 }", "K2002"), ("側 対象 「よい」 { 対象, 停止中 }", "K2002"),
            ("側 不可 「だめ」 { 適用外 }, 不可 「だめ」 { 対象外 }", "K2002"), ("有利 丙 { 対象 }", "K3012"), ("有利 甲 { 対象 } 乙 { 対象 }", "K2002"),
            ("有利 甲 { 無い }", "K3005"), ("側 不可 { 適用外 }", "K1010"), ("側 不可 「だめ」 { }", "K1010"), ("側 不可 「だめ」", "K1010"),
        ])
    func findings(sides: String, code: String) throws {
        #expect { try Sample(Self.rules(sides)) } throws: { "\($0)".contains(code) }
    }

    @Test("Sides nested without end are refused, not followed")
    func bounded() throws {
        let depth = 10_000
        let sides = "側 " + (0..<depth).map { "s\($0) 「s」 { " }.joined() + "対象" + String(repeating: " }", count: depth)
        #expect { try Sample(Self.rules(sides)) } throws: { "\($0)".contains("K1013") }
    }
}
