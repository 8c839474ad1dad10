import Diagnostics
import Foundation
import FoundationNetworking
import Kiyaku
import Pages
import Records
import Service
import Synchronization
import Testing
import Values

/// A service in this process whose clock goes where it is told.
final class JumpingService: Sendable {
    let port: Int
    let log: RecordLog
    private let folder: String
    private let time: Time
    private let running: Task<Void, any Error>

    /// What the clock says, how often it was asked, and what the log got.
    private final class Time: Sendable {
        let now = Mutex((text: "", asked: 0))
        let elapsed = Mutex(Duration.zero)
        let lines = Mutex<[String]>([])
    }

    /// - Parameters:
    ///   - callsPerMinute: of each token.
    ///   - proxies: whose word about addresses is believed.
    ///   - detection: is called whenever a device is to be told.
    init(callsPerMinute: Int, proxies: Set<String> = [], detection: @escaping @Sendable () -> Void = {}) async throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("kiyaku-\(UUID().uuidString)").path
        log = try RecordLog(RecordFiles(folder: folder))
        let time = Time()
        self.time = time
        let settings = ServiceSettings(
            host: "127.0.0.1", port: 0, program: "0", pages: try PageLibrary(root + "/Sources/Pages/Resources"),
            limits: .init(callsPerMinute: callsPerMinute, proxies: proxies),
            now: {
                let text = time.now.withLock { now in
                    now.asked += 1
                    return now.text
                }
                return .init(timestamp: text, today: Instant(String(text.prefix(10))))
            }, elapsed: { time.elapsed.withLock { $0 } }, log: { line in time.lines.withLock { $0.append(line) } },
            load: { () throws(ServiceFault) in throw ServiceFault(.init("", "")) },
            userAgents: { () throws(ServiceFault) in
                detection()
                throw ServiceFault(.init("", ""))
            })
        let (ports, found) = AsyncStream<Int>.makeStream()
        let service = try KiyakuService(settings, try Edition(try RuleFiles.read(root + "/Rules/rns")), log) { port in
            found.yield(port)
            found.finish()
        }
        running = Task {
            defer { found.finish() }
            try await service.run()
        }
        port = try #require(await ports.first { _ in true }, "the service did not start")
    }

    deinit {
        running.cancel()
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Turns the clock: 2026-11-24T09:00:00+09:00.
    func turn(_ text: String) { time.now.withLock { $0.text = text } }

    /// Lets time go by for what counts by it: limits, sessions.
    func pass(_ time: Duration) { self.time.elapsed.withLock { $0 += time } }

    /// How often the clock was read.
    var clockReadings: Int { time.now.withLock { $0.asked } }
    /// The lines of the log.
    var lines: [String] { time.lines.withLock { $0 } }

    func token(_ name: String) throws -> String { try AccessTokens(folder: folder).add(name, roles: [.service]) }

    func addPerson(_ name: String, password: String) throws { try People(folder: folder).add(name, roles: [.staff], password: password) }

    struct Reply {
        let status: Int
        let headers: [String: String]
        let body: String
    }

    func send(_ method: String, _ path: String, _ body: String? = nil, _ headers: [String: String] = [:]) async throws -> Reply {
        var request = URLRequest(url: try #require(URL(string: "http://127.0.0.1:\(port)\(path)")))
        request.httpMethod = method
        request.httpBody = body.map { Data($0.utf8) }
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpCookieStorage = nil
        let session = URLSession(configuration: configuration, delegate: StayingHere(), delegateQueue: nil)
        defer { session.finishTasksAndInvalidate() }
        let (data, response) = try await session.data(for: request)
        let reply = try #require(response as? HTTPURLResponse)
        let found = reply.allHeaderFields.map { ("\($0.key)".lowercased(), "\($0.value)") }
        return Reply(status: reply.statusCode, headers: Dictionary(found) { first, _ in first }, body: String(decoding: data, as: UTF8.self))
    }
}

/// Goes nowhere by itself.
private final class StayingHere: NSObject, URLSessionTaskDelegate, Sendable {
    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
        completionHandler: @escaping (URLRequest?) -> Void
    ) { completionHandler(nil) }
}
