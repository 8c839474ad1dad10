import Diagnostics
import Syntax
import Testing

@Suite("Trees of declarations")
struct DeclarationTreeTests {
    /// The one declaration of a text in which nothing is wrong.
    private func only(_ text: String) throws -> Item {
        let reading = SyntaxReading(text)
        #expect(reading.codes == [])
        #expect(reading.tree.items.count == 1)
        return try #require(reading.tree.items.first)
    }

    private struct OtherDeclaration: Error {}

    @Test(
        "The header takes its parts in any order",
        arguments: [
            "規約 見本 { 版 「二」 ; 表題 「題」 ; 主判定 d ; 当事者 甲 「利用者」, 乙 ; 回答者 乙 }",
            "contract 見本 { title 「題」\n answering 乙\n parties 甲 「利用者」, 乙\n main d\n edition 「二」 }",
        ])
    func header(text: String) throws {
        guard case .contract(let header) = try only(text) else { throw OtherDeclaration() }
        #expect(header.name.text == "見本" && header.title?.text == "題" && header.edition?.text == "二" && header.main?.text == "d")
        #expect(header.parties.map(\.name.text) == ["甲", "乙"] && header.parties.map(\.label?.text) == ["利用者", nil])
        #expect(header.answering?.text == "乙" && header.effective == nil && header.application == nil)
    }

    @Test(
        "A clause is one ID in every spelling",
        arguments: [
            ("第40条第1項第3号", "40.1.3"), ("第四十条第一項第三号", "40.1.3"), ("40条1項3号", "40.1.3"), ("条項 40.1.3", "40.1.3"), ("第15条第2項ただし書", "15.2.proviso"),
            ("別紙1Ⅴ（3）3", "app1.5.3.3"), ("別紙2注1", "app2.note1"), ("条項 app2.os.pc.1", "app2.os.pc.1"),
        ])
    func clauses(written: String, id: String) throws {
        guard case .clause(let clause) = try only(written + " 見出し 単項 「要旨」") else { throw OtherDeclaration() }
        #expect(clause.clause.id == id && clause.heading?.text == "見出し" && clause.isSole && clause.gist?.text == "要旨" && clause.also == nil)
        #expect(clause.isSpelledOut == written.hasPrefix("条項"))
    }

    @Test("A fact takes all that is said of it, and the next one begins where a name has a colon")
    func facts() throws {
        guard
            case .facts(let facts) = try only(
                """
                事実 端末.本体 「端末」 {
                  版 : 版 「版」 問 「版は」 変更可 主題 個人情報 表記 /a\\/b/, /c/
                  「Windows 7」 : 数 MB 裁量 乙 前提 端末.版 が 5.0 以上
                  期限 : 集合 種
                }
                """)
        else { throw OtherDeclaration() }
        #expect(!facts.isList && facts.path.map(\.text) == ["端末", "本体"])
        #expect(facts.facts.map(\.name.text) == ["版", "Windows 7", "期限"])
        let first = try #require(facts.facts.first)
        #expect(first.isChangeable && first.isPersonal && first.topic != nil && first.spellings.map(\.text.text) == ["a/b", "c"] && first.premise == nil)
        let second = facts.facts[1]
        #expect(second.discretion?.text == "乙" && second.premise != nil && second.question == nil && !second.isChangeable)
        guard case .number(unit: "MB") = second.type.kind, case .set(let kind) = facts.facts[2].type.kind else {
            Issue.record("other types")
            return
        }
        #expect(kind.text == "種")
    }

    @Test(
        "A rule keeps its requirements, waivers, readings and precedences",
        arguments: [
            "規則 r { もし a ; 要件 通知 : b ; ならば d = 可 ; 免除 第10条第1項 要件 申出 ; 優先 第2条, 規則 s ; かかわらず 第3条 ; ただし ; 解釈 i = 案 }",
            "rule r { when a ; requirement 通知 : b ; then d = 可 ; waives 10.1 requirement 申出 ; overrides 2, rule s ; notwithstanding 3 ; proviso ; interpretation i = 案 }",
        ])
    func rule(text: String) throws {
        guard case .rule(let rule) = try only(text) else { throw OtherDeclaration() }
        #expect(rule.condition != nil && rule.decision.text == "d" && rule.outcome.text == "可")
        #expect(rule.requirements.map(\.name.text) == ["通知"] && rule.waivers.map(\.requirement.text) == ["申出"])
        #expect(rule.precedences.map(\.form) == [.overrides, .notwithstanding, .proviso])
        #expect(rule.precedences.map(\.targets.count) == [2, 1, 0])
        #expect(rule.readings.map { [$0.interpretation.text, $0.reading.text] } == [["i", "案"]])
    }

    @Test(
        "A deadline is a text or a value, and the months of a duty are read in either order of words",
        arguments: [
            "費用 f { 期限 「月末」 ; 額 100円 ; 周期 毎月 2026-05 から 2027-04 まで }",
            "charge f { by 「月末」 ; amount 100円 ; recurring monthly from 2026-05 through 2027-04 }",
        ])
    func norm(text: String) throws {
        let reading = SyntaxReading(text)
        #expect(reading.codes.isEmpty)
        guard case .norm(let norm)? = reading.tree.items.first, case .wording(let wording)? = norm.deadline, let months = norm.recurrence else {
            Issue.record("no charge")
            return
        }
        #expect(norm.kind == .charge && wording.text == "月末" && norm.amount.map(reading.written) == "100[円]")
        #expect(reading.written(months.from) == "2026-05" && reading.written(months.through) == "2027-04")
    }

    @Test("A table knows its policy, and of every row what each cell asks")
    func table() throws {
        guard
            case .table(let table) = try only(
                """
                表 t 先勝ち {
                  | a.b | c || d | 条項 |
                  | - | 5.0 以上 || 可 | 第1条, app2.os.1 |
                  | {x, y} | ≥ 3 || 不可 | - |
                }
                """)
        else { throw OtherDeclaration() }
        #expect(table.policy == .first && table.inputs.count == 2 && table.outputs.map { $0.map(\.text) } == [["d"], ["条項"]])
        let kinds = table.rows.map { row in
            (row.cells + row.outputs).map { cell in
                switch cell.kind {
                case .any: "any"
                case .value: "value"
                case .comparison(let comparison, _): "\(comparison)"
                case .clauses(let clauses): clauses.map(\.id).joined(separator: "+")
                }
            }
        }
        #expect(kinds == [["any", "atLeast", "value", "1+app2.os.1"], ["value", "greaterOrEqual", "value", "any"]])
    }

    @Test("A test assigns, expects and lists records; a fact may be called like what a test says")
    func tests() throws {
        let reading = SyntaxReading(
            """
            試験 「x」 {
              基準日 2026-01-02 9:00
              物.a = { b = 1 ; c = 2 }, { b = 3 } 全員
              期待.額 = 5円
              物.人 = {} 全員
              期待 d = 可 根拠 第1条, 第2条 全根拠 3.1
              期待 d 未決
              期待 義務 g 期限 2026-05-31
              期待 費用 f なし
            }
            """)
        #expect(reading.codes.isEmpty)
        guard case .test(let test)? = reading.tree.items.first else {
            Issue.record("no test")
            return
        }
        #expect(test.asOf.map(reading.written) == "2026-01-02" && test.asOfTime.map(reading.written) == "9:00")
        #expect(test.assignments.map { reading.written($0.value) } == ["(records 2 complete)", "5[円]", "(records 0 complete)"])
        #expect(test.expectations.map { $0.grounds.map(\.id) } == [["1", "2"], []] && test.expectations.map { $0.allGrounds.map(\.id) } == [["3.1"], []])
        #expect(test.norms.map(\.applies) == [true, false] && test.norms.map(\.kind) == [.duty, .charge])
        #expect(test.norms.map { $0.deadline.map(reading.written) } == ["2026-05-31", nil])
    }

    @Test(
        "An expectation tells a side, and what holds under usual circumstances, alone or with the rest",
        arguments: [
            "試験 「x」 { 期待 d 側 否 ; 期待 d 未決 側 なし 根拠 第1条 通例 = 可 側 受ける 前提 物.a, 物.b ; 期待 d = 可 通例 なし ; 期待 d 通例 前提 物.a ; 側.a = 真 }",
            "test 「x」 { expect d side 否 ; expect d undetermined ground 1 side none usual = 可 side 受ける given 物.a, 物.b\nexpect d = 可\nusual none\nexpect d usual given 物.a\n側.a = true }",
        ])
    func sides(text: String) throws {
        guard case .test(let test) = try only(text) else { throw OtherDeclaration() }
        let told = test.expectations.map { expectation in
            func result(_ result: TestDeclaration.Expectation.Result?) -> String {
                if case .outcome(let name)? = result { name.text } else { result.map { "\($0)" } ?? "-" }
            }
            func side(_ side: TestDeclaration.Expectation.Side?) -> String {
                if case .named(let name)? = side { name.text } else { side == nil ? "-" : "nothing" }
            }
            let usual =
                switch expectation.usual {
                case .answer(let result_, let side_, let assumed)?: "\(result(result_)) \(side(side_)) \(assumed.map { $0.map(\.text).joined(separator: ".") })"
                case .nothing?: "nothing"
                case nil: "-"
                }
            return "\(result(expectation.result)) | \(side(expectation.side)) | \(expectation.grounds.map(\.id)) | \(usual)"
        }
        #expect(
            told == [
                "- | 否 | [] | -", #"undetermined | nothing | ["1"] | 可 受ける ["物.a", "物.b"]"#, "可 | - | [] | nothing", #"- | - | [] | - - ["物.a"]"#,
            ])
        #expect(test.assignments.map { $0.path.map(\.text) } == [["側", "a"]])
    }

    @Test("An expectation of nothing, or of two sides, is a mistake", arguments: ["期待 d", "期待 d 側", "期待 d 通例", "期待 d 側 否 側 可", "期待 d 通例 根拠 第1条"])
    func halfExpectations(text: String) {
        #expect(!SyntaxReading("試験 「x」 { \(text) }").codes.isEmpty)
    }

    @Test("A block knows its braces and its entries, an inner one before the one around it")
    func blocks() {
        let tree = SyntaxReading("試験 「x」 { a = { b = 1 } ; c = 2 }").tree
        let texts = tree.blocks.map { block in block.entries.map { tree.file.text(tree.range($0)) } }
        #expect(texts == [["b = 1"], ["a = { b = 1 }", "c = 2"]])
        #expect(tree.blocks.map { [tree.file.text(tree.tokens[$0.opening]), tree.file.text(tree.tokens[$0.closing])] } == [["{", "}"], ["{", "}"]])
    }
}
