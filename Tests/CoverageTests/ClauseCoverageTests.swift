import Coverage
import Testing

@Suite("Which provisions are encoded and tested")
struct ClauseCoverageTests {
    private func status(_ provisions: [Provision], rules: String = "") throws -> [ClauseCoverage.Status] {
        ClauseCoverage.account(for: provisions, try CoveredContract(rules).inventory).map(\.status)
    }

    @Test("A provision is in the rules, without effect, or missing, in the order that was asked")
    func statuses() throws {
        let coverage = try CoveredContract().coverage(["3", "1", "77", "2", "9", "4"])
        #expect(coverage.lines.map(\.provision.id) == ["3", "1", "77", "2", "9", "4"])
        #expect(coverage.nonoperative.map(\.provision.id) == ["3"])
        #expect(coverage.encoded.map(\.provision.id) == ["1", "9", "4"])
        #expect(coverage.missing.map(\.provision.id) == ["77", "2"])
    }

    @Test("What hangs on its proviso accounts for a provision")
    func proviso() throws {
        let rules = "第7条 「なし」\n第7条ただし書 「あれば別」\n規則 別 { もし 物.赤 ならば 人数 = 足りる }"
        #expect(try status([Provision(id: "7.1", also: [], parent: nil)]) == [.missing])
        #expect(try status([Provision(id: "7.1", also: [], parent: nil)], rules: rules) == [.encoded])
    }

    @Test("A provision answers under its other numbers too")
    func also() throws {
        #expect(try status([Provision(id: "77", also: ["78", "1"], parent: nil)]) == [.encoded])
        #expect(try status([Provision(id: "77", also: ["3"], parent: nil)]) == [.nonoperative])
    }

    @Test("What hangs on an article accounts for its only paragraph, and for none of several")
    func onlyParagraph() throws {
        let (article, first, second) = (
            Provision(id: "5", also: [], parent: nil), Provision(id: "5.1", also: [], parent: "5"), Provision(id: "5.2", also: [], parent: "5")
        )
        #expect(try status([article, first]) == [.encoded, .encoded])
        #expect(try status([article, first, second]) == [.encoded, .missing, .missing])
        #expect(try status([article, second]) == [.encoded, .missing], "only a first paragraph can be all there is")
        let item = Provision(id: "5.1.1", also: [], parent: "5.1")
        #expect(try status([article, first, item]) == [.encoded, .missing, .missing], "one that is divided is not the article")
    }

    @Test(
        "A provision is tested where some test fails without what hangs on it",
        arguments: [
            // A rule that gives the outcome.
            ("2.1", "物.値 = 1000円 ; 物.赤 = 偽 ; 期待 可否 = 可", true),
            // Without it the answer is the same.
            ("2.1", "物.値 = 999円 ; 期待 可否 = 不可", false),
            // A proviso that takes it away; the paragraph is its whole.
            ("2.1.proviso", "物.値 = 1000円 ; 物.赤 = 真 ; 期待 可否 = 不可", true),
            // A norm that is expected, and one that is not looked at.
            ("2.1", "物.値 = 1000円 ; 物.赤 = 偽 ; 期待 義務 知らせ", true), ("2.1", "物.値 = 999円 ; 期待 義務 知らせ なし", false),
            // A test that fails as it is shows nothing.
            ("2.1", "物.値 = 1000円 ; 物.赤 = 偽 ; 期待 可否 = 不可", false), ("2.1", "物.値 = 999円 ; 期待 義務 知らせ", false),
            // A definition that holds, and facts that must be known for the outcome.
            ("1", "物.値 = 1000円 ; 物.赤 = 偽 ; 期待 可否 = 可", true), ("1", "物.値 = 999円 ; 期待 可否 = 不可", false),
            // The facts of a list, whether or not they are as the rule wants them.
            ("5", "人 = { 大人 = 真 } 全員 ; 期待 人数 = 足りる", true), ("5", "人 = { 大人 = 偽 } 全員 ; 期待 人数 = 足りない", true),
            ("5", "人 = {} 全員 ; 期待 人数 = 足りない", false),
            // A default that rests on the clause: only a test that names the grounds sees it.
            ("9", "物.値 = 999円 ; 期待 可否 = 不可 根拠 第9条", true), ("9", "物.値 = 999円 ; 期待 可否 = 不可", false),
            // A reading, where the other gives something else.
            ("4", "人 = { 大人 = 真 } 全員 ; 期待 人数 = 足りる", true), ("4", "人 = { 大人 = 偽 } 全員 ; 期待 人数 = 足りない", false),
        ])
    func tested(id: String, body: String, isTested: Bool) throws {
        let coverage = try CoveredContract("試験 「見本」 { 基準日 2026-07-01 ; \(body) }").coverage([id])
        #expect(coverage.lines.map(\.test) == [isTested ? "見本" : nil])
        #expect(coverage.untested.map(\.provision.id) == (isTested ? [] : [id]))
    }

    @Test("The first test that fails is the one that is named; a provision that is not in the rules has none")
    func first() throws {
        let tests = """
            試験 「安い」 { 基準日 2026-07-01 ; 物.値 = 1円 ; 期待 可否 = 不可 }
            試験 「高い」 { 基準日 2026-07-01 ; 物.値 = 1000円 ; 物.赤 = 偽 ; 期待 可否 = 可 }
            試験 「もっと高い」 { 基準日 2026-07-01 ; 物.値 = 2000円 ; 物.赤 = 偽 ; 期待 可否 = 可 }
            """
        let coverage = try CoveredContract(tests).coverage(["2.1", "3", "77"])
        #expect(coverage.lines.map(\.test) == ["高い", nil, nil])
        #expect(coverage.untested.isEmpty)
    }

    @Test("Without tests nothing is tested, and without provisions there is nothing to account for")
    func none() throws {
        let covered = try CoveredContract()
        #expect(covered.coverage(["1", "2.1"]).untested.count == 2)
        #expect(covered.coverage([]).lines.isEmpty)
    }
}
