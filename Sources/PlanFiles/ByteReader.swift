/// Reads what a `ByteWriter` wrote. Never beyond the end, and never more than the bytes can hold.
struct ByteReader {
    private let bytes: [UInt8]
    private var place = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { place == bytes.count }

    mutating func number() throws(PlanFileError) -> Int64 {
        var rest: UInt64 = 0
        var shift: UInt64 = 0
        while place < bytes.count, shift < 64 {
            let byte = bytes[place]
            place += 1
            rest |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return Int64(bitPattern: rest >> 1) ^ -Int64(bitPattern: rest & 1) }
            shift += 7
        }
        throw PlanFileError.malformed
    }

    /// How many things follow; each of them takes a byte or more.
    mutating func count() throws(PlanFileError) -> Int {
        let count = try number()
        guard count >= 0, count <= Int64(bytes.count - place) else { throw PlanFileError.malformed }
        return Int(count)
    }

    mutating func text() throws(PlanFileError) -> String {
        let count = try count()
        defer { place += count }
        return String(decoding: bytes[place..<place + count], as: UTF8.self)
    }

    /// The next value, of whichever type is wanted.
    mutating func next<Value: Stored>() throws(PlanFileError) -> Value { try Value(from: &self) }
}
