import Encodings
import Foundation
import Testing

@Suite("A file as a whole")
struct WholeTextTests {
    private static let text = "第1条（目的）\n傘を貸す。ただし、ｱﾒの日に限る。\n"

    @Test(
        "The encoding is told by all of a file",
        arguments: [
            (String.Encoding.utf8, TextEncoding.utf8), (.shiftJIS, .cp932), (.utf16LittleEndian, .utf16LittleEndian),
            (.utf16BigEndian, .utf16BigEndian),
        ])
    func encodings(written: String.Encoding, found: TextEncoding) throws {
        let bytes = [UInt8](try #require(Self.text.data(using: written)))
        let whole = WholeText.decode(bytes)
        #expect(whole.encoding == found)
        #expect(String(decoding: whole.text, as: UTF8.self) == Self.text)
    }

    @Test("EUC is told from Shift_JIS, in which it would be half-width katakana")
    func euc() {
        let whole = WholeText.decode([
            0xC2, 0xE8, 0x31, 0xBE, 0xF2, 0xA1, 0xCA, 0xCC, 0xDC, 0xC5, 0xAA, 0xA1, 0xCB, 0x0A, 0xBB, 0xB1, 0xA4, 0xF2, 0xC2, 0xDF, 0xA4, 0xB9, 0xA1, 0xA3,
            0xA4, 0xBF, 0xA4, 0xC0, 0xA4, 0xB7, 0xA1, 0xA2, 0x8E, 0xB1, 0x8E, 0xD2, 0xA4, 0xCE, 0xC6, 0xFC, 0xA4, 0xCB, 0xB8, 0xC2, 0xA4, 0xEB, 0xA1, 0xA3,
            0x0A,
        ])
        #expect(whole.encoding == .eucJP && String(decoding: whole.text, as: UTF8.self) == Self.text)
    }

    @Test("A mark at the beginning is obeyed, and what is no text stays as it is")
    func marks() {
        let little: [UInt8] = [0xFF, 0xFE, 0x98, 0x50]
        #expect(WholeText.decode(little).text == Array("傘".utf8))
        let broken: [UInt8] = [0x41, 0xFF, 0xFE, 0x81]
        #expect(WholeText.decode(broken).encoding == nil && WholeText.decode(broken).text == broken)
    }
}
