/// A version of up to four numbers. Missing numbers are zero, so `5` and `5.0` are the same version.
package struct Version: Sendable, Hashable, Comparable {
    /// The four numbers side by side: the first in 15 bits, the others in 16 bits each. Orders as versions do.
    package let packed: Int64

    /// A version by its packed form; `nil` when negative.
    package init?(packed: Int64) {
        guard packed >= 0 else { return nil }
        self.packed = packed
    }

    /// Reads `5`, `8.1` or `109.0.5414.120`. `nil` for any other form, a first number above 32767, or a later one above 65535.
    package init?(_ text: some StringProtocol) {
        guard let (packed, _) = Self.read(text) else { return nil }
        self.packed = packed
    }

    /// The versions that begin with a text: `8.1` gives 8.1.0.0 to 8.1.65535.65535. `nil` when the text is no version.
    package static func range(ofSeries text: some StringProtocol) -> ClosedRange<Version>? {
        guard let (packed, count) = read(text) else { return nil }
        let rest: Int64 = (1 << (16 * Int64(4 - count))) - 1
        guard let first = Version(packed: packed), let last = Version(packed: packed | rest) else { return nil }
        return first...last
    }

    /// How many numbers a text gives, 1 to 4; `nil` when it is no version.
    package static func componentCount(of text: some StringProtocol) -> Int? { read(text)?.count }

    /// Earlier versions come first.
    package static func < (left: Version, right: Version) -> Bool { left.packed < right.packed }

    /// The numbers of a text, packed, and how many there were.
    private static func read(_ text: some StringProtocol) -> (packed: Int64, count: Int)? {
        var cursor = ASCIICursor(text)
        var packed: Int64 = 0
        var count = 0
        repeat {
            guard count < 4, let number = cursor.number(digits: 1...10), number <= (count == 0 ? 0x7FFF : 0xFFFF) else { return nil }
            count += 1
            packed |= Int64(number) << (16 * Int64(4 - count))
        } while cursor.take(".") != nil
        return cursor.isAtEnd ? (packed, count) : nil
    }
}

extension Version: CustomStringConvertible {
    /// The version without the zeros that end it, at least one number: `8.1`, `5`.
    package var description: String {
        var numbers = [48, 32, 16, 0].map { packed >> $0 & 0xFFFF }
        while numbers.count > 1, numbers.last == 0 { numbers.removeLast() }
        return numbers.map { String($0) }.joined(separator: ".")
    }
}
