import Values

/// The holidays of art. 2 of the Act, with the days that single laws made holidays or moved.
enum NationalHoliday {
    /// On which day of its month a holiday falls.
    private enum Place {
        case day(Int)
        /// The second or third Monday (from 2000 and 2003).
        case monday(Int)
        case equinox
    }

    /// A holiday in the years in which it fell so.
    private struct Entry {
        let name: String
        let month: Int
        let place: Place
        let years: ClosedRange<Int>

        init(_ name: String, _ month: Int, _ place: Place, _ years: ClosedRange<Int>) {
            self.name = name
            self.month = month
            self.place = place
            self.years = years
        }
    }

    private static let always = Holidays.years
    private static func from(_ first: Int) -> ClosedRange<Int> { first...always.upperBound }
    private static func until(_ last: Int) -> ClosedRange<Int> { always.lowerBound...last }

    private static let entries: [Entry] = [
        Entry("元日", 1, .day(1), always),
        Entry("成人の日", 1, .day(15), until(1999)), Entry("成人の日", 1, .monday(2), from(2000)),
        Entry("建国記念の日", 2, .day(11), from(1967)),
        Entry("天皇誕生日", 2, .day(23), from(2020)),
        Entry("春分の日", 3, .equinox, always),
        Entry("天皇誕生日", 4, .day(29), until(1988)), Entry("みどりの日", 4, .day(29), 1989...2006), Entry("昭和の日", 4, .day(29), from(2007)),
        Entry("憲法記念日", 5, .day(3), always), Entry("みどりの日", 5, .day(4), from(2007)), Entry("こどもの日", 5, .day(5), always),
        Entry("海の日", 7, .day(20), 1996...2002), Entry("海の日", 7, .monday(3), 2003...2019), Entry("海の日", 7, .monday(3), from(2022)),
        Entry("山の日", 8, .day(11), 2016...2019), Entry("山の日", 8, .day(11), from(2022)),
        Entry("敬老の日", 9, .day(15), 1966...2002), Entry("敬老の日", 9, .monday(3), from(2003)),
        Entry("秋分の日", 9, .equinox, always),
        Entry("体育の日", 10, .day(10), 1966...1999), Entry("体育の日", 10, .monday(2), 2000...2019), Entry("スポーツの日", 10, .monday(2), from(2022)),
        Entry("文化の日", 11, .day(3), always), Entry("勤労感謝の日", 11, .day(23), always),
        Entry("天皇誕生日", 12, .day(23), 1989...2018),
        // Moved for the Games of Tokyo (平成32年東京オリンピック競技大会・東京パラリンピック競技大会特別措置法).
        Entry("海の日", 7, .day(23), 2020...2020), Entry("スポーツの日", 7, .day(24), 2020...2020), Entry("山の日", 8, .day(10), 2020...2020),
        Entry("海の日", 7, .day(22), 2021...2021), Entry("スポーツの日", 7, .day(23), 2021...2021), Entry("山の日", 8, .day(8), 2021...2021),
        // Days of one law each.
        Entry("結婚の儀", 4, .day(10), 1959...1959), Entry("大喪の礼", 2, .day(24), 1989...1989), Entry("即位礼正殿の儀", 11, .day(12), 1990...1990),
        Entry("結婚の儀", 6, .day(9), 1993...1993), Entry("休日（祝日扱い）", 5, .day(1), 2019...2019), Entry("休日（祝日扱い）", 10, .day(22), 2019...2019),
    ]

    /// The entries of each month, January first.
    private static let months: [[Entry]] = (1...12).map { month in entries.filter { $0.month == month } }

    /// The name of a holiday; `nil` for any other day.
    static func name(of date: CivilDate) -> String? {
        let (year, month, day) = (date.year, date.month, date.day)
        return months[month - 1].first { $0.years.contains(year) && falls($0, on: day, of: date) }?.name
    }

    private static func falls(_ entry: Entry, on day: Int, of date: CivilDate) -> Bool {
        switch entry.place {
        case .day(let own): own == day
        case .monday(let count): date.weekday == .monday && (day - 1) / 7 == count - 1
        case .equinox: Equinoxes.day(month: entry.month, of: date.year) == day
        }
    }
}
