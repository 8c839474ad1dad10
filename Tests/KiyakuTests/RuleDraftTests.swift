import Diagnostics
import Kiyaku
import RuleTesting
import Testing

@Suite("Rules as they would be")
struct RuleDraftTests {
    private static let rules = """
        規約 見本 { 当事者 甲 }
        事実 物 「物」 { 赤 : 真偽 「赤」 問 「赤ですか」 ; 青 : 真偽 「青」 問 「青ですか」 }
        判定 可否 「できるか」 { 結果 可 「できる」 ; 既定 不可 「できない」 }
        第1条 「赤」
        規則 赤 { もし 物.赤 ならば 可否 = 可 }
        第2条 「青」
        規則 青 { もし 物.青 ならば 可否 = 可 }
        試験 「赤い」 { 基準日 2026-07-01 ; 物.赤 = 真 ; 期待 可否 = 可 }

        """

    /// Other rules than those of the program come without cases.
    private static let noCases = CaseFiles(nil, rules: "")

    private func draft(_ text: String, file: String = "a.kiyaku") throws -> RuleDraft {
        let files = RuleFiles(sources: [SourceFile(path: "a.kiyaku", bytes: Array(Self.rules.utf8))])
        return RuleDraft(try Edition(files), file: file, text: text)
    }

    @Test("The same rules are no change")
    func same() throws {
        #expect(try draft(Self.rules).changes.isEmpty && draft(Self.rules).findings.isEmpty)
    }

    @Test("A rule is changed, added or removed, by its name and its clause")
    func changes() throws {
        let changed = try draft(Self.rules.replacing("もし 物.赤 ", with: "もし 物.赤 でない "))
        #expect(changed.changes.map(\.name) == ["赤"] && changed.changes.map(\.kind) == [.changed] && changed.changes.map(\.clause) == ["1"])
        let renamed = try draft(Self.rules.replacing("規則 青 ", with: "規則 緑 ")).changes
        #expect(Set(renamed.map { "\($0.kind) \($0.name) \($0.clause ?? "-")" }) == ["added 緑 2", "removed 青 2"])
    }

    @Test("A file may be added to the rules")
    func added() throws {
        let draft = try draft("第3条 「どちらも」\n規則 紫 { もし 物.赤 かつ 物.青 ならば 可否 = 可 }\n", file: "b.kiyaku")
        #expect(draft.changes.map(\.name) == ["紫"] && draft.changes.map(\.clause) == ["3"] && draft.sources.count == 2)
    }

    @Test("Rules with errors have findings, and neither changes nor trials")
    func errors() throws {
        let draft = try draft(Self.rules.replacing("もし 物.赤 ", with: "もし 物.無い "))
        #expect(draft.findings.hasErrors && draft.changes.isEmpty)
        #expect(draft.trials(Self.noCases, language: .japanese) == nil && draft.flips(Self.noCases).isEmpty)
    }

    @Test("Its tests are run on the rules as they would be")
    func trials() throws {
        #expect(try draft(Self.rules).trials(Self.noCases, language: .japanese)?.map(\.result.isPassed) == [true])
        #expect(try draft(Self.rules.replacing("もし 物.赤 ", with: "もし 物.赤 でない ")).trials(Self.noCases, language: .japanese)?.map(\.result.isPassed) == [false])
    }

    @Test("A case that would be answered otherwise is told with both answers; one of which nothing is expected, or that stays, is not")
    func flips() throws {
        let expect = #"[{"decision": "可否", "outcome": "可"}]"#
        let cases = [
            "red.json": #"{"as_of": "2026-07-01", "facts": {"物": {"赤": true, "青": false}}, "expect": \#(expect)}"#,
            "blue.json": #"{"as_of": "2026-07-01", "facts": {"物": {"赤": true, "青": true}}, "expect": \#(expect)}"#,
            "silent.json": #"{"as_of": "2026-07-01", "facts": {"物": {"赤": true, "青": false}}, "expect": []}"#,
        ]
        try TemporaryFolder.with(cases) { folder in
            let files = CaseFiles(folder, rules: nil)
            #expect(try draft(Self.rules).flips(files).isEmpty)
            let flips = try draft(Self.rules.replacing("もし 物.赤 ", with: "もし 物.赤 でない ")).flips(files)
            #expect(flips.map(\.name) == ["red.json"] && flips.map(\.question) == ["できるか"])
            #expect(flips.map(\.before) == ["できる"] && flips.map(\.after) == ["できない"])
        }
    }
}
