// What the guard passes over without counting.
extension YAMLGuard {
    /// Passes an anchor, alias or tag.
    mutating func skipProperty() {
        place += 1
        while let next = byte(0), !isBlank(next), flow.isEmpty || !isFlowMark(next) { place += 1 }
    }

    /// Whether a byte ends plain text inside brackets.
    func isFlowMark(_ byte: UInt8) -> Bool { [0x2C, 0x5B, 0x5D, 0x7B, 0x7D].contains(byte) }

    /// Passes plain text up to the line's end, a comment, a colon, or a bracket or comma inside brackets.
    mutating func skipPlain() {
        repeat {
            place += 1
            guard let next = byte(0), !isBreak(next) else { return }
            if next == UInt8(ascii: "#"), isBlank(text.bytes[place - 1]) { return }
            if next == UInt8(ascii: ":"), isBlank(byte(1)) || (!flow.isEmpty && byte(1).map(isFlowMark) == true) {
                return
            }
            if !flow.isEmpty, isFlowMark(next) { return }
        } while true
    }

    /// Passes quoted text, over lines if need be; without its end, everything.
    mutating func skipQuoted(_ quote: UInt8) {
        place += 1
        while let next = byte(0) {
            place += 1
            if isBreak(next) { lineStart = place }
            if next == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") { place += 1 }
            if next == quote {
                guard quote == UInt8(ascii: "'"), byte(0) == quote else { return }
                place += 1
            }
        }
    }

    /// Passes the lines of a literal or folded text: blank ones, and those indented deeper than what it belongs to.
    mutating func skipBlockText() {
        let outer = parent ?? place - lineStart - 1
        while let next = byte(0), !isBreak(next) { place += 1 }
        while let end = byte(0), isBreak(end) {
            let indent = text.bytes[(place + 1)...].prefix { $0 == 0x20 }.count
            let first = place + 1 + indent
            let blank = first < text.bytes.count && isBreak(text.bytes[first])
            guard blank || (indent > outer && first < text.bytes.count) else { return }
            place = first
            while let next = byte(0), !isBreak(next) { place += 1 }
        }
    }
}
