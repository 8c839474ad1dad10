import Testing
import Vocabulary

@Suite("Places and what has names")
struct PlaceTests {
    private static let colors = Enumeration(name: "色", label: nil, cases: ["赤", "青"].map { .init(name: $0, label: nil, patterns: []) })

    @Test("The places of a list are the numbers of its elements")
    func places() throws {
        let list = ["a", "b", "c"]
        #expect(list.places.map(\.value) == [0, 1, 2] && list.places.map { list[$0] } == list)
        #expect(list.places.reversed().map(\.number) == [2, 1, 0] && list.places.dropFirst().first == Place(1))
        #expect([String]().places.isEmpty)
        #expect(Place<String>(1) < Place<String>(2) && Place<String>(Int(Int32.max)).value == Int(Int32.max))
        #expect(Place<Fact>.asOf.value == 0 && Place<Fact>.asOfTime.value == 1)
    }

    @Test("The code of a case is its place among the cases")
    func codes() {
        #expect(Self.colors.code(of: "赤") == 0 && Self.colors.code(of: "青") == 1 && Self.colors.code(of: "緑") == nil)
        #expect(Enumeration(name: "空", label: nil, cases: []).code(of: "") == nil)
    }

    @Test("What has no label is called by its name; a fact's field is the last part of its path")
    func captions() {
        let plain = Fact(name: "障害.起因", type: .bool)
        let labelled = Fact(name: "起因", type: .bool, label: "原因", kind: .discretion(by: "乙"))
        #expect(plain.caption == "障害.起因" && plain.field == "起因" && !plain.isDiscretion)
        #expect(labelled.caption == "原因" && labelled.field == "起因" && labelled.isDiscretion)
        #expect(!Fact(name: "a", type: .bool, kind: .finding(by: "乙")).isDiscretion && Fact(name: "", type: .bool).field == "")
        #expect(RecordList(name: "者", label: nil, question: nil, fields: []).caption == "者")
        #expect(Decision.Outcome(name: "否", label: "できない").caption == "できない" && Decision.Outcome(name: "否", label: nil).caption == "否")
    }

    @Test("A conflict is one past the outcomes, and with it they fit a word")
    func conflict() {
        let decision = Decision(
            name: "可否", label: nil, outcomes: [.init(name: "否", label: nil), .init(name: "可", label: nil)], isRanked: true, fallback: 1, ground: nil)
        #expect(decision.conflict == 2)
        #expect(decision.order.isRanked && decision.order.fallback == 1 && decision.order.conflict == 2)
        #expect(Decision.mostOutcomes + 1 < 64)
    }

    @Test("A decision is kept for each purpose alone")
    func purposes() {
        var decisions = PurposefulDecisions()
        #expect(DecisionPurpose.allCases.allSatisfy { decisions[$0] == nil })
        decisions[.application] = Place(3)
        #expect(DecisionPurpose.allCases.map { decisions[$0]?.value } == [nil, 3, nil])
        decisions[.application] = nil
        #expect(decisions == PurposefulDecisions())
    }

    @Test(
        "An ID of a clause's other number is that of the clause, with all below it and nothing beside",
        arguments: [
            ("app1.3", "app1.2"), ("app1.3.5.4", "app1.2.5.4"), ("app1.2.5", "app1.2.5"), ("app1.30", "app1.30"), ("app1", "app1"), ("", ""),
        ])
    func otherNumbers(id: String, expected: String) {
        var shared = Clause(id: "app1.2", citation: "別紙1Ⅱ", heading: nil, gist: nil, nonoperative: nil)
        shared.also = "app1.3"
        let clauses = [Clause(id: "app1.1", citation: "別紙1Ⅰ", heading: nil, gist: nil, nonoperative: nil), shared]
        #expect(clauses.primary(id) == expected)
        #expect([Clause]().primary(id) == id)
    }

    @Test("A step is about its rule, and to hold is not to apply")
    func steps() {
        #expect(Step.holds(Place(2)).rule == Place(2) && Step.applies(Place(2)).rule == Place(2))
        #expect(Step.holds(Place(2)) != Step.applies(Place(2)))
    }
}
