package import Contract
package import Diagnostics
import Digests
import Documents
import Foundation
import SystemPackage

/// The files of one contract as they are read from a folder: rule files, and data files in `data/`.
package struct RuleFiles: Sendable {
    /// One file.
    private struct File: Sendable {
        /// How it is named in messages.
        let path: String
        /// How the rules name it: from the folder.
        let name: String
        let bytes: [UInt8]
        let isData: Bool
    }

    package let folder: String
    private let files: [File]

    /// Reads all `.kiyaku` files of a folder in the order of their names, or the one file given.
    ///
    /// - Throws: `RuleFilesError` where the folder cannot be read or has no rule files.
    package static func read(_ path: String) throws(RuleFilesError) -> RuleFiles {
        var isFolder: ObjCBool = false
        guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { throw RuleFilesError(kind: .notFound, path: path) }
        let folder = isFolder.boolValue ? path : FilePath(path).removingLastComponent().string
        let names = isFolder.boolValue ? try list(path).filter { $0.hasSuffix(".kiyaku") } : [(FilePath(path).lastComponent?.string ?? "")]
        guard !names.isEmpty else { throw RuleFilesError(kind: .empty, path: path) }
        var files: [File] = []
        for name in names.sorted(by: precedes) {
            let path = join(folder, name)
            guard let bytes = FileManager.default.contents(atPath: path) else { throw RuleFilesError(kind: .unreadable, path: path) }
            files.append(File(path: path, name: name, bytes: [UInt8](bytes), isData: false))
        }
        let dataFolder = join(folder, "data")
        for name in ((try? list(dataFolder)) ?? []).filter({ $0.hasSuffix(".csv") }).sorted() {
            let path = join(dataFolder, name)
            guard let bytes = FileManager.default.contents(atPath: path) else { continue }
            files.append(File(path: path, name: "data/" + name, bytes: [UInt8](bytes), isData: true))
        }
        return RuleFiles(folder: folder, files: files)
    }

    /// The rules that were asked for, or those that come with the program, with the calendar of the installation where there is one.
    ///
    /// - Throws: `RuleFilesError` where one of them cannot be read.
    package static func installed(_ rules: String?, calendar: String?) throws(RuleFilesError) -> RuleFiles {
        let files = try read(Installation.rules(rules))
        guard let calendar else { return files }
        return try files.with(calendar: calendar)
    }

    private init(folder: String, files: [File]) {
        self.folder = folder
        self.files = files
    }

    /// Rule files that are not on disk: examples, tests, what is typed into an editor. The tables stand by their names in `data/`.
    package init(sources: [SourceFile], csv: [String: [UInt8]] = [:]) {
        self.init(
            folder: "",
            files: sources.map { File(path: $0.path, name: $0.path, bytes: $0.bytes, isData: false) }
                + csv.sorted { $0.key < $1.key }.map { File(path: $0.key, name: "data/" + $0.key, bytes: $0.value, isData: true) })
    }

    /// The rule files, in order.
    package var sources: [SourceFile] { files.filter { !$0.isData }.map { SourceFile(path: $0.path, bytes: $0.bytes) } }

    /// The data files by the names that rules call them.
    package var data: [String: Result<DataFile, DataFault>] {
        let named = files.filter(\.isData).map { ((FilePath($0.name).lastComponent?.string ?? ""), Self.dataFile($0.path, $0.bytes)) }
        return Dictionary(named, uniquingKeysWith: { first, _ in first })
    }

    /// The names of the rule files, in order.
    package var ruleNames: [String] { files.filter { !$0.isData }.map(\.name) }

    /// The text of a rule file by its name; nil where there is none.
    package func text(_ name: String) -> String? {
        files.first { !$0.isData && $0.name == name }.map { String(decoding: $0.bytes, as: UTF8.self) }
    }

    /// The order of rule files in a folder.
    private static func precedes(_ name: String, _ other: String) -> Bool { Array(name.utf8).lexicographicallyPrecedes(Array(other.utf8)) }

    /// The same files with one rule file written anew, or added where a folder would have it.
    package func replacing(_ name: String, with text: String) -> RuleFiles {
        let file = File(path: name, name: name, bytes: Array(text.utf8), isData: false)
        var files = files.map { $0.isData ? $0 : $0.name == name ? file : File(path: $0.name, name: $0.name, bytes: $0.bytes, isData: false) }
        if !files.contains(where: { !$0.isData && $0.name == name }) {
            files.insert(file, at: files.firstIndex { $0.isData || Self.precedes(name, $0.name) } ?? files.endIndex)
        }
        return RuleFiles(folder: folder, files: files)
    }

    /// The name by which rules call the calendar of an installation.
    package static let calendar = "calendar.csv"

    /// The same files with the calendar of an installation, in the place of the one that the contract may bring.
    ///
    /// - Throws: `RuleFilesError` where the file cannot be read.
    package func with(calendar path: String) throws(RuleFilesError) -> RuleFiles {
        guard let bytes = FileManager.default.contents(atPath: path) else { throw RuleFilesError(kind: .noCalendar, path: path) }
        let own = File(path: path, name: "data/" + Self.calendar, bytes: [UInt8](bytes), isData: true)
        let data = (files.filter { $0.isData && $0.name != own.name } + [own]).sorted { Self.precedes($0.name, $1.name) }
        return RuleFiles(folder: folder, files: files.filter { !$0.isData } + data)
    }

    /// The bytes that the rules digest covers, in order: name, then content.
    package var digested: [(name: String, bytes: [UInt8])] { files.map { ($0.name, $0.bytes) } }

    /// The digest of all rule and data files, `sha256:…`: each name, its length and its bytes in order.
    package var digest: String { Self.digest(files) }

    /// The digest of the reference data alone, made in the same way.
    package var dataDigest: String { Self.digest(files.filter { $0.name.hasPrefix("data/") }) }

    private static func digest(_ files: [File]) -> String {
        var hasher = SHA256Hasher()
        for file in files {
            hasher.update("\(file.name)\n\(file.bytes.count)\n")
            hasher.update(file.bytes)
        }
        return hasher.finalize().description
    }

    /// By what the files are told from any others on this machine.
    var fingerprint: [UInt8] {
        Digests.fingerprint(files.flatMap { Array("\($0.name)\n".utf8) + Digests.fingerprint($0.bytes) })
    }

    private static func join(_ folder: String, _ name: String) -> String {
        folder.isEmpty ? name : FilePath(folder).appending(name).string
    }

    private static func list(_ folder: String) throws(RuleFilesError) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            throw RuleFilesError(kind: .unreadable, path: folder)
        }
    }

    private static func dataFile(_ path: String, _ bytes: [UInt8]) -> Result<DataFile, DataFault> {
        do throws(DocumentError) {
            let table = try CSVReader.read(bytes)
            return .success(DataFile(path: path, header: table.header, rows: table.rows.map { .init(line: $0.line, fields: $0.fields) }))
        } catch {
            return .failure(DataFault(reason: Wording("\(error.position.line) 行目: \(error.japanese)", "line \(error.position.line): \(error.english)")))
        }
    }
}

/// Why rule files cannot be read.
package struct RuleFilesError: Error, Sendable {
    package enum Kind: Sendable { case notFound, unreadable, empty, noCalendar, unusedCalendar }
    package let kind: Kind
    package let path: String

    package init(kind: Kind, path: String) { (self.kind, self.path) = (kind, path) }

    /// What is wrong and what to do.
    package var wording: Wording {
        switch kind {
        case .notFound: Wording("「\(path)」がありません。--rules で規則のフォルダを指定してください", "`\(path)` does not exist; name the folder of the rules with --rules")
        case .unreadable: Wording("「\(path)」を読めません。権限を確かめてください", "`\(path)` cannot be read; check its permissions")
        case .noCalendar: Wording("営業暦「\(path)」を読めません", "the calendar `\(path)` cannot be read")
        case .unusedCalendar:
            Wording(
                "営業暦「\(path)」を渡されましたが、規則に「元 「\(RuleFiles.calendar)」」の営業暦がありません",
                "the calendar `\(path)` was given, but the rules have no `business_calendar` with `source \"\(RuleFiles.calendar)\"`")
        case .empty: Wording("「\(path)」に .kiyaku ファイルがありません", "there is no .kiyaku file in `\(path)`")
        }
    }
}
