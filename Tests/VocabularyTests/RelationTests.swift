import Testing
import Vocabulary

@Suite("Relations and steps along the calendar")
struct RelationTests {
    private static let all: [Relation] = [.less, .equal, .lessOrEqual, .greater, .notEqual, .greaterOrEqual]

    private func isTrue(_ relation: Relation, _ left: Int, _ right: Int) -> Bool {
        switch relation {
        case .less: left < right
        case .equal: left == right
        case .lessOrEqual: left <= right
        case .greater: left > right
        case .notEqual: left != right
        case .greaterOrEqual: left >= right
        }
    }

    @Test("The negation of a relation is true just where it is not", arguments: all)
    func negated(relation: Relation) {
        for (left, right) in [(1, 2), (2, 2), (3, 2)] {
            #expect(isTrue(relation.negated, left, right) == !isTrue(relation, left, right))
            // Less is the first bit, equal the second, greater the third.
            let bit: UInt8 = left < right ? 1 : left == right ? 2 : 4
            #expect((relation.rawValue & bit != 0) == isTrue(relation, left, right))
        }
        #expect(relation.negated.negated == relation)
    }

    /// Which steps keep a day that is still to come, by the count of 1, 0 and -1.
    private static let pending: [(CalendarStep, [Bool])] = [
        (.addDays, [true, true, false]), (.addMonths, [true, true, false]), (.periodEnd, [true, true, true]), (.monthEnd, [true, true, true]),
        (.carriedOver, [true, true, true]), (.month, [false, false, false]), (.firstDay, [false, false, false]), (.weekday, [false, false, false]),
        (.isHoliday, [false, false, false]), (.leapYearDays, [false, false, false]),
    ]

    @Test("What is still to come is so after the steps that do not lead back", arguments: pending)
    func keepsPending(step: CalendarStep, expected: [Bool]) {
        #expect([Int64(1), 0, -1].map { step.keepsPending($0) } == expected)
    }

    @Test("Every step has traits of its own in the table")
    func traits() {
        #expect(Set(Self.pending.map(\.0)) == Set(CalendarStep.allCases))
        #expect(CalendarStep.allCases.filter { $0.traits.from == .month } == [.firstDay])
        #expect(CalendarStep.allCases.filter { $0.traits.to != .day } == [.month, .weekday, .isHoliday, .leapYearDays])
        #expect(CalendarStep.allCases.filter { !$0.traits.isMonotone } == [.weekday, .isHoliday])
        #expect(CalendarStep.allCases.filter { $0.traits.asksHolidays } == [.carriedOver, .isHoliday])
        #expect(CalendarStep.allCases.filter(\.traits.isShift) == [.addDays] && CalendarStep.weekday.traits.cycle == 7)
    }

    @Test(
        "A step is told forward and back, in both languages",
        arguments: [
            (CalendarStep.addDays, Int64(3), "受付日の3日後", "3 days after the day"), (.addDays, -3, "受付日の3日前", "3 days before the day"),
            (.addMonths, -2, "受付日の2か月前", "2 months before the day"), (.addDays, .min, "受付日の9223372036854775808日前", "9223372036854775808 days before the day"),
        ])
    func words(step: CalendarStep, count: Int64, japanese: String, english: String) {
        let words = step.traits.words(("受付日", "the day"), count)
        #expect(words.japanese == japanese && words.english == english)
    }
}
