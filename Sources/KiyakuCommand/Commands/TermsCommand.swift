import ArgumentParser
import Diagnostics
import Kiyaku
import Terms

/// `kiyaku terms`: the contract's document beside the rules.
struct TermsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "terms", abstract: "規約の文書を読み、規則と照らします。", subcommands: [TermsOutlineCommand.self])
}

extension Terminal {
    /// Reads a contract's document into its provisions; where that fails says why and ends the command.
    func readOutline(_ path: String, _ rules: String?) throws -> Outline {
        guard let bytes = read(path) else {
            fail(Wording("「\(path)」を読めません。名前と権限を確かめてください", "`\(path)` cannot be read; check its name and permissions"))
            throw ExitStatus.badInput.exit
        }
        do throws(TermsFileError) {
            return Outline.parse(bytes, names: try TermsFiles.rowNames(Installation.rules(rules)))
        } catch {
            fail(Wording("\(error.path):\(error.line): \(error.wording.japanese)", "\(error.path):\(error.line): \(error.wording.english)"))
            throw ExitStatus.badRules.exit
        }
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
