import CPCRE2

extension PatternError {
    /// The error for a number that `pcre2_compile` gave (pcre2api, "Compile-time error codes" are positive).
    static func compiling(code: Int32, offset: Int) -> PatternError {
        let kind: Kind =
            switch code {
            case 119: .tooNested
            case 120: .tooLarge
            case 121: .memory
            case 188: .tooLong
            default: .syntax
            }
        return PatternError(kind, offset: max(0, offset), code: code, message: text(of: code))
    }

    /// The error for a negative number that `pcre2_match` gave; `offset` is where an invalid byte was seen.
    static func matching(code: Int32, offset: Int) -> PatternError {
        switch code {
        case PCRE2_ERROR_MATCHLIMIT, PCRE2_ERROR_DEPTHLIMIT, PCRE2_ERROR_HEAPLIMIT, PCRE2_ERROR_JIT_STACKLIMIT:
            return PatternError(.limit, code: code, message: text(of: code))
        case PCRE2_ERROR_UTF8_ERR21...PCRE2_ERROR_UTF8_ERR1, PCRE2_ERROR_BADUTFOFFSET:
            return PatternError(.invalidUTF8, offset: offset, code: code, message: text(of: code))
        case PCRE2_ERROR_BADOFFSET:
            return PatternError(.badOffset, offset: offset, code: code, message: text(of: code))
        case PCRE2_ERROR_NOMEMORY:
            return PatternError(.memory, code: code, message: text(of: code))
        default:
            return PatternError(.other, code: code, message: text(of: code))
        }
    }

    /// PCRE2's own words for a number; at most 255 bytes, longer ones are cut.
    private static func text(of code: Int32) -> String {
        var buffer = [UInt8](repeating: 0, count: 256)
        _ = unsafe pcre2_get_error_message_8(code, &buffer, buffer.count)
        return String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self)
    }
}
