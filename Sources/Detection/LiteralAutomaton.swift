/// Finds in one pass which of many rules have a literal in a text (Aho and Corasick, CACM 18, 1975).
struct LiteralAutomaton: Sendable {
    /// The column of each byte; bytes that no literal has share column 0.
    private let columns: [UInt8]
    private let width: Int
    /// The state after each state and column.
    private let next: [Int32]
    /// For each state where the choices that it meets begin in `met`; one more entry than states.
    private let starts: [Int32]
    private let met: [Int32]
    /// The rule of each choice.
    private let owners: [Int32]
    /// How many choices each rule makes.
    private let needs: [Int32]
    /// The rules that are looked at whatever the text is.
    private let always: [UInt64]

    /// - Parameter rules: the choices of each rule in lower case; none for a rule that may match anything.
    init(_ rules: [[LiteralFinder.Choice]]) {
        var always = Array(repeating: UInt64(0), count: (rules.count + 63) / 64)
        for (rule, choices) in rules.enumerated() where choices.isEmpty { always[rule >> 6] |= 1 << UInt64(rule & 63) }
        self.always = always
        needs = rules.map { Int32(clamping: $0.count) }
        let (columns, width) = Self.columns(rules)
        var trie = Trie(width: width)
        var owners: [Int32] = []
        for (rule, choices) in rules.enumerated() {
            for choice in choices {
                for literal in choice { trie.add(literal.map { Int(columns[Int($0)]) }, owners.count) }
                owners.append(Int32(clamping: rule))
            }
        }
        trie.link()
        (self.columns, self.width, self.owners) = (columns, width, owners)
        next = trie.next
        var starts: [Int32] = [0]
        var met: [Int32] = []
        for choices in trie.choices {
            met += choices.sorted().map { Int32(clamping: $0) }
            starts.append(Int32(clamping: met.count))
        }
        (self.starts, self.met) = (starts, met)
    }

    private static func columns(_ rules: [[LiteralFinder.Choice]]) -> (columns: [UInt8], width: Int) {
        var columns = Array(repeating: UInt8(0), count: 256)
        var width = 1
        for byte in Set(rules.joined().joined().joined()).sorted() where width < 256 {
            columns[Int(byte)] = UInt8(truncatingIfNeeded: width)
            width += 1
        }
        for byte in UInt8(ascii: "A")...UInt8(ascii: "Z") { columns[Int(byte)] = columns[Int(LiteralFinder.folded(byte))] }
        return (columns, width)
    }

    /// The memory of one worker.
    struct Scratch {
        /// A bit for each rule that may match.
        var candidates: [UInt64] = []
        fileprivate var round: UInt32 = 0
        /// The round in which each state and each choice was met, and each rule counted, last.
        fileprivate var states: [UInt32] = []
        fileprivate var choices: [UInt32] = []
        fileprivate var rules: [UInt32] = []
        fileprivate var missing: [Int32] = []
    }

    /// Finds the rules all of whose choices are in the text.
    func find(_ text: [UInt8], _ scratch: inout Scratch) {
        scratch.candidates = always
        if scratch.choices.count != owners.count || scratch.round == .max {
            scratch.states = Array(repeating: 0, count: starts.count)
            scratch.choices = Array(repeating: 0, count: owners.count)
            scratch.rules = Array(repeating: 0, count: needs.count)
            scratch.missing = needs
            scratch.round = 0
        }
        scratch.round += 1
        var state = 0
        for byte in text {
            state = Int(next[state * width + Int(columns[Int(byte)])])
            let (start, end) = (Int(starts[state]), Int(starts[state + 1]))
            guard start < end, scratch.states[state] != scratch.round else { continue }
            scratch.states[state] = scratch.round
            for place in start..<end { meet(Int(met[place]), &scratch) }
        }
    }

    @inline(__always)
    private func meet(_ choice: Int, _ scratch: inout Scratch) {
        guard scratch.choices[choice] != scratch.round else { return }
        scratch.choices[choice] = scratch.round
        let rule = Int(owners[choice])
        if scratch.rules[rule] != scratch.round {
            scratch.rules[rule] = scratch.round
            scratch.missing[rule] = needs[rule]
        }
        scratch.missing[rule] -= 1
        if scratch.missing[rule] == 0 { scratch.candidates[rule >> 6] |= 1 << UInt64(rule & 63) }
    }
}

/// The automaton while it is made.
private struct Trie {
    let width: Int
    var next: [Int32]
    /// The choices that each state meets.
    var choices: [Set<Int>] = [[]]

    init(width: Int) {
        self.width = width
        next = Array(repeating: -1, count: width)
    }

    mutating func add(_ literal: [Int], _ choice: Int) {
        var state = 0
        for column in literal {
            if next[state * width + column] < 0 {
                next[state * width + column] = Int32(clamping: choices.count)
                next += Array(repeating: -1, count: width)
                choices.append([])
            }
            state = Int(next[state * width + column])
        }
        choices[state].insert(choice)
    }

    /// Fills in where to go on when a literal breaks off.
    mutating func link() {
        var failure = Array(repeating: 0, count: choices.count)
        var waiting: [Int] = []
        for column in 0..<width {
            let child = Int(next[column])
            if child < 0 { next[column] = 0 } else { waiting.append(child) }
        }
        var place = 0
        while place < waiting.count {
            let state = waiting[place]
            place += 1
            choices[state].formUnion(choices[failure[state]])
            for column in 0..<width {
                let child = Int(next[state * width + column])
                let other = next[failure[state] * width + column]
                if child < 0 {
                    next[state * width + column] = other
                } else {
                    failure[child] = Int(other)
                    waiting.append(child)
                }
            }
        }
    }
}
