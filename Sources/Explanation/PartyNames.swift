import Vocabulary

/// Writes the parties of a contract as its header calls them: `お客様` where the rules say 甲.
struct PartyNames {
    private let labels: [(name: [Character], label: String)]
    /// The party that answers: the one to whom the contract leaves decisions, or that is named last.
    let answering: Party?

    init(_ title: ContractTitle, _ facts: [Fact]) {
        labels = title.parties.compactMap { party in party.label.map { (Array(party.name), $0) } }.filter { !$0.name.isEmpty }
            .sorted { $0.name.count > $1.name.count }
        let deciding = facts.compactMap { fact in
            switch fact.kind {
            case .discretion(let party), .finding(let party): party
            case .plain, .judgement: nil
            }
        }
        answering = title.parties.first { deciding.contains($0.name) } ?? title.parties.last
    }

    /// The label of a party, or its name.
    func label(_ name: String) -> String { labels.first { $0.name == Array(name) }?.label ?? name }

    /// A text with labels in the place of names. A name in letters counts only where it stands alone.
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

    private func stands(_ name: [Character], in text: [Character], at place: Int) -> Bool {
        let end = place + name.count
        guard end <= text.count, Array(text[place..<end]) == name else { return false }
        func isLetter(_ number: Int) -> Bool { text.indices.contains(number) && text[number].isASCII && (text[number].isLetter || text[number].isNumber) }
        return !(isLetter(place) && isLetter(place - 1)) && !(isLetter(end - 1) && isLetter(end))
    }

    /// Whether a question asks what the answering party itself does, as its records would tell: 当社は…しましたか
    func isOwn(_ question: String) -> Bool { answering.map { question.contains("\(label($0.name))は") } ?? false }
}
