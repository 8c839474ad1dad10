package import Diagnostics
import Foundation
import Mustache

/// The templates, interface texts and assets of the pages, read once. It knows neither HTTP nor a contract.
package struct PageLibrary: Sendable {
    private let templates: MustacheLibrary
    private let texts: PageTexts
    private let assets: [String: PageAsset]

    /// - Parameters:
    ///   - folder: the one that holds `Templates`, `Assets` and `texts.json`.
    ///   - needed: the templates that must be there.
    package init(_ folder: String, templates needed: [String] = []) throws(PageFault) {
        templates = MustacheLibrary(templates: try Self.templates(in: folder + "/Templates"))
        for name in needed where templates.getTemplate(named: name) == nil { throw .missing("\(folder)/Templates/\(name).mustache") }
        texts = try PageTexts(folder + "/texts.json")
        assets = try Self.assets(in: folder + "/Assets")
        for name in ["kiyaku.css", "kiyaku.js", "kiyaku.svg"] where assets[name] == nil { throw .missing(folder + "/Assets/" + name) }
    }

    /// A page with its frame. Everything in the content is text: it is escaped.
    ///
    /// - Parameter content: a plain value, which the template knows as `content`.
    package func render(_ template: String, _ content: some Codable & Sendable, frame: PageFrame) -> String {
        let framed = FramedContent(content, frame, css: address("kiyaku.css"), js: address("kiyaku.js"), icon: address("kiyaku.svg"))
        guard var value = TemplateValue.of(framed) as? [String: Any] else { return "" }
        value["t"] = texts.escaped(frame.language)
        return templates.render(value, withTemplate: template) ?? ""
    }

    /// An interface text by its key; the key itself where there is none.
    package func text(_ key: String, _ language: MessageLanguage) -> String { texts.text(key, language) }

    /// An asset by its file's name.
    package func asset(_ name: String) -> PageAsset? { assets[name] }

    private func address(_ name: String) -> String { assets[name]?.address ?? "" }

    private static func templates(in folder: String) throws(PageFault) -> [String: MustacheTemplate] {
        var templates: [String: MustacheTemplate] = [:]
        for file in try files(in: folder) where file.hasSuffix(".mustache") {
            let text = String(decoding: try bytes(folder + "/" + file), as: UTF8.self)
            do {
                // What they are filled with is escaped already (`TemplateValue`).
                templates[String(file.dropLast(".mustache".count))] = try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}\n" + text)
            } catch {
                throw .broken(file, "\(error)")
            }
        }
        return templates
    }

    private static func assets(in folder: String) throws(PageFault) -> [String: PageAsset] {
        var assets: [String: PageAsset] = [:]
        for file in try files(in: folder) { assets[file] = PageAsset(name: file, bytes: try bytes(folder + "/" + file)) }
        return assets
    }

    /// The files below a folder, by their paths in it.
    private static func files(in folder: String) throws(PageFault) -> [String] {
        guard let all = FileManager.default.enumerator(atPath: folder)?.compactMap({ $0 as? String }), !all.isEmpty else { throw .missing(folder) }
        return all.sorted().filter { path in
            var isFolder: ObjCBool = false
            return unsafe FileManager.default.fileExists(atPath: folder + "/" + path, isDirectory: &isFolder) && !isFolder.boolValue
        }
    }

    static func bytes(_ path: String) throws(PageFault) -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else { throw .missing(path) }
        return [UInt8](data)
    }
}
