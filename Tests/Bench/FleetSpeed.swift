import Documents
import Foundation

/// Rows a second of `kiyaku check` over the fleet of Corpus, against reading and writing the same table without judging it.
struct FleetSpeed {
    let root: URL

    /// How often the fleet is repeated.
    private static let copies = 20

    func measure() throws -> (rows: Int, checked: Double, copied: Double)? {
        let program = root.appending(path: ".build/release/kiyaku")
        guard FileManager.default.isExecutableFile(atPath: program.path) else { return nil }
        let lines = try String(contentsOf: root.appending(path: "Corpus/fleet/devices.csv"), encoding: .utf8).split(separator: "\n")
        guard let header = lines.first else { return nil }
        let body = Array(repeating: lines.dropFirst(), count: Self.copies).joined()
        let folder = root.appending(path: ".build/bench")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let (input, output) = (folder.appending(path: "fleet.csv"), folder.appending(path: "out.csv"))
        try Data(([header] + body).joined(separator: "\n").utf8).write(to: input)
        let checked = seconds {
            let process = Process()
            process.executableURL = program
            process.arguments = [
                "check", input.path, "--decision", "環境対応", "--as-of", "2025-06-02", "--ignore-unknown", "-o", output.path, "--rules",
                root.appending(path: "Rules/rns").path,
            ]
            process.standardError = FileHandle.nullDevice
            try? process.run()
            process.waitUntilExit()
        }
        let copied = seconds { try? copy(input, output) }
        return (body.count, Double(body.count) / checked, Double(body.count) / copied)
    }

    private func copy(_ input: URL, _ output: URL) throws {
        var scanner = CSVScanner()
        scanner.feed([UInt8](try Data(contentsOf: input)))
        scanner.finish()
        var text = CSVText.byteOrderMark
        while case .row(let row) = scanner.next() { text += CSVText.row(row.fields) }
        try Data(text.utf8).write(to: output)
    }

    private func seconds(_ body: () -> Void) -> Double {
        nanoseconds(per: 1, runs: 3) {
            body(); return 0
        } / 1e9
    }
}
