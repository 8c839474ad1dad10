import Contract
import Decisions
import Diagnostics
import Planning
import Plans
import Runtime
import Syntax
import Vocabulary

/// Any bytes as a rule file: nothing may trap, and what passes the checks must run.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let file = unsafe SourceFile(path: "fuzz.kiyaku", bytes: [UInt8](UnsafeBufferPointer(start: start, count: count)))
    let checked = CheckedContract.check([.parse(file, id: SourceID(0))], data: [:])
    for language in [MessageLanguage.japanese, .english] { _ = DiagnosticText(files: [file], language: language).render(checked.diagnostics) }
    guard let contract = checked.contract else { return 0 }
    let plan = Plan(contract)
    let decider = Decider(plan, budget: 2_000)
    let frame = FactFrame(plan, asOf: 20_000, time: nil)
    for decision in plan.decisions.places.prefix(4) { _ = decider.answer(decision, frame) }
    return 0
}
