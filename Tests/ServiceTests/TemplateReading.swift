import Foundation

/// Reads templates as they would be filled, with the types of the contents instead of values: where a name leads, and which lead nowhere.
struct TemplateReading {
    /// The templates by their names.
    let templates: [String: String]
    let shapes = ContentShapes()
    private(set) var faults: [String] = []
    /// The properties that are named: Type.property.
    private(set) var used: Set<String> = []
    /// The keys of texts that are named.
    private(set) var texts: Set<String> = []
    /// The templates that were read.
    private(set) var visited: Set<String> = []
    private var seen: Set<[String]> = []

    init(_ templates: [String: String]) { self.templates = templates }

    /// - Parameter folder: the one that holds them.
    init(_ folder: String) throws {
        let files = (FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".mustache") }
        templates = try Dictionary(
            uniqueKeysWithValues: files.map { (String($0.dropLast(".mustache".count)), try String(contentsOfFile: folder + "/" + $0, encoding: .utf8)) })
    }

    /// Reads a template that is filled with a content.
    mutating func read(_ template: String, _ content: any Decodable.Type) throws {
        guard let type = try shapes.read(content) else { return faults.append("\(template): \(content) is no content") }
        read(template, [type])
    }

    /// - Parameter scope: the types that a name is looked for in, the innermost last.
    private mutating func read(_ template: String, _ scope: [String]) {
        guard let text = templates[template] else { return faults.append("\(template) is no template") }
        visited.insert(template)
        guard seen.insert([template] + scope).inserted else { return }
        // What stands open, and the scope outside of it.
        var open: [(name: String, outside: [String])] = []
        var scope = scope
        for match in text.matches(of: /\{\{([#^\/>$<%]?)\s*([^}]*?)\s*\}\}/) {
            let (kind, name) = (String(match.1), String(match.2))
            switch kind {
            case "%": break
            case ">": read(name, scope)
            case "<", "$":
                if kind == "<" { read(name, scope) }
                open.append((name, scope))
            case "#", "^":
                open.append((name, scope))
                let member = find(name, scope, template)
                // A list of its own kind below it: the scope is the same.
                if kind == "#", case .some(let type) = member, scope.last != type { scope.append(type) }
            case "/":
                guard let last = open.popLast(), last.name == name else { return faults.append("\(template): {{/\(name)}} has no beginning") }
                scope = last.outside
            default: _ = find(name, scope, template)
            }
        }
        for one in open { faults.append("\(template): {{#\(one.name)}} does not end") }
    }

    /// Where a name leads.
    private mutating func find(_ name: String, _ scope: [String], _ template: String) -> ContentShapes.Member {
        if name == "." || ["first()", "last()"].contains(name) { return .one }
        var parts = name.split(separator: ".").map(String.init)
        if parts.first == "t", parts.count == 2 {
            texts.insert(parts[1])
            return .one
        }
        var types = Array(scope.reversed())
        while let part = parts.first {
            guard let type = types.first(where: { shapes.members[$0]?[part] != nil }), let member = shapes.members[type]?[part] else {
                faults.append("\(template): \(name)")
                return .one
            }
            used.insert("\(type).\(part)")
            parts.removeFirst()
            guard case .some(let inner) = member else {
                if !parts.isEmpty { faults.append("\(template): \(name)") }
                return .one
            }
            if parts.isEmpty { return member }
            types = [inner]
        }
        return .one
    }
}
