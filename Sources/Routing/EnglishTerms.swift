/// The words of texts in English.
enum EnglishTerms {
    /// Words that say nothing of what is asked.
    private static let empty: Set<String> = [
        "the", "an", "we", "you", "your", "our", "my", "us", "me", "it", "its", "is", "are", "was", "were", "be", "been", "to", "of", "and", "or", "in", "on",
        "at", "for", "with", "by", "from", "that", "this", "these", "those", "as", "if", "so", "not", "no", "do", "does", "did", "has", "have", "had", "can",
        "could", "would", "should", "will", "shall", "may", "might", "must", "am", "he", "she", "they", "him", "her", "them", "his", "their", "there", "here",
        "what", "which", "who", "where", "when", "how", "why", "any", "some", "all", "one", "just", "also", "but", "than", "then", "about", "into", "up",
        "down", "over", "only", "very", "more", "most", "please", "thank", "thanks", "hello", "hi", "dear", "don", "re", "ve", "ll", "customer", "know", "tell",
    ]

    /// Letters only, in lower case, without the commonest endings; nil for words that say nothing.
    static func stem(_ word: String) -> String? {
        var letters = Array(word.lowercased().utf8)
        guard letters.count >= 2, letters.allSatisfy({ (0x61...0x7A).contains($0) }), !empty.contains(word.lowercased()) else { return nil }
        for (ending, rest) in endings where letters.count - ending.count >= 3 && letters.suffix(ending.count).elementsEqual(ending) {
            letters.removeLast(ending.count)
            letters += rest
            break
        }
        if letters.count > 4, letters.last == UInt8(ascii: "e") { letters.removeLast() }
        if letters.count > 4, letters.last == letters.dropLast().last { letters.removeLast() }
        return "en:" + String(decoding: letters, as: UTF8.self)
    }

    private static let endings: [(ending: [UInt8], rest: [UInt8])] = [
        ("ies", "y"), ("sses", "ss"), ("ss", "ss"), ("ing", ""), ("ed", ""), ("es", "e"), ("ly", ""), ("s", ""),
    ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

    /// The sentences of a text in English.
    static func sentences(_ text: String) -> [AskedSentence] {
        var sentences: [AskedSentence] = []
        var (terms, words): ([Term], [String]) = ([], [])
        var (start, wordStart, offset) = (0, 0, 0)
        var letters = ""
        var last: Term?
        func word() {
            defer { letters = "" }
            guard !letters.isEmpty else { return }
            words.append(letters.lowercased())
            guard let key = stem(letters) else { return }
            let term = Term(key: key, range: wordStart..<offset)
            if let last { terms.append(Term(key: last.key + " " + key, range: last.range.lowerBound..<offset)) }
            terms.append(term)
            last = term
        }
        func sentence(_ mark: Unicode.Scalar?, end: Int) {
            word()
            if !words.isEmpty {
                let isAsking = mark == "?" || !requests.isDisjoint(with: words.prefix(4))
                let isAnother = words.first.map { ["also", "another", "second", "secondly", "separately"].contains($0) } ?? false
                sentences.append(AskedSentence(terms: terms, range: start..<end, isAsking: isAsking, isAnother: isAnother))
            }
            (terms, words, last) = ([], [], nil)
        }
        for scalar in text.unicodeScalars {
            let end = offset + UTF8.width(scalar)
            switch scalar {
            case _ where scalar.properties.isAlphabetic:
                if letters.isEmpty { wordStart = offset }
                if words.isEmpty, letters.isEmpty { start = offset }
                letters.unicodeScalars.append(scalar)
            case ".", "?", "!", "\n": sentence(scalar, end: end)
            default: word()
            }
            offset = end
        }
        sentence(nil, end: offset)
        return sentences
    }

    private static let requests: Set<String> = ["please", "can", "could", "may", "want", "need", "like", "should"]

    /// A text in Latin letters alone.
    static func isEnglish(_ text: String) -> Bool {
        var latin = 0
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x41...0x5A, 0x61...0x7A: latin += 1
            case 0x3041...0x30FF, 0x3400...0x9FFF, 0xFF66...0xFF9D: return false
            default: break
            }
        }
        return latin >= 8
    }
}
