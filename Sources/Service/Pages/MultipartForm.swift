import Documents
import HTTPTypes
import Hummingbird

/// A form with a file (multipart/form-data, RFC 7578; what parts it is in RFC 2046, 5.1.1), its parts in their order.
/// It reads what browsers send (WHATWG HTML, 4.10.21.8) and refuses everything else.
struct MultipartForm {
    struct Part {
        let name: String
        /// As the browser calls the file; nil for a field without one.
        let file: String?
        let bytes: ArraySlice<UInt8>
    }

    /// More than these are no form of ours.
    private static let (mostParts, longestHead) = (20, 2_000)
    private static let lineBreak: [UInt8] = [0x0D, 0x0A]

    let parts: [Part]

    /// - Parameter boundary: what parts the parts, as the header has it.
    init(_ bytes: [UInt8], boundary: String) throws(Problem) {
        guard (1...70).contains(boundary.utf8.count) else { throw .brokenForm }
        let delimiter = Self.lineBreak + Array("--\(boundary)".utf8)
        // The first delimiter has no line break before it.
        guard bytes.starts(with: delimiter.dropFirst(2)) else { throw .brokenForm }
        var place = delimiter.count - 2
        var parts: [Part] = []
        while !bytes[place...].starts(with: Array("--".utf8)) {
            guard bytes[place...].starts(with: Self.lineBreak), parts.count < Self.mostParts else { throw .brokenForm }
            let head = bytes[(place + 2)...]
            guard let gap = Self.first(Self.lineBreak + Self.lineBreak, in: head.prefix(Self.longestHead)) else { throw .brokenForm }
            let content = bytes[(gap + 4)...]
            guard let end = Self.first(delimiter, in: content) else { throw .brokenForm }
            parts.append(try Self.part(String(decoding: head[..<gap], as: UTF8.self), content[..<end]))
            place = end + delimiter.count
        }
        self.parts = parts
    }

    /// The text of a field; empty where there is none.
    func text(_ name: String) -> String { parts.first { $0.name == name && $0.file == nil }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? "" }

    /// A file that was chosen.
    func file(_ name: String) -> Part? { parts.first { $0.name == name && $0.file?.isEmpty == false } }

    private static func part(_ head: String, _ bytes: ArraySlice<UInt8>) throws(Problem) -> Part {
        for line in head.split(separator: "\r\n") {
            let sides = line.split(separator: ":", maxSplits: 1)
            guard sides.count == 2, sides[0].lowercased() == "content-disposition" else { continue }
            let parameters = try parameters(sides[1])
            guard let name = parameters["name"] else { break }
            // A file is read by who knows what is in it.
            guard parameters["filename"] != nil || StreamSafeText.isSafe(String(decoding: bytes, as: UTF8.self)) else { throw .tooManyMarks }
            return Part(name: name, file: parameters["filename"], bytes: bytes)
        }
        throw .brokenForm
    }

    /// ` form-data; name="file"; filename="devices.csv"`. Within quotes browsers write " as %22 and line breaks as %0D and %0A.
    private static func parameters(_ text: Substring) throws(Problem) -> [String: String] {
        let first = text.prefix { $0 != ";" }
        guard first.filter({ $0 != " " }).lowercased() == "form-data" else { throw .brokenForm }
        var (rest, found) = (text.dropFirst(first.count), [String: String]())
        while rest.first == ";" {
            rest = rest.dropFirst().drop { $0 == " " }
            let name = rest.prefix { $0 != "=" }
            rest = rest.dropFirst(name.count + 1)
            guard rest.first == "\"", let end = rest.dropFirst().firstIndex(of: "\""), found[name.lowercased()] == nil else { throw .brokenForm }
            let value = rest[rest.index(after: rest.startIndex)..<end]
            found[name.lowercased()] = String(value).replacing("%22", with: "\"").replacing("%0D", with: "\r").replacing("%0A", with: "\n")
            rest = rest[rest.index(after: end)...]
        }
        guard rest.allSatisfy({ $0 == " " }) else { throw .brokenForm }
        return found
    }

    /// Where a sequence that begins with a line break first stands.
    private static func first(_ wanted: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        var place = bytes.startIndex
        while let next = bytes[place...].firstIndex(of: 0x0D) {
            if bytes[next...].starts(with: wanted) { return next }
            place = next + 1
        }
        return nil
    }
}

extension Request {
    /// A posted form with a file, within the limits of size and time.
    func upload(_ limits: ServiceSettings.Limits) async throws -> MultipartForm {
        let type = (headers[.contentType] ?? "").split(separator: ";", omittingEmptySubsequences: false)
        let parameters = type.dropFirst().map { $0.drop { $0 == " " } }
        guard type.first?.lowercased() == "multipart/form-data", let boundary = parameters.first(where: { $0.lowercased().hasPrefix("boundary=") }) else {
            throw Problem.notForm
        }
        return try MultipartForm(try await bytes(limits, most: limits.uploadBytes), boundary: boundary.dropFirst(9).filter { $0 != "\"" })
    }
}
