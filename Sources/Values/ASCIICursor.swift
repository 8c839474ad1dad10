/// Reads numbers and signs off the front of an ASCII text.
struct ASCIICursor {
    private let bytes: [UInt8]
    private var offset = 0

    /// A cursor at the start of a text.
    init(_ text: some StringProtocol) { bytes = Array(text.utf8) }

    /// Whether the whole text has been read.
    var isAtEnd: Bool { offset >= bytes.count }

    /// The next byte, when there is one.
    var next: UInt8? { isAtEnd ? nil : bytes[offset] }

    /// Steps over any one of the given characters and returns it; `nil`, without moving, when none comes next.
    mutating func take(_ choices: Unicode.Scalar...) -> Unicode.Scalar? {
        guard let next, let choice = choices.first(where: { $0.value == UInt32(next) }) else { return nil }
        offset += 1
        return choice
    }

    /// Steps over one decimal digit and returns its value.
    mutating func digit() -> Int? {
        guard let next, next >= 0x30, next <= 0x39 else { return nil }
        offset += 1
        return Int(next - 0x30)
    }

    /// Reads a run of digits of an allowed length; `nil` when the run is shorter or longer, or does not fit.
    mutating func number(digits allowed: ClosedRange<Int>) -> Int? {
        var value = 0
        var count = 0
        while let digit = digit() {
            let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carried) = tens.addingReportingOverflow(digit)
            guard !overflow, !carried, count < allowed.upperBound else { return nil }
            value = sum
            count += 1
        }
        return allowed.contains(count) ? value : nil
    }
}
