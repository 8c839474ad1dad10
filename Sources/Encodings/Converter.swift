import CIconv

/// One conversion to UTF-8 by glibc's iconv.
@safe final class Converter {
    private let handle: UnsafeMutableRawPointer

    /// `nil` where the system has no such converter.
    init?(from encoding: TextEncoding) {
        guard let handle = unsafe kiyaku_iconv_open("UTF-8", encoding.converterName) else { return nil }
        unsafe self.handle = handle
    }

    deinit { unsafe kiyaku_iconv_close(handle) }

    /// The text of the bytes; those of half a character stay in `bytes`, others that mean nothing become `TextDecoder.invalid`.
    func convert(_ bytes: inout [UInt8]) -> [UInt8] {
        // A character of these encodings takes at most three bytes of UTF-8 for each two or, in half-width kana, one of its own.
        var text = [UInt8](repeating: 0, count: bytes.count * 3 + 16)
        var written = 0
        var done = 0
        unsafe bytes.withUnsafeMutableBytes { source in
            unsafe text.withUnsafeMutableBytes { target in
                guard let start = source.baseAddress, let begin = target.baseAddress else { return }
                var from: UnsafeMutablePointer<CChar>? = unsafe start.assumingMemoryBound(to: CChar.self)
                var to: UnsafeMutablePointer<CChar>? = unsafe begin.assumingMemoryBound(to: CChar.self)
                var (left, room) = (source.count, target.count)
                while left > 0 {
                    let end = unsafe kiyaku_iconv(handle, &from, &left, &to, &room)
                    guard end == kiyaku_iconv_invalid, room > 0, let bad = unsafe to, let next = unsafe from else { break }
                    unsafe bad.pointee = CChar(bitPattern: TextDecoder.invalid)
                    unsafe to = bad + 1
                    unsafe from = next + 1
                    (left, room) = (left - 1, room - 1)
                }
                (written, done) = (target.count - room, source.count - left)
            }
        }
        bytes.removeFirst(done)
        return Array(text[..<written])
    }
}
