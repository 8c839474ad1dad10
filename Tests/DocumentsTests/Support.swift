import Documents

/// Numbers that are the same on every run (SplitMix64).
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

extension Seeded {
    /// A copy of some bytes with one to four of them changed, removed, doubled or swapped for structural ones.
    mutating func mutation(of bytes: [UInt8]) -> [UInt8] {
        var result = bytes
        let marks = Array("{}[]:,\"'\\-?&*!|>#%@ \n\t\r0e.~\u{0}".utf8) + [0x80, 0xC3, 0xEF, 0xFF]
        for _ in 0..<Int.random(in: 1...4, using: &self) {
            guard !result.isEmpty else { return result }
            let place = Int.random(in: 0..<result.count, using: &self)
            switch UInt8.random(in: 0..<5, using: &self) {
            case 0: result[place] = UInt8.random(in: 0...255, using: &self)
            case 1: result.remove(at: place)
            case 2: result.insert(result[place], at: place)
            case 3: result[place] = marks[Int.random(in: 0..<marks.count, using: &self)]
            default: result.insert(marks[Int.random(in: 0..<marks.count, using: &self)], at: place)
            }
        }
        return result
    }
}

/// The error of reading; nil when it was read.
func failure(_ text: String, as format: DocumentFormat, limits: DocumentLimits = .standard) -> DocumentError? {
    failure(Array(text.utf8), as: format, limits: limits)
}

/// The error of reading; nil when it was read.
func failure(_ bytes: [UInt8], as format: DocumentFormat, limits: DocumentLimits = .standard) -> DocumentError? {
    do throws(DocumentError) {
        _ = try format.read(bytes, limits: limits)
        return nil
    } catch {
        return error
    }
}

/// A document as one line of JSON.
func line(_ text: String, as format: DocumentFormat) throws -> String {
    JSONValue(try format.read(Array(text.utf8))).text()
}

/// How deep a node nests, itself included; scalars are 0.
func depth(_ node: DocumentNode) -> Int {
    switch node.value {
    case .array(let nodes): 1 + (nodes.map(depth).max() ?? 0)
    case .object(let members): 1 + (members.map { depth($0.value) }.max() ?? 0)
    default: 0
    }
}
