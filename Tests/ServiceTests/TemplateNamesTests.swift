import Diagnostics
import Foundation
import Pages
import Service
import Testing

@Suite("What templates name is there")
struct TemplateNamesTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
    private static let folder = root + "/Sources/Pages/Resources"

    private static func reading() throws -> TemplateReading {
        var reading = try TemplateReading(folder + "/Templates")
        for (template, content) in KiyakuService.contents { try reading.read(template, content) }
        return reading
    }

    @Test("Every name in a template is a property of what the template is filled with")
    func names() throws {
        let reading = try Self.reading()
        #expect(KiyakuService.contents.count > 10 && reading.used.count > 200)
        #expect(reading.faults == [])
    }

    @Test("Every property of a content is shown by some template")
    func shown() throws {
        let reading = try Self.reading()
        let unused = reading.shapes.members.flatMap { type, members in members.keys.map { "\(type).\($0)" } }.filter { !reading.used.contains($0) }
        #expect(unused.sorted() == [])
    }

    @Test("Every template belongs to a page or to another template")
    func templates() throws {
        let reading = try Self.reading()
        #expect(Set(reading.templates.keys).subtracting(reading.visited).sorted() == [])
    }

    @Test("Every text that a template or a title names is there, and every text is named")
    func texts() throws {
        let data = try Data(contentsOf: URL(fileURLWithPath: Self.folder + "/texts.json"))
        let keys = Set(try #require(JSONSerialization.jsonObject(with: data) as? [String: [String]]).keys)
        let named = try Self.reading().texts.union(KiyakuService.titles)
        #expect(named.subtracting(keys).sorted() == [] && keys.subtracting(named).sorted() == [])
    }

    @Test("A misspelt name is found, in its section and in parts")
    func misspelt() throws {
        struct Content: Codable {
            let title: String
            let rows: [Row]
            let isOpen: Bool

            struct Row: Codable {
                let name: String
                let rows: [Row]
            }
        }
        func faults(_ text: String, _ part: String = "") throws -> [String] {
            var reading = TemplateReading(["page": text, "part": part])
            try reading.read("page", Content.self)
            return reading.faults
        }
        let right = "{{title}}{{#rows}}{{title}}{{name}}{{#first()}}{{#rows}}{{>part}}{{/rows}}{{/first()}}{{/rows}}{{^isOpen}}{{.}}{{/isOpen}}"
        #expect(try faults(right, "{{name}}") == [])
        #expect(try faults("{{titel}}") == ["page: titel"])
        #expect(try faults("{{name}}{{#rows}}{{nam}}{{/rows}}") == ["page: name", "page: nam"])
        #expect(try faults("{{#rows}}{{>part}}{{/rows}}", "{{>part}}{{#isOpne}}{{/isOpne}}") == ["part: isOpne"])
        #expect(try faults("{{rows.nam}}{{#rows}}") == ["page: rows.nam", "page: {{#rows}} does not end"])
        #expect(try faults("{{>nowhere}}") == ["nowhere is no template"])
    }
}
