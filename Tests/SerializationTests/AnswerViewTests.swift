import Completions
import Decisions
import Diagnostics
import Plans
import Proofs
import Samples
import Serialization
import Testing
import Vocabulary

@Suite("Answers as the parts of a page")
struct AnswerViewTests {
    private static let red = #"{"as_of": "2026-07-01", "物": {"値": 1000, "赤": true}}"#
    private static let able = #"{"as_of": "2026-07-01", "物": {"値": 1000, "赤": false, "日": "2026-06-15"}}"#
    private static let kept = AnswerView.Kept(number: 7, href: "/records/7", link: "https://example.jp/records/7")

    private func view(_ sample: Sample, _ language: MessageLanguage = .japanese) -> AnswerView {
        AnswerView(sample.plan, language: language) { $0 == "9" ? nil : "/clauses/\($0)" }
    }

    private func content(
        _ decision: String = "可否", facts: String, _ language: MessageLanguage = .japanese, kept: AnswerView.Kept? = nil, number: Int = 0,
        hiding hidden: [String] = []
    ) throws -> AnswerContent {
        let sample = try Sample(SerializedSample.rules)
        let answer = try sample.answer(decision, facts)
        let facts = Set(try hidden.map { try sample.fact($0) })
        return view(sample, language).content(answer, Proof(sample.plan, answer), kept: kept, number: number, without: facts)
    }

    @Test("A settled answer is its question, its outcome and the clause that decided")
    func settled() throws {
        let content = try content(facts: Self.able)
        let verdict = content.verdict
        #expect(verdict.status == "determined" && verdict.isPlain && !verdict.isOpen && !verdict.isConflict)
        #expect(verdict.statusText == "確定" && verdict.question == "できるか" && verdict.outcome == "できる" && verdict.possible.isEmpty)
        #expect(verdict.asOf == "2026年7月1日" && verdict.ground == ClauseLink(cite: "第1条", href: "/clauses/1", gist: "高い物はできる"))
        #expect(content.reasons == [LabelledValue(label: "値段", value: "1,000円")])
    }

    @Test("What there is nothing of is empty")
    func empty() throws {
        let content = try content(facts: #"{"as_of": "2026-07-01", "物": {"値": 1, "赤": false}}"#)
        #expect(content.also.isEmpty && content.possibleGrounds.isEmpty && content.defeated.isEmpty && content.duties.isEmpty)
        #expect(content.discretion.isEmpty && content.sources.isEmpty && content.assumptions.isEmpty)
        #expect(content.nextChange == nil && content.record == nil && content.copy == nil && content.quiet == nil)
        #expect(content.verdict.ground?.cite == "第9条" && content.verdict.ground?.href == nil, "a clause without a page has none")
    }

    @Test("An answer that is open says what may come, and the clauses that may decide")
    func open() throws {
        let content = try content(facts: #"{"as_of": "2026-07-01", "物": {"値": 1000}}"#)
        let verdict = content.verdict
        #expect(verdict.isOpen && !verdict.isPlain && verdict.statusText == "未決" && verdict.outcome == "まだ決まりません")
        #expect(verdict.possible == ["できる", "できない"] && verdict.ground == nil)
        #expect(Set(content.possibleGrounds.map(\.href)) == ["/clauses/1", "/clauses/1.1.proviso"])
    }

    @Test(
        "A conflict is told in the reader's language",
        arguments: [(MessageLanguage.japanese, "抵触", "規則どうしが食い違っています"), (.english, "conflict", "The rules disagree")])
    func conflict(language: MessageLanguage, status: String, outcome: String) throws {
        let content = try content("形", facts: #"{"as_of": "2026-07-01", "物": {"柄": ["点", "縞"]}}"#, language)
        #expect(content.verdict.isConflict && content.verdict.statusText == status && content.verdict.outcome == outcome)
        #expect(content.possibleGrounds.isEmpty)
    }

    @Test("What gave way, what would change it and what is owed stand in parts of their own")
    func parts() throws {
        let red = try content(facts: Self.red)
        #expect(red.defeated.map(\.cite) == ["第1条"] && red.defeated.map(\.text) == ["ただし書"])
        let change = try #require(red.changes.first)
        #expect(change.set == "赤: いいえ" && change.outcome == "できる" && change.clause?.cite == "第1条")
        let duty = try #require(try content(facts: Self.able).duties.first)
        #expect(duty.who == "義務 甲→乙" && duty.what == "届ける（期限: 2026年7月15日）" && duty.clause?.cite == "第1条")
    }

    @Test("When it changes by itself is said in words")
    func next() throws {
        let next = try content("期限", facts: #"{"as_of": "2026-07-01", "物": {"期日": "2026-07-31"}}"#).nextChange
        #expect(next?.when == "2026年8月1日" && next?.outcome == "遅い")
    }

    @Test("An edition that is not in force yet is an assumption that matters")
    func notInForce() throws {
        let assumption = try #require(try content(facts: #"{"as_of": "2026-03-31", "物": {"値": 1, "赤": false}}"#).assumptions.first)
        #expect(assumption.matters && assumption.text.contains("2026年4月1日") && assumption.effect == nil)
    }

    @Test("The second answer on a page has a suffix of its own", arguments: [(0, ""), (1, "-2"), (2, "-3")])
    func suffix(number: Int, suffix: String) throws {
        #expect(try content(facts: Self.able, number: number).suffix == suffix)
    }

    @Test("Of an answer that is kept the number is shown, and there is something to copy")
    func kept() throws {
        let content = try content(facts: Self.able, kept: Self.kept)
        #expect(content.record?.number == "7" && content.record?.href == "/records/7")
        #expect(content.copy?.citation == "見本規約 第1条" && content.copy?.link == "https://example.jp/records/7" && content.copy?.reply.isEmpty == false)
    }

    @Test("What would show a hidden fact is left out; the result stays")
    func hidden() throws {
        let content = try content(facts: Self.able, kept: Self.kept, hiding: ["物.値"])
        #expect(content.reasons.isEmpty && content.changes.isEmpty && content.proof.isEmpty && content.copy == nil)
        #expect(content.verdict.outcome == "できる" && content.verdict.ground?.cite == "第1条")
        // A fact that the proof does not look at hides nothing.
        let other = try self.content(facts: Self.able, hiding: ["物.柄"])
        #expect(!other.proof.isEmpty && !other.reasons.isEmpty)
    }

    @Test("The proof is a tree of states and texts")
    func proof() throws {
        let line = try #require(try content(facts: Self.able).proof.first)
        #expect(line.rule == "高い" && line.cite == "第1条")
        let part = try #require(line.parts.first)
        #expect(part.state == "true" && part.stateText == "真" && part.source == nil && part.parts.isEmpty)
    }

    @Test("Where only the result is left it is shown, and nothing else")
    func reduced() throws {
        let sample = try Sample(SerializedSample.rules)
        let left = view(sample).content(.determined, of: "可否", outcome: "可", side: "可", ground: "1", asOf: "2026-07-01", number: 1)
        #expect(left.verdict.outcome == "できる" && left.verdict.question == "できるか" && left.verdict.ground?.gist == "高い物はできる" && left.suffix == "-2")
        #expect(left.proof.isEmpty && left.reasons.isEmpty && left.copy == nil && left.record == nil)
        #expect(view(sample).outcome("可", of: "可否", .determined) == "できる" && view(sample).outcome(nil, of: "可否", .undetermined) == "まだ決まりません")
    }

    @Test("What the edition no longer has is shown as it is called")
    func gone() throws {
        let sample = try Sample(SerializedSample.rules)
        let left = view(sample, .english).verdict(.determined, of: "昔の判定", outcome: "昔の結果", side: "昔の側", ground: "77", asOf: "2020-01-01")
        #expect(left.question == "昔の判定" && left.outcome == "昔の結果" && left.statusText == "determined" && left.ground == ClauseLink(cite: "77"))
        let open = view(sample).verdict(.undetermined, of: "可否", outcome: nil, side: nil, ground: nil, asOf: "2020-01-01")
        #expect(open.outcome == "まだ決まりません" && open.ground == nil && open.isOpen)
        let side = view(sample).verdict(.undetermined, of: "可否", outcome: nil, side: "昔の側", ground: nil, asOf: "2020-01-01")
        #expect(side.outcome == "昔の側")
    }
}
