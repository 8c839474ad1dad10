import ArgumentParser
import Diagnostics
import Kiyaku
import Terms

/// `kiyaku terms`: the contract's document beside the rules.
struct TermsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "terms", abstract: "規約の文書を読み、規則と照らします。",
        subcommands: [
            TermsOutlineCommand.self, TermsVerifyCommand.self, TermsAttachCommand.self, TermsCompareCommand.self, TermsDigestCommand.self,
        ])
}

extension Terminal {
    /// Reads a contract's document into its provisions; where that fails says why and ends the command.
    func readOutline(_ path: String, _ rules: String?) throws -> Outline {
        guard let bytes = read(path) else { throw unreadable(path) }
        return try outline(bytes, rules)
    }

    /// An outline to quote by digests, which tell a clause in doubt from one that is as it was; where the document cannot be read says why
    /// and ends the command.
    func readQuotableOutline(_ path: String, _ rules: String?) throws -> Outline {
        let outline = try readOutline(path, rules)
        guard outline.isReadable else {
            warn(outline, path)
            throw ExitStatus.badInput.exit
        }
        return outline
    }

    /// An outline to rely on; where the document cannot be read with confidence says why and ends the command.
    func readSoundOutline(_ path: String, _ rules: String?) throws -> Outline {
        guard let bytes = read(path) else { throw unreadable(path) }
        return try soundOutline(bytes, path, rules)
    }

    /// An outline to rely on, of a document that was read already.
    func soundOutline(_ bytes: [UInt8], _ path: String, _ rules: String?) throws -> Outline {
        let outline = try outline(bytes, rules)
        guard outline.isCertain else {
            warn(outline, path)
            throw ExitStatus.badInput.exit
        }
        return outline
    }

    private func outline(_ bytes: [UInt8], _ rules: String?) throws -> Outline {
        do throws(TermsFileError) {
            return try TermsFiles.outline(bytes, Installation.rules(rules))
        } catch {
            throw unusable(error)
        }
    }

    /// The digests that come with the rules; where there are none says so and ends the command.
    func readDigests(_ rules: String?) throws -> ClauseDigests {
        if let digests = try digests(rules) { return digests }
        fail(
            Wording(
                "規則のフォルダに digests.csv がありません。kiyaku terms digest FILE --write で作ってください",
                "there is no digests.csv with the rules; write it by kiyaku terms digest FILE --write"))
        throw ExitStatus.badRules.exit
    }

    /// The provisions of a document that are worded as when the rules were written; where there are none says so.
    func provisionsOfRules(_ outline: Outline, _ rules: String?) throws -> Set<String> {
        let known = Set(try digests(rules)?.compared(to: ClauseDigests(outline)).same ?? [])
        if known.isEmpty {
            fail(
                Wording(
                    "前の文書が、規則を書いたときの文であると確かめられません（規則の digests.csv）。関わる規則と事例は挙げません",
                    "the old document cannot be shown to be the one that the rules were written for (digests.csv); what the changes touch is not listed"))
        }
        return known
    }

    /// Says that a file cannot be read.
    func unreadable(_ path: String) -> ExitCode {
        fail(Wording("「\(path)」を読めません。名前と権限を確かめてください", "`\(path)` cannot be read; check its name and permissions"))
        return ExitStatus.badInput.exit
    }

    private func digests(_ rules: String?) throws -> ClauseDigests? {
        do throws(TermsFileError) {
            return try TermsFiles.digests(Installation.rules(rules))
        } catch {
            throw unusable(error)
        }
    }

    private func unusable(_ error: TermsFileError) -> ExitCode {
        fail(Wording("\(error.path):\(error.line): \(error.wording.japanese)", "\(error.path):\(error.line): \(error.wording.english)"))
        return ExitStatus.badRules.exit
    }

    /// Says what keeps a document from being read with confidence.
    func warn(_ outline: Outline, _ path: String) {
        for finding in outline.findings {
            let (first, last) = (finding.lines.lowerBound, finding.lines.upperBound)
            let place = first == last ? "\(first)" : "\(first)-\(last)"
            fail("\(path):\(place): \(finding.code.rawValue) \(finding.message(language))")
            fail("    → \(finding.help(language))")
        }
    }
}
