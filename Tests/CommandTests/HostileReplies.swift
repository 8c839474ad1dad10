import Foundation
import Testing

extension RunningService {
    /// One that believes what a proxy says of addresses.
    ///
    /// - Parameter serves: the rules, where they are not the small ones, which answer a hundred times as fast.
    static func behindProxy(serves: String? = nil) async throws -> RunningService {
        try await RunningService(SmallRules(), serves: serves, arguments: ["--proxy", "127.0.0.1"])
    }

    /// People who may see every page: more than one, since a person asks for so many pages in a minute.
    func readers(_ count: Int) async throws -> [Visitor] {
        var visitors: [Visitor] = []
        for number in 1...count {
            try await Visitor.add("reader\(number)", "staff,author,auditor", to: self)
            visitors.append(Visitor(self))
            try #require(try await visitors[number - 1].signIn("reader\(number)").status == 303)
        }
        return visitors
    }

    /// The service is as it was: it is well, its log is readable line by line, its record is whole.
    func settled() async throws {
        #expect(try await send("GET", "/healthz", token: "").status == 200)
        let lines = log.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        #expect(lines.count > 10)
        for line in lines { #expect((try? JSON(String(line))) != nil, "\(line.prefix(300))") }
        for markup in HostileText.markup + ["qz7"] { #expect(!log.contains(markup)) }
        let verified = try await Command.run(["log", "verify", "--data", data])
        #expect(verified.code == 0, "\(verified.errors)")
    }
}

extension RunningService.Reply {
    /// What every answer is, whatever was sent.
    func examine(_ what: String, allowing more: Set<Int> = []) {
        let isAnswer = (200..<500).contains(status) && status != 429 || more.contains(status)
        #expect(isAnswer, "\(what): \(status)")
        #expect(headers["x-injected"] == nil, "\(what)")
        let type = headers["content-type"] ?? ""
        if type.hasPrefix("text/html") {
            let bytes = Data(body.utf8)
            for markup in HostileText.markup { #expect(bytes.range(of: Data(markup.utf8)) == nil, "\(what): \(markup)") }
            let title = body.firstMatch(of: /<h1>(.*?)<\/h1>/).map { String($0.1) } ?? ""
            for filled in ["qz7" + title, "qz8/", "qz9規約", "qz9Kiyaku"] { #expect(bytes.range(of: Data(filled.utf8)) == nil, "\(what): \(filled)") }
        } else if type.contains("ndjson") {
            for line in body.split(separator: "\n") { #expect((try? JSON(String(line))) != nil, "\(what)") }
        } else if type.contains("json") {
            #expect((try? JSON(body)) != nil, "\(what): \(body.prefix(200))")
        }
    }
}
