import Diagnostics
import Documents
import Kiyaku
import Records
import Synchronization

/// What all requests share.
final class ServiceState: Sendable {
    let settings: ServiceSettings
    let log: RecordLog
    private let queue: RecordQueue
    let tokens: AccessTokens
    let people: People
    let sessions: Sessions
    /// Whose the token of a form is.
    let formTokens: FormTokens
    let held: HeldForms
    let signIns: SignInLimits
    /// How often one token may call the API.
    let calls: RateLimit
    /// How often one person may ask for a page.
    let pages: RateLimit
    /// How often one person may try a code of the environment check.
    let codeTries: RateLimit
    let codes: EnvironmentCodes
    /// How often one address may ask for the environment check, and the line in which it waits for its turn.
    let checks: RateLimit
    let checkLine = FairQueue("kiyaku.environment", mostOfOne: 4, most: 64)
    let checked = EnvironmentAnswers()
    let metrics = Metrics()
    let environments: EnvironmentController
    let fleets: FleetJobs
    private let current: Mutex<Edition>

    init(_ settings: ServiceSettings, _ edition: Edition, _ log: RecordLog) throws(RecordFault) {
        self.settings = settings
        self.log = log
        queue = RecordQueue(log)
        let tell: @Sendable (ServiceFault) -> Void = { fault in
            settings.log(
                JSONValue.object([("at", .string(settings.now().timestamp)), ("event", "access unreadable"), ("why", .string(fault.message.japanese))]).text())
        }
        tokens = AccessTokens(folder: log.files.folder, tell: tell)
        people = People(folder: log.files.folder, tell: tell)
        let now = settings.elapsed
        formTokens = FormTokens(log.key(for: "forms"))
        sessions = Sessions(tokens: formTokens, now: now)
        held = HeldForms(now: now)
        codes = EnvironmentCodes(now: now)
        fleets = FleetJobs(now: now)
        codeTries = RateLimit(most: 20, perMinute: 20, now: now)
        checks = RateLimit(most: 60, perMinute: 60, now: now)
        signIns = SignInLimits(now: now)
        let calls = settings.limits.callsPerMinute
        self.calls = RateLimit(most: max(1, calls / 10), perMinute: Double(calls), now: now)
        environments = EnvironmentController(settings.userAgents)
        pages = RateLimit(most: 120, perMinute: 240, now: now)
        try log.files.editions.keep(edition)
        current = Mutex(edition)
    }

    /// The rules. A request takes them once and keeps them to its end.
    var edition: Edition { current.withLock { $0 } }

    /// Records answers, and counts what they come to.
    func record(_ drafts: [RecordDraft]) async throws(RecordFault) -> [Int64] {
        let numbers = try await queue.append(drafts)
        for result in drafts.flatMap(\.results) {
            metrics.count("kiyaku_decisions_total", ["decision": result.decision, "status": result.status, "outcome": result.outcome ?? ""])
        }
        return numbers
    }

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
