import Documents
import Hummingbird
import NIOCore

/// The fields of a form as a browser sends them (application/x-www-form-urlencoded, WHATWG URL), in their order.
struct FormFields {
    /// More fields than these are no form of ours.
    private static let most = 4_000

    let pairs: [(name: String, value: String)]

    /// Reads the bytes of a body; percent signs that stand for nothing stay.
    init(_ bytes: [UInt8]) throws {
        let parts = bytes.split(separator: UInt8(ascii: "&"))
        guard parts.count <= Self.most else { throw Problem.tooLarge }
        pairs = try parts.map { part in
            let sides = part.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false).map(Self.decoded)
            guard sides.allSatisfy(StreamSafeText.isSafe) else { throw Problem.tooManyMarks }
            return (sides[0], sides.count > 1 ? sides[1] : "")
        }
    }

    /// Whether a control was changed, and nobody has asked for the answer yet: the script says so.
    var isPreview: Bool { first("preview") == "yes" }

    func first(_ name: String) -> String { pairs.first { $0.name == name }?.value ?? "" }

    /// The text of some bytes; what is not UTF-8 becomes U+FFFD.
    static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
        var out: [UInt8] = []
        var place = bytes.startIndex
        while place < bytes.endIndex {
            let byte = bytes[place]
            if byte == UInt8(ascii: "%"), place + 2 < bytes.endIndex, let high = digit(bytes[place + 1]), let low = digit(bytes[place + 2]) {
                out.append(high << 4 | low)
                place += 3
            } else {
                out.append(byte == UInt8(ascii: "+") ? 0x20 : byte)
                place += 1
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }
}

extension Request {
    /// The fields of a posted form, within the limits of size and time.
    func form(_ limits: ServiceSettings.Limits) async throws -> FormFields {
        let type = headers[.contentType]?.prefix { $0 != ";" }.lowercased()
        guard type == "application/x-www-form-urlencoded" else { throw Problem.notForm }
        return try FormFields(try await bytes(limits))
    }
}
