import Foundation
import Testing

/// The built program, as a person or another program runs it.
enum Command {
    /// The top of the checkout.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// `KIYAKU_BIN`, or the release build.
    static let path =
        ProcessInfo.processInfo.environment["KIYAKU_BIN"] ?? root.appendingPathComponent(".build/release/kiyaku").path

    static let isBuilt = FileManager.default.isExecutableFile(atPath: path)

    /// Why a suite is skipped.
    static let absence: Comment = "there is no program to run: build it with `swift build -c release --product kiyaku`, or set KIYAKU_BIN"

    /// The rules that come with the program.
    static let shippedRules = root.appendingPathComponent("Rules/rns").path

    /// All files of a folder of the checkout whose names end so, in order, by their paths from the top.
    static func files(_ folder: String, _ ending: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(folder).path)) ?? []
        return names.filter { $0.hasSuffix(ending) }.sorted().map { folder + "/" + $0 }
    }

    /// Runs the program to its end. Files stand in for pipes, so that no amount of output can block it.
    static func run(
        _ arguments: [String], input: String = "", environment: [String: String] = [:], program: String = path
    ) async throws -> Outcome {
        await gate.enter()
        do {
            let outcome = try await runNow(arguments, input, environment, program)
            gate.leave()
            return outcome
        } catch {
            gate.leave()
            throw error
        }
    }

    /// A few programs at a time.
    private static let gate = Gate(places: 6)

    private static func runNow(_ arguments: [String], _ input: String, _ environment: [String: String], _ program: String) async throws -> Outcome {
        let folder = try TemporaryFolder()
        let output = try folder.write("out", "")
        let errors = try folder.write("err", "")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.environment = environment.merging(["LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"]) { own, _ in own }
        process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: folder.write("in", input)))
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: output))
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: errors))
        let code: Int32 = try await withCheckedThrowingContinuation { continuation in
            process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
            do { try process.run() } catch { continuation.resume(throwing: error) }
        }
        return Outcome(code: code, output: try folder.read("out"), errors: try folder.read("err"))
    }
}

/// What a run left behind.
struct Outcome: Sendable {
    let code: Int32
    let output: String
    let errors: String

    /// Standard output as one JSON document, and nothing else.
    var json: JSON { get throws { try JSON(output) } }
}

/// A folder that goes when the last one who knows it goes.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("kiyaku-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func place(_ name: String) -> String { path + "/" + name }

    /// Writes a file and gives its path.
    @discardableResult
    func write(_ name: String, _ text: String) throws -> String {
        let file = URL(fileURLWithPath: place(name))
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        return file.path
    }

    func read(_ name: String) throws -> String { try String(contentsOfFile: place(name), encoding: .utf8) }
}
