package import Diagnostics
import Morphology

/// Why the words of a text were not compared. The main decision is then offered, and somebody chooses.
package enum RoutingFault: Sendable, Hashable {
    /// There is no dictionary for Japanese, or it cannot be used; in English, for reports.
    case noDictionary(String)
    /// The text is longer than what is read.
    case tooLong(bytes: Int)
    /// MeCab could not read it; its own words.
    case unread(String)

    init(_ error: MorphologyError) {
        switch error {
        case .noDictionary, .unusable, .otherEncoding: self = .noDictionary(error.description)
        case .tooLong(let bytes): self = .tooLong(bytes: bytes)
        case .failed(let reason): self = .unread(reason)
        }
    }

    package var wording: Wording {
        switch self {
        case .noDictionary(let reason):
            Wording(
                "日本語の辞書を使えないため、言葉から判定を選べません（\(reason)）。mecab-ipadic-utf8 を入れるか、判定を選んでください",
                "the dictionary for Japanese cannot be used, so no decision is chosen from the words (\(reason)); install mecab-ipadic-utf8, or choose one")
        case .tooLong(let bytes):
            Wording(
                "文が長すぎるため、判定を選べません（\(bytes) バイト。\(MorphologicalAnalyzer.longestText) バイトまで）",
                "the text is too long to choose a decision from: \(bytes) bytes, at most \(MorphologicalAnalyzer.longestText)")
        case .unread(let reason): Wording("文を読めないため、判定を選べません（\(reason)）", "the text cannot be read, so no decision is chosen: \(reason)")
        }
    }
}
