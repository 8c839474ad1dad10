extension String {
    /// Whether these are the words of the same caller as those of before: all of them are still there, and something was put before them,
    /// behind them or in at one place. Spaces and line breaks do not count.
    ///
    /// Words that were taken out or written over may be another caller's; nobody can tell a slip that was mended from another request.
    func goesOn(from before: String) -> Bool {
        let (old, new) = (before.filter { !$0.isWhitespace }, filter { !$0.isWhitespace })
        guard new.count >= old.count else { return false }
        let head = zip(old, new).prefix { $0 == $1 }.count
        let tail = zip(old.reversed(), new.reversed()).prefix { $0 == $1 }.count
        return head + tail >= old.count
    }
}
