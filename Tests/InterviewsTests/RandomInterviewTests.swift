import Completions
import Decisions
import Interviews
import Plans
import Runtime
import Testing
import Vocabulary

@Suite("Interviews answered at random")
struct RandomInterviewTests {
    /// An answer to a question, わからない now and then.
    private func answer(_ question: Question, _ random: inout SeededGenerator, asOf: Int64) -> Response {
        if Int.random(in: 0..<7, using: &random) == 0 { return .unknown }
        switch question.kind {
        case .choice(let options): return .value(Int64(options.randomElement(using: &random)?.code ?? 0))
        case .multiple(let options):
            let mask = options.reduce(0 as UInt64) { $0 | 1 << UInt64($1.code) }
            let yes = UInt64.random(in: 0...3, using: &random) & mask
            return .members(yes: yes, no: Bool.random(using: &random) ? mask & ~yes : 0)
        case .bool: return .value(Int64.random(in: 0...1, using: &random))
        case .group(let options):
            let number = Int.random(in: -2..<options.count, using: &random)
            return number < 0 ? .value(Int64(number + 2)) : .members(yes: 1 << UInt64(options[number].code), no: 0)
        case .integer: return .value(Int64.random(in: 0...2, using: &random) * 1_000_000)
        case .date: return Int.random(in: 0..<4, using: &random) == 0 ? .pending : .value(asOf + Int64.random(in: -1...1, using: &random))
        case .list: return Int.random(in: 0..<5, using: &random) < 3 ? .record(label: nil) : .complete
        default: return .unknown
        }
    }

    /// Answers until nothing is asked; the count of questions is bounded.
    private func finish(_ talk: inout Interview, _ random: inout SeededGenerator, asked: (Interview, Question) -> Void) throws {
        var steps = 0
        var seen: Set<Question.Subject> = []
        while let question = talk.next {
            steps += 1
            try #require(steps < 400, "the interview does not end")
            asked(talk, question)
            if case .list = question.subject {} else { #expect(seen.insert(question.subject).inserted, "\(question.id) is asked twice") }
            var isTaken = false
            for _ in 0..<8 where !isTaken {
                if case .success = talk.answer(answer(question, &random, asOf: talk.frame[.asOf].value)) { isTaken = true }
            }
            if !isTaken { try talk.answer(.unknown).get() }
        }
    }

    @Test("They ask only what matters by brute force, and end as all completions say", arguments: 0..<150 as Range<UInt64>)
    func bruteForce(seed: UInt64) throws {
        var rules = RandomRules(seed: seed)
        let text = rules.text(withList: false)
        let plan = try plan(text)
        var random = SeededGenerator(seed: seed &+ 1_000)
        var talk = interview(plan)
        guard talk.ending != .contradiction else { return }
        try finish(&talk, &random) { talk, question in
            // Of sums of unknown facts the search knows only that they are open.
            guard !talk.verdict.isApproximate else { return }
            let completions = Completions(plan, talk.frame)
            let matters =
                switch question.subject {
                case .fact(let fact, _): completions.matters(fact)
                case .group(let group, _): plan.groups[group].members.contains { completions.matters($0) }
                case .list: false
                }
            #expect(matters, "\(question.id) does not matter\n\(text)\n\(talk.transcript)")
        }
        let possible = Completions(plan, talk.frame).possible
        let said = talk.verdict.possible.bits
        #expect(talk.verdict.isApproximate ? said & possible == possible : said == possible, "\(text)\n\(talk.transcript)")
        switch talk.ending {
        case .determined, .conflict: #expect(possible.nonzeroBitCount == 1)
        case .unanswered:
            let isOpen = !talk.skipped.isEmpty
            #expect(isOpen, "\(text)\n\(talk.transcript)")
        default: Issue.record("\(String(describing: talk.ending)) \(text)\n\(talk.transcript)")
        }
    }

    @Test("They end with lists too, and stay open only where something is not known", arguments: 0..<150 as Range<UInt64>)
    func lists(seed: UInt64) throws {
        var rules = RandomRules(seed: seed &+ 500)
        let text = rules.text(withList: true)
        var random = SeededGenerator(seed: seed &+ 2_000)
        var talk = interview(try plan(text))
        guard talk.ending != .contradiction else { return }
        try finish(&talk, &random) { _, _ in }
        if talk.verdict.status == .undetermined {
            #expect(talk.ending == .unanswered)
            let isOpen = !talk.skipped.isEmpty
            #expect(isOpen, "\(text)\n\(talk.transcript)")
        }
    }

    @Test("They end when the search is given up too", arguments: 0..<30 as Range<UInt64>)
    func smallBudget(seed: UInt64) throws {
        var rules = RandomRules(seed: seed)
        var random = SeededGenerator(seed: seed &+ 3_000)
        var talk = interview(try plan(rules.text(withList: true)), budget: 3)
        try finish(&talk, &random) { _, _ in }
        #expect(talk.next == nil)
    }

    @Test("Going back all the way gives the interview as it began, and each step on the way as it was", arguments: 0..<20 as Range<UInt64>)
    func back(seed: UInt64) throws {
        var rules = RandomRules(seed: seed)
        var random = SeededGenerator(seed: seed &+ 4_000)
        var talk = interview(try plan(rules.text(withList: true)))
        var questions: [Question] = []
        try finish(&talk, &random) { _, question in questions.append(question) }
        for question in questions.reversed() {
            let done1 = talk.back()
            #expect(done1)
            #expect(talk.next == question)
        }
        let done2 = talk.back()
        #expect(!done2)
    }
}
