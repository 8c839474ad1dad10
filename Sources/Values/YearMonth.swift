/// A month of a year, from 0001-01 to 9999-12.
package struct YearMonth: Sendable, Hashable, Comparable {
    /// year × 12 + month − 1: consecutive months have consecutive numbers.
    package let monthNumber: Int32

    /// A month by its parts; `nil` when the month is not 1 to 12 or the year not 1 to 9999.
    package init?(year: Int, month: Int) {
        guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
        monthNumber = Int32(year * 12 + month - 1)
    }

    /// The month with a number; `nil` outside the years 1 to 9999.
    package init?(monthNumber: Int) {
        guard monthNumber >= 0 else { return nil }
        self.init(year: monthNumber / 12, month: monthNumber % 12 + 1)
    }

    /// The month that a day lies in.
    package init(_ date: CivilDate) { monthNumber = Int32(date.year * 12 + date.month - 1) }

    /// Reads `YYYY-MM`; `nil` for any other form.
    package init?(_ text: some StringProtocol) {
        var cursor = ASCIICursor(text)
        guard let year = cursor.number(digits: 4...4), cursor.take("-") != nil, let month = cursor.number(digits: 2...2), cursor.isAtEnd
        else {
            return nil
        }
        self.init(year: year, month: month)
    }

    /// The year, 1 to 9999.
    package var year: Int { Int(monthNumber) / 12 }

    /// The month, 1 to 12.
    package var month: Int { Int(monthNumber) % 12 + 1 }

    /// Earlier months come first.
    package static func < (left: YearMonth, right: YearMonth) -> Bool { left.monthNumber < right.monthNumber }
}

extension YearMonth: CustomStringConvertible {
    /// The month as `2026-11`.
    package var description: String { "\(padded(year, to: 4))-\(padded(month, to: 2))" }

    /// The month as 2026年11月.
    package var japanese: String { "\(year)年\(month)月" }
}
