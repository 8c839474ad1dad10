/// The order of the document: numbers by value, a clause before what it contains, articles before annexes.
extension ClauseID: Comparable {
    /// Runs of digits compare by value, everything else byte by byte: `9` < `9.10` < `9_2` < `10` < `app1`.
    package static func < (left: ClauseID, right: ClauseID) -> Bool {
        let (left, right) = (Array(left.text.utf8)[...], Array(right.text.utf8)[...])
        var (leftRest, rightRest) = (left, right)
        while let first = leftRest.first, let second = rightRest.first {
            if isDigit(first), isDigit(second) {
                let (one, other) = (number(&leftRest), number(&rightRest))
                if one.count != other.count { return one.count < other.count }
                if !one.elementsEqual(other) { return one.lexicographicallyPrecedes(other) }
            } else if first != second {
                return first < second
            } else {
                (leftRest, rightRest) = (leftRest.dropFirst(), rightRest.dropFirst())
            }
        }
        // Equal in value so far: the shorter comes first, then `01` and `1` need some order too.
        if leftRest.isEmpty != rightRest.isEmpty { return leftRest.isEmpty }
        return left.lexicographicallyPrecedes(right)
    }

    /// Takes a run of digits off the front and returns it without leading zeros.
    private static func number(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let digits = rest.prefix(while: isDigit)
        rest = rest.dropFirst(digits.count)
        return digits.drop { $0 == 0x30 }
    }

    /// Whether a byte is an ASCII digit.
    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
