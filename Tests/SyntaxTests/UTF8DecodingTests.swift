import Syntax
import Testing

@Suite("Scalars from bytes")
struct UTF8DecodingTests {
    @Test("The first and the last scalar of each length are read", arguments: [0x0, 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x10FFFF])
    func read(value: Int) throws {
        let scalar = try #require(Unicode.Scalar(UInt32(value)))
        let bytes = [0x41] + Array(String(Character(scalar)).utf8) + [0x42]
        let found = try #require(UTF8Decoding.scalar(bytes, 1))
        #expect(found.value == UInt32(value) && found.length == bytes.count - 2)
    }

    @Test(
        "Overlong forms, surrogates, what lies beyond Unicode and what is cut short are no scalars",
        arguments: [
            [], [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF0, 0x8F, 0xBF, 0xBF],
            [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xC2], [0xE3, 0x81], [0xF0, 0x90, 0x80], [0xC2, 0x41], [0xE3, 0x41, 0x82],
            [0xE3, 0x81, 0xC2],
        ])
    func refused(bytes: [UInt8]) {
        #expect(UTF8Decoding.scalar(bytes, 0) == nil)
    }
}
