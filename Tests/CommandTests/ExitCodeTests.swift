import Testing

/// One way to call the program, and the code that it ends with.
struct Call: Sendable, CustomTestStringConvertible {
    let what: String
    let arguments: [String]
    var input = ""
    /// A rule file that is written to `extra/x.kiyaku` before.
    var extra: String?
    let code: Int32
    /// Whether the reason stands on standard error.
    var saysWhy: Bool { [2, 3, 64].contains(code) || isPlainError }
    /// An error that ends with 1.
    var isPlainError = false

    var testDescription: String { "\(what): \(code)" }
}

@Suite("Exit codes", .enabled(if: Command.isBuilt, Command.absence))
struct ExitCodeTests {
    private static let head = "規約 x { 当事者 甲 「一」, 乙 「二」 }\n列挙 色 { 赤 ; 青 }\n事実 物 「物」 { 色 : 色 「色」 問 「色は」 }\n判定 可否 { 結果 可, 否 ; 既定 否 }\n第1条 「要旨」\n"
    private static let unused = head + "定義 暗い = 物.色 = 青\n規則 赤 { もし 物.色 = 赤 ならば 可否 = 可 }\n"
    private static let failing = head + "規則 赤 { もし 物.色 = 赤 ならば 可否 = 可 }\n試験 「逆」 { 基準日 2026-01-01 ; 物.色 = 赤 ; 期待 可否 = 否 }\n"
    private static let wrong = head + "規則 赤 { もし 物.形 = 赤 ならば 可否 = 可 }\n"

    static let calls = [
        Call(what: "a case that is determined", arguments: ["decide", "-"], input: SmallRules.settled, code: 0),
        Call(what: "rules whose tests pass", arguments: ["test"], code: 0),
        Call(what: "rules without errors", arguments: ["lint"], code: 0),
        Call(what: "help", arguments: ["decide", "--help"], code: 0),
        Call(what: "a test that fails", arguments: ["test", "--rules", "extra"], extra: failing, code: 1),
        Call(what: "a filter that selects no test", arguments: ["test", "どこにもない"], code: 1, isPlainError: true),
        Call(what: "rules without tests", arguments: ["test", "--rules", "extra"], extra: head, code: 1, isPlainError: true),
        Call(what: "a folder of cases that is not there", arguments: ["test", "--cases", "/nonexistent"], code: 1, isPlainError: true),
        Call(what: "a folder without cases", arguments: ["test", "--cases", "extra"], extra: head, code: 1, isPlainError: true),
        Call(what: "coverage by cases that are not there", arguments: ["cover", "--clauses", "--cases", "/nonexistent"], code: 1, isPlainError: true),
        Call(what: "a file that is not in canonical form", arguments: ["fmt", "--check", "extra"], extra: head, code: 1),
        Call(what: "a fact that does not exist", arguments: ["decide", "-"], input: #"{"as_of": "2026-11-22", "なぞ": 1}"#, code: 2),
        Call(what: "a document cut short", arguments: ["decide", "-"], input: #"{"as_of":"#, code: 2),
        Call(what: "a file that is not there", arguments: ["decide", "nowhere.json"], code: 2),
        Call(what: "a decision that does not exist", arguments: ["decide", "-", "--decision", "対象"], input: SmallRules.settled, code: 2),
        Call(what: "a day that is none", arguments: ["decide", "-", "--as-of", "きのう"], input: SmallRules.settled, code: 2),
        Call(what: "a clause that is not there", arguments: ["clause", "第99条"], code: 2),
        Call(what: "a code that does not exist", arguments: ["explain", "K9999"], code: 2),
        Call(what: "rules with an error", arguments: ["decide", "-", "--rules", "extra"], input: SmallRules.settled, extra: wrong, code: 3),
        Call(what: "lint of rules with an error", arguments: ["lint", "extra"], extra: wrong, code: 3),
        Call(what: "format of a file that does not parse", arguments: ["fmt", "-"], input: "規則 {", code: 3),
        Call(what: "rules that are not there", arguments: ["facts", "--rules", "/nonexistent"], code: 3),
        Call(what: "a case that is not settled", arguments: ["decide", "-"], input: SmallRules.open, code: 10),
        Call(what: "an interview that is broken off", arguments: ["ask"], input: "中断\n", code: 10),
        Call(what: "rules that disagree", arguments: ["decide", "-", "--decision", "費用"], input: SmallRules.disputed, code: 11),
        Call(what: "the worst of several answers", arguments: ["decide", "-", "--decision", "all"], input: SmallRules.disputed, code: 11),
        Call(what: "no such command", arguments: ["decid"], code: 64),
        Call(what: "no such option", arguments: ["facts", "--quiet"], code: 64),
        Call(what: "no such format", arguments: ["facts", "--format", "xml"], code: 64),
        Call(what: "an argument left out", arguments: ["decide"], code: 64),
    ]

    @Test("Each kind of end has its code, and the reason is said", arguments: calls)
    func ends(_ call: Call) async throws {
        let rules = try SmallRules()
        if let extra = call.extra { try rules.folder.write("extra/x.kiyaku", extra) }
        var arguments = call.arguments.map { $0 == "extra" ? rules.folder.place("extra") : $0 }
        if !arguments.contains("--rules") { arguments += ["--rules", rules.path] }
        let outcome = try await Command.run(arguments, input: call.input)
        #expect(outcome.code == call.code, "\(outcome.output)\(outcome.errors)")
        #expect(!(outcome.output + outcome.errors).isEmpty)
        if call.saysWhy, call.arguments.first != "lint" { #expect(!outcome.errors.isEmpty) }
    }

    @Test("Advice and warnings fail only where that is asked for")
    func strict() async throws {
        let rules = try SmallRules()
        try rules.folder.write("extra/x.kiyaku", Self.unused)
        let findings = try await rules.run("lint", rules.folder.place("extra"), "--format", "json").json["diagnostics"]?.elements ?? []
        let hasWarning = findings.contains { $0["severity"] == "warning" }
        #expect(!findings.isEmpty)
        #expect(try await rules.run("lint", rules.folder.place("extra")).code == 0)
        #expect(try await rules.run("lint", "--strict", rules.folder.place("extra")).code == (hasWarning ? 1 : 0))
    }
}
