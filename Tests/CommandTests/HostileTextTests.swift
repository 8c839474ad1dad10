import Foundation
import Testing

/// Every field of the pages gets every text of `HostileText`. The fields are read from the pages.
@Suite("Hostile texts in every field", .enabled(if: Command.isBuilt, Command.absence))
struct HostileTextTests {
    private static let pages = ["/inquiry", "/applications", "/environment/codes", "/contract", "/contract/support", "/workbench", "/records"]

    /// What a form is filled with: everything hostile, what one writes oneself hostile, and each choice by itself.
    private func fillings(_ form: PageForm) -> [(what: String, fields: [(name: String, value: String)])] {
        let isLong = { (text: HostileText) in !form.isPost && text.encoded.utf8.count * form.fields.count > 8_000 }
        var fillings: [(what: String, fields: [(name: String, value: String)])] = []
        for text in form.isPost ? HostileText.all : HostileText.short where !isLong(text) {
            fillings.append((text.name, form.fields.map { ($0.name, text.encoded) }))
            // With one choice or none of weight both are the same.
            guard form.fields.contains(where: { !$0.isFree && !["csrf", "next"].contains($0.name) }) else { continue }
            fillings.append(("free \(text.name)", form.fields.map { ($0.name, $0.isFree ? text.encoded : Visitor.encoded($0.value)) }))
        }
        for field in form.fields where !field.isFree {
            let others = form.fields.filter { $0.name != field.name }.map { ($0.name, Visitor.encoded($0.value)) }
            fillings.append(("\(field.name) alone", others + [(field.name, HostileText.mixture.encoded)]))
        }
        return fillings
    }

    /// Sends a form with all its fillings.
    private func fill(_ form: PageForm, _ people: [Visitor], headers: (Int) -> [String: String] = { _ in [:] }, allowing more: Set<Int> = []) async throws {
        let tokens = try await people.mapInOrder { try await $0.token() }
        for (number, filling) in fillings(form).enumerated() {
            let (visitor, token) = (people[number % people.count], tokens[number % people.count])
            var pairs = filling.fields.filter { $0.name != "csrf" }.map { "\(Visitor.encoded($0.name))=\($0.value)" }
            if form.isPost, let token { pairs.append("csrf=\(token)") }
            let body = pairs.joined(separator: "&")
            let reply =
                form.isPost
                ? try await visitor.send("POST", form.action, body, headers(number))
                : try await visitor.send("GET", "\(form.action)?\(body)", nil, headers(number))
            reply.examine("\(form.action), \(filling.what)", allowing: more)
            // Without this nothing would be read of what was sent.
            #expect(reply.status != 401 && reply.status != 403, "\(form.action), \(filling.what)")
        }
    }

    @Test("Each form of a page gets an answer that escapes what was sent", arguments: pages)
    func forms(path: String) async throws {
        let service = try await RunningService.behindProxy()
        let people = try await service.readers(2)
        _ = try await service.send("POST", "/v1/decisions", "{}")
        let body = try await people[0].get(path).body
        var forms: [PageForm] = []
        for form in PageForm.all(in: body) where form.action != "/sign-out" && !form.isUpload {
            if path != "/inquiry", form.action == "/settings/language" { continue }
            if !forms.contains(where: { $0.action == form.action && $0.fields.count >= form.fields.count }) { forms.append(form) }
        }
        #expect(!forms.isEmpty && forms.allSatisfy { !$0.fields.isEmpty })
        for form in forms where form.action != "/environment/codes" { try await fill(form, people) }
        // Codes can be tried so often by one person.
        for form in forms where form.action == "/environment/codes" { try await fill(form, people, allowing: [429]) }
        try await service.settled()
    }

    @Test("So do the many fields that the contract's own rules have", arguments: ["/inquiry", "/applications"])
    func shipped(path: String) async throws {
        let service = try await RunningService.behindProxy(serves: Command.shippedRules)
        let visitor = try await service.readers(1)[0]
        // The fields of an application's lists are there when a record is added.
        let body = try await visitor.get(path).body + visitor.post(path, ["text": "パソコンが動かない", "asked": path == "/inquiry" ? "対象可否" : "", "add": "関係者"]).body
        let fields = PageForm.all(in: body).filter { $0.action == path && !$0.isUpload }.flatMap(\.fields).filter { $0.name != "csrf" }
        #expect(Set(fields.map(\.name)).count > 10)
        let token = try await visitor.token() ?? ""
        for (number, text) in (HostileText.markupTexts + [HostileText.mixture, HostileText.bytes[0]]).enumerated() {
            // What is a choice keeps its value every other time, so that the answer comes to its end.
            let pairs = fields.map { "\(Visitor.encoded($0.name))=\(number % 2 == 0 || $0.isFree ? text.encoded : Visitor.encoded($0.value))" }
            let reply = try await visitor.send("POST", path, (pairs + ["csrf=\(token)"]).joined(separator: "&"), [:])
            reply.examine("\(path), \(text.name)")
            #expect(reply.status == 200 || reply.status == 422, "\(path), \(text.name): \(reply.status)")
        }
        try await service.settled()
    }

    @Test("The pages that the ways lead to are all looked at")
    func complete() async throws {
        let page = try await RunningService.behindProxy().readers(1)[0].get("/contract").body
        let ways = page.components(separatedBy: "</nav>")[0].matches(of: /<li><a href="([^"]+)"/).map { String($0.1) }
        #expect(ways.contains("/inquiry") && Set(ways).isSubset(of: Self.pages), "\(ways)")
    }

    @Test("What is open to everyone answers everyone", arguments: ["/environment", "/sign-in"])
    func open(path: String) async throws {
        let service = try await RunningService.behindProxy()
        let visitor = Visitor(service)
        let body = try await visitor.get(path).body
        let form = try #require(PageForm.all(in: body).filter { $0.action == path }.max { $0.fields.count < $1.fields.count })
        // Wrong passwords are counted, by the name and by the address.
        try await fill(form, [visitor], headers: { ["X-Forwarded-For": "192.0.2.\($0)"] }, allowing: path == "/sign-in" ? [429] : [])
        for text in HostileText.short {
            (try await visitor.send("GET", "\(path)?to=\(text.encoded)", nil, ["X-Forwarded-For": "198.51.100.1"])).examine("\(path), \(text.name)")
        }
        try await service.settled()
    }

    @Test("A place that is made up is not there, and says so")
    func places() async throws {
        let service = try await RunningService.behindProxy()
        let people = try await service.readers(3)
        let places = ["/", "/contract/clauses/", "/records/", "/applications/fleet/", "/assets/", "/records/1/"]
        for (number, text) in HostileText.short.filter({ !$0.text.isEmpty }).enumerated() {
            for place in places {
                // An address is in ASCII and without blanks, or it is none.
                let reply = try await people[number % people.count].send(
                    "GET", place + text.encoded.replacing("/", with: "%2F").replacing(/%(?![0-9A-F]{2})/.ignoresCase(), with: "%25"), nil, [:])
                reply.examine(place + text.name)
                #expect([303, 400, 404].contains(reply.status), "\(place)\(text.name): \(reply.status)")
            }
        }
        try await service.settled()
    }
}

extension Array {
    /// The results of a task for each element, one after the other.
    fileprivate func mapInOrder<Value>(_ body: (Element) async throws -> Value) async rethrows -> [Value] {
        var values: [Value] = []
        for element in self { values.append(try await body(element)) }
        return values
    }
}
