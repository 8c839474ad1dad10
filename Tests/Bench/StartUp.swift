import Foundation

/// Start-up to the first answer: the program against one that only imports Foundation.
struct StartUp {
    let root: URL

    /// Milliseconds until the program has ended. `waitUntilExit` would look only every 50 ms, which hides an empty program's whole time.
    private func run(_ program: URL, _ arguments: [String], shelf: URL? = nil) throws -> Double {
        let process = Process()
        process.environment = ProcessInfo.processInfo.environment.merging(["KIYAKU_CACHE": shelf?.path ?? ""]) { $1 }
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = root
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let ended = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in ended.signal() }
        let clock = ContinuousClock()
        let start = clock.now
        try process.run()
        ended.wait()
        let time = (clock.now - start).components
        return Double(time.seconds) * 1e3 + Double(time.attoseconds) / 1e15
    }

    /// Milliseconds, the median of as many runs taken by turns: with the plan of an earlier start, compiling all rules, and of an empty program.
    func measure(runs: Int) throws -> (ours: Double, first: Double, empty: Double)? {
        let ours = root.appending(path: ".build/release/kiyaku")
        let folder = root.appending(path: ".build/bench")
        let empty = folder.appending(path: "empty")
        guard FileManager.default.isExecutableFile(atPath: ours.path), let asked = question() else { return nil }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let source = folder.appending(path: "empty.swift")
        try Data("import Foundation\nprint(ProcessInfo.processInfo.processName)\n".utf8).write(to: source)
        guard try run(URL(filePath: "/usr/bin/env"), ["swiftc", "-O", source.path, "-o", empty.path]) > 0 else { return nil }
        let shelf = folder.appending(path: "plans")
        _ = try run(ours, ["decide", asked.path], shelf: shelf)
        var times: (ours: [Double], first: [Double], empty: [Double]) = ([], [], [])
        for _ in 0..<runs {
            times.ours.append(try run(ours, ["decide", asked.path], shelf: shelf))
            times.empty.append(try run(empty, []))
            times.first.append(try run(ours, ["decide", asked.path]))
        }
        return (times.ours.sorted()[runs / 2], times.first.sorted()[runs / 2], times.empty.sorted()[runs / 2])
    }

    /// The first of the inquiries that `make demo` shows.
    private func question() -> URL? {
        let folder = root.appending(path: "Corpus/cases")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasPrefix("demo-") }.min().map { folder.appending(path: $0) }
    }
}
