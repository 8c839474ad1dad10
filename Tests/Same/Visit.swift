import Decisions
import Diagnostics
import Digests
import Documents
import Explanation
import Facts
import Foundation
import FoundationNetworking
import Kiyaku
import Pages
import Plans
import Records
import Runtime
import Service
import Values
import Vocabulary

/// A browser at a service of this process, and the pages that it sees.
final class Visit: NSObject, URLSessionTaskDelegate, @unchecked Sendable {
    private static let password = "a password of some length"
    private static let languages = ["ja", "en"]

    private let folder: String
    private let log: RecordLog
    private let running: Task<Void, any Error>
    private let port: Int
    private var cookie = ""
    private var token = ""

    private init(_ world: World) async throws {
        folder = FileManager.default.temporaryDirectory.path + "/kiyaku-same-\(UUID().uuidString)"
        log = try RecordLog(RecordFiles(folder: folder))
        try People(folder: folder).add("kansa", roles: [.staff, .auditor], password: Self.password)
        let settings = ServiceSettings(
            host: "127.0.0.1", port: 0, program: "0", pages: try PageLibrary(world.root + "/Sources/Pages/Resources"),
            now: { .init(timestamp: "2026-11-24T10:00:00+09:00", today: Instant("2026-11-24")) }, log: { _ in },
            load: { () throws(ServiceFault) in throw ServiceFault(.init("", "")) }, userAgents: { () throws(ServiceFault) in throw ServiceFault(.init("", "")) }
        )
        let (ports, found) = AsyncStream<Int>.makeStream()
        let service = try KiyakuService(settings, world.edition, log) { port in
            found.yield(port)
            found.finish()
        }
        running = Task {
            defer { found.finish() }
            try await service.run()
        }
        guard let port = await ports.first(where: { _ in true }) else { Same.fail("the service did not start") }
        self.port = port
        super.init()
        _ = try await send("/sign-in", "ja", [("name", "kansa"), ("password", Self.password), ("next", "/")])
        token = try await send("/", "ja", follows: "/inquiry").firstMatch(of: /name="csrf" value="([0-9a-f]+)"/).map { String($0.1) } ?? ""
        if token.isEmpty { Same.fail("nobody is signed in") }
    }

    private func end() {
        running.cancel()
        try? FileManager.default.removeItem(atPath: folder)
    }

    // MARK: What is looked at

    /// The inquiry page with the facts of each case and with the words of its note, and the page of its record.
    static func pages(_ world: World, _ cases: ArraySlice<World.Case>) async throws -> [(form: String, items: [Item])] {
        let visit = try await Visit(world)
        defer { visit.end() }
        var forms: [(form: String, items: [Item])] = []
        for language in languages {
            var (inquiries, records) = ([Item](), [Item]())
            for one in cases {
                let decisions = one.decisions.map { world.plan.decisions[$0].name }
                let fields = visit.fields(one.reading.frame, world.plan)
                for name in decisions {
                    let page = try await visit.send("/inquiry", language, fields + [("decision", name)])
                    inquiries.append(Item(name: "\(one.name) \(name)", text: page))
                }
                let page = try await visit.send("/inquiry", language, [("text", one.note), ("day", "2026-11-24")])
                inquiries.append(Item(name: "\(one.name) 備考", text: page))
                let answer = world.edition.judge(one.document, decisions: one.decisions)
                let draft = RecordDraft(
                    answer, of: world.edition, facts: one.document, by: "kansa", at: "2026-11-24T10:00:00+09:00", program: "0")
                guard let number = try visit.log.append([draft]).first else { Same.fail("nothing was recorded") }
                records.append(Item(name: one.name, text: try await visit.send("/records/\(number)", language)))
            }
            forms += [("inquiry-\(language)", inquiries), ("record-\(language)", records)]
        }
        return forms
    }

    static func clauses(_ world: World, _ ids: [String]) async throws -> [(form: String, items: [Item])] {
        let visit = try await Visit(world)
        defer { visit.end() }
        var forms: [(form: String, items: [Item])] = []
        for language in languages {
            var items: [Item] = []
            for id in ids { items.append(Item(name: id, text: try await visit.send("/contract/clauses/\(id)", language))) }
            forms.append(("clauses-\(language)", items))
        }
        return forms
    }

    /// The facts outside lists as the controls of a form have them.
    private func fields(_ frame: FactFrame, _ plan: Plan) -> [(String, String)] {
        let values = ValueText(plan)
        var fields: [(String, String)] = []
        for fact in plan.facts.places where plan.facts[fact].list == nil && frame[fact].state == .known {
            let (declared, value) = (plan.facts[fact], frame[fact].value)
            switch declared.type {
            case _ where fact == .asOf: fields.append(("day", values.name(value, declared.type)))
            case _ where fact == .asOfTime: fields.append(("time", values.name(value, declared.type)))
            case .bool: fields.append(("fact:" + declared.name, value == 1 ? "はい" : "いいえ"))
            case .set(let of):
                let cases = plan.enumerations[of].cases
                for (number, one) in cases.enumerated() where value >> Int64(number) & 1 == 1 { fields.append(("fact:" + declared.name, one.name)) }
                let known = UInt64(bitPattern: value) | frame.excluded[fact.value]
                if known.nonzeroBitCount == cases.count { fields.append(("closed:" + declared.name, "yes")) }
            default: fields.append(("fact:" + declared.name, values.name(value, declared.type)))
            }
        }
        return fields
    }

    // MARK: HTTP

    /// The body of a page, with its status before it; what differs from time to time is taken out.
    private func send(_ path: String, _ language: String, _ fields: [(String, String)]? = nil, follows: String? = nil) async throws -> String {
        guard let url = URL(string: "http://127.0.0.1:\(port)\(follows ?? path)") else { Same.fail("no address: \(path)") }
        var request = URLRequest(url: url)
        request.setValue(language, forHTTPHeaderField: "Accept-Language")
        request.setValue(cookie, forHTTPHeaderField: "Cookie")
        if let fields {
            request.httpMethod = "POST"
            request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
            let pairs = fields + (token.isEmpty ? [] : [("csrf", token)])
            request.httpBody = Data(pairs.map { "\(encoded($0.0))=\(encoded($0.1))" }.joined(separator: "&").utf8)
        }
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpCookieStorage = nil
        let session = URLSession(configuration: configuration, delegate: self, delegateQueue: nil)
        defer { session.finishTasksAndInvalidate() }
        let (data, response) = try await session.data(for: request)
        guard let reply = response as? HTTPURLResponse else { Same.fail("no reply: \(path)") }
        if let set = reply.value(forHTTPHeaderField: "Set-Cookie")?.split(separator: ";").first { cookie = String(set) }
        let body = String(decoding: data, as: UTF8.self)
        return "\(reply.statusCode)\n" + (token.isEmpty ? body : plain(Array(body.replacing("127.0.0.1:\(port)", with: "*").utf8)))
    }

    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
        completionHandler: @escaping (URLRequest?) -> Void
    ) { completionHandler(nil) }

    private func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: CharacterSet(charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~"))
            ?? ""
    }

    /// Without tokens, digests and the numbers of records: these depend on keys and on what was recorded before. The port is gone already.
    private func plain(_ body: [UInt8]) -> String {
        func isHexadecimal(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte || 0x61...0x66 ~= byte }
        let mark = Array("/records/".utf8)
        var (plain, place) = ([UInt8](), 0)
        while place < body.count {
            let run = body[place...].prefix { isHexadecimal($0) }.count
            if run >= 16 || run > 0 && plain.suffix(mark.count) == mark[...] {
                plain.append(UInt8(ascii: "*"))
            } else {
                plain += body[place..<place + run]
            }
            place += run
            if place < body.count {
                plain.append(body[place])
                place += 1
            }
        }
        return String(decoding: plain, as: UTF8.self)
    }
}
