import Completions
import Decisions
import Diagnostics
import Documents
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

    private func json(
        _ decision: String = "可否", facts: String, _ language: MessageLanguage = .japanese, kept: AnswerView.Kept? = nil, number: Int = 0,
        hiding hidden: [String] = []
    ) throws -> JSONValue {
        let sample = try Sample(SerializedSample.rules)
        let answer = try sample.answer(decision, facts)
        let facts = Set(try hidden.map { try sample.fact($0) })
        return view(sample, language).json(answer, Proof(sample.plan, answer), kept: kept, number: number, without: facts)
    }

    @Test("A settled answer is its question, its outcome and the clause that decided")
    func settled() throws {
        let json = try json(facts: Self.able)
        #expect(json["status"] == "determined" && json["settled"] == true && json["open"] == false && json["conflict"] == false)
        #expect(json["status_text"] == "確定" && json["question"] == "できるか" && json["outcome"] == "できる" && json["possible"] == .null)
        #expect(json["as_of"] == "2026年7月1日")
        #expect(json["ground"]?.text() == #"{"cite":"第1条","href":"/clauses/1","gist":"高い物はできる","wording":null}"#)
        #expect(json["reasons"]?.text() == #"[{"label":"値段","value":"1,000円"}]"#)
    }

    @Test("What is not there is null, and not an empty list")
    func empty() throws {
        let json = try json(facts: #"{"as_of": "2026-07-01", "物": {"値": 1, "赤": false}}"#)
        for key in [
            "also", "possible", "possible_grounds", "defeated", "duties", "discretion", "sources", "next_change", "record", "copy", "quiet", "assumptions",
        ] {
            #expect(json[key] == .null, "\(key)")
        }
        #expect(json["ground"]?["href"] == .null, "a clause without a page has none")
    }

    @Test("An answer that is open says what may come, and the clauses that may decide")
    func open() throws {
        let json = try json(facts: #"{"as_of": "2026-07-01", "物": {"値": 1000}}"#)
        #expect(json["open"] == true && json["settled"] == false && json["status_text"] == "未決" && json["outcome"] == "まだ決まりません")
        #expect(json["possible"] == ["できる", "できない"] && json["ground"] == .null)
        #expect(Set(json["possible_grounds"]?.elements.compactMap { $0["href"]?.text } ?? []) == ["/clauses/1", "/clauses/1.1.proviso"])
    }

    @Test(
        "A conflict is told in the reader's language",
        arguments: [(MessageLanguage.japanese, "抵触", "規則どうしが食い違っています"), (.english, "conflict", "The rules disagree")])
    func conflict(language: MessageLanguage, status: String, outcome: String) throws {
        let json = try json("形", facts: #"{"as_of": "2026-07-01", "物": {"柄": ["点", "縞"]}}"#, language)
        #expect(json["conflict"] == true && json["status_text"] == .string(status) && json["outcome"] == .string(outcome))
        #expect(json["possible_grounds"] == .null)
    }

    @Test("What gave way, what would change it and what is owed stand in parts of their own")
    func parts() throws {
        let red = try json(facts: Self.red)
        #expect(red["defeated"]?.elements.map { $0["cite"] } == ["第1条"] && red["defeated"]?[0]?["text"] == "ただし書")
        #expect(red["changes"]?[0]?["set"] == "赤: いいえ" && red["changes"]?[0]?["outcome"] == "できる" && red["changes"]?[0]?["clause"]?["cite"] == "第1条")
        let duty = try #require(try json(facts: Self.able)["duties"]?[0])
        #expect(duty["who"] == "義務 甲→乙" && duty["what"] == "届ける（期限: 2026年7月15日）" && duty["clause"]?["cite"] == "第1条")
    }

    @Test("When it changes by itself is said in words")
    func next() throws {
        let json = try json("期限", facts: #"{"as_of": "2026-07-01", "物": {"期日": "2026-07-31"}}"#)
        #expect(json["next_change"]?.text() == #"{"when":"2026年8月1日","outcome":"遅い"}"#)
    }

    @Test("An edition that is not in force yet is an assumption that matters")
    func notInForce() throws {
        let json = try json(facts: #"{"as_of": "2026-03-31", "物": {"値": 1, "赤": false}}"#)
        let assumption = try #require(json["assumptions"]?[0])
        #expect(assumption["matters"] == true && assumption["text"]?.text?.contains("2026年4月1日") == true && assumption["effect"] == .null)
    }

    @Test("The second answer on a page has a suffix of its own", arguments: [(0, ""), (1, "-2"), (2, "-3")])
    func suffix(number: Int, suffix: String) throws {
        #expect(try json(facts: Self.able, number: number)["suffix"] == .string(suffix))
    }

    @Test("Of an answer that is kept the number is shown, and there is something to copy")
    func kept() throws {
        let json = try json(facts: Self.able, kept: Self.kept)
        #expect(json["record"]?.text() == #"{"number":"7","href":"/records/7"}"#)
        #expect(json["copy"]?["citation"] == "見本規約 第1条" && json["copy"]?["link"] == "https://example.jp/records/7")
        #expect(json["copy"]?["reply"]?.text?.isEmpty == false)
    }

    @Test("What would show a hidden fact is left out; the result stays")
    func hidden() throws {
        let json = try json(facts: Self.able, kept: Self.kept, hiding: ["物.値"])
        for key in ["reasons", "changes", "proof", "copy"] { #expect(json[key] == .null, "\(key)") }
        #expect(json["outcome"] == "できる" && json["ground"]?["cite"] == "第1条")
        // A fact that the proof does not look at hides nothing.
        let other = try self.json(facts: Self.able, hiding: ["物.柄"])
        #expect(other["proof"] != .null && other["reasons"] != .null)
    }

    @Test("The proof is a tree of states and texts")
    func proof() throws {
        let line = try #require(try json(facts: Self.able)["proof"]?[0])
        #expect(line["rule"] == "高い" && line["cite"] == "第1条")
        let part = try #require(line["children"]?[0])
        #expect(part["state"] == "true" && part["state_text"] == "真" && part["source"] == .null && part["children"] == [])
    }

    @Test("Where only the result is left it is shown, and all else is null")
    func reduced() throws {
        let sample = try Sample(SerializedSample.rules)
        let whole = try json(facts: Self.able)
        let left = view(sample).json(.determined, of: "可否", outcome: "可", ground: "1", asOf: "2026-07-01", number: 1)
        #expect(Set(left.keys) == Set(whole.keys), "a page finds the same keys")
        #expect(left["outcome"] == "できる" && left["question"] == "できるか" && left["ground"]?["gist"] == "高い物はできる" && left["suffix"] == "-2")
        #expect(left["proof"] == .null && left["reasons"] == .null && left["copy"] == .null)
    }

    @Test("What the edition no longer has is shown as it is called")
    func gone() throws {
        let sample = try Sample(SerializedSample.rules)
        let left = view(sample, .english).json(.determined, of: "昔の判定", outcome: "昔の結果", ground: "77", asOf: "2020-01-01")
        #expect(left["question"] == "昔の判定" && left["outcome"] == "昔の結果" && left["status_text"] == "determined")
        #expect(left["ground"]?.text() == #"{"cite":"77","href":null,"gist":null,"wording":null}"#)
        let open = view(sample).json(.undetermined, of: "可否", outcome: nil, ground: nil, asOf: "2020-01-01")
        #expect(open["outcome"] == "まだ決まりません" && open["ground"] == .null)
    }
}
