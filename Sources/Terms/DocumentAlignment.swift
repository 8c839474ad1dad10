/// Which of the clauses in a place of the old document went on as which in the new one.
struct DocumentAlignment {
    private(set) var matches: [Int: Int] = [:]
    private var taken: Set<Int> = []

    init(_ old: [Int], _ new: [Int], _ before: DocumentTree, _ after: DocumentTree) {
        func pair(by key: (DocumentTree, Int) -> String?) {
            var waiting: [String: [Int]] = [:]
            for place in new.reversed() where !taken.contains(place) { if let key = key(after, place) { waiting[key, default: []].append(place) } }
            for place in old where matches[place] == nil {
                guard let key = key(before, place), let other = waiting[key]?.popLast() else { continue }
                matches[place] = other
                taken.insert(other)
            }
        }
        // The same number and the same words; the same words; the same heading; then whatever is most alike.
        pair { "\($0.own($1))\n\($0.whole[$1])" }
        pair { tree, place in tree.whole[place].utf8.count > 8 ? tree.whole[place] : nil }
        pair { tree, place in
            let heading = TextForm.substance(tree.nodes[place].heading)
            return heading.isEmpty || tree.nodes[place].kind == .row ? nil : "\(tree.nodes[place].kind)\n\(heading)"
        }
        pairAlike(old, new, before, after)
        // A number without a counterpart of its own words goes on as the clause of that number, rewritten, if those around it do.
        pair { tree, place in tree.nodes[place].text.isEmpty && !tree.children[place].isEmpty ? String(tree.own(place)) : nil }
    }

    /// Pairs what shares most of its pairs of characters: first under one number, then whatever remains.
    private mutating func pairAlike(_ old: [Int], _ new: [Int], _ before: DocumentTree, _ after: DocumentTree) {
        let left = old.filter { matches[$0] == nil }.prefix(Self.most)
        let right = new.filter { !taken.contains($0) }.prefix(Self.most)
        guard !left.isEmpty, !right.isEmpty else { return }
        let shapes = Dictionary(uniqueKeysWithValues: right.map { ($0, CharacterPairs(after.whole[$0])) })
        var candidates: [(score: Double, old: Int, new: Int)] = []
        for place in left {
            let shape = CharacterPairs(before.whole[place])
            for other in right {
                guard let theirs = shapes[other] else { continue }
                let isSameNumber = before.own(place) == after.own(other)
                let score = shape.likeness(to: theirs)
                if score >= (isSameNumber ? 0.35 : 0.5) { candidates.append((score + (isSameNumber ? 0.2 : 0), place, other)) }
            }
        }
        candidates.sort { ($1.score, $0.old, $0.new) < ($0.score, $1.old, $1.new) }
        for candidate in candidates where matches[candidate.old] == nil && !taken.contains(candidate.new) {
            matches[candidate.old] = candidate.new
            taken.insert(candidate.new)
        }
    }

    /// How many clauses in one place are compared each with each.
    private static let most = 300
}

/// The pairs of characters of a text, as many as say what it is about.
private struct CharacterPairs {
    private let pairs: Set<UInt64>

    init(_ text: String) {
        let scalars = Array(text.unicodeScalars.prefix(2000))
        pairs = Set(zip(scalars, scalars.dropFirst()).map { UInt64($0.value) << 32 | UInt64($1.value) })
    }

    /// From 0 to 1 (Dice).
    func likeness(to other: CharacterPairs) -> Double {
        let all = pairs.count + other.pairs.count
        return all == 0 ? 0 : 2 * Double(pairs.intersection(other.pairs).count) / Double(all)
    }
}
