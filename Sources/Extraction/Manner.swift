import Patterns

/// How a text speaks of something: that it is so, that it is not, that it may be.
struct Manner: Hashable {
    var isDenied = false
    /// Why the words leave it open, or are of another time.
    var doubts: Set<FoundFact.Doubt> = []
    /// The text says that it is not known, or not settled yet.
    var isOpen = false
}

/// Looks around the mentions of a text.
struct MannerReader {
    let text: FoldedText
    let scratch: MatchScratch

    /// A phrase of ours that is given up leaves the words as they stand.
    func holds(_ pattern: Pattern, _ range: Range<Int>) -> Bool {
        ((try? pattern.firstMatch(in: [UInt8](text.bytes[range]), scratch: scratch)) ?? nil) != nil
    }

    /// - Parameter next: where the text speaks of something else.
    func manner(_ range: Range<Int>, next: Int) -> Manner {
        let after = range.upperBound..<max(range.upperBound, text.end(next, within: range.upperBound + 90))
        let before = text.start(max(0, range.lowerBound - 45))..<range.lowerBound
        var manner = Manner()
        func doubt(_ doubt: FoundFact.Doubt, _ holds: Bool) { if holds { manner.doubts.insert(doubt) } }
        if holds(Phrases.guessed, after) {
            doubt(.unsure, true)
        } else if holds(Phrases.denied, after) || holds(Phrases.deniedBefore, before) {
            manner.isDenied = true
            doubt(.unsure, holds(Phrases.unsurelyDenied, after))
        } else {
            doubt(.unsure, holds(Phrases.unsure, after))
        }
        doubt(.unsure, holds(Phrases.before, before))
        doubt(.supposed, holds(Phrases.supposed, after) || holds(Phrases.supposedBefore, before))
        doubt(.wished, holds(Phrases.wished, after) || holds(Phrases.wishing, range))
        doubt(.past, holds(Phrases.past, after) || holds(Phrases.pastBefore, before))
        let onward = range.lowerBound..<text.end(text.bytes.count, within: range.upperBound + 90)
        manner.isOpen = holds(Phrases.openBefore, before) || holds(Phrases.openFrom, onward)
        return manner
    }
}

extension [Mention] {
    /// How each mention is meant; the mentions stand in the order of the text.
    func manners(_ reader: MannerReader) -> [Manner] {
        var manners = indices.map { index in
            // Beyond the next mention the text speaks of something else.
            reader.manner(self[index].range, next: following(index).map { self[$0].range.lowerBound } ?? reader.text.bytes.count)
        }
        for index in indices.reversed() {
            guard let next = following(index), joins(index, next, reader) else { continue }
            manners[index] = manners[next]
            if reader.holds(Phrases.either, self[index].range.upperBound..<self[next].range.lowerBound) {
                manners[index].doubts.insert(.unsure)
                manners[next].doubts.insert(.unsure)
            }
        }
        return manners
    }

    /// Whether one mention and a later one are named together.
    func joins(_ index: Int, _ next: Int, _ reader: MannerReader) -> Bool {
        guard self[index].range.upperBound <= self[next].range.lowerBound else { return true }
        let gap = self[index].range.upperBound..<self[next].range.lowerBound
        return gap.count < 24 && reader.holds(Phrases.joined, gap)
    }

    /// The next mention that begins after this one has ended.
    private func following(_ index: Int) -> Int? {
        self[index...].firstIndex { $0.range.lowerBound >= self[index].range.upperBound }
    }
}

extension FoldedText {
    /// The start of the character at a byte.
    fileprivate func start(_ offset: Int) -> Int {
        var offset = offset
        while offset > 0, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
        return offset
    }

    /// The nearer of two ends, between characters.
    fileprivate func end(_ end: Int, within limit: Int) -> Int { Swift.min(end, start(Swift.min(limit, bytes.count))) }
}
