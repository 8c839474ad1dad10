import Vocabulary

extension OutcomeOrder {
    /// The outcomes that are possible when some certainly are given and others may be, a bit for each.
    ///
    /// Ranked: the first given outcome wins. Otherwise two different outcomes are a conflict. Where none is given, the fallback.
    func possible(certain: UInt64, open: UInt64) -> UInt64 {
        let open = open & ~certain
        if open == 0 { return settled(certain) }
        guard isRanked else {
            var result: UInt64 = 0
            if certain == 0 {
                result = open | 1 << UInt64(fallback)
                if open.nonzeroBitCount > 1 { result |= 1 << UInt64(conflict) }
            } else if certain.nonzeroBitCount > 1 {
                result = 1 << UInt64(conflict)
            } else {
                result = certain | 1 << UInt64(conflict)
            }
            return result
        }
        guard certain != 0 else { return open | 1 << UInt64(fallback) }
        let best = certain & (~certain &+ 1)
        return best | open & (best - 1)
    }

    private func settled(_ certain: UInt64) -> UInt64 {
        if certain == 0 { return 1 << UInt64(fallback) }
        if isRanked { return certain & (~certain &+ 1) }
        return certain.nonzeroBitCount == 1 ? certain : 1 << UInt64(conflict)
    }
}
