import Vocabulary

/// A place of the text where a pattern matched, in bytes of the folded text.
struct Mention {
    let pattern: Extractor.Owned
    let range: Range<Int>
    /// The first group, or the whole where there is none.
    let captured: Range<Int>
    /// Its words say no, by a group named so.
    let saysNo: Bool
    /// It counts only where nothing else is said, by a group named so.
    let isFallback: Bool

    /// The captured words stand before the others of the pattern, or after them; nil where they are the whole.
    var side: CapturedValue.Side? {
        if captured.upperBound < range.upperBound, captured.lowerBound == range.lowerBound { return .last }
        return captured.lowerBound > range.lowerBound ? .first : nil
    }

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

    /// For each fact, the mentions of cases in the words that its patterns captured, which are the fact's own.
    ///
    /// Of several the one is meant that is nearest to the other words of the pattern, with those that are named together with it:
    /// in うちの倉庫から業者が運んだ that is 業者.
    func owned(_ reader: MannerReader) -> [Place<Fact>: Set<Int>] {
        var owned: [Place<Fact>: Set<Int>] = [:]
        for mention in self {
            guard case .fact(let place) = mention.pattern.owner else { continue }
            var inside: [Int: [Int]] = [:]
            for (number, one) in enumerated() where mention.captured.contains(one.range) {
                if case .enumerationCase(let of, _) = one.pattern.owner { inside[of.value, default: []].append(number) }
            }
            for numbers in inside.values { owned[place, default: []].formUnion(nearest(numbers, mention.side, reader)) }
        }
        return owned
    }

    private func nearest(_ numbers: [Int], _ side: CapturedValue.Side?, _ reader: MannerReader) -> [Int] {
        guard let side else { return numbers }
        let ordered = side == .first ? numbers : numbers.reversed()
        var kept: [Int] = []
        for number in ordered {
            guard let last = kept.last else {
                kept.append(number)
                continue
            }
            guard joins(Swift.min(last, number), Swift.max(last, number), reader) else { break }
            kept.append(number)
        }
        return kept
    }
}

extension Range<Int> {
    fileprivate func contains(_ other: Range<Int>) -> Bool { lowerBound <= other.lowerBound && other.upperBound <= upperBound }
}

/// A mention as a statement about one fact.
struct Claim {
    /// Its words, in bytes of the text.
    let words: Range<Int>
    /// What found it, as rules write it.
    let source: String
    let isFallback: Bool
    let fact: Place<Fact>
    /// Nil where it is still to come.
    let value: Int64?
    let isDenied: Bool
    let doubts: Set<FoundFact.Doubt>

    /// What it says, by the type of the fact.
    func statement(_ type: FactType) -> Statement {
        guard let value else { return Statement(content: .pending, isDenial: false) }
        return switch type {
        case .set: Statement(content: .member(Int(clamping: value), isIn: !isDenied), isDenial: false)
        case .bool: Statement(content: .value(isDenied ? 1 - value : value), isDenial: false)
        default: Statement(content: .value(value), isDenial: isDenied)
        }
    }
}

extension [Claim] {
    /// Says each thing once, where it is said best, and doubts what the text itself contradicts.
    func settled(in text: FoldedText, facts: [Fact]) -> [FoundFact] {
        let spoken = withoutFallbacks(facts)
        var said: [Place<Fact>: Set<Statement>] = [:]
        for claim in spoken { said[claim.fact, default: []].insert(claim.statement(facts[claim.fact].type)) }
        var best: [Key: FoundFact] = [:]
        var order: [Key] = []
        for claim in spoken {
            let type = facts[claim.fact].type
            let statement = claim.statement(type)
            var doubts = claim.doubts
            if statement.isDenial { doubts.insert(.denied) }
            if said[claim.fact, default: []].contains(where: { $0.rivals(statement) }) { doubts.insert(.rivals) }
            let found = FoundFact(
                fact: claim.fact, content: statement.content, words: claim.words, span: text.span(words: claim.words), pattern: claim.source, doubts: doubts)
            let key = Key(fact: claim.fact, statement: statement)
            if let old = best[key] {
                if !old.isPlain, found.isPlain { best[key] = found }
            } else {
                best[key] = found
                order.append(key)
            }
        }
        // Several days of the same words stay in their order: the nearest first.
        return order.compactMap { best[$0] }.enumerated()
            .sorted { ($0.element.span.lowerBound, $0.element.fact, $0.offset) < ($1.element.span.lowerBound, $1.element.fact, $1.offset) }.map(\.element)
    }

    /// Without those that count only where nothing else is said of their fact.
    private func withoutFallbacks(_ facts: [Fact]) -> [Claim] {
        let settled = Set(filter { !$0.isFallback && !$0.statement(facts[$0.fact].type).isDenial }.map(\.fact))
        return filter { !$0.isFallback || !settled.contains($0.fact) }
    }

    private struct Key: Hashable {
        let fact: Place<Fact>
        let statement: Statement
    }
}

/// What is said of a fact.
struct Statement: Hashable {
    let content: FoundFact.Content
    /// One value of many is denied, which says none.
    let isDenial: Bool

    /// Two statements on the same fact that cannot both be true.
    fileprivate func rivals(_ other: Statement) -> Bool {
        if case (.member(let code, let isIn), .member(let otherCode, let isOtherIn)) = (content, other.content) {
            return code == otherCode && isIn != isOtherIn
        }
        if isDenial || other.isDenial { return isDenial != other.isDenial && content == other.content }
        return content != other.content
    }
}
