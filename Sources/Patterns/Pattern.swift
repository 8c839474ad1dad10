import CPCRE2
import Synchronization

/// A regular expression of PCRE2 (pcre2pattern(3)) over UTF-8 bytes, with Unicode properties for `\w`, `\d` and case.
///
/// Making one costs nothing and never fails; it is compiled once, when first used or checked, and once more when a long
/// subject or a search for all matches first needs counting (`PatternLimits`). Threads may share it.
package final class Pattern: Sendable {
    /// Longest source text, in bytes.
    package static let maximumSourceBytes = 8_192
    /// Deepest nesting of parentheses.
    package static let maximumNesting: UInt32 = 100

    /// The source text.
    package let source: String
    /// Whether letters match in either case.
    package let caseInsensitive: Bool
    /// Whether it reads bytes, of which only ASCII ones are letters or digits, and not Unicode text.
    package let readsBytes: Bool
    /// For short subjects.
    private let plain = AtomicLazyReference<CompiledPattern>()
    /// For long subjects and for all matches.
    private let counted = AtomicLazyReference<CompiledPattern>()
    /// Held while compiling.
    private let compiling = Mutex(())

    /// A pattern from its source; mistakes in it are reported by `compile()` and by matching.
    package init(_ source: String, caseInsensitive: Bool = false, readsBytes: Bool = false) {
        self.source = source
        self.caseInsensitive = caseInsensitive
        self.readsBytes = readsBytes
    }

    /// Compiles now if that has not happened. Throws the place and PCRE2's reason when the source is not a pattern.
    package func compile() throws(PatternError) { _ = try code(counting: false) }

    /// The first match at or after the byte `from`, or nil.
    ///
    /// - Parameter isUTF8: says that the subject is known to be valid, so that it need not be looked through again.
    /// - Throws: the errors of `compile()`, `.limit`, `.invalidUTF8`, `.badOffset`.
    package func firstMatch(
        in subject: Span<UInt8>, from: Int = 0, isUTF8: Bool = false, scratch: MatchScratch
    ) throws(PatternError) -> PatternMatch? {
        let compiled = try code(counting: subject.count > scratch.limits.uncountedBytes)
        scratch.begin(compiled, bytes: subject.count)
        return try scratch.run(compiled, subject, from: from, options: isUTF8 ? PCRE2_NO_UTF_CHECK : 0)
    }

    /// The first match at or after the byte `from`, or nil; errors as above.
    package func firstMatch(
        in subject: [UInt8], from: Int = 0, isUTF8: Bool = false, scratch: MatchScratch
    ) throws(PatternError) -> PatternMatch? {
        try firstMatch(in: subject.span, from: from, isUTF8: isUTF8, scratch: scratch)
    }

    /// The matches from left to right that do not overlap, at most `limit` of them; errors as `firstMatch`.
    ///
    /// After an empty match the search goes on at the same place for one that is not empty, as in Perl.
    package func allMatches(
        in subject: [UInt8], limit: Int = .max, scratch: MatchScratch = MatchScratch()
    ) throws(PatternError) -> [PatternMatch] {
        let compiled = try code(counting: true)
        scratch.begin(compiled, bytes: subject.count)
        var found: [PatternMatch] = []
        var from = 0
        var options: UInt32 = 0
        while found.count < limit, from <= subject.count {
            guard let match = try scratch.run(compiled, subject.span, from: from, options: options) else { break }
            found.append(match)
            let range = match.range
            let stuck = range.upperBound < from || (range.upperBound == from && options & PCRE2_NOTEMPTY_ATSTART != 0)
            if stuck { break }
            from = range.upperBound
            // The first call checked the whole subject; a second check would make long texts quadratic.
            options = PCRE2_NO_UTF_CHECK | (range.isEmpty ? PCRE2_NOTEMPTY_ATSTART : 0)
        }
        return found
    }

    /// The number of a named group, `nil` where the pattern has none of that name. Throws as `compile()`.
    package func group(named name: String) throws(PatternError) -> Int? { try code(counting: true).group(named: name) }

    /// The pattern for a worker with many short subjects. Throws as `compile()`.
    package func ready() throws(PatternError) -> ReadyPattern { ReadyPattern(compiled: try code(counting: false)) }

    /// A compiled form: made under the lock by whoever comes first, read without it afterwards.
    private func code(counting: Bool) throws(PatternError) -> CompiledPattern {
        let ready = (counting ? counted.load() : plain.load()) ?? compiling.withLock { _ in make(counting) }
        if let failure = ready.failure { throw failure }
        return ready
    }

    /// Compiles unless that has happened meanwhile.
    private func make(_ counting: Bool) -> CompiledPattern {
        if let ready = counting ? counted.load() : plain.load() { return ready }
        let made = CompiledPattern(source: source, caseInsensitive: caseInsensitive, readsBytes: readsBytes, counted: counting)
        return counting ? counted.storeIfNil(made) : plain.storeIfNil(made)
    }
}

/// A pattern compiled for subjects up to `PatternLimits.uncountedBytes`, whatever their length.
package struct ReadyPattern {
    fileprivate let compiled: CompiledPattern

    /// The first match, or nil. Throws `.limit`.
    package func firstMatch(in subject: [UInt8], scratch: MatchScratch) throws(PatternError) -> PatternMatch? {
        scratch.begin(compiled, bytes: subject.count)
        return try scratch.run(compiled, subject.span, from: 0, options: 0)
    }
}
