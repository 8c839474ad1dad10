package import Diagnostics

/// Why the pages cannot be shown: their files are missing or broken.
package struct PageFault: Error, Sendable, Hashable {
    /// What is wrong: one sentence.
    package let message: Wording
    /// What to do about it: one sentence.
    package let help: Wording

    static func missing(_ folder: String) -> PageFault {
        PageFault(
            message: Wording("画面のファイルがありません: \(folder)", "the files of the pages are missing: \(folder)"),
            help: Wording("インストールし直してください", "install the program again"))
    }

    static func broken(_ file: String, _ why: String) -> PageFault {
        PageFault(
            message: Wording("画面のファイル \(file) を読めません（\(why)）", "the file \(file) of the pages cannot be read (\(why))"),
            help: Wording("インストールし直してください", "install the program again"))
    }
}
