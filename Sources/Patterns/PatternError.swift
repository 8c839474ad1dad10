/// Why a pattern could not be compiled, or could not be tried against a subject.
package struct PatternError: Error, Hashable, Sendable {
    /// Stable names for programs; the raw value goes into reports.
    package enum Kind: String, Sendable, CaseIterable {
        /// The pattern is not valid PCRE2 syntax; `offset` says where.
        case syntax
        /// The source text is longer than `Pattern.maximumSourceBytes`.
        case tooLong = "too-long"
        /// Parentheses nest deeper than `Pattern.maximumNesting`.
        case tooNested = "too-nested"
        /// The compiled form would exceed PCRE2's 64 KiB.
        case tooLarge = "too-large"
        /// Matching was given up: match, depth, heap, JIT stack or subject length limit (`PatternLimits`).
        case limit
        /// The subject is not UTF-8, or the start offset is inside a character.
        case invalidUTF8 = "invalid-utf8"
        /// The start offset is not in the subject.
        case badOffset = "bad-offset"
        /// Memory could not be had.
        case memory
        /// Anything else PCRE2 reports; `code` tells which.
        case other
    }

    /// What went wrong.
    package let kind: Kind
    /// Byte offset: in the pattern for compile errors, in the subject for `invalidUTF8` and `badOffset`; else nil.
    package let offset: Int?
    /// PCRE2's number (pcre2.h), 0 when we noticed it ourselves.
    package let code: Int32
    /// PCRE2's message, in English.
    package let message: String

    /// An error of a kind, with what is known about it.
    package init(_ kind: Kind, offset: Int? = nil, code: Int32 = 0, message: String) {
        self.kind = kind
        self.offset = offset
        self.code = code
        self.message = message
    }
}

extension PatternError: CustomStringConvertible {
    /// "kind at offset: message".
    package var description: String {
        let place = offset.map { " at \($0)" } ?? ""
        return "\(kind.rawValue)\(place): \(message)"
    }
}
