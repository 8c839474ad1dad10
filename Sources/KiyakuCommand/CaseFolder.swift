import Diagnostics
import Kiyaku

extension CaseFiles {
    /// The case files of a command; where the folder cannot be read, or the one that was asked for has none, says so and ends the command.
    static func read(_ folder: String?, _ options: CommonOptions, _ terminal: Terminal) throws -> CaseFiles {
        let files = CaseFiles(folder, rules: options.rules)
        guard let place = files.folder, !files.isReadable || folder != nil && files.paths.isEmpty else { return files }
        terminal.fail(
            files.isReadable
                ? Wording(
                    "\(place) に事例（.json か .yaml）がありません。--cases に、事例のあるフォルダを示してください",
                    "\(place) has no cases (.json or .yaml); name a folder that has with --cases")
                : Wording(
                    "事例のフォルダ \(place) を読めません。--cases に、読めるフォルダを示してください",
                    "the folder of cases \(place) cannot be read; name one that can with --cases"))
        throw ExitStatus.failed.exit
    }
}
