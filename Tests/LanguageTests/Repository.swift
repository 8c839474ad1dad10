import Diagnostics
import Foundation

/// The files that the tests read, found from this file upward.
enum Repository {
    /// The top of the checkout.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The bytes of a file, by its path from the top.
    static func bytes(_ path: String) -> [UInt8] {
        FileManager.default.contents(atPath: root.appendingPathComponent(path).path).map { [UInt8]($0) } ?? []
    }

    /// All files below a folder whose names end so, in order, by their paths from the top.
    static func files(_ folder: String, _ ending: String) -> [String] {
        let top = root.appendingPathComponent(folder).path
        let below = FileManager.default.subpaths(atPath: top) ?? []
        return below.filter { $0.hasSuffix(ending) }.sorted().map { folder + "/" + $0 }
    }

    /// A rule file, named by its path from the top.
    static func source(_ path: String) -> SourceFile { SourceFile(path: path, bytes: bytes(path)) }

    /// The data files beside a rule file, by their names.
    static func data(beside path: String) -> [String: [UInt8]] {
        let folder = (path as NSString).deletingLastPathComponent + "/data"
        return Dictionary(
            files(folder, ".csv").map { (($0 as NSString).lastPathComponent, bytes($0)) }, uniquingKeysWith: { first, _ in first })
    }

    /// All rule files: the corpus and the rules.
    static let ruleFiles = files("Corpus/language", ".kiyaku") + files("Rules", ".kiyaku")
}
