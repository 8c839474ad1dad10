/// How much work a search may do before it ends in a `.limit` error.
///
/// PCRE2 counts backtracking points, anew at every starting position, and not the steps of a simple loop; its compiler
/// to machine code honours `matchLimit` only, `depthLimit` and `heapLimit` hold where the interpreter runs. That stops
/// exponential patterns and, in a short subject, all others. In a longer one, or in a search for all matches,
/// `PatternBudget` counts every step instead, so that a cubic pattern ends too, and at the same step on every run.
package struct PatternLimits: Hashable, Sendable {
    /// Subjects up to this many bytes are searched without counting steps, several times faster.
    package var uncountedBytes: Int
    /// Backtracking points one attempt may take in a subject that is not counted.
    package var matchLimit: UInt32
    /// Steps, in bytes passed, of a search for one match or for all in a counted subject.
    package var steps: Int
    /// Nested backtracking points, interpreter only.
    package var depthLimit: UInt32
    /// Heap in KiB, interpreter only.
    package var heapLimit: UInt32
    /// Longest subject, in bytes.
    package var subjectBytes: Int
    /// Stack of the machine code, in bytes.
    package var jitStackBytes: Int

    /// Limits; each left out is the standard one.
    package init(
        matchLimit: UInt32 = 20_000, steps: Int = 50_000_000, depthLimit: UInt32 = 20_000,
        heapLimit: UInt32 = 16_384, subjectBytes: Int = 1 << 16, jitStackBytes: Int = 1 << 20, uncountedBytes: Int = 256
    ) {
        self.uncountedBytes = uncountedBytes
        self.matchLimit = matchLimit
        self.steps = steps
        self.depthLimit = depthLimit
        self.heapLimit = heapLimit
        self.subjectBytes = subjectBytes
        self.jitStackBytes = jitStackBytes
    }

    /// For facts and free text: 64 KiB of subject, a runaway pattern ends within a second.
    package static let standard = PatternLimits()
}
