import Contract
import Planning
import Plans
import Runtime
import Syntax
import Testing
import Values
import Vocabulary

/// What the table of the calendar's steps says of each, against the calendar itself.
@Suite("Steps along the calendar")
struct CalendarStepTests {
    private static let counts: [Int64] = [-400, -37, -12, -1, 0, 1, 2, 11, 12, 13, 400]

    /// Every day of four hundred years, or every month of all, by their numbers.
    private static func values(_ step: CalendarStep) -> ClosedRange<Int64> {
        step.traits.from == .month ? 12...119_999 : Almanac.number(1900, 1, 1)...Almanac.number(2299, 12, 31)
    }

    private static func result(_ step: CalendarStep, _ value: Int64, _ count: Int64) -> Int64? {
        let reading = stepped(Reading(.known, value), step, count: count)
        return reading.state == .known ? reading.value : nil
    }

    @Test("A step is called monotone where a later day never gives an earlier result, and not otherwise", arguments: CalendarStep.allCases)
    func monotone(step: CalendarStep) {
        let falls = Self.counts.contains { count in
            var last = Int64.min
            return Self.values(step).contains { value in
                guard let result = Self.result(step, value, count) else { return false }
                defer { last = result }
                return result < last
            }
        }
        #expect(step.traits.isMonotone == !falls)
    }

    @Test("A step is called a shift where it moves every day by the count, and not otherwise", arguments: CalendarStep.allCases)
    func shift(step: CalendarStep) {
        let isShift = Self.counts.allSatisfy { count in Self.values(step).allSatisfy { Self.result(step, $0, count) == $0 + count } }
        #expect(step.traits.isShift == isShift)
    }

    @Test("A step has a cycle where its result comes again after so many days and never ceases to change", arguments: CalendarStep.allCases)
    func cycle(step: CalendarStep) {
        let days = Self.values(step)
        func comesAgain(_ cycle: Int64) -> Bool { days.allSatisfy { Self.result(step, $0, 1) == Self.result(step, $0 + cycle, 1) } }
        let found = (1...Int64(400)).first { cycle in
            [days.lowerBound, days.lowerBound + 1, days.lowerBound + 400].allSatisfy { Self.result(step, $0, 1) == Self.result(step, $0 + cycle, 1) }
                && comesAgain(cycle)
        }
        #expect(step.traits.cycle.map(Int64.init) == found)
    }

    @Test("What is still to come stays so only where the step never leads back before the day itself", arguments: CalendarStep.allCases)
    func pending(step: CalendarStep) {
        for count in Self.counts {
            let isDay = step.traits.from == .day && step.traits.to == .day
            // A day in the middle of a month, and one at its end.
            let leadsBack = !isDay || Self.values(step).contains { value in Self.result(step, value, count).map { $0 < value } ?? false }
            let kept = stepped(Reading(.pending), step, count: count)
            if kept.state == .pending { #expect(!leadsBack || step == .periodEnd && count <= 0, "\(step) \(count)") }
            #expect(kept.state == .pending || kept.state == .unknown)
            #expect(step.keepsPending(count) == (kept.state == .pending))
        }
    }

    @Test("A step asks for holidays where it knows nothing in years whose holidays are not known", arguments: CalendarStep.allCases)
    func holidays(step: CalendarStep) {
        let beyond = step.traits.from == .month ? Int64(2200 * 12) : Almanac.number(2200, 6, 15)
        #expect(step.traits.asksHolidays == (Self.result(step, beyond, 1) == nil))
    }

    @Test("A step leads to what the table says", arguments: CalendarStep.allCases)
    func kinds(step: CalendarStep) throws {
        let results = Self.values(step).dropFirst(25_000).prefix(3_000).compactMap { Self.result(step, $0, 1) }
        try #require(!results.isEmpty)
        switch step.traits.to {
        case .day: #expect(results.allSatisfy { CivilDate(dayNumber: Int($0)) != nil })
        case .month: #expect(results.allSatisfy { (1_968 * 12..<1_978 * 12).contains($0) })
        case .weekday: #expect(Set(results) == Set(0...6))
        case .truth: #expect(Set(results) == [0, 1])
        // Whole days, of which a year has none or all.
        case .dayCount: #expect(results.allSatisfy { $0 % 1_000_000 == 0 } && Set(zip(results, results.dropFirst()).map { $1 - $0 }) == [0, 1_000_000])
        }
    }

    @Test("A step is told with its day in both languages, and no two alike")
    func words() {
        var told: Set<String> = []
        for step in CalendarStep.allCases {
            let words = step.traits.words(("其日", "that day"), 3)
            #expect(words.japanese.contains("其日") && words.english.contains("that day"))
            #expect(told.insert(words.japanese).inserted && told.insert(words.english).inserted)
        }
    }

    @Test("Random rules try every function of the language, and reach every step")
    func tried() throws {
        var (functions, steps) = (Set(Function.allCases), Set(CalendarStep.allCases))
        for seed in 0..<UInt64(3_000) where !functions.isEmpty || !steps.isEmpty {
            var rules = RandomRules(seed: seed, fields: 3...6, arithmetic: 30)
            let text = rules.rules().text
            functions = functions.filter { !text.contains("\($0.keyword.japanese)(") }
            guard !steps.isEmpty, let contract = RuleText.check([text]).contract else { continue }
            for case .calendar(let step, _, _) in Plan(contract).valueNodes { steps.remove(step) }
        }
        #expect(functions == [])
        #expect(steps == [])
    }
}
