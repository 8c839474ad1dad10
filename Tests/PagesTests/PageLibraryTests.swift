import Diagnostics
import Documents
import Foundation
import Pages
import Testing

@Suite("Pages are text in templates")
struct PageLibraryTests {
    private static let folder = FileManager.default.currentDirectoryPath + "/Sources/Pages/Resources"
    private let frame = PageFrame(language: .japanese, title: "題", here: "/inquiry")
    private let problem: JSONValue = ["status": "404", "message": "文", "advice": nil, "code": nil, "request": nil, "home": nil]

    private func refused(_ folder: String) -> PageFault? {
        do throws(PageFault) {
            _ = try PageLibrary(folder)
            return nil
        } catch {
            return error
        }
    }

    private static func keys(_ language: String) throws -> Set<String> {
        let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/Texts/\(language).json"))
        return Set(try #require(JSONSerialization.jsonObject(with: data) as? [String: String]).keys)
    }

    private static func templates() throws -> [(name: String, text: String)] {
        let root = folder + "/Templates"
        let files = try #require(FileManager.default.enumerator(atPath: root)).compactMap { $0 as? String }.filter { $0.hasSuffix(".mustache") }
        return try files.map { ($0, try String(contentsOfFile: root + "/" + $0, encoding: .utf8)) }
    }

    @Test("Both languages have the same texts")
    func sameKeys() throws {
        #expect(try Self.keys("ja") == Self.keys("en"))
    }

    @Test("Each text that a template names is there")
    func namedTexts() throws {
        let keys = try Self.keys("ja")
        for (name, text) in try Self.templates() {
            for match in text.matches(of: /\{\{t\.([a-z_]+)\}\}/) {
                #expect(keys.contains(String(match.1)), "\(name): \(match.1)")
            }
        }
    }

    @Test("No template has a script, a style or data that is not escaped")
    func strictTemplates() throws {
        let templates = try Self.templates()
        #expect(!templates.isEmpty)
        for (name, text) in templates {
            #expect(!text.contains("{{{") && !text.contains("{{&"), "\(name)")
            #expect(!text.contains(" style=") && !text.contains("<style"), "\(name)")
            #expect(text.firstMatch(of: /\ on[a-z]+=/) == nil, "\(name)")
            #expect(text.firstMatch(of: /<script(?! src="\{\{js\}\}" defer><\/script>)/) == nil, "\(name)")
        }
    }

    @Test("What a customer wrote is text, whatever it looks like")
    func escaping() throws {
        let hostile = "<script>alert(1)</script>\" ' & {{title}}"
        let content: JSONValue = ["status": "404", "message": .string(hostile), "advice": nil, "code": nil, "request": nil, "home": nil]
        let page = try PageLibrary(Self.folder).render(.problem, content, frame: frame)
        #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
        #expect(!page.contains("<script>alert"))
        #expect(page.contains("{{title}}"))
    }

    @Test("A mark behind a quotation mark or a bracket does not hide it", arguments: ["\u{301}", "\u{200D}", "\u{FE0F}", "\u{20E3}"])
    func markedEscaping(mark: String) throws {
        let hostile = "\"\(mark) onfocus=1 >\(mark) <\(mark) '\(mark) &\(mark)"
        let content: JSONValue = [
            "status": "404", "message": .string(hostile), "advice": nil, "code": nil, "request": nil, "home": nil,
        ]
        let page = try PageLibrary(Self.folder).render(.problem, content, frame: frame)
        let escaped = "&quot;\(mark) onfocus=1 &gt;\(mark) &lt;\(mark) &#39;\(mark) &amp;\(mark)"
        #expect(Data(page.utf8).range(of: Data(escaped.utf8)) != nil)
        #expect(Data(page.utf8).range(of: Data("\"\(mark)".utf8)) == nil)
    }

    @Test("What is null is not looked for further out")
    func nullEndsTheLookUp() throws {
        let content: JSONValue = [
            "status": "404", "message": "文", "advice": nil, "code": nil, "request": nil, "home": ["href": "/x", "text": nil], "text": "外の文",
        ]
        #expect(try !PageLibrary(Self.folder).render(.problem, content, frame: frame).contains("外の文"))
    }

    @Test("The frame names the language, the title and the navigation of the reader")
    func frameParts() throws {
        let frame = PageFrame(
            language: .english, title: "Inquiry", reader: .init(name: "reader", roles: "staff"),
            navigation: [.init(href: "/inquiry", text: "Inquiry", isCurrent: true)], token: "0123", here: "/inquiry")
        let page = try PageLibrary(Self.folder).render(.problem, problem, frame: frame)
        #expect(page.contains("<html lang=\"en\">") && page.contains("<title>Inquiry - Kiyaku</title>"))
        #expect(page.contains("<a href=\"/inquiry\" aria-current=\"page\">Inquiry</a>"))
        #expect(page.contains("name=\"csrf\" value=\"0123\"") && page.contains("action=\"/sign-out\""))
    }

    @Test("An asset's address changes with its content, and the pages use it")
    func assetAddresses() throws {
        let library = try PageLibrary(Self.folder)
        let sheet = try #require(library.asset("kiyaku.css"))
        #expect(sheet.address == "/assets/kiyaku.css?v=" + sheet.version && sheet.version.count == 12)
        #expect(library.asset("kiyaku.txt") == nil)
        #expect(library.render(.problem, problem, frame: frame).contains(sheet.address))
    }

    @Test("A folder that is not there is refused by its name")
    func missingFolder() {
        #expect(refused("/nowhere")?.message.japanese.contains("/nowhere") == true)
    }

    @Test("A template that cannot be read is refused by its name")
    func brokenTemplate() throws {
        let copy = NSTemporaryDirectory() + "kiyaku-" + UUID().uuidString
        try FileManager.default.copyItem(atPath: Self.folder, toPath: copy)
        defer { try? FileManager.default.removeItem(atPath: copy) }
        try "{{#open}}".write(toFile: copy + "/Templates/inquiry.mustache", atomically: true, encoding: .utf8)
        #expect(refused(copy)?.message.japanese.contains("inquiry.mustache") == true)
    }
}
