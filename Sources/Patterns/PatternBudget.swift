import CPCRE2

/// The steps a search has left. PCRE2 calls `spend` before each item of a pattern compiled for counting.
///
/// What a loop passed in between shows in how far the position moved; what a backreference compared in vain does not,
/// so a pattern with one pays a share of the subject at each item.
struct PatternBudget {
    /// Steps left; below zero the search ends.
    var left: Int
    /// Steps an item costs by itself.
    var price = 1
    /// Where in the subject the last item was, in bytes.
    var last = 0

    /// Spends what an item and the way to it cost; the limit error when nothing is left.
    static let spend: @convention(c) (UnsafeMutablePointer<pcre2_callout_block_8>?, UnsafeMutableRawPointer?) -> Int32 =
        {
            block, data in
            guard let block = unsafe block, let data = unsafe data else { return 0 }
            let budget = unsafe data.assumingMemoryBound(to: PatternBudget.self)
            let here = unsafe block.pointee.current_position
            unsafe budget.pointee.left -= unsafe budget.pointee.price + abs(here - budget.pointee.last)
            unsafe budget.pointee.last = here
            return unsafe budget.pointee.left < 0 ? PCRE2_ERROR_MATCHLIMIT : 0
        }
}
