import Foundation
import Testing

/// Every operation that the API describes gets every text of `HostileText`, and so does every header.
@Suite("Hostile requests", .enabled(if: Command.isBuilt, Command.absence))
struct HostileRequestTests {
    @Test("Every operation of the API answers hostile paths, parameters and bodies with a document")
    func operations() async throws {
        let service = try await RunningService.behindProxy()
        let description = try await service.send("GET", "/openapi.json").json
        let contract = try await service.send("GET", "/v1/contracts").json["contracts"]?.elements.first?["contract"]?.text ?? ""
        let paths = try #require(description["paths"])
        try await withThrowingTaskGroup(of: Void.self) { group in
            for path in paths.keys {
                for (method, operation) in ["GET", "POST"].compactMap({ method in paths[path]?[method.lowercased()].map { (method, $0) } }) {
                    let body = Self.schema(operation["requestBody"], description)
                    // Reading the rules anew takes its time, and nothing of what is sent.
                    let texts =
                        path.hasSuffix(":reload") ? [HostileText.mixture] : HostileText.plain + HostileText.bytes + [HostileText.marks, HostileText.long]
                    group.addTask {
                        for text in texts {
                            for (address, bodies) in Self.requests(path, operation, body, contract, text) {
                                for body in method == "POST" ? bodies : [nil] {
                                    let what = "\(method) \(address.prefix(120)), \(text.name), \((body ?? "").prefix(120))"
                                    try await service.send(method, address, body).examine(what)
                                }
                            }
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await service.send("POST", "/v1/decisions", "{\(HostileText.marks.quoted): 1}").status == 400)
        try await service.settled()
    }

    /// The schema of a body in JSON.
    private static func schema(_ body: JSON?, _ description: JSON) -> JSON? {
        guard case .object(let types)? = body?["content"] else { return nil }
        return types.values.first?["schema"].map { resolved($0, description) }
    }

    private static func resolved(_ schema: JSON, _ description: JSON) -> JSON {
        guard let place = schema["$ref"]?.text else { return schema }
        return place.split(separator: "/").dropFirst().reduce(description as JSON?) { $0?[String($1)] }.map { resolved($0, description) } ?? schema
    }

    /// Addresses with the bodies that go there.
    private static func requests(_ path: String, _ operation: JSON, _ body: JSON?, _ contract: String, _ text: HostileText) -> [(String, [String?])] {
        let encoded = text.encoded.replacing(/%(?![0-9A-F]{2})/.ignoresCase(), with: "%25")
        // Beyond that it is no address (`rawRequests`).
        let isAddress = encoded.utf8.count < 8_000
        func address(_ contract: String, _ rest: String) -> String {
            path.replacing("{contract}", with: contract).replacing(/\{[a-z]+\}/, with: rest.isEmpty ? "%20" : rest)
        }
        let known = address(Visitor.encoded(contract), "1")
        let value = quoted(body, text.quoted, depth: 0)
        let bare = ["1e999999", "-0", "9223372036854775808"].contains(text.text) || text.text.hasPrefix("[") ? [quoted(body, text.text, depth: 0)] : []
        var found: [(String, [String?])] = []
        if operation["requestBody"] != nil { found.append((known, [text.text, "{\(text.quoted): \(text.quoted)}", value] + bare)) }
        guard isAddress else { return found }
        if path.contains("{") {
            found += [(address(encoded.isEmpty ? "%20" : encoded, encoded), ["{}"]), (address(Visitor.encoded(contract), encoded), ["{}"])]
        }
        found.append((known + "?\(encoded)=\(encoded)", ["{}"]))
        for parameter in operation["parameters"]?.elements ?? [] where parameter["in"] == "query" {
            found.append((known + "?\(Visitor.encoded(parameter["name"]?.text ?? ""))=\(encoded)", ["{}"]))
        }
        return found
    }

    /// A document with the value wherever the schema has room for one.
    private static func quoted(_ schema: JSON?, _ value: String, depth: Int) -> String {
        guard case .object(let properties)? = schema?["properties"], depth < 4 else { return value }
        return "{" + properties.keys.sorted().map { "\"\($0)\": " + quoted(properties[$0], value, depth: depth + 1) }.joined(separator: ", ") + "}"
    }

    // MARK: Headers and bytes

    private static let headers = [
        "Accept", "Accept-Language", "Authorization", "Content-Type", "Cookie", "Host", "If-None-Match", "Origin", "Referer", "Sec-CH-UA-Platform",
        "Sec-CH-UA-Platform-Version", "Sec-Fetch-Site", "User-Agent", "X-Forwarded-For", "X-Forwarded-Proto", "X-Request-Id",
    ]

    @Test("Any header can be hostile, and what is no HTTP is refused; there is an answer on each connection")
    func rawRequests() async throws {
        let service = try await RunningService.behindProxy()
        let good = ["Host": "x", "Authorization": "Bearer \(service.admin)", "Content-Type": "application/json", "Connection": "close"]
        func request(_ line: String, _ headers: [String: String], _ body: Data = Data("{}".utf8)) -> Data {
            let all = good.merging(["Content-Length": "\(body.count)"]) { $1 }.merging(headers) { $1 }
            return Data((line + " HTTP/1.1\r\n" + all.map { "\($0): \($1)\r\n" }.sorted().joined() + "\r\n").utf8) + body
        }
        var requests: [(what: String, bytes: Data)] = []
        let values = HostileText.plain.filter { $0.name != "header" } + [HostileText.marks, HostileText.long]
        for text in values {
            let hostile = Dictionary(uniqueKeysWithValues: Self.headers.map { ($0, text.text) })
            requests.append((text.name, request("GET /environment", hostile.merging(["X-Forwarded-For": "192.0.2.1"]) { $1 })))
            requests.append((text.name, request("GET /sign-in", hostile)))
            requests.append((text.name, request("POST /v1/decisions", hostile.filter { !["Authorization", "Content-Type", "Host"].contains($0.key) })))
            requests.append((text.name, request("POST /v1/decisions", ["Authorization": "Bearer " + text.text])))
            requests.append((text.name, request("GET /contract", ["Cookie": "lang=\(text.text); kiyaku_session=\(text.text)"])))
        }
        requests += [
            ("a long address", request("GET /sign-in?to=" + HostileText.long.text, [:])), ("a blank in an address", request("GET /sign in", [:])),
            ("another method", request("<b> /sign-in", [:])), ("bytes for an address", Data("GET /".utf8) + Data([0xFF, 0xFE, 0x0D, 0x0A, 0x0D, 0x0A])),
            ("bytes for a body", request("POST /v1/decisions", [:], Data([0x22, 0xFF, 0xFE, 0x22]))),
            ("bytes for a key", request("POST /v1/interview", [:], Data([0x7B, 0x22, 0xC0, 0x80, 0x22, 0x3A, 0x31, 0x7D]))),
            ("a length below zero", request("POST /v1/decisions", ["Content-Length": "-1"])),
            ("a length beyond Int64", request("POST /v1/decisions", ["Content-Length": "99999999999999999999"])),
            ("a huge length", request("POST /v1/decisions", ["Content-Length": "9223372036854775807"])),
            ("noise", Data((0..<400).map { UInt8(truncatingIfNeeded: $0 &* 37) } + Array("\r\n\r\n".utf8))),
            ("many headers", request("GET /sign-in", Dictionary(uniqueKeysWithValues: (0..<300).map { ("X-\($0)", "x") }))),
        ]
        let replies = try await service.exchange(requests.map(\.bytes))
        for ((what, _), reply) in zip(requests, replies) {
            let reply = try #require(RunningService.Reply(wire: reply), "\(what): no answer: \(reply.prefix(100))")
            reply.examine(what)
            #expect(reply.status != 200 || what != "header", "\(what)")
        }
        #expect(replies.count == requests.count)
        try await service.settled()
    }

    @Test("A text of nothing but marks is refused before anyone compares it", arguments: ["raw", "escaped"])
    func marks(spelling: String) async throws {
        let service = try await RunningService.behindProxy()
        let marks = String(repeating: "\u{316}\u{301}", count: spelling == "raw" ? 200_000 : 40_000)
        let written = spelling == "raw" ? marks : marks.unicodeScalars.map { "\\u0" + String($0.value, radix: 16) }.joined()
        for (path, body) in [
            ("/v1/decisions", "{\"\(written)\": 1}"), ("/v1/interview", "{\"skipped\": [\"\(written)\"]}"), ("/v1/detect", "{\"text\": \"\(written)\"}"),
        ] {
            #expect(try await service.send("POST", path, body).status == 400, "\(path)")
        }
        let batch = try await service.send(
            "POST", "/v1/decisions:batch", "{\"\(written)\": 1}\n{}\n", headers: ["Content-Type": "application/x-ndjson"]
        ).body.split(separator: "\n")
        #expect(batch.count == 2 && batch[0].contains("\"status\":400") && batch[1].contains("\"record\":1"))
        let visitor = Visitor(service)
        let form = spelling == "raw" ? marks : Visitor.encoded(String(marks.unicodeScalars.prefix(20_000).map(Character.init)))
        for (path, field) in [("/environment", "fact:x"), ("/sign-in", "name"), ("/settings/language", "return")] {
            #expect(try await visitor.send("POST", path, "\(field)=\(form)", [:]).status == 400, "\(path)")
        }
        #expect(try await visitor.get("/sign-in?to=" + Visitor.encoded(String(repeating: "\u{316}\u{301}", count: 1_000))).status == 400)
        #expect(try await service.send("GET", "/healthz", token: "").status == 200)
    }
}

extension RunningService.Reply {
    /// An answer as it comes over the wire; nil where it is none.
    fileprivate init?(wire: Data) {
        guard let gap = wire.range(of: Data("\r\n\r\n".utf8)) else { return nil }
        let lines = String(decoding: wire[..<gap.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
        guard lines[0].hasPrefix("HTTP/1.1 "), let status = Int(lines[0].dropFirst(9).prefix(3)) else { return nil }
        let headers = lines.dropFirst().compactMap { line in line.range(of: ": ").map { (line[..<$0.lowerBound].lowercased(), String(line[$0.upperBound...])) }
        }
        self.init(status: status, headers: Dictionary(headers) { first, _ in first }, body: String(decoding: wire[gap.upperBound...], as: UTF8.self))
    }
}

extension RunningService {
    /// What comes back for bytes, each on a connection of its own, within ten seconds.
    fileprivate func exchange(_ requests: [Data]) async throws -> [Data] {
        let port = try #require(url.split(separator: ":").last)
        let folder = rules.folder
        for (number, bytes) in requests.enumerated() { try bytes.write(to: URL(fileURLWithPath: folder.place("request.\(number)"))) }
        // One that is refused half way is not read to its end.
        let script = """
            cd '\(folder.path)'
            for (( i = 0; i < \(requests.count); i++ )); do
              exec 3<>/dev/tcp/127.0.0.1/\(port)
              cat request.$i >&3 2>/dev/null
              timeout 10 cat <&3 > reply.$i 2>/dev/null
              exec 3>&-
            done
            """
        let outcome = try await Command.run(["-c", script], program: "/bin/bash")
        try #require(outcome.code == 0, "\(outcome.errors)")
        return requests.indices.map { FileManager.default.contents(atPath: folder.place("reply.\($0)")) ?? Data() }
    }
}
