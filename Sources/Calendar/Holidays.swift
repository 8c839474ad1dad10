package import Values

/// The days off of the Act on National Holidays (国民の祝日に関する法律, 昭和23年法律第178号), from 1955: the holidays of art. 2, and the
/// substitute holidays and the days between two holidays of art. 3.
package enum Holidays {
    /// The days of which anything is said. Beyond them the formula for the equinoxes is not known to hold.
    package static let years = 1955...2150

    /// The last day that is certain. The equinoxes of a year are announced in February of the year before, and a law may move a day: later
    /// days are predicted from the law as it stands.
    package static let lastCertain = CivilDate(year: 2027, month: 12, day: 31)

    /// Whether a day lies behind what is announced.
    package static func isPredicted(_ day: CivilDate) -> Bool { lastCertain.map { day > $0 } ?? true }

    /// Whether a day is off; `nil` for a day outside the years.
    package static func isHoliday(_ day: CivilDate) -> Bool? { years.contains(day.year) ? name(of: day) != nil : nil }

    /// The name of a day that is off: 休日 for those of art. 3; `nil` for all others.
    package static func name(of day: CivilDate) -> String? {
        guard years.contains(day.year) else { return nil }
        return NationalHoliday.name(of: day) ?? (isSubstitute(day) || isBetween(day) ? "休日" : nil)
    }

    /// The first day from this one on that is neither a Sunday nor off (Civil Code, art. 142); `nil` outside the years.
    package static func businessDay(from day: CivilDate) -> CivilDate? {
        var next = day
        while let isHoliday = isHoliday(next) {
            if next.weekday != .sunday, !isHoliday { return next }
            guard let following = next.adding(days: 1) else { return nil }
            next = following
        }
        return nil
    }

    /// Art. 3, paragraph 2: a holiday on a Sunday gives the day after it (from 12 April 1973), or the next that is no holiday (from 2007).
    private static func isSubstitute(_ day: CivilDate) -> Bool {
        guard let start = CivilDate(year: 1973, month: 4, day: 12), day >= start else { return false }
        var before = day.adding(days: -1)
        while let holiday = before, NationalHoliday.name(of: holiday) != nil {
            if holiday.weekday == .sunday { return true }
            guard day.year >= 2007 else { return false }
            before = holiday.adding(days: -1)
        }
        return false
    }

    /// Art. 3, paragraph 3: a day between two holidays, from 27 December 1985. Until 2006 not a Sunday, nor a substitute holiday.
    private static func isBetween(_ day: CivilDate) -> Bool {
        guard let start = CivilDate(year: 1985, month: 12, day: 27), day >= start,
            let before = day.adding(days: -1), NationalHoliday.name(of: before) != nil,
            let after = day.adding(days: 1), NationalHoliday.name(of: after) != nil
        else { return false }
        return day.year >= 2007 || day.weekday != .sunday
    }
}
