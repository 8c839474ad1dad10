import Digests
import Foundation
import PlanFiles
package import Plans
import SystemPackage

/// Plans that were compiled before, so that a start need not compile rules which have not changed. All that is here may be thrown away at any
/// time (docs/decisions/start-up.md).
package struct PlanShelf: Sendable {
    private let folder: String
    private let program: String

    /// How many plans stay: those of the rules that one works with, and of some editions before.
    private static let most = 32

    /// - Parameter program: tells one build of the program from another; what one wrote no other reads.
    package init(folder: String, program: String) {
        self.folder = folder
        self.program = program
    }

    /// The plan that was compiled from just these files by just this program; nil where there is none, or where it is not as it was.
    package func plan(for files: RuleFiles) -> Plan? {
        guard let content = FileManager.default.contents(atPath: path(for: files)), content.count > 32 else { return nil }
        let bytes = [UInt8](content.dropFirst(32))
        guard [UInt8](content.prefix(32)) == fingerprint(bytes) else { return nil }
        return try? PlanFile.plan(bytes)
    }

    /// Keeps a plan. Where it cannot be kept nothing is lost but the time to compile it again.
    package func keep(_ plan: Plan, for files: RuleFiles) {
        let bytes = PlanFile.bytes(plan)
        let manager = FileManager.default
        try? manager.createDirectory(atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        guard (try? Data(fingerprint(bytes) + bytes).write(to: URL(fileURLWithPath: path(for: files)), options: .atomic)) != nil else { return }
        let names = ((try? manager.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.hasSuffix(Self.suffix) }
        guard names.count > Self.most else { return }
        let kept = names.map { FilePath(folder).appending($0).string }
        let dated = kept.map { ($0, (try? manager.attributesOfItem(atPath: $0)[.modificationDate]) as? Date ?? .distantPast) }
        for (path, _) in dated.sorted(by: { $0.1 > $1.1 }).dropFirst(Self.most) { try? manager.removeItem(atPath: path) }
    }

    private static let suffix = ".plan"

    private func path(for files: RuleFiles) -> String {
        FilePath(folder).appending(fingerprint(Array("\(program)\n".utf8) + files.fingerprint).hexadecimal.prefix(32) + Self.suffix).string
    }
}
