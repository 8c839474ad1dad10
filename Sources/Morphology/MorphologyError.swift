/// Why texts cannot be analysed. Whoever reads goes on without, and has every reading confirmed.
package enum MorphologyError: Error, Sendable, Hashable {
    /// There is no dictionary at any of these places.
    case noDictionary([String])
    /// MeCab could not open it; its own words.
    case unusable(String, reason: String)
    /// It is not in UTF-8.
    case otherEncoding(String, String)
    /// The text is longer than `MorphologicalAnalyzer.longestText`.
    case tooLong(bytes: Int)
    /// MeCab could not analyse a sentence; its own words.
    case failed(String)
}

extension MorphologyError: CustomStringConvertible {
    /// In English, for reports.
    package var description: String {
        switch self {
        case .noDictionary(let places): "no dictionary for Japanese at \(places.joined(separator: ", ")); install mecab-ipadic-utf8"
        case .unusable(let place, let reason): "\(place) is no dictionary of MeCab: \(reason)"
        case .otherEncoding(let place, let encoding): "the dictionary at \(place) is in \(encoding), not in UTF-8"
        case .tooLong(let bytes): "text of \(bytes) bytes, at most \(MorphologicalAnalyzer.longestText)"
        case .failed(let reason): "MeCab: \(reason)"
        }
    }
}
