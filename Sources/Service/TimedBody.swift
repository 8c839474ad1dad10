import Hummingbird
import NIOCore
import Synchronization

/// A body that is read as it comes. Where its reader waits too long, the next look at it throws `Problem.tooSlow`.
struct TimedBody {
    let buffers: RequestBody
    let watch: BodyWatch
    private let tasks: [Task<Void, Never>]

    /// - Parameter seconds: how long may be waited, until the reader lets the watch begin afresh.
    init(_ body: RequestBody, seconds: Int) {
        let (timed, source) = RequestBody.makeStream()
        let watch = BodyWatch(seconds: seconds)
        let reading = Task {
            do {
                for try await buffer in body { await source.yield(buffer) }
                source.finish()
            } catch {
                source.finish(error)
            }
        }
        let watching = Task {
            if (try? await watch.end()) != nil { source.finish(Problem.tooSlow) }
        }
        (buffers, self.watch, tasks) = (timed, watch, [reading, watching])
    }

    /// Nothing more is read. The connection must not be read by others before.
    func end() async {
        for task in tasks { task.cancel() }
        for task in tasks { await task.value }
    }
}

/// How long the reader of a body has waited. The time in which the reader is at work itself does not count.
final class BodyWatch: Sendable {
    private struct State {
        /// nil while the reader is at work.
        var deadline: ContinuousClock.Instant?
        var left: Duration
    }

    private let whole: Duration
    private let clock = ContinuousClock()
    private let state: Mutex<State>

    init(seconds: Int) {
        whole = .seconds(seconds)
        state = Mutex(State(deadline: clock.now + whole, left: whole))
    }

    func pause() {
        let now = clock.now
        state.withLock { state in
            if let deadline = state.deadline { state.left = deadline - now }
            state.deadline = nil
        }
    }

    /// - Parameter afresh: the whole time may pass again.
    func resume(afresh: Bool) {
        let now = clock.now
        state.withLock { $0.deadline = now + (afresh ? whole : $0.left) }
    }

    /// Returns when the time is over.
    func end() async throws {
        while true {
            let deadline = state.withLock { $0.deadline } ?? clock.now + whole
            try await clock.sleep(until: deadline)
            let isOver = state.withLock { $0.deadline.map { $0 <= clock.now } ?? false }
            if isOver { return }
        }
    }
}
