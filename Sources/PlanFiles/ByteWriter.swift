/// Writes numbers and texts one after the other.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    /// Seven bits a byte, the lowest first; small numbers of either sign are short.
    mutating func add(_ number: Int64) {
        var rest = UInt64(bitPattern: number << 1 ^ number >> 63)
        while rest > 0x7F {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    /// The length in bytes, and the text.
    mutating func add(_ text: String) {
        add(Int64(text.utf8.count))
        bytes += text.utf8
    }

    /// Several values in a row.
    mutating func add<each Value: Stored>(_ values: repeat each Value) {
        repeat (each values).write(to: &self)
    }
}
