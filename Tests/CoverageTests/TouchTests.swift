import Coverage
import Testing

@Suite("What must be looked at again where a clause changed")
struct TouchTests {
    private static let tests = """
        試験 「高い」 { 基準日 2026-07-01 ; 物.値 = 1000円 ; 物.赤 = 偽 ; 期待 可否 = 可 }
        試験 「赤」 { 基準日 2026-07-01 ; 物.値 = 1000円 ; 物.赤 = 真 ; 期待 可否 = 不可 }
        試験 「安い」 { 基準日 2026-07-01 ; 物.値 = 1円 ; 物.赤 = 偽 ; 期待 可否 = 不可 根拠 第9条 }
        試験 「知らせ」 { 基準日 2026-07-01 ; 期待 義務 知らせ なし }
        試験 「足りる」 { 基準日 2026-07-01 ; 人 = { 大人 = 真 } ; 期待 人数 = 足りる }

        """

    private func touch(_ id: String) throws -> Touch? { try CoveredContract(Self.tests).touch(id) }

    @Test("It names what hangs on the clause, and the trials in which that applies or is expected")
    func article() throws {
        let touch = try #require(try touch("2"))
        #expect(touch.clause == "2" && touch.rules == ["高い物", "赤い物", "知らせ"])
        #expect(touch.cases == ["高い", "赤", "知らせ"])
    }

    @Test("Only its own where it is a part, and a rule that gave way does not count")
    func proviso() throws {
        let touch = try #require(try touch("2.1.proviso"))
        #expect(touch.rules == ["赤い物"] && touch.cases == ["赤"])
    }

    @Test("A trial that names the clause among its grounds counts")
    func ground() throws {
        #expect(try #require(try touch("9")).cases == ["安い"])
    }

    @Test("A reading alone is touched too, though no trial shows it")
    func reading() throws {
        let touch = try #require(try touch("4"))
        #expect(touch.rules == ["読み"] && touch.cases.isEmpty)
    }

    @Test("Where nothing hangs there is nothing to look at", arguments: ["3", "77", ""])
    func nothing(id: String) throws {
        #expect(try touch(id) == nil)
    }
}
