import Diagnostics
import Documents
import Records
import Testing

@Suite("Answers that another program gave")
struct OlderRecordTests {
    /// The forms of this program, and those of changes to come.
    private static func forms(_ later: [(touches: [AnswerPart], adds: [AnswerPart])]) -> AnswerForms {
        let now = AnswerForms.program
        return AnswerForms(
            now.changes
                + later.enumerated().map { number, change in
                    AnswerChange(
                        form: now.current + Int64(number) + 1, date: "2027-01-01", name: Wording("変更 \(number)", "change \(number)"),
                        what: Wording("見本", "an example"), touches: change.touches, adds: change.adds)
                })
    }

    /// A fault where it is one.
    private static func fault(_ record: OlderRecord, _ entry: RecordEntry, _ forms: AnswerForms = .program) -> RecordFault? {
        var replay = Replay(record.log, forms: forms)
        do throws(RecordFault) { _ = try replay.replay(entry) } catch { return error }
        return nil
    }

    @Test("The record of commit a969ad2 is whole, and each of its answers is given again by its own edition")
    func older() throws {
        let record = try OlderRecord()
        let found = try record.log.verify()
        #expect(found.faults == [])
        #expect((found.entries, found.erasures) == (14, 1))
        var replay = Replay(record.log)
        var (erased, statuses, again) = ([Int64](), Set<String>(), 0)
        try record.log.forEachAnswer(nil) { entry throws(RecordFault) in
            #expect(entry.form == 1)
            statuses.formUnion(entry.results.map(\.status))
            switch try replay.replay(entry) {
            case .erased: erased.append(entry.number)
            case .same, .changed: again += 1
            }
        }
        #expect((erased, again) == ([2], 12))
        #expect(statuses == ["determined", "undetermined", "conflict"])
        #expect(try record.answer(6).contains(#""by":"2026-12-31","amount":"1155円""#))
        #expect(try record.answer(12).contains(#""amount":"600000円""#))
    }

    @Test(
        "What an answer comes to is the same whichever program gives it",
        arguments: [
            (3, #""outcome":"可","possible""#, #""outcome":"不可","possible""#, "貸出可否: outcome"),
            (8, #""status":"conflict""#, #""status":"undetermined""#, "弁償: status"),
            (5, #"[{"clause":"3","#, #"[{"clause":"4","#, "貸出可否: grounds.clause"),
            (4, #""form":"#, #""way":"#, "貸出可否: defeated.way, defeated.form"),
            (6, "2026-12-31", "2026-12-30", "弁償: duties.by"), (6, "1155円", "1156円", "弁償: duties.amount"),
            (3, #","duties":[{"#, #","duties":[{},{"#, "貸出可否: duties"), (9, "2026-11-22T10:00:00", "2026-11-22T11:00:00", "as_of"),
            (1, #""rules_digest":"sha256:d"#, #""rules_digest":"sha256:e"#, "rules_digest"),
            (3, "申し込めば借りられる", "申し込めは\u{3099}借りられる", "貸出可否: grounds.gist"),
        ])
    func kept(number: Int64, from: String, to: String, places: String) throws {
        let record = try OlderRecord()
        let entry = try record.add(try record.answer(number), of: number, form: 1, from, to)
        // Not even a change that says so makes it right.
        let forms = Self.forms([(["decisions", "as_of", "rules_digest"], [])])
        for fault in [Self.fault(record, entry), Self.fault(record, entry, forms)] {
            #expect(fault?.code == .differentReplay)
            #expect(fault?.message.japanese.contains("（\(places)）") == true, "\(fault?.message.japanese ?? "")")
        }
    }

    @Test(
        "Another part that differs is reported under the changes that touch it, and is a fault where there is none",
        arguments: [
            (1, #""next_change":"2030-04-01""#, #""next_change":null"#, "next_change"), (3, #""approximate":false"#, #""approximate":true"#, "approximate"),
            (5, #""would_change":[{"set""#, #""would_change":[{"get""#, "would_change"), (9, #""missing":[{"#, #""missing":[{},{"#, "missing"),
            (10, #""other":""#, #""other":"別の"#, "interpretations"), (3, #""power":""#, #""power":"別の"#, "discretion"),
            (7, #""missing":["返却.返却日","#, #""missing":["#, "duties.missing"),
            (3, #""approximate":false"#, #""approximate":false,"of_then":1"#, "of_then"),
        ])
    func changed(number: Int64, from: String, to: String, part: String) throws {
        let record = try OlderRecord()
        let entry = try record.add(try record.again(number), of: number, form: AnswerForms.program.current, from, to)
        let fault = Self.fault(record, entry)
        #expect(fault?.code == .unexplainedReplay)
        #expect(fault?.message.japanese.contains(": \(part)") == true, "\(fault?.message.japanese ?? "")")
        #expect(Self.fault(record, entry, Self.forms([(["decisions.sources"], ["decisions.\(part)"])]))?.code == .unexplainedReplay)
        let place: AnswerPart = "decisions.\(part)"
        let forms = Self.forms([(["decisions.sources"], []), ([place], []), (["decisions.\(part).deeper"], []), ([place], [])])
        var replay = Replay(record.log, forms: forms)
        guard case .changed(let differences) = try replay.replay(entry) else {
            Issue.record("no difference")
            return
        }
        let news: [(change: AnswerChange, parts: Set<AnswerPart>)] = differences.byChange.filter { $0.change.form > AnswerForms.program.current }
        #expect(news.map(\.change.name.english) == ["change 1", "change 3"])
        #expect(news.map(\.parts) == [[place], [place]])
        #expect(news.first?.change.told([place]).japanese.hasSuffix("「変更 1」（2027-01-01）による違い: \(part)") == true)
    }

    @Test("A change explains only the answers of before")
    func since() throws {
        let record = try OlderRecord()
        let (answer, forms, now) = (try record.again(3), Self.forms([(["decisions.approximate"], [])]), AnswerForms.program.current)
        func code(_ form: Int64, _ to: String = #""approximate":true"#) throws -> DiagnosticCode? {
            Self.fault(record, try record.add(answer, of: 3, form: form, #""approximate":false"#, to), forms)?.code
        }
        #expect(try code(1) == nil)
        #expect(try code(now) == nil)
        #expect(try code(now + 1) == .unexplainedReplay)
        // Of a later program, and of none.
        #expect(try code(now + 2) == .unexplainedReplay)
        #expect(try code(0) == .unexplainedReplay)
        #expect(try code(now + 2, #""approximate":false"#) == nil)
    }

    @Test(
        "A key that answers have since a later change breaks no record that has it not",
        arguments: [
            (#","readings_matter_together":false"#, "decisions.readings_matter_together", DiagnosticCode.unexplainedReplay),
            (#","edition_in_force":null"#, "edition_in_force", .differentReplay), (#","primary":true"#, "decisions.grounds.primary", .differentReplay),
        ])
    func added(text: String, part: String, code: DiagnosticCode) throws {
        let record = try OlderRecord()
        let (answer, now) = (try record.again(3), AnswerForms.program.current)
        let entry = try record.add(answer, of: 3, form: now, text, "")
        #expect(Self.fault(record, entry)?.code == code)
        let forms = Self.forms([([], [AnswerPart(stringLiteral: part)])])
        #expect(Self.fault(record, entry, forms) == nil)
        // It is only not looked for where it could not be.
        let other = try record.add(answer, of: 3, form: now, text, text.replacing(/false|null|true/, with: "1"))
        #expect(Self.fault(record, other, forms)?.code == code)
        #expect(Self.fault(record, try record.add(answer, of: 3, form: forms.current, text, ""), forms)?.code == code)
    }

    @Test("The order of keys makes no difference")
    func order() throws {
        let record = try OlderRecord()
        let entry = try record.add(
            try record.again(3), of: 3, form: AnswerForms.program.current, #""status":"determined","outcome":"可""#, #""outcome":"可","status":"determined""#)
        var replay = Replay(record.log)
        #expect(try replay.replay(entry) == .same)
    }

    @Test("A record names the form of its answer")
    func named() throws {
        let record = try Record()
        let log = try RecordLog(record.files)
        _ = try log.append([record.draft()])
        let entry = try log.entry(1)
        #expect(entry.form == AnswerForms.program.current)
        #expect(JSONValue(entry.body).text().contains(#","form":\#(AnswerForms.program.current),"#))
        var replay = Replay(log)
        #expect(try replay.replay(entry) == .same)
    }

    @Test("The changes are in order, have names of their own, and touch nothing that is kept")
    func list() {
        let changes = AnswerForms.program.changes
        #expect(changes.map(\.form) == Array(1...Int64(changes.count)))
        #expect(changes.map(\.date) == changes.map(\.date).sorted())
        for names in [changes.map(\.name.japanese), changes.map(\.name.english)] { #expect(Set(names).count == names.count && !names.contains("")) }
        for change in changes {
            #expect(change.date.wholeMatch(of: /\d{4}-\d\d-\d\d/) != nil)
            for part in change.touches { #expect(!part.isKept, "\(change.name.english): \(part)") }
        }
    }
}
