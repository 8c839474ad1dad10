import Diagnostics
import Documents
import Records

/// What came of giving answers again. It grows by a number for each that is not the same, so that all of a long record fit.
struct ReplaySummary: Bilingual {
    /// What a change is behind.
    private struct Effect {
        var parts: Set<AnswerPart> = []
        var records: [Int64] = []
    }

    /// So many numbers of records are shown to people.
    private static let mostListed = 20

    let language: MessageLanguage
    private(set) var faults: [RecordFault] = []
    private var same = 0
    private var changed = 0
    private var erased: [Int64] = []
    private var effects: [AnswerChange: Effect] = [:]

    init(_ language: MessageLanguage) { self.language = language }

    mutating func add(_ number: Int64, _ outcome: Replay.Outcome) {
        switch outcome {
        case .same: same += 1
        case .erased: erased.append(number)
        case .changed(let differences):
            changed += 1
            for (change, parts) in differences.byChange {
                effects[change, default: Effect()].parts.formUnion(parts)
                effects[change, default: Effect()].records.append(number)
            }
        }
    }

    mutating func add(_ fault: RecordFault) { faults.append(fault) }

    private var changes: [(change: AnswerChange, effect: Effect)] { effects.sorted { $0.key.form < $1.key.form }.map { ($0.key, $0.value) } }

    /// For people: each change that made a difference, then the counts.
    var lines: [String] {
        changes.map { change, effect in
            let numbers =
                effect.records.prefix(Self.mostListed).map(String.init).joined(separator: ", ") + (effect.records.count > Self.mostListed ? ", …" : "")
            return change.told(effect.parts)(language) + word("。\(change.what.japanese)。記録 \(numbers)", "; \(change.what.english); records \(numbers)")
        } + [
            word(
                "同じ判定 \(same) 件、後の変更による違い \(changed) 件、事実の消去 \(erased.count) 件、誤り \(faults.count) 件",
                "\(same) answers the same, \(changed) different by later changes, \(erased.count) with facts erased, \(faults.count) faults")
        ]
    }

    /// `kiyaku.replay/1`.
    var json: JSONValue {
        [
            "schema": "kiyaku.replay/1", "form": .integer(AnswerForms.program.current), "same": .integer(Int64(same)), "changed": .integer(Int64(changed)),
            "erased": numbers(erased), "changes": .array(changes.map { .object($0.members($1.parts) + [("records", numbers($1.records))]) }),
            "faults": .array(faults.map(\.json)),
        ]
    }

    private func numbers(_ numbers: [Int64]) -> JSONValue { .array(numbers.map { .integer($0) }) }
}
