import Foundation
import Testing

/// What the program says, as Tests/Snapshots has it.
///
/// `KIYAKU_RECORD=1` writes what it says now and fails, so that nobody records unread.
enum Snapshot {
    static func compare(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let file = Command.root.appendingPathComponent("Tests/Snapshots/\(name).txt")
        let known = try? String(contentsOf: file, encoding: .utf8)
        guard known != text else { return }
        if ProcessInfo.processInfo.environment["KIYAKU_RECORD"] == "1" {
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
            Issue.record("\(file.lastPathComponent) is recorded: read it", sourceLocation: sourceLocation)
        } else {
            let (before, now) = ((known ?? "").components(separatedBy: "\n"), text.components(separatedBy: "\n"))
            let place = zip(before, now).prefix { $0 == $1 }.count
            Issue.record("\(file.lastPathComponent):\(place + 1): \(now.dropFirst(place).first ?? "(end)")", sourceLocation: sourceLocation)
        }
    }
}
