/// The identity of a clause: ASCII segments from the article down, such as `40.1.3`, `15.2.proviso` or `app1.5.3.3`.
package struct ClauseID: Sendable, Hashable {
    /// The segments, joined by dots.
    package let text: String

    /// The longest ID, in bytes.
    package static let longest = 64

    /// An ID by its text; `nil` unless it is 1 to 64 bytes of segments of `a-z`, `0-9` and `_` with a dot between each two.
    package init?(_ text: some StringProtocol) {
        var count = 0
        var last: UInt8 = 0x2E
        for byte in text.utf8 {
            count += 1
            switch byte {
            case 0x61...0x7A, 0x30...0x39, 0x5F: break
            case 0x2E where last != 0x2E: break
            default: return nil
            }
            guard count <= Self.longest else { return nil }
            last = byte
        }
        guard last != 0x2E else { return nil }
        self.text = String(text)
    }

    /// The parts between the dots; never empty.
    package var segments: [Substring] { text.split(separator: ".") }

    /// The clause that this one is directly in; `nil` for an article or an annex.
    package var parent: ClauseID? { text.lastIndex(of: ".").flatMap { ClauseID(text[..<$0]) } }

    /// Whether this clause lies in another one, at any depth. No clause lies in itself.
    package func isDescendant(of other: ClauseID) -> Bool {
        let rest = text.utf8.dropFirst(other.text.utf8.count)
        return rest.first == 0x2E && text.utf8.starts(with: other.text.utf8)
    }

    /// Whether this is the proviso (ただし書) of a clause.
    package var isProviso: Bool { segments.last == "proviso" }

    /// The clause that this one is the proviso of; `nil` when it is no proviso, or that of nothing.
    package var body: ClauseID? { isProviso ? parent : nil }
}

extension ClauseID: CustomStringConvertible {
    /// The text of the ID.
    package var description: String { text }
}
