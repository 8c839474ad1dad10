import Digests
import Foundation
import Synchronization

/// The files of cases that are being judged or whose results can be taken away. In memory only: they end with the service.
final class FleetJobs: Sendable {
    private struct Entry {
        let job: FleetJob
        let at: Duration
    }

    /// So many are kept, for so long.
    private static let most = 8
    private static let hours = 24

    private let now: @Sendable () -> Duration
    private let entries = Mutex<[Entry]>([])

    /// - Parameter now: time that only goes forward.
    init(now: @escaping @Sendable () -> Duration) { self.now = now }

    /// Begins a file; a person has one under way at a time.
    func start(_ order: FleetJob.Order, _ state: ServiceState) throws(Problem) -> FleetJob {
        let job = FleetJob(id: randomBytes(16).hexadecimal, order)
        let now = now()
        let isTaken = entries.withLock { entries in
            entries.removeAll { !$0.job.isRunning && now - $0.at > .seconds(Self.hours * 3600) }
            if entries.contains(where: { $0.job.isRunning && $0.job.order.owner.name == order.owner.name }) { return false }
            // The oldest that has ended makes room.
            if entries.count >= Self.most {
                guard let old = entries.firstIndex(where: { !$0.job.isRunning }) else { return false }
                entries.remove(at: old)
            }
            entries.append(Entry(job: job, at: now))
            return true
        }
        guard isTaken else { throw .busy }
        job.start(state)
        return job
    }

    /// A file of this person; the others' are as if there were none.
    func job(_ id: String, of owner: String) -> FleetJob? { jobs(of: owner).first { $0.id == id } }

    /// The files of a person, the newest first.
    func jobs(of owner: String) -> [FleetJob] {
        let now = now()
        return entries.withLock { entries in
            entries.filter { $0.job.order.owner.name == owner && ($0.job.isRunning || now - $0.at <= .seconds(Self.hours * 3600)) }.map(\.job).reversed()
        }
    }
}

/// Where files of cases are judged: one block of rows at a time, on a thread of its own, so that those who ask meanwhile need not wait.
final class FleetQueue: TaskExecutor {
    static let shared = FleetQueue()
    private let queue = DispatchQueue(label: "kiyaku.fleet", qos: .utility)

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { unsafe job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
