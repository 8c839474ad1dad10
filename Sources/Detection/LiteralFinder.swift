/// Finds what occurs in whatever a regular expression matches: sets of literals, of each of which at least one is there.
///
/// What is read is a subset of Perl's syntax; whatever it does not know says nothing, so that a literal is never asked for wrongly.
/// After Google's RE2 `Prefilter` (Cox, "Regular Expression Matching with a Trigram Index", 2012).
struct LiteralFinder {
    /// Literals shorter than this are in nearly every text.
    private static let shortest = 3
    /// More alternatives than this are not worth looking for.
    private static let most = 512

    private let bytes: [UInt8]
    private var place = 0

    private init(_ source: String) { bytes = Array(source.utf8) }

    /// Literals in lower case of which one is in a match.
    typealias Choice = [[UInt8]]

    /// All choices that a match makes; none where nothing can be said.
    static func choices(of source: String) -> [Choice] {
        var finder = LiteralFinder(source)
        let found = finder.alternatives(depth: 0)
        // A parenthesis too many: what follows is not understood.
        return finder.place == finder.bytes.count ? found : []
    }

    private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

    private mutating func take(_ character: Character) -> Bool {
        guard next == character.asciiValue else { return false }
        place += 1
        return true
    }

    /// Branches between `|`: a match has the literals of one of them, so that of each branch the most telling choice counts.
    private mutating func alternatives(depth: Int) -> [Choice] {
        let first = sequence(depth: depth)
        guard next == UInt8(ascii: "|") else { return first }
        var all = Self.best(first)
        while take("|") {
            let branch = Self.best(sequence(depth: depth))
            if let known = all, let branch, known.count + branch.count <= Self.most { all = known + branch } else { all = nil }
        }
        return all.map { [$0] } ?? []
    }

    /// Items in a row: each of them is in a match.
    private mutating func sequence(depth: Int) -> [Choice] {
        var choices: [Choice] = []
        var run: [UInt8] = []
        func end(_ run: inout [UInt8], _ choices: inout [Choice]) {
            if run.count >= Self.shortest { choices.append([run]) }
            run = []
        }
        while let byte = next, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") {
            switch item(depth: depth) {
            case .literal(let character):
                switch quantifier() {
                case .one: run.append(character)
                case .many:
                    run.append(character)
                    end(&run, &choices)
                case .maybeNone: end(&run, &choices)
                }
            case .position: _ = quantifier()
            case .anything:
                end(&run, &choices)
                _ = quantifier()
            case .group(let inner):
                end(&run, &choices)
                if quantifier() != .maybeNone { choices += inner }
            }
        }
        end(&run, &choices)
        return choices
    }

    /// The choice whose shortest literal is longest; with as many letters the one between fewer.
    private static func best(_ choices: [Choice]) -> Choice? {
        choices.max { left, right in
            ((left.map(\.count).min() ?? 0, -left.count)) < ((right.map(\.count).min() ?? 0, -right.count))
        }
    }

    private enum Item {
        case literal(UInt8)
        /// Matches no character: `^`, `$`, `\b`, a look around.
        case position
        case anything
        case group([Choice])
    }

    private mutating func item(depth: Int) -> Item {
        let byte = bytes[place]
        place += 1
        switch byte {
        case UInt8(ascii: "^"), UInt8(ascii: "$"): return .position
        case UInt8(ascii: "."): return .anything
        case UInt8(ascii: "["): return letter() ?? otherClass()
        case UInt8(ascii: "("): return group(depth: depth + 1)
        case UInt8(ascii: "\\"): return escape()
        default: return .literal(Self.folded(byte))
        }
    }

    private mutating func escape() -> Item {
        guard let byte = next else { return .anything }
        place += 1
        switch byte {
        case UInt8(ascii: "b"), UInt8(ascii: "B"), UInt8(ascii: "A"), UInt8(ascii: "z"), UInt8(ascii: "Z"): return .position
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            return .anything
        default: return .literal(Self.folded(byte))
        }
    }

    private mutating func group(depth: Int) -> Item {
        var isLook = false
        if take("?") {
            if next == UInt8(ascii: "=") || next == UInt8(ascii: "!") { isLook = true }
            if next == UInt8(ascii: "<"), place + 1 < bytes.count {
                isLook = bytes[place + 1] == UInt8(ascii: "=") || bytes[place + 1] == UInt8(ascii: "!")
            }
            // Names and options: up to what closes them.
            while let byte = next, byte != UInt8(ascii: ":"), byte != UInt8(ascii: ">"), byte != UInt8(ascii: "="), byte != UInt8(ascii: "!"),
                byte != UInt8(ascii: ")")
            { place += 1 }
            if take(")") { return .position }
            place += 1
        }
        // As deep as the pattern compiler goes; deeper ones are refused there.
        let inner = depth < 100 ? alternatives(depth: depth) : []
        _ = take(")")
        return isLook ? .position : .group(inner)
    }

    /// A class of one letter in both cases, as `[Bb]`, is that letter.
    private mutating func letter() -> Item? {
        guard place + 2 < bytes.count, bytes[place + 2] == UInt8(ascii: "]") else { return nil }
        let (first, second) = (bytes[place], bytes[place + 1])
        guard Self.folded(first) == Self.folded(second), (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(Self.folded(first)) else { return nil }
        place += 3
        return .literal(Self.folded(first))
    }

    private mutating func otherClass() -> Item {
        _ = take("^")
        if next == UInt8(ascii: "]") { place += 1 }
        while let byte = next {
            place += byte == UInt8(ascii: "\\") ? 2 : 1
            if byte == UInt8(ascii: "]") { break }
        }
        place = min(place, bytes.count)
        return .anything
    }

    private enum Quantity { case one, many, maybeNone }

    private mutating func quantifier() -> Quantity {
        var quantity = Quantity.one
        if take("?") || take("*") {
            quantity = .maybeNone
        } else if take("+") {
            quantity = .many
        } else if next == UInt8(ascii: "{"), place + 1 < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[place + 1]) {
            quantity = bytes[place + 1] == UInt8(ascii: "0") ? .maybeNone : .many
            while let byte = next, byte != UInt8(ascii: "}") { place += 1 }
            place = min(place + 1, bytes.count)
        } else {
            return .one
        }
        if !take("?") { _ = take("+") }
        return quantity
    }

    /// Lower case of ASCII letters; all else as it is.
    static func folded(_ byte: UInt8) -> UInt8 { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte }
}
