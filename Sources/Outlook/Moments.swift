import Completions
import Plans
import Runtime
import Vocabulary

/// When something can turn in one case: on which days, and at which minutes.
struct Moments {
    /// Days on which something may be other than on the day before, in order.
    private let days: [Int64]
    /// Whether something turns on some day, however long ago or far ahead.
    private let hasDays: Bool
    private let daily: [NodeID]
    private let isRestless: Bool
    private let minutes: [Int64]
    private let timed: [NodeID]
    /// How many of the days have passed.
    private var passed = 0
    /// Days on which nothing changed, by what can turn on them.
    private var quiet: Set<Key> = []

    private struct Key: Hashable {
        let passed: Int
        let daily: [Reading]
    }

    init(_ points: borrowing ChangePoints, after first: Int64, through last: Int64) {
        hasDays = !points.days.isEmpty
        days = points.days.filter { $0 > first && $0 <= last }.sorted()
        daily = points.daily
        isRestless = points.isRestless
        minutes = points.minutes.filter { (1..<1440).contains($0) }.sorted()
        timed = points.timed
    }

    /// Whether no day and no time changes anything, or ever did.
    var isEmpty: Bool { !hasDays && !isDaily && !isTimed }

    /// Whether every day must be looked at.
    var isDaily: Bool { isRestless || !daily.isEmpty }

    /// Whether the time of day matters.
    var isTimed: Bool { !minutes.isEmpty || !timed.isEmpty }

    /// The first day from one on that may be other than the one before it; nil where none is.
    func candidate(from day: Int64) -> Int64? {
        if isDaily { return day }
        var number = passed
        while number < days.count, days[number] < day { number += 1 }
        return number < days.count ? days[number] : nil
    }

    /// Whether a day is like one on which nothing changed. Days are asked for in their order.
    mutating func isQuiet(_ day: Int64, _ evaluator: inout Evaluator<NoTracer>) -> Bool {
        if quiet.isEmpty || isRestless { return false }
        return quiet.contains(key(day, &evaluator))
    }

    mutating func keepQuiet(_ day: Int64, _ evaluator: inout Evaluator<NoTracer>) { if !isRestless { quiet.insert(key(day, &evaluator)) } }

    private mutating func key(_ day: Int64, _ evaluator: inout Evaluator<NoTracer>) -> Key {
        while passed < days.count, days[passed] <= day { passed += 1 }
        if daily.isEmpty { return Key(passed: passed, daily: []) }
        evaluator.judge(on: day, at: nil)
        return Key(passed: passed, daily: daily.map { Self.reading($0, &evaluator) })
    }

    /// The minutes of a day at which something turns.
    func turns(on day: Int64, _ evaluator: inout Evaluator<NoTracer>) -> [Int64] {
        guard !timed.isEmpty else { return minutes }
        var found = Set(minutes)
        evaluator.judge(on: day, at: 0)
        var before = timed.map { Self.reading($0, &evaluator) }
        for minute in 1..<1440 as Range<Int64> {
            evaluator.judge(on: day, at: minute)
            let now = timed.map { Self.reading($0, &evaluator) }
            if now != before { found.insert(minute) }
            before = now
        }
        return found.sorted()
    }

    private static func reading(_ id: NodeID, _ evaluator: inout Evaluator<NoTracer>) -> Reading {
        switch id {
        case .condition(let id): Reading(.known, Int64(evaluator.truth(id).rawValue))
        case .value(let id): evaluator.value(id)
        }
    }
}
