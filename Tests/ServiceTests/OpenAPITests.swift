import Detection
import Diagnostics
import Documents
import Foundation
import Kiyaku
import Pages
import Plans
import Records
import Service
import Testing
import Vocabulary

@Suite("The API's description of itself")
struct OpenAPITests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    private static func edition() throws -> Edition { try Edition(try RuleFiles.read(root + "/Rules/rns")) }

    private static func document() throws -> JSONValue { OpenAPIDocument(try edition(), program: "0").json }

    /// The routes of a service that is not started.
    private static func routes() throws -> Set<String> {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("kiyaku-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let settings = ServiceSettings(
            host: "127.0.0.1", port: 0, program: "0", pages: try PageLibrary(root + "/Sources/Pages/Resources"),
            now: { ServiceSettings.Moment(timestamp: "", today: nil) }, log: { _ in },
            load: { () throws(ServiceFault) in throw ServiceFault(.init("", "")) },
            userAgents: { () throws(ServiceFault) in throw ServiceFault(.init("", "")) })
        let service = try KiyakuService(settings, try edition(), try RecordLog(RecordFiles(folder: folder))) { _ in }
        return Set(service.routes.map { "\($0.method) \($0.path)" })
    }

    private static func members(_ value: JSONValue?) -> [(String, JSONValue)] { if case .object(let members)? = value { members } else { [] } }

    @Test("Every place for programs is described, with its methods, and no other")
    func drift() throws {
        let ours = try Self.routes().filter { route in
            let path = route.drop { $0 != "/" }
            return path.hasPrefix("/v1/") || ["/healthz", "/readyz", "/metrics", "/openapi.json"].contains(path)
        }
        let described = Self.members(try Self.document()["paths"]).flatMap { path, methods in Self.members(methods).map { "\($0.0.uppercased()) \(path)" } }
        #expect(Set(described) == ours)
        #expect(described.count == ours.count && ours.count > 15)
    }

    @Test("Every reference leads somewhere, every operation has a name of its own, and only open places are without a token")
    func references() throws {
        let document = try Self.document()
        var broken: [String] = []
        func walk(_ value: JSONValue) {
            switch value {
            case .array(let elements): elements.forEach(walk)
            case .object(let members):
                for (key, member) in members {
                    if key == "$ref", case .string(let place) = member {
                        let found = place.split(separator: "/").dropFirst().reduce(document as JSONValue?) { $0?[String($1)] }
                        if found == nil { broken.append(place) }
                    }
                    walk(member)
                }
            default: break
            }
        }
        walk(document)
        #expect(broken == [])
        let operations = Self.members(document["paths"]).flatMap { path, methods in Self.members(methods).map { (path, $0.1) } }
        let names = operations.compactMap { if case .string(let name)? = $0.1["operationId"] { name } else { nil } }
        #expect(Set(names).count == operations.count)
        #expect(Set(operations.filter { $0.1["security"] == [] }.map(\.0)) == ["/healthz", "/readyz"])
        for (path, operation) in operations where operation["security"] != [] {
            #expect(operation["responses"]?["401"] != nil && operation["responses"]?["429"] != nil, "\(path)")
        }
    }

    @Test("The facts that it takes are those of the vocabulary")
    func facts() throws {
        let plan = try Self.edition().plan
        let schemas = try Self.document()["components"]?["schemas"]
        let facts = Set(Self.members(schemas?["Facts"]?["properties"]).map(\.0))
        for fact in plan.facts where fact.list == nil && fact.kind != .judgement {
            #expect(facts.contains(String(fact.name.prefix { $0 != "." })), "\(fact.name)")
        }
        #expect(Set(Self.members(schemas?["Interview"]?["properties"]).map(\.0)) == facts.union(["skipped"]))
    }

    private static func elements(_ value: JSONValue?) -> [JSONValue] { if case .array(let elements)? = value { elements } else { [] } }

    @Test("What holds under usual circumstances is described with the members that it has, and so is what is assumed")
    func assuming() throws {
        let edition = try Self.edition()
        let facts = """
            {"as_of": "2026-11-24T10:00",
             "依頼": {"サービス": "ヘルプデスク", "プラン": "UTMプラン", "作業": "使い方の問合せ", "本サービスに関する内容": true, "機器が本サービス提供": true}}
            """
        let answer = edition.json(edition.judge(try JSONReader.read(Array(facts.utf8))))
        let assuming = Self.elements(answer["decisions"]).first?["assuming"]
        let shape = try Self.document()["components"]?["schemas"]?["Assuming"]
        #expect(Set(Self.members(assuming).map(\.0)) == Set(Self.members(shape?["properties"]).map(\.0)))
        let assumptions = Self.elements(assuming?["assumed"])
        let assumed = try #require(assumptions.first)
        #expect(Set(Self.members(assumed).map(\.0)) == Set(Self.members(shape?["properties"]?["assumed"]?["items"]?["properties"]).map(\.0)))
        #expect(Self.elements(shape?["properties"]?["side"]?["enum"]).contains { $0 == assuming?["side"] })
    }
}
