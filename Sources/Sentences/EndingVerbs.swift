import Morphology

extension EndingReader {
    /// 動詞 接尾.
    mutating func suffix(_ word: Morpheme) {
        switch word.base {
        case "れる", "られる":
            ending.isPassive = true
            ending.mayBeAbility = word.base == "られる"
        case "せる", "させる": ending.isCausative = true
        default: break
        }
        take()
    }

    private static let ongoing: Set<String> = ["いる", "おる", "てる", "でる", "とる", "どる", "よる", "いらっしゃる", "居る", "ちょる"]
    private static let neutral: Set<String> = [
        "しまう", "ちまう", "ちゃう", "じゃう", "おく", "置く", "とく", "どく", "くる", "来る", "いく", "行く", "ゆく", "みる", "見る", "みせる", "はる", "なさる", "やる", "あげる", "いたす", "致す", "まいる", "参る",
        "申し上げる",
        "過ぎる", "すぎる", "得る", "うる", "続ける", "始める", "終わる", "終える", "出す", "切る", "込む", "直す", "合う", "なる", "まわる", "回る", "られる", "れる", "続く", "かける", "歩く", "尽くす", "損ねる",
        "そびれる", "忘れる",
    ]
    private static let received: Set<String> = ["もらう", "貰う", "いただく", "頂く", "もらえる", "貰える", "いただける", "頂ける", "頂戴"]
    private static let given: Set<String> = ["くれる", "くださる", "下さる", "呉れる"]

    /// 補助動詞, with て or straight after the stem.
    mutating func dependentVerb(_ word: Morpheme) -> Bool {
        let isAfterGerund = ending.isOpenEnded
        if words[place - 1].word.conjugation == .adjective, form == .continuative || form == .euphonic {
            if let count = negation(at: 0) {
                negate(count)
                return true
            }
            return ["なる", "する"].contains(word.base) && change()
        }
        // A verb of its own after て goes on with the sentence.
        // 言うとる: the stem looks like the plain form.
        let isContracted = word.base == "とる" && words[place - 1].surface == words[place - 1].base && words[place - 1].base.hasSuffix("う")
        guard isAfterGerund || isContracted || word.partOfSpeech == .dependentVerb || form == .continuative || form == .euphonic else {
            // 出さへん言うてはる: と is left out.
            if isPlain, word.base == "言う" { ending.position = .quoted }
            return false
        }
        if Self.ongoing.contains(word.base), isAfterGerund || word.partOfSpeech == .dependentVerb || ["とる", "よる"].contains(word.base) {
            if !ending.isReceived { ending.isOngoing = true }
            ending.position = .main
            take()
            return true
        }
        if ["ある", "有る"].contains(word.base), isAfterGerund {
            ending.isOngoing = true
            ending.position = .main
            take()
            return true
        }
        if Self.received.contains(word.base), isAfterGerund || word.partOfSpeech == .dependentVerb {
            ending.position = .main
            ending.isReceived = true
            take()
            return favour(isAble: ["もらえる", "貰える", "いただける", "頂ける"].contains(word.base))
        }
        if Self.given.contains(word.base), isAfterGerund || word.partOfSpeech == .dependentVerb {
            ending.position = .main
            ending.isGiven = true
            let isLast =
                self.word(1).map { [.fullStop, .symbol, .closeBracket, .particle(.final), .particle(.quoting)].contains($0.partOfSpeech) || $0.surface == "と" }
                ?? true
            let isReported = ["言う", "いう"].contains(base(1))
            let isOrder =
                word.form == .imperative || word.surface == "くれ" && (isLast || isReported)
                || ["ください", "下さい"].contains(word.surface) && !["まし", "ます"].contains(surface(1))
            take()
            if isOrder {
                if isReported { ending.position = .quoted }
                ending.moods.insert(.request)
                form = .basic
                return true
            }
            return favour(isAble: false)
        }
        if ["願う", "願える"].contains(word.base) {
            ending.moods.insert(.request)
            take()
            return true
        }
        if ["できる", "出来る"].contains(word.base), !isAfterGerund {
            ending.moods.insert(.ability)
            take()
            return true
        }
        if ["かねる", "兼ねる"].contains(word.base), !isAfterGerund {
            ending.negations += 1
            take()
            return true
        }
        if Self.neutral.contains(word.base),
            word.partOfSpeech == .dependentVerb || isAfterGerund && ["おく", "くる", "来る", "いく", "行く", "みる", "しまう"].contains(word.base)
        {
            ending.position = .main
            take()
            return true
        }
        return false
    }

    /// もらえませんか, いただけますか, くれませんか, もらいたい ask for it; もらいました says that it was done.
    mutating func favour(isAble: Bool) -> Bool {
        var offset = 0
        var (isNegative, isPast, isWish) = (false, false, false)
        while let word = word(offset), word.partOfSpeech == .auxiliary {
            if Self.negatives.contains(word.base) { isNegative = true }
            if word.base == "た" { isPast = true }
            if word.base == "たい" { isWish = true }
            // もらえたら.
            if word.form == .conditional { isPast = false }
            offset += 1
        }
        let asks =
            surface(offset) == "か" || surface(offset) == "?" || surface(offset) == "の" && surface(offset + 1) == "?"
            || isNegative && ["ね", "かね", "の"].contains(surface(offset)) && surface(offset - 1) == "ん"
        let isOrder = word(0)?.surface == "まし" && word(0)?.form == .imperative
        if isWish || isOrder || asks && !isPast {
            ending.moods.insert(.request)
            if offset > 0 { take(offset) }
            if surface(0) == "か" { ending.isAsked = false; place += 1 }
            form = .basic
        }
        return true
    }

    /// ほしい, よい, やすい, ない.
    mutating func dependentAdjective(_ word: Morpheme) -> Bool {
        if ["ほしい", "欲しい"].contains(word.base), ending.isOpenEnded {
            ending.position = .main
            ending.moods.insert(.request)
            take()
            return true
        }
        if ["ない", "無い"].contains(word.base), form == .continuative || form == .euphonic || ending.isOpenEnded {
            if ending.isOpenEnded { ending.isOngoing = true }
            ending.position = .main
            ending.negations += 1
            take()
            if word.surface == "なく" { return change() }
            return true
        }
        if ["いい", "よい", "良い", "よろしい", "宜しい"].contains(word.base), ending.isOpenEnded {
            ending.position = .main
            ending.moods.insert(.permission)
            take()
            return true
        }
        // しやすい, しにくい, しがたい.
        if word.partOfSpeech == .dependentAdjective, form == .continuative {
            if ["にくい", "づらい", "がたい", "難い", "辛い", "つらい"].contains(word.base) { ending.moods.insert(.ability) }
            take()
            return true
        }
        return false
    }

    /// て, で.
    mutating func gerund() -> Bool {
        take()
        ending.isOpenEnded = true
        if surface(0) == "から" || surface(0) == "以来" || surface(0) == "以降" || surface(0) == "すぐ" {
            place += 1
            ending.isBefore = true
            ending.position = .temporal
            return false
        }
        let bound = ["は", "も"].contains(surface(0)) ? 1 : 0
        if let next = word(bound) {
            if bound == 1, surface(0) == "は", let count = Self.impossible(self, at: 1) {
                ending.moods.insert(.duty)
                ending.negations += 1
                take(1 + count)
                form = .basic
                return true
            }
            if ["いい", "よい", "良い", "よろしい", "宜しい", "かまう", "構う", "大丈夫", "差し支え", "差支え", "差し支える", "問題"].contains(next.base) || ["OK", "いい"].contains(next.surface) {
                ending.moods.insert(.permission)
                take(bound + 1)
                if ["かまう", "構う"].contains(next.base), let count = negative(after: 0) { take(count) }
                if ["差し支え", "差支え", "問題"].contains(next.base) {
                    if ["は", "が"].contains(surface(0)) { place += 1 }
                    if let count = negation(at: 0) { take(count) }
                }
                form = .basic
                return true
            }
            let isHelper =
                Self.ongoing.contains(next.base) || Self.received.contains(next.base) || Self.given.contains(next.base) || Self.neutral.contains(next.base)
                || ["ほしい", "欲しい", "ない", "ある", "ます"].contains(next.base)
            if isHelper,
                next.partOfSpeech == .dependentVerb || next.partOfSpeech == .verb || next.partOfSpeech == .dependentAdjective || next.partOfSpeech == .adjective
                    || next.partOfSpeech == .auxiliary
            {
                place += bound
                if next.partOfSpeech == .auxiliary { ending.isOngoing = true }
                ending.isOpenEnded = true
                return true
            }
            if bound == 1, surface(0) == "も" {
                // 押しても動かない: whatever is done.
                place += 1
                ending.position = .contrast
                ending.isOpenEnded = false
                return false
            }
        }
        ending.position = .chained
        return false
    }

    /// ない and its kind after a stem.
    func negative(after offset: Int) -> Int? {
        var place = offset
        if base(place) == "ます" { place += 1 }
        return Self.negatives.contains(base(place)) ? place + 1 - offset : nil
    }
}
