import Morphology

/// A noun with its compound and the nouns before it.
struct NounPhrase {
    /// The words of the noun itself.
    var words: Range<Int>
    /// The nouns joined to it by の, outermost first.
    var modifiers: [Range<Int>] = []
    /// Where its words begin, with the modifiers.
    var start: Int
}

extension SentenceScanner {
    /// The end of the compound noun that begins at a place; the place itself where there is none.
    func compoundEnd(_ start: Int) -> Int {
        var end = start
        while end < words.count, words[end].partOfSpeech == .prefix { end += 1 }
        guard end < words.count, isNominal(words[end]) || isNounForm(end) else { return start }
        // A word for a person or a company before another noun says whose it is.
        let isSide = end == start && (participants.side(words[end].base) != nil || words[end].partOfSpeech == .noun(.pronoun))
        end += 1
        while end < words.count {
            let word = words[end]
            if word.partOfSpeech == .noun(.suffix) || word.partOfSpeech == .noun(.counter) {
                end += 1
            } else if !isSide, isNominal(word), TimeWords.direction(word) == nil, !isSideWord(word), word.base != "なし", word.base != "お願い",
                !word.surface.hasPrefix("これ")
            {
                end += 1
            } else if isSide, word.partOfSpeech == .prefix, self.word(end + 1)?.base == "自身" {
                end += 2
            } else if word.partOfSpeech == .prefix, end + 1 < words.count, isNominal(words[end + 1]), !isSide {
                end += 1
            } else if word.surface == "・" || word.surface == "-" || word.surface == "/", end + 1 < words.count, isNominal(words[end + 1]), !isSide {
                end += 1
            } else {
                break
            }
        }
        return end
    }

    /// A verb in its stem that is a noun: 立会いが, 届け出を.
    func isNounForm(_ place: Int) -> Bool {
        guard let word = word(place), word.partOfSpeech == .verb, word.form == .continuative, word.surface.count > 1, let next = self.word(place + 1) else {
            return false
        }
        switch next.surface {
        case "が", "を", "の", "へ", "まで", "だけ", "で": return next.partOfSpeech.isParticle
        case "は", "も": return next.partOfSpeech.isParticle && !["する", "せる"].contains(self.word(place + 2)?.base ?? "")
        default: return next.partOfSpeech == .auxiliary && next.word.conjugation == .copula || next.partOfSpeech == .noun(.suffix) && next.surface != "そう"
        }
    }

    private func isSideWord(_ word: Morpheme) -> Bool {
        word.partOfSpeech == .noun(.pronoun) || participants.side(word.base) != nil && word.base != "自身" && word.base != "社内"
    }

    /// Whether a word can be a part of a compound.
    func isNominal(_ word: Morpheme) -> Bool {
        switch word.partOfSpeech {
        case .noun(.dependent): ["方", "者", "人", "件", "ほう", "日"].contains(word.base)
        case .noun(.auxiliaryStem): false
        case .noun: true
        default: false
        }
    }

    /// An argument of a noun phrase.
    func argument(_ phrase: NounPhrase, role: Argument.Role) -> Argument {
        let own = Array(words[phrase.words])
        let modifiers = phrase.modifiers.map { Array(words[$0]) }
        let all = words[phrase.start..<phrase.words.upperBound]
        return Argument(
            role: role, noun: text(phrase.words), head: own.last { $0.partOfSpeech != .noun(.suffix) }?.base ?? own.last?.base ?? "",
            modifiers: phrase.modifiers.map { text($0) },
            wholes: all.compactMap { word in word.whole.map { Argument.Whole(kind: $0, text: word.surface, range: word.range) } },
            range: range(phrase.start..<phrase.words.upperBound),
            isInherited: false, participant: participants.participant(own, modifiers: modifiers))
    }

    /// The surface of some words.
    func text(_ range: Range<Int>) -> String { words[range].map(\.surface).joined() }

    /// Bytes of the text.
    func range(_ range: Range<Int>) -> Range<Int> {
        guard let first = words[range].first, let last = words[range].last else { return 0..<0 }
        return first.range.lowerBound..<max(first.range.lowerBound, last.range.upperBound)
    }

    /// The role that particles give, and the place after them; nil where none follow.
    func role(at start: Int) -> (role: Argument.Role, end: Int)? {
        var end = start
        var role: Argument.Role?
        while end < words.count, words[end].partOfSpeech.isParticle {
            let word = words[end]
            guard let next = Self.roles[word.surface] else {
                // だけ, でも, など between the noun and its particle.
                if ["だけ", "など", "でも", "ばかり", "のみ", "さえ", "こそ", "くらい", "ぐらい", "ほど", "なんか", "なんて", "とか", "や", "すら", "ずつ"].contains(word.surface) {
                    end += 1
                    if role == nil, word.surface == "でも" { role = .also }
                    continue
                }
                break
            }
            // Case before は and も.
            if role == nil || role == .topic || role == .also { role = next } else if role == .at, next == .topic { role = .at }
            end += 1
        }
        guard end > start else { return nil }
        return (role ?? .bare, end)
    }

    private static let roles: [String: Argument.Role] = [
        "は": .topic, "って": .topic, "が": .subject, "を": .object, "ば": .object, "に": .to, "で": .at, "と": .with, "から": .from, "まで": .until, "へ": .towards,
        "より": .than, "も": .also, "しか": .only,
        "によって": .by, "により": .by, "によると": .by, "について": .topic, "に関して": .topic, "に対して": .to, "にて": .at, "として": .at, "において": .at, "における": .at, "にとって": .to,
        "につきまして": .topic, "に関する": .topic, "につき": .topic, "に対し": .to,
        "とともに": .with, "を通じて": .at, "における ": .at, "ヲ": .object, "ノ": .of, "ヘ": .towards, "じゃ": .topic, "っちゅうのは": .topic, "デ": .at,
    ]
}
