import Kiyaku
import Diagnostics
import RuleTesting
import Decisions
import Plans
import Contract
import Foundation
@main enum M { static func main() {
  let path = CommandLine.arguments.dropFirst().first ?? "Rules/rns"
  do throws(RuleFilesError) {
    let c = Compilation(try RuleFiles.read(path), checksPatterns: true)
    print(DiagnosticText(files: c.files.sources, language: .japanese).render(c.diagnostics))
    if let plan = c.plan, let contract = c.contract {
      print("nodes", plan.nodes.count, "rules", plan.rules.count, "facts", plan.facts.count)
      let t = DiagnosticText(files: c.files.sources, language: .japanese)
      for r in RuleTestRunner(Decider(plan)).run(contract.tests) {
        print(r.isPassed ? "ok  " : "FAIL", r.range.map { t.place($0) } ?? "", r.label)
        for d in r.differences { print("     ", d.what, "期待:", d.expected, "実際:", d.found) }
      }
    }
  } catch { print(error.wording.japanese) }
} }
