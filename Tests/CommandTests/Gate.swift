import Synchronization

/// Lets so many in at a time: all tests begin at once, and with some 1,300 files open `Process.run` runs over its own buffer.
final class Gate: Sendable {
    private struct State {
        var places: Int
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let state: Mutex<State>

    init(places: Int) { state = Mutex(State(places: places)) }

    func enter() async {
        await withCheckedContinuation { continuation in
            let isFree = state.withLock { state in
                guard state.places == 0 else {
                    state.places -= 1
                    return true
                }
                state.waiting.append(continuation)
                return false
            }
            if isFree { continuation.resume() }
        }
    }

    /// Enters; who lets go of the pass leaves.
    func pass() async -> Pass {
        await enter()
        return Pass(gate: self)
    }

    final class Pass: Sendable {
        private let gate: Gate

        fileprivate init(gate: Gate) { self.gate = gate }

        deinit { gate.leave() }
    }

    func leave() {
        let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
            guard state.waiting.isEmpty else { return state.waiting.removeFirst() }
            state.places += 1
            return nil
        }
        next?.resume()
    }
}
