import Decisions
import Diagnostics
import Documents
import Facts
import Kiyaku
import Records

/// Records answers before they are given.
func record(
    _ answers: [Answer], _ reading: FactReading, _ facts: DocumentNode, _ edition: Edition, in files: RecordFiles, _ terminal: Terminal
) throws {
    let judged = Edition.Judged(reading: reading, answers: answers)
    let draft = RecordDraft(judged, of: edition, facts: facts, by: personAtTheCommandLine(), at: Clock.timestamp(), program: programVersion)
    let numbers = try recording(terminal) { () throws(RecordFault) in
        let log = try RecordLog(files)
        try files.editions.keep(edition)
        return try log.append([draft])
    }
    for number in numbers { terminal.fail(Wording("記録しました: 番号 \(number)", "recorded as number \(number)")) }
}
