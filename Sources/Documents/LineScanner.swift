/// Cuts a text into its lines (LF, CRLF) while its bytes come in, for documents of one line each. Holds one line at most.
package struct LineScanner: Sendable {
    /// What comes next.
    package enum Step: Sendable {
        /// A line without its end, and its number from 1.
        case line(Int, [UInt8])
        /// A line that is too long; it is passed over.
        case fault(DocumentError)
        case needsMore
        case end
    }

    private let limit: Int
    private var bytes: [UInt8] = []
    private var start = 0
    /// The number of the line that comes next.
    package private(set) var line = 1
    private var hasEnded = false
    /// What comes is the rest of a line that was refused.
    private var isSkipping = false

    /// - Parameter limit: bytes of a line.
    package init(limit: Int = CSVLimits.standard.rowBytes) { self.limit = limit }

    /// Adds bytes.
    package mutating func feed(_ more: [UInt8]) {
        bytes.removeFirst(start)
        start = 0
        bytes += more
    }

    /// No more bytes come.
    package mutating func finish() { hasEnded = true }

    /// The next line as far as it is there.
    package mutating func next() -> Step {
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A)
            let stop = end ?? bytes.count
            if isSkipping || stop - start > limit {
                let wasSkipping = isSkipping
                let fault = DocumentError(.tooLarge, at: DocumentPosition(line: line, column: 1, offset: 0), found: "", expected: "\(limit) bytes")
                isSkipping = end == nil
                pass(stop, isWhole: end != nil)
                if wasSkipping { continue }
                return .fault(fault)
            }
            guard end != nil || hasEnded else { return .needsMore }
            let isCRLF = stop > start && bytes[stop - 1] == 0x0D
            let (number, text) = (line, Array(bytes[start..<(isCRLF ? stop - 1 : stop)]))
            pass(stop, isWhole: end != nil)
            return .line(number, text)
        }
        return hasEnded ? .end : .needsMore
    }

    private mutating func pass(_ stop: Int, isWhole: Bool) {
        start = isWhole ? stop + 1 : stop
        if isWhole { line += 1 }
    }
}
