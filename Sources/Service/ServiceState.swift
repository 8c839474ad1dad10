import Diagnostics
import Kiyaku
import Records
import Synchronization

/// What all requests share.
final class ServiceState: Sendable {
    let settings: ServiceSettings
    let log: RecordLog
    let queue: RecordQueue
    let tokens: AccessTokens
    let metrics = Metrics()
    private let current: Mutex<Edition>

    init(_ settings: ServiceSettings, _ edition: Edition, _ log: RecordLog) throws(RecordFault) {
        self.settings = settings
        self.log = log
        queue = RecordQueue(log)
        tokens = AccessTokens(folder: log.files.folder)
        try log.files.editions.keep(edition)
        current = Mutex(edition)
    }

    /// The rules. A request takes them once and keeps them to its end.
    var edition: Edition { current.withLock { $0 } }

    /// Takes the rules anew. Where they have errors, or cannot be kept, those of before stay.
    func reload() throws -> Edition {
        do {
            let edition = try settings.load()
            try log.files.editions.keep(edition)
            current.withLock { $0 = edition }
            metrics.count("kiyaku_reloads_total", ["result": "taken"])
            return edition
        } catch {
            metrics.count("kiyaku_reloads_total", ["result": "refused"])
            throw error
        }
    }
}
