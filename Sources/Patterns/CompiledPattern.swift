import CPCRE2

/// What compiling gave: PCRE2's code, or the reason why there is none.
///
/// The code is written by `init` only and read afterwards (pcre2api, "Multithreading"), so threads may share it.
@safe final class CompiledPattern: @unchecked Sendable {
    /// The code; nil when `failure` is set.
    let code: OpaquePointer?
    /// Why the source could not be compiled.
    let failure: PatternError?
    /// Ranges a match needs: the groups and the whole.
    let pairs: UInt32

    /// Whether it calls `PatternBudget.spend` before each item.
    let counted: Bool
    /// Whether a group is compared with what it matched before (`\1`).
    let refersBack: Bool

    /// Compiles, to machine code where the platform allows it and to PCRE2's own code elsewhere.
    init(source: String, caseInsensitive: Bool, readsBytes: Bool, counted: Bool) {
        self.counted = counted
        var options = PCRE2_NEVER_BACKSLASH_C
        if !readsBytes { options |= PCRE2_UTF | PCRE2_UCP }
        if caseInsensitive { options |= PCRE2_CASELESS }
        if counted { options |= PCRE2_AUTO_CALLOUT }
        let context = unsafe pcre2_compile_context_create_8(nil)
        defer { unsafe pcre2_compile_context_free_8(context) }
        if unsafe context != nil {
            _ = unsafe pcre2_set_parens_nest_limit_8(context, Pattern.maximumNesting)
            _ = unsafe pcre2_set_max_pattern_length_8(context, Pattern.maximumSourceBytes)
        }
        var number: Int32 = 0
        var offset = 0
        let bytes = Array(source.utf8) + [0]
        let made = unsafe pcre2_compile_8(bytes, bytes.count - 1, options, &number, &offset, context)
        unsafe code = made
        guard unsafe made != nil else {
            failure = .compiling(code: number, offset: offset)
            (pairs, refersBack) = (0, false)
            return
        }
        failure = nil
        // Without machine code (no support, no executable memory) the interpreter gives the same matches.
        _ = unsafe pcre2_jit_compile_8(made, PCRE2_JIT_COMPLETE)
        var groups: UInt32 = 0
        _ = unsafe pcre2_pattern_info_8(made, UInt32(PCRE2_INFO_CAPTURECOUNT), &groups)
        pairs = groups + 1
        var reference: UInt32 = 0
        _ = unsafe pcre2_pattern_info_8(made, UInt32(PCRE2_INFO_BACKREFMAX), &reference)
        refersBack = reference > 0
    }

    /// The number of a named group.
    func group(named name: String) -> Int? {
        let number = unsafe pcre2_substring_number_from_name_8(code, Array(name.utf8) + [0])
        return number > 0 ? Int(number) : nil
    }

    deinit { unsafe pcre2_code_free_8(code) }
}
