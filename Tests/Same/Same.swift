import Foundation

/// Whether the answers are what they were: `kiyaku-same check`, `record` and `show`; Tests/Same/run.sh says with which rules and cases.
@main
struct Same {
    static func main() async throws {
        var arguments = Array(CommandLine.arguments.dropFirst())
        let task = arguments.isEmpty ? "" : arguments.removeFirst()
        var options: [String: String] = [:]
        while arguments.count >= 2 {
            let name = arguments.removeFirst()
            options[name] = arguments.removeFirst()
        }
        guard ["check", "record", "show"].contains(task), arguments.isEmpty, let rules = options["--rules"], let cases = options["--cases"],
            let digests = options["--digests"], let program = options["--program"], let root = options["--root"]
        else {
            fail(
                "usage: KiyakuSame check|record|show --rules DIR --cases DIR --digests DIR --program FILE --root DIR"
                    + " [--part N] [--kind K] [--list FILE]")
        }
        let world = try World(rules: rules, cases: cases, program: program, root: root)
        var portions = world.portions
        if let kind = options["--kind"] { portions = portions.filter { $0.kind == kind } }
        if let part = options["--part"].flatMap({ Int($0) }), part > 1 { portions = world.sample(portions, oneOf: part) }
        switch task {
        case "record":
            let found = try await Run(portions).digests(of: world)
            try DigestFiles(folder: digests).write(found)
            print("\(found.count) digests of \(portions.count) portions are written")
        case "check":
            let known = try DigestFiles(folder: digests).read()
            let found = try await Run(portions).digests(of: world)
            // Where only a part was recorded the others have nothing to be compared with; those behind the last one of a form are not named at all.
            let isPart = known.values.contains(DigestFiles.notRecorded)
            let unknown = Set(found.keys.filter { known[$0] == DigestFiles.notRecorded || isPart && known[$0] == nil })
            let other = found.filter { known[$0.key] != $0.value && !unknown.contains($0.key) }.keys.sorted()
            let compared = found.count - unknown.count
            print("\(compared - other.count) of \(compared) blocks of answers are the same (\(known.count) are known)")
            if !unknown.isEmpty { print("\(unknown.count) blocks were not recorded and are not compared: make same-record writes all") }
            if compared == 0 { fail("nothing was compared") }
            if !other.isEmpty {
                if let list = options["--list"] { try Data(other.map { "\($0)\n" }.joined().utf8).write(to: URL(filePath: list)) }
                print("different, for example: \(other.prefix(10).map(\.description).joined(separator: " "))")
                print(DigestFiles.summary(other))
                exit(1)
            }
            if options["--part"] == nil, options["--kind"] == nil, known.count != found.count {
                fail("\(known.count - found.count) known blocks are no longer there")
            }
        default:
            // A block a line on standard input; each answer of it under its name.
            while let line = readLine() {
                guard let block = Block(line), let portion = world.portions.first(where: { $0.holds(block, world.plan) }) else {
                    fail("there is no block \(line)")
                }
                for (form, items) in try await portion.answers(world) where form == block.form {
                    for item in items { print("──── \(block) \(item.name)\n\(item.text)") }
                }
            }
        }
    }

    static func fail(_ message: String) -> Never {
        FileHandle.standardError.write(Data((message + "\n").utf8))
        exit(2)
    }
}

/// Portions of the work, done on all cores.
struct Run {
    let portions: [Portion]

    init(_ portions: [Portion]) { self.portions = portions }

    func digests(of world: World) async throws -> [Block: String] {
        var found: [Block: String] = [:]
        let cores = ProcessInfo.processInfo.activeProcessorCount
        try await withThrowingTaskGroup(of: [(Block, String)].self) { group in
            var waiting = portions[...]
            for _ in 0..<cores { if let next = waiting.popFirst() { group.addTask { try await next.digests(world) } } }
            while let done = try await group.next() {
                for (block, digest) in done { found[block] = digest }
                if let next = waiting.popFirst() { group.addTask { try await next.digests(world) } }
            }
        }
        return found
    }
}
