import Diagnostics
import Foundation
import Pages
import Testing

@Suite("Pages are text in templates")
struct PageLibraryTests {
    private static let folder = FileManager.default.currentDirectoryPath + "/Sources/Pages/Resources"
    private let frame = PageFrame(language: .japanese, title: "題", here: "/inquiry")
    private let problem = Problem(message: "文")

    /// What the template of a problem is filled with.
    private struct Problem: Codable {
        var status = "404"
        let message: String
        var advice: String?
        var code: String?
        var request = "0123"
    }

    private func refused(_ folder: String) -> PageFault? {
        do throws(PageFault) {
            _ = try PageLibrary(folder)
            return nil
        } catch {
            return error
        }
    }

    private static func templates() throws -> [(name: String, text: String)] {
        let root = folder + "/Templates"
        let files = try #require(FileManager.default.enumerator(atPath: root)).compactMap { $0 as? String }.filter { $0.hasSuffix(".mustache") }
        return try files.map { ($0, try String(contentsOfFile: root + "/" + $0, encoding: .utf8)) }
    }

    @Test("A text that is not in both languages is refused by its key", arguments: [#"{"a": ["あ"]}"#, #"{"a": ["あ", 1]}"#, #"{"a": "あ"}"#])
    func missingWord(texts: String) throws {
        let copy = NSTemporaryDirectory() + "kiyaku-" + UUID().uuidString
        try FileManager.default.copyItem(atPath: Self.folder, toPath: copy)
        defer { try? FileManager.default.removeItem(atPath: copy) }
        try texts.write(toFile: copy + "/texts.json", atomically: true, encoding: .utf8)
        let message = refused(copy)?.message.japanese
        #expect(message?.contains("texts.json") == true && message?.contains("（a）") == true)
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
        let page = try PageLibrary(Self.folder).render("problem", Problem(message: hostile), frame: frame)
        #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
        #expect(!page.contains("<script>alert"))
        #expect(page.contains("{{title}}"))
    }

    @Test("A mark behind a quotation mark or a bracket does not hide it", arguments: ["\u{301}", "\u{200D}", "\u{FE0F}", "\u{20E3}"])
    func markedEscaping(mark: String) throws {
        let hostile = "\"\(mark) onfocus=1 >\(mark) <\(mark) '\(mark) &\(mark)"
        let page = try PageLibrary(Self.folder).render("problem", Problem(message: hostile), frame: frame)
        let escaped = "&quot;\(mark) onfocus=1 &gt;\(mark) &lt;\(mark) &#39;\(mark) &amp;\(mark)"
        #expect(Data(page.utf8).range(of: Data(escaped.utf8)) != nil)
        #expect(Data(page.utf8).range(of: Data("\"\(mark)".utf8)) == nil)
    }

    @Test("What is nil is not looked for further out: an error without an advice has none of the page's own")
    func nilEndsTheLookUp() throws {
        struct Entry: Codable {
            var action = "/sign-in"
            var next = "/"
            var name = ""
            var advice = "外の文"
            let error: Fault?

            struct Fault: Codable {
                let message: String
                let advice: String?
            }

        }
        func page(_ fault: Entry.Fault?) throws -> String { try PageLibrary(Self.folder).render("sign-in", Entry(error: fault), frame: frame) }
        #expect(try !page(.init(message: "誤り", advice: nil)).contains("外の文"))
        #expect(try page(.init(message: "誤り", advice: "中の文")).contains("<p class=\"fault\" role=\"alert\">誤り <span>中の文</span></p>"))
        #expect(try !page(nil).contains("role=\"alert\""))
    }

    @Test("Texts, truths, numbers, lists and structs are shown; what is nil is empty")
    func values() throws {
        struct Found: Codable {
            let query: String
            let count: Int?
            let results: [Hit]

            struct Hit: Codable {
                let cite: String
                let href: String?
                let gist: String?
            }
        }
        let hits = [Found.Hit(cite: "甲", href: "/a", gist: nil), Found.Hit(cite: "乙", href: nil, gist: "<乙>")]
        let page = try PageLibrary(Self.folder).render("contract-search", Found(query: "\"", count: 2, results: hits), frame: frame)
        #expect(page.contains("value=\"&quot;\"") && page.contains("<p class=\"note\" role=\"status\">2</p>"))
        #expect(page.contains("<li><a class=\"cite\" href=\"/a\">甲</a>\n</li>") && page.contains("href=\"\">乙</a> <span class=\"gist\">&lt;乙&gt;</span>"))
        let none = try PageLibrary(Self.folder).render("contract-search", Found(query: "", count: nil, results: []), frame: frame)
        #expect(!none.contains("class=\"list\""))
    }

    @Test("The frame names the language, the title and the navigation of the reader")
    func frameParts() throws {
        let frame = PageFrame(
            language: .english, title: "Inquiry", reader: .init(name: "reader", roles: "staff"),
            navigation: [.init(href: "/inquiry", text: "Inquiry", isCurrent: true)], token: "0123", here: "/inquiry")
        let page = try PageLibrary(Self.folder).render("problem", problem, frame: frame)
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
        #expect(library.render("problem", problem, frame: frame).contains(sheet.address))
    }

    @Test("A folder that is not there is refused by its name")
    func missingFolder() {
        #expect(refused("/nowhere")?.message.japanese.contains("/nowhere") == true)
    }

    @Test("A template that is needed and not there is refused by its name")
    func missingTemplate() throws {
        #expect(throws: PageFault.self) { try PageLibrary(Self.folder, templates: ["problem", "nowhere"]) }
        #expect((try? PageLibrary(Self.folder, templates: ["problem"])) != nil)
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
