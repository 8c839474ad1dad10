import Completions
import Contract
import Decisions
import Diagnostics
import Documents
import Extraction
import Facts
import Forms
import Planning
import Plans
import Proofs
import Runtime
import Serialization
import Syntax
import Testing
import Vocabulary

/// A form goes to and fro with all that it knows.
@Suite("Forms about a case")
struct CaseFormTests {
    private static let rules = """
        規約 見本 { 主判定 可否 }
        列挙 作業 { 復旧 「壊れた所を直す」 表記 /直し/ ; 設定 「設定する」 表記 /設定/ ; 質問 ; 訪問 ; 回収 ; 廃棄 }
        列挙 起因 { 感染 「ウイルス」 表記 /ウイルス/ ; 天災 表記 /地震/ ; 老朽 }
        事実 依頼 {
          作業 : 作業 「作業」 問 「どの作業ですか」 主題
          夜間 : 真偽 「夜間」 問 「夜間ですか」
          台数 : 整数 「台数」 問 「何台ですか」
          起因 : 集合 起因 「原因」 問 「原因は」
          例外 : 真偽 「例外」 問 「例外ですか」 裁量 乙
          検分 : 真偽 「検分の結果」 問 「検分で分かりましたか」 認定 乙 前提 依頼.作業 = 訪問
        }
        一覧 者 「関係者」 問 「関係者はいますか」 { 該当 : 真偽 「該当」 問 「該当しますか」 }
        判定 可否 「可否」 { 結果 否, 可 ; 既定 可 }
        第1条 一
        規則 復旧は否 { もし 依頼.作業 = 復旧 ならば 可否 = 否 }
        規則 検分で否 { もし 依頼.作業 = 訪問 かつ 依頼.検分 ならば 可否 = 否 }
        """

    private static func plan() throws -> Plan {
        let tree = SyntaxTree.parse(SourceFile(path: "t.kiyaku", bytes: Array(rules.utf8)), id: SourceID(0))
        let checked = CheckedContract.check([tree], data: [:])
        return Plan(try #require(checked.contract, "\(checked.diagnostics)"))
    }

    private let plan: Plan

    init() throws { plan = try Self.plan() }

    private func facts(_ fields: [(name: String, value: String)]) -> CaseFacts {
        let form = CaseForm(fields, plan)
        return CaseFacts(form, Extractor(enumerations: plan.enumerations, facts: plan.facts).extract(form.text), plan)
    }

    private func document(_ fields: [(name: String, value: String)]) -> String { facts(fields).document(asOf: "2026-11-24").text() }

    @Test("None of these is no to each that has no answer, and to nothing else")
    func noneOfThese() {
        let asked = [("text", ""), ("said", ""), ("none", "依頼.夜間,依頼.検分"), ("fact:依頼.検分", "はい")]
        let text = document(asked)
        #expect(text.contains(#""依頼.夜間":"いいえ""#) && text.contains(#""依頼.検分":"はい""#) && !text.contains("依頼.作業"))
        #expect(!document(asked + [("unknown", "依頼.夜間,依頼.検分")]).contains("いいえ"))
    }

    @Test("The question that was chosen goes with the words; a press is another choice, and the menu's word is told apart")
    func chosenQuestion() {
        func form(_ text: String, _ more: [(String, String)]) -> CaseForm { CaseForm([("text", text), ("said", "画面を直して")] + more, plan) }
        #expect(form("画面を直して", [("question", "対象")]).question == "対象")
        #expect(form("画面を直して。急いで", [("question", "対象")]).question == "対象")
        #expect(form("地震です", [("question", "対象")]).question == nil)
        #expect(form("画面を直して", [("question", "対象"), ("asked", "費用")]).question == "費用")
        #expect(form("画面を直して", [("decision", "期限"), ("asked", "費用")]).decision == "期限")
    }

    @Test("What the text gives counts, with the words that gave it")
    func fromTheText() throws {
        let facts = facts([("text", "画面を直してください")])
        let known = try #require(facts.known.first)
        #expect(plan.facts[known.fact].name == "依頼.作業")
        #expect(known.found?.words == "直し")
        #expect(known.isUsed)
        #expect(document([("text", "画面を直してください")]) == #"{"as_of":"2026-11-24","依頼.作業":"復旧"}"#)
    }

    @Test("A doubtful fact waits until it is confirmed")
    func doubtful() {
        let fields = [("text", "直してほしいのかもしれません")]
        #expect(document(fields) == #"{"as_of":"2026-11-24"}"#)
        #expect(document(fields + [("fact:依頼.作業", "復旧"), ("found:依頼.作業", "復旧"), ("confirm", "依頼.作業")]) == #"{"as_of":"2026-11-24","依頼.作業":"復旧"}"#)
    }

    @Test("What an answer rests on waits for a yes, however plain the words are", arguments: ["ウイルスです", "地震とウイルスのせいです"])
    func basis(text: String) throws {
        let known = try #require(facts([("text", text)]).known.first)
        #expect(!known.isUsed)
        #expect(document([("text", text)]) == #"{"as_of":"2026-11-24"}"#)
        // The page is sent again with all that its controls had: that is no yes.
        let controls = known.values.map { (name: "fact:依頼.起因", value: $0) }
        let sent = [("text", text), ("found:依頼.起因", known.values.joined(separator: "、"))] + controls
        #expect(document(sent) == #"{"as_of":"2026-11-24"}"#)
        #expect(document(sent + [("confirm", "依頼.起因")]) != #"{"as_of":"2026-11-24"}"#)
    }

    @Test("A yes is to what was shown: it does not hold for what another text gives")
    func stale() {
        let sent = [("found:依頼.起因", "感染"), ("fact:依頼.起因", "感染"), ("confirmed", "依頼.起因")]
        #expect(document([("text", "ウイルスです")] + sent) == #"{"as_of":"2026-11-24","依頼.起因":{"感染":true}}"#)
        #expect(document([("text", "地震です")] + sent) == #"{"as_of":"2026-11-24"}"#)
        #expect(document([("text", "地震とウイルスです")] + sent) == #"{"as_of":"2026-11-24"}"#)
    }

    @Test("Of several values that the text speaks of none counts until one is chosen", arguments: [("復旧", "設定"), ("設定", "復旧")])
    func rivals(chosen: String, other: String) throws {
        let text = [("text", "画面を直し、設定もお願いします")]
        let known = try #require(facts(text).known.first)
        #expect(!known.isUsed)
        #expect(Set(known.values + known.others) == ["復旧", "設定"])
        let sent = text + [("found:依頼.作業", known.values[0]), ("fact:依頼.作業", known.values[0])]
        #expect(document(sent) == #"{"as_of":"2026-11-24"}"#)
        #expect(document(sent + [("choose", "依頼.作業=\(chosen)")]) == #"{"as_of":"2026-11-24","依頼.作業":"\#(chosen)"}"#)
        #expect(document(sent + [("choose", "依頼.作業")]) == #"{"as_of":"2026-11-24"}"#)
    }

    @Test("What was read and would change the outcome is put to be confirmed; what would not is only shown")
    func candidates() throws {
        func view(_ text: String) throws -> InquiryContent {
            let form = CaseForm([("text", text)], plan)
            let facts = facts([("text", text)])
            let reading = FactReader.read(try JSONReader.read(Array(facts.document(asOf: "2026-11-24").text().utf8)), plan: plan)
            let decision = try #require(plan.mainDecision)
            return InquiryView(plan, language: .japanese).content(
                form, facts, decision: decision, day: "2026-11-24", time: "", answer: Decider(plan).answer(decision, reading.frame), action: "/inquiry")
        }
        let open = try view("ウイルスのせいで、直してほしいのかもしれません")
        #expect(open.candidates.map(\.fact) == ["依頼.作業"])
        #expect(open.known.map(\.fact) == ["依頼.起因"])
        let settled = try view("ウイルスのせいなので直してください")
        #expect(settled.candidates.isEmpty)
    }

    @Test("A correction goes before the text, and what is removed does not come back")
    func corrected() {
        let text = [("text", "画面を直してください"), ("found:依頼.作業", "復旧")]
        #expect(document(text + [("fact:依頼.作業", "設定")]) == #"{"as_of":"2026-11-24","依頼.作業":"設定"}"#)
        #expect(document(text + [("fact:依頼.作業", "復旧"), ("remove", "依頼.作業")]) == #"{"as_of":"2026-11-24"}"#)
        #expect(document([("text", "画面を直してください"), ("removed", "依頼.作業")]) == #"{"as_of":"2026-11-24"}"#)
        #expect(document([("text", "画面を直してください"), ("removed", "依頼.作業"), ("fact:依頼.作業", "質問")]) == #"{"as_of":"2026-11-24","依頼.作業":"質問"}"#)
    }

    @Test("A control that still has what the text gave is no correction: a new text gives a new fact")
    func newText() {
        let fields = [("text", "設定をお願いします"), ("fact:依頼.作業", "復旧"), ("found:依頼.作業", "復旧")]
        #expect(document(fields) == #"{"as_of":"2026-11-24","依頼.作業":"設定"}"#)
    }

    // MARK: Another caller

    private static let first = [
        ("text", "画面を直してください"), ("said", "画面を直してください"), ("fact:依頼.作業", "復旧"), ("found:依頼.作業", "復旧"), ("fact:依頼.夜間", "はい"),
        ("fact:依頼.台数", "?"), ("closed:依頼.起因", "yes"), ("list:者", "none"),
    ]

    private func another(_ text: String, _ more: [(name: String, value: String)] = []) -> [(name: String, value: String)] {
        Self.first.map { $0.0 == "text" ? ("text", text) : $0 } + more
    }

    @Test(
        "With other words nothing stays of what was answered for those of before",
        arguments: ["設定をお願いします", "画面を直して", "", "画面を消してください", "  ", "下さい"])
    func anotherCaller(text: String) throws {
        let facts = facts(another(text))
        #expect(facts.unsure.isEmpty)
        #expect(facts.known.allSatisfy { $0.found != nil }, "\(facts.known)")
        let form = CaseForm(another(text), plan)
        #expect(form.complete.isEmpty && form.closed.isEmpty && form.left.count == 4 && form.early == 0)
    }

    @Test(
        "Words that were only added to are the same caller's",
        arguments: ["画面を直してください", "画面を直してください。夜でも構いません", "もしもし、画面を直してください", "画面を今日直してください", " 画面を\r\n直してください\n"])
    func sameCaller(text: String) {
        let written = document(another(text))
        #expect(written == #"{"as_of":"2026-11-24","依頼.作業":"復旧","依頼.夜間":"はい","依頼.起因":"なし","依頼.台数":"不明","者":{"全員":true,"項目":[]}}"#)
        #expect(CaseForm(another(text), plan).left.count == 0)
    }

    @Test("What was left behind comes back when it is the same caller after all, before what the new words give")
    func restored() {
        let left = CaseForm(another("設定をお願いします"), plan).left.pairs
        #expect(!left.contains { $0.name == "fact:依頼.作業" })
        let page = [("text", "設定をお願いします"), ("said", "設定をお願いします"), ("fact:依頼.作業", "設定"), ("found:依頼.作業", "設定")]
        let kept = left.map { ("kept:" + $0.name, $0.value) }
        #expect(document(page + kept) == #"{"as_of":"2026-11-24","依頼.作業":"設定"}"#)
        #expect(
            document(page + kept + [("restore", "yes")])
                == #"{"as_of":"2026-11-24","依頼.作業":"設定","依頼.夜間":"はい","依頼.起因":"なし","依頼.台数":"不明","者":{"全員":true,"項目":[]}}"#)
        #expect(facts(page + kept + [("restore", "yes")]).unsure.map { plan.facts[$0].name } == ["依頼.台数"])
        #expect(document(page + [("kept:fact:依頼.作業", "質問"), ("restore", "yes")]) == #"{"as_of":"2026-11-24","依頼.作業":"質問"}"#)
    }

    @Test("Answers from before the first words stay, are pointed out, and can be taken out")
    func early() {
        let fields = [("said", ""), ("text", "設定をお願いします"), ("fact:依頼.夜間", "はい")]
        #expect(document(fields) == #"{"as_of":"2026-11-24","依頼.作業":"設定","依頼.夜間":"はい"}"#)
        #expect(CaseForm(fields, plan).early == 1)
        #expect(CallerNotice(language: .english).content(CaseForm(fields, plan))?.act == "fresh")
        #expect(document(fields + [("fresh", "yes")]) == #"{"as_of":"2026-11-24","依頼.作業":"設定"}"#)
        #expect(CaseForm(fields + [("fresh", "yes")], plan).left.count == 1)
    }

    @Test("What the text gave and gives no more is nobody's answer; confirmed it is one")
    func givenNoMore() {
        let fields = [("text", "画面のこと"), ("fact:依頼.作業", "復旧"), ("found:依頼.作業", "復旧")]
        #expect(document(fields) == #"{"as_of":"2026-11-24"}"#)
        #expect(document(fields + [("confirmed", "依頼.作業")]) == #"{"as_of":"2026-11-24","依頼.作業":"復旧"}"#)
    }

    // MARK: The environment check

    @Test("A form that anyone can send says what anyone can see, of what the decision looks at, and no more")
    func accepted() throws {
        let decision = try #require(plan.mainDecision)
        let sent = [
            ("fact:依頼.作業", "復旧"), ("fact:依頼.例外", "はい"), ("fact:依頼.検分", "はい"), ("fact:依頼.夜間", "はい"), ("unknown", "依頼.作業"), ("unknown", "依頼.検分"),
            ("closed:依頼.起因", "yes"), ("list:者", "none"), ("text", "画面を直して"), ("confirmed", "依頼.検分"), ("fact:依頼.作業", String(repeating: "x", count: 201)),
        ]
        let taken = EnvironmentView.accepted(sent, decision, plan).map { "\($0.name)=\($0.value)" }
        #expect(taken == ["fact:依頼.作業=復旧", "unknown=依頼.作業"])
    }

    private func check(_ fields: [(name: String, value: String)]) throws -> EnvironmentContent {
        let (form, decision) = (CaseForm(fields, plan), try #require(plan.mainDecision))
        let facts = CaseFacts(form, nil, plan)
        let reading = FactReader.read(try JSONReader.read(Array(facts.document(asOf: "2026-11-24").text().utf8)), plan: plan)
        let answer = Decider(plan).answer(decision, reading.frame)
        let view = EnvironmentView(plan, language: .japanese)
        let shown = AnswerView(plan, language: .japanese) { _ in nil }.content(answer, Proof(plan, answer), kept: nil)
        return view.content(
            form, facts, answer: answer, checked: view.checked(answer, shown), day: "2026-11-24", detected: [], code: nil, faults: [],
            action: "/environment")
    }

    @Test("A customer is asked what anyone can see; what only a responsible person finds is named as what is left")
    func customers() throws {
        let start = try check([])
        #expect(start.questions.map(\.name) == ["fact:依頼.作業"])
        #expect(start.answer?.verdict.status == "undetermined" && start.waiting.isEmpty)
        let later = try check([("fact:依頼.作業", "訪問")])
        #expect(later.questions.isEmpty && later.waiting == ["検分の結果"])
        let settled = try check([("fact:依頼.作業", "復旧")])
        #expect(settled.answer?.verdict.status == "determined" && settled.waiting.isEmpty && settled.questions.isEmpty)
    }

    @Test("わからない is no fact, and can be asked again")
    func unsure() {
        #expect(facts([("fact:依頼.夜間", "?")]).unsure.map { plan.facts[$0].name } == ["依頼.夜間"])
        #expect(facts([("unknown", "依頼.台数"), ("fact:依頼.台数", "3")]).known.isEmpty)
        #expect(facts([("fact:依頼.夜間", "?"), ("reopen", "依頼.夜間")]).unsure.isEmpty)
    }

    @Test("Members that are not named are open, unless the box says that there are no others")
    func sets() {
        #expect(document([("fact:依頼.起因", "感染"), ("fact:依頼.起因", "老朽")]) == #"{"as_of":"2026-11-24","依頼.起因":{"感染":true,"老朽":true}}"#)
        #expect(document([("fact:依頼.起因", "感染"), ("closed:依頼.起因", "yes")]) == #"{"as_of":"2026-11-24","依頼.起因":{"のみ":["感染"]}}"#)
        #expect(document([("closed:依頼.起因", "yes")]) == #"{"as_of":"2026-11-24","依頼.起因":"なし"}"#)
    }

    @Test("A list is complete only when someone says so")
    func lists() throws {
        #expect(document([("list:者", "?")]) == #"{"as_of":"2026-11-24"}"#)
        let written = document([("list:者", "none")])
        let reading = FactReader.read(try JSONReader.read(Array(written.utf8)), plan: plan)
        #expect(reading.faults.isEmpty)
        #expect(reading.frame.lists[0].isComplete)
    }

    @Test("Records are added, told apart by their number and taken away; a new one makes a list incomplete again")
    func records() throws {
        func document(_ fields: [(name: String, value: String)]) -> String {
            let form = CaseForm(fields, plan)
            return CaseFacts(form, nil, plan).document(asOf: "2026-11-24", records: CaseRecords(fields, form, plan)).text()
        }
        #expect(document([("list:者", "none"), ("add", "者")]) == #"{"as_of":"2026-11-24","者":{"項目":[{}]}}"#)
        let two = [("records:者", "2"), ("fact:者[1].該当", "はい"), ("fact:者[2].該当", "いいえ"), ("list:者", "none")]
        #expect(document(two) == #"{"as_of":"2026-11-24","者":{"全員":true,"項目":[{"該当":"はい"},{"該当":"いいえ"}]}}"#)
        #expect(document(two + [("drop", "者[1]")]) == #"{"as_of":"2026-11-24","者":{"全員":true,"項目":[{"該当":"いいえ"}]}}"#)
        #expect(document([("records:者", "1"), ("fact:者[1].該当", "?")]) == #"{"as_of":"2026-11-24","者":{"項目":[{}]}}"#)
    }

    @Test("Records that the page did not count, and counts beyond the bound, do no harm", arguments: ["0", "-1", "101", "99999999999999999999", "x"])
    func strangeRecords(count: String) {
        let fields = [("records:者", count), ("fact:者[1].該当", "はい"), ("fact:者[0].該当", "はい"), ("fact:者[", "はい"), ("drop", "者[9]")]
        #expect(CaseRecords(fields, CaseForm(fields, plan), plan).lists.isEmpty)
    }

    @Test("Names that the vocabulary does not know, and values of no shape, do no harm")
    func strange() {
        #expect(document([("fact:", "x"), ("fact:無い", "x"), ("remove", "無い"), ("closed:", ""), ("", ""), ("found:依頼.作業", "")]) == #"{"as_of":"2026-11-24"}"#)
        #expect(document([("fact:依頼.台数", "<script>")]) == #"{"as_of":"2026-11-24","依頼.台数":"<script>"}"#)
    }

    @Test("Every fact of the document that was made from a form can be read back")
    func readBack() throws {
        let fields = [
            ("fact:依頼.作業", "復旧"), ("fact:依頼.夜間", "いいえ"), ("fact:依頼.台数", "3"), ("fact:依頼.起因", "天災"), ("closed:依頼.起因", "yes"),
        ]
        let reading = FactReader.read(try JSONReader.read(Array(document(fields).utf8)), plan: plan)
        #expect(reading.faults.map(\.message.japanese) == [])
    }

    @Test("The page asks what still decides, and shows no fact twice")
    func view() throws {
        let form = CaseForm([("fact:依頼.夜間", "?")], plan)
        let facts = CaseFacts(form, nil, plan)
        let reading = FactReader.read(try JSONReader.read(Array(facts.document(asOf: "2026-11-24").text().utf8)), plan: plan)
        let decision = try #require(plan.mainDecision)
        let answer = Decider(plan).answer(decision, reading.frame)
        let content = InquiryView(plan, language: .japanese).content(
            form, facts, decision: decision, day: "2026-11-24", time: "", answer: answer, action: "/inquiry")
        #expect(content.questions.map(\.name) == ["fact:依頼.作業"])
        #expect(content.questions.first?.select?.options.count == 8, "six cases are a menu")
        #expect(content.carried == [HiddenField(name: "fact:依頼.夜間", value: "?")])
    }
}
