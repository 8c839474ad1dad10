import Foundation
import FoundationNetworking
import Testing

/// A service on a free port of this machine; it ends with the test.
final class RunningService: Sendable {
    let rules: SmallRules
    let url: String
    /// The token that is made at the first start.
    let admin: String
    private let process: Process
    private let pass: Gate.Pass
    private static let gate = Gate(places: 6)
    private let output: String

    var data: String { rules.folder.place("data") }
    /// The log: a JSON document on each line.
    var log: String { (try? rules.folder.read("serve.err")) ?? "" }
    /// What it said at its start.
    var greeting: String { (try? String(contentsOfFile: output, encoding: .utf8)) ?? "" }

    /// - Parameter serves: the rules, where they are not the small ones.
    init(_ rules: SmallRules, serves: String? = nil, arguments: [String] = [], environment: [String: String] = [:]) async throws {
        pass = await Self.gate.pass()
        self.rules = rules
        output = try rules.folder.write("serve.out", "")
        let errors = try rules.folder.write("serve.err", "")
        process = Process()
        process.executableURL = URL(fileURLWithPath: Command.path)
        process.arguments = ["serve", "--port", "0", "--rules", serves ?? rules.path, "--data", rules.folder.place("data")] + arguments
        process.environment = environment.merging(["LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"]) { own, _ in own }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: output))
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: errors))
        try process.run()
        var lines: [String] = []
        for _ in 0..<400 where process.isRunning {
            lines = try String(contentsOfFile: output, encoding: .utf8).components(separatedBy: "\n").dropLast()
            if lines.contains(where: { $0.hasPrefix("http://") }) { break }
            try await Task.sleep(for: .milliseconds(50))
        }
        let complaint = try rules.folder.read("serve.err")
        url = try #require(lines.first { $0.hasPrefix("http://") }, "the service did not start: \(complaint)")
        admin = lines.firstMatch(of: "kyk_") ?? ""
    }

    deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

    func signal(_ number: Int32) { kill(process.processIdentifier, number) }

    /// Waits for its end; `nil` where it goes on.
    func end() async throws -> Int32? {
        for _ in 0..<200 {
            if !process.isRunning { return process.terminationStatus }
            try await Task.sleep(for: .milliseconds(50))
        }
        return nil
    }

    struct Reply: Sendable {
        let status: Int
        let headers: [String: String]
        let body: String

        var json: JSON { get throws { try JSON(body) } }
    }

    /// Sends a request with the administrator's token.
    func send(
        _ method: String, _ path: String, _ body: String? = nil, token: String? = nil, headers: [String: String] = ["Content-Type": "application/json"]
    ) async throws -> Reply {
        var request = URLRequest(url: try #require(URL(string: url + path)))
        request.httpMethod = method
        request.httpBody = body.map { Data($0.utf8) }
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        if token != "" { request.setValue("Bearer \(token ?? admin)", forHTTPHeaderField: "Authorization") }
        let sent = request
        return try await withCheckedThrowingContinuation { continuation in
            URLSession.shared.dataTask(with: sent) { data, response, error in
                guard let response = response as? HTTPURLResponse else {
                    return continuation.resume(throwing: error ?? URLError(.badServerResponse))
                }
                let headers = response.allHeaderFields.map { ("\($0.key)".lowercased(), "\($0.value)") }
                continuation.resume(
                    returning: Reply(
                        status: response.statusCode, headers: Dictionary(headers) { first, _ in first },
                        body: String(decoding: data ?? Data(), as: UTF8.self)))
            }.resume()
        }
    }

    /// A new token with these roles.
    func token(_ name: String, _ roles: String...) async throws -> String {
        let outcome = try await Command.run(["token", "add", name, "--data", data, "--role"] + roles)
        return try #require([outcome.output.trimmingCharacters(in: .newlines)].firstMatch(of: "kyk_"))
    }
}

extension [String] {
    /// The word of any of the lines that begins so.
    fileprivate func firstMatch(of start: String) -> String? {
        flatMap { $0.split(separator: " ") }.first { $0.hasPrefix(start) }.map(String.init)
    }
}
