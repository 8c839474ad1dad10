import Encodings
import Testing

/// Bytes of JIS X 0208 in Shift_JIS and of UTF-8 are those of the standards.
@Suite("Reading text in the encodings that spreadsheets write")
struct TextDecoderTests {
    /// 仕様,①ｱ~ with 仕 8E64, 様 976C, NEC's ① 8740 and the half-width ｱ B1.
    private static let cp932: [UInt8] = [0x8E, 0x64, 0x97, 0x6C, 0x2C, 0x87, 0x40, 0xB1, 0x0A]
    private static let text = "仕様,①ｱ\n"

    private func decode(_ pieces: [[UInt8]], _ asked: TextEncoding? = nil) -> (text: [UInt8], found: RecognisedEncoding?) {
        var decoder = TextDecoder(asked)
        var text: [UInt8] = []
        for piece in pieces { text += decoder.decode(piece) }
        text += decoder.finish()
        return (text, decoder.recognised)
    }

    @Test("A byte order mark decides, and is no part of the text")
    func marks() {
        let utf16: [UInt8] = [0xFF, 0xFE, 0xD5, 0x4E, 0x2C, 0x00]
        for (bytes, text, encoding) in [
            ([0xEF, 0xBB, 0xBF] + Array("仕,".utf8), "仕,", TextEncoding.utf8), (utf16, "仕,", .utf16LittleEndian),
            ([0xFE, 0xFF, 0x4E, 0xD5, 0x00, 0x2C], "仕,", .utf16BigEndian),
        ] {
            let (found, recognised) = decode([bytes])
            #expect(found == Array(text.utf8))
            #expect(recognised == RecognisedEncoding(encoding: encoding, reason: .byteOrderMark))
        }
    }

    @Test("Without a mark valid UTF-8 is UTF-8, and anything else CP932")
    func guessed() {
        #expect(decode([Array(Self.text.utf8)]).text == Array(Self.text.utf8))
        #expect(decode([Array(Self.text.utf8)]).found == RecognisedEncoding(encoding: .utf8, reason: .validUTF8))
        #expect(decode([Self.cp932]).text == Array(Self.text.utf8))
        #expect(decode([Self.cp932]).found == RecognisedEncoding(encoding: .cp932, reason: .notUTF8))
    }

    @Test("ASCII is handed on at once, and nothing is assumed of it")
    func ascii() {
        var decoder = TextDecoder()
        #expect(decoder.decode(Array("a,b\n".utf8)) == Array("a,b\n".utf8))
        #expect(decoder.recognised == nil)
        #expect(decoder.decode(Array("c".utf8) + [0x8E, 0x64]) == Array("c仕".utf8))
    }

    @Test("Where a file is cut into pieces makes no difference", arguments: 0...9)
    func pieces(cut: Int) {
        let bytes = Array("a,".utf8) + Self.cp932
        let (text, found) = decode([Array(bytes[..<cut]), [], Array(bytes[cut...])])
        #expect(text == Array(("a," + Self.text).utf8))
        #expect(found?.encoding == .cp932)
        let single = decode(Array(("仕a,様\n").utf8).map { [$0] })
        #expect(single.text == Array("仕a,様\n".utf8))
    }

    @Test("What means nothing in the encoding is marked, and the rest is read")
    func invalid() {
        // 0x8E is the first half of a character that a comma cannot finish; 0xFD is no character at all.
        let bytes: [UInt8] = [0x8E, 0x64, 0x8E, 0x2C, 0xFD, 0x41]
        let text = decode([bytes], .cp932).text
        #expect(text == Array("仕".utf8) + [TextDecoder.invalid, 0x2C, TextDecoder.invalid, 0x41])
        #expect(decode([[0x41, 0x8E]], .cp932).text == [0x41, TextDecoder.invalid])
    }

    @Test("What the caller says goes before what the bytes look like")
    func asked() {
        let (text, found) = decode([Array("仕".utf8)], .cp932)
        #expect(text != Array("仕".utf8))
        #expect(found == RecognisedEncoding(encoding: .cp932, reason: .asked))
    }
}
