import Diagnostics
import Documents
import HTTPTypes
import Hummingbird
import NIOCore

extension Request {
    /// The whole body, within the limits of size and time.
    ///
    /// - Parameter most: the limit of its bytes, where it is not the one of all bodies.
    func bytes(_ limits: ServiceSettings.Limits, most: Int? = nil) async throws -> [UInt8] {
        let most = most ?? limits.bodyBytes
        if let length = headers[.contentLength].flatMap({ Int($0) }), length > most { throw Problem.tooLarge }
        let body = body
        return try await within(seconds: limits.seconds) {
            var bytes: [UInt8] = []
            for try await buffer in body {
                bytes += buffer.readableBytesView
                guard bytes.count <= most else { throw Problem.tooLarge }
            }
            return bytes
        }
    }

    /// The body as a JSON document.
    func document(_ limits: ServiceSettings.Limits) async throws -> DocumentNode {
        guard isJSON(["application/json"]) else { throw Problem.notJSON }
        let bytes = try await bytes(limits)
        do throws(DocumentError) {
            return try JSONReader.read(bytes)
        } catch {
            throw Problem(error)
        }
    }

    /// Whether the body is said to be of one of these types, or of none.
    func isJSON(_ types: Set<String>) -> Bool {
        guard let type = headers[.contentType]?.prefix(while: { $0 != ";" }) else { return true }
        return types.contains(type.lowercased().filter { $0 != " " })
    }

    /// The parameters of the query, which must be among these.
    func query(_ allowed: Set<String>) throws -> [String: String] {
        var found: [String: String] = [:]
        for (name, value) in uri.queryParameters {
            guard allowed.contains(String(name)), found[String(name)] == nil else {
                throw Problem(
                    .badRequest, .init("照会の引数「\(name.prefix(40))」は使えません", "the query parameter `\(name.prefix(40))` is not used here"),
                    help: .init(
                        allowed.isEmpty ? "引数を消してください" : "使えるのは \(allowed.sorted().joined(separator: "・")) で、一度ずつです",
                        allowed.isEmpty ? "leave it out" : "it can be \(allowed.sorted().joined(separator: ", ")), each once"))
            }
            found[String(name)] = String(value)
        }
        return found
    }
}

/// Runs something that must be done in time.
private func within<Value: Sendable>(seconds: Int, _ body: @escaping @Sendable () async throws -> Value) async throws -> Value {
    try await withThrowingTaskGroup(of: Value?.self) { group in
        group.addTask { try await body() }
        group.addTask {
            try await Task.sleep(for: .seconds(seconds))
            return nil
        }
        defer { group.cancelAll() }
        guard let first = try await group.next(), let value = first else { throw Problem.tooSlow }
        return value
    }
}
