import Foundation

/// What Package.swift says of the rooms.
struct Manifest {
    /// What each room sees.
    let rooms: [String: Set<String>]
    /// The libraries of the system.
    let libraries: Set<String>

    init(_ root: URL) {
        let text = (try? String(contentsOf: root.appendingPathComponent("Package.swift"), encoding: .utf8)) ?? ""
        var rooms: [String: Set<String>] = [:]
        for part in text.matches(of: /room\(\s*"(\w+)"(?:,\s*sees:\s*\[([^\]]*)\])?/) { rooms[String(part.1)] = Self.names(part.2.map(String.init) ?? "") }
        for part in text.matches(of: /\.executableTarget\(\s*name: "(\w+)",\s*dependencies: \[([^\]]*)\],\s*swiftSettings/) {
            rooms[String(part.1)] = Self.names(String(part.2))
        }
        self.rooms = rooms
        libraries = Set(text.matches(of: /\.systemLibrary\(name: "(\w+)"/).map { String($0.1) })
    }

    /// The names in a list of dependencies: of a product its own, not that of its package.
    private static func names(_ list: String) -> Set<String> {
        let own = list.replacing(/\.product\(name: ("\w+"), package: "[^"]*"\)/) { String($0.output.1) }
        return Set(own.matches(of: /"(\w+)"/).map { String($0.1) })
    }
}

/// The Swift files below a folder.
struct SwiftFiles {
    let files: [(name: String, text: String)]

    init(_ folder: URL) throws {
        let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        files = try names.filter { $0.hasSuffix(".swift") }.sorted().map {
            ($0, try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8))
        }
    }

    /// What a file imports.
    static func imports(_ text: String) -> Set<String> {
        Set(
            text.split(separator: "\n").compactMap { line in
                let words = line.split(separator: " ")
                guard let place = words.firstIndex(of: "import"), place <= 1, !line.hasPrefix(" "), words.count > place + 1 else { return nil }
                return String(words[place + 1])
            })
    }

    /// The switches of a file: what stands at the head of each, and the lines of its own cases.
    static func switches(_ text: String) -> [(head: String, cases: [String])] {
        var open: [(indent: Int, head: String, cases: [String])] = []
        var found: [(head: String, cases: [String])] = []
        var isCase = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let indent = line.prefix { $0 == " " }.count
            let words = String(line.dropFirst(indent))
            if let last = open.last, indent == last.indent, words.hasPrefix("case ") || words.hasPrefix("default:") {
                open[open.count - 1].cases.append(words)
                isCase = !words.contains(":")
            } else if isCase, let last = open.last, indent == last.indent + 4 {
                // A case that goes on.
                open[open.count - 1].cases.append(words)
                isCase = !words.hasSuffix(":")
            } else if let last = open.last, indent == last.indent, words.hasPrefix("}") {
                found.append((last.head, last.cases))
                open.removeLast()
            }
            if words.hasSuffix("{"), words.hasPrefix("switch ") || words.contains(" switch ") { open.append((indent, words, [])) }
        }
        return found
    }
}
