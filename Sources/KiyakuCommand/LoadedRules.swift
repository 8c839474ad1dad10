import ArgumentParser
import Contract
import Diagnostics
import Documents
import Facts
import Foundation
import Kiyaku
import Plans
import Values
import Vocabulary

/// The rules of a command, ready to answer.
struct LoadedRules {
    let files: RuleFiles
    /// As compiled.
    let compiled: Plan
    /// The same, with the contract's own words where its document is at hand.
    let plan: Plan

    /// Reads the rules, and compiles them unless they were before; where that fails says why and ends the command.
    static func load(_ options: CommonOptions, _ terminal: Terminal) throws -> LoadedRules { try load(options.base, terminal) }

    /// Reads the rules, and compiles them unless they were before; where that fails says why and ends the command.
    static func load(_ options: RulesOptions, _ terminal: Terminal) throws -> LoadedRules {
        let files = try read(options.rules, terminal)
        let shelf = Installation.plans
        let compiled: Plan
        if let plan = shelf?.plan(for: files) {
            compiled = plan
        } else {
            compiled = try CheckedRules.check(files, terminal).plan
            shelf?.keep(compiled, for: files)
        }
        var plan = compiled
        if let path = AttachedTerms.path(plan.title.name) { try attach(path, to: &plan, options.rules, terminal) }
        return LoadedRules(files: files, compiled: compiled, plan: plan)
    }

    /// Lets answers quote the contract's document; clauses that it words differently are named and not quoted.
    private static func attach(_ path: String, to plan: inout Plan, _ rules: String?, _ terminal: Terminal) throws {
        let differing = plan.attach(try terminal.readQuotableOutline(path, rules), try terminal.readDigests(rules))
        guard !differing.isEmpty else { return }
        let (japanese, english) = (differing.prefix(5).joined(separator: "、"), differing.prefix(5).joined(separator: ", "))
        let more = differing.count > 5 ? " …" : ""
        terminal.fail(
            Wording(
                "「\(path)」は、規則を書いたときの文と \(differing.count) の条項で違うので、そこは引きません: \(japanese)\(more)（kiyaku terms verify で確かめられます）",
                "`\(path)` differs from the text that the rules were written for in \(differing.count) clauses, which are not quoted: \(english)\(more) (see kiyaku terms verify)"
            ))
    }

    /// The rule files that were asked for, or those that come with the program.
    static func read(_ rules: String?, _ terminal: Terminal) throws -> RuleFiles {
        do throws(RuleFilesError) {
            return try RuleFiles.read(Installation.rules(rules))
        } catch {
            terminal.fail(error.wording)
            throw ExitStatus.badRules.exit
        }
    }

    /// The decisions that were asked for: by name, `all`, or the main one.
    func decisions(_ names: [String], _ terminal: Terminal) throws -> [Place<Decision>] {
        if names.isEmpty {
            guard let main = plan.mainDecision ?? plan.decisions.places.first else {
                terminal.fail(Wording("規則に判定がありません", "the rules have no decision"))
                throw ExitStatus.badRules.exit
            }
            return [main]
        }
        var found: [Place<Decision>] = []
        for name in names {
            for place in name == "all" ? Array(plan.decisions.places) : [try decision(name, terminal)] where !found.contains(place) { found.append(place) }
        }
        return found
    }

    private func decision(_ name: String, _ terminal: Terminal) throws -> Place<Decision> {
        if let number = plan.decisions.firstIndex(where: { $0.name == name }) { return Place(number) }
        let names = plan.decisions.map(\.name)
        let hint = nearest(to: name, in: names).map { Wording("「\($0)」のことですか。", "did you mean `\($0)`? ") } ?? Wording("", "")
        terminal.fail(
            Wording(
                "判定「\(name)」はありません。\(hint.japanese)あるのは \(names.joined(separator: "・")) です",
                "there is no decision `\(name)`; \(hint.english)there are: \(names.joined(separator: ", "))"))
        throw ExitStatus.badInput.exit
    }
}

/// Reads a document in JSON or YAML; where that fails says why and ends the command.
func readDocument(_ path: String, _ terminal: Terminal) throws -> DocumentNode {
    guard let bytes = terminal.read(path) else {
        terminal.fail(Wording("「\(path)」を読めません。名前と権限を確かめてください", "`\(path)` cannot be read; check its name and permissions"))
        throw ExitStatus.badInput.exit
    }
    do throws(DocumentError) {
        return try DocumentFormat.detect(fileName: path == "-" ? nil : path, bytes: bytes).read(bytes)
    } catch {
        terminal.fail(FactFault.unreadable(error).text(in: path, terminal.language))
        throw ExitStatus.badInput.exit
    }
}

/// Faults for programs.
func json(_ faults: [FactFault], _ path: String) -> JSONValue {
    .object([
        ("schema", "kiyaku.faults/1"), ("file", .string(path)),
        (
            "faults",
            .array(
                faults.map { fault in
                    .object([
                        ("code", .string(fault.code.rawValue)), ("path", .string(fault.path)), ("line", .integer(Int64(fault.position.line))),
                        ("column", .integer(Int64(fault.position.column))), ("message", .string(fault.message.japanese)),
                        ("message_en", .string(fault.message.english)), ("help", .string(fault.help.japanese)),
                        ("help_en", .string(fault.help.english)), ("suggestion", fault.suggestion.map { .string($0) } ?? .null),
                    ])
                })
        ),
    ])
}
