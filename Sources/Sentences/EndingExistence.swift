import Morphology

extension EndingReader {
    /// こと.
    mutating func fact() -> Bool {
        let particle = surface(1)
        if ["は", "が", "も", "って"].contains(particle) {
            // ことは一度もない.
            for offset in 3...5 where surface(offset - 1) == "も" || ["一切", "全く", "まったく", "全然"].contains(base(offset - 1)) {
                guard let count = negation(at: offset) else { continue }
                take(offset)
                negate(count)
                return true
            }
            if let count = negation(at: 2) {
                take(2)
                negate(count)
                if particle == "も", ending.isDoubleNegation { ending.isGuessed = true }
                return true
            }
            if ["ある", "有る"].contains(base(2)) {
                if particle != "も", !ending.isPast { ending.isGuessed = true }
                take(3)
                // あった: what is past is that it ever was.
                ending.isTimeSettled = true
                return true
            }
            if ["できる", "出来る"].contains(base(2)) {
                ending.moods.insert(.ability)
                take(3)
                return true
            }
        }
        if let count = negation(at: 1) {
            take(1)
            negate(count)
            return true
        }
        if particle == "に", ["なる", "する", "いたす"].contains(base(2)) {
            ending.moods.insert(.plan)
            ending.isTimeSettled = true
            take(3)
            return true
        }
        if word(1)?.partOfSpeech == .auxiliary || particle == "か" {
            take()
            form = .basic
            return true
        }
        take()
        ending.end = place
        ending.position = .nominal
        return false
    }

    /// わけ.
    mutating func reasoning() -> Bool {
        take()
        form = .basic
        ending.isTimeSettled = true
        if surface(0) == "で", let count = negation(at: ["は", "も"].contains(surface(1)) ? 2 : 1) {
            take(["は", "も"].contains(surface(1)) ? 2 : 1)
            negate(count)
            if ending.isDoubleNegation { ending.isGuessed = true }
            return true
        }
        if ["じゃ"].contains(surface(0)), let count = negation(at: 1) {
            take()
            negate(count)
            return true
        }
        if ["が", "は", "も"].contains(surface(0)), let count = negation(at: 1) {
            take()
            negate(count)
            return true
        }
        if surface(0) == "に", surface(1) == "は" || surface(1) == "も" {
            take(2)
            if surface(0) == "いか" || base(0) == "いく" {
                take()
                if base(0) == "ます" { place += 1 }
                if Self.negatives.contains(base(0)) { place += 1 }
                ending.moods.insert(.ability)
                ending.negations += 1
                form = .basic
            }
        }
        return true
    }

    /// つもり, 予定.
    mutating func intention(_ word: Morpheme) -> Bool {
        if word.base == "気" {
            // 気がする: a guess.
            if surface(1) == "が" || surface(1) == "も", ["する", "いたす", "致す"].contains(base(2)) {
                ending.isGuessed = true
                ending.isTimeSettled = true
                take(3)
                return true
            }
        }
        let next = self.word(1)
        let particle = surface(1)
        if ["は", "が", "も"].contains(particle), let count = negation(at: 2) {
            ending.moods.insert(.plan)
            ending.isTimeSettled = true
            take(2)
            negate(count)
            return true
        }
        if ["が", "も"].contains(particle), ["ある", "ござる"].contains(base(2)) {
            ending.moods.insert(.plan)
            ending.isTimeSettled = true
            take(3)
            return true
        }
        if next == nil || next?.partOfSpeech == .auxiliary
            || [.fullStop, .symbol, .comma, .closeBracket, .particle(.ka), .particle(.final)].contains(next?.partOfSpeech ?? .symbol)
            || ["で", "けど", "が"].contains(particle) && next?.partOfSpeech != .noun(.general)
        {
            ending.moods.insert(.plan)
            ending.isTimeSettled = true
            take()
            form = .basic
            if surface(0) == "で", self.word(0)?.partOfSpeech.isParticle == true, negation(at: 2) == nil {
                place += 1
                ending.position = .chained
                return false
            }
            return true
        }
        ending.moods.insert(.plan)
        return relativeOrStop(word)
    }

    /// 必要, 可能性, 覚え with ある and ない.
    mutating func existence(_ name: String) -> Bool {
        let particle = surface(1)
        let offset = ["は", "が", "も", "って"].contains(particle) ? 2 : 1
        if let count = negation(at: offset) {
            ending.isTimeSettled = ending.isTimeSettled || ["必要", "可能性", "恐れ", "おそれ"].contains(name)
            if name == "必要" { ending.moods.insert(.duty) }
            if ["可能性", "恐れ", "おそれ", "疑い"].contains(name) { ending.isGuessed = true }
            take(offset)
            negate(count)
            return true
        }
        if ["ある", "ござる", "高い", "大きい"].contains(base(offset)) || surface(offset) == "あり" {
            if name == "必要" { ending.moods.insert(.duty) } else { ending.isGuessed = true }
            ending.isTimeSettled = true
            take(offset + 1)
            return true
        }
        return word(0).map { relativeOrStop($0) } ?? false
    }
}
