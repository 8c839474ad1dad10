/// How often a sentence says no: who is asked a question with two negations answers yes and no the wrong way round.
enum Negations {
    /// The sentence of a text that negates most, and how often it does.
    static func most(in text: String) -> Int { sentences(text).map(count).max() ?? 0 }

    private static let ends: Set<Character> = ["。", "？", "?", "！", "!", ".", "\n"]

    private static func sentences(_ text: String) -> [Substring] { text.split(whereSeparator: { ends.contains($0) }) }

    private static func count(_ sentence: Substring) -> Int {
        let japanese = japaneseAside.reduce(String(sentence)) { $0.replacing($1, with: "／") }
        let words = sentence.lowercased().split { !($0.isLetter || $0 == "'" || $0 == "’") }
        let isNegative = { (word: Substring) in english.contains(String(word)) || word.hasSuffix("n't") || word.hasSuffix("n’t") }
        return count(japanese) + words.count(where: isNegative)
    }

    /// How many negations follow one after the other; none is counted twice.
    private static func count(_ text: String) -> Int {
        var (rest, count) = (text[...], 0)
        while !rest.isEmpty {
            if let word = japanese.first(where: { rest.hasPrefix($0) }) {
                rest.removeFirst(word.count)
                count += 1
            } else {
                rest.removeFirst()
            }
        }
        return count
    }

    private static let japanese = ["ません", "なければ", "なけれ", "なかった", "なかっ", "なくて", "なく", "ない", "ずに", "ず、", "ざる", "ぬまま"]
    /// Words in which the same letters deny nothing, or that are one word.
    private static let japaneseAside = [
        "やむを得ない", "やむを得ず", "少ない", "少なく", "少なかっ", "危ない", "危なく", "すみません", "かまいません", "まもなく", "なくな", "なくし", "なくす", "まず、", "必ず、", "わずか",
    ]
    private static let english: Set = ["not", "no", "never", "none", "nothing", "nobody", "neither", "nor", "without", "cannot"]
}
