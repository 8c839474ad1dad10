import Completions
import Decisions
import RuleTesting
import Runtime
import Samples
import Testing
import Vocabulary

@Suite("Where an answer is not as expected")
struct ExpectationTests {
    private static let purple = #"{"as_of": "2026-07-01", "物": {"赤": true, "青": true}}"#
    private static let open = #"{"as_of": "2026-07-01", "物": {"青": true}}"#

    private func differences(
        _ facts: String, of decision: String = "色", status: DecisionStatus? = nil, outcome: Int? = nil, possible: [Int]? = nil, grounds: [String]? = nil,
        allGrounds: [String]? = nil, missing: [String]? = nil
    ) throws -> [Difference] {
        let rules = try TestedRules()
        let expectation = Expectation(
            decision: try rules.sample.decision(decision), status: status, outcome: outcome, possible: possible, grounds: grounds, allGrounds: allGrounds,
            missing: missing)
        return expectation.differences(from: try rules.sample.answer(decision, facts), rules.sample.plan)
    }

    @Test("An answer that is as expected differs in nothing")
    func same() throws {
        #expect(try differences(Self.purple, status: .determined, outcome: 0, possible: [0], grounds: ["1"], allGrounds: ["1", "2"], missing: []).isEmpty)
        #expect(try differences(Self.open, status: .undetermined, possible: [0, 1], missing: ["物.赤"]).isEmpty)
    }

    @Test("What is not expected is not looked at", arguments: [purple, open])
    func nothing(facts: String) throws {
        #expect(try differences(facts).isEmpty)
    }

    @Test("Another outcome is named beside the one that came")
    func outcome() throws {
        #expect(try differences(Self.purple, outcome: 1) == [Difference(what: "色 outcome", expected: "寒色", found: "暖色")])
    }

    @Test("Where it is open no outcome came, and the status says what remains")
    func undetermined() throws {
        let found = try differences(Self.open, status: .determined, outcome: 1)
        let expected = [
            Difference(what: "色 status", expected: "determined", found: "undetermined (暖色, 寒色)"),
            Difference(what: "色 outcome", expected: "寒色", found: "-"),
        ]
        #expect(found == expected)
    }

    @Test("A conflict is told as one")
    func conflict() throws {
        let facts = #"{"as_of": "2026-07-01", "物": {"丸": true, "柄": ["縞"]}}"#
        #expect(try differences(facts, of: "形", status: .conflict).isEmpty)
        #expect(
            try differences(facts, of: "形", status: .determined) == [Difference(what: "形 status", expected: "determined", found: "conflict (conflict)")])
        #expect(try differences(Self.purple, status: .conflict) == [Difference(what: "色 status", expected: "conflict", found: "determined (暖色)")])
    }

    @Test("Outcomes that remain are compared as a set", arguments: [([0, 1], true), ([1, 0], true), ([0], false), ([0, 1, 2], false), ([], false)])
    func possible(numbers: [Int], isSame: Bool) throws {
        let names = ["暖色", "寒色", "無色"]
        let expected = Difference(what: "色 possible", expected: numbers.map { names[$0] }.joined(separator: ", "), found: "暖色, 寒色")
        #expect(try differences(Self.open, possible: numbers) == (isSame ? [] : [expected]))
    }

    @Test(
        "Primary grounds are exactly those expected: neither fewer nor more, in any order",
        arguments: [(["1"], nil), (["2"], "2"), ([], "-"), (["2", "1"], "1, 2"), (["1", "1"], nil)] as [([String], String?)])
    func grounds(ids: [String], expected: String?) throws {
        let found = try differences(Self.purple, grounds: ids)
        #expect(found == (expected.map { [Difference(what: "色 grounds", expected: $0, found: "1")] } ?? []))
    }

    @Test(
        "All grounds hold also those that gave way to a higher rank",
        arguments: [(["1", "2"], nil), (["2", "1"], nil), (["1"], "1"), ([], "-")] as [([String], String?)])
    func allGrounds(ids: [String], expected: String?) throws {
        let found = try differences(Self.purple, allGrounds: ids)
        #expect(found == (expected.map { [Difference(what: "色 all grounds", expected: $0, found: "1, 2")] } ?? []))
    }

    @Test("A default without a clause rests on nothing")
    func noGrounds() throws {
        let facts = #"{"as_of": "2026-07-01", "物": {"赤": false, "青": false}}"#
        #expect(try differences(facts, outcome: 2, grounds: [], allGrounds: []).isEmpty)
        #expect(try differences(facts, grounds: ["1"]) == [Difference(what: "色 grounds", expected: "1", found: "-")])
    }

    @Test(
        "Missing facts are exactly those that decide",
        arguments: [(["物.赤"], true), (["物.青"], false), (["物.赤", "物.青"], false), ([], false)] as [([String], Bool)])
    func missing(names: [String], isSame: Bool) throws {
        let expected = Difference(what: "色 missing", expected: names.joined(separator: ", "), found: "物.赤")
        #expect(try differences(Self.open, missing: names) == (isSame ? [] : [expected]))
    }

    @Test("The grounds that are named come once each, the primary ones first")
    func named() throws {
        let decision = try TestedRules().sample.decision("色")
        func named(_ grounds: [String]?, _ all: [String]?) -> [String] {
            Expectation(decision: decision, status: nil, outcome: nil, grounds: grounds, allGrounds: all).namedGrounds
        }
        #expect(named(["2"], ["1", "2", "3"]) == ["2", "1", "3"])
        #expect(named(nil, ["1"]) == ["1"] && named(["1"], nil) == ["1"] && named(nil, nil).isEmpty)
    }
}
