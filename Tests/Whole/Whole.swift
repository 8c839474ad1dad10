import Contract
import Decisions
import Diagnostics
import Documents
import Facts
import Foundation
import Kiyaku
import Planning
import Plans
import Runtime
import Vocabulary

/// What each whole answer on the cases of a corpus costs, in ns of CPU: the least of some runs. One line each: case, decision, ns, and ns of each
/// part in its own company; of one part and one decision where these are named. `make whole` runs it beside the program of an earlier commit (Tests/Whole/run.py).
@main
struct Whole {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 3, let runs = Int(arguments[2]) else { fatalError("usage: KiyakuWhole ROOT RUNS [PART [DECISION]]") }
        let root = URL(filePath: arguments[1])
        let only = arguments.count > 3 ? Int(arguments[3]) : nil
        let asked = arguments.count > 4 ? arguments[4] : nil
        var files: RuleFiles?
        do throws(RuleFilesError) { files = try RuleFiles.read(root.appending(path: "Rules/rns").path) } catch { fatalError(error.wording.english) }
        guard let files, let contract = Compilation(files).contract else { fatalError("the rules have errors") }
        let plan = Plan(contract)
        let asking = Asking(plan)
        let folder = root.appending(path: "Corpus/cases")
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).filter({ $0.hasSuffix(".json") }).sorted() {
            let bytes = [UInt8](try Data(contentsOf: folder.appending(path: name)))
            let file = CaseFile(try DocumentFormat.detect(fileName: name, bytes: bytes).read(bytes), plan: plan)
            guard file.faults.isEmpty else { continue }
            for decision in Set(file.expectations.map(\.decision)).sorted() where asked == nil || plan.decisions[decision].name == asked {
                let parts = asking.parts.indices.filter { only == nil || $0 == only }.map { asking.parts[$0] }
                let times = parts.map { part in (0..<runs).map { _ in time { asking.ask(decision, file.reading.frame, part) } }.min() ?? 0 }
                print(([name, plan.decisions[decision].name] + times.map(String.init)).joined(separator: "\t"))
            }
        }
    }

    private static func time(_ body: () -> Void) -> UInt64 {
        let start = now
        body()
        return now - start
    }

    /// Of this thread alone: what else the machine does is left out.
    private static var now: UInt64 {
        var time = timespec()
        unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }
}
