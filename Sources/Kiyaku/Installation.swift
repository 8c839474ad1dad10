import Foundation
package import Morphology
import SystemPackage

/// Where the rules and the pages that come with the program are.
package struct Installation: Sendable {
    /// The folder that holds `Rules` and `docs`.
    package let root: String

    /// Looks upward from the program: an installed copy keeps them in `share/kiyaku`, a checkout at its top. A program that stands alone
    /// takes those of the folder that it is run in.
    package static func find(program: String = program) -> Installation? {
        above(program) ?? (FileManager.default.fileExists(atPath: "Rules") ? Installation(root: FileManager.default.currentDirectoryPath) : nil)
    }

    /// The file of this program.
    private static let program =
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
        ?? URL(fileURLWithPath: Bundle.main.executablePath ?? CommandLine.arguments.first ?? "").resolvingSymlinksInPath().path

    private static func above(_ program: String) -> Installation? {
        var folder = FilePath(program).removingLastComponent().string
        for _ in 0..<8 {
            for candidate in [folder, FilePath(folder).appending("share/kiyaku").string]
            where FileManager.default.fileExists(atPath: FilePath(candidate).appending("Rules").string) {
                return Installation(root: candidate)
            }
            let parent = FilePath(folder).removingLastComponent().string
            if parent == folder { break }
            folder = parent
        }
        return nil
    }

    /// The dictionary for Japanese, opened once.
    package static let dictionary: Result<MorphologicalDictionary, MorphologyError> = {
        do throws(MorphologyError) { return .success(try MorphologicalDictionary()) } catch { return .failure(error) }
    }()

    /// A file or folder below the root.
    package func path(_ relative: String) -> String { FilePath(root).appending(relative).string }

    /// The folder of the rules: what was asked for, else `KIYAKU_RULES`, else the first folder in `Rules`.
    package static func rules(_ asked: String?) -> String {
        if let asked { return asked }
        if let set = ProcessInfo.processInfo.environment["KIYAKU_RULES"], !set.isEmpty { return set }
        guard let rules = find()?.path("Rules") else { return "Rules" }
        let folders = ((try? FileManager.default.contentsOfDirectory(atPath: rules)) ?? []).filter { !$0.hasPrefix(".") }.sorted()
        return folders.first.map { FilePath(rules).appending($0).string } ?? rules
    }

    /// The file of the days that this installation designates: what was asked for, else `KIYAKU_CALENDAR`; nil where there is none.
    package static func calendar(_ asked: String?) -> String? {
        let set = ProcessInfo.processInfo.environment["KIYAKU_CALENDAR"]
        return asked ?? (set?.isEmpty == false ? set : nil)
    }

    /// The plans that were compiled before: in `KIYAKU_CACHE`, else in `$XDG_CACHE_HOME/kiyaku`, else in `~/.cache/kiyaku`; nil where
    /// `KIYAKU_CACHE` is empty, or there is no home.
    package static var plans: PlanShelf? {
        let environment = ProcessInfo.processInfo.environment
        let caches = environment["XDG_CACHE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? environment["HOME"].map { $0 + "/.cache" }
        guard let folder = environment["KIYAKU_CACHE"] ?? caches.map({ $0 + "/kiyaku" }), !folder.isEmpty else { return nil }
        var file = stat()
        guard unsafe stat(program, &file) == 0 else { return nil }
        return PlanShelf(folder: folder, program: "\(file.st_size) \(file.st_mtim.tv_sec) \(file.st_mtim.tv_nsec)")
    }

    /// The folder of the pages' templates, texts and assets.
    package static var pages: String {
        let installed = find()?.path("share/kiyaku/Pages") ?? ""
        if FileManager.default.fileExists(atPath: installed) { return installed }
        return find()?.path("Sources/Pages/Resources") ?? "Sources/Pages/Resources"
    }

    /// uap-core's regular expressions: `KIYAKU_UAP`, else where Debian's package puts them.
    package static var userAgentRules: String {
        ProcessInfo.processInfo.environment["KIYAKU_UAP"].flatMap { $0.isEmpty ? nil : $0 } ?? "/usr/share/uap-core/regexes.yaml"
    }

    /// The page of a diagnostic.
    package static func page(of code: String) -> String? {
        guard let installation = find() else { return nil }
        return FileManager.default.contents(atPath: installation.path("docs/diagnostics/\(code).md")).map { String(decoding: $0, as: UTF8.self) }
    }
}
