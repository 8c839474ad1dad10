import Morphology

extension EndingReader {
    /// 助詞. False where the clause ends before or with it.
    mutating func particle(_ word: Morpheme) -> Bool {
        // 雷ではない, 雷じゃない.
        if ["で", "じゃ", "では"].contains(word.surface) {
            let offset = word.surface != "では" && ["は", "も"].contains(surface(1)) ? 2 : 1
            if let count = negation(at: offset) {
                take(offset)
                return denial(count)
            }
        }
        // に違いない.
        if word.surface == "に", ["違い", "ちがい", "相違", "違う"].contains(base(1)), let count = negation(at: surface(2) == "は" ? 3 : 2) {
            ending.isGuessed = true
            ending.isTimeSettled = true
            take((surface(2) == "は" ? 3 : 2) + count)
            form = .basic
            return true
        }
        switch word.surface {
        case "て", "で", "たって", "だって":
            if word.partOfSpeech == .particle(.conjunctive), form == .euphonic || form == .continuative || !isPlain { return gerund() }
            if word.surface == "て", isPlain { return quote() }
            if word.surface == "で", isPlain { take(); form = .basic; return true }
            return false
        case "ちゃ", "ちゃあ", "じゃあ":
            if let count = Self.impossible(self, at: 1) {
                ending.moods.insert(.duty)
                ending.negations += 1
                take(1 + count)
                form = .basic
                return true
            }
            if let count = negation(at: 1) { take(1); return denial(count) }
            return false
        case "たり": return series()
        case "ながら", "つつ":
            take()
            ending.position = .chained
            return false
        case "ば":
            take()
            return conditional()
        case "と", "っと", "って", "っちゅう", "という", "っていう", "といった", "ていう", "とかいう", "つう": return quote()
        case "けど", "けれど", "けども", "けれども", "のに", "ものの", "ばってん", "し", "とも", "に":
            return clauseEnd(.contrast, if: word.partOfSpeech == .particle(.conjunctive) && word.surface != "に")
        case "が":
            return clauseEnd(
                .contrast,
                if: word.partOfSpeech == .particle(.conjunctive)
                    || isPlain && word.partOfSpeech == .particle(.caseMarking) && self.word(1)?.partOfSpeech == .comma)
        case "から", "ので", "んで", "さかい": return clauseEnd(.reason, if: isPlain || form == nil || word.partOfSpeech == .particle(.conjunctive))
        case "か", "かい", "かな", "かしら", "かぁ": return question()
        case "かも": return perhaps()
        case "しか":
            if isPlain, let count = negation(at: 1) {
                ending.moods.insert(.duty)
                take(1 + count)
                form = .basic
                return true
            }
            return false
        case "とか": return hearsayOrQuote()
        case "の", "ん", "もん", "もんで": return nominalizer()
        case "だけ", "ばかり", "のみ", "くらい", "ぐらい", "ほど", "まで", "なり", "など", "なんて", "なんか", "より":
            if word.surface == "より" || word.surface == "まで" || word.surface == "ほど" { return nominal() }
            take()
            form = .basic
            return true
        case "は", "も":
            // 弱くはない.
            if isAdjective, form == .euphonic || form == .continuative, let count = negation(at: 1) {
                take()
                negate(count)
                return true
            }
            // 動きはしない, 動きもせず.
            guard form == .continuative, base(1) == "する" else { return false }
            take(2)
            return true
        case "っけ", "け":
            ending.isAsked = true
            take()
            return true
        default:
            guard word.partOfSpeech == .particle(.final) || word.partOfSpeech == .particle(.other) else { return false }
            take()
            form = .basic
            return true
        }
    }

    mutating func clauseEnd(_ position: Predication.Position, if isEnd: Bool) -> Bool {
        guard isEnd else { return false }
        take()
        ending.position = position
        return false
    }

    /// 行ったり来たりする.
    mutating func series() -> Bool {
        take()
        if base(0) == "する" {
            take()
            return true
        }
        if surface(0) == "は" || surface(0) == "も", base(1) == "する" {
            take(2)
            return true
        }
        ending.position = .chained
        return false
    }

    /// か.
    mutating func question() -> Bool {
        take()
        // か知らないが, かどうか, か否か; か, は.
        if surface(0) == "どう", surface(1) == "か" {
            place += 2
            return within()
        }
        if surface(0) == "否" || surface(0) == "いな", surface(1) == "か" {
            place += 2
            return within()
        }
        // かと思う.
        if surface(0) == "と", Self.thinking.contains(base(1)) {
            ending.isGuessed = true
            ending.isTimeSettled = true
            take(2)
            return true
        }
        while let next = self.word(0), next.partOfSpeech == .particle(.final) { _ = next; place += 1 }
        guard let next = self.word(0) else {
            ending.isAsked = true
            return false
        }
        switch next.partOfSpeech {
        case .fullStop, .symbol, .closeBracket, .space:
            ending.isAsked = true
            return false
        case .particle where ["は", "が", "を", "も", "の", "に", "で"].contains(next.surface): return within()
        case .comma, .verb, .adverb, .noun, .adjective, .particle, .prefix, .adnominal, .openBracket:
            return within(isQuoted: ["と", "って"].contains(next.surface))
        default:
            ending.isAsked = true
            return false
        }
    }

    mutating func within(isQuoted: Bool = false) -> Bool {
        ending.isAskedWithin = true
        ending.position = isQuoted ? .quoted : .nominal
        if isQuoted { place += 1 } else if ["は", "が", "を", "も", "に"].contains(surface(0)) { place += 1 }
        return false
    }

    /// かもしれない, かも.
    mutating func perhaps() -> Bool {
        ending.isGuessed = true
        ending.isTimeSettled = true
        take()
        form = .basic
        if ["しれる", "知れる", "わかる", "分かる"].contains(base(0)) {
            place += 1
            if base(0) == "ます" { place += 1 }
            if Self.negatives.contains(base(0)) { place += 1 }
            while ["です", "た"].contains(base(0)), surface(0) != "でしょ" { place += 1 }
        }
        return true
    }
}
