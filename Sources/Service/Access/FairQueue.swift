import Foundation
import Synchronization

/// Work for those who need no sign-in, beside what is done for those who have: one piece at a time, on a thread of its own, and by turns. Each
/// address has a line, and the first of each line is served before the second of any.
package final class FairQueue: Sendable {
    private struct State {
        /// What waits, by address.
        var lines: [String: [@Sendable () -> Void]] = [:]
        /// The addresses whose line is to be served, in turn; the one that is being served comes back when it has been.
        var turns: [String] = []
        /// What waits or is being done, by address and in all.
        var counts: [String: Int] = [:]
        var total = 0
        var served: String?
    }

    private let queue: DispatchQueue
    private let mostOfOne: Int
    private let most: Int
    private let state = Mutex(State())

    /// - Parameters:
    ///   - mostOfOne: so much may wait or be under way for one address.
    ///   - most: so much in all.
    package init(_ label: String, mostOfOne: Int, most: Int) {
        (queue, self.mostOfOne, self.most) = (DispatchQueue(label: label), mostOfOne, most)
    }

    /// Does some work when its turn comes; nil at once where too much waits already.
    package func run<Value: Sendable>(_ address: String, _ work: @escaping @Sendable () -> Value) async -> Value? {
        await withCheckedContinuation { continuation in
            let isTaken = enter(address) {
                let value = work()
                // Who has its answer may come again.
                self.leave(address)
                continuation.resume(returning: value)
            }
            if !isTaken { continuation.resume(returning: nil) }
        }
    }

    /// How much waits or is under way.
    package var count: Int { state.withLock { $0.total } }

    private func enter(_ address: String, _ piece: @escaping @Sendable () -> Void) -> Bool {
        let isTaken = state.withLock { state in
            guard state.counts[address, default: 0] < mostOfOne, state.total < most else { return false }
            state.counts[address, default: 0] += 1
            state.total += 1
            state.lines[address, default: []].append(piece)
            if state.lines[address]?.count == 1, state.served != address { state.turns.append(address) }
            return true
        }
        if isTaken { queue.async { self.serve() } }
        return isTaken
    }

    /// One piece for each that was taken.
    private func serve() {
        let piece = state.withLock { state -> (@Sendable () -> Void)? in
            guard !state.turns.isEmpty else { return nil }
            let address = state.turns.removeFirst()
            state.served = address
            let piece = state.lines[address]?.removeFirst()
            if state.lines[address]?.isEmpty == true { state.lines[address] = nil }
            return piece
        }
        piece?()
    }

    private func leave(_ address: String) {
        state.withLock { state in
            state.served = nil
            state.total -= 1
            let left = state.counts[address, default: 1] - 1
            state.counts[address] = left > 0 ? left : nil
            if state.lines[address] != nil { state.turns.append(address) }
        }
    }
}
