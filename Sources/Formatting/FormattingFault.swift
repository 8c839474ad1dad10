package import Diagnostics

/// Why a file is left as it is.
package enum FormattingFault: Error, Sendable, Hashable {
    /// The file has errors: what it says is not known well enough to write it anew.
    case hasErrors([Diagnostic])
    /// Something that the tree does not hold, such as the first of two 問 of one fact.
    case notInTree(SourceRange)
    /// The new text would not say the same. Never the author's mistake.
    case wouldChange

    /// What to tell the author.
    package var wording: Wording {
        switch self {
        case .hasErrors:
            Wording("誤りのあるファイルは整形しません。先に誤りを直してください", "a file with errors is not formatted; mend the errors first")
        case .notInTree:
            Wording(
                "ここは二度書かれているため整形できません。一方を消してください",
                "this is written twice and cannot be formatted; remove one of them")
        case .wouldChange:
            Wording(
                "整形すると意味が変わるおそれがあるため、ファイルをそのまま残しました",
                "formatting might have changed the meaning, so the file was left as it is")
        }
    }
}
