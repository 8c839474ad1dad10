/// The days of the equinoxes in Japan by the usual formula, in millionths of a day. The announcement of the February before decides.
enum Equinoxes {
    /// The day of March or September; `nil` for other months, and outside the years for which the formula is given.
    static func day(month: Int, of year: Int) -> Int? {
        guard let base = base(month, year) else { return nil }
        // Until 1979 the leap days are counted from 1983, cut off towards zero.
        let leapDays = (year - (year < 1980 ? 1983 : 1980)) / 4
        return (base + 242_194 * (year - 1980)) / 1_000_000 - leapDays
    }

    private static func base(_ month: Int, _ year: Int) -> Int? {
        switch (month, year) {
        case (3, 1900...1979): 20_835_700
        case (3, 1980...2099): 20_843_100
        case (3, 2100...2150): 21_851_000
        case (9, 1900...1979): 23_258_800
        case (9, 1980...2099): 23_248_800
        case (9, 2100...2150): 24_248_800
        default: nil
        }
    }
}
