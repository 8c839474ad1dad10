import Morphology

extension EndingReader {
    /// A noun after a verb or adjective: one of grammar, or one that it says more of.
    mutating func noun(_ word: Morpheme) -> Bool {
        if form == .continuative || form == .euphonic {
            if word.partOfSpeech == .noun(.auxiliaryStem) || word.surface == "そう" { return stem() }
            // 受けられん, 見れん.
            if word.surface == "ん", form == .continuative {
                ending.negations += 1
                take()
                form = .basic
                return true
            }
            return false
        }
        if form == .conditional || form == .imperative || form == .volitional || ending.isOpenEnded { return false }
        switch word.base {
        case "の", "ん": return nominalizer()
        case "そう", "よう", "みたい", "ふう": return stem()
        case "こと", "事": return fact()
        case "わけ", "訳": return reasoning()
        case "はず", "筈":
            ending.isTimeSettled = true
            take()
            form = .basic
            if ["が", "は", "も"].contains(surface(0)), let count = negation(at: 1) {
                take()
                negate(count)
                return true
            }
            ending.isGuessed = true
            if surface(0) == "な" { return true }
            return true
        case "つもり", "予定", "考え", "方針", "計画", "見込み", "意向", "気": return intention(word)
        case "可能" where surface(1) == "性":
            place += 1
            return existence("可能性")
        case "必要", "可能性", "恐れ", "おそれ", "覚え", "おぼえ", "記憶", "事実", "様子", "形跡", "疑い", "心当たり": return existence(word.base)
        case "場合", "際", "とき", "時", "折", "ころ", "頃", "たび", "度", "最中", "間", "うち", "内", "後", "あと", "のち", "以降", "以来", "前", "まえ", "以前", "次", "翌日", "翌朝", "途端", "直後",
            "直前":
            return occasion(word)
        case "ため", "為", "せい", "おかげ", "以上", "もので", "もんで": return cause()
        case "もの", "もん", "次第", "ところ", "とおり", "通り", "まま", "ほう", "方", "限り", "かぎり", "わり", "くせ", "代わり", "かわり", "一方", "上", "ぶん": return circumstance(word)
        default: return relativeOrStop(word)
        }
    }

    mutating func relativeOrStop(_ word: Morpheme) -> Bool {
        guard isPlain else { return false }
        _ = relative()
        return false
    }

    /// そう, よう, みたい.
    mutating func stem() -> Bool {
        let isContinued = surface(1) == "に"
        switch base(0) {
        case "そう":
            if isPlain, word(0)?.partOfSpeech != .noun(.auxiliaryStem), !["だ", "です", "や", "じゃ", "で", "な"].contains(surface(1)), word(1) != nil { return false }
            if isPlain { ending.isHearsay = true } else { ending.isGuessed = true }
            ending.isTimeSettled = true
        case "よう", "ふう":
            if isContinued {
                take(2)
                if ["なる"].contains(base(0)) {
                    ending.isChange = true
                    take()
                    return true
                }
                ending.moods.insert(.named)
                ending.position = .chained
                return false
            }
            if surface(1) == "な", word(2)?.partOfSpeech.isNoun == true {
                take(2)
                _ = relative()
                ending.isGuessed = true
                return false
            }
            ending.isGuessed = true
            ending.isTimeSettled = true
        default:
            ending.isGuessed = true
            ending.isTimeSettled = true
        }
        take()
        form = .basic
        return true
    }

    /// の, ん: explains, denies or makes a noun of it.
    mutating func nominalizer() -> Bool {
        let next = word(1)
        let isEnd = next == nil || [.fullStop, .symbol, .closeBracket, .comma, .space].contains(next?.partOfSpeech ?? .symbol)
        if isEnd {
            if surface(1) == "?" || surface(0) == "の" && next?.surface == "?" { ending.isAsked = true }
            take()
            form = .basic
            return true
        }
        guard let next else { return false }
        if next.partOfSpeech == .auxiliary || next.partOfSpeech == .particle(.final)
            || ["か", "かな", "かも", "じゃ", "けど", "が", "だから"].contains(next.surface) && (next.surface != "が" || next.partOfSpeech == .particle(.conjunctive))
        {
            // 交換したのが: a noun after all.
            if next.surface == "で", word(2)?.partOfSpeech.isParticle == false, word(2)?.partOfSpeech != .comma, negation(at: 2) == nil {
                take(2)
                ending.position = .reason
                return false
            }
            take()
            form = .basic
            return true
        }
        if next.surface == "で", next.partOfSpeech.isParticle {
            let offset = ["は", "も"].contains(surface(2)) ? 3 : 2
            if let count = negation(at: offset) {
                take(offset)
                return denial(count)
            }
            if surface(2) == "は" { return nominal() }
            take(2)
            ending.position = .reason
            return false
        }
        if next.partOfSpeech.isParticle { return nominal() }
        take()
        form = .basic
        return true
    }

    /// The clause is a noun itself: 動かすのは, 動かすことを.
    mutating func nominal() -> Bool {
        ending.position = .nominal
        return false
    }

    /// とき, 場合, 後, 前.
    mutating func occasion(_ word: Morpheme) -> Bool {
        guard isPlain else { return false }
        // 前の会社, 後の話 say more of a noun only where a clause does: 交換した後の設定 does.
        take()
        switch word.base {
        case "場合":
            ending.moods.insert(.condition)
            ending.position = .condition
        case "後", "あと", "のち", "以降", "以来", "次", "翌日", "翌朝", "途端", "直後":
            ending.isBefore = true
            ending.position = .temporal
        case "前", "まえ", "以前", "直前", "うち", "内":
            ending.isAfter = true
            ending.position = .temporal
        default: ending.position = .temporal
        }
        if word.base == "次", surface(0) == "の" {
            take()
            if self.word(0)?.partOfSpeech.isNoun == true { take() }
        }
        while ["に", "は", "から", "で", "も", "すぐ", "ぐらい", "くらい"].contains(surface(0)), self.word(0)?.partOfSpeech.isParticle == true { place += 1 }
        form = .basic
        return false
    }

    mutating func cause() -> Bool {
        guard isPlain else { return false }
        take()
        form = .basic
        if self.word(0)?.partOfSpeech == .auxiliary, surface(0) != "で" { return true }
        while ["で", "に", "は", "か"].contains(surface(0)) { place += 1 }
        ending.position = .reason
        return false
    }

    /// もの, ところ, まま, ほう.
    mutating func circumstance(_ word: Morpheme) -> Bool {
        guard isPlain else { return false }
        let next = self.word(1)
        let isEnd = next == nil || [.fullStop, .symbol, .closeBracket].contains(next?.partOfSpeech ?? .symbol)
        switch word.base {
        case "もの", "もん", "次第", "ところ", "とおり", "通り":
            if isEnd || next?.partOfSpeech == .auxiliary || ["か", "から", "よ", "ね", "けど", "な"].contains(surface(1)) {
                take()
                form = .basic
                return true
            }
            if ["ところ", "とおり", "通り", "次第"].contains(word.base), next?.partOfSpeech == .comma || surface(1) == "に" {
                take()
                ending.position = .temporal
                return false
            }
            return relativeOrStop(word)
        case "まま":
            take()
            form = .basic
            if isEnd || next?.partOfSpeech == .auxiliary { return true }
            ending.position = .chained
            if surface(0) == "で" || surface(0) == "に" { place += 1 }
            return false
        case "ほう", "方":
            if surface(1) == "が", ["いい", "よい", "良い", "よろしい"].contains(base(2)) {
                ending.moods.insert(.named)
                ending.isTimeSettled = true
                take(3)
                return true
            }
            return relativeOrStop(word)
        case "限り", "かぎり", "以上", "上", "くせ", "一方", "わり", "代わり", "かわり", "ぶん":
            return relativeOrStop(word)
        default: return relativeOrStop(word)
        }
    }
}
