import Contract
import Coverage
import Testing
import Vocabulary

@Suite("What hangs on a clause")
struct ClauseInventoryTests {
    @Test("Rules, norms, definitions, facts, defaults and readings hang on the clause under whose header they stand")
    func kinds() throws {
        let covered = try CoveredContract()
        let (words, high, reading) = (covered.names("1"), covered.names("2.1"), covered.names("4"))
        #expect(words.facts == ["物.値", "物.赤"] && words.definitions == ["高い"] && words.rules.isEmpty)
        #expect(high.rules == ["高い物"] && high.norms == ["知らせ"] && high.all == ["高い物", "知らせ"])
        #expect(reading.all == ["読み"] && reading.interpretations == ["読み"])
        #expect(covered.names("5").all == ["人.大人"], "a field of a list is a fact too")
        #expect(covered.names("9").defaults == ["可否"], "a default hangs on what it rests on, wherever the decision stands")
    }

    @Test("What stands before the first header hangs on nothing")
    func before() throws {
        let covered = try CoveredContract()
        let all = covered.contract.clauses.flatMap { covered.names($0.id).all }
        #expect(!all.contains("人数") && all.count == 10, "each of the other ten stands on one clause")
    }

    @Test("A clause and its parts may be taken together")
    func parts() throws {
        let covered = try CoveredContract()
        #expect(covered.names("2.1", parts: ["proviso"]).rules == ["高い物", "赤い物"])
        #expect(covered.names("2.1", parts: ["first"]).rules == ["高い物"])
        #expect(covered.names("2").all.isEmpty, "a paragraph is no part in this sense")
    }

    @Test(
        "An entry decides, has no effect and says why, or is empty",
        arguments: [("1", true, nil, false), ("3", false, "日々の判定には現れない", false), ("4", true, nil, false), ("2", false, nil, true), ("77", false, nil, true)]
            as [(String, Bool, String?, Bool)])
    func entries(id: String, isEncoded: Bool, reason: String?, isEmpty: Bool) throws {
        let entry = try CoveredContract().inventory.entry(id, parts: [])
        #expect(entry.isEncoded == isEncoded && entry.nonoperative == reason && entry.isEmpty == isEmpty)
    }

    @Test(
        "The rules name a clause that has a header, whether or not anything hangs on it",
        arguments: [("2", true), ("2.1.proviso", true), ("7", false), ("", false)])
    func named(id: String, isNamed: Bool) throws {
        #expect(try CoveredContract().inventory.names(id) == isNamed)
    }

    @Test("In a clause is what its ID begins, by whole segments; a first paragraph may be the whole article")
    func within() throws {
        let inventory = try CoveredContract("第20条 「別の条」\n第2条第2項 「次の項」").inventory
        #expect(inventory.within("2") == ["2", "2.1", "2.1.proviso", "2.2"])
        #expect(inventory.within("2.1") == ["2", "2.1", "2.1.proviso"])
        #expect(inventory.within("2.2") == ["2.2"])
        #expect(inventory.within("20") == ["20"] && inventory.within("7").isEmpty)
    }
}
