import Completions
import Decisions
import Diagnostics
import Interviews
import Plans
import Runtime
import Testing
import Vocabulary

@Suite("Sets, groups, lists and constraints in an interview")
struct StructureTests {
    @Test("A set asks all its members at once, and those that were not chosen are out")
    func set() throws {
        let plan = try plan(repairs)
        var talk = interview(plan, ["依頼.作業": Reading(.known, 0)])
        let question = try #require(talk.next)
        #expect(question.options.map(\.name) == ["ウイルス感染", "不正アクセス", "天災"])
        try talk.say("天災")
        #expect(talk.fact("障害.起因") == Reading(.known, 4))
        #expect(talk.frame.excluded[4 + 1] == 0b011)
        #expect(talk.outcome == "対象")
    }

    @Test("Members that are known already are no options, and stay known")
    func partlyKnown() throws {
        let plan = try plan(repairs)
        let cause = try #require(plan.facts.firstIndex { $0.name == "障害.起因" })
        var frame = FactFrame(plan, asOf: 0, time: nil)
        frame[Place(2)] = Reading(.known, 0)
        frame.set(Place(cause), yes: 0b100, no: 0b001)
        var talk = Interview(plan, decision: Place(0), frame: frame)
        #expect(talk.next?.options.map(\.name) == ["不正アクセス"])
        try talk.say("なし")
        #expect(talk.frame[Place(cause)] == Reading(.known, 0b100))
        #expect(talk.frame.excluded[cause] == 0b011)
        #expect(talk.ending == .determined)
    }

    private let pledges = """
        規約 t { 当事者 甲 「客」, 乙 「店」 }
        事実 者 「者」 { 暴 : 真偽 「暴力団」 問 「暴ですか」 ; 資 : 真偽 「資金」 問 「資ですか」 ; 別 : 真偽 「別」 問 「別ですか」
          判 : 真偽 「判断」 問 「判ですか」 裁量 乙 }
        一括確認 誓約 「誓約」 問 「次のどれにも当たりませんか」 { 者.暴, 者.資, 者.判 }
        判定 可否 { 結果 否, 可 ; 順位 ; 既定 可 }
        第1条 反社
        規則 暴 { もし 者.暴 または 者.資 または 者.判 ならば 可否 = 否 }
        規則 別 { もし 者.別 ならば 可否 = 否 }
        """

    @Test("A group of which more than one fact is unknown is one question; yes answers all its facts with no, but nothing that a party decides")
    func group() throws {
        var talk = interview(try plan(pledges))
        let question = try #require(talk.next)
        #expect(question.id == "誓約")
        #expect(question.items == ["暴力団", "資金"])
        try talk.say("はい")
        #expect(talk.fact("者.暴") == Reading(.known, 0))
        #expect(talk.fact("者.資") == Reading(.known, 0))
        #expect(talk.fact("者.判") == Reading(.unexercised))
        #expect(talk.next?.id == "者.別")
    }

    @Test("All that would be asked comes best first, each once; a group can be taken apart into what it settles")
    func questions() throws {
        let talk = interview(try plan(pledges))
        #expect(talk.questions.map(\.id) == ["誓約", "者.別"])
        #expect(talk.questions.first == talk.next)
        #expect(talk.questions.map { talk.members(of: $0).map(\.id) } == [["者.暴", "者.資"], []])
    }

    @Test("After no the facts of a group are asked one by one; after わからない they are left open")
    func groupOneByOne() throws {
        var talk = interview(try plan(pledges))
        try talk.say("いいえ")
        #expect(talk.next?.id == "者.暴")
        try talk.say("いいえ")
        #expect(talk.next?.id == "者.資")
        var other = interview(try plan(pledges))
        try other.say("?")
        #expect(other.next?.id == "者.別")
        try other.say("いいえ")
        #expect(other.ending == .unanswered)
        #expect(other.skipped == ["誓約"])
        let later = Interview(other.plan, decision: Place(0), frame: other.frame, skipped: other.skipped)
        #expect(later.next == nil)
    }

    @Test("What is known of a group is not asked again, and of what is left none is answered at once; one fact alone is asked as itself")
    func groupPartlyKnown() throws {
        let talk = interview(try plan(pledges), ["者.暴": Reading(.known, 0)])
        #expect(talk.next?.id == "者.資")
        let three = pledges.replacing("資 : 真偽", with: "脅 : 真偽 「脅し」 問 「脅しですか」 ; 資 : 真偽").replacing("{ 者.暴, 者.資, 者.判 }", with: "{ 者.暴, 者.脅, 者.資, 者.判 }")
            .replacing("もし 者.暴 または", with: "もし 者.暴 または 者.脅 または")
        var partly = interview(try plan(three), ["者.脅": Reading(.known, 0)])
        #expect(partly.next?.id == "誓約" && partly.next?.options.map(\.name) == ["者.暴", "者.資"] && partly.next?.options.map(\.number) == [1, 2])
        try partly.say("どれでもない")
        #expect(partly.fact("者.暴") == Reading(.known, 0) && partly.fact("者.資") == Reading(.known, 0) && partly.fact("者.脅") == Reading(.known, 0))
    }

    @Test("One of a group can be chosen; the others stay unknown and are asked one by one where they still matter", arguments: ["2", "資金", "者.資", "2,?"])
    func groupChosen(words: String) throws {
        var talk = interview(try plan(pledges))
        try talk.say(words)
        #expect(talk.fact("者.資") == Reading(.known, 1) && talk.fact("者.暴") == .unknown)
        #expect(talk.outcome == "否" && talk.ending == .determined)
        let loose = try plan(pledges.replacing("者.暴 または 者.資 または", with: "(者.暴 かつ 者.資) または"))
        var other = interview(loose, ["者.別": Reading(.known, 0)])
        try other.say(words)
        #expect(other.next?.id == "者.暴" && other.fact("者.暴") == .unknown)
        #expect(!other.skipped.contains("誓約"))
    }

    @Test("Only none says none: what says that there is one sets nothing", arguments: [("なし", 0), ("y", 0), ("ありません", 0), ("0", 0), ("ある", nil), ("n", nil)])
    func groupWords(words: String, value: Int?) throws {
        var talk = interview(try plan(pledges))
        try talk.say(words)
        #expect(talk.fact("者.暴") == value.map { Reading(.known, Int64($0)) } ?? .unknown)
        #expect(talk.fact("者.資") == value.map { Reading(.known, Int64($0)) } ?? .unknown)
    }

    private let parties = """
        規約 t { }
        列挙 事由 { 本人 ; 資金 }
        一覧 関係者 「関係する者」 問 「関係する者を挙げてください」 {
          氏名 : 文字 「氏名」 問 「お名前は」
          法人 : 真偽 「法人」 問 「法人ですか」
          該当 : 集合 事由 「事由」 問 「当たりますか」 前提 関係者.法人
        }
        判定 可否 { 結果 否, 可 ; 順位 ; 既定 可 }
        第1条 反社
        規則 該当 { もし 関係者 のいずれかで (関係者.該当 に {本人, 資金} のいずれかを含む) ならば 可否 = 否 }
        """

    @Test("A list asks for records, then for what matters of each, then for more, until that is all")
    func list() throws {
        var talk = interview(try plan(parties))
        #expect(talk.next?.id == "関係者[]")
        try talk.say("追加 山田商店")
        #expect(talk.next?.id == "関係者[1].法人")
        #expect(talk.next?.recordLabel == "山田商店")
        try talk.say("はい")
        #expect(talk.next?.id == "関係者[1].該当")
        try talk.say("なし")
        #expect(talk.next?.id == "関係者[]")
        #expect(talk.next?.items == ["山田商店"])
        try talk.say("追加", "いいえ")
        #expect(talk.next?.id == "関係者[]")
        try talk.say("以上")
        #expect(talk.ending == .determined)
        #expect(talk.outcome == "可")
        #expect(talk.frame.lists[0].recordCount == 2)
        #expect(talk.frame.lists[0].isComplete)
    }

    @Test("A record that decides ends the questions about the list")
    func decidingRecord() throws {
        var talk = interview(try plan(parties))
        try talk.say("追加", "はい", "資金")
        #expect(talk.ending == .determined)
        #expect(talk.outcome == "否")
    }

    @Test("A list of which nobody knows whether there are more stays open")
    func openList() throws {
        var talk = interview(try plan(parties))
        try talk.say("?")
        #expect(talk.ending == .unanswered)
        #expect(talk.skipped == ["関係者[]"])
    }

    @Test("A reopened list takes further records; the others stay")
    func reopenedList() throws {
        var talk = interview(try plan(parties))
        try talk.say("追加", "いいえ", "以上")
        let done1 = talk.change("関係者[]")
        #expect(done1)
        #expect(talk.next?.id == "関係者[]")
        #expect(talk.frame.lists[0].recordCount == 1)
        try talk.say("追加")
        #expect(talk.next?.id == "関係者[2].法人")
        talk.change("関係者[1].法人")
        #expect(talk.next?.recordLabel == "関係する者 1")
    }

    @Test("A list takes so many records and no more")
    func manyRecords() throws {
        var talk = interview(try plan(parties))
        for _ in 0..<Interview.mostRecords { try talk.say("追加", "いいえ") }
        let fault2 = talk.answer(.record(label: nil)).fault
        #expect(fault2?.kind == .outOfRange)
        try talk.say("以上")
        #expect(talk.outcome == "可")
    }

    @Test("Counting asks whether the list is complete")
    func counting() throws {
        var talk = interview(
            try plan(
                """
                規約 t { }
                一覧 機器 「機器」 問 「機器は」 { 古い : 真偽 「古い」 問 「古いですか」 }
                判定 可否 { 結果 否, 可 ; 順位 ; 既定 可 }
                第1条 台数
                規則 台数 { もし 機器 の件数 (機器.古い) ≥ 2 ならば 可否 = 否 }
                """))
        #expect(talk.next?.id == "機器[]")
        try talk.say("追加")
        #expect(talk.next?.id == "機器[1].古い")
        try talk.say("はい", "追加", "はい")
        // Two are old, but what is counted is known only when all are named.
        #expect(talk.next?.id == "機器[]")
        try talk.say("以上")
        #expect(talk.outcome == "否")
    }

    private let visits = """
        規約 t { }
        列挙 作業 { 復旧 ; 調査 }
        事実 依 「依」 { 作業 : 作業 「作業」 問 「作業は」 ; 訪問 : 真偽 「訪問」 問 「訪問は」 ; 急ぎ : 真偽 「急ぎ」 問 「急ぎですか」 前提 依.作業 = 復旧 }
        制約 「訪問は復旧のときだけ」 { もし 依.訪問 ならば 依.作業 = 復旧 }
        判定 可否 { 結果 否, 可 ; 順位 ; 既定 可 }
        第1条 訪問
        """

    @Test("A premise that a constraint settles is as good as one that was answered")
    func constraint() throws {
        var talk = interview(try plan(visits + "\n規則 一 { もし 依.急ぎ ならば 可否 = 否 }"), ["依.訪問": Reading(.known, 1)])
        #expect(talk.next?.id == "依.急ぎ")
        try talk.say("いいえ")
        #expect(talk.ending == .determined)
    }

    @Test("A change that contradicts another answer is refused, by the name of the constraint, and changes nothing")
    func contradiction() throws {
        let rules = "規則 一 { もし 依.急ぎ かつ 依.訪問 ならば 可否 = 否 }\n規則 二 { もし 依.作業 = 調査 ならば 可否 = 否 }"
        var talk = interview(try plan(visits + "\n" + rules))
        while let question = talk.next { try talk.say(question.id == "依.作業" ? "復旧" : "はい") }
        #expect(talk.answers.map(\.question.id).contains("依.訪問"))
        talk.change("依.作業")
        let question = try #require(talk.next)
        let fault = talk.answer(try talk.parse("調査", for: question).get()).fault
        #expect(fault?.kind == .contradiction)
        #expect(fault?.wording(.japanese).contains("訪問は復旧のときだけ") == true)
        #expect(talk.next == question)
        try talk.say("復旧")
        #expect(talk.ending == .determined)
    }

    @Test("An answer that only several constraints together exclude is refused with those, and no others")
    func contradictionTogether() throws {
        let rules = """
            規約 t { 当事者 甲 「客」, 乙 「店」 }
            列挙 種類 { 一 ; 二 ; 三 }
            事実 物 「物」 { 甲 : 真偽 「甲」 問 「甲ですか」 ; 乙 : 真偽 「乙」 問 「乙ですか」 ; 種 : 種類 「種類」 問 「どれですか」 }
            制約 「甲なら乙」 { もし 物.甲 ならば 物.乙 }
            制約 「一なら乙でない」 { もし 物.種 = 一 ならば 物.乙 でない }
            制約 「三なら乙」 { もし 物.種 = 三 ならば 物.乙 }
            判定 可否 { 結果 否 ; 既定 可 }
            第1条 見本
            規則 二 { もし 物.種 = 二 ならば 可否 = 否 }
            """
        var talk = interview(try plan(rules), ["物.甲": Reading(.known, 1)])
        let question = try #require(talk.next)
        let fault = talk.answer(try talk.parse("一", for: question).get()).fault
        #expect(fault?.kind == .contradiction)
        #expect(fault?.wording(.japanese).contains("「甲なら乙」「一なら乙でない」") == true)
        #expect(talk.next == question)
        try talk.say("三")
        #expect(talk.outcome == "可")
    }

    @Test("Facts that contradict each other from the beginning end the interview at once")
    func contradictionBefore() throws {
        let rules = "規則 一 { もし 依.急ぎ または 依.作業 = 調査 ならば 可否 = 否 }"
        let talk = interview(try plan(visits + "\n" + rules), ["依.訪問": Reading(.known, 1), "依.作業": Reading(.known, 1)])
        #expect(talk.next == nil)
        #expect(!Decider(talk.plan).solver.violations(talk.frame).isEmpty)
    }
}
