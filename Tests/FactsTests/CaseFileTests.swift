import Completions
import Decisions
import Diagnostics
import Facts
import Plans
import Testing
import Vocabulary

@Suite("Case files")
struct CaseFileTests {
    private func file(_ text: String) throws -> CaseFile { CaseFile(try json(text), plan: try plan()) }

    private func expecting(_ entry: String) throws -> CaseFile {
        try file("{\"as_of\": \"2026-11-22\", \"facts\": {\"依頼\": {\"作業\": \"障害復旧\"}}, \"expect\": [\(entry)], \"note\": \"見本\"}")
    }

    @Test("A case has facts, expectations and a note")
    func all() throws {
        let file = try expecting(
            #"{"decision": "可否", "status": "determined", "outcome": "対象", "grounds": ["1", "第2条"], "possible": ["対象", "conflict"], "missing": ["依頼.訪問", "関係者"]}"#
        )
        #expect(file.faults == [])
        #expect(file.note == "見本")
        #expect(file.reading.given.map(\.text) == ["障害の復旧"])
        let one = try #require(file.expectations.first)
        #expect(one.status == .determined)
        #expect(one.outcome == 1)
        #expect(one.grounds == ["1", "2"])
        #expect(one.possible == [1, 3])
        #expect(one.missing == ["依頼.訪問", "関係者"])
    }

    @Test("Duties are expected with their day and their amount, or not at all")
    func duties() throws {
        let file = try expecting(
            #"{"decision": "可否", "duties": [{"name": "連絡", "by": "2026-11-25"}, {"name": "手数料", "amount": "1,200円"}, {"name": "連絡", "applies": false, "by": null}]}"#
        )
        #expect(file.faults == [])
        #expect(
            file.expectations.first?.norms == [
                ExpectedNorm(norm: 0, applies: true, deadline: .value(try day("2026-11-25")), amount: nil),
                ExpectedNorm(norm: 1, applies: true, deadline: nil, amount: .value(1_200_000_000)),
                ExpectedNorm(norm: 0, applies: false, deadline: .open, amount: nil),
            ])
    }

    @Test("A side is expected by its name, null where none should be certain; likewise what holds under usual circumstances")
    func sides() throws {
        let named = try #require(
            try expecting(
                #"{"decision": "可否", "side": "対象", "assuming": {"status": "undetermined", "outcome": "対象", "side": null, "assumed": ["依頼.訪問"]}}"#
            ).expectations.first)
        #expect(named.side == .some(1))
        let facts = try plan().facts
        let fact = try #require(facts.places.first { facts[$0].name == "依頼.訪問" })
        #expect(named.usual == .some(ExpectedUsual(status: .undetermined, outcome: 1, side: .some(nil), assumed: [fact])))
        let none = try #require(try expecting(#"{"decision": "可否", "side": null, "assuming": null}"#).expectations.first)
        #expect(none.side == .some(nil) && none.usual == .some(nil))
        let any = try #require(try expecting(#"{"decision": "可否", "assuming": {}}"#).expectations.first)
        #expect(any.side == nil && any.usual == .some(ExpectedUsual()))
    }

    @Test("What an expectation does not say is not looked at")
    func little() throws {
        let one = try #require(try expecting(#"{"decision": "可否", "outcome": null}"#).expectations.first)
        #expect(one.status == nil)
        #expect(one.outcome == nil)
        #expect(one.grounds == nil)
        #expect(one.possible == nil)
        #expect(one.side == nil && one.usual == nil)
    }

    @Test(
        "An expectation that the contract cannot meet is at fault",
        arguments: [
            (#"{"decision": "可非"}"#, "K5004", "expect[1].decision"), (#"{"status": "determined"}"#, "K5015", "expect[1]"), ("3", "K5003", "expect[1]"),
            (#"{"decision": "可否", "status": "settled"}"#, "K5004", "expect[1].status"),
            (#"{"decision": "可否", "outcome": "対象外"}"#, "K5004", "expect[1].outcome"),
            (#"{"decision": "可否", "outcome": 1}"#, "K5003", "expect[1].outcome"), (#"{"decision": "可否", "grounds": ["9.9"]}"#, "K5004", "expect[1].grounds[1]"),
            (#"{"decision": "可否", "grounds": "1"}"#, "K5003", "expect[1].grounds"),
            (#"{"decision": "可否", "possible": ["対象", "x"]}"#, "K5004", "expect[1].possible[2]"),
            (#"{"decision": "可否", "missing": ["依頼.訪門"]}"#, "K5004", "expect[1].missing[1]"),
            (#"{"decision": "可否", "ground": []}"#, "K5002", "expect[1].ground"),
            (#"{"decision": "可否", "side": "不可"}"#, "K5004", "expect[1].side"), (#"{"decision": "可否", "side": 1}"#, "K5003", "expect[1].side"),
            (#"{"decision": "可否", "assuming": []}"#, "K5003", "expect[1].assuming"),
            (#"{"decision": "可否", "assuming": {"side": "不可"}}"#, "K5004", "expect[1].assuming.side"),
            (#"{"decision": "可否", "assuming": {"assumed": ["依頼.訪門"]}}"#, "K5004", "expect[1].assuming.assumed[1]"),
            (#"{"decision": "可否", "assuming": {"possible": []}}"#, "K5002", "expect[1].assuming.possible"),
            (#"{"decision": "可否", "duties": [{"name": "連絡する"}]}"#, "K5004", "expect[1].duties[1].name"),
            (#"{"decision": "可否", "duties": [{"name": "連絡", "by": "きのう"}]}"#, "K5005", "expect[1].duties[1].by"),
            (#"{"decision": "可否", "duties": [{"name": "手数料", "amount": "100km"}]}"#, "K5005", "expect[1].duties[1].amount"),
            (#"{"decision": "可否", "duties": [{"name": "連絡", "on": "x"}]}"#, "K5002", "expect[1].duties[1].on"),
            (#"{"decision": "可否", "duties": [{"name": "連絡", "applies": 1}]}"#, "K5003", "expect[1].duties[1].applies"),
            (#"{"decision": "可否", "duties": [{"by": null}]}"#, "K5015", "expect[1].duties[1]"),
        ])
    func fault(entry: String, code: String, path: String) throws {
        let file = try expecting(entry)
        #expect(file.faults.map(\.code.rawValue) == [code])
        #expect(file.faults.map(\.path) == [path])
        #expect(file.expectations == [])
    }

    @Test("A case needs its day, its facts and what it expects")
    func missing() throws {
        #expect(try file("{\"as_of\": \"2026-11-22\"}").faults.map(\.message.english) == ["`facts` is missing", "`expect` is missing"])
        #expect(try file("{\"facts\": {}, \"expect\": []}").faults.map(\.code.rawValue) == ["K5007"])
        #expect(try file("{\"as_of\": \"2026-11-22\", \"facts\": {}, \"expect\": 3}").faults.map(\.code.rawValue) == ["K5003"])
    }

    @Test("Faults of facts and of expectations come together, in the order of the document")
    func together() throws {
        let faults = try file(#"{"as_of": "2026-11-22", "expect": [{"decision": "x"}], "facts": {"なぞ": 1}}"#).faults
        #expect(faults.map(\.path) == ["expect[1].decision", "なぞ"])
    }

    @Test("A case file can be decided as a facts document")
    func asFacts() throws {
        let reading = FactReader.read(try json(#"{"as_of": "2026-11-22", "facts": {"依頼.訪問": true}, "expect": [], "note": ""}"#), plan: try plan())
        #expect(reading.faults == [])
        #expect(reading.given.count == 1)
    }
}
