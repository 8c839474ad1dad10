import Morphology

extension EndingReader {
    /// Verbs by which someone says something.
    static let saying: Set<String> = [
        "言う", "いう", "云う", "おっしゃる", "仰る", "聞く", "きく", "伺う", "うかがう", "話す", "伝える", "書く", "答える", "申す", "申し上げる", "述べる", "説明", "連絡", "報告", "回答", "案内", "言える", "頼む",
        "怒る", "騒ぐ", "助言",
        "主張", "申告", "質問", "伝言", "判断", "返事", "返答", "教える", "聞こえる", "言い張る", "記載", "指摘", "認める", "受け取る", "疑う", "聞かす", "聞かせる", "ある", "曰く", "約束", "読む", "読める", "指示",
        "表示", "出る", "聞き取る", "相談", "通告", "通知", "噂",
    ]
    /// Nouns for what someone said.
    static let reports: Set<String> = ["こと", "由", "よし", "話", "連絡", "噂", "うわさ", "報告", "説明", "回答", "申告", "説", "お話", "案内", "指摘", "通知", "情報"]
    /// Verbs by which the writer thinks it.
    static let thinking: Set<String> = ["思う", "存じる", "思える", "考える", "感じる", "見る", "みる", "存ずる", "おもう", "思われる", "見受ける"]

    /// と before a verb of saying or thinking; otherwise a condition.
    mutating func quote() -> Bool {
        let isOpen = ["という", "っていう", "といった", "ていう", "っちゅう", "とかいう", "つう"].contains(surface(0))
        if isOpen { return content() }
        var next = 1
        while ["は", "も", "の", "、"].contains(surface(next)) { next += 1 }
        let verb = base(next)
        if surface(1) == "か", self.word(2).map({ [.fullStop, .symbol, .closeBracket].contains($0.partOfSpeech) }) ?? true {
            ending.isHearsay = true
            take(2)
            form = .basic
            return false
        }
        if self.word(1)?.partOfSpeech.isNoun == true, Self.reports.contains(base(1)), base(1) != "こと", surface(0) != "と" {
            ending.isHearsay = true
            ending.position = .quoted
            take()
            return false
        }
        if surface(0) == "と", surface(1) == "の" {
            if Self.reports.contains(base(2)) {
                ending.isHearsay = true
                ending.isTimeSettled = true
                take(3)
                form = .basic
                return surface(0) != "を" && surface(0) != "が" || contentEnds()
            }
            return content()
        }
        if Self.thinking.contains(verb), next == 1 || surface(1) != "の" {
            take(next + 1)
            if ending.moods.isDisjoint(with: [.wish, .request, .plan]) { ending.isGuessed = true }
            ending.isTimeSettled = true
            return true
        }
        if ["いけ", "なら", "だめ", "駄目", "まずい", "困る"].contains(surface(next)), ending.negations > 0 {
            ending.negations -= 1
            ending.moods.insert(.duty)
            take(next + (Self.impossible(self, at: next) ?? 1))
            form = .basic
            return true
        }
        if Self.saying.contains(verb) || Self.saying.contains(verb.hasPrefix("お") ? String(verb.dropFirst()) : verb) {
            take()
            ending.position = .quoted
            return false
        }
        if ["いい", "よい", "良い", "ありがたい", "助かる", "嬉しい", "うれしい", "幸い"].contains(verb), surface(0) == "と" {
            ending.moods.insert(ending.isGiven || ending.isReceived ? .request : .wish)
            take(next + 1)
            return true
        }
        if self.word(0)?.partOfSpeech == .particle(.conjunctive), surface(0) == "と" {
            take()
            ending.isWhen = true
            ending.moods.insert(.condition)
            ending.position = .condition
            return false
        }
        // Said, with the verb farther on or left out.
        let isAtEnd = self.word(1).map { [.fullStop, .symbol, .closeBracket].contains($0.partOfSpeech) } ?? true
        if isAtEnd {
            ending.isHearsay = true
            take()
            return false
        }
        // 抜くと上がる, 雨だと延びる; a past form before と is always quoted.
        let isReported = (1...8).contains {
            Self.saying.contains(base($0)) && base($0) != "ある" && base($0) != "出る" || Self.reports.contains(base($0)) || base($0) == "質問"
                || base($0) == "の" && $0 == 1
        }
        if surface(0) == "と", isPlain, !ending.isPast, !isReported, ending.moods.isEmpty, !ending.isGuessed, !ending.isAsked {
            take()
            ending.isWhen = true
            ending.moods.insert(.condition)
            ending.position = .condition
            return false
        }
        take()
        ending.position = .quoted
        return false
    }

    /// を, が after とのこと.
    mutating func contentEnds() -> Bool {
        ending.position = .quoted
        return false
    }

    /// という before a noun.
    mutating func content() -> Bool {
        take(surface(0) == "と" ? 2 : 1)
        form = .basic
        if base(0) == "こと" { return noun(self.word(0) ?? words[place - 1]) }
        if Self.reports.contains(base(0)) {
            ending.isHearsay = true
            ending.position = .quoted
            return false
        }
        if ["わけ", "の", "ん"].contains(surface(0)) { return surface(0) == "わけ" ? reasoning() : nominalizer() }
        ending.position = .quoted
        return false
    }

    /// とか at the end: so it is said.
    mutating func hearsayOrQuote() -> Bool {
        take()
        ending.isHearsay = true
        form = .basic
        return self.word(0)?.partOfSpeech == .auxiliary
    }
}
