import Foundation
import Testing

/// Disks that are full or read-only are made by mounting one: that needs the right to.
@Suite("The record on a bad disk", .enabled(if: Command.isBuilt, Command.absence), .enabled(if: BadDisk.isPossible, "no file system can be mounted here"))
struct BadDiskTests {
    @Test("Without space there is no answer, and what was recorded stays whole")
    func full() async throws {
        let outcome = try await BadDisk.run(
            "size=200k", "i=0; while [ $i -lt 60 ]; do \"$KIYAKU\" decide ../facts.json --rules ../rules --data . >../out 2>../err || break; i=$((i+1)); done",
            "test $i -gt 0 && test $i -lt 60 && test ! -s ../out && cat ../err", "\"$KIYAKU\" log verify --data .")
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("K8008"))
        #expect(outcome.output.contains("空き"))
        #expect(outcome.output.contains("書いたときのままです"))
    }

    @Test("On a read-only disk there is no answer, and the reason is said")
    func readOnly() async throws {
        let outcome = try await BadDisk.run("ro", "\"$KIYAKU\" decide ../facts.json --rules ../rules --data . 2>&1; test $? -eq 2")
        #expect(outcome.code == 0, "\(outcome.output)")
        #expect(outcome.output.contains("K8008"))
    }
}

/// Runs a script in a small file system of its own, seen by that script alone.
enum BadDisk {
    static let isPossible: Bool = {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/unshare")
        process.arguments = ["-m", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }()

    static func run(_ options: String, _ steps: String...) async throws -> Outcome {
        let rules = try SmallRules()
        try rules.folder.write("facts.json", SmallRules.settled)
        try rules.folder.write("disk/.keep", "")
        let mount = "set -e; KIYAKU='\(Command.path)'; cd '\(rules.folder.path)'; mount -t tmpfs -o \(options) tmpfs disk; cd disk; set +e; "
        let script = mount + steps.joined(separator: " && ")
        return try await Command.run(["-m", "/bin/sh", "-c", script], program: "/usr/bin/unshare")
    }
}
