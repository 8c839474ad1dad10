import Morphology

extension SentenceScanner {
    func isVerbal(_ phrase: NounPhrase) -> Bool {
        guard let last = words[phrase.words].last else { return false }
        if last.partOfSpeech == .noun(.verbal) { return !last.isUnknown }
        if marks(phrase).isVerb { return true }
        // お預り, ご確認, and unknown words.
        if words[phrase.words].first?.partOfSpeech == .prefix { return true }
        let isBeforeVerb = word(phrase.words.upperBound)?.base == "する"
        return last.whole == nil && last.isUnknown && isBeforeVerb || last.whole.map { if case .given = $0 { true } else { false } } == true && isBeforeVerb
    }

    /// Verbs, and nouns for them, by which something is asked for.
    private static let asking: Set<String> = ["頼む", "たのむ", "願う", "願える", "お願い", "希望", "依頼", "お頼み"]

    /// A noun that する makes a verb.
    mutating func verbal(_ phrase: NounPhrase, verb: Int) {
        let marks = marks(phrase)
        let lemma = lemma(phrase, marks, kind: .verb)
        var reader = EndingReader(words, after: verb)
        let base = words[verb].base
        let isOrder = words[verb].form == .imperative || words[verb].surface == "ください" && !["まし", "ます"].contains(word(verb + 1)?.surface ?? "")
        switch base {
        case "できる", "出来る": reader.ending.moods.insert(.ability)
        case "くださる", "下さる", "ください":
            reader.ending.isGiven = true
            if isOrder { reader.ending.moods.insert(.request) }
        case "する": if isOrder { reader.ending.moods.insert(.command) }
        case "受ける": reader.ending.isPassive = true
        case "頂く", "頂ける":
            // ご確認いただけますか is as 確認していただけますか.
            reader.place = verb
            reader.ending.isOpenEnded = true
        case _ where Self.asking.contains(base):
            reader.ending.moods.insert(.request)
            // お願いする, 希望する.
            if ["する", "いたす", "致す", "申し上げる", "できる"].contains(reader.base(0)) { reader.take() }
        case "実施": if ["する", "いたす", "致す", "できる"].contains(reader.base(0)) { reader.take() }
        default: break
        }
        var ending = reader.read()
        if Self.asking.contains(text(phrase.words)) {
            // お願いしました: asking is what was done.
            if ending.isPast { ending.moods.remove(.request) } else { ending.moods.insert(.request) }
        }
        ending.negations += marks.ending.negations
        let extra = phrase.modifiers.map { argument(NounPhrase(words: $0, start: $0.lowerBound), role: .of) }
        attachHead(argument(phrase, role: .bare))
        add(lemma, phrase.words.lowerBound..<(verb + 1), ending, extra: extra)
    }

    /// A noun with だ, or at the end.
    mutating func predicate(_ phrase: NounPhrase, isBare: Bool = false) {
        let marks = marks(phrase)
        var ending = ending(after: phrase.words.upperBound - 1)
        ending.negations += marks.ending.negations
        ending.isPast = ending.isPast || marks.ending.isPast
        ending.isOngoing = ending.isOngoing || marks.ending.isOngoing
        ending.moods.formUnion(marks.ending.moods)
        let own = argument(phrase, role: .bare)
        attachHead(own)
        let isRequest = ["お願い", "希望"].contains(words[phrase.words].last?.base ?? "") && phrase.words.count > 1
        let extra = phrase.modifiers.map { argument(NounPhrase(words: $0, start: $0.lowerBound), role: .of) }
        let isVerb = isBare && isVerbal(phrase) && !marks.isMarked || marks.isVerb
        let isDue = words[phrase.words].last.map { TimeWords.direction($0) } ?? nil
        if isDue != nil || timeEnd(phrase.words.lowerBound) != nil {
            times.append((time(phrase.words, [isDue ?? .unknown], nil), false))
        }
        if isRequest { ending.moods.insert(.request) }
        if let lemma = none(phrase) {
            var ending = ending
            if !["あり", "有り", "有"].contains(words[phrase.words].last?.surface ?? "") { ending.negations += 1 }
            add(lemma.lemma, phrase.words, ending, extra: extra + lemma.subject)
            return
        }
        add(lemma(phrase, marks, kind: isVerb || isRequest ? .verb : .noun), phrase.words, ending, isBare: isBare, extra: extra)
    }

    /// 立会いなし.
    func none(_ phrase: NounPhrase) -> (lemma: Lemma, subject: [Argument])? {
        guard let last = words[phrase.words].last, ["なし", "無し", "ナシ", "あり", "有り", "有"].contains(last.surface), phrase.words.count > 1 || last.surface != "有"
        else { return nil }
        let rest = phrase.words.lowerBound..<(phrase.words.upperBound - 1)
        return (
            Lemma(kind: .verb, base: "ある", reading: "アル", parts: ["ある"]),
            rest.isEmpty ? [] : [argument(NounPhrase(words: rest, start: phrase.start), role: .bare)]
        )
    }
}
