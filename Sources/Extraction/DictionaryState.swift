package import Diagnostics
import Morphology

/// With which dictionary a text was read, and what follows from it.
package enum DictionaryState: Sendable, Hashable {
    /// No phrase needed one.
    case unused
    /// The one that the readings were measured with.
    case usual(digest: String)
    /// Another one: every reading is to be confirmed.
    case other(digest: String)
    /// None: only regular expressions were looked for, and every reading is to be confirmed.
    case missing(reason: String)

    /// Readings may be wrong that otherwise are right.
    var isDoubtful: Bool {
        switch self {
        case .unused, .usual: false
        case .other, .missing: true
        }
    }

    /// What a reader has to be told; nil where all is as usual.
    package var wording: Wording? {
        switch self {
        case .unused, .usual: nil
        case .other(let digest):
            Wording(
                "辞書が、読み取りを測ったものと違います（要約値 \(digest.prefix(12))…）。読み取りは、すべて確かめてください",
                "the dictionary is not the one the readings were measured with (digest \(digest.prefix(12))…); confirm every reading")
        case .missing(let reason):
            Wording(
                "日本語の辞書がないので、言葉の表記は読めません（\(reason)）。読み取りは、すべて確かめてください",
                "there is no Japanese dictionary, so words could not be looked for (\(reason)); confirm every reading")
        }
    }

    /// The digest of what was used.
    package var digest: String? {
        switch self {
        case .usual(let digest), .other(let digest): digest
        case .unused, .missing: nil
        }
    }

    /// Debian's mecab-ipadic-utf8, as measured (docs/extraction.md).
    static let usualDigest = "sha256:6f261e1f6fb05d52547aab7e57e4d006e87703f3198b0d110267065bd37c10b6"

    init(_ dictionary: MorphologicalDictionary) {
        let digest = dictionary.digest.map { "\($0)" } ?? ""
        self = digest == Self.usualDigest ? .usual(digest: digest) : .other(digest: digest)
    }
}
