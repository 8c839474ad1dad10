import Morphology

extension EndingReader {
    /// 助動詞. False where it belongs to something else.
    mutating func auxiliary(_ word: Morpheme) -> Bool {
        if word.word.conjugation == .negative || Self.negatives.contains(word.base) { return negative(word) }
        switch word.base {
        case "た" where word.word.conjugation == .past, "だ" where word.word.conjugation == .past:
            if word.form == .conditional {
                take()
                ending.isWhen = true
                return conditional()
            }
            if !ending.isTimeSettled { ending.isPast = true }
            take()
        case "たい":
            // 変わったたい is a particle of the west; 変わりたい is a wish.
            if !isPlain { ending.moods.insert(.wish) }
            take()
        case "らしい":
            ending.isHearsay = true
            take()
        case "べし":
            ending.moods.insert(.duty)
            take()
        case "う": return volition()
        case "ます", "やす", "ある", "ござる", "御座る", "っす", "やん", "じゃん", "き", "り":
            take()
        default:
            return word.word.conjugation == .copula
                ? copula(word)
                : {
                    take(); return true
                }()
        }
        return true
    }

    /// だ, です, じゃ, や.
    mutating func copula(_ word: Morpheme) -> Bool {
        if word.form == .conditional || word.surface == "なら" {
            take()
            if surface(0) == "ば" { place += 1 }
            ending.moods.insert(.condition)
            ending.position = .condition
            return false
        }
        if ["だろ", "でしょ", "やろ", "じゃろ", "っしょ", "どしょ"].contains(word.surface) {
            ending.isGuessed = true
            ending.isTimeSettled = true
            take()
            if surface(0) == "う" { place += 1 }
            return true
        }
        if word.surface == "な" {
            // なの, なん: explains; な before other nouns says more of them.
            take()
            form = .attributive
            return true
        }
        if ["で", "じゃ", "や"].contains(word.surface) {
            let offset = ["は", "も"].contains(surface(1)) ? 2 : 1
            if let count = negation(at: offset) {
                take(offset)
                return denial(count)
            }
            if word.surface == "で" {
                if ["ある", "ござる", "御座る"].contains(base(1)) {
                    take()
                } else {
                    take()
                    ending.position = .chained
                    return false
                }
                return true
            }
        }
        take()
        form = .basic
        return true
    }

    /// ではない; ではないか and ではないでしょうか guess that it is.
    mutating func denial(_ count: Int) -> Bool {
        var next = count
        while ["でしょ", "う", "だろ", "の", "ん", "です"].contains(surface(next)) { next += 1 }
        if surface(next) == "か", surface(next + 1) != "どう" {
            ending.isGuessed = true
            ending.isAsked = true
            take(next + 1)
            form = .basic
            return true
        }
        negate(count)
        return true
    }

    /// ない, ぬ, へん.
    mutating func negative(_ word: Morpheme) -> Bool {
        if word.surface == "ざる", surface(1) == "を", base(2) == "得る" {
            let count = negation(at: 3) ?? 2
            ending.moods.insert(.duty)
            take(3 + count)
            form = .basic
            return true
        }
        // なければならない, ないといけない, なきゃ.
        let isConditional = word.form == .conditional
        if isConditional || surface(1) == "と" || surface(1) == "て" {
            var offset = 1
            if ["ば", "と", "て"].contains(surface(offset)) { offset += 1 }
            if surface(offset) == "は" { offset += 1 }
            if let count = Self.impossible(self, at: offset) {
                ending.moods.insert(.duty)
                take(offset + count)
                form = .basic
                return true
            }
        }
        ending.negations += 1
        take()
        if isConditional {
            if surface(0) == "ば" { place += 1 }
            return conditional()
        }
        if word.surface == "ず" || word.surface == "なく" || word.surface == "なくっ"
            || word.form == .euphonic && base(0) != "た" && surface(0) != "て" && surface(0) != "で"
        {
            if word.surface == "ず", surface(0) == "に" { place += 1 }
            return change()
        }
        if surface(0) == "で", word.form == .euphonic || word.surface == "ない",
            self.word(0)?.partOfSpeech.isParticle == true || self.word(0)?.partOfSpeech == .auxiliary,
            !["は", "も"].contains(surface(1)) || ["ほしい", "欲しい", "くださる"].contains(base(1))
        {
            return gerund()
        }
        return true
    }

    /// ならない, いけない, だめ after なければ, ては.
    static func impossible(_ reader: EndingReader, at offset: Int) -> Int? {
        let word = reader.base(offset)
        if ["だめ", "駄目", "ダメ", "まずい", "困る", "無理"].contains(word) { return 1 }
        guard ["なる", "いける", "なり", "いけ"].contains(word) || ["なら", "いけ", "なり"].contains(reader.surface(offset)) else { return nil }
        var place = offset + 1
        if reader.base(place) == "ます" { place += 1 }
        guard negatives.contains(reader.base(place)) else { return nil }
        place += 1
        while ["です", "た"].contains(reader.base(place)) { place += 1 }
        return place - offset
    }

    /// く, に before なる and する: it becomes so.
    mutating func change() -> Bool {
        if ["なる", "する", "なす"].contains(base(0)) {
            ending.isChange = true
            take()
            return true
        }
        if let count = negation(at: ["は", "も"].contains(surface(0)) ? 1 : 0) {
            // なくはない.
            if ["は", "も"].contains(surface(0)) { place += 1 }
            negate(count)
            return true
        }
        if surface(0) == "て" { return gerund() }
        ending.position = .chained
        return false
    }

    /// たら, ば: a condition; たらいい asks how, or wishes.
    mutating func conditional() -> Bool {
        if ["いい", "よい", "良い", "よろしい", "うれしい", "嬉しい", "ありがたい", "助かる", "幸い", "宜しい"].contains(base(0)) || surface(0) == "いい" {
            if ending.isReceived || ending.isGiven { ending.moods.insert(.request) } else { ending.moods.insert(.named) }
            ending.isTimeSettled = true
            take()
            return true
        }
        if let count = Self.impossible(self, at: 0) {
            ending.moods.insert(.duty)
            ending.negations += 1
            take(count)
            form = .basic
            return true
        }
        ending.moods.insert(.condition)
        ending.position = .condition
        return false
    }

    /// う: 〜よう, 〜ましょう.
    mutating func volition() -> Bool {
        // ございましょう guesses, しましょう means to.
        let isState = surface(-1) == "ましょ" && ["ござる", "御座る", "ある", "いる", "おる"].contains(base(-2))
        if isState { ending.isGuessed = true } else { ending.moods.insert(.plan) }
        take()
        form = .basic
        return true
    }
}
