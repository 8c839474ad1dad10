import Foundation
import FoundationNetworking
import Testing

/// A person with a browser: it keeps cookies, sends forms, and goes nowhere by itself.
final class Visitor: NSObject, URLSessionTaskDelegate, @unchecked Sendable {
    let service: RunningService
    private(set) var cookies: [String: String] = [:]

    init(_ service: RunningService) { self.service = service }

    /// Adds a person to the service's data, with `Visitor.password`.
    static func add(_ name: String, _ roles: String, to service: RunningService) async throws {
        let outcome = try await Command.run(["user", "add", name, "--role", roles, "--data", service.data], input: password + "\n")
        try #require(outcome.code == 0, "\(outcome.errors)")
    }

    static let password = "a password of some length"

    func get(_ path: String) async throws -> RunningService.Reply { try await send("GET", path, nil, [:]) }

    /// Sends a form as the page would: with the token of its session.
    func post(_ path: String, _ fields: KeyValuePairs<String, String>, headers: [String: String] = [:]) async throws -> RunningService.Reply {
        var body = fields.map { "\(Self.encoded($0))=\(Self.encoded($1))" }
        if let token = try await token() { body.append("csrf=\(token)") }
        return try await send("POST", path, body.joined(separator: "&"), headers)
    }

    /// Sends a form with a file as the page would.
    func upload(_ path: String, _ fields: KeyValuePairs<String, String>, file: String, _ content: Data) async throws -> RunningService.Reply {
        let boundary = "----parts\(UInt64.random(in: 0...UInt64.max))"
        var body = Data()
        for (name, value) in fields.map({ ($0, $1) }) + [("csrf", try await token() ?? "")] {
            body += Data("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
        }
        let head = "Content-Disposition: form-data; name=\"file\"; filename=\"\(file)\"\r\nContent-Type: text/csv"
        body += Data("--\(boundary)\r\n\(head)\r\n\r\n".utf8) + content + Data("\r\n--\(boundary)--\r\n".utf8)
        return try await send("POST", path, bytes: body, ["Content-Type": "multipart/form-data; boundary=\(boundary)"])
    }

    /// Signs in; the reply is what the form got.
    func signIn(_ name: String, _ password: String = Visitor.password) async throws -> RunningService.Reply {
        try await send("POST", "/sign-in", "name=\(Self.encoded(name))&password=\(Self.encoded(password))&next=%2F", [:])
    }

    /// The token that the forms of this session carry; nil where nobody is signed in.
    func token() async throws -> String? {
        guard !cookies.isEmpty else { return nil }
        let page = try await get("/").body + (try await get("/nowhere").body)
        return page.firstMatch(of: /name="csrf" value="([0-9a-f]+)"/).map { String($0.1) }
    }

    func send(_ method: String, _ path: String, _ body: String?, _ headers: [String: String]) async throws -> RunningService.Reply {
        try await send(method, path, bytes: body.map { Data($0.utf8) }, headers)
    }

    func send(_ method: String, _ path: String, bytes body: Data?, _ headers: [String: String]) async throws -> RunningService.Reply {
        var request = URLRequest(url: try #require(URL(string: service.url + path)))
        request.httpMethod = method
        request.httpBody = body
        request.setValue("ja", forHTTPHeaderField: "Accept-Language")
        if body != nil { request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type") }
        request.setValue(cookies.map { "\($0)=\($1)" }.joined(separator: "; "), forHTTPHeaderField: "Cookie")
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpCookieStorage = nil
        let session = URLSession(configuration: configuration, delegate: self, delegateQueue: nil)
        defer { session.finishTasksAndInvalidate() }
        let (data, response) = try await session.data(for: request)
        let reply = try #require(response as? HTTPURLResponse)
        let headersOfReply = Dictionary(reply.allHeaderFields.map { ("\($0.key)".lowercased(), "\($0.value)") }) { first, _ in first }
        if let pair = headersOfReply["set-cookie"]?.split(separator: ";").first?.split(separator: "=", maxSplits: 1) {
            cookies[String(pair[0])] = pair.count > 1 ? String(pair[1]) : nil
        }
        return .init(status: reply.statusCode, headers: headersOfReply, body: String(decoding: data, as: UTF8.self))
    }

    static func encoded(_ text: String) -> String { text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "" }

    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
        completionHandler: @escaping (URLRequest?) -> Void
    ) { completionHandler(nil) }
}
