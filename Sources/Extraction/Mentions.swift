import Vocabulary

/// A place of the text where a pattern matched, in bytes of the folded text.
struct Mention {
    let pattern: Extractor.Owned
    let range: Range<Int>
    /// The first group, or the whole where there is none.
    let captured: Range<Int>

    /// Mentions of one theme compete for the words: the cases of an enumeration, or the patterns of a fact.
    fileprivate var theme: ExtractionFault.Owner {
        if case .enumerationCase(let of, _) = pattern.owner { .enumerationCase(of, code: 0) } else { pattern.owner }
    }

    fileprivate func overlaps(_ other: Mention) -> Bool { range.overlaps(other.range) && theme == other.theme }
}

extension [Mention] {
    /// Of the mentions of one theme that overlap, the longest, then the leftmost; different cases for exactly the same words stay.
    /// In the order of the text.
    var withoutOverlaps: [Mention] {
        let ranked = sorted { ($1.range.count, $0.range.lowerBound) < ($0.range.count, $1.range.lowerBound) }
        var kept: [ExtractionFault.Owner: [Mention]] = [:]
        for mention in ranked {
            let isTaken = kept[mention.theme, default: []].contains { other in
                mention.overlaps(other) && (mention.range != other.range || mention.pattern.owner == other.pattern.owner)
            }
            if !isTaken { kept[mention.theme, default: []].append(mention) }
        }
        // Dictionaries have no order, so equal places are put in the order of the patterns.
        var order: [ExtractionFault.Owner: Int] = [:]
        for (number, mention) in enumerated() where order[mention.pattern.owner] == nil { order[mention.pattern.owner] = number }
        return kept.values.joined().sorted {
            ($0.range.lowerBound, $0.range.upperBound, order[$0.pattern.owner] ?? 0)
                < ($1.range.lowerBound, $1.range.upperBound, order[$1.pattern.owner] ?? 0)
        }
    }
}

/// A mention as a statement about one fact.
struct Claim {
    let mention: Mention
    let fact: Place<Fact>
    let value: Int64
    let manner: Manner
    var doubts: Set<FoundFact.Doubt>

    /// What it says, by the type of the fact.
    func content(_ type: FactType) -> FoundFact.Content {
        switch type {
        case .set: .member(Int(clamping: value), isIn: !manner.isDenied)
        case .bool: .value(manner.isDenied ? 1 - value : value)
        default: .value(value)
        }
    }

    /// To deny one value of many says none.
    func isDenial(_ type: FactType) -> Bool {
        switch type {
        case .set, .bool: false
        default: manner.isDenied
        }
    }
}

extension [Claim] {
    /// Says each thing once, where it is said best, and doubts what the text itself contradicts.
    func settled(in text: FoldedText, facts: [Fact]) -> [FoundFact] {
        var best: [Key: FoundFact] = [:]
        var order: [Key] = []
        for claim in self {
            let type = facts[claim.fact].type
            let isDenial = claim.isDenial(type)
            var doubts = claim.doubts
            if claim.manner.isUnsure { doubts.insert(.unsure) }
            if isDenial { doubts.insert(.denied) }
            if contains(where: { $0.rivals(claim, type) }) { doubts.insert(.rivals) }
            let found = FoundFact(
                fact: claim.fact, content: claim.content(type), words: text.words(claim.mention.range), span: text.span(claim.mention.range),
                pattern: claim.mention.pattern.source, doubts: doubts)
            let key = Key(fact: claim.fact, content: found.content, isDenial: isDenial)
            if let old = best[key] {
                if !old.certain, found.certain { best[key] = found }
            } else {
                best[key] = found
                order.append(key)
            }
        }
        return order.compactMap { best[$0] }.sorted { ($0.span.lowerBound, $0.fact) < ($1.span.lowerBound, $1.fact) }
    }

    private struct Key: Hashable {
        let fact: Place<Fact>
        let content: FoundFact.Content
        let isDenial: Bool
    }
}

extension Claim {
    /// Two claims that cannot both be true.
    fileprivate func rivals(_ other: Claim, _ type: FactType) -> Bool {
        guard fact == other.fact else { return false }
        if case .set = type { return value == other.value && manner.isDenied != other.manner.isDenied }
        let (denies, otherDenies) = (isDenial(type), other.isDenial(type))
        if denies || otherDenies { return denies != otherDenies && value == other.value }
        return content(type) != other.content(type)
    }
}
