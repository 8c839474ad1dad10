/// Finds aliases before anything is composed: a chain of them stands for more than memory holds.
///
/// An alias needs `&name` before it and `*name`, whose names are ASCII letters, digits, `-` and `_` in libyaml. Looking
/// for such pairs anywhere, texts and comments included, misses none; a text with both is to be written as JSON.
enum YAMLAliases {
    /// The offset of the first `*name` whose `&name` stands before it; nil when there is none.
    static func firstUse(_ text: DocumentBytes) -> Int? {
        let bytes = text.bytes
        var anchors: Set<ArraySlice<UInt8>> = []
        var place = text.start
        while place < bytes.count {
            let mark = bytes[place]
            place += 1
            guard mark == UInt8(ascii: "&") || mark == UInt8(ascii: "*") else { continue }
            let name = bytes[place...].prefix(while: isNameByte)
            guard !name.isEmpty else { continue }
            if mark == UInt8(ascii: "&") {
                anchors.insert(name)
            } else if anchors.contains(name) {
                return place - 1
            }
            place = name.endIndex
        }
        return nil
    }

    /// Whether libyaml takes a byte into a name.
    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
        default: false
        }
    }
}
