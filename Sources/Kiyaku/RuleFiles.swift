package import Contract
package import Diagnostics
import Documents
import Foundation

/// The files of one contract as they are read from a folder: rule files, and data files in `data/`.
package struct RuleFiles: Sendable {
    package let folder: String
    package let sources: [SourceFile]
    package let data: [String: Result<DataFile, DataFault>]
    /// The bytes that the rules digest covers, in order: name, then content.
    package let digested: [(name: String, bytes: [UInt8])]

    /// Reads all `.kiyaku` files of a folder in the order of their names, or the one file given.
    ///
    /// - Throws: `RuleFilesError` where the folder cannot be read or has no rule files.
    package static func read(_ path: String) throws(RuleFilesError) -> RuleFiles {
        var isFolder: ObjCBool = false
        guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { throw RuleFilesError(kind: .notFound, path: path) }
        let folder = isFolder.boolValue ? path : (path as NSString).deletingLastPathComponent
        let names = isFolder.boolValue ? try list(path).filter { $0.hasSuffix(".kiyaku") } : [(path as NSString).lastPathComponent]
        guard !names.isEmpty else { throw RuleFilesError(kind: .empty, path: path) }
        var sources: [SourceFile] = []
        var digested: [(name: String, bytes: [UInt8])] = []
        for name in names.sorted(by: { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }) {
            let file = join(folder, name)
            guard let bytes = FileManager.default.contents(atPath: file) else { throw RuleFilesError(kind: .unreadable, path: file) }
            sources.append(SourceFile(path: file, bytes: [UInt8](bytes)))
            digested.append((name, [UInt8](bytes)))
        }
        let dataFolder = join(folder, "data")
        var data: [String: Result<DataFile, DataFault>] = [:]
        for name in ((try? list(dataFolder)) ?? []).filter({ $0.hasSuffix(".csv") }).sorted() {
            let file = join(dataFolder, name)
            guard let bytes = FileManager.default.contents(atPath: file) else { continue }
            data[name] = dataFile(file, [UInt8](bytes))
            digested.append(("data/" + name, [UInt8](bytes)))
        }
        return RuleFiles(folder: folder, sources: sources, data: data, digested: digested)
    }

    /// Rule files that are not on disk: examples, tests, what is typed into an editor.
    package init(sources: [SourceFile], csv: [String: [UInt8]] = [:]) {
        self.init(
            folder: "", sources: sources, data: Dictionary(uniqueKeysWithValues: csv.map { ($0.key, Self.dataFile($0.key, $0.value)) }),
            digested: sources.map { ($0.path, $0.bytes) } + csv.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    }

    private init(folder: String, sources: [SourceFile], data: [String: Result<DataFile, DataFault>], digested: [(name: String, bytes: [UInt8])]) {
        self.folder = folder
        self.sources = sources
        self.data = data
        self.digested = digested
    }

    private static func join(_ folder: String, _ name: String) -> String {
        folder.isEmpty ? name : (folder as NSString).appendingPathComponent(name)
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
    package enum Kind: Sendable { case notFound, unreadable, empty }
    package let kind: Kind
    package let path: String

    /// What is wrong and what to do.
    package var wording: Wording {
        switch kind {
        case .notFound: Wording("「\(path)」がありません。--rules で規則のフォルダを指定してください", "`\(path)` does not exist; name the folder of the rules with --rules")
        case .unreadable: Wording("「\(path)」を読めません。権限を確かめてください", "`\(path)` cannot be read; check its permissions")
        case .empty: Wording("「\(path)」に .kiyaku ファイルがありません", "there is no .kiyaku file in `\(path)`")
        }
    }
}
