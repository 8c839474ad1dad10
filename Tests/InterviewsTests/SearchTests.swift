import Completions
import Decisions
import Interviews
import Plans
import Runtime
import Testing
import Vocabulary

/// What the search makes of values that it cannot spread out: it must leave open what is open, and say which facts would settle it.
@Suite("Values that the search cannot spread out")
struct SearchTests {
    private func rules(_ facts: String, _ condition: String) throws -> Plan {
        try plan(
            """
            規約 t { }
            事実 物 「物」 { \(facts) }
            一覧 台 「台」 問 「台」 { 値 : 数 「値」 問 「値」 ; 買 : 日付 「買」 問 「買」 ; 着 : 日付 「着」 問 「着」 }
            判定 可否 { 結果 否, 可 ; 順位 ; 既定 可 }
            第1条 一
            規則 一 { もし \(condition) ならば 可否 = 否 }
            """)
    }

    private let two = "左 : 数 「左」 問 「左」 ; 右 : 数 「右」 問 「右」"

    @Test(
        "Facts that are only calculated with, or compared with each other, are open and asked",
        arguments: [
            ("物.左 + 物.右 ≥ 10", "4", "6"), ("物.左 - 物.右 = 1", "4", "3"), ("物.左 < 物.右", "1", "2"), ("物.左 = 物.右", "5", "5"), ("物.左 × 物.右 > 10", "4", "3"),
            ("物.左 ≥ 物.右 + 100", "150", "20"),
        ])
    func calculated(condition: String, left: String, right: String) throws {
        var talk = interview(try rules(two, condition))
        #expect(talk.verdict.status == .undetermined)
        try talk.say(left)
        #expect(talk.verdict.status == .undetermined)
        try talk.say(right)
        #expect(talk.outcome == "否")
    }

    @Test("A sum whose parts do not all apply asks for the parts that do")
    func premise() throws {
        let facts = "要 : 真偽 「要」 問 「要」 ; 左 : 数 「左」 問 「左」 前提 物.要 ; 右 : 数 「右」 問 「右」"
        var talk = interview(try rules(facts, "物.左 + 物.右 ≥ 10"))
        while let question = talk.next { try talk.say(question.id == "物.要" ? "はい" : "5") }
        #expect(talk.outcome == "否")
        #expect(talk.answers.map(\.question.id).contains("物.要"))
    }

    @Test("A weekday of an unknown day is open, whichever it is", arguments: ["月", "木", "日"])
    func weekday(day: String) throws {
        let talk = interview(try rules("日 : 日付 「日」 問 「日」", "曜日(物.日) = \(day) かつ 物.日 が 未到来 でない"))
        #expect(talk.verdict.status == .undetermined)
        #expect(talk.next?.id == "物.日")
    }

    @Test("Days that lie a time apart are open in either order")
    func shifted() throws {
        let facts = "左 : 日付 「左」 問 「左」 ; 右 : 日付 「右」 問 「右」"
        let condition = "物.左 が 未到来 でない かつ 物.右 が 未到来 でない かつ 物.左 が (物.右 + 30日) 以降"
        var talk = interview(try rules(facts, condition))
        #expect(talk.verdict.status == .undetermined)
        try talk.say("2025-06-01", "2025-01-01")
        #expect(talk.outcome == "否")
    }

    @Test("Whole numbers have nothing between them")
    func integers() throws {
        let talk = interview(try rules("数 : 整数 「数」 問 「数」", "物.数 > 1 かつ 物.数 < 2"))
        #expect(talk.outcome == "可")
    }

    @Test("A sum over a list asks whether it is complete, and for the values")
    func total() throws {
        var talk = interview(try rules(two, "台 の合計 台.値 ≥ 10"))
        #expect(talk.next?.id == "台[]")
        try talk.say("追加")
        #expect(talk.next?.id == "台[1].値")
        try talk.say("4", "追加", "6")
        #expect(talk.next?.id == "台[]")
        try talk.say("以上")
        #expect(talk.outcome == "否")
    }

    @Test("Days of records are compared within each record")
    func recordDays() throws {
        var talk = interview(
            try rules(two, "台 のいずれかで (台.買 が 未到来 でない かつ 台.着 が 未到来 でない かつ 台.着 が (台.買 + 30日) 以降)"))
        try talk.say("追加", "2025-01-01", "2025-01-05", "追加", "2020-01-01")
        #expect(talk.next?.id == "台[2].着")
        try talk.say("2020-03-01")
        #expect(talk.outcome == "否")
    }
}
