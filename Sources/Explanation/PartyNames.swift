import Vocabulary

/// Writes the parties of a contract as its header calls them: `お客様` where the rules say 甲.
struct PartyNames {
    private let labels: [(name: [Character], label: String)]
    /// The party that answers, "we" in its letters: the one that the header names, else the only one to which the contract leaves decisions.
    let answering: Party?

    init(_ title: ContractTitle, _ facts: [Fact]) {
        labels = title.parties.compactMap { party in party.label.map { (Array(party.name), $0) } }.filter { !$0.name.isEmpty }
            .sorted { $0.name.count > $1.name.count }
        let name = Asking(title, facts).answering
        answering = title.parties.first { $0.name == name }
    }

    /// The label of a party, or its name.
    func label(_ name: String) -> String { labels.first { $0.name == Array(name) }?.label ?? name }

    /// A text with labels in the place of names, where these stand alone: 甲 in 甲は, not in 甲府営業所.
    func text(_ text: String) -> String {
        let characters = Array(text)
        var result = ""
        var place = 0
        while place < characters.count {
            if let (name, label) = labels.first(where: { stands($0.name, in: characters, at: place) }) {
                result += label
                place += name.count
            } else {
                result.append(characters[place])
                place += 1
            }
        }
        return result
    }

    /// Words that follow a person's name without a particle.
    private static let suffixes = ["自身", "自ら", "以外", "双方", "側", "等", "又"].map { Array($0) }

    private func stands(_ name: [Character], in text: [Character], at place: Int) -> Bool {
        guard has(name, in: text, at: place) else { return false }
        let end = place + name.count
        if place > 0, isOfOneWord(text[place - 1], text[place]), !labels.contains(where: { has($0.name, in: text, at: place - $0.name.count) }) { return false }
        guard end < text.count, isOfOneWord(text[end - 1], text[end]) else { return true }
        // 甲乙は: one party after the other.
        return Self.suffixes.contains { has($0, in: text, at: end) } || labels.contains { has($0.name, in: text, at: end) }
    }

    private func has(_ word: [Character], in text: [Character], at place: Int) -> Bool {
        place >= 0 && place + word.count <= text.count && Array(text[place..<place + word.count]) == word
    }

    /// Whether two characters beside each other may belong to one word: kanji, katakana and letters do, hiragana and signs end it.
    private func isOfOneWord(_ one: Character, _ other: Character) -> Bool { Self.makesWords(one) && Self.makesWords(other) }

    private static func makesWords(_ character: Character) -> Bool {
        guard let scalar = character.unicodeScalars.first?.value else { return false }
        switch scalar {
        case 0x3041...0x309F: return false  // Hiragana.
        case 0x30A1...0x30FA, 0x30FC...0x30FE, 0x3005...0x3007, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: return true
        default: return character.isLetter || character.isNumber
        }
    }

    /// Whether a question asks what the answering party itself does, as its records would tell: 当社は…しましたか
    func isOwn(_ question: String) -> Bool { answering.map { question.contains("\(label($0.name))は") } ?? false }
}
