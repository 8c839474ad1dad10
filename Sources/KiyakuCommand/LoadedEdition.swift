import ArgumentParser
import Diagnostics
import Kiyaku
import Values
import Vocabulary

/// The rules of a command, ready to answer.
extension Edition {
    /// Reads the rules, and compiles them unless they were before; where that fails says why and ends the command.
    ///
    /// - Parameter calendar: the file of the designated days that was asked for.
    static func load(_ options: CommonOptions, calendar: String? = nil, _ terminal: Terminal) throws -> Edition {
        try load(options.base, calendar: calendar, terminal)
    }

    /// Reads the rules, and compiles them unless they were before; where that fails says why and ends the command.
    static func load(_ options: RulesOptions, calendar: String? = nil, _ terminal: Terminal) throws -> Edition {
        let calendar = Installation.calendar(calendar)
        let files = try RuleFiles.load(options.rules, calendar: calendar, terminal)
        var edition = try compiling(terminal) { () throws(EditionError) in try Edition(files, shelf: Installation.plans) }
        if let calendar, !edition.hasCalendar {
            terminal.fail(RuleFilesError(kind: .unusedCalendar, path: calendar).wording)
            throw ExitStatus.badInput.exit
        }
        if let path = AttachedTerms.path(edition.vocabulary.title.name) { try edition.quote(path, options.rules, terminal) }
        return edition
    }

    /// Lets answers quote the contract's document; clauses that it words differently are named and not quoted.
    private mutating func quote(_ path: String, _ rules: String?, _ terminal: Terminal) throws {
        let differing = quote(try terminal.readQuotableOutline(path, rules), try terminal.readDigests(rules))
        guard !differing.isEmpty else { return }
        let (japanese, english) = (differing.prefix(5).joined(separator: "、"), differing.prefix(5).joined(separator: ", "))
        let more = differing.count > 5 ? " …" : ""
        terminal.fail(
            Wording(
                "「\(path)」は、規則を書いたときの文と \(differing.count) の条項で違うので、そこは引きません: \(japanese)\(more)（kiyaku terms verify で確かめられます）",
                "`\(path)` differs from the text that the rules were written for in \(differing.count) clauses, which are not quoted: \(english)\(more) (see kiyaku terms verify)"
            ))
    }

    /// The decisions that were asked for: by name, `all`, or the main one.
    func decisions(_ names: [String], _ terminal: Terminal) throws -> [Place<Decision>] {
        if names.isEmpty {
            guard let main = vocabulary.mainDecision else {
                terminal.fail(Wording("規則に判定がありません", "the rules have no decision"))
                throw ExitStatus.badRules.exit
            }
            return [main]
        }
        var found: [Place<Decision>] = []
        for name in names {
            guard let places = decisions(named: name) else { throw absent(name, terminal) }
            for place in places where !found.contains(place) { found.append(place) }
        }
        return found
    }

    private func absent(_ name: String, _ terminal: Terminal) -> ExitCode {
        let names = vocabulary.decisions.map(\.name)
        let hint = nearest(to: name, in: names).map { Wording("「\($0)」のことですか。", "did you mean `\($0)`? ") } ?? Wording("", "")
        terminal.fail(
            Wording(
                "判定「\(name)」はありません。\(hint.japanese)判定の一覧は kiyaku decisions、言葉から探すには kiyaku decisions 「…」 です",
                "there is no decision `\(name)`; \(hint.english)kiyaku decisions lists them, and finds them by words"))
        return ExitStatus.badInput.exit
    }
}

extension CheckedRules {
    /// Reads and compiles the rules; where that fails says why and ends the command.
    static func load(_ options: CommonOptions, _ terminal: Terminal) throws -> CheckedRules {
        let files = try RuleFiles.load(options.rules, terminal)
        return try compiling(terminal) { () throws(EditionError) in try CheckedRules(files) }
    }
}

extension RuleFiles {
    /// The rule files that were asked for, or those that come with the program; where they cannot be read says why and ends the command.
    static func load(_ rules: String?, calendar: String? = nil, _ terminal: Terminal) throws -> RuleFiles {
        do throws(RuleFilesError) {
            return try RuleFiles.installed(rules, calendar: calendar)
        } catch {
            terminal.fail(error.wording)
            throw ExitStatus.badRules.exit
        }
    }
}

/// Compiles rules; where they have errors says them and ends the command.
private func compiling<Value>(_ terminal: Terminal, _ body: () throws(EditionError) -> Value) throws -> Value {
    do throws(EditionError) {
        return try body()
    } catch {
        terminal.fail(error.text(terminal.language))
        terminal.fail(Wording("規則に誤りがあるため答えられません（\(error.errors.count) 件）", "the rules have \(error.errors.count) errors, so there is no answer"))
        throw ExitStatus.badRules.exit
    }
}
