/// A step from a day, or a month, to another value along the calendar; some take a count.
///
/// What the engine must know of a step besides how it is calculated (Runtime) stands in its traits, and nowhere else.
package enum CalendarStep: UInt8, Hashable, Sendable, CaseIterable {
    case addDays, addMonths
    /// The last day of a period of so many months that is counted from its first day (Civil Code, art. 143).
    case periodEnd
    /// The month that a day lies in.
    case month
    /// The first day of a month.
    case firstDay
    /// The last day of the month of a day.
    case monthEnd
    /// The day itself, or the next that is neither a Sunday nor a holiday (Civil Code, art. 142).
    case carriedOver
    case weekday
    /// Whether the day is a holiday: 1 or 0.
    case isHoliday
    /// How many days the leap years up to the day have, that day among them.
    case leapYearDays

    /// What is so of a step.
    package struct Traits: Sendable {
        /// In Japanese and in English.
        package typealias Words = (japanese: String, english: String)

        /// What it leads from and to.
        package enum Kind: Sendable { case day, month, weekday, truth, dayCount }
        /// What becomes of a day that is still to come.
        package enum Pending: Sendable {
            /// It is still to come after the step too.
            case kept
            /// So it is where the step does not lead back.
            case keptForward
            /// Nothing is known of the result.
            case lost
        }

        package let from: Kind
        package let to: Kind
        /// Whether a later day never gives an earlier result. Said only of steps of which a test has shown it.
        package let isMonotone: Bool
        package let pending: Pending
        /// Every day is moved by the count.
        package var isShift = false
        /// The result is the same again after so many days.
        package var cycle: Int?
        /// Whether holidays have a say in it.
        package var asksHolidays = false
        /// The convention that it counts by, where there is more than one.
        package var convention: Words?
        /// How it is told: of the day as it is told, and the count.
        package let words: @Sendable (_ day: Words, _ count: Int64) -> Words

        init(
            from: Kind = .day, to: Kind, isMonotone: Bool, pending: Pending, isShift: Bool = false, cycle: Int? = nil, asksHolidays: Bool = false,
            convention: Words? = nil, words: @escaping @Sendable (_ day: Words, _ count: Int64) -> Words
        ) {
            (self.from, self.to, self.isMonotone, self.pending, self.isShift) = (from, to, isMonotone, pending, isShift)
            (self.cycle, self.asksHolidays, self.convention, self.words) = (cycle, asksHolidays, convention, words)
        }
    }

    /// What is so of the step; made once.
    package var traits: Traits { Self.table[Int(rawValue)] }

    private static let table = allCases.map(\.row)

    /// The one table of all steps.
    private var row: Traits {
        switch self {
        case .addDays:
            Traits(
                to: .day, isMonotone: true, pending: .keptForward, isShift: true,
                convention: ("日の加減: 暦の日による", "days are added by the calendar")
            ) { day, count in
                (
                    "\(day.japanese)の\(count.magnitude)日\(count >= 0 ? "後" : "前")",
                    "\(count.magnitude) days \(count >= 0 ? "after" : "before") \(day.english)"
                )
            }
        case .addMonths:
            Traits(
                to: .day, isMonotone: true, pending: .keptForward,
                convention: (
                    "月の加減: 応当日による。応当日がなければその月の末日（民法143条2項）",
                    "months are added to the corresponding day, or the end of the month where there is none (Civil Code, art. 143(2))"
                )
            ) { day, count in
                (
                    "\(day.japanese)の\(count.magnitude)か月\(count >= 0 ? "後" : "前")",
                    "\(count.magnitude) months \(count >= 0 ? "after" : "before") \(day.english)"
                )
            }
        case .periodEnd:
            Traits(
                to: .day, isMonotone: true, pending: .kept,
                convention: (
                    "期間の末日: 起算日の応当日の前日（民法141条・143条）。初日を算入しないときは、翌日を起算日とする（140条）",
                    "a period ends on the day before the one that corresponds to its first day (Civil Code, arts. 141, 143); where the first day does not count it begins on the next (art. 140)"
                )
            ) { day, count in
                ("\(day.japanese)を初日とする\(count.magnitude)か月の末日", "last day of \(count.magnitude) months from \(day.english)")
            }
        case .month:
            Traits(to: .month, isMonotone: true, pending: .lost) { day, _ in ("\(day.japanese)の属する月", "month of \(day.english)") }
        case .firstDay:
            Traits(from: .month, to: .day, isMonotone: true, pending: .lost) { day, _ in ("\(day.japanese)の初日", "first day of \(day.english)") }
        case .monthEnd:
            Traits(to: .day, isMonotone: true, pending: .kept) { day, _ in
                ("\(day.japanese)の属する月の末日", "end of the month of \(day.english)")
            }
        case .carriedOver:
            Traits(
                to: .day, isMonotone: true, pending: .kept, asksHolidays: true,
                convention: (
                    "期間の末日が日曜・祝日に当たるとき: その次の平日（民法142条）", "a last day that is a Sunday or holiday is carried over (Civil Code, art. 142)"
                )
            ) { day, _ in ("\(day.japanese)（日曜・祝日なら次の平日）", "\(day.english), or the next day that is no Sunday or holiday") }
        case .weekday:
            Traits(to: .weekday, isMonotone: false, pending: .lost, cycle: 7) { day, _ in ("\(day.japanese)の曜日", "weekday of \(day.english)") }
        case .isHoliday:
            Traits(
                to: .truth, isMonotone: false, pending: .lost, asksHolidays: true,
                convention: ("祝日: 国民の祝日に関する法律による", "holidays are those of the Holidays Act")
            ) { day, _ in ("\(day.japanese)が祝日か", "whether \(day.english) is a holiday") }
        case .leapYearDays:
            Traits(to: .dayCount, isMonotone: true, pending: .lost) { day, _ in
                ("\(day.japanese)までのうるう年の日数", "days of leap years up to \(day.english)")
            }
        }
    }

    /// Whether what is still to come is so too after the step.
    package func keepsPending(_ count: Int64) -> Bool {
        switch traits.pending {
        case .kept: true
        case .keptForward: count >= 0
        case .lost: false
        }
    }
}

/// How a quotient is brought to a multiple of a unit, by its magnitude.
package enum Rounding: UInt8, Hashable, Sendable {
    case down, up
    /// Halves away from zero.
    case half
}
