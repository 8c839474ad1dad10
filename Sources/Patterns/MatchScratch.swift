import CPCRE2

/// The memory one worker matches in: ranges, limits and the stack of the machine code. Reusable; never shared.
@safe package final class MatchScratch {
    /// The limits every match in this scratch obeys.
    package let limits: PatternLimits
    /// The ranges of the last match.
    private var data: OpaquePointer?
    /// How many ranges there is room for.
    private var pairs: UInt32 = 0
    /// The limits, as PCRE2 keeps them.
    private let context: OpaquePointer?
    /// The stack of the machine code.
    private let stack: OpaquePointer?
    /// The steps left, at an address the callout knows.
    private let budget: UnsafeMutablePointer<PatternBudget>

    /// Scratch under some limits. Never fails: without memory the first match reports `.memory`.
    package init(limits: PatternLimits = .standard) {
        self.limits = limits
        unsafe data = nil
        unsafe budget = .allocate(capacity: 1)
        unsafe budget.initialize(to: PatternBudget(left: limits.steps))
        unsafe context = unsafe pcre2_match_context_create_8(nil)
        unsafe stack = unsafe pcre2_jit_stack_create_8(32 << 10, max(32 << 10, limits.jitStackBytes), nil)
        if unsafe context != nil {
            _ = unsafe pcre2_set_depth_limit_8(context, limits.depthLimit)
            _ = unsafe pcre2_set_heap_limit_8(context, limits.heapLimit)
            unsafe pcre2_jit_stack_assign_8(context, nil, UnsafeMutableRawPointer(stack))
            _ = unsafe pcre2_set_callout_8(context, PatternBudget.spend, budget)
        }
    }

    deinit {
        unsafe pcre2_match_data_free_8(data)
        unsafe pcre2_match_context_free_8(context)
        unsafe pcre2_jit_stack_free_8(stack)
        unsafe budget.deallocate()
    }

    /// Begins a search, with all its steps to spend.
    func begin(_ compiled: CompiledPattern, bytes: Int) {
        let price = compiled.refersBack ? 1 + bytes / 4 : 1
        // Counted steps stop what the match limit would stop, only later.
        if unsafe context != nil {
            _ = unsafe pcre2_set_match_limit_8(context, compiled.counted ? .max : limits.matchLimit)
        }
        unsafe budget.pointee = PatternBudget(left: max(0, limits.steps), price: price)
    }

    /// Tries compiled code once. `subject` is read from `from`; `options` are those of `pcre2_match`.
    func run(
        _ compiled: CompiledPattern, _ subject: Span<UInt8>, from: Int, options: UInt32
    ) throws(PatternError) -> PatternMatch? {
        guard subject.count <= limits.subjectBytes else {
            throw PatternError(.limit, message: "subject of \(subject.count) bytes, at most \(limits.subjectBytes)")
        }
        guard from >= 0, from <= subject.count else {
            throw PatternError(.badOffset, offset: from, message: "subject of \(subject.count) bytes")
        }
        try reserve(compiled.pairs)
        let result = unsafe subject.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else {
                return unsafe pcre2_match_8(compiled.code, [0], 0, 0, options, data, context)
            }
            return unsafe pcre2_match_8(compiled.code, base, buffer.count, from, options, data, context)
        }
        if result == PCRE2_ERROR_NOMATCH { return nil }
        guard result > 0 else {
            throw .matching(
                code: result, offset: unsafe result == PCRE2_ERROR_BADUTFOFFSET ? from : pcre2_get_startchar_8(data))
        }
        return PatternMatch(groups: groups(compiled.pairs))
    }

    /// Makes room for that many ranges.
    private func reserve(_ wanted: UInt32) throws(PatternError) {
        if unsafe data != nil, pairs >= wanted, unsafe context != nil { return }
        unsafe pcre2_match_data_free_8(data)
        pairs = max(16, wanted)
        unsafe data = pcre2_match_data_create_8(pairs, nil)
        guard unsafe data != nil, unsafe context != nil else {
            throw PatternError(.memory, message: "no memory for match data")
        }
    }

    /// The ranges of the last match. An unset group is PCRE2_UNSET, which is -1 as Int.
    private func groups(_ count: UInt32) -> [Range<Int>?] {
        guard let vector = unsafe pcre2_get_ovector_pointer_8(data) else { return [] }
        return (0..<Int(min(count, pairs))).map { index in
            let start = unsafe vector[2 * index]
            let end = unsafe vector[2 * index + 1]
            return start >= 0 && end >= start ? start..<end : nil
        }
    }
}
