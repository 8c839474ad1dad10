import Diagnostics
import Interviews
import Runtime
import Testing
import Vocabulary

@Suite("The course of an interview")
struct CourseTests {
    @Test("Only what matters is asked, in order, until the outcome is settled")
    func course() throws {
        var talk = interview(try plan(repairs))
        #expect(talk.next?.id == "依頼.作業")
        #expect(talk.next?.text == "どのような作業ですか")
        #expect(talk.ending == nil)
        try talk.say("障害復旧")
        #expect(talk.next?.id == "障害.起因")
        try talk.say("1")
        #expect(talk.next == nil)
        #expect(talk.ending == .determined)
        #expect(talk.outcome == "適用外")
        #expect(talk.answers.map(\.question.id) == ["依頼.作業", "障害.起因"])
    }

    @Test("A fact whose premise is not true is not asked")
    func premise() throws {
        var talk = interview(try plan(repairs))
        try talk.say("問合せ")
        #expect(talk.next?.id == "依頼.受付日")
        try talk.say("2025-06-01")
        #expect(talk.outcome == "対象")
    }

    @Test("What is known already is not asked")
    func known() throws {
        let talk = interview(try plan(repairs), ["依頼.作業": Reading(.known, 2)])
        #expect(talk.next?.id == "依頼.受付日")
    }

    @Test("What nobody knows is not asked again, and the interview ends open")
    func unknown() throws {
        var talk = interview(try plan(repairs))
        try talk.say("わからない")
        #expect(talk.next?.id != "依頼.作業")
        while talk.next != nil { try talk.say("?") }
        #expect(talk.ending == .unanswered)
        #expect(talk.skipped.contains("依頼.作業"))
        #expect(Set(talk.answers.map(\.question.id)).count == talk.answers.count)
    }

    @Test("A finding says who may answer; a discretion is never asked")
    func notes() throws {
        var talk = interview(try plan(repairs))
        try talk.say("障害調査")
        let question = try #require(talk.next)
        #expect(question.id == "判断.理由あり")
        #expect(question.note?(.japanese).contains("乙") == true)
        try talk.say("いいえ")
        #expect(talk.ending == .determined)
        #expect(talk.outcome == "要協議")
    }

    @Test("How many facts remain is told with each question")
    func remaining() throws {
        let talk = interview(try plan(repairs), ["依頼.作業": Reading(.known, 0)])
        #expect(talk.next?.remaining == 1)
    }

    @Test("Back takes one answer after the other back")
    func back() throws {
        var talk = interview(try plan(repairs))
        let done1 = talk.back()
        #expect(!done1)
        try talk.say("障害復旧", "なし")
        #expect(talk.outcome == "対象")
        let done2 = talk.back()
        #expect(done2)
        #expect(talk.next?.id == "障害.起因")
        #expect(talk.fact("障害.起因") == .unknown)
        let done3 = talk.back()
        #expect(done3)
        #expect(talk.next?.id == "依頼.作業")
        #expect(talk.answers.isEmpty)
        let done4 = talk.back()
        #expect(!done4)
    }

    @Test("Back after わからない asks again")
    func backFromUnknown() throws {
        var talk = interview(try plan(repairs))
        try talk.say("?")
        talk.back()
        #expect(talk.next?.id == "依頼.作業")
        #expect(talk.skipped.isEmpty)
    }

    @Test("A changed answer keeps the others, but what no longer applies does not count until it applies again")
    func change() throws {
        var talk = interview(try plan(repairs))
        try talk.say("障害復旧", "ウイルス感染")
        let done5 = talk.change("依頼.作業")
        #expect(done5)
        #expect(talk.next?.id == "依頼.作業")
        #expect(talk.answers.map(\.question.id) == ["障害.起因"])
        try talk.say("障害調査")
        #expect(talk.fact("障害.起因") == .unknown)
        #expect(talk.next?.id == "判断.理由あり")
        talk.change("依頼.作業")
        try talk.say("障害復旧")
        #expect(talk.fact("障害.起因") == Reading(.known, 1))
        #expect(talk.outcome == "適用外")
    }

    @Test("Back after a change brings the old answer back")
    func backFromChange() throws {
        var talk = interview(try plan(repairs))
        try talk.say("障害復旧", "なし")
        talk.change("依頼.作業")
        try talk.say("問合せ")
        talk.back()
        talk.back()
        #expect(talk.next == nil)
        #expect(talk.outcome == "対象")
        #expect(talk.fact("依頼.作業") == Reading(.known, 0))
    }

    @Test("What has not been answered cannot be changed")
    func changeNothing() throws {
        var talk = interview(try plan(repairs))
        let done6 = talk.change("障害.起因")
        #expect(!done6)
        let done7 = talk.change("そんなもの")
        #expect(!done7)
    }

    @Test("An interview goes on later from its facts and from what nobody knew")
    func resume() throws {
        let plan = try plan(repairs)
        var talk = interview(plan)
        try talk.say("問合せ", "?")
        let later = Interview(plan, decision: Place(0), frame: talk.frame, skipped: talk.skipped)
        #expect(later.next == nil)
        #expect(later.ending == .unanswered)
        #expect(later.skipped == ["依頼.受付日"])
        #expect(Interview(plan, decision: Place(0), frame: talk.frame).next?.id == "依頼.受付日")
    }

    @Test("The transcript says in words what was answered")
    func transcript() throws {
        var talk = interview(try plan(repairs))
        try talk.say("障害復旧", "3,?")
        #expect(talk.transcript.map(\.name) == ["依頼.作業", "障害.起因"])
        #expect(talk.transcript.map(\.text) == ["障害復旧", "{天災} 他は不明"])
        #expect(talk.ending == .unanswered)
        #expect(talk.skipped == ["障害.起因"])
    }

    @Test("Answers are refused when nothing is asked, or when they are of another kind")
    func refused() throws {
        var talk = interview(try plan(repairs))
        let fault8 = talk.answer(.pending).fault
        #expect(fault8?.kind == .wrongKind)
        let fault9 = talk.answer(.value(7)).fault
        #expect(fault9?.kind == .wrongKind)
        let fault10 = talk.answer(.members(yes: 1, no: 0)).fault
        #expect(fault10?.kind == .wrongKind)
        try talk.say("障害復旧")
        let fault11 = talk.answer(.members(yes: 1, no: 1)).fault
        #expect(fault11?.kind == .wrongKind)
        let fault12 = talk.answer(.members(yes: 8, no: 0)).fault
        #expect(fault12?.kind == .wrongKind)
        try talk.say("なし")
        let fault13 = talk.answer(.unknown).fault
        #expect(fault13?.kind == .noQuestion)
    }
}

extension Result where Failure == AnswerFault {
    var fault: AnswerFault? {
        if case .failure(let fault) = self { fault } else { nil }
    }
}
