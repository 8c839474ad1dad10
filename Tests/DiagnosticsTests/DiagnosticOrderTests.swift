import Diagnostics
import Testing

@Suite("Codes, severities and the order of findings")
struct DiagnosticOrderTests {
    private func finding(_ code: DiagnosticCode, file: Int = 0, at start: Int = 0, end: Int = 0, _ message: String = "") -> Diagnostic {
        Diagnostic(code, at: SourceRange(file: SourceID(file), start: start, end: end), Wording(message, message), help: Wording("", ""))
    }

    @Test("Findings are read by file, then by place, then by code, whatever order they were found in")
    func order() {
        let sorted = [
            finding(.unknownName, file: 0, at: 9), finding(.unexpectedToken, file: 0, at: 100), finding(.missingToken, file: 0, at: 100),
            finding(.unusedFact, file: 0, at: 100), finding(.invalidUTF8, file: 2, at: 0), finding(.invalidUTF8, file: 10, at: 0),
        ]
        #expect(sorted.reversed().inReadingOrder == sorted)
        #expect([sorted[3], sorted[0], sorted[5], sorted[2], sorted[4], sorted[1]].inReadingOrder == sorted)
        #expect([Diagnostic]().inReadingOrder.isEmpty)
    }

    @Test("Only errors keep rules from running")
    func errors() {
        #expect(![Diagnostic]().hasErrors)
        #expect(![finding(.unusedFact), finding(.conflictingRules)].hasErrors)
        #expect([finding(.unusedFact), finding(.unknownName)].hasErrors)
    }

    @Test("Advice is less than a warning, and a warning less than an error")
    func severities() {
        #expect(Severity.advice < .warning && Severity.warning < .error && Severity.advice < .error)
        #expect([Severity.error, .advice, .warning].sorted() == [.advice, .warning, .error])
        #expect(!(Severity.error < .error))
    }

    @Test("A code is K, the number of its kind, and three digits", arguments: DiagnosticCode.allCases)
    func codes(code: DiagnosticCode) throws {
        #expect(code.rawValue.wholeMatch(of: /K[1-8][0-9]{3}/) != nil)
    }

    @Test("What is wrong in spelling, names, facts or the record is an error; what lint says never is", arguments: DiagnosticCode.allCases)
    func kinds(code: DiagnosticCode) {
        switch code.rawValue.prefix(2) {
        case "K1", "K2", "K8": #expect(code.severity == .error)
        // A date in an era is read, and facts that could not all be held against each other are judged; one is only told.
        case "K5": #expect(code.severity == ([.eraNotation, .unsettledConstraints].contains(code) ? .advice : .error))
        case "K6": #expect(code.severity < .error)
        default: break
        }
    }

    @Test("A finding is as severe as its code")
    func severity() {
        #expect(finding(.unusedDefinition).severity == .advice && finding(.missingRows).severity == .warning && finding(.rowWidth).severity == .error)
    }
}
