package import Detection
package import Diagnostics
package import Kiyaku
package import Pages
package import Values

/// What a service is told from outside; it reads neither clock nor environment.
package struct ServiceSettings: Sendable {
    /// A moment by the clock of the machine.
    package struct Moment: Sendable {
        /// 2026-11-24T09:00:00+09:00.
        package let timestamp: String
        /// The day in Japan.
        package let today: Instant?

        package init(timestamp: String, today: Instant?) {
            self.timestamp = timestamp
            self.today = today
        }
    }

    package let host: String
    package let port: Int
    /// The version of the program.
    package let program: String
    /// Read once for each request.
    package let now: @Sendable () -> Moment
    /// How long it is since some moment: what limits, sessions and what is held count by. It only goes forward.
    package let elapsed: @Sendable () -> Duration
    /// Takes a line of the log: one JSON document.
    package let log: @Sendable (String) -> Void
    /// Reads the rules anew.
    package let load: @Sendable () throws(ServiceFault) -> Edition
    /// Reads the rules for user agents, when they are first needed.
    package let userAgents: @Sendable () throws(ServiceFault) -> UserAgentRules
    /// The pages for people.
    package let pages: PageLibrary
    /// Bounds on what a client may ask for.
    package let limits: Limits

    package init(
        host: String, port: Int, program: String, pages: PageLibrary, limits: Limits = Limits(), now: @escaping @Sendable () -> Moment,
        elapsed: @escaping @Sendable () -> Duration = ServiceSettings.sinceStart(), log: @escaping @Sendable (String) -> Void,
        load: @escaping @Sendable () throws(ServiceFault) -> Edition,
        userAgents: @escaping @Sendable () throws(ServiceFault) -> UserAgentRules
    ) {
        self.host = host
        self.port = port
        self.program = program
        self.pages = pages
        self.limits = limits
        self.now = now
        self.elapsed = elapsed
        self.log = log
        self.load = load
        self.userAgents = userAgents
    }

    /// How long it is since this was called.
    package static func sinceStart() -> @Sendable () -> Duration {
        let clock = ContinuousClock()
        let start = clock.now
        return { clock.now - start }
    }

    /// Bounds on what a client may ask for.
    package struct Limits: Sendable {
        /// Bytes of a body, and of a line of a batch.
        package let bodyBytes: Int
        /// Bytes of a form with a file of cases.
        package let uploadBytes: Int
        /// Seconds in which a client must have sent its body, or a line of a batch.
        package let seconds: Int
        /// Requests to the API that one token may send in a minute; a tenth of them at once.
        package let callsPerMinute: Int
        /// Seconds in which a connection may be idle: longer than a body may take, so that a slow one is still answered.
        package var idleSeconds: Int { seconds * 2 + 1 }
        /// Connections at a time.
        package let connections: Int
        /// Addresses of reverse proxies of ours: what they say of where a request comes from is believed.
        package let proxies: Set<String>

        package init(
            bodyBytes: Int = 1 << 20, uploadBytes: Int = 8 << 20, seconds: Int = 30, connections: Int = 1000, callsPerMinute: Int = 60_000,
            proxies: Set<String> = []
        ) {
            self.bodyBytes = bodyBytes
            self.uploadBytes = uploadBytes
            self.seconds = seconds
            self.callsPerMinute = callsPerMinute
            self.connections = connections
            self.proxies = proxies
        }
    }
}

/// Why a service cannot start, or cannot take new rules.
package struct ServiceFault: Error, Sendable {
    package let message: Wording
    /// The findings about the rules, as `kiyaku lint` shows them; empty where it is not about them.
    package let details: String

    package init(_ message: Wording, details: String = "") {
        self.message = message
        self.details = details
    }
}
