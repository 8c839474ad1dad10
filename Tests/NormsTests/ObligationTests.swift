import Completions
import Norms
import Plans
import Samples
import Testing
import Vocabulary

@Suite("Every norm of a contract for one case")
struct ObligationTests {
    private let sample: NormSample

    init() throws { sample = try NormSample() }

    private func open(_ facts: String) throws -> [String: (waiting: [String], undecided: [String])] {
        let found = sample.reader.obligations(try sample.frame(facts)).open
        return Dictionary(
            uniqueKeysWithValues: found.map { one in
                (sample.name(one.norm), (sample.names(of: one.waiting), one.undecided.map { sample.sample.plan.decisions[$0].name }))
            })
    }

    @Test("Those that apply, of whatever decision, in the order of the contract")
    func inForce() throws {
        let facts = #""料金": {"開始日": "2026-05-20", "遅れ": true}, "ほか": {"貸出": true, "返却": false}"#
        let found = sample.reader.obligations(try sample.frame(facts))
        #expect(found.inForce.map { sample.name($0.norm) } == ["月額", "一人分", "検収", "連絡", "低い損害金", "返却", "保守の損害"])
        #expect(found.open.isEmpty)
    }

    @Test("With nothing known each waits for the facts of its condition and for the decisions that it reads")
    func open() throws {
        let found = try open("")
        #expect(Set(found.keys) == ["月額", "一人分", "検収", "連絡", "低い損害金", "返却", "保守の損害"], "under the reading that is followed")
        #expect(found["月額"]?.waiting == [] && found["月額"]?.undecided == ["支払"])
        #expect(found["低い損害金"]?.waiting == ["料金.遅れ"] && found["低い損害金"]?.undecided == ["支払"])
        #expect(found["返却"]?.waiting == ["ほか.貸出", "ほか.返却"] && found["返却"]?.undecided == [])
        #expect(found["保守の損害"]?.undecided == ["保守"])
    }

    @Test("What is settled does not wait, and what does not apply is neither in force nor open")
    func settled() throws {
        let lent = try open(#""料金": {"開始日": "2026-05-20"}, "ほか": {"貸出": true}"#)
        #expect(Set(lent.keys) == ["低い損害金", "返却"])
        #expect(lent["低い損害金"]?.undecided == [] && lent["返却"]?.waiting == ["ほか.返却"])
        let nothing = sample.reader.obligations(try sample.frame(#""料金": {"開始日": "2026-08-01"}, "ほか": {"貸出": false}"#))
        #expect(nothing.inForce.isEmpty && nothing.open.isEmpty)
    }
}
